"""Obstacles: rules, offices and customs that get in the way, reported by those whom they hinder."""
from __future__ import annotations

from datetime import timedelta

from knowledge.obstacles import Obstacle
from office.consent import Purpose
from office.matters.kind import MatterField, MatterKind, State

RECEIVED, CHECKED, PASSED_ON, ANSWERED, DONE = "received", "checked", "passed_on", "answered", "done"

OBSTACLE = MatterKind(
    name="obstacle",
    prefix="HUERDE",
    purpose=Purpose.OBSTACLE,
    fields=(
        MatterField("obstacle", 4_000, is_required=True, keeps_lines=True),
        MatterField("sort", 20, choices=tuple(one.value for one in Obstacle)),
        MatterField("rule_or_office", 500),
        MatterField("place", 200),
        MatterField("since", 200),
        MatterField("effect", 2_000, keeps_lines=True),
        MatterField("remedy", 2_000, keeps_lines=True),
    ),
    states=(
        State(RECEIVED, leads_to=(CHECKED, PASSED_ON, ANSWERED, DONE), public=RECEIVED),
        State(CHECKED, leads_to=(PASSED_ON, ANSWERED, DONE), public=CHECKED),
        State(PASSED_ON, leads_to=(ANSWERED, DONE), public=PASSED_ON, needs_reason=True),
        State(ANSWERED, leads_to=(ANSWERED, DONE), public=ANSWERED, is_settled=True),
        State(DONE, public=DONE, is_settled=True, takes_changes=False),
    ),
    can_be_evaluated=True,
    answered_as=ANSWERED,
    kept_when_settled=timedelta(days=365),
    kept_when_open=timedelta(days=730),
)
"""Anonymous unless the person leaves a contact. PASSED_ON: given to whoever can change the rule; the reason tells
to whom."""
