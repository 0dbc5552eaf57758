"""The form that leaves a question with the office: consent, the person's words, and how the answer reaches them."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.contact_reader import read_contact, show_contact, spot_contact
from conversation.forms.model import Choice, Field, FieldKind, Form, Refusal, Taken
from conversation.forms.readers import own_words_reader
from conversation.forms.report_consent import KEY as CONSENT
from conversation.forms.report_consent import consent_fields, consents_of
from conversation.forms.report_fields import CONTACT_NAMES
from knowledge.office import OfficeProfile
from knowledge.understanding import Understanding
from office.consent import Purpose
from office.matters.kinds.question import ANSWER_BY, BY_CONTACT, BY_NUMBER, NOT_WANTED, QUESTION, QUESTION_TEXT
from wording import question_form as say
from wording.consent import current_text

NAME = say.FORM
ASKED, ANSWER = "frage", "antwort"
_WAYS = (Choice(BY_NUMBER, say.BY_NUMBER), Choice(NOT_WANTED, say.NOT_WANTED))
_IN_OTHER_WORDS = {
    NOT_WANTED: re.compile(
        r"\b(?:keine?|ohne|nicht)\b.{0,20}\bantwort|\bantwort\w*\b.{0,20}\b(?:nicht|egal|unnötig)\b|"
        r"^\W*(?:nein|nee|nicht nötig)\W*$",
        re.IGNORECASE,
    ),
    BY_NUMBER: re.compile(r"\b(?:hier|im chat|mit (?:der )?nummer|selbst|selber)\b", re.IGNORECASE),
}
"""What people write instead of the titles, in this order."""


def question_form(office: OfficeProfile) -> Form:
    """The form as `office` asks it."""
    consent, evaluation = consent_fields(Purpose.QUESTION, office)
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.QUESTION).version,
        send_title=say.SEND,
        fields=(
            consent,
            Field(
                ASKED, say.QUESTION_LABEL, say.QUESTION, say.QUESTION_HELP, read=own_words_reader(), kind=FieldKind.PROSE,
                limit=QUESTION.field(QUESTION_TEXT).longest, names=("frage", "text", "thema", "anliegen"),
                takes_questions=True,
            ),
            Field(
                ANSWER, say.ANSWER_LABEL, say.ANSWER, say.ANSWER_HELP, read=read_way, spot=spot_contact, show=show_way,
                kind=FieldKind.STRICT, choices=_WAYS, is_sensitive=True,
                names=CONTACT_NAMES,
            ),
            evaluation,
        ),
    )  # fmt: skip


def read_way(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """A telephone number or mail address, or one of the two other ways."""
    contact = read_contact(text, understanding, now)
    if isinstance(contact, Taken) or contact.key != "contact_missing":
        return contact
    chosen = next((way for way, words in _IN_OTHER_WORDS.items() if words.search(text)), None)
    return Taken(chosen) if chosen else Refusal("no_way_for_answer")


def show_way(value: str | Mapping[str, Any]) -> str:
    """How the answer comes, as the summary says it."""
    if not isinstance(value, str):
        return show_contact(value)
    return next(one.title for one in _WAYS if one.key == value)


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of `QUESTION`, `reach`, and the `consents` that were given."""
    way = values[ANSWER]
    is_contact = not isinstance(way, str)
    return {
        "told": {QUESTION_TEXT: values[ASKED], ANSWER_BY: BY_CONTACT if is_contact else way},
        "reach": " ".join(filter(None, (way.get("phone"), way.get("mail")))) if is_contact else "",
        "consents": consents_of(Purpose.QUESTION, values),
    }
