"""Consent: for what somebody let us keep their data, by which text, and when (GDPR Art. 4(11), 6(1)(a) and 7)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Purpose(Enum):
    """What the data may be used for, and for nothing else (GDPR Art. 5(1)(b)). The value is kept in the database."""

    CALLBACK = "callback"
    QUESTION = "question"
    IDEA = "idea"
    OBSTACLE = "obstacle"
    CONCERN = "concern"
    APPOINTMENT = "appointment"
    IDEA_SHEET = "idea_sheet"
    """That the adviser of an appointment may read an idea of theirs."""
    WAITING_LIST = "waiting_list"
    EVALUATION = "evaluation"
    """Finding what hinders many, of whatever kind the matter is: voluntary, and may be taken back by itself."""


@dataclass(frozen=True)
class Consent:
    """A consent that was given. `version` names the text that the person read; `wording.consent` holds the texts.

    The office must be able to show this later (Art. 7(1)); taking it back is as easy as giving it (Art. 7(3));
    `withdrawn_at` is when that was done.
    """

    purpose: Purpose
    version: str
    given_at: datetime
    withdrawn_at: datetime | None = None
