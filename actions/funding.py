"""The funding finder: a message or a button in, what is known kept in a slot, a question or a list out."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Collection

from rasa_sdk import Tracker

from actions import finder_steps as steps
from actions.finder_steps import ANY_CHANGE, KIND, NEED, SLOT
from actions.history import last_answer
from actions.known import CONTEXT, context_of, slots_after, subjects_of
from actions.message import chosen, confidence_of, is_typed, need_of, question_of
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.context import Context, Part, Subject
from conversation.context.cutting import without_terms
from conversation.context.model import topics_of
from knowledge.funding_finder import FundingWish, Question, Told, read_told
from knowledge.folding import fold
from knowledge.schema.funding import Funding
from knowledge.spelling import dictionary
from knowledge.told_place import without_places
from wording.funding_finder import COMMAND
from wording.places import ASKED_FOR_PLACE

QUESTIONS = frozenset(question.value for question in Question)
_NEVER_AN_ANSWER = ("mensch", "notlage")
_NO_REAL_NEED = ("ausserhalb", "nlu_fallback")
_TOLD_AS_IDEA = "idee_einreichen"
"""„Wir wollen einen Dorfladen gründen“ is taken for an idea, and answers „Wofür suchen Sie Geld?“ all the same."""
_SURE = 0.8
_SHORT, _VERY_SHORT = 4, 3
"""Words of a message that can only be an answer, and of one that was meant as an answer even if it is not understood."""
_MOST_WORDS_BESIDE = 2
_TOLD = (_TOLD_AS_IDEA, "huerde_melden")
_QUESTION_OF = {Part.PLACE: Question.PLACE, Part.LEGAL_FORM: Question.FORM, Part.AMOUNT: Question.AMOUNT}
_EVENTS = re.compile(r"\b(?:termine?|veranstaltungen|veranstaltung|workshops?|kurse?|seminare?)\b", re.IGNORECASE)


def wish_of(tracker: Tracker, services: ActionServices) -> FundingWish:
    """What is known of the money that the person looks for: the search, and who and where they are by now."""
    wish, known = FundingWish.from_dict(tracker.get_slot(SLOT)), context_of(tracker)
    has_moved = (wish.where, wish.lands) != (known.where, known.lands)
    words = without_places(wish.words, services.library.reader) if has_moved else wish.words
    return replace(wish, words=words, where=known.where, lands=known.lands, forms=known.legal_forms)


def finder_turn(tracker: Tracker, services: ActionServices) -> Saying:
    """The answer to a message about money or to a button of the finder."""
    return _kept(_finder_turn(tracker, services), tracker, services)


def _finder_turn(tracker: Tracker, services: ActionServices) -> Saying:
    wish, question = wish_of(tracker, services), _question(tracker)
    command = chosen(tracker, COMMAND)
    if command:
        return steps.commanded(command, wish, services)
    told = _told_by_button(tracker, services)
    if told is not None:
        return steps.step(wish.with_told(told, services.library.reader), told, services)
    text = (question_of(tracker) or told_before(tracker, services)).strip()
    if question is not None and (passed := steps.passed(text, question, wish, services)):
        return passed
    return _by_name(text, wish, question, services) or steps.told_by_message(text, wish, question, services)


def search_again(question: str, tracker: Tracker, services: ActionServices) -> Saying:
    """The answer to a question about money that has got its place, or whose place does not matter to the person."""
    wish = wish_of(tracker, services)
    if len(read_told(question, services.library.reader).lands) > 1:
        return _kept(steps.shown(wish.skip(Question.PLACE), services), tracker, services)
    return _kept(steps.told_by_message(question, wish, None, services), tracker, services)


def search_with_change(tail: str, tracker: Tracker, services: ActionServices) -> Saying:
    """The search before with what `tail` says: another place, form or sum, other people, or more of what it is for."""
    wish, reader = wish_of(tracker, services), services.library.reader
    told = read_told(tail, reader)
    if told.has_subject:
        words = wish.words
        if reader.read(tail).values("zielgruppe"):
            words = without_terms(reader.read(words), "zielgruppe", only_behind_for=True)
        wish = replace(wish, words=f"{words} {tail}".strip())
    said = steps.shown(wish.with_told(replace(told, purpose=False), reader), services)
    return _kept(said, tracker, services, goes_on=True)


def search_subject(subject: Subject, tracker: Tracker, services: ActionServices) -> Saying:
    """An earlier search taken up again, for the same people as they are known now."""
    told, known = read_told(subject.question, services.library.reader), wish_of(tracker, services)
    wish = replace(
        known.begun_anew(), words=subject.question, has_purpose=told.purpose, amount_eur=subject.amount_eur,
        skipped=known.skipped, was_shown=True,
    )  # fmt: skip
    return _kept(steps.shown(wish, services), tracker, services)


def search_without(parts: Collection[Part], words: str, tracker: Tracker, services: ActionServices) -> Saying:
    """The search for `words` without `parts`, about which the finder does not ask again."""
    purpose = tells_purpose(words, services)
    wish = replace(_wish_without(parts, tracker, services), words=words, has_purpose=purpose)
    if not purpose and (Part.TOPIC in parts or not wish.known):
        said = steps.ask(Question.PURPOSE, wish, services)
    elif wish.was_shown or wish.open_question is None:
        said = steps.shown(wish, services)
    else:
        said = steps.ask(wish.open_question, wish, services)
    return _kept(said, tracker, services, goes_on=True)


def slot_without(
    parts: Collection[Part], words: str | None, tracker: Tracker, services: ActionServices
) -> dict[str, object]:
    """What stays of the search in the slot when parts are dropped while something else is talked about."""
    if not tracker.get_slot(SLOT):
        return {}
    return {SLOT: _wish_without(parts, tracker, services).to_dict()}


def skipped_part(parts: Collection[Part], tracker: Tracker, services: ActionServices) -> Saying | None:
    """„egal wo“ when the finder has asked where: the next step. None if it has not asked for one of `parts`."""
    question = _question(tracker)
    if question is None or question not in {_QUESTION_OF[part] for part in parts if part in _QUESTION_OF}:
        return None
    return _kept(steps.skipped(wish_of(tracker, services).skip(question), services), tracker, services)


def tells_purpose(words: str, services: ActionServices) -> bool:
    """Whether `words` say what something is for."""
    return read_told(words, services.library.reader).purpose


def told_before(tracker: Tracker, services: ActionServices) -> str:
    """What somebody has told of an idea, when a button below the answer to it asks for money or examples.

    Empty if it has no topic: „Ich möchte eine Idee einreichen“.
    """
    before = last_answer(tracker).before or {}
    text, need = before.get("text") or "", ((before.get("parse_data") or {}).get("intent") or {}).get("name")
    if is_typed(tracker) or text.startswith("/") or need not in _TOLD:
        return ""
    return text if topics_of(services.library.reader.read(text)) else ""


def _wish_without(parts: Collection[Part], tracker: Tracker, services: ActionServices) -> FundingWish:
    wish = wish_of(tracker, services)
    if Part.PLACE in parts:
        wish = replace(wish, words=without_places(wish.words, services.library.reader), where="", lands=())
    if Part.LEGAL_FORM in parts:
        wish = replace(wish, forms=())
    if Part.AMOUNT in parts:
        wish = replace(wish, amount_eur=None)
    return wish.skip(*(_QUESTION_OF[part] for part in parts if part in _QUESTION_OF))


def _kept(said: Saying, tracker: Tracker, services: ActionServices, goes_on: bool = False) -> Saying:
    """The saying with what all actions know of the conversation after it: who, where, how much, and the subject."""
    if SLOT not in said.slots:
        return said
    wish, reader = FundingWish.from_dict(said.slots[SLOT]), services.library.reader
    read = reader.read(wish.words)
    known = Context(wish.where, wish.lands, wish.forms, topics_of(read), read.values("zielgruppe"), wish.amount_eur)
    if not wish.words:
        return replace(said, slots={**said.slots, CONTEXT: known.to_dict()})
    latest, bare = subjects_of(tracker).latest, without_places(wish.words, reader)
    is_latest = latest is not None and latest.kind == KIND and bare == without_places(latest.question, reader)
    subject = Subject(KIND, wish.words, wish.amount_eur)
    return replace(said, slots={**said.slots, **slots_after(tracker, known, subject, goes_on or is_latest)})


def answer_to_finder(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the finder makes of a message that was taken for something else, after it has said something.

    „Suhl“ or „ein Verein“ mean little by themselves; after a question they are answers. What nobody else understands is
    also a change of an earlier search. None if it is no answer.
    """
    said = _answer_to_finder(tracker, services)
    return None if said is None else _kept(said, tracker, services)


