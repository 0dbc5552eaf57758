"""Questions: the assistant had no answer, so the office is asked."""
from __future__ import annotations

from datetime import timedelta

from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

OPEN, ANSWERED, DONE = "open", "answered", "done"
QUESTION_TEXT, ANSWER_BY = "question", "answer_by"
BY_CONTACT, BY_NUMBER, NOT_WANTED = "contact", "number", "none"
"""How the answer reaches the person: by telephone or mail, by asking with the number, or not at all."""

QUESTION = MatterKind(
    name="question",
    prefix="FRAGE",
    purpose=Purpose.QUESTION,
    fields=(
        MatterField(QUESTION_TEXT, 2_000, is_required=True, keeps_lines=True),
        MatterField(ANSWER_BY, 10, is_required=True, choices=(BY_CONTACT, BY_NUMBER, NOT_WANTED)),
    ),
    states=(
        State(OPEN, leads_to=(ANSWERED, DONE), public=OPEN),
        State(ANSWERED, leads_to=(ANSWERED, DONE), public=ANSWERED, is_settled=True, after_change=OPEN),
        State(DONE, public=DONE, is_settled=True, takes_changes=False),
    ),
    can_be_evaluated=True,
    answered_as=ANSWERED,
    kept_when_settled=timedelta(days=90),
    kept_when_open=timedelta(days=365),
)
"""After the answer there are 90 days in which somebody without telephone and mail can fetch it."""
