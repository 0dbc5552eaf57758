"""Every form of the conversation: how it is made, what is looked up for it, and where it goes when it is complete."""
from __future__ import annotations

from typing import Callable

from actions import appointment_changes, appointments, idea_sheets, waiting_list, waiting_offer
from actions.booking import book, booked_again
from actions.matters import handed_over_again
from actions.services import ActionServices
from actions.slot_search import Step
from conversation.forms import appointment, appointment_change, concern, idea_sheet, obstacle
from conversation.forms import waiting_list as waiting_list_form
from conversation.forms import waiting_offer as waiting_offer_form
from conversation.forms.callback import NAME as CALLBACK
from conversation.forms.callback import callback_form
from conversation.forms.idea import NAME as IDEA
from conversation.forms.idea import idea_form
from conversation.forms.model import Form, FormTurn
from conversation.forms.question import NAME as QUESTION
from conversation.forms.question import question_form
from conversation.forms.state import FormState
from wording.reply import Reply

FORMS: dict[str, Callable[[ActionServices], Form]] = {
    CALLBACK: lambda services: callback_form(services.library.office),
    QUESTION: lambda services: question_form(services.library.office),
    IDEA: lambda services: idea_form(services.library.office, services.library.reader.places),
    obstacle.NAME: lambda services: obstacle.obstacle_form(services.library.office, services.library.obstacle_kinds.propose),
    concern.NAME: lambda services: concern.concern_form(services.library.office),
    appointment.NAME: lambda services: appointments.form_for(None, services),
    appointment_change.NAME: lambda services: appointment_changes.form_for(None, services),
    waiting_list_form.NAME: lambda services: waiting_list_form.waiting_list_form(
        services.library.office, services.library.reader.places
    ),
    waiting_offer_form.NAME: lambda services: waiting_offer.form_for(None, services),
    idea_sheet.NAME: lambda services: idea_sheets.form_for(None, services),
}
LOOKED_UP = {
    appointment.NAME: appointments, appointment_change.NAME: appointment_changes, waiting_offer_form.NAME: waiting_offer,
}  # fmt: skip
"""Forms for which something is looked up between a message and its reply, and the module that does it."""
_BY_STATE = {**LOOKED_UP, idea_sheet.NAME: idea_sheets}
"""Forms whose questions depend on what is found for them, and the module that makes them."""
HANDED_OVER = {
    appointment.NAME: book, appointment_change.NAME: appointment_changes.change, idea_sheet.NAME: idea_sheets.hand_over,
    waiting_list_form.NAME: waiting_list.join, waiting_offer_form.NAME: waiting_offer.book,
}  # fmt: skip
"""Forms that do not end as a matter that somebody reads; `book` may give another question instead of an end."""
REPORTS = {obstacle.NAME: obstacle.TOLD, concern.NAME: concern.TOLD}
"""Forms that take over what the message that begins them tells, and the field for it."""


def form_as_it_stands(state: FormState, services: ActionServices) -> Form:
    """The form of a draft, with what was looked up for it."""
    standing = _BY_STATE.get(state.form)
    return standing.form_for(state, services) if standing else FORMS[state.form](services)


def looked_up(form: Form, turn: FormTurn, key: str, services: ActionServices, lead: str = "") -> Step:
    """The turn with what its form looks up for it; most forms look nothing up."""
    looking = LOOKED_UP.get(form.name)
    return looking.looked_up(turn, key, services, lead) if looking else Step(form_as_it_stands(turn.state, services), turn)


def done_again(state: FormState, key: str, services: ActionServices) -> Reply | None:
    """The receipt once more, where its answer was lost on the way; None if nothing was kept of it."""
    again = {
        appointment.NAME: booked_again, waiting_offer_form.NAME: booked_again,
        waiting_list_form.NAME: waiting_list.joined_again,
    }  # fmt: skip
    return again.get(state.form, handed_over_again)(state, key, services)
