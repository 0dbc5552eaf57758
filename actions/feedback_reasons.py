"""Whether a typed message is the reason that the assistant has just asked for."""
from __future__ import annotations

import re
from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.followups import follow_up
from actions.history import LastAnswer, last_answer
from actions.message import confidence_of, need_of, question_of
from actions.services import ActionServices
from conversation.commands import CommandKind, find_command
from conversation.crisis import find_crisis
from conversation.feedback_phrases import reason_in
from conversation.forms.hearing import SURE, looks_like_question
from office.feedback import Reason
from wording.feedback import ENTITY, INTENT, REASON_ASKED, WORDS_ASKED, read_press
from wording.needs import payload

_COMPLAINTS = ("unzufrieden", "beleidigung")
_NO_NEED = (*_COMPLAINTS, "nlu_fallback", "ausserhalb")
_NEVER_A_REASON = ("mensch", "notlage")
_SAYS_WHY = re.compile(
    r"\bviel zu\b|\bfalsch|\bveraltet|\babgelaufen|\bnicht mehr\b|"
    r"\b(?:passt|passen|stimmt|stimmen|hilft|helfen) (?:\w+ )?nicht|"
    r"\b(?:frist|antwort|link|nummer|adresse|angabe|beispiele?|vorschl\w+)n?\b.*\b(?:nicht|kein\w*|alt|vorbei|zu)\b",
    re.IGNORECASE,
)
"""Words of somebody who says what was wrong, whatever need the classifier sees in them."""
_FEWEST_WORDS = 3
"""So many words has a reason that the classifier makes nothing of; „in Leipzig“ is more likely a change of the question."""


@dataclass(frozen=True)
class TypedReason:
    """The reason for the rating of answer `number`; None: the person would rather give none. Own words are the message."""

    number: int
    reason: Reason | None
    has_words: bool = False


def reason_typed(tracker: Tracker, services: ActionServices, is_verdict: bool) -> TypedReason | None:
    """The reason that the latest message gives, or None if none was asked for or it says something else.

    `is_verdict`: it is a word on the last answer, as „das war falsch“. A new question is answered, so what is asked for
    own words takes all but what surely is another need; behind another try, only what the classifier makes no need of.
    """
    last, text = last_answer(tracker), question_of(tracker)
    wants_words = WORDS_ASKED in last.outcomes
    number = _number(last) if wants_words or REASON_ASKED in last.outcomes else None
    if number is None or find_crisis(text) is not None:
        return None
    reason = reason_in(text)
    if reason is not None:
        return TypedReason(number, reason, has_words=wants_words and reason is Reason.OTHER)
    command = find_command(text)
    if command is not None and command.kind is CommandKind.SKIP or need_of(tracker) == "nein":
        return TypedReason(number, None)
    if is_verdict and not wants_words or command is not None or looks_like_question(text):
        return None
    takes = _takes_own_words if wants_words else _takes_by_the_way
    return TypedReason(number, Reason.OTHER, has_words=True) if takes(tracker, services) else None


def _takes_own_words(tracker: Tracker, services: ActionServices) -> bool:
    need = need_of(tracker)
    return need not in _NEVER_A_REASON and (need in _NO_NEED or confidence_of(tracker) < SURE)


def _takes_by_the_way(tracker: Tracker, services: ActionServices) -> bool:
    text = question_of(tracker)
    says_why = bool(_SAYS_WHY.search(text)) and need_of(tracker) not in _NEVER_A_REASON
    if need_of(tracker) in _COMPLAINTS or says_why and confidence_of(tracker) < SURE:
        return True
    is_open = need_of(tracker) == "nlu_fallback" and len(text.split()) >= _FEWEST_WORDS
    return is_open and not services.library.reader.read(text).entities and follow_up(tracker, services) is None


def _number(last: LastAnswer) -> int | None:
    """The number of the answer that the buttons for a reason are about."""
    begin = payload(INTENT, {ENTITY: ""}).removesuffix('"}')
    told = (button.get("payload", "") for button in last.buttons)
    presses = (read_press(one.removeprefix(begin).removesuffix('"}')) for one in told if one.startswith(begin))
    return next((press[0] for press in presses if press), None)
