"""Looking up a question, opening a record, and going through a method with „weiter“ and „zurück“."""
from __future__ import annotations

import re
from dataclasses import replace

from rasa_sdk import Tracker

from actions.history import ASKS, last_answer
from actions.known import context_of, search_with, slots_after, subjects_of
from actions.manner import is_plain
from actions.message import question_of
from actions.places import ask_which_place, notes_on, was_asked
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.context import Context, Subject
from conversation.context.model import topics_of
from knowledge.schema import Method, Record
from knowledge.search import Outcome
from wording.cards.method import ALL_STEPS, step_number
from wording.findings import search_reply
from wording.needs import KIND_OF_NEED, LONGEST_QUESTION, NEXT_STEP
from wording.opened import PLAIN, record_reply
from wording.places import ASKED_FOR_PLACE
from wording.reply import Reply

_STEPS = {
    "weiter": "next", "und weiter": "next", "weiter bitte": "next", "bitte weiter": "next", "weiter gehts": "next",
    "weiter geht es": "next", "nächster": "next", "nächster schritt": "next", "der nächste schritt": "next",
    "nächster bitte": "next", "den nächsten schritt": "next", "und dann": "next", "und danach": "next",
    "was kommt danach": "next", "wie geht es weiter": "next", "wie gehts weiter": "next", "wie weiter": "next",
    "zurück": "before", "zurück bitte": "before", "bitte zurück": "before", "einen schritt zurück": "before",
    "ein schritt zurück": "before", "vorheriger schritt": "before", "voriger schritt": "before",
    "noch einmal zurück": "before",
    "alle schritte": "all", "alle schritte zeigen": "all", "alle schritte bitte": "all", "alle": "all",
}  # fmt: skip
"""What somebody types who goes through a method. A closed list: anything else is a question of its own."""
_FEW_WORDS = 4
"""So short is a message that tries to answer and is no question of its own."""
_FUNDING = "foerderung"


def found(
    tracker: Tracker, services: ActionServices, kind: str, question: str, goes_on: bool = False,
    known: Context | None = None,
) -> Saying:  # fmt: skip
    """The answer to `question`, or the question which place is meant, which is not asked twice in a row.

    `goes_on`: it is the latest question, made more exact or asked of another kind. `known`: instead of what was known.
    """
    library, today = services.library, services.now().date()
    before = last_answer(tracker).question
    read = library.reader.read(question, place_expected=before is not None)
    known = context_of(tracker) if known is None else known
    known = (known if goes_on else known.of_the_person).take(read, library.reader)
    known = replace(known, topics=topics_of(read), target_groups=read.values("zielgruppe"))
    slots = slots_after(tracker, known, Subject(kind, question[:LONGEST_QUESTION], known.amount_eur), goes_on)
    asked, result = search_with(known, read, kind, services)
    asked_already = was_asked(before, asked, library.reader.places)
    which = None if asked_already else ask_which_place(library, asked, kind, today)
    if which is not None:
        return Saying(which, slots=slots)
    notes = notes_on(library, asked, kind, result, today)
    beside = library.search.find_beside(asked, today, kind, result)
    if beside is not None and beside.kind == _kind_of_the_same_question(tracker, question):
        beside = None  # the person comes from there
    reply = search_reply(
        result, asked, kind, library.office, library.terms, library.reader.places, today, notes=notes, beside=beside
    )
    return Saying(reply, slots=slots)


def _kind_of_the_same_question(tracker: Tracker, question: str) -> str | None:
    """The kind of record of which the very same question was asked before."""
    latest = subjects_of(tracker).latest
    return latest.kind if latest and latest.question == question[:LONGEST_QUESTION] else None


def opened(record: Record, tracker: Tracker, services: ActionServices, part: str = "") -> Reply:
    """The record, with those that are like it."""
    like = (services.library.record(one) for one in getattr(record, "related", ()))
    part = part or (PLAIN if is_plain(tracker) else "")
    is_remembered = services.remember_lists.holds(tracker.sender_id, record.id)
    about = _question_behind(record, tracker, services)
    return record_reply(
        record, services.now().date(), part, [one for one in like if one is not None], is_remembered, about
    )


def _question_behind(record: Record, tracker: Tracker, services: ActionServices) -> str:
    """What money is looked for after an example: for what the person had asked about, where that says something.

    The record's own name („Zukunftsplattform“) would find what is called so and lose what the person wants.
    """
    latest = subjects_of(tracker).latest
    if latest is None or latest.kind != record.kind or NEXT_STEP[record.kind][0] != _FUNDING:
        return ""
    return latest.question if topics_of(services.library.reader.read(latest.question)) else ""


def step_asked_for(tracker: Tracker, services: ActionServices) -> Reply | None:
    """The step that „weiter“ or „zurück“ leads to when a method has just been shown, else None.

    Such a word means nothing by itself, so the classifier may take it for a yes, a good-bye, or be in doubt.
    """
    way = _STEPS.get(_bare(question_of(tracker)))
    record_id, shown = last_answer(tracker).opened if way else ("", "")
    method = services.library.record(record_id)
    if not isinstance(method, Method):
        return None
    if way == "all":
        return opened(method, tracker, services, ALL_STEPS)
    at = step_number(method, shown) or 0
    to = at + 1 if way == "next" else at - 1
    return opened(method, tracker, services, str(min(to, len(method.steps))) if to > 0 else "")


def reply_to_what_was_asked_for(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the knowledge base has for „ich will Kuchen verkaufen“ after „Worum geht es bei Ihrer Rechtsfrage?“, or None.

    Such an answer means little by itself, so the classifier takes it for out of scope or is in doubt. Where it says
    nothing about the place that was asked for, the question before is answered for all places of that name. Answers
    about money are the finder's.
    """
    before, text = last_answer(tracker).question, question_of(tracker)
    kind = KIND_OF_NEED.get(before.need) if before else None
    if kind is None or kind == _FUNDING or before.outcome not in ASKS or not text.strip():
        return None
    if before.outcome == ASKED_FOR_PLACE:
        return found(tracker, services, kind, before.question) if len(text.split()) <= _FEW_WORDS else None
    said = found(tracker, services, kind, text)
    return None if said.reply.outcome == Outcome.NOTHING_FOUND.value else said


def _bare(text: str) -> str:
    words = re.sub(r"[^\w\s]", "", text.lower()).replace("naechst", "nächst").replace("zurueck", "zurück")
    return " ".join(words.split())
