"""What is said where the need is not clear: one question back, and if that has not helped, what comes nearest."""
from __future__ import annotations

from rasa_sdk import Tracker

from actions.history import last_answer
from actions.message import likely_needs, question_of
from actions.services import ActionServices
from actions.speaking import Saying
from knowledge.schema import Record
from knowledge.search import Outcome
from wording.fallback import ASKED_BACK, asking_back, still_unsure


def unsure(tracker: Tracker, services: ActionServices) -> Saying:
    """For a message that may be about anything in the field; never two questions in a row."""
    question, office = question_of(tracker), services.library.office
    nearest = _nearest(question, services)
    if ASKED_BACK in last_answer(tracker).outcomes:
        return Saying(still_unsure(nearest, question, office, services.now().date()))
    first = nearest[0] if nearest else None
    return Saying(asking_back(likely_needs(tracker), question, office, nearest=first))


def unsure_of_crisis(tracker: Tracker, services: ActionServices) -> Saying:
    """For a message that sounds like an emergency without being surely one: 112 first, and no record is looked up for it."""
    question, office, today = question_of(tracker), services.library.office, services.now().date()
    if ASKED_BACK in last_answer(tracker).outcomes:
        return Saying(still_unsure([], question, office, today, perhaps_in_danger=True))
    return Saying(asking_back(likely_needs(tracker), question, office, perhaps_in_danger=True))


def _nearest(question: str, services: ActionServices) -> list[Record]:
    library = services.library
    near = library.search.find(library.reader.read(question), services.now().date(), None)
    return [hit.record for hit in near.hits] if near.outcome is Outcome.FOUND else []
