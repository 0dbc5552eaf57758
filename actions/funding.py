"""The funding finder: a message or a button in, what is known kept in a slot, a question or a list out."""
from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rasa_sdk import Tracker

from actions.history import last_answer
from actions.message import chosen, confidence_of, need_of, question_of
from actions.places import ask_which_place, notes_on
from actions.records import ASKED
from actions.services import ActionServices
from actions.speaking import Saying
from knowledge.funding_finder import FundingWish, Question, Told, has_enough, read_told, skips
from knowledge.funding_reasons import find_funding
from knowledge.library import Library
from knowledge.schema.funding import Funding
from knowledge.search import Outcome
from knowledge.without_funding import ways_without_funding
from wording.funding_finder import (
    ALL, COMMAND, ENOUGH, SKIP, STAFF, WITHOUT_MONEY, enough_reply, list_reply, nothing_yet_reply, question_reply,
    without_money_reply,
)  # fmt: skip
from wording.reply import Reply

SLOT = "funding_search"
NEED = KIND = "foerderung"
"""The need and the kind of record have the same name."""
ANY_CHANGE = "aenderung"
"""Stands as the question of an answer in which nothing is asked, but what was told can be corrected."""
QUESTIONS = frozenset(question.value for question in Question)
_NEVER_AN_ANSWER = ("mensch", "notlage")
_NO_REAL_NEED = ("ausserhalb", "nlu_fallback")
_TOLD_AS_IDEA = "idee_einreichen"
"""„Wir wollen einen Dorfladen gründen“ is taken for an idea, and answers „Wofür suchen Sie Geld?“ all the same."""
_SURE = 0.8
_SHORT, _VERY_SHORT = 4, 3
"""Words of a message that can only be an answer, and of one that was meant as an answer even if it is not understood."""
_MOST_WORDS_BESIDE = 2
_LANDS_OFFERED = 4


def wish_of(tracker: Tracker) -> FundingWish:
    """What is known of the money that the person looks for."""
    return FundingWish.from_dict(tracker.get_slot(SLOT))


def finder_turn(tracker: Tracker, services: ActionServices) -> Saying:
    """The answer to a message about money or to a button of the finder."""
    wish, question = wish_of(tracker), _question(tracker)
    command = chosen(tracker, COMMAND)
    if command:
        return _commanded(command, wish, services)
    told = _told_by_button(tracker, services)
    if told is not None:
        return _step(wish.with_told(told, services.library.reader), told, services)
    text = question_of(tracker).strip()
    if question is not None and (passed := _passed(text, question, wish, services)):
        return passed
    return _told_by_message(text, wish, question, services)


def search_again(question: str, tracker: Tracker, services: ActionServices) -> Saying:
    """The answer to a question about money that has got its place, or whose place does not matter to the person."""
    wish = wish_of(tracker)
    if len(read_told(question, services.library.reader).lands) > 1:
        return _list(wish.skip(Question.PLACE), services)
    return _told_by_message(question, wish, None, services)


def search_with_change(tail: str, tracker: Tracker, services: ActionServices) -> Saying:
    """The search before with what `tail` says: another place, form or sum, or more of what it is for."""
    wish, reader = wish_of(tracker), services.library.reader
    told = read_told(tail, reader)
    if told.has_subject:
        wish = replace(wish, words=f"{wish.words} {tail}".strip())
    return _list(wish.with_told(replace(told, purpose=False), reader), services)


