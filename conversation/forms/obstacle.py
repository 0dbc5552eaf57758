"""The form for an obstacle: what hinders, which rule or office, where, and what would help. Anonymous unless a contact is told."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Callable, Mapping

from conversation.forms.model import Field, FieldKind, Form, Spot, Spotted
from conversation.forms.readers import own_words_reader
from conversation.forms.report_consent import KEY as CONSENT
from conversation.forms.report_consent import consent_fields
from conversation.forms.report_fields import PLACE, SORT, contact_field, place_field, plain_report, sort_field
from conversation.forms.told_report import spot_rules, spot_since, spot_told, tells_something
from knowledge.obstacle_words import proposed_sort
from knowledge.obstacles import Obstacle
from knowledge.office import OfficeProfile
from knowledge.understanding import Understanding
from office.consent import Purpose
from office.matters.kinds import obstacle as kind
from wording import obstacle_form as say
from wording.consent import current_text
from wording.obstacle_sorts import SORTS

NAME = say.FORM
TOLD, RULE, SINCE, EFFECT, REMEDY = "hindernis", "regel", "dauer", "folgen", "vorschlag"
_FIELDS = {TOLD: "obstacle", SORT: "sort", RULE: "rule_or_office", PLACE: "place", SINCE: "since", EFFECT: "effect",
           REMEDY: "remedy"}  # fmt: skip
"""Field of the form → field of the matter."""
Propose = Callable[[str], "Obstacle | None"]


def obstacle_form(office: OfficeProfile, propose: Propose = proposed_sort) -> Form:
    """The form as `office` asks it; `propose` tells the kind of an obstacle from its words. After the obstacle there are at most three questions, all of which may be skipped."""
    limit = {name: kind.OBSTACLE.field(field).longest for name, field in _FIELDS.items()}
    consent, evaluation = consent_fields(Purpose.OBSTACLE, office)
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.OBSTACLE).version,
        serves="huerde_melden",
        send_title=say.SEND,
        fields=(
            consent,
            Field(
                TOLD, say.OBSTACLE_LABEL, say.OBSTACLE, say.OBSTACLE_HELP, read=own_words_reader(), spot=spot_told(limit[TOLD]), only_fills=True,
                kind=FieldKind.PROSE, limit=limit[TOLD], names=("hindernis", "huerde", "problem", "text", "beschreibung"),
            ),
            sort_field(say, SORTS, _spot_sort(propose)),
            Field(
                RULE, say.RULE_LABEL, say.RULE, say.RULE_HELP, read=own_words_reader(), spot=spot_rules, only_fills=True, limit=limit[RULE],
                names=("regel", "behoerde", "amt", "vorschrift"), is_optional=True,
            ),
            place_field(say, limit[PLACE], is_asked=True),
            Field(
                SINCE, say.SINCE_LABEL, say.SINCE, say.SINCE_HELP, read=own_words_reader(), spot=spot_since, only_fills=True, limit=limit[SINCE],
                names=("dauer", "zeit"), is_optional=True, is_asked=False,
            ),
            Field(
                EFFECT, say.EFFECT_LABEL, say.EFFECT, say.EFFECT_HELP, read=own_words_reader(), kind=FieldKind.PROSE,
                limit=limit[EFFECT], names=("folgen", "auswirkung"), is_optional=True, is_asked=False, offer=say.OFFER_EFFECT,
            ),
            Field(
                REMEDY, say.REMEDY_LABEL, say.REMEDY, say.REMEDY_HELP, read=own_words_reader(), kind=FieldKind.PROSE,
                limit=limit[REMEDY], names=("vorschlag", "loesung"), is_optional=True,
            ),
            contact_field(say, is_asked=False, offer=say.OFFER_CONTACT),
            evaluation,
        ),
    )  # fmt: skip


def _spot_sort(propose: Propose) -> Spot:
    """A proposal; a person who sees another one chooses it."""

    def spot(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
        sort = propose(text) if tells_something(text) else None
        return Spotted(sort.value, ()) if sort else None

    return spot


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of `OBSTACLE`, `reach`, and the `consents` that were given."""
    return plain_report(Purpose.OBSTACLE, _FIELDS, values)
