"""Concerns: experience, suggestions, praise, complaints, whatever somebody wants to tell the office."""
from __future__ import annotations

from datetime import timedelta

from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

RECEIVED, ANSWERED, DONE = "received", "answered", "done"
SORTS = ("experience", "suggestion", "praise", "complaint", "other")

CONCERN = MatterKind(
    name="concern",
    prefix="ANLIEGEN",
    purpose=Purpose.CONCERN,
    fields=(
        MatterField("concern", 4_000, is_required=True, keeps_lines=True),
        MatterField("sort", 20, choices=SORTS),
        MatterField("place", 200),
        MatterField("name", 80),
    ),
    states=(
        State(RECEIVED, leads_to=(ANSWERED, DONE), public=RECEIVED),
        State(ANSWERED, leads_to=(ANSWERED, DONE), public=ANSWERED, is_settled=True, after_change=RECEIVED),
        State(DONE, public=DONE, is_settled=True, takes_changes=False),
    ),
    can_be_evaluated=True,
    answered_as=ANSWERED,
    kept_when_settled=timedelta(days=90),
    kept_when_open=timedelta(days=365),
)