def answer_to_finder(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the finder makes of a message that was taken for something else, after it has said something.

    „Suhl“ or „ein Verein“ mean little by themselves; after a question they are answers. What nobody else understands is
    also a change of an earlier search. None if it is no answer.
    """
    asked, text = _asked(tracker) or _earlier_search(tracker), question_of(tracker).strip()
    if not asked or not text or need_of(tracker) in _NEVER_AN_ANSWER:
        return None
    wish, question, reader = wish_of(tracker), _question(tracker), services.library.reader
    if question is not None and (passed := _passed(text, question, wish, services)):
        return passed
    told = read_told(text, reader, question)
    is_sure = confidence_of(tracker) >= _SURE and need_of(tracker) not in _NO_REAL_NEED
    is_idea = question is Question.PURPOSE and need_of(tracker) == _TOLD_AS_IDEA and told.has_subject
    if is_sure and not is_idea and not _is_only_an_answer(told, question):
        return None
    if _answers(told, question):
        wish = wish.with_told(told, reader)
        if question is Question.PURPOSE and not _finds(wish, services):
            return None
        return _step(wish, told, services)
    if question is None or len(text.split()) > _VERY_SHORT or text.endswith("?"):
        return None
    return _ask(question, wish, services, not_understood=True)


def _said(reply: Reply, wish: FundingWish, asks: str) -> Saying:
    """A reply of the finder; what is known after it stays in the slot."""
    asked = {"kind": KIND, "question": f"{wish.words} {wish.where}".strip()} if wish.words else None
    return Saying(reply, asks, {SLOT: wish.to_dict(), **({ASKED: asked} if asked else {})})


def passed_question(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The next step if the message passes the finder's question word for word („weiß nicht“), or None."""
    question, text = _question(tracker), question_of(tracker).strip()
    return _passed(text, question, wish_of(tracker), services) if question is not None and text else None


def after_record(tracker: Tracker) -> str:
    """What an opened record leaves to be corrected: the search that led to it, if there was one."""
    return ANY_CHANGE if tracker.get_slot(SLOT) else ""


def _asked(tracker: Tracker) -> str:
    """The question in the latest answer; a question without a name is the first one."""
    before = last_answer(tracker)
    asked_for_more = before.question is not None and before.question.need == NEED
    return before.asks or (Question.PURPOSE.value if asked_for_more else "")


def _earlier_search(tracker: Tracker) -> str:
    """`ANY_CHANGE` if there was a search, nothing else was asked since, and the classifier has no need for the message."""
    is_free = need_of(tracker) == "nlu_fallback" and last_answer(tracker).question is None
    return ANY_CHANGE if is_free and tracker.get_slot(SLOT) else ""


def _question(tracker: Tracker) -> Question | None:
    asked = _asked(tracker)
    return Question(asked) if asked and asked != ANY_CHANGE else None


def _is_only_an_answer(told: Told, question: Question | None) -> bool:
    """Whether nothing but the answer was said: „Verein“, „in Suhl“."""
    return question in told.answers - {Question.PURPOSE} and not told.rest and len(told.text.split()) <= _SHORT


def _answers(told: Told, question: Question | None) -> bool:
    if question is Question.PURPOSE:
        return bool(told.answers)
    changes = bool(told.answers - {Question.PURPOSE}) or told.staff_costs
    return changes and len(told.rest) <= (_MOST_WORDS_BESIDE if question else 0)


def _finds(wish: FundingWish, services: ActionServices) -> bool:
    library = services.library
    found = find_funding(wish, library.search, library.reader, services.now().date())
    return found.result.outcome is not Outcome.NOTHING_FOUND


def _commanded(command: str, wish: FundingWish, services: ActionServices) -> Saying:
    if command.startswith(SKIP):
        return _skipped(wish.skip(Question(command.removeprefix(SKIP))), services)
    if command == ENOUGH:
        return _skipped(wish.skip(*Question), services)
    if command in (STAFF, ALL):
        return _list(replace(wish, wants_staff_costs=command == STAFF), services)
    if command == WITHOUT_MONEY:
        library = services.library
        records = ways_without_funding(library.search.records)
        return _said(without_money_reply(records, library.office, services.now().date()), wish, ANY_CHANGE)
    raise ValueError(f"the finder knows no „{command}“")


def _told_by_button(tracker: Tracker, services: ActionServices) -> Told | None:
    for question in Question:
        value = chosen(tracker, question.value)
        if value and question is Question.FORM:
            return Told(value, forms=(value,))
        if value:
            return read_told(value, services.library.reader, question)
    return None


def _passed(text: str, question: Question, wish: FundingWish, services: ActionServices) -> Saying | None:
    """The next step if `text` skips the question or ends the questions."""
    if skips(text, question):
        return _skipped(wish.skip(question), services)
    return _skipped(wish.skip(*Question), services) if has_enough(text) else None


def _told_by_message(
    text: str, wish: FundingWish, question: Question | None, services: ActionServices
) -> Saying:
    """A message about money: an answer, a change, a search of its own, or the bare wish for money."""
    reader = services.library.reader
    answer, told = read_told(text, reader, question), read_told(text, reader)
    if question in answer.answers and (question is Question.PURPOSE or not told.purpose):
        return _step(wish.with_told(answer, reader), answer, services)
    if not told.answers and not told.staff_costs:
        anew = wish.begun_anew()
        return _ask(anew.open_question, anew, services)
    is_new = not wish.words or told.purpose and not told.is_only_a_change
    wish = wish.with_told(told, reader, is_new_search=is_new)
    return _list(wish, services, as_asked=is_new and wish.known == told.answers)


def _step(wish: FundingWish, told: Told, services: ActionServices) -> Saying:
    """After an answer: the next question, or the list where nothing is open, where one stands, or where much was told."""
    question = wish.open_question
    if question is None or wish.was_shown or len(told.answers) > 1:
        return _list(wish, services)
    return _ask(question, wish, services)


def _skipped(wish: FundingWish, services: ActionServices) -> Saying:
    if wish.open_question is not None:
        return _ask(wish.open_question, wish, services)
    return _said(enough_reply(wish), wish, ANY_CHANGE) if wish.was_shown else _list(wish, services)


def _ask(
    question: Question, wish: FundingWish, services: ActionServices, not_understood: bool = False
) -> Saying:
    library = services.library
    reply = question_reply(
        question, wish, wish.asked(library.reader), library.terms, library.reader.places, _lands_offered(library),
        not_understood,
    )  # fmt: skip
    return _said(reply, wish, question.value)


def _list(wish: FundingWish, services: ActionServices, as_asked: bool = False) -> Saying:
    """The list; where the place may lie in several Länder, first the question which one, but only once."""
    library, today = services.library, services.now().date()
    if len(wish.lands) > 1 and Question.PLACE not in wish.skipped:
        which = ask_which_place(library, wish.asked(library.reader), NEED, today)
        if which is not None:
            return _said(which, wish.skip(Question.PLACE), Question.PLACE.value)
    found = find_funding(wish, library.search, library.reader, today, as_asked)
    is_found = found.result.outcome is not Outcome.NOTHING_FOUND
    if not is_found and wish.open_question is not None and not wish.was_shown:
        reply = nothing_yet_reply(wish.open_question, _lands_offered(library), library.office)
        return _said(reply, wish, wish.open_question.value)
    wish = replace(wish, was_shown=wish.was_shown or is_found)
    question = wish.open_question if len(wish.lands) <= 1 and is_found else None
    reply = list_reply(
        found, wish, question, library.office, library.terms, library.reader.places, _lands_offered(library), today,
        notes_on(library, found.asked, NEED, found.result, today),
    )  # fmt: skip
    asks = question or (Question.PLACE if len(wish.lands) > 1 else None)
    return _said(reply, wish, asks.value if asks else ANY_CHANGE)


def _lands_offered(library: Library) -> dict[str, str]:
    """The Land of the office first, then those for which most funding is known."""
    counted = Counter(land for one in library.search.records if isinstance(one, Funding) for land in one.lands)
    lands = dict.fromkeys([library.office.land, *(land for land, _ in counted.most_common())])
    names = [library.reader.places.land_name(land) for land in lands]
    return {name: name for name in names[:_LANDS_OFFERED]}
