"""An offer of the waiting list that is taken in the conversation: what is still needed is asked, then it is booked."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from actions.booking import booked_reply
from actions.matters import at_its_desk, request_key_of
from actions.services import ActionServices
from actions.slot_search import Step
from conversation.forms.appointment import CONSENT, CONTACT, PLACE
from conversation.forms.model import Form, FormTurn, Outcome, Said
from conversation.forms.state import FormState
from conversation.forms.steps import ended
from conversation.forms.waiting_offer import FORMATS, NAME, OFFER, Offered, format_of, waiting_offer_form
from knowledge.schema.adviser import SessionFormat
from office.appointments.model import BookingOutcome
from office.appointments.waiting_model import Waiting
from office.consent import Consent
from office.errors import StorageError
from office.matters.kinds import appointment as kind
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import Submission, Where
from wording import appointments as session_words
from wording import waiting as say
from wording.matters import not_kept
from wording.reply import Reply

_GONE = (BookingOutcome.HOLD_EXPIRED, BookingOutcome.SLOT_GONE)
_OVER = (Outcome.CANCELLED, Outcome.DECLINED)
_QUIET = (Outcome.NOT_MINE, Outcome.NOT_AN_ANSWER, Outcome.LEFT, Outcome.PAUSED, Outcome.COMPLETED)


def began_to_take(key: str, waiting: Waiting, services: ActionServices) -> Reply | Step:
    """The first question before the open offer of `waiting` is booked; a second tap asks it once more."""
    slot, now = waiting.offer.slot, services.now()
    adviser = services.office.appointments.adviser(slot.adviser)
    if adviser is None:
        return say.too_late_reply(replace(waiting, offer=None))
    formats = tuple(one for one in adviser.formats if waiting.wish.format in (None, one)) or tuple(adviser.formats)
    has_place = bool(waiting.told.get(kind.PLACE))
    offered = Offered(say.offer_key(waiting.offer), formats, bool(waiting.phone), has_place).to_plain()
    state = services.drafts.load(key, NAME)
    if state is None or state.has_ended or state.offered != offered:
        state = replace(FormState.new(form_for(None, services), now), offered=offered)
    state = replace(state, resting="", pending="", updated_at=now)
    turn = FormTurn(state, Outcome.ACCEPTED, field=state.asked)
    return Step(form_for(state, services), turn, lead=say.taking(slot, adviser))


def form_for(state: FormState | None, services: ActionServices) -> Form:
    """The form as it stands."""
    formats = state.offered.get(FORMATS, ()) if state is not None else ()
    return waiting_offer_form(services.library.office, services.library.reader.places, formats)


def heard(state: FormState, said: Said, services: ActionServices) -> tuple[FormState, Said]:
    """Every message is heard as it is."""
    return state, said


def longer(state: FormState, said: Said, key: str, services: ActionServices) -> str | None:
    """An offer stands until its end; nothing is prolonged."""
    return None


def looked_up(turn: FormTurn, key: str, services: ActionServices, lead: str = "") -> Step:
    """The turn, unless the offer has ended meanwhile. A no ends the form and leaves the offer."""
    form = form_for(turn.state, services)
    if turn.outcome in _QUIET or turn.state.has_ended and turn.outcome not in _OVER:
        return Step(form, turn, lead)
    waiting = services.office.waiting_list.offered(key, services.now())
    if not _is_open(turn.state, waiting):
        late = say.too_late_reply(waiting)
        over = ended(turn.state, Outcome.CANCELLED)
        return Step(form, over, instead=late.text, buttons=late.buttons, outcome=late.outcome)
    if turn.outcome in _OVER:
        stands = say.not_taken(waiting.offer)
        return Step(form, turn, instead=stands, buttons=say.offer_buttons(waiting.offer), outcome=say.OFFERED)
    return Step(form, turn, lead)


def book(turn: FormTurn, key: str, services: ActionServices) -> tuple[Reply, bool]:
    """Book the offer; the reply, and whether the form is done with: it is as well where the offer has ended."""
    values, now = turn.values, services.now()
    try:
        waiting = services.office.waiting_list.offered(key, now)
        if not _is_open(turn.state, waiting):
            return say.too_late_reply(waiting), True
        consent = Consent(APPOINTMENT.purpose, values[CONSENT]["version"], datetime.fromisoformat(values[CONSENT]["at"]))
        told = {**waiting.told, **({kind.PLACE: values[PLACE]["text"]} if PLACE in values else {})}
        new = values.get(CONTACT) or {}
        reach = " ".join(filter(None, (new.get("phone") or waiting.phone, new.get("mail") or waiting.email)))
        submission = at_its_desk(Submission(told, (consent,), reach, Where(waiting.wish.land, waiting.wish.kreis)), services)
        format_ = SessionFormat(format_of(turn.state))
        result = services.office.waiting_list.take(key, submission, format_, request_key_of(key, turn.state), now)
        if result.outcome in _GONE:
            return say.too_late_reply(services.office.waiting_list.offered(key, now)), True
        if result.outcome in (BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED):
            return booked_reply(result, key, services), True
        return session_words.booked(result, None, services.library.office), False
    except StorageError:
        return not_kept(services.library.office), False


def _is_open(state: FormState, waiting: Waiting | None) -> bool:
    return waiting is not None and waiting.offer is not None and say.offer_key(waiting.offer) == state.offered.get(OFFER)
