"""The form by which the adviser of a booked session may read an idea that was handed in: which session, which idea, and the
consent. It also takes that back.

Codes never stand here: the marks of `conversation.secrecy.kept_codes` do.
"""
from __future__ import annotations

import re
from datetime import datetime

from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form, Refusal
from conversation.forms.readers import choice_reader
from knowledge.office import OfficeProfile
from knowledge.understanding import Understanding
from office.consent import Purpose
from wording import idea_sheet as say
from wording.consent import current_text

NAME = say.FORM
CASE, IDEA, CONSENT = "termin", "idee", "einwilligung"
CONSENT_VERSION = current_text(Purpose.IDEA_SHEET).version
"""Of the text that is agreed to (`wording.consent`)."""
_IDEA = r"\b(?:meine|unsere|die)n? (?:eingereichte )?idee\b"
_HANDS = (
    r"(?:mit(?:zu)?geb\w*|mitgegeben|mitschick\w*|mitgeschickt|"
    r"(?:vorher|vorab|vor dem (?:gespräch|termin)) \w*(?:les|seh|bekomm|zeig|schick|kenn)\w*)"
)
_WANTED = re.compile(rf"{_IDEA}.{{0,60}}{_HANDS}|{_HANDS}.{{0,40}}{_IDEA}", re.IGNORECASE)
_SESSION = re.compile(r"termin|berat|gespräch", re.IGNORECASE)


def idea_sheet_form(office: OfficeProfile, handed: str = "") -> Form:
    """The form; `handed` is the number of the idea that the adviser already gets."""
    consent = (Choice(YES, say.AGREE), Choice(NO, say.REFUSE))
    question = say.is_handed(handed) if handed else current_text(Purpose.IDEA_SHEET).filled(office)
    return Form(
        name=NAME,
        title=say.TITLE,
        asks_to_confirm=False,
        loses_nothing=True,
        fields=(
            Field(CASE, say.CASE_LABEL, say.CASE, say.HELP, read=_read_case, kind=FieldKind.STRICT, is_sensitive=True),
            Field(IDEA, say.IDEA_LABEL, say.IDEA, say.HELP, read=_read_case, kind=FieldKind.STRICT, is_sensitive=True),
            Field(
                CONSENT, say.CONSENT_LABEL, question, say.CONSENT_HELP, read=choice_reader(consent), kind=FieldKind.STRICT,
                choices=consent,
            ),
        ),
    )  # fmt: skip


def names_sheet(text: str) -> bool:
    """„meine Idee mitgeben“, „unsere Idee vorher lesen“, „die Idee doch nicht mitgeben“."""
    return bool(_WANTED.search(text))


def names_session(text: str) -> bool:
    """Whether a session or an adviser is spoken of."""
    return bool(_SESSION.search(text))


def _read_case(text: str, understanding: Understanding, now: datetime) -> Refusal:
    """Numbers and codes are read before any form (`actions.matters`); what comes here has not both."""
    return Refusal("case_missing")
