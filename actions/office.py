"""First answers to all other needs: what the assistant says about itself and where it names the office."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asking_back import unsure
from actions.context import heard_first, said_in_context
from actions.knowledge import answer_from_knowledge
from actions.manner import is_plain
from actions.message import confidence_of, is_typed, need_of, question_of, with_need
from actions.records import reply_to_what_was_asked_for
from actions.services import ActionServices, open_services
from actions.small_talk import NEEDS as SMALL_TALK
from actions.small_talk import small_talk_saying
from actions.speaking import Events, Saying
from actions.turn import as_turn
from knowledge.frequent_words import GERMAN
from wording.languages import PLAIN, language_of
from wording.needs import KIND_OF_NEED, TITLES
from wording.reply import COURTESY
from wording.responses import has_response, response_reply
from wording.small_talk import Situation

_MISTAKEN = ("gruss", "ja", "nein", "abschied", "danke", "beleidigung")
_COURTESIES = ("gruss", "danke", "abschied", "ja", "nein", "unzufrieden", "beleidigung", "andere_sprache")
"""Needs that are answered without telling anything that could be right or wrong."""
_NO_QUESTIONS = ("danke", "ja", "nein")
_OF_LANGUAGES = re.compile(
    r"sprach|sprech|sprich|deutsch|(?:englis|russis|ukrainis|arabis|türkis|polnis|französis)ch|einfach|leicht|überset",
    re.IGNORECASE,
)
_HARDLY = 0.6
_SHORTEST = 3
"""Words; what is shorter may well be a courtesy that the classifier has hardly met."""
_SURE = 0.8
"""A bare „Suhl“, said when the assistant has asked for the place, is taken for one of these, below this confidence."""


class AnswerForOffice(Action):
    """Utters the response of the need from `domain.yml`, with the particulars of the office filled in, or small talk."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_for_office"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(
            tracker, services, dispatcher, lambda: _answer(tracker, domain, services).send(dispatcher)
        )  # fmt: skip


def _answer(tracker: Tracker, domain: dict[str, Any], services: ActionServices) -> Saying:
    need = need_of(tracker)
    said = said_in_context(tracker, services)
    if said is not None:
        return said
    short_of_sense = need in _MISTAKEN and confidence_of(tracker) < _SURE or need == "ausserhalb"
    found = reply_to_what_was_asked_for(tracker, services) if short_of_sense else None
    if found is not None:
        return found
    behind = _need_behind_courtesy(tracker)
    if behind:
        told = with_need(tracker, behind)
        return answer_from_knowledge(told, services) if behind in KIND_OF_NEED else _answer(told, domain, services)
    if _is_hardly_courtesy(tracker):
        return _asking_back(tracker, services)
    if need in SMALL_TALK:
        return small_talk_saying(Situation(need), tracker, services)
    language = language_of(question_of(tracker)) if need == "andere_sprache" else GERMAN
    name = need if language == GERMAN else f"{need}_{language}"
    plain_name = f"{need}_{PLAIN}"
    if is_plain(tracker) and language == GERMAN and has_response(plain_name, domain):
        name = plain_name
    reply = response_reply(name, domain, services.library.office, language)
    return Saying(replace(reply, outcome=COURTESY) if need in _COURTESIES else reply)


def _need_behind_courtesy(tracker: Tracker) -> str:
    """What else is asked for in a message of thanks, a greeting or a no; empty if nothing is."""
    second = (tracker.latest_message.get("second_need") or {}).get("name") or ""
    return second if need_of(tracker) in _MISTAKEN and second in TITLES and is_typed(tracker) else ""


def _is_hardly_courtesy(tracker: Tracker) -> bool:
    """Whether a message says more than courtesy does: „wir sind eine GbR“, 0.5 for an insult; „ich nicht Verein. Was brauche
    ich?“ for a no; and whether short German is taken for another language: „ich taub, suche Hilfe“."""
    need, text = need_of(tracker), question_of(tracker)
    if not is_typed(tracker) or len(text.split()) < _SHORTEST:
        return False
    if need == "andere_sprache":
        is_german = tracker.latest_message.get("language") == GERMAN and language_of(text) == GERMAN
        return is_german and not _OF_LANGUAGES.search(text)
    asks = need in _NO_QUESTIONS and "?" in text
    return need in (*_MISTAKEN, "unzufrieden") and (asks or confidence_of(tracker) < _HARDLY)


class AskBack(Action):
    """Asks what the person means instead of guessing, and names the office."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_ask_back"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services = self._services()
        return heard_first(tracker, services, dispatcher, lambda: _asking_back(tracker, services).send(dispatcher))


def _asking_back(tracker: Tracker, services: ActionServices) -> Saying:
    said = said_in_context(tracker, services)
    if said is not None:
        return said
    found = reply_to_what_was_asked_for(tracker, services)
    if found is not None:
        return found
    return unsure(tracker, services)
