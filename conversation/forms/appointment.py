"""The form in which an advisory session is booked: what about and where, when, how, who, and the consent before it is kept.

The consent comes behind the choice of a time: a free hour can be looked for by anybody, and who wants none tells nothing.
Free hours are looked up by whoever runs the form (`actions.appointments`); here they are data (`Looked`).
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.appointment_parts import (
    access_in, spot_access, spot_format, spot_length, spot_topic, spot_wish, topics_in,
)  # fmt: skip
from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.idea_parts import place_told
from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form, Read, Refusal, Spotted, Taken
from conversation.forms.place_field import leaves_place_open, place_reader, settled_place, show_place, which_place
from conversation.forms.readers import choice_reader, own_words_reader, read_name, spot_name
from conversation.forms.slot_choice import OTHER, SLOT, is_wish, key_of, read_slot, slot_of
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.places.choice import is_bare_place
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.wish import TimeWish
from knowledge.understanding import Reader, Understanding
from office.appointments.model import SessionWish, Slot
from office.consent import Purpose
from office.matters.kinds import appointment as kind
from wording import appointment_form as say
from wording.consent import current_text
from wording.session_words import ACCESS_NEEDS, session_time

NAME = say.FORM
TOPIC, PLACE, FORMAT, WHO, CONTACT, CONSENT = "thema", "ort", "format", "name", "kontakt", "einwilligung"
LENGTH, ACCESS, NOTE = "dauer", "bedarf", "notiz"
CHOOSES_ADVISER = (TOPIC, PLACE, FORMAT, LENGTH, ACCESS)
"""Fields by which an adviser is chosen; when one changes, the chosen time may not fit any more."""
_LENGTHS = tuple(Choice(key, title) for key, title in say.LENGTH_TITLES.items())
_ACCESS = tuple(Choice(one.value, f"{title[:1].upper()}{title[1:]}") for one, title in ACCESS_NEEDS.items())
_by_title = choice_reader(tuple(Choice(one.value, title) for one, title in say.FORMAT_TITLES.items()))


@dataclass(frozen=True)
class Looked:
    """What was looked up: the `slots` that are offered, `question` about them, and the `formats` of the chosen adviser."""

    slots: tuple[Slot, ...] = ()
    question: str = say.WHEN_ELSE
    formats: tuple[SessionFormat, ...] = tuple(SessionFormat)


def appointment_form(office: OfficeProfile, places: PlaceResolver, looked: Looked = Looked()) -> Form:
    """The form as `office` asks it."""
    consent = (Choice(YES, say.AGREE), Choice(NO, say.REFUSE))
    formats = tuple(Choice(one.value, say.FORMAT_TITLES[one]) for one in looked.formats)
    slots = tuple(Choice(key_of(one), say.slot_title(one)) for one in looked.slots)
    more = (Choice(OTHER, say.OTHER, is_other=True),) if slots else ()
    limit = {name: kind.APPOINTMENT.field(name).longest for name in (kind.TOPIC, kind.PLACE, kind.NEEDS, kind.NOTE)}
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.APPOINTMENT).version,
        serves="beratung_buchen",
        send_title=say.SEND,
        fields=(
            Field(
                TOPIC, say.TOPIC_LABEL, say.TOPIC, say.TOPIC_HELP, read=_topic_reader(places), spot=spot_topic,
                only_fills=True, needs_consent=False, limit=limit[kind.TOPIC], is_optional=True,
                names=("thema", "betreff", "anliegen"),
            ),
            Field(
                PLACE, say.PLACE_LABEL, say.PLACE, say.PLACE_HELP, read=_place_reader(places), spot=_spot_place,
                only_fills=True, leaves_open=leaves_place_open, needs_consent=False, limit=limit[kind.PLACE],
                is_optional=True, show=lambda value: show_place(value, places),
                unclear=lambda value: which_place(value, places),
                settle=lambda value, answer: settled_place(value, answer, places),
                names=("ort", "gemeinde", "landkreis", "region", "bundesland"),
            ),
            Field(
                SLOT, say.SLOT_LABEL, looked.question, say.SLOT_HELP, read=_slot_reader(looked.slots), spot=spot_wish,
                kind=FieldKind.STRICT, choices=(*slots, *more), show=show_slot, needs_consent=False,
                names=("zeit", "uhrzeit", "zeitpunkt", "tag", "datum", "termin", "wunschtermin", "terminwunsch"),
            ),
            Field(
                FORMAT, say.FORMAT_LABEL, say.FORMAT, say.FORMAT_HELP, read=_format_reader(formats), spot=spot_format,
                only_fills=True, kind=FieldKind.STRICT, choices=formats, needs_consent=False,
                show=lambda key: say.FORMAT_TITLES[SessionFormat(key)], names=("format", "art"),
            ),
            Field(
                WHO, say.WHO_LABEL, say.WHO, say.WHO_HELP, read=_read_name, spot=spot_name, limit=80, is_sensitive=True,
                names=("name", "namen", "nachname", "nachnamen", "vorname", "vornamen", "pseudonym", "anrede"),
            ),
            Field(
                CONTACT, say.CONTACT_LABEL, say.CONTACT, say.CONTACT_HELP, read=read_contact, spot=spot_contact,
                show=show_contact, join=join_contact, kind=FieldKind.STRICT, is_sensitive=True,
                names=("telefonnummer", "telefon", "nummer", "handynummer", "handy", "rufnummer", "mail", "mailadresse",
                       "email", "emailadresse", "e mail", "e mail adresse", "kontakt", "kontaktdaten", "adresse"),
            ),
            Field(
                CONSENT, say.CONSENT_LABEL, current_text(Purpose.APPOINTMENT).filled(office), say.consent_help(office),
                read=choice_reader(consent), kind=FieldKind.STRICT, choices=consent,
                names=("einwilligung", "zustimmung", "einverstaendnis"),
            ),
            Field(
                LENGTH, say.LENGTH_LABEL, say.LENGTH, say.LENGTH_HELP, read=choice_reader(_LENGTHS), spot=spot_length,
                only_fills=True, kind=FieldKind.STRICT, choices=_LENGTHS, needs_consent=False,
                show=lambda key: say.LENGTH_TITLES.get(key, f"{key} Minuten"), names=("dauer",), is_optional=True,
                is_asked=False, offer=say.OFFER_LENGTH,
            ),
            Field(
                ACCESS, say.ACCESS_LABEL, say.ACCESS, say.ACCESS_HELP, read=_read_access, spot=spot_access, choices=_ACCESS,
                only_fills=True, needs_consent=False, show=show_access, limit=limit[kind.NEEDS], names=("bedarf",),
                is_optional=True, is_asked=False, offer=say.OFFER_ACCESS,
            ),
            Field(
                NOTE, say.NOTE_LABEL, say.NOTE, say.NOTE_HELP, read=own_words_reader(), kind=FieldKind.PROSE,
                limit=limit[kind.NOTE], names=("notiz", "text"), is_optional=True, is_asked=False, offer=say.OFFER_NOTE,
            ),
        ),
    )  # fmt: skip


def session_wish(known: Mapping[str, Any], times: TimeWish, reader: Reader) -> SessionWish:
    """What an adviser and a time are looked for by, out of the answers by key."""
    topic, place = known.get(TOPIC, ""), known.get(PLACE) or {}
    format_, minutes = known.get(FORMAT), known.get(LENGTH)
    access = access_in(known.get(ACCESS, ""))
    if format_ not in (None, SessionFormat.ON_SITE.value):
        access -= {AccessNeed.STEP_FREE}  # a wheelchair needs no ramp at the telephone
    return SessionWish(
        topics=topics_in(topic, reader.read(topic)) if topic else frozenset(),
        land=place.get("land"),
        kreis=place.get("kreis"),
        format=SessionFormat(format_) if format_ else None,
        access=access,
        minutes=int(minutes) if minutes else None,
        times=times,
    )


def show_access(value: str) -> str:
    """The title of a choice, or the person's own words."""
    return next((one.title for one in _ACCESS if one.key == value), value)


