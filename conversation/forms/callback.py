"""The form for a call back: who wants to be called or written to, where, when, and about what."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Mapping

from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form
from conversation.forms.readers import choice_reader, own_words_reader, read_name, read_time, spot_name, spot_time
from knowledge.office import OfficeProfile
from office.consent import Purpose
from wording import callback_form as say
from wording.consent import current_text
from wording.times import times_in_words

NAME = "rueckruf"
CONSENT, WHO, CONTACT, WHEN, SUBJECT = "einwilligung", "name", "kontakt", "zeit", "thema"
CONSENT_VERSION = current_text(Purpose.CALLBACK).version
"""Of the text that is agreed to (`wording.consent`)."""


def callback_form(office: OfficeProfile) -> Form:
    """The form as `office` asks it."""
    choices = (Choice(YES, say.AGREE), Choice(NO, say.REFUSE))
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=CONSENT_VERSION,
        serves="mensch",
        send_title=say.SEND,
        fields=(
            Field(
                CONSENT, say.CONSENT_LABEL, current_text(Purpose.CALLBACK).filled(office), say.consent_help(office),
                read=choice_reader(choices), kind=FieldKind.STRICT, choices=choices,
                names=("einwilligung", "zustimmung", "einverstaendnis"),
            ),
            Field(
                WHO, say.WHO_LABEL, say.WHO, say.WHO_HELP, read=read_name, spot=spot_name, limit=200,
                names=("name", "namen", "nachname", "nachnamen", "vorname", "vornamen", "pseudonym", "anrede"),
                is_sensitive=True,
            ),
            Field(
                CONTACT, say.CONTACT_LABEL, say.CONTACT, say.CONTACT_HELP,
                read=read_contact, spot=spot_contact, show=show_contact, join=join_contact, kind=FieldKind.STRICT,
                names=("telefonnummer", "telefon", "nummer", "handynummer", "handy", "rufnummer", "rueckrufnummer",
                       "mobilnummer", "festnetznummer", "mail", "mailadresse", "email", "emailadresse", "e mail",
                       "e mail adresse", "kontakt", "kontaktdaten", "adresse"),
                is_sensitive=True,
            ),
            Field(
                WHEN, say.WHEN_LABEL, say.WHEN, say.WHEN_HELP, read=read_time, spot=spot_time, show=show_time,
                limit=200,
                names=("zeit", "uhrzeit", "beste zeit", "wunschzeit", "zeitpunkt", "erreichbarkeit", "tag", "datum"),
            ),
            Field(
                SUBJECT, say.SUBJECT_LABEL, say.SUBJECT, say.SUBJECT_HELP, read=own_words_reader(),
                kind=FieldKind.PROSE, limit=500, is_optional=True,
                names=("thema", "betreff", "anliegen", "grund", "worum es geht"),
            ),
        ),
    )  # fmt: skip


def show_time(value: Mapping[str, Any]) -> str:
    """The person's words, and what is understood of them: „morgen früh (Dienstag, 24. November 2026, 6 bis 10 Uhr)“."""
    understood = times_in_words(value.get("understood", ()))
    return f"{value['text']} ({understood})" if understood else value["text"]


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form as the service of call backs wants it, all plain.

    `name`, `phone` and `mail` (one of them may be None), `best_time` in the person's words, `best_time_understood` in
    the written forms of `knowledge.times`, `subject` or None, `consent_version`, `consent_at`.
    """
    contact, when, consent = values[CONTACT], values[WHEN], values[CONSENT]
    return {
        "name": values[WHO],
        "phone": contact.get("phone"),
        "mail": contact.get("mail"),
        "best_time": when["text"],
        "best_time_understood": tuple(when["understood"]),
        "subject": values.get(SUBJECT),
        "consent_version": consent["version"],
        "consent_at": datetime.fromisoformat(consent["at"]),
    }
