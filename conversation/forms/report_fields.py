"""What the forms for obstacles and concerns have in common: kind, place and contact, each with the words of its form."""
from __future__ import annotations

from types import ModuleType
from typing import Any, Mapping

from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.model import Choice, Field, FieldKind, Spot
from conversation.forms.readers import choice_reader, own_words_reader
from conversation.forms.report_consent import consents_of
from conversation.forms.told_report import spot_place
from office.consent import Purpose

SORT, PLACE, CONTACT = "art", "ort", "kontakt"
CONTACT_NAMES = (
    "telefonnummer", "telefon", "nummer", "handynummer", "handy", "mail", "mailadresse", "email", "emailadresse", "e mail",
    "e mail adresse", "kontakt", "kontaktdaten", "adresse",
)  # fmt: skip
"""What people call the way to reach them."""


def sort_field(say: ModuleType, sorts: Mapping[str, str], spot: Spot) -> Field:
    """The kind: `spot` proposes one, and the person chooses another if they like. `sorts`: value → name."""
    choices = tuple(Choice(key, title) for key, title in sorts.items())
    return Field(
        SORT, say.SORT_LABEL, say.SORT, say.SORT_HELP, read=choice_reader(choices), spot=spot, only_fills=True, show=sorts.__getitem__,
        kind=FieldKind.STRICT, choices=choices, names=("art",), is_optional=True, is_asked=False, offer=say.OFFER_SORT,
    )


def place_field(say: ModuleType, longest: int, is_asked: bool) -> Field:
    """Where it is, in the person's words."""
    return Field(
        PLACE, say.PLACE_LABEL, say.PLACE, say.PLACE_HELP, read=own_words_reader(), spot=spot_place, only_fills=True, limit=longest,
        names=("ort", "gemeinde", "landkreis", "region", "bundesland"), is_optional=True, is_asked=is_asked,
    )


def contact_field(say: ModuleType, is_asked: bool, offer: str = "") -> Field:
    """How an answer reaches the person; without it the report stays anonymous."""
    return Field(
        CONTACT, say.CONTACT_LABEL, say.CONTACT, say.CONTACT_HELP, read=read_contact, spot=spot_contact, show=show_contact,
        join=join_contact, kind=FieldKind.STRICT, is_optional=True, is_sensitive=True, is_asked=is_asked, offer=offer, names=CONTACT_NAMES,
    )


def plain_report(purpose: Purpose, fields: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of the matter, `reach`, and the `consents` that were given."""
    contact = values.get(CONTACT) or {}
    return {
        "told": {field: values[name] for name, field in fields.items() if values.get(name)},
        "reach": " ".join(filter(None, (contact.get("phone"), contact.get("mail")))),
        "consents": consents_of(purpose, values),
    }
