"""Matters: handing a filled form to the office, and what a number and its code do later, whatever the kind."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any, Callable, Mapping

from rasa_sdk import Tracker

from actions.message import is_typed, question_of
from actions.fitting import with_fitting_records
from actions.services import ActionServices
from conversation.forms import callback, concern, obstacle, question
from conversation.forms.contact_reader import read_contact
from conversation.forms.model import FormTurn, Taken
from conversation.secrecy.kept_codes import marks_in
from knowledge.case_numbers import CaseNumber, find_case_numbers
from office.consent import Consent
from office.desks import desk_for
from office.errors import StorageError
from office.matters.kind import MatterKind
from office.matters.kinds.callback import BEST_TIME, CALLBACK, NAME, SUBJECT
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.kinds.question import ANSWER_BY, BY_CONTACT, QUESTION, QUESTION_TEXT
from office.matters.model import Matter, MatterOutcome, MatterResult, Submission, Where
from wording import callbacks as callback_words
from wording import questions as question_words
from wording.concerns import CONCERNS
from wording.obstacles import OBSTACLES
from wording.matters import code_without_number, not_kept, not_reachable
from wording.reply import Reply
from wording.reports import ReportWords

_WITHDRAW = re.compile(r"zurück|zurueck|lösch|loesch|widerruf|nicht mehr|absag|abbestell|storn|erledigt", re.IGNORECASE)
_NOT = re.compile(r"\b(?:nicht|kein\w*|ohne)\b(?! mehr)", re.IGNORECASE)
_CHANGE = re.compile(r"änder|aender|neue|andere|korrig", re.IGNORECASE)
_EVALUATION = re.compile(r"\bauswert\w*|\bzitier\w*", re.IGNORECASE)
_CODE = re.compile(r"\b[0-9A-Z]{5}[ -]?[0-9A-Z]{5}[ -]?[0-9A-Z]{5}\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Sort:
    """How the conversation deals with one kind: its words, what its form hands over, and which field may be told anew.

    `told_anew` reads the new text out of a message; `with_reach`: what else changes with a new telephone or mail.
    """

    kind: MatterKind
    say: ModuleType | ReportWords
    submission: Callable[[Mapping[str, Any], ActionServices], Submission]
    told_anew: tuple[str, re.Pattern[str]] | None = None
    with_reach: Mapping[str, str] | None = None


def _callback(values: Mapping[str, Any], services: ActionServices) -> Submission:
    told = callback.plain_values(values)
    fields = {NAME: told["name"], BEST_TIME: told["best_time"], SUBJECT: told["subject"] or ""}
    consent = Consent(CALLBACK.purpose, told["consent_version"], told["consent_at"])
    return Submission(fields, (consent,), " ".join(filter(None, (told["phone"], told["mail"]))))


def _question(values: Mapping[str, Any], services: ActionServices) -> Submission:
    """The place is read from the question, so that the right desk finds it."""
    plain = question.plain_values(values)
    consent = Consent(QUESTION.purpose, plain["consent_version"], plain["consent_at"])
    where = services.library.reader.read(plain["told"][QUESTION_TEXT]).where
    return Submission(plain["told"], (consent,), plain["reach"], Where(where.land, where.kreis))


def _report(read: Callable[[Mapping[str, Any]], dict[str, Any]], told: str) -> Callable[..., Submission]:
    """Hands over an obstacle or a concern; the place is the one that was told, or else read from the text `told`."""

    def submission(values: Mapping[str, Any], services: ActionServices) -> Submission:
        plain, reader = read(values), services.library.reader
        place, text = plain["told"].get("place", ""), plain["told"][told]
        where = reader.read(place, place_expected=True).where
        where = where if where.land else reader.read(f"{text} {place}").where
        return Submission(plain["told"], plain["consents"], plain["reach"], Where(where.land, where.kreis))

    return submission


def _anew(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:neuer?s?|geänderte[rs]?) (?:{words}|text|wortlaut)\s*[:–-]?\s+(\S.*)$", re.IGNORECASE | re.DOTALL)


_BY_FORM = {
    obstacle.NAME: _Sort(
        OBSTACLE, OBSTACLES, _report(obstacle.plain_values, "obstacle"), ("obstacle", _anew("meldung|hindernis|hürde")),
    ),
    concern.NAME: _Sort(
        CONCERN, CONCERNS, _report(concern.plain_values, "concern"), ("concern", _anew("nachricht|anliegen")),
    ),
    callback.NAME: _Sort(CALLBACK, callback_words, _callback),
    question.NAME: _Sort(
        QUESTION, question_words, _question,
        told_anew=(QUESTION_TEXT, re.compile(r"\b(?:neuer?|geänderte|andere) (?:frage|text|wortlaut)\s*[:–-]?\s+(\S.*)$",
                                             re.IGNORECASE | re.DOTALL)),
        with_reach={ANSWER_BY: BY_CONTACT},
    ),
}  # fmt: skip
_BY_PREFIX = {one.kind.prefix: one for one in _BY_FORM.values()}


def hand_over(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Leave the filled form with the office; the reply, and whether it has arrived.

    The same form sent again, as by a double click, is the same request: it is named by the conversation, the form and
    the moment at which it was begun.
    """
    sort, office = _BY_FORM[turn.state.form], services.library.office
    request_key = f"{key}:{turn.state.form}:{turn.state.started_at.isoformat()}"
    try:
        submission = _at_its_desk(sort.submission(turn.values, services), services)
        result = services.office.of(sort.kind).submit(submission, request_key, services.now())
        if result.code is not None:
            result = replace(result, code=services.codes.keep(key, result.code, services.now()))
    except StorageError:
        return not_kept(office), False
    if result.outcome in (MatterOutcome.RECEIVED, MatterOutcome.ALREADY_RECEIVED):
        return with_fitting_records(sort.say.received(result, office), sort.kind, submission, services), True
    return sort.say.not_taken(result), False


