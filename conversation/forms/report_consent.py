"""One step with two consents: to what has to be, and to evaluation, which is voluntary (GDPR Art. 7(2), Recital 43)."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Mapping

from conversation.forms.idea import BOTH, read_consent
from conversation.forms.model import NO, YES, Choice, Field, FieldKind
from conversation.forms.readers import choice_reader
from knowledge.office import OfficeProfile
from office.consent import Consent, Purpose
from wording import report_consent as say
from wording.consent import current_text

KEY, EVALUATION = "einwilligung", "auswertung"
_CHOICES = (Choice(BOTH, say.AGREE_TO_BOTH), Choice(YES, say.AGREE), Choice(NO, say.REFUSE))
_EVALUATION = (Choice(YES, say.EVALUATE), Choice(NO, say.DO_NOT_EVALUATE))


def consent_fields(purpose: Purpose, office: OfficeProfile) -> tuple[Field, Field]:
    """The first field of a form whose matters may be evaluated, and the last one, which tells whether they may."""
    asked = f"{current_text(purpose).filled(office)}\n\n{current_text(Purpose.EVALUATION, with_quotes=True).filled(office)}"
    return (
        Field(
            KEY, say.LABEL, asked, say.consent_help(office), read=read_consent, kind=FieldKind.STRICT, choices=_CHOICES,
            names=("einwilligung", "zustimmung", "einverstaendnis"), implies={BOTH: {EVALUATION: YES}, YES: {EVALUATION: NO}},
        ),
        Field(
            EVALUATION, say.EVALUATION_LABEL, say.EVALUATION, say.EVALUATION_HELP, read=choice_reader(_EVALUATION),
            kind=FieldKind.STRICT, choices=_EVALUATION, show={one.key: one.title for one in _EVALUATION}.__getitem__,
            names=("auswertung",), is_optional=True, is_asked=False,
        ),
    )  # fmt: skip


def consents_of(purpose: Purpose, values: Mapping[str, Any]) -> tuple[Consent, ...]:
    """What was agreed to in a completed form."""
    consent = values[KEY]
    given_at = datetime.fromisoformat(consent["at"])
    needed = Consent(purpose, consent["version"], given_at)
    if values.get(EVALUATION) != YES:
        return (needed,)
    return needed, Consent(Purpose.EVALUATION, current_text(Purpose.EVALUATION, with_quotes=True).version, given_at)
