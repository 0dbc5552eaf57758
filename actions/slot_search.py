"""Free hours for a form: a wish becomes slots that are offered, and the turn of the form asks for one of them."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Callable, Sequence

from actions.services import ActionServices
from conversation.forms.model import CONFIRM, Form, FormTurn, Outcome
from conversation.forms.slot_choice import OTHER, SLOT, is_wish, key_of, slot_of
from conversation.forms.state import FormState
from knowledge.times.wish import TimeWish
from office.appointments.model import Offer, OfferOutcome, SessionWish
from wording import appointment_form as say
from wording.needs import need_button
from wording.reply import Button, Reply
from wording.waiting import JOIN, waiting_list_offered

WISH, SLOTS, AFTER = "wish", "slots", "after"
"""Keys of `FormState.offered`."""


@dataclass(frozen=True)
class Search:
    """How a form looks for a time: the form as it stands with a question about slots, the wish in its answers, and the
    buttons where nobody can be found."""

    form_for: Callable[..., Form]
    wish: Callable[[FormState, ActionServices], SessionWish]
    buttons_instead: Callable[[Form, Offer], Sequence[Button]] = lambda form, offer: ()
    can_wait: bool = False
    """The waiting list is offered where nothing is free at the wished times, but could become free."""


@dataclass(frozen=True)
class Step:
    """A turn of the form with what was looked up for it: what is said before and below its question, more buttons."""

    form: Form
    turn: FormTurn
    lead: str = ""
    below: str = ""
    buttons: tuple[Button, ...] = ()
    outcome: str = ""
    instead: str = ""
    """Stands in the place of what the form would say."""

    def said(self, reply: Reply) -> Reply:
        """The reply of the form with all that."""
        text = "\n\n".join(part for part in (self.lead, self.instead or reply.text, self.below) if part)
        return replace(reply, text=text, buttons=(*reply.buttons, *self.buttons), outcome=self.outcome or reply.outcome)


def wish_taken(search: Search, turn: FormTurn, services: ActionServices) -> tuple[FormTurn, str]:
    """A wish that was given for a slot makes the search more exact; the slot itself is still open."""
    value, offered = turn.state.values.get(SLOT), dict(turn.state.offered)
    if not is_wish(value):
        return turn, ""
    said = ""
    if value == OTHER:
        offered[AFTER] = offered[SLOTS][-1] if offered.get(SLOTS) else None
    else:
        old = TimeWish() if value["is_any"] else TimeWish.from_plain(offered.get(WISH, {}))
        offered[WISH] = old.refined_by(TimeWish.from_plain(value["wish"])).to_plain()
        offered[AFTER] = None
        said = say.unknown(value["unknown"]) if value["unknown"] else say.IS_PAST if value["is_past"] else ""
    state = replace(without(turn.state, SLOT), offered=offered)
    return next_question(search, replace(turn, state=state, refusal=None), services), said


def offering(search: Search, turn: FormTurn, key: str, services: ActionServices) -> Step:
    """The slots that are free for the wish, or why there are none."""
    offer, lead = _found(search, turn.state, key, services)
    state = replace(turn.state, offered={**turn.state.offered, SLOTS: [key_of(one) for one in offer.slots]})
    advisers = {one.adviser: services.office.appointments.adviser(one.adviser) for one in offer.slots}
    lines = say.slot_lines(offer.slots, {id_: one for id_, one in advisers.items() if one})
    which = say.WHICH if len(offer.slots) > 1 else say.THIS_ONE if offer.slots else say.WHEN_ELSE
    question = "\n\n".join(filter(None, (f"{lead}\n{lines}", which)))
    step = Step(search.form_for(state, services, question), replace(turn, state=state))
    is_missing = search.can_wait and offer.outcome in (OfferOutcome.NEAREST, OfferOutcome.FULL)
    if is_missing and services.office.appointments.can_come_up(search.wish(state, services), services.now()):
        step = replace(step, below=waiting_list_offered(bool(offer.slots)), buttons=(JOIN,))
    if offer.slots:
        return step
    changing = search.buttons_instead(step.form, offer)
    buttons = (*step.buttons, *changing, need_button("mensch"))
    return replace(step, buttons=buttons, outcome=f"SESSIONS_{offer.outcome.value}")


def _found(search: Search, state: FormState, key: str, services: ActionServices) -> tuple[Offer, str]:
    """Times of the adviser who fits best; of others where that one has none that fit, or where it is urgent."""
    wish, office, now = search.wish(state, services), services.library.office, services.now()
    after = slot_of(state.offered.get(AFTER))
    find = services.office.appointments.find
    best = services.office.appointments.best(wish)
    theirs = replace(wish, adviser=best.id) if best and not wish.times.is_urgent else wish
    offer = find(theirs, now, after=after, holder=key)
    if offer.outcome is not OfferOutcome.FOUND and theirs != wish:
        offer = find(wish, now, after=after, holder=key)
    if after is not None and offer.outcome is not OfferOutcome.FOUND:
        offer = find(wish, now, holder=key)
        if offer.slots:
            return offer, say.no_more(not wish.times.is_open)
    said = {
        OfferOutcome.FOUND: lambda: say.found(wish.times, after is not None),
        OfferOutcome.NEAREST: lambda: say.nearest(wish.times),
        OfferOutcome.FULL: lambda: say.full(office),
        OfferOutcome.NOBODY: lambda: say.nobody(offer.without, office),
    }
    return offer, said[offer.outcome]()


def without(state: FormState, key: str) -> FormState:
    """The form with this answer taken out."""
    return replace(state, values={name: value for name, value in state.values.items() if name != key})


def next_question(search: Search, turn: FormTurn, services: ActionServices) -> FormTurn:
    """The turn with the question that is open now; what it tells of the slot is said in other words."""
    told = {name: tuple(one for one in getattr(turn, name) if one in turn.state.values) for name in ("accepted", "changed")}
    return asked(replace(turn, **told), turn.state.next_open(search.form_for(turn.state, services)) or CONFIRM)


def asked(turn: FormTurn, key: str, outcome: Outcome | None = None) -> FormTurn:
    """The turn asking `key` instead; also when it is repeated."""
    if outcome is None:
        is_done = turn.outcome in (Outcome.CONFIRM, Outcome.SHOWN, Outcome.INVALID) and key != CONFIRM
        outcome = Outcome.CONFIRM if key == CONFIRM else Outcome.ACCEPTED if is_done else turn.outcome
    last: dict[str, Any] = {**turn.state.last, "field": key, "outcome": outcome.value} if turn.state.last else {}
    state = replace(turn.state, asked=key, tries=0 if key != turn.state.asked else turn.state.tries, last=last)
    return replace(turn, state=state, field=key, outcome=outcome)