def _answer_to_finder(tracker: Tracker, services: ActionServices) -> Saying | None:
    asked, text = _asked(tracker) or _earlier_search(tracker), question_of(tracker).strip()
    if not asked or not text or need_of(tracker) in _NEVER_AN_ANSWER or asks_for_events(text):
        return None
    wish, question, reader = wish_of(tracker, services), _question(tracker), services.library.reader
    if question is not None and (passed := steps.passed(text, question, wish, services)):
        return passed
    told = read_told(text, reader, question)
    is_sure = confidence_of(tracker) >= _SURE and need_of(tracker) not in _NO_REAL_NEED
    is_idea = question is Question.PURPOSE and need_of(tracker) == _TOLD_AS_IDEA and told.has_subject
    is_bare = _is_only_an_answer(told, question)
    if is_sure and not is_idea and not is_bare:
        return None
    if named := _by_name(text, wish, question, services):
        return named
    if _answers(told, question):
        wish = _with_told(wish, told, tracker, services)
        if question is Question.PURPOSE and not is_bare and not steps.finds(wish, services):
            return None
        return steps.step(wish, told, services)
    if question is None or len(text.split()) > _VERY_SHORT or text.endswith("?"):
        return None
    return steps.ask(question, wish, services, not_understood=True)


def _with_told(wish: FundingWish, told: Told, tracker: Tracker, services: ActionServices) -> FundingWish:
    """The wish with an answer. Who tells something else when asked which Neustadt is meant is asked once more."""
    wish = wish.with_told(told, services.library.reader)
    asked = last_answer(tracker).question
    if asked is None or asked.outcome != ASKED_FOR_PLACE or told.where:
        return wish
    return replace(wish, skipped=tuple(one for one in wish.skipped if one is not Question.PLACE))


