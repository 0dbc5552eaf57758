"""The form with which somebody gets onto the waiting list for an advisory session.

The consent comes first. What was looked for before (topic, place, form, length, times) is taken over and can be changed.
"""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Mapping

from conversation.forms import appointment as session
from conversation.forms.appointment import (
    ACCESS, CONSENT, CONTACT, FORMAT, LENGTH, PLACE, TOPIC, WHO, appointment_form, show_access,
)  # fmt: skip
from conversation.forms.appointment_parts import spot_wish
from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form, Refusal, Spotted, Taken
from conversation.forms.readers import choice_reader
from conversation.forms.slot_choice import heard_wish, plain_wish
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.times.wish import TimeWish
from knowledge.understanding import Reader, Understanding
from office.appointments.model import SessionWish
from office.consent import Consent, Purpose
from office.matters.kinds import appointment as kind
from wording import appointment_form as session_words
from wording import waiting_form as say
from wording.consent import current_text

NAME = say.FORM
WHEN = "zeit"


def waiting_list_form(office: OfficeProfile, places: PlaceResolver) -> Form:
    """The form as `office` asks it; its questions are those of the form for a session, so far as they are needed."""
    of_session = appointment_form(office, places)
    choices = (Choice(YES, session_words.AGREE), Choice(NO, session_words.REFUSE))
    consent = replace(
        of_session.field(CONSENT), question=current_text(Purpose.WAITING_LIST).filled(office), help=say.consent_help(office),
        read=choice_reader(choices), choices=choices,
    )  # fmt: skip
    when = Field(
        WHEN, say.WHEN_LABEL, say.WHEN, say.WHEN_HELP, read=_read_when, spot=_spot_when, kind=FieldKind.STRICT,
        is_optional=True, show=lambda value: say.when_in_words(TimeWish.from_plain(value["wish"])), needs_consent=False,
        names=of_session.field(session.SLOT).names,
    )  # fmt: skip
    offers = {TOPIC: say.OFFER_TOPIC, PLACE: say.OFFER_PLACE, FORMAT: say.OFFER_FORMAT}
    unasked = (
        replace(of_session.field(key), is_asked=False, is_optional=True, offer=offers.get(key, of_session.field(key).offer))
        for key in (TOPIC, PLACE, FORMAT, LENGTH, ACCESS)
    )
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.WAITING_LIST).version,
        serves="beratung_buchen",
        send_title=say.SEND,
        fields=(
            consent, when, *unasked, of_session.field(WHO), replace(of_session.field(CONTACT), help=say.CONTACT_HELP),
        ),
    )  # fmt: skip


def wish_of(values: Mapping[str, Any], reader: Reader) -> SessionWish:
    """What is waited for, out of the answers by key."""
    return session.session_wish(values, TimeWish.from_plain((values.get(WHEN) or {}).get("wish", {})), reader)


def consent_of(values: Mapping[str, Any]) -> Consent:
    """The consent that was given."""
    return Consent(Purpose.WAITING_LIST, values[CONSENT]["version"], datetime.fromisoformat(values[CONSENT]["at"]))


def told_of(values: Mapping[str, Any]) -> dict[str, str]:
    """The person's words, by the fields of an appointment."""
    return {
        kind.NAME: values[WHO],
        kind.TOPIC: values.get(TOPIC, ""),
        kind.PLACE: (values.get(PLACE) or {}).get("text", ""),
        kind.NEEDS: show_access(values.get(ACCESS, "")),
    }


def reach_of(values: Mapping[str, Any]) -> str:
    """Telephone and mail, whichever was given."""
    return " ".join(filter(None, (values[CONTACT].get("phone"), values[CONTACT].get("mail"))))


def _read_when(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    heard = heard_wish(text, now)
    if heard.is_past:
        return Refusal("time_is_past")
    if heard.wish == TimeWish() and not heard.is_any:
        return Refusal("time_missing")
    return Taken(plain_wish(heard))


def _spot_when(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    spotted = spot_wish(text, understanding, now)
    return spotted if spotted and spotted.value["wish"] else None
