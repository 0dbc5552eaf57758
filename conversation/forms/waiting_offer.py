"""The form that books what the waiting list offers: the consent to the session, then only what is not known yet.

Topic, place, name and how to reach the person were told for the list and stay there; `FormState.offered` says which of
it is known.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Sequence

from conversation.forms.appointment import CONSENT, CONTACT, FORMAT, PLACE, Looked, appointment_form
from conversation.forms.contact_reader import read_contact
from conversation.forms.model import Form, Refusal, Taken
from conversation.forms.state import FormState
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.schema.adviser import SessionFormat
from knowledge.understanding import Understanding
from wording import waiting_form as say

NAME = say.OFFER_FORM
OFFER, FORMATS, LACKS = "offer", "formats", "lacks"
"""Keys of `FormState.offered`: which offer it is (`wording.waiting.offer_key`), how the session can take place, and which
of the fields are not known."""


@dataclass(frozen=True)
class Offered:
    """What the plan of the form rests on, as `FormState.offered` keeps it."""

    offer: str
    formats: tuple[SessionFormat, ...]
    has_phone: bool
    has_place: bool

    def to_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        lacks = [key for key, is_there in ((CONTACT, self.has_phone), (PLACE, self.has_place)) if not is_there]
        return {OFFER: self.offer, FORMATS: [one.value for one in self.formats], LACKS: lacks}


def waiting_offer_form(office: OfficeProfile, places: PlaceResolver, formats: Sequence[str] = ()) -> Form:
    """The form as `office` asks it, with the `formats` that the adviser and the wish allow."""
    of_session = appointment_form(office, places, Looked(formats=tuple(map(SessionFormat, formats)) or tuple(SessionFormat)))
    phone = replace(of_session.field(CONTACT), question=say.PHONE_NEEDED, read=_read_phone)
    return Form(
        name=NAME,
        title=say.OFFER_TITLE,
        consent=CONSENT,
        consent_version=of_session.consent_version,
        serves="beratung_buchen",
        asks_to_confirm=False,
        loses_nothing=True,
        plan=plan,
        fields=(of_session.field(CONSENT), of_session.field(FORMAT), phone, of_session.field(PLACE)),
    )


def plan(state: FormState) -> str | None:
    """How it shall take place, if there is a choice; then a number to call, or where to come to."""
    format_ = format_of(state)
    needed = {SessionFormat.PHONE.value: CONTACT, SessionFormat.VISIT.value: PLACE}.get(format_ or "")
    if format_ is None:
        return FORMAT
    return needed if needed in state.offered[LACKS] and needed not in state.known else None


def format_of(state: FormState) -> str | None:
    """The one that was chosen, or the only one there is; None: it is still open."""
    possible = state.offered[FORMATS]
    return state.known.get(FORMAT) or (possible[0] if len(possible) == 1 else None)


def _read_phone(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    read = read_contact(text, understanding, now)
    return Refusal("phone_for_call") if isinstance(read, Taken) and not read.value.get("phone") else read
