"""The form that opens a booked session with number and code, and moves it or calls it off, asked back once.

The code itself never stands here: the mark of `conversation.secrecy.kept_codes` does.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conversation.forms.appointment import show_slot
from conversation.forms.appointment_parts import spot_wish
from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form, Refusal, Spotted, Taken
from conversation.forms.readers import choice_reader
from conversation.forms.slot_choice import OTHER, SLOT, key_of, read_slot, slot_of
from conversation.forms.state import FormState
from knowledge.understanding import Understanding
from office.appointments.model import Slot
from wording import appointment_change as say
from wording import appointment_form

NAME = say.FORM
CASE, WHAT, SURE = "vorgang", "was", "sicher"
MOVE, CANCEL, FORGET = "verlegen", "absagen", "loeschen"
_CHOICES = tuple(Choice(key, say.WHAT_TITLES[key]) for key in (MOVE, CANCEL, FORGET))
_IN_OTHER_WORDS = {
    FORGET: re.compile(r"\b(?:lösch\w*|loesch\w*|widerruf\w*|einwilligung|zustimmung|zurückzieh\w*|zurückz(?:og|ieh)\w*|alles weg)\b", re.IGNORECASE),
    MOVE: re.compile(
        r"\b(?:verschieb\w*|verschob\w*|verleg\w*|umbuch\w*|umleg\w*|vorverleg\w*|ander(?:e[nrms]?|er) (?:zeit|termin|tag|uhrzeit)|neue[nrms]? "
        r"(?:zeit|termin|uhrzeit)|später|früher|ändern|tauschen|verschibn|vaschiam)\b", re.IGNORECASE,
    ),
    CANCEL: re.compile(
        r"\b(?:ab(?:zu)?sag\w*|sag\w* (?:\w+ ){0,4}ab|stornier\w*|storno|abbestell\w*|cancel\w*|streich\w*|fällt aus|ausfallen|kann (?:\w+ ){0,4}nicht "
        r"(?:kommen|wahrnehmen)|komme (?:\w+ ){0,3}nicht|nicht mehr (?:nötig|brauch\w*)|brauche? (?:\w+ ){0,4}nicht mehr|abmelden)\b", re.IGNORECASE,
    ),
}  # fmt: skip
"""What people write instead of the titles, in this order."""
_OWN_SESSION = re.compile(
    r"\b(?:mein|unser)(?:e[nrms]?)? (?:\w+ ){0,2}(?:beratungs)?(?:termin|gespr(?:ä|ae)ch|beratung)\w*", re.IGNORECASE
)
_THE_SESSION = re.compile(r"\b(?:de[nrm]|diese[nrm]?|gebuchte[nrm]?) (?:\w+ ){0,2}(?:beratungs)?termin\w*", re.IGNORECASE)
_ASKS_IF = re.compile(
    r"\b(?:sp(?:ä|ae)ter|noch|notfalls|eventuell|auch|wieder|danach|nachher|falls|wenn)\b.*\?|^\W*(?:falls|wenn)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\W*(?:(?:bitte|doch|lieber) )*(?:absagen|stornieren|storno|abbestellen|verschieben|verlegen|umbuchen)(?: bitte)?\W*",
    re.IGNORECASE,
)
_CANNOT_COME = re.compile(
    r"\b(?:habe?|haben|hatte|hatten) (?:ich |wir )?(?:(?!kein)\w+ ){0,5}(?:beratungs)?termin\b.{0,40}"
    r"\b(?:kann (?:\w+ ){0,3}nicht|k(?:ö|oe)nnen (?:\w+ ){0,3}nicht|schaffe (?:\w+ ){0,3}nicht|"
    r"nicht (?:kommen|wahrnehmen|schaffen)|verhindert|krank)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_THIS = 8
_NOT = re.compile(r"\b(?:nicht|nich|kein\w*)\b(?! (?:mehr|kommen|wahrnehmen))", re.IGNORECASE)


@dataclass(frozen=True)
class Looked:
    """What was looked up: the `slots` offered, `question` about them, `session` in words, and `sure`, the last question."""

    slots: tuple[Slot, ...] = ()
    question: str = appointment_form.WHEN_ELSE
    session: str = ""
    sure: str = ""
    agree: str = say.YES_DO_IT


def appointment_change_form(looked: Looked = Looked()) -> Form:
    """The form; it has no last step, as its last question is one."""
    sure = (Choice(YES, looked.agree), Choice(NO, say.NO_LEAVE_IT))
    slots = tuple(Choice(key_of(one), appointment_form.slot_title(one)) for one in looked.slots)
    more = (Choice(OTHER, appointment_form.OTHER, is_other=True),) if slots else ()
    return Form(
        name=NAME,
        title=say.TITLE,
        serves="beratung_aendern",
        asks_to_confirm=False,
        loses_nothing=True,
        plan=plan,
        fields=(
            Field(CASE, say.CASE_LABEL, say.CASE, say.CASE_HELP, read=_read_case, kind=FieldKind.STRICT, is_sensitive=True),
            Field(
                WHAT, say.WHAT_LABEL, "\n\n".join(filter(None, (looked.session, say.WHAT))), say.WHAT_HELP, read=_read_what,
                spot=spot_what, kind=FieldKind.STRICT, choices=_CHOICES, show=say.WHAT_TITLES.__getitem__,
            ),
            Field(
                SLOT, say.SLOT_LABEL, looked.question, appointment_form.SLOT_HELP, kind=FieldKind.STRICT, show=show_slot,
                read=lambda text, understanding, now: read_slot(text, looked.slots, now), spot=spot_wish,
                choices=(*slots, *more), names=("zeit", "uhrzeit", "zeitpunkt", "tag", "datum", "termin"),
            ),
            Field(SURE, say.SURE_LABEL, looked.sure, say.SURE_HELP, read=choice_reader(sure), kind=FieldKind.STRICT, choices=sure),
        ),
    )  # fmt: skip


def plan(state: FormState) -> str | None:
    """First what opens it, then what shall be done, a new time only where it is moved, and whether that is sure."""
    known = state.known
    for key in (CASE, WHAT):
        if key not in known:
            return key
    if known[WHAT] == MOVE and not slot_of(known.get(SLOT)):
        return SLOT
    return None if SURE in known else SURE


def spot_what(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """„absagen“, „verschieben“; not „bitte nicht absagen“."""
    for what, words in _IN_OTHER_WORDS.items():
        found = words.search(text)
        if found and not _NOT.search(found.group()) and not _NOT.search(text[: found.start()][-14:]):
            return Spotted(what, (found.span(),))
    return None


def speaks_of_booked_session(text: str, booking: FormState) -> bool:
    """Whether somebody who fills in `booking` wants to move or call off a session that stands already.

    „Den Termin“ is one only before times are shown; once a time is chosen, it is that which is meant. „Kann ich den Termin
    später noch absagen?“ is a question.
    """
    if slot_of(booking.values.get(SLOT)) or _ASKS_IF.search(text):
        return False
    if spot_what(text, Understanding(text), booking.updated_at) is None:
        return False
    return bool(_OWN_SESSION.search(text) or booking.asked != SLOT and _THE_SESSION.search(text))


def cannot_come(text: str) -> bool:
    """„Ich habe am Montag einen Termin und kann nicht“: a session that stands already, without a word of changing it."""
    return "?" not in text and bool(_CANNOT_COME.search(text))


def wants_of_chosen(text: str) -> str | None:
    """MOVE or CANCEL, said of the time that is just being booked: „Termin absagen“, „lieber stornieren“."""
    spotted = spot_what(text, Understanding(text), datetime.min)
    words = text.split()
    if spotted is None or len(words) > _MOST_WORDS_OF_THIS or _ASKS_IF.search(text):
        return None
    is_meant = _BARE.fullmatch(text) or re.search(r"\btermin|\bbuchung|\breservierung|\bberatung", text, re.IGNORECASE)
    return (MOVE if spotted.value == MOVE else CANCEL) if is_meant else None


def _read_what(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    told = choice_reader(_CHOICES)(text, understanding, now)
    spotted = None if isinstance(told, Taken) else spot_what(text, understanding, now)
    return Taken(spotted.value) if spotted else told


def _read_case(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """Number and code are read before any form (`actions.matters`); what comes here has not both."""
    return Refusal("case_missing")


def case_of(values: Any) -> tuple[str, str]:
    """The number, and the mark that stands for the code."""
    return values[CASE]["number"], values[CASE]["mark"]
