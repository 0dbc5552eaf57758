"""Matters: handing a filled form to the office, and what a number and its code do later, whatever the kind."""
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any, Callable, Mapping

from rasa_sdk import Tracker

from actions.appointment_changes import opened
from actions.idea_sheets import cases_told, open_sheet
from actions.lost_code import code_lost_reply, says_code_is_lost
from actions.message import is_typed, question_of
from actions.fitting import with_fitting_records
from actions.services import ActionServices
from actions.slot_search import Step
from conversation.forms import callback, concern, idea, obstacle, question
from conversation.forms.contact_reader import read_contact
from conversation.forms.model import FormTurn, Taken
from conversation.forms.state import FormState
from conversation.secrecy.kept_codes import marks_in
from knowledge.case_numbers import CaseNumber, find_case_numbers
from office.consent import Consent, Purpose
from office.desks import desk_for
from office.errors import StorageError
from office.matters.kind import MatterKind
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.kinds.callback import BEST_TIME, CALLBACK, NAME, SUBJECT
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.idea import ASKED, IDEA
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.kinds.question import ANSWER_BY, BY_CONTACT, QUESTION, QUESTION_TEXT
from office.matters.model import Matter, MatterOutcome, MatterResult, Submission, Where
from wording import appointment_change as session_words
from wording import callbacks as callback_words
from wording import ideas as idea_words
from wording import questions as question_words
from wording.concerns import CONCERNS
from wording.consent import current_text
from wording.matters import code_without_number, not_kept, not_reachable
from wording.obstacles import OBSTACLES
from wording.reply import Reply
from wording.reports import ReportWords

_WITHDRAW = re.compile(r"zurück|zurueck|lösch|loesch|widerruf|nicht mehr|absag|abbestell|storn|erledigt", re.IGNORECASE)
_NOT = re.compile(r"\b(?:nicht|kein\w*|ohne)\b(?! mehr)", re.IGNORECASE)
_CHANGE = re.compile(r"änder|aender|neue|andere|korrig", re.IGNORECASE)
_REVOKES = re.compile(
    r"(?:auswert|zitier)\w*.{0,30}(?:widerruf|zurück|nicht|stopp|beend|lösch)|"
    r"(?:widerruf|zurück|nicht|keine?|stopp|beend|lösch)\w*.{0,30}(?:auswert|zitier)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:stand|status|zeig\w*|was ist|wie weit|wie steht|gibt es|nachsehen|ansehen)\b|\?\s*$", re.IGNORECASE)
_FEW_WORDS = 8
_CODE = re.compile(r"\b[0-9A-Z]{5}[ -]?[0-9A-Z]{5}[ -]?[0-9A-Z]{5}\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Sort:
    """How the conversation deals with one kind: its words, what its form hands over, and which field may be told anew.

    `told_anew` reads the new text of a field out of a message; `with_reach`: what else changes with a new telephone or
    mail. `replies`: in this state, words behind number and code are the answer to the office, kept in this field.
    """

    kind: MatterKind
    say: ModuleType | ReportWords
    submission: Callable[[Mapping[str, Any], ActionServices], Submission]
    told_anew: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    with_reach: Mapping[str, str] | None = None
    replies: tuple[str, str] | None = None


def _callback(values: Mapping[str, Any], services: ActionServices) -> Submission:
    told = callback.plain_values(values)
    fields = {NAME: told["name"], BEST_TIME: told["best_time"], SUBJECT: told["subject"] or ""}
    consent = Consent(CALLBACK.purpose, told["consent_version"], told["consent_at"])
    return Submission(fields, (consent,), " ".join(filter(None, (told["phone"], told["mail"]))))


def _question(values: Mapping[str, Any], services: ActionServices) -> Submission:
    """The place is read from the question, so that the right desk finds it."""
    plain = question.plain_values(values)
    where = services.library.reader.read(plain["told"][QUESTION_TEXT]).where
    return Submission(plain["told"], plain["consents"], plain["reach"], Where(where.land, where.kreis))


def _report(read: Callable[[Mapping[str, Any]], dict[str, Any]], told: str) -> Callable[..., Submission]:
    """Hands over an obstacle or a concern; the place is the one that was told, or else read from the text `told`."""

    def submission(values: Mapping[str, Any], services: ActionServices) -> Submission:
        plain, reader = read(values), services.library.reader
        place, text = plain["told"].get("place", ""), plain["told"][told]
        where = reader.read(place, place_expected=True).where
        where = where if where.land else reader.read(f"{text} {place}").where
        return Submission(plain["told"], plain["consents"], plain["reach"], Where(where.land, where.kreis))

    return submission


def _idea(values: Mapping[str, Any], services: ActionServices) -> Submission:
    plain = idea.plain_values(values)
    version, at = plain["consent_version"], plain["consent_at"]
    consents = [Consent(IDEA.purpose, version, at)]
    if plain["may_be_evaluated"]:
        consents.append(Consent(Purpose.EVALUATION, current_text(Purpose.EVALUATION).version, at))
    return Submission(plain["told"], tuple(consents), plain["reach"], Where(plain["land"], plain["kreis"]))


_NEW_IDEA_FIELDS = {
    "title": "titel|name der idee", "idea": "idee|beschreibung", "problem": "problem", "target_group": "zielgruppe|für wen",
    "place": "ort|gemeinde", "stage": "stand", "organisation": "rechtsform|organisation|träger", "needs": "bedarf",
    "name": "name",
}  # fmt: skip
"""What people call the fields behind „neuer …:“."""


def _anew(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:neue[rsn]?|geänderte[rsn]?|andere[rsn]?) (?:{names})\s*[:–-]\s*(\S.*)$", re.IGNORECASE | re.DOTALL
    )


