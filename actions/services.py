"""What the actions work with."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Callable

from conversation.drafts import DraftStore
from conversation.given_answers import GivenAnswers
from conversation.masking.masking import Masking
from conversation.my_data import MyData
from conversation.office_answers import OfficeAnswers
from conversation.remembering import RememberLists
from conversation.secrecy.kept_codes import KeptCodes
from knowledge.library import Library
from office.services import OfficeServices


@dataclass(frozen=True)
class ActionServices:
    """The services of the rooms below, and the clock."""

    library: Library
    now: Callable[[], datetime]
    remember_lists: RememberLists
    drafts: DraftStore
    codes: KeptCodes
    office: OfficeServices
    office_answers: OfficeAnswers
    given_answers: GivenAnswers
    masking: Masking
    my_data: MyData


@lru_cache(maxsize=1)
def open_services() -> ActionServices:
    """The services of this process, built at first use.

    `bot/serve_actions.py` injects them instead; this way serves `rasa run actions` and `rasa shell`.
    """
    from bot.bootstrap import action_services

    return action_services()
