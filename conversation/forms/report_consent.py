"""One step with two consents: to what has to be, and to evaluation, which is voluntary (GDPR Art. 7(2), Recital 43)."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Read, Refusal, Taken
from conversation.forms.readers import choice_reader
from knowledge.office import OfficeProfile
from knowledge.understanding import Understanding
from office.consent import Consent, Purpose
from wording import report_consent as say
from wording.consent import current_text

KEY = "einwilligung"
WITH_EVALUATION = "auswertung"
"""The choice that agrees to both. A bare „ja“ agrees to what was asked first and to nothing else."""
_CHOICES = (Choice(WITH_EVALUATION, say.AGREE_TO_BOTH), Choice(YES, say.AGREE), Choice(NO, say.REFUSE))
_EVALUATION = re.compile(r"\bauswert\w*", re.IGNORECASE)
_NOT = re.compile(r"\b(?:ohne|nicht|kein\w*|nein|aber)\b", re.IGNORECASE)
_AGREES = re.compile(r"^\W*(?:ja|gern\w*|klar|ok\w*|in ordnung|einverstanden|beides|beidem)\b", re.IGNORECASE)


def consent_field(purpose: Purpose, office: OfficeProfile) -> Field:
    """The first field of a form whose matters may be evaluated."""
    asked = f"{current_text(purpose).filled(office)}\n\n{current_text(Purpose.EVALUATION).filled(office)}"
    return Field(
        KEY, say.LABEL, asked, say.consent_help(office), read=_read(choice_reader(_CHOICES)), kind=FieldKind.STRICT,
        choices=_CHOICES, show=_shown, names=("einwilligung", "zustimmung", "einverstaendnis"),
    )  # fmt: skip


def consents_of(purpose: Purpose, value: Mapping[str, Any]) -> tuple[Consent, ...]:
    """What was agreed to, from the value of the field."""
    given_at = datetime.fromisoformat(value["at"])
    needed = Consent(purpose, value["version"], given_at)
    if value["answer"] != WITH_EVALUATION:
        return (needed,)
    return needed, Consent(Purpose.EVALUATION, current_text(Purpose.EVALUATION).version, given_at)


def _read(read_choice: Read) -> Read:
    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        taken = read_choice(text, understanding, now)
        if isinstance(taken, Refusal) and _EVALUATION.search(text) and _AGREES.search(text):
            return Taken(YES if _NOT.search(text) else WITH_EVALUATION)
        return taken

    return read


def _shown(value: Mapping[str, Any]) -> str:
    return say.EVALUATED if value["answer"] == WITH_EVALUATION else say.NOT_EVALUATED
