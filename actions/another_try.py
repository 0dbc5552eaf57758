"""Another try after an answer that did not help: what was not shown yet, or the needs that come nearest."""
from __future__ import annotations

from rasa_sdk import Tracker

from actions.asked import asked_in_turn
from actions.funding import KIND as FUNDING
from actions.funding import search_with_change
from actions.history import last_answer, shown_records
from actions.known import context_of, slots_after, subjects_of
from actions.message import is_typed, question_of
from actions.records import found
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.context import Subject
from conversation.given_answers import GivenAnswer
from knowledge.places.choice import is_bare_place
from knowledge.schema import Record
from knowledge.search import Outcome
from knowledge.told_place import without_places
from wording.feedback import PLACE_ASKED, needs_offered, others_shown
from wording.needs import KIND_OF_NEED, LONGEST_QUESTION, NEED_OF_KIND

_MOST_SHOWN = 3


def another_try(given: GivenAnswer, tracker: Tracker, services: ActionServices) -> Saying:
    """The next best records for what was asked, of the same kind, else of any; else needs to choose from."""
    asked = asked_in_turn(tracker, given)
    kind = asked.kind or KIND_OF_NEED.get(asked.need)
    records = _others(asked.question, kind, tracker, services) if kind and asked.question.strip() else []
    if records:
        slots = slots_after(tracker, context_of(tracker), Subject(kind, asked.question[:LONGEST_QUESTION]), goes_on=True)
        return Saying(others_shown(records, services.now().date()), slots=slots)
    question = asked.question if asked.may_be_kept else ""
    return Saying(needs_offered(asked.likely, question, but=NEED_OF_KIND[kind] if kind else asked.need))


def with_the_right_place(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The earlier question about the place that was asked for because the one before was wrong, or None."""
    text, earlier = question_of(tracker), subjects_of(tracker).latest
    asked_for_it = PLACE_ASKED in last_answer(tracker).outcomes and is_typed(tracker)
    if not asked_for_it or earlier is None or not is_bare_place(text, services.library.reader.places):
        return None
    if earlier.kind == FUNDING:
        return search_with_change(text, tracker, services)
    kept = without_places(earlier.question, services.library.reader)
    return found(tracker, services, earlier.kind, f"{kept} {text}")


def _others(question: str, kind: str, tracker: Tracker, services: ActionServices) -> list[Record]:
    """Records that answer the question and were not shown yet, of this kind or else of any."""
    library, today, shown = services.library, services.now().date(), shown_records(tracker)
    understood = library.reader.read(question)
    for one in (kind, None):
        result = library.search.find(understood, today, one, limit=len(shown) + _MOST_SHOWN)
        fresh = [hit.record for hit in result.hits if hit.record.id not in shown]
        if fresh and result.outcome is Outcome.FOUND:
            return fresh[:_MOST_SHOWN]
    return []