def _at_its_desk(submission: Submission, services: ActionServices) -> Submission:
    """With the desk that its topics and its Land lead to."""
    topics = services.library.reader.read("\n".join(submission.told.values())).topics
    return replace(submission, desk=desk_for(services.library.office.desks, topics, submission.where.land))


def case_reply(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What a message with the number of a matter asks for, or None if there is no such number in it.

    With the code it shows, changes or withdraws; without it tells nothing but how, and the state that all may know.
    """
    try:
        text = services.codes.filled_in(tracker.sender_id, question_of(tracker), services.now())
    except StorageError:
        return not_reachable(services.library.office)
    number = _number_in(text) if is_typed(tracker) else None
    if number is None:
        return code_without_number() if is_typed(tracker) and marks_in(question_of(tracker)) else None
    sort = _BY_PREFIX[number.value.partition("-")[0]]
    rest = text[: number.start] + " " + text[number.end :]
    code = _CODE.search(rest)
    try:
        if code is None:
            return sort.say.code_needed(services.office.of(sort.kind).public_state(number.value))
        rest = rest[: code.start()] + " " + rest[code.end() :]
        result = _done(sort, number.value, code.group(), rest, services)
    except StorageError:
        return not_reachable(services.library.office)
    if result is None:
        return sort.say.how_to_change(number.value)
    return sort.say.opened(result, services.now().tzinfo)


def _number_in(text: str) -> CaseNumber | None:
    """The first number of a kind that is served here."""
    return next((one for one in find_case_numbers(text) if one.value.partition("-")[0] in _BY_PREFIX), None)


def _done(sort: _Sort, number: str, code: str, rest: str, services: ActionServices) -> MatterResult | None:
    """What the words beside number and code want; None if they want a change, but do not say to what."""
    matters, now = services.office.of(sort.kind), services.now()
    anew = sort.told_anew[1].search(rest) if sort.told_anew else None
    if anew is not None:
        return matters.change(number, code, {sort.told_anew[0]: anew.group(1)}, now)
    if sort.kind.can_be_evaluated and _EVALUATION.search(rest) and (_WITHDRAW.search(rest) or _NOT.search(rest)):
        return matters.revoke_evaluation(number, code, now)
    if _WITHDRAW.search(rest) and not _NOT.search(rest):
        return matters.withdraw(number, code, now)
    result = matters.show(number, code, now)
    contact = read_contact(rest, services.library.reader.read(rest), now)
    if isinstance(contact, Taken) and result.outcome is MatterOutcome.SHOWN:
        return matters.change(number, code, sort.with_reach or {}, now, _reach(contact.value, result.matter))
    if _CHANGE.search(rest) and result.outcome is MatterOutcome.SHOWN:
        return None
    return result


def _reach(new: Mapping[str, str | None], known: Matter) -> str:
    """Telephone and mail after a change; what was not told anew stays."""
    phone, mail = new.get("phone") or known.phone, new.get("mail") or known.email
    return " ".join(filter(None, (phone, mail)))