def show_slot(value: Any) -> str:
    """„Dienstag, 1. Dezember 2026, 9 bis 9:30 Uhr“"""
    slot = slot_of(value)
    return session_time(slot) if slot else ""


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of the kind, `reach`, `land`, `kreis`, `format`, `consent_version`,
    `consent_at`."""
    place, contact, consent = values.get(PLACE) or {}, values[CONTACT], values[CONSENT]
    return {
        "told": {
            kind.NAME: values[WHO],
            kind.TOPIC: values.get(TOPIC, ""),
            kind.NEEDS: show_access(values.get(ACCESS, "")),
            kind.PLACE: place.get("text", ""),
            kind.NOTE: values.get(NOTE, ""),
        },
        "reach": " ".join(filter(None, (contact.get("phone"), contact.get("mail")))),
        "land": place.get("land"),
        "kreis": place.get("kreis"),
        "format": SessionFormat(values[FORMAT]),
        "consent_version": consent["version"],
        "consent_at": datetime.fromisoformat(consent["at"]),
    }


def _spot_place(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    place = place_told(text, understanding.where)
    return Spotted(place, ()) if place else None


def _topic_reader(places: PlaceResolver) -> Read:
    """Own words, unless they only name the place, which the question asks for as well."""
    own = own_words_reader()

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        is_place = understanding.where.mentions and is_bare_place(text, places)
        return Refusal("says_nothing") if is_place else own(text, understanding, now)

    return read


def _place_reader(places: PlaceResolver) -> Read:
    """A place, unless the words only tell what somebody needs to take part."""
    named = place_reader(places)

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        tells_need = access_in(text) and not places.resolve(text, expected=True).mentions
        return Refusal("place_unnamed") if tells_need else named(text, understanding, now)

    return read


def _read_name(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """A name, unless the words only tell what somebody needs („ich sitze im Rollstuhl“); „Petra Taub“ is one."""
    read = read_name(text, understanding, now)
    words = read.value.split() if isinstance(read, Taken) else ()
    is_need = words and access_in(read.value) and (len(words) == 1 or words[0].lower() in ("ich", "wir"))
    return Refusal("name_missing") if is_need else read


def _slot_reader(slots: tuple[Slot, ...]) -> Read:
    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        return read_slot(text, slots, now)

    return read


def _read_access(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """One of the titles, or own words."""
    key = next((one.key for one in _ACCESS if one.title.lower() == text.strip(" .").lower()), None)
    return Taken(key) if key else own_words_reader()(text, understanding, now)


def _format_reader(offered: tuple[Choice, ...]) -> Read:
    """A form by its title or in other words, also one that is not `offered`: then another adviser is looked for."""
    among_offered = choice_reader(offered)

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        told = _by_title(text, understanding, now)
        if isinstance(told, Taken):
            return told
        spotted = spot_format(text, understanding, now)
        return Taken(spotted.value) if spotted else among_offered(text, understanding, now)

    return read


def chosen_slot(values: Mapping[str, Any]) -> Slot | None:
    """The slot that was chosen; None if there is none, or only a wish."""
    value = values.get(SLOT)
    return None if is_wish(value) else slot_of(value)