_BY_FORM = {
    obstacle.NAME: _Sort(
        OBSTACLE, OBSTACLES, _report(obstacle.plain_values, "obstacle"),
        {"obstacle": _anew("meldung|hindernis|hürde|text|wortlaut")},
    ),
    concern.NAME: _Sort(
        CONCERN, CONCERNS, _report(concern.plain_values, "concern"), {"concern": _anew("nachricht|anliegen|text|wortlaut")},
    ),
    callback.NAME: _Sort(CALLBACK, callback_words, _callback),
    question.NAME: _Sort(
        QUESTION, question_words, _question,
        told_anew={QUESTION_TEXT: re.compile(r"\b(?:neuer?|geänderte|andere) (?:frage|text|wortlaut)\s*[:–-]?\s+(\S.*)$",
                                             re.IGNORECASE | re.DOTALL)},
        with_reach={ANSWER_BY: BY_CONTACT},
    ),
    idea.NAME: _Sort(
        IDEA, idea_words, _idea, told_anew={name: _anew(called) for name, called in _NEW_IDEA_FIELDS.items()},
        replies=(ASKED, "reply"),
    ),
}  # fmt: skip
_BY_PREFIX = {one.kind.prefix: one for one in _BY_FORM.values()}
_SERVED = {*_BY_PREFIX, APPOINTMENT.prefix}


