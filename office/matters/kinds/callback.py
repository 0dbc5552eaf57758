"""Call-backs: somebody leaves a name, a way to be reached and a time, and the office calls."""
from __future__ import annotations

from datetime import timedelta

from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

OPEN, CALLED, DONE = "open", "called", "done"
NAME, BEST_TIME, SUBJECT = "name", "best_time", "subject"

CALLBACK = MatterKind(
    name="callback",
    prefix="RUECKRUF",
    purpose=Purpose.CALLBACK,
    fields=(MatterField(NAME, 80, is_required=True), MatterField(BEST_TIME, 200), MatterField(SUBJECT, 500)),
    states=(
        State(OPEN, leads_to=(CALLED, DONE)),
        State(CALLED, leads_to=(CALLED, DONE), after_change=OPEN),
        State(DONE, is_settled=True, takes_changes=False),
    ),
    needs_reach=True,
    kept_when_settled=timedelta(days=30),
    kept_when_open=timedelta(days=180),
)
"""CALLED: somebody of the office has called and will try again. Without name and reach nobody can call back; more is not
asked of anyone (GDPR Art. 5(1)(c)). After 180 days nobody waits for that call any more."""