def _by_name(text: str, wish: FundingWish, question: Question | None, services: ActionServices) -> Saying | None:
    """„LEADER“ when asked what for: the name of funding, and no purpose."""
    words = fold(text.strip(" ?!.")).split()
    if question is not Question.PURPOSE or not 0 < len(words) <= _VERY_SHORT:
        return None
    is_name = text.isupper() or not all(map(dictionary.is_word, words))
    records = [one for one in services.library.search.records if isinstance(one, Funding)]
    if not is_name or not any(fold(one.name).split()[: len(words)] == words for one in records):
        return None
    return steps.shown(replace(wish, words=text.strip(), has_purpose=True), services, as_asked=True)


def asks_for_events(text: str) -> bool:
    """„Termine Dezember“: events are asked for in a few words, which are no answer to a question about money."""
    return len(text.split()) <= _SHORT and bool(_EVENTS.search(text))


def passed_question(tracker: Tracker, services: ActionServices) -> Saying | None:
    """The next step if the message passes the finder's question word for word („weiß nicht“), or None."""
    question, text = _question(tracker), question_of(tracker).strip()
    passed = steps.passed(text, question, wish_of(tracker, services), services) if question is not None and text else None
    return None if passed is None else _kept(passed, tracker, services)


def after_record(tracker: Tracker) -> str:
    """What an opened record leaves to be corrected: the search that led to it, if there was one."""
    return ANY_CHANGE if tracker.get_slot(SLOT) else ""


def _asked(tracker: Tracker) -> str:
    """The question in the latest answer; a question without a name is the first one."""
    before = last_answer(tracker)
    asked_for_more = before.question is not None and before.question.need == NEED
    return before.asks or (Question.PURPOSE.value if asked_for_more else "")


def _earlier_search(tracker: Tracker) -> str:
    """`ANY_CHANGE` if there was a search, nothing else was asked since, and the classifier is not sure of the message."""
    is_unsure = need_of(tracker) == "nlu_fallback" or confidence_of(tracker) < _SURE
    is_free = is_unsure and last_answer(tracker).question is None
    return ANY_CHANGE if is_free and tracker.get_slot(SLOT) else ""


def _question(tracker: Tracker) -> Question | None:
    asked = _asked(tracker)
    return Question(asked) if asked and asked != ANY_CHANGE else None


def _is_only_an_answer(told: Told, question: Question | None) -> bool:
    """Whether nothing but an answer was said, be it to another question: „Verein“, „in Suhl“."""
    is_answer = question is not None and bool(told.answers - {Question.PURPOSE})
    return is_answer and not told.rest and not told.has_subject and len(told.text.split()) <= _SHORT


def _answers(told: Told, question: Question | None) -> bool:
    if question is Question.PURPOSE:
        return bool(told.answers)
    changes = bool(told.answers - {Question.PURPOSE}) or told.staff_costs
    return changes and len(told.rest) <= (_MOST_WORDS_BESIDE if question else 0)


def _told_by_button(tracker: Tracker, services: ActionServices) -> Told | None:
    for question in Question:
        value = chosen(tracker, question.value)
        if value and question is Question.FORM:
            return Told(value, forms=(value,))
        if value:
            return read_told(value, services.library.reader, question)
    return None
