"""What somebody steers where there is nothing to steer: „abbrechen“ or „absenden“ without a form, and the call-back that
was asked for already."""
from __future__ import annotations

import re

from rasa_sdk import Tracker

from actions.history import last_answer
from actions.manner import is_plain
from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices
from conversation.commands import CommandKind, find_command
from conversation.forms.hearing import is_sending
from knowledge.case_numbers import find_case_numbers
from knowledge.office import OfficeProfile
from office.matters.kind import WITHDRAWN, MatterKind
from office.matters.kinds.callback import CALLBACK
from wording import callbacks as say
from wording import matters, steering
from wording.asides import what_is_unclear
from wording.everyday_trouble import everyday_trouble_reply
from wording.reply import Reply

_MOST_WORDS, _MOST_WORDS_TO_SEND = 14, 3
_OWN_CALLBACK = r"(?:mein\w*|unser\w*|der|den|dem|des|vom|zum)\s+(?:bitte um (?:einen )?)?r(?:ü|ue?)ckruf\w*"
_ASKS_AFTER = re.compile(
    rf"\b(?:stand|status|was ist mit|was wird aus|wo bleibt|wann kommt|kommt|wurde|ist|warte\w*)\b.{{0,25}}\b{_OWN_CALLBACK}|"
    rf"\b{_OWN_CALLBACK}.{{0,30}}\b(?:noch|angekommen|da|vergessen|stand|status|bearbeitet|eingegangen)\b|"
    r"\b(?:wann|wieso|warum)\b.{0,30}\b(?:endlich|noch nicht|nicht)\b.{0,20}\bzur(?:ü|ue?)ck(?:ge)?r[uo]f|"
    r"\br(?:ü|ue?)ckruf\w* (?:bestellt|angefordert|beantragt|gewollt|vereinbart|erbeten)\b.{0,30}\b(?:nie|nichts|nicht|niemand|keiner)\b|"
    r"\bum (?:einen |den )?r(?:ü|ue?)ckruf gebeten\b.{0,30}\b(?:nie|nichts|nicht|niemand|keiner)\b",
    re.IGNORECASE,
)
"""„Wie ist der Stand meines Rückrufs“, „kommt mein Rückruf noch“; not „ich möchte einen Rückruf“."""
_LOST = re.compile(
    r"\b(?:nummer|code)\b.{0,20}\b(?:nicht mehr|(?:auch )?nicht|vergessen|verloren|verlegt)\b|\b(?:keinen code|keine nummer)\b|"
    r"\b(?:wie|was) (?:war|ist|lautet)\b.{0,20}\b(?:nummer|code)\b|"
    r"^(?:und )?(?:der code|die nummer)\W*$|\bunter (?:meinem|dem) namen\b",
    re.IGNORECASE,
)
_WITHDRAWS = re.compile(
    r"^(?:ich )?(?:(?:m(?:ö|oe)chte|will) )?(?:(?:ziehe?|nehme?) )?(?:das|ihn|den r(?:ü|ue)ckruf|meinen r(?:ü|ue)ckruf|die bitte|meine bitte) "
    r"(?:wieder )?(?:zur(?:ü|ue)ck|zur(?:ü|ue)ckziehen|zur(?:ü|ue)cknehmen|stornieren|absagen|widerrufen)\W*$",
    re.IGNORECASE,
)
_HELP = re.compile(r"\W*(?:bitte )?(?:hilfe|help|hilf mir|helfen sie mir|helft mir|hilfe bitte|können sie mir helfen)\W*", re.IGNORECASE)
_NOTHING_TO_DO = {
    CommandKind.CANCEL: steering.nothing_to_cancel,
    CommandKind.STOP: steering.nothing_to_cancel,
    CommandKind.RESUME: steering.nothing_to_resume,
    CommandKind.LATER: steering.later,
    CommandKind.SHOW_ALL: steering.nothing_to_show,
    CommandKind.RESTART: steering.begun_anew,
}


def trouble_of_others(tracker: Tracker) -> Reply | None:
    """The answer to a burst pipe or a lost key, where nothing else was understood in the message."""
    if not is_typed(tracker) or need_of(tracker) not in ("ausserhalb", "nlu_fallback", "unzufrieden", "huerde_melden"):
        return None
    return everyday_trouble_reply(question_of(tracker))


def asked_after_callback(tracker: Tracker, services: ActionServices) -> Reply | None:
    """How somebody learns how their call-back stands, or None if that is not asked. The code is never repeated."""
    text = question_of(tracker)
    if not is_typed(tracker) or len(text.split()) > _MOST_WORDS:
        return None
    number = sent_number(tracker, services, CALLBACK)
    draft = services.drafts.latest(tracker.sender_id)
    is_open = draft is not None and not draft.has_ended
    if number and not is_open and _WITHDRAWS.match(text):
        return say.code_needed(None)
    has_lost = (number and not is_open or "CODE_NEEDED" in last_answer(tracker).outcomes) and _LOST.search(text)
    if has_lost:
        return say.number_or_code_lost(number, services.library.office)
    if not _ASKS_AFTER.search(text):
        return None
    if not number and is_open:
        return say.not_sent_yet(draft.form)
    return say.number_and_code_needed(number)


def without_a_form(tracker: Tracker, office: OfficeProfile) -> Reply | None:
    """The answer to a command of forms while there is none, or None if the message is no such command."""
    text = question_of(tracker).strip()
    if not is_typed(tracker) or not text:
        return None
    command = find_command(text)
    if command is not None and command.kind in _NOTHING_TO_DO and not command.part:
        return _NOTHING_TO_DO[command.kind]()
    if command is not None and command.kind is CommandKind.HELP and "versteh" in text.lower():
        return what_is_unclear(office, is_plain(tracker))
    return steering.what_for_help() if _HELP.fullmatch(text) else None


def sent_already(tracker: Tracker, services: ActionServices) -> Reply | None:
    """The answer to „absenden“ where nothing is open: it has arrived, or there is nothing to send."""
    text = question_of(tracker)
    if not is_typed(tracker) or len(text.split()) > _MOST_WORDS_TO_SEND or not is_sending(text):
        return None
    number = sent_number(tracker, services)
    return matters.arrived_already(number) if number else steering.nothing_to_send()


def sent_number(tracker: Tracker, services: ActionServices, only: MatterKind | None = None) -> str:
    """The number of what was handed in last in this conversation (`only` of this kind) and still stands; or nothing."""
    told = (event.get("text") or "" for event in reversed(tracker.events) if event.get("event") == "bot")
    for text in told:
        for found in find_case_numbers(text):
            kind = next((one.kind for one in services.office.matters if one.kind.prefix == found.value.partition("-")[0]), None)
            if kind is None or only not in (None, kind):
                continue
            kept = services.office.of(kind).find(found.value)
            return found.value if kept is not None and kept.state != WITHDRAWN else ""
    return ""