def hand_over(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Leave the filled form with the office; the reply, and whether it has arrived.

    The same form sent again, as by a double click, is the same request: it is named by the conversation, the form and
    the moment at which it was begun.
    """
    sort, office = _BY_FORM[turn.state.form], services.library.office
    request_key = request_key_of(key, turn.state)
    try:
        submission = at_its_desk(sort.submission(turn.values, services), services)
        result = services.office.of(sort.kind).submit(submission, request_key, services.now())
        if result.code is not None:
            result = replace(result, code=services.codes.keep(key, result.code, services.now()))
        if result.outcome in (MatterOutcome.RECEIVED, MatterOutcome.ALREADY_RECEIVED):
            return with_fitting_records(_receipt(sort, result, key, services), sort.kind, submission, services), True
    except StorageError:
        return not_kept(office), False
    return sort.say.not_taken(result), False


def at_its_desk(submission: Submission, services: ActionServices) -> Submission:
    """With the desk that its topics and its Land lead to."""
    topics = services.library.reader.read("\n".join(submission.told.values())).topics
    return replace(submission, desk=desk_for(services.library.office.desks, topics, submission.where.land))


def _receipt(sort: _Sort, result: MatterResult, key: str, services: ActionServices) -> Reply:
    """Number and code; the answer to a question is told in this conversation as well, if one is wanted."""
    receipt = sort.say.received(result, services.library.office)
    matter = services.office.of(sort.kind).find(result.number) if sort.kind is QUESTION else None
    return question_words.told_in_this_chat(receipt) if matter and services.office_answers.expect(matter, key) else receipt


def handed_over_again(state: FormState, key: str, services: ActionServices) -> Reply | None:
    """The answer once more, with a code that counts from now on, where the message that handed over is repeated because its
    answer was lost on the way; None if nothing was kept of it."""
    sort = _BY_FORM.get(state.form)
    result = services.office.of(sort.kind).repeat(request_key_of(key, state), services.now()) if sort else None
    if result is None:
        return None
    if result.code is not None:
        result = replace(result, code=services.codes.keep(key, result.code, services.now()))
    return _receipt(sort, result, key, services)


def request_key_of(key: str, state: FormState) -> str:
    """Names the one request: the conversation, the form and the moment at which it was begun."""
    return f"{key}:{state.form}:{state.started_at.isoformat()}"


def case_reply(tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """What a message with the number of a matter asks for, or None if there is no such number in it.
    A session is moved or called off by a form of its own: then its first step.

    With the code it shows, changes or withdraws; without it tells nothing but how, and the state that all may know.
    """
    try:
        text = services.codes.filled_in(tracker.sender_id, question_of(tracker), services.now())
    except StorageError:
        return not_reachable(services.library.office)
    number = _number_in(text) if is_typed(tracker) else None
    if is_typed(tracker) and says_code_is_lost(text) and not _CODE.search(text[number.end :] if number else ""):
        return code_lost_reply(text, services)
    if number is None:
        return code_without_number() if is_typed(tracker) and marks_in(question_of(tracker)) else None
    sort = _BY_PREFIX.get(number.value.partition("-")[0])
    rest = text[: number.start] + " " + text[number.end :]
    code = _CODE.search(rest)
    try:
        sheet = open_sheet(tracker.sender_id, services)
        if sheet is not None and (cases := _sheet_cases(text)):
            return cases_told(cases, sheet, tracker.sender_id, services)
        if code is None and sort is None:
            return session_words.code_needed(number.value)
        if code is None:
            return sort.say.code_needed(services.office.of(sort.kind).public_state(number.value))
        rest = rest[: code.start()] + " " + rest[code.end() :]
        if sort is None:
            return opened(number.value, code.group(), rest, tracker.sender_id, services)
        result = _done(sort, number.value, code.group(), rest, services)
    except StorageError:
        return not_reachable(services.library.office)
    if result is None:
        return sort.say.how_to_change(number.value)
    return sort.say.opened(result, services.now().tzinfo)


def _sheet_cases(text: str) -> dict[str, str]:
    """Numbers of sessions and ideas in `text`, each with the code behind it or nothing."""
    found = find_case_numbers(text)
    ends = [*(one.start for one in found[1:]), len(text)]
    codes = [_CODE.search(text[one.end : end]) for one, end in zip(found, ends)]
    told = {one.value: code.group() if code else "" for one, code in zip(found, codes)}
    return {number: code for number, code in told.items() if number.partition("-")[0] in (APPOINTMENT.prefix, IDEA.prefix)}


def _number_in(text: str) -> CaseNumber | None:
    """The first number of a kind that is served here."""
    return next((one for one in find_case_numbers(text) if one.value.partition("-")[0] in _SERVED), None)


def _done(sort: _Sort, number: str, code: str, rest: str, services: ActionServices) -> MatterResult | None:
    """What the words beside number and code want; None if they want a change, but do not say to what."""
    matters, now = services.office.of(sort.kind), services.now()
    anew = {name: found.group(1) for name, pattern in sort.told_anew.items() if (found := pattern.search(rest))}
    if anew:
        where = services.library.reader.read(anew["place"], place_expected=True).where if "place" in anew else None
        return matters.change(number, code, anew, now, where=where and Where(where.land, where.kreis))
    if sort.kind.can_be_evaluated and _REVOKES.search(rest):
        return matters.revoke_evaluation(number, code, now)
    result = _replied(sort, number, code, rest, services)
    if result is not None:
        return result
    if _WITHDRAW.search(rest) and not _NOT.search(rest):
        return matters.withdraw(number, code, now)
    result = matters.show(number, code, now)
    contact = read_contact(rest, services.library.reader.read(rest), now)
    if isinstance(contact, Taken) and result.outcome is MatterOutcome.SHOWN:
        return matters.change(number, code, sort.with_reach or {}, now, _reach(contact.value, result.matter))
    if _CHANGE.search(rest) and result.outcome is MatterOutcome.SHOWN:
        return None
    return result


def _replied(sort: _Sort, number: str, code: str, rest: str, services: ActionServices) -> MatterResult | None:
    """The answer to the office's question, written behind number and code; None if nothing was asked or said.

    Whoever wants to withdraw says so in a few words; an answer that happens to hold such a word is longer.
    """
    words = rest.lstrip(" \t\n,.;:–-").rstrip()
    is_short = len(words.split()) <= _FEW_WORDS
    says_else = is_short and (_WITHDRAW.search(words) or _CHANGE.search(words) or _ASKS.search(words))
    if sort.replies is None or sum(map(str.isalpha, words)) < 2 or says_else:
        return None
    state, name = sort.replies
    found = services.office.of(sort.kind).find(number)
    if found is None or found.state != state:
        return None
    words = re.sub(r"^(?:meine |unsere )?antwort\s*(?:ist|lautet)?\s*[:–-]?\s*", "", words, flags=re.IGNORECASE)
    return services.office.of(sort.kind).change(number, code, {name: words}, services.now())


def _reach(new: Mapping[str, str | None], known: Matter) -> str:
    """Telephone and mail after a change; what was not told anew stays."""
    phone, mail = new.get("phone") or known.phone, new.get("mail") or known.email
    return " ".join(filter(None, (phone, mail)))
