"""Appointments: an advisory session that is booked. When and with whom it is: `office.appointments`."""
from __future__ import annotations

from datetime import timedelta

from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

BOOKED, TOOK_PLACE, MISSED, CANCELLED = "booked", "took_place", "missed", "cancelled"
NAME, TOPIC, NEEDS, PLACE, NOTE, IDEA_NUMBER = "name", "topic", "needs", "place", "note", "idea_number"

APPOINTMENT = MatterKind(
    name="appointment",
    prefix="TERMIN",
    purpose=Purpose.APPOINTMENT,
    fields=(
        MatterField(NAME, 80, is_required=True),
        MatterField(TOPIC, 300),
        MatterField(NEEDS, 300),
        MatterField(PLACE, 200),
        MatterField(NOTE, 2_000, keeps_lines=True),
        MatterField(IDEA_NUMBER, 40),
    ),
    states=(
        State(BOOKED, leads_to=(TOOK_PLACE, MISSED, CANCELLED)),
        State(TOOK_PLACE, leads_to=(MISSED,), is_settled=True, takes_changes=False),
        State(MISSED, leads_to=(TOOK_PLACE,), is_settled=True, takes_changes=False),
        State(CANCELLED, is_settled=True, takes_changes=False),
    ),
    needs_reach=True,
    kept_when_settled=timedelta(days=90),
    kept_when_open=timedelta(days=90),
)
"""The number alone tells nothing: that somebody has a session is theirs to tell. NEEDS: what the person needs to take part;
PLACE: where we come to. MISSED and TOOK_PLACE lead to each other, as whoever notes them may have pressed the wrong one. While
it is booked the time of keeping runs from the end of the session, which may be months ahead (`MatterRow.runs_until`)."""
