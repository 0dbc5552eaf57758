"""The steps of the funding finder: the next question, or the list. What is known comes in and stays in the slot."""
from __future__ import annotations

from collections import Counter
from dataclasses import replace

from actions.places import ask_which_place, notes_on
from actions.services import ActionServices
from actions.speaking import Saying
from knowledge.funding_finder import FundingWish, Question, Told, has_enough, read_told, skips
from knowledge.funding_reasons import find_funding
from knowledge.library import Library
from knowledge.schema.funding import Funding
from knowledge.search import Outcome
from knowledge.without_funding import ways_without_funding
from wording.funding_finder import (
    ALL, ENOUGH, SKIP, STAFF, WITHOUT_MONEY, enough_reply, list_reply, nothing_yet_reply, question_reply,
    without_money_reply,
)  # fmt: skip
from wording.reply import Reply

SLOT = "funding_search"
NEED = KIND = "foerderung"
"""The need and the kind of record have the same name."""
ANY_CHANGE = "aenderung"
"""Stands as the question of an answer in which nothing is asked, but what was told can be corrected."""
_LANDS_OFFERED = 4


def said(reply: Reply, wish: FundingWish, asks: str) -> Saying:
    """A reply of the finder; what is known after it stays in the slot."""
    return Saying(reply, asks, {SLOT: wish.to_dict()})


def passed(text: str, question: Question, wish: FundingWish, services: ActionServices) -> Saying | None:
    """The next step if `text` skips the question or ends the questions."""
    if skips(text, question):
        return skipped(wish.skip(question), services)
    return skipped(wish.skip(*Question), services) if has_enough(text) else None


def step(wish: FundingWish, told: Told, services: ActionServices) -> Saying:
    """After an answer: the next question, or the list where nothing is open, where one stands, or where much was told."""
    question = wish.open_question
    if question is None or wish.was_shown or len(told.answers) > 1:
        return shown(wish, services)
    return ask(question, wish, services)


def skipped(wish: FundingWish, services: ActionServices) -> Saying:
    """After a question was passed: the next one, or the list, or that it stays as it stands."""
    if wish.open_question is not None:
        return ask(wish.open_question, wish, services)
    return said(enough_reply(wish), wish, ANY_CHANGE) if wish.was_shown else shown(wish, services)


def ask(
    question: Question, wish: FundingWish, services: ActionServices, not_understood: bool = False
) -> Saying:
    """The question, with what is understood so far."""
    library = services.library
    reply = question_reply(
        question, wish, wish.asked(library.reader), library.terms, library.reader.places, lands_offered(library),
        not_understood,
    )  # fmt: skip
    return said(reply, wish, question.value)


def shown(wish: FundingWish, services: ActionServices, as_asked: bool = False) -> Saying:
    """The list; where the place may lie in several Länder, first the question which one, but only once."""
    library, today = services.library, services.now().date()
    if len(wish.lands) > 1 and Question.PLACE not in wish.skipped:
        which = ask_which_place(library, wish.asked(library.reader), NEED, today)
        if which is not None:
            return said(which, wish.skip(Question.PLACE), Question.PLACE.value)
    found = find_funding(wish, library.search, library.reader, today, as_asked)
    is_found = found.result.outcome is not Outcome.NOTHING_FOUND
    if not is_found and wish.open_question is not None and not wish.was_shown:
        reply = nothing_yet_reply(wish.open_question, lands_offered(library), library.office)
        return said(reply, wish, wish.open_question.value)
    wish = replace(wish, was_shown=wish.was_shown or is_found)
    question = wish.open_question if len(wish.lands) <= 1 and is_found else None
    reply = list_reply(
        found, wish, question, library.office, library.terms, library.reader.places, lands_offered(library), today,
        notes_on(library, found.asked, NEED, found.result, today),
    )  # fmt: skip
    asks = question or (Question.PLACE if len(wish.lands) > 1 else None)
    return said(reply, wish, asks.value if asks else ANY_CHANGE)


def lands_offered(library: Library) -> dict[str, str]:
    """The Land of the office first, then those for which most funding is known."""
    counted = Counter(land for one in library.search.records if isinstance(one, Funding) for land in one.lands)
    lands = dict.fromkeys([library.office.land, *(land for land, _ in counted.most_common())])
    names = [library.reader.places.land_name(land) for land in lands]
    return {name: name for name in names[:_LANDS_OFFERED]}


def commanded(command: str, wish: FundingWish, services: ActionServices) -> Saying:
    """What a button of the finder leads to."""
    if command.startswith(SKIP):
        return skipped(wish.skip(Question(command.removeprefix(SKIP))), services)
    if command == ENOUGH:
        return skipped(wish.skip(*Question), services)
    if command in (STAFF, ALL):
        return shown(replace(wish, wants_staff_costs=command == STAFF), services)
    if command == WITHOUT_MONEY:
        library = services.library
        records = ways_without_funding(library.search.records)
        return said(without_money_reply(records, library.office, services.now().date()), wish, ANY_CHANGE)
    raise ValueError(f"the finder knows no „{command}“")


def told_by_message(
    text: str, wish: FundingWish, question: Question | None, services: ActionServices
) -> Saying:
    """A message about money: an answer, a change, a search of its own, or the bare wish for money."""
    reader = services.library.reader
    answer, told = read_told(text, reader, question), read_told(text, reader)
    if question in answer.answers and (question is Question.PURPOSE or not told.purpose):
        return step(wish.with_told(answer, reader), answer, services)
    if not told.answers and not told.staff_costs:
        anew = wish.begun_anew()
        return ask(anew.open_question, anew, services)
    is_new = not wish.words or told.purpose and not told.is_only_a_change
    wish = wish.with_told(told, reader, is_new_search=is_new)
    return shown(wish, services, as_asked=is_new and wish.known == told.answers)


def finds(wish: FundingWish, services: ActionServices) -> bool:
    """Whether anything is known for the wish."""
    library = services.library
    found = find_funding(wish, library.search, library.reader, services.now().date())
    return found.result.outcome is not Outcome.NOTHING_FOUND
