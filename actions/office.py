"""First answers to all other needs: what the assistant says about itself and where it names the office."""
from __future__ import annotations

from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import heard_first, said_in_context
from actions.history import last_answer
from actions.known import with_context
from actions.message import confidence_of, likely_needs, need_of, question_of
from actions.records import reply_to_what_was_asked_for
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from knowledge.office import OfficeProfile
from knowledge.search import Outcome
from wording.fallback import asking_back, still_unsure
from wording.languages import language_of
from wording.my_data import REVIEW_NOTICE
from wording.reply import COURTESY

_MISTAKEN = ("gruss", "ja", "nein", "abschied", "danke", "beleidigung")
_COURTESIES = ("gruss", "danke", "abschied", "ja", "nein", "unzufrieden", "beleidigung", "andere_sprache")
"""Needs that are answered without telling anything that could be right or wrong."""
_SURE = 0.8
"""A bare „Suhl“, said when the assistant has asked for the place, is taken for one of these, below this confidence."""


class AnswerForOffice(Action):
    """Utters the response of the need from `domain.yml`, with the particulars of the office filled in."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_answer_for_office"

    @with_context
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return heard_first(tracker, self._services(), dispatcher, lambda: self._answer(dispatcher, tracker))

    def _answer(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        need = need_of(tracker)
        said = said_in_context(tracker, self._services())
        if said is not None:
            return said.send(dispatcher)
        short_of_sense = need in _MISTAKEN and confidence_of(tracker) < _SURE or need == "ausserhalb"
        found = reply_to_what_was_asked_for(tracker, self._services()) if short_of_sense else None
        if found is not None:
            return found.send(dispatcher)
        language = language_of(question_of(tracker)) if need == "andere_sprache" else "de"
        response = f"utter_{need}" if language == "de" else f"utter_{need}_{language}"
        dispatcher.utter_message(response=response, **office_particulars(self._services().library.office))
        if need in _COURTESIES:
            dispatcher.utter_message(json_message={"lang": language, "outcome": COURTESY})
        return []


class AskBack(Action):
    """Asks what the person means instead of guessing, and names the office."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_ask_back"

    @with_context
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
    library, question, today = services.library, question_of(tracker), services.now().date()
    near = library.search.find(library.reader.read(question), today, None)
    nearest = [hit.record for hit in near.hits] if near.outcome is Outcome.FOUND else []
    if "ASKED_BACK" in last_answer(tracker).outcomes:
        return Saying(still_unsure(nearest, question, library.office, today))
    first = nearest[0] if nearest else None
    return Saying(asking_back(likely_needs(tracker), question, library.office, nearest=first))


def office_particulars(office: OfficeProfile) -> dict[str, str]:
    """The placeholders that responses may use."""
    return {
        "office_name": office.name,
        "office_phone": office.phone,
        "office_email": office.email,
        "office_hours": "; ".join(office.hours),
        "office_website": office.website,
        "review_notice": REVIEW_NOTICE,
    }
