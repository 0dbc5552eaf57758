"""The form for a concern: experience, suggestion, praise or complaint about the office, in the person's own words."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import Field, FieldKind, Form, Spotted
from conversation.forms.readers import own_words_reader, read_name
from conversation.forms.report_consent import KEY as CONSENT
from conversation.forms.report_consent import consent_fields
from conversation.forms.report_fields import PLACE, SORT, contact_field, place_field, plain_report, sort_field
from conversation.forms.told_report import spot_told
from knowledge.office import OfficeProfile
from knowledge.understanding import Understanding
from office.consent import Purpose
from office.matters.kinds import concern as kind
from wording import concern_form as say
from wording.consent import current_text

NAME = say.FORM
TOLD, WHO = "anliegen", "name"
_FIELDS = {TOLD: "concern", SORT: "sort", PLACE: "place", WHO: "name"}
"""Field of the form → field of the matter."""
_WORDS = (
    ("complaint", r"beschwer\w*|unfreundlich\w*|unzufrieden\w*|enttäusch\w*|ärger\w*|geht (?:so )?(?:gar )?nicht|unmöglich|kritik\w*|"
                  r"nicht in ordnung|nie zurück\w*|nicht zurück\w*|antwortet (?:mir |uns )?(?:niemand|keiner|nicht)|kein umgang|"
                  r"versteht (?:kein mensch|niemand|keiner)|falsch|schlecht\w*|übergriffig|vergessen|nicht eingehalten"),
    ("suggestion", r"vorschlag\w*|vorschläg\w*|anreg\w*|verbesser\w*|wunsch\w*|wünsch\w*|könnten? sie|könntet ihr|machen sie|bitte künftig|"
                   r"wäre (?:schön|gut|toll)|solltet|sollten sie|fehlt\w*|hinweis\w*|einfacher|stellt doch|macht doch"),
    ("praise", r"lob\w*|dank\w*|geholfen|toll\w*|super\w*|klasse|prima|großartig\w*|kompliment\w*|gut gefallen|sehr gut|"
               r"begeister\w*|freundlich\w*|nett\w*|gold wert|weiter so|wichtig"),
    ("experience", r"erfahrung\w*|erlebt\w*|erlebnis\w*|eindruck\w*|rückmeldung\w*|feedback|bericht\w*|war(?:en)? (?:bei|auf|zum|zur)"),
)  # fmt: skip
_SPOTTED = tuple((sort, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for sort, words in _WORDS)
"""In this order: who complains and is polite complains."""


def concern_form(office: OfficeProfile) -> Form:
    """The form as `office` asks it: the concern, and how an answer would reach the person."""
    limit = {name: kind.CONCERN.field(field).longest for name, field in _FIELDS.items()}
    consent, evaluation = consent_fields(Purpose.CONCERN, office)
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.CONCERN).version,
        serves="anliegen",
        send_title=say.SEND,
        fields=(
            consent,
            Field(
                TOLD, say.CONCERN_LABEL, say.CONCERN, say.CONCERN_HELP, read=own_words_reader(), spot=spot_told(limit[TOLD]), only_fills=True,
                kind=FieldKind.PROSE, limit=limit[TOLD], names=("anliegen", "text", "beschreibung"), takes_questions=True,
            ),
            sort_field(say, say.SORTS, _spot_sort),
            place_field(say, limit[PLACE], is_asked=False),
            Field(
                WHO, say.WHO_LABEL, say.WHO, say.WHO_HELP, read=read_name, limit=limit[WHO], is_optional=True, is_sensitive=True,
                is_asked=False, names=("name", "namen", "pseudonym"),
            ),
            contact_field(say, is_asked=True),
            evaluation,
        ),
    )  # fmt: skip


def _spot_sort(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """A proposal by words; a person who sees another one chooses it."""
    sort = next((sort for sort, words in _SPOTTED if words.search(text)), None)
    return Spotted(sort, ()) if sort else None


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of `CONCERN`, `reach`, and the `consents` that were given."""
    return plain_report(Purpose.CONCERN, _FIELDS, values)
