"""Ideas that people hand in."""
from __future__ import annotations

from datetime import timedelta

from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

RECEIVED, IN_REVIEW, ASKED = "received", "in_review", "asked"
SELECTED, NOT_SELECTED, PUBLISHED = "selected", "not_selected", "published"

IDEA = MatterKind(
    name="idea",
    prefix="IDEE",
    purpose=Purpose.IDEA,
    fields=(
        MatterField("title", 120),
        MatterField("problem", 4_000, keeps_lines=True),
        MatterField("idea", 4_000, keeps_lines=True),
        MatterField("target_group", 500),
        MatterField("place", 200),
        MatterField("stage", 500),
        MatterField("organisation", 300),
        MatterField("needs", 2_000, keeps_lines=True),
        MatterField("name", 80),
        MatterField("reply", 4_000, keeps_lines=True),
    ),
    states=(
        State(RECEIVED, leads_to=(IN_REVIEW, ASKED, SELECTED, NOT_SELECTED), public=RECEIVED),
        State(IN_REVIEW, leads_to=(ASKED, SELECTED, NOT_SELECTED), public=IN_REVIEW),
        State(
            ASKED, leads_to=(IN_REVIEW, SELECTED, NOT_SELECTED), public=IN_REVIEW, after_change=IN_REVIEW, needs_reason=True
        ),
        State(SELECTED, leads_to=(PUBLISHED, NOT_SELECTED), public=SELECTED),
        State(NOT_SELECTED, leads_to=(IN_REVIEW,), public=IN_REVIEW, is_settled=True, needs_reason=True),
        State(PUBLISHED, leads_to=(SELECTED,), public=PUBLISHED, is_settled=True),
    ),
    needs_one_of=("problem", "idea"),
    can_be_evaluated=True,
    kept_when_settled=timedelta(days=365),
    kept_when_open=timedelta(days=730),
)
"""ASKED: the office has a question to the person, which stands in the reason; `reply` is what they answer. That an idea was
not selected is told with the code only. A published idea may be taken from the page again."""
