"""Call-backs: handing a filled form to the office, and what number and code do later."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Mapping

from rasa_sdk import Tracker

from actions.message import is_typed, question_of
from actions.services import ActionServices
from conversation.forms.callback import plain_values
from conversation.forms.contact_reader import read_contact
from conversation.forms.model import FormTurn, Taken
from conversation.secrecy.kept_codes import marks_in
from office.callbacks import Callback, CallbackField, CallbackOutcome
from office.callbacks.model import PREFIX
from office.consent import Consent, Purpose
from office.errors import StorageError
from wording import callbacks as say
from wording.reply import Reply

_WITHDRAW = re.compile(r"zurück|zurueck|lösch|loesch|widerruf|nicht mehr|absag|abbestell|storn|erledigt", re.IGNORECASE)
_NOT = re.compile(r"\b(?:nicht|kein\w*|ohne)\b(?! mehr)", re.IGNORECASE)
_CHANGE = re.compile(r"änder|aender|neue|andere|korrig", re.IGNORECASE)
_CODE = re.compile(r"\b[0-9A-Z]{5}[ -]?[0-9A-Z]{5}[ -]?[0-9A-Z]{5}\b", re.IGNORECASE)
_NUMBER = re.compile(rf"\b(?:{PREFIX}|RÜCKRUF)[ -]*([0-9A-Z]{{6}})\b", re.IGNORECASE)


def ask_for_callback(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Leave the filled form with the office; the reply, and whether it has arrived.

    The same form sent again, as by a double click, is the same request: it is named by the conversation and the moment
    at which the form was begun.
    """
    told, office = plain_values(turn.values), services.library.office
    reach = " ".join(filter(None, (told["phone"], told["mail"])))
    fields = {
        CallbackField.NAME: told["name"],
        CallbackField.REACH: reach,
        CallbackField.BEST_TIME: told["best_time"],
        CallbackField.SUBJECT: told["subject"] or "",
    }
    consent = Consent(Purpose.CALLBACK, told["consent_version"], told["consent_at"])
    request_key = f"{key}:{turn.state.started_at.isoformat()}"
    try:
        result = services.office.callbacks.request(fields, consent, request_key, services.now())
        if result.code is not None:
            result = replace(result, code=services.codes.keep(key, result.code, services.now()))
    except StorageError:
        return say.not_kept(office), False
    if result.outcome in (CallbackOutcome.REQUESTED, CallbackOutcome.ALREADY_REQUESTED):
        return say.requested(result, office), True
    return say.not_taken(result), False


def _reach(new: Mapping[str, str | None], known: Callback) -> str:
    """Telephone and mail after a change; what was not told anew stays."""
    phone, mail = new.get("phone") or known.phone, new.get("mail") or known.email
    return " ".join(filter(None, (phone, mail)))


def case_reply(tracker: Tracker, services: ActionServices) -> Reply | None:
    """What a message with the number of a call-back asks for, or None if there is no such number in it.

    With the code it shows, changes the way to reach somebody, or withdraws; without it tells nothing but how.
    """
    try:
        text = services.codes.filled_in(tracker.sender_id, question_of(tracker), services.now())
    except StorageError:
        return say.not_reachable(services.library.office)
    number = _NUMBER.search(text) if is_typed(tracker) else None
    if number is None:
        return say.code_needed() if is_typed(tracker) and marks_in(question_of(tracker)) else None
    rest = text[: number.start()] + " " + text[number.end() :]
    code = _CODE.search(rest)
    if code is None:
        return say.code_needed()
    rest = rest[: code.start()] + " " + rest[code.end() :]
    callbacks, now = services.office.callbacks, services.now()
    typed = f"{PREFIX}-{number.group(1)}"
    try:
        if _WITHDRAW.search(rest) and not _NOT.search(rest):
            result = callbacks.withdraw(typed, code.group(), now)
        else:
            result = callbacks.show(typed, code.group(), now)
            contact = read_contact(rest, services.library.reader.read(rest), now)
            if isinstance(contact, Taken) and result.callback is not None:
                told = {CallbackField.REACH: _reach(contact.value, result.callback)}
                result = callbacks.change(typed, code.group(), told, now)
            elif _CHANGE.search(rest) and result.outcome is CallbackOutcome.SHOWN:
                return say.how_to_change(typed)
    except StorageError:
        return say.not_reachable(services.library.office)
    return say.opened(result, services.now().tzinfo)
