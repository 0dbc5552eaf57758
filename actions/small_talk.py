"""Small talk: what is said to greetings, thanks, silence, pictures, nonsense and insults."""
from __future__ import annotations

from rasa_sdk import Tracker

from actions.history import last_answer, said_before
from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.small_talk import is_advance, is_nonsense, situation_of_signs
from wording.small_talk import Situation, small_talk

NEEDS = frozenset(situation.value for situation in Situation) - {"silence", "question_mark", "picture", "nonsense"}
"""Needs that are small talk."""


def small_talk_saying(situation: Situation, tracker: Tracker, services: ActionServices) -> Saying:
    """The next thing to say; a question of the funding finder stays open."""
    reply = small_talk(situation, said_before(tracker), services.library.office)
    return Saying(reply, last_answer(tracker).asks)


def signs_without_words(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What is said to a message without a word in it, or None if it has one. The classifier cannot tell such apart."""
    text = question_of(tracker) if is_typed(tracker) else ""
    situation = situation_of_signs(text) or (Situation.NONSENSE if is_nonsense(text) else None)
    situation = situation or (Situation.INSULT if is_advance(text) else None)
    return None if situation is None else small_talk_saying(situation, tracker, services)
