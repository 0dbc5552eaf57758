"""Which answers can be rated, and what their buttons send.

An answer of several messages is rated as one, at its last message with content. Questions of ours are not rated, nor
courtesies, forms, feedback itself, or anything that is said beside the words of a crisis, of which nothing is kept.
"""
from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from conversation.messages import Answer, FeedbackPayloads
from wording.feedback import OTHERS_SHOWN, Press, rating_payload

RATED = frozenset({
    "ANSWERED", "FOUND", "FOUND_OTHER_REGION", "OUTDATED_ONLY", "NOTHING_FOUND", "RECORD_SHOWN", "NEAREST_SHOWN",
    "NOT_UNDERSTOOD", OTHERS_SHOWN,
})  # fmt: skip
"""Outcomes of answers with content."""
_CRISIS = "CRISIS"


def with_feedback(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The numbered answers of one turn, with the buttons for rating where they belong."""
    last = rated_of(answers)
    return tuple(replace(one, feedback=_payloads(one.id)) if one is last else one for one in answers)


def rated_of(answers: Sequence[Answer]) -> Answer | None:
    """The one of a turn's answers that stands for all of them when it is rated, or None."""
    if any(one.outcome == _CRISIS for one in answers):
        return None
    return next((one for one in reversed(answers) if one.outcome in RATED), None)


def _payloads(number: int) -> FeedbackPayloads:
    return FeedbackPayloads(rating_payload(number, Press.HELPFUL), rating_payload(number, Press.UNHELPFUL))
