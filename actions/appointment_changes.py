"""A booked session in the conversation: opened by number and code, shown, moved or called off."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from rasa_sdk import Tracker

from actions.message import is_typed, question_of
from actions.services import ActionServices
from actions.slot_search import SLOTS, WISH, Search, Step, next_question, offering, wish_taken, without
from conversation.commands import CommandKind, find_command
from conversation.forms.appointment import NAME as BOOKING
from conversation.forms.appointment_change import (
    CANCEL, CASE, FORGET, MOVE, NAME, SURE, WHAT, Looked, appointment_change_form, case_of, spot_what,
)  # fmt: skip
from conversation.forms.appointment_parts import spot_wish
from conversation.forms.contact_reader import read_contact
from conversation.forms.model import NO, Form, FormTurn, Outcome, Said, Taken
from conversation.forms.slot_choice import SLOT, slot_of
from conversation.forms.state import FormState
from conversation.secrecy.kept_codes import marks_in
from knowledge.case_numbers import find_case_numbers
from knowledge.schema.adviser import SessionFormat
from knowledge.times.wish import TimeWish
from office.appointments.model import Appointment, BookingOutcome, BookingResult, HoldOutcome, SessionWish
from office.errors import StorageError
from office.matters.kind import MatterKind
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import MatterOutcome
from wording import appointment_change as say
from wording import appointment_form as form_words
from wording.appointment_form import WHEN_ELSE
from wording.appointments import calendar_file
from wording.form_buttons import read_pressed
from wording.matters import not_opened, not_reachable
from wording.reply import Reply
from wording.session_calendar import session_path
from wording.session_words import session_time

_MOST_WORDS = 12
_ASKS_AFTER = re.compile(
    r"\bwann (?:ist|war|habe? ich|findet) (?:nochmal |noch mal |denn |eigentlich )*(?:mein|unser|der|meinen|den|unseren) (?:nächste[rn]? )?(?:beratungs)?termin|"
    r"\b(?:meinen?|unseren?) (?:beratungs)?termine? (?:noch ?mal |bitte )*(?:an(?:zeigen|sehen|schauen|gucken)|nachsehen|nachschauen|zeigen|wissen)\b|"
    r"\b(?:zeig\w*|sag\w*) (?:mir |sie |uns )*(?:meinen?|unseren?) (?:beratungs)?termine?\b|\b(?:habe?|hatte) ich (?:einen|schon einen) termin\b.*\?|"
    r"\bstatus (?:von |vom )?mein\w* (?:beratungs)?termin",
    re.IGNORECASE,
)
_CHANGES_CALENDAR = (BookingOutcome.MOVED, BookingOutcome.CANCELLED)
SESSION = "session"
"""Key of `FormState.offered`: what is booked now, so far as it is needed to look for another time."""
_LATER_ONES = (CommandKind.MORE, CommandKind.FURTHER, CommandKind.DETAILS)
_QUIET = frozenset({
    Outcome.NOT_MINE, Outcome.NOT_AN_ANSWER, Outcome.LEFT, Outcome.PAUSED, Outcome.ASKED_IF_SURE, Outcome.COMPLETED,
    Outcome.CANCELLED, Outcome.DECLINED,
})  # fmt: skip


def opened(number: str, code: str, words: str, key: str, services: ActionServices) -> Reply | Step:
    """What number, code and the `words` beside them want: the session shown, its contact changed, or the form for the rest."""
    now, office = services.now(), services.office
    result = office.appointments.show(number, code, now)
    if result.outcome is not BookingOutcome.SHOWN:
        return _done(result, services)
    appointment = result.appointment
    said = Said(words, services.library.reader.read(words))
    contact = read_contact(words, said.understanding, now)
    if isinstance(contact, Taken):
        return _contact_changed(number, code, contact.value, appointment, services)
    if appointment.is_cancelled:
        return _shown(appointment, services)
    values = {CASE: {"number": number, "mark": services.codes.keep(key, code, now)}}
    state = replace(FormState.new(appointment_change_form(), now), values=values, offered={SESSION: _plain(appointment)})
    before = services.drafts.load(key, NAME)
    told = before.values if before is not None and not before.has_ended and CASE not in before.values else {}
    spotted = spot_what(words, said.understanding, now)
    what = spotted.value if spotted else told.get(WHAT)
    if what is None:
        services.drafts.save(key, replace(state, asked=WHAT, resting="later"))
        return _shown(appointment, services)
    if what != FORGET and (refused := _refused(appointment, services)):
        return _done(BookingResult(refused, appointment=appointment), services)
    wish = spot_wish(words, said.understanding, now) if what == MOVE else None
    state = replace(
        state,
        values={**values, WHAT: what, **({SLOT: wish.value} if wish else {})},
        offered={**state.offered, WISH: before.offered.get(WISH, {}) if told else {}},
    )
    return looked_up(next_question(SEARCH, FormTurn(state, Outcome.ACCEPTED), services), key, services)


def asked_after_session(tracker: Tracker, services: ActionServices) -> Reply | Step | None:
    """„Wann ist mein Termin?“: the one that was booked in this conversation, or what is needed to see it; None if that is
    not asked."""
    text = question_of(tracker)
    if not is_typed(tracker) or len(text.split()) > _MOST_WORDS or not _ASKS_AFTER.search(text):
        return None
    draft = services.drafts.latest(tracker.sender_id)
    if draft is not None and draft.form == BOOKING and not (draft.has_ended or draft.resting):
        return None
    try:
        known = known_case(tracker, services)
        return opened(*known, "", tracker.sender_id, services) if known else say.number_and_code_needed()
    except StorageError:
        return not_reachable(services.library.office)


def known_case(tracker: Tracker, services: ActionServices, kind: MatterKind = APPOINTMENT) -> tuple[str, str] | None:
    """Number and code of what was booked or handed in last in this conversation, as long as its code can be read there."""
    for event in reversed(tracker.events):
        text = event.get("text") or "" if event.get("event") == "bot" else ""
        numbers = [one.value for one in find_case_numbers(text) if one.value.startswith(kind.prefix)]
        for mark in marks_in(text) if numbers else ():
            code = services.codes.filled_in(tracker.sender_id, mark, services.now())
            if code != mark:
                return numbers[0], code
    return None


def form_for(state: FormState | None, services: ActionServices, question: str = WHEN_ELSE) -> Form:
    """The form as it stands."""
    if state is None:
        return appointment_change_form()
    session = state.offered.get(SESSION)
    slots = tuple(slot for key in state.offered.get(SLOTS, ()) if (slot := slot_of(key)) is not None)
    what, new = state.values.get(WHAT, ""), slot_of(state.values.get(SLOT))
    words = session["words"] if session else ""
    sure = say.sure(what, words, new) if what else ""
    return appointment_change_form(Looked(slots, question, words, sure, say.AGREE.get(what, say.YES_DO_IT)))


def heard(state: FormState, said: Said, services: ActionServices) -> tuple[FormState, Said]:
    """The message as the form shall hear it: „mehr“ among shown times, a slot on an older button."""
    pressed = read_pressed(said.pressed) if said.pressed else None
    if pressed is not None and pressed.field == SLOT and slot_of(pressed.choice):
        shown = list(dict.fromkeys([*state.offered.get(SLOTS, ()), pressed.choice]))
        return replace(state, offered={**state.offered, SLOTS: shown}), said
    command = find_command(said.text) if said.pressed is None and state.asked == SLOT else None
    is_more = command is not None and command.kind in _LATER_ONES
    return state, replace(said, text=form_words.OTHER) if is_more and state.offered.get(SLOTS) else said


def longer(state: FormState, said: Said, key: str, services: ActionServices) -> str | None:
    """Nothing is prolonged here: one tap moves the session."""
    return None


def looked_up(turn: FormTurn, key: str, services: ActionServices, lead: str = "") -> Step:
    """The turn with free hours where a new time is asked for; the new time is held until the last question is answered."""
    if turn.outcome is Outcome.CANCELLED:
        services.office.appointments.release(key, services.now())
        return Step(form_for(turn.state, services), turn, instead=say.NOTHING_CHANGED)
    if turn.outcome in _QUIET or turn.state.has_ended or turn.outcome is Outcome.CHANGING and turn.field is None:
        return Step(form_for(turn.state, services), turn, lead)
    told = {*turn.accepted, *turn.changed}
    turn = replace(turn, accepted=(), changed=())
    turn, said = wish_taken(SEARCH, turn, services)
    new, below = slot_of(turn.state.values.get(SLOT)), ""
    if new is not None and SLOT in told:
        hold = services.office.appointments.hold(new, key, services.now())
        if hold.outcome is HoldOutcome.HELD:
            below = form_words.still_held(hold.until)
        else:
            said = form_words.gone(new) if hold.outcome is HoldOutcome.SLOT_GONE else form_words.TOO_MANY
            turn = next_question(SEARCH, replace(turn, state=without(turn.state, SLOT)), services)
    step = offering(SEARCH, turn, key, services) if turn.asks == SLOT else Step(form_for(turn.state, services), turn, below=below)
    return replace(step, lead="\n\n".join(filter(None, (lead, said))))


def change(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool] | Step:
    """Do what was confirmed; if the new slot is gone, the form goes on with other ones and the old time stands."""
    values, now, appointments = turn.values, services.now(), services.office.appointments
    if values[SURE] == NO:
        appointments.release(key, now)
        return say.left_alone(), True
    number, mark = case_of(values)
    code = services.codes.filled_in(key, mark, now)
    if values[WHAT] == FORGET:
        result = services.office.of(APPOINTMENT).withdraw(number, code, now)
        refused = not_opened(result, now.tzinfo)
        return (Reply(refused, outcome=f"SESSION_{result.outcome.name}") if refused else say.forgotten()), True
    if values[WHAT] == CANCEL:
        return _done(appointments.cancel(number, code, now), services), True
    new = slot_of(values[SLOT])
    result = appointments.move(number, code, new, now, key)
    if result.outcome is not BookingOutcome.SLOT_GONE:
        return _done(result, services), True
    state = replace(without(without(turn.state, SLOT), SURE), has_ended=False)
    again = next_question(SEARCH, replace(turn, state=state, outcome=Outcome.ACCEPTED, values=None), services)
    return looked_up(again, key, services, form_words.gone(new))


def _plain(appointment: Appointment) -> dict[str, str | int]:
    return {"adviser": appointment.slot.adviser, "minutes": appointment.slot.minutes, "format": appointment.format.value,
            "words": session_time(appointment.slot)}  # fmt: skip


def _wish(state: FormState, services: ActionServices) -> SessionWish:
    """Another time with the same adviser, of the same length and form."""
    session = state.offered[SESSION]
    return SessionWish(format=SessionFormat(session["format"]), minutes=session["minutes"], adviser=session["adviser"],
                       times=TimeWish.from_plain(state.offered.get(WISH, {})))  # fmt: skip


def _refused(appointment: Appointment, services: ActionServices) -> BookingOutcome | None:
    """Why it cannot be moved or called off any more; it is asked before the person chooses a new time for nothing."""
    now, adviser = services.now(), services.office.appointments.adviser(appointment.slot.adviser)
    if appointment.slot.starts_at <= now:
        return BookingOutcome.OVER
    limit = timedelta(hours=adviser.change_until if adviser else 0)
    return BookingOutcome.TOO_LATE if appointment.slot.starts_at - now < limit else None


def _contact_changed(number: str, code: str, contact, appointment: Appointment, services: ActionServices) -> Reply:
    reach = " ".join(filter(None, (contact.get("phone") or appointment.phone, contact.get("mail") or appointment.email)))
    result = services.office.of(APPOINTMENT).change(number, code, {}, services.now(), reach)
    is_done = result.outcome is MatterOutcome.CHANGED
    return say.contact_changed() if is_done else _shown(appointment, services)


def _shown(appointment: Appointment, services: ActionServices) -> Reply:
    adviser = services.office.appointments.adviser(appointment.slot.adviser)
    return say.shown(appointment, adviser, services.library.office)


def _done(result: BookingResult, services: ActionServices) -> Reply:
    appointment = result.appointment
    adviser = services.office.appointments.adviser(appointment.slot.adviser) if appointment else None
    reply = say.done(result, adviser, services.library.office, services.now().tzinfo)
    if appointment is None or result.outcome not in _CHANGES_CALENDAR:
        return reply
    path = session_path(services.office.calendar_links.make(appointment.number, services.now()))
    return replace(reply, attachments=(calendar_file(path),))


SEARCH = Search(form_for, _wish)
