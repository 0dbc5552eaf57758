"""The form in which an idea is handed in. Most of it may stay open; at most two questions are asked besides the telling."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.commands.phrase_list import folded_words
from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.hearing import yes_or_no
from conversation.forms.idea_parts import IDEA, NEEDED, PEOPLE, PLACE, PROBLEM, STAGE, TITLE, WHO
from conversation.forms.model import NO, YES, Choice, Field, FieldKind, Form, Read, Refusal, Said, Taken
from conversation.forms.place_field import leaves_place_open, place_reader, settled_place, show_place, which_place
from conversation.forms.readers import choice_reader, own_words_reader, read_name, spot_name
from conversation.forms.state import FormState
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.understanding import Understanding
from office.consent import Purpose
from office.matters.kinds.idea import IDEA as KIND
from wording import idea_form as say
from wording.consent import current_text

NAME = say.FORM
CONSENT, WHO_AM_I, CONTACT, EVALUATION = "einwilligung", "name", "kontakt", "auswertung"
BOTH = "beides"
"""The choice of the consent that allows the evaluation as well."""
MOST_QUESTIONS = 2
_PLANNED = (PLACE, NEEDED, CONTACT)
"""What is worth asking, in this order: without them nobody can help, find money or ask back."""
_ONLY_NEEDED = re.compile(
    r"\b(?:ohne|keine?|nicht|nur die idee|nur das nötige)\b.{0,25}(?:auswert\w*)?", re.IGNORECASE
)
_EVALUATION = re.compile(r"\bauswert\w*|\bbeide[sn]?\b|\ballem?\b", re.IGNORECASE)


def idea_form(office: OfficeProfile, places: PlaceResolver) -> Form:
    """The form as `office` asks it; `places` tells which places there are."""
    consent = (Choice(YES, say.AGREE), Choice(BOTH, say.AGREE_TO_BOTH), Choice(NO, say.REFUSE))
    evaluation = (Choice(YES, say.EVALUATE), Choice(NO, say.DO_NOT_EVALUATE))
    stages = tuple(Choice(key, title) for key, title in say.STAGES.items())
    needs = tuple(Choice(key, title) for key, title in say.NEEDS.items())
    own_words = own_words_reader()
    question = "\n\n".join(current_text(one).filled(office) for one in (Purpose.IDEA, Purpose.EVALUATION))
    return Form(
        name=NAME,
        title=say.TITLE,
        consent=CONSENT,
        consent_version=current_text(Purpose.IDEA).version,
        serves="idee_einreichen",
        send_title=say.SEND,
        plan=plan,
        asks_to_send=True,
        fields=(
            Field(
                CONSENT, say.CONSENT_LABEL, question, say.consent_help(office), read=read_consent, kind=FieldKind.STRICT,
                choices=consent, names=("einwilligung", "zustimmung", "einverstaendnis"),
                implies={BOTH: {EVALUATION: YES}, YES: {EVALUATION: NO}},
            ),
            Field(
                TITLE, say.TITLE_LABEL, say.TITLE_QUESTION, say.TITLE_HELP, read=own_words, limit=_limit("title"),
                is_optional=True, names=("titel", "ueberschrift", "bezeichnung"),
            ),
            Field(
                IDEA, say.IDEA_LABEL, say.IDEA_QUESTION, say.IDEA_HELP, read=own_words, kind=FieldKind.PROSE,
                limit=_limit("idea"), tells_more=True, names=("idee", "ideentext", "beschreibung", "vorhaben"),
            ),
            Field(
                PROBLEM, say.PROBLEM_LABEL, say.PROBLEM_QUESTION, say.PROBLEM_HELP, read=own_words, kind=FieldKind.PROSE,
                limit=_limit("problem"), is_optional=True, names=("problem",),
            ),
            Field(
                PEOPLE, say.PEOPLE_LABEL, say.PEOPLE_QUESTION, say.PEOPLE_HELP, read=own_words, limit=_limit("target_group"),
                is_optional=True, names=("zielgruppe", "fuer wen"),
            ),
            Field(
                PLACE, say.PLACE_LABEL, say.PLACE_QUESTION, say.PLACE_HELP, read=place_reader(places),
                leaves_open=leaves_place_open, limit=_limit("place"), show=lambda value: show_place(value, places),
                is_optional=True,
                unclear=lambda value: which_place(value, places),
                settle=lambda value, answer: settled_place(value, answer, places),
                names=("ort", "gemeinde", "landkreis", "region", "bundesland"),
            ),
            Field(
                STAGE, say.STAGE_LABEL, say.STAGE_QUESTION, say.STAGE_HELP, read=_keys_or_words(stages), choices=stages,
                show=lambda value: say.STAGES.get(value, value), limit=_limit("stage"), is_optional=True, names=("stand",),
            ),
            Field(
                WHO, say.WHO_LABEL, say.WHO_QUESTION, say.WHO_HELP, read=own_words, limit=_limit("organisation"),
                is_optional=True, names=("rechtsform", "organisation", "verein", "traeger", "wer dahintersteht"),
            ),
            Field(
                NEEDED, say.NEEDS_LABEL, say.NEEDS_QUESTION, say.NEEDS_HELP, read=_keys_or_words(needs), choices=needs,
                show=lambda value: say.NEEDS.get(value, value), limit=_limit("needs"), is_optional=True,
                names=("bedarf", "gebraucht wird"),
            ),
            Field(
                WHO_AM_I, say.NAME_LABEL, say.NAME_QUESTION, say.NAME_HELP, read=read_name, spot=spot_name, limit=80,
                is_optional=True, is_sensitive=True,
                names=("name", "namen", "nachname", "nachnamen", "vorname", "vornamen", "pseudonym", "anrede"),
            ),
            Field(
                CONTACT, say.CONTACT_LABEL, say.CONTACT_QUESTION, say.CONTACT_HELP, read=read_contact, spot=spot_contact,
                show=show_contact, join=join_contact, kind=FieldKind.STRICT, is_optional=True, is_sensitive=True,
                names=("telefonnummer", "telefon", "nummer", "handynummer", "handy", "rufnummer", "mail", "mailadresse",
                       "email", "emailadresse", "e mail", "e mail adresse", "kontakt", "kontaktdaten", "adresse"),
            ),
            Field(
                EVALUATION, say.EVALUATION_LABEL, say.EVALUATION_QUESTION, say.EVALUATION_HELP,
                read=choice_reader(evaluation), choices=evaluation, kind=FieldKind.STRICT, names=("auswertung",),
                show=lambda key: next(one.title for one in evaluation if one.key == key),
            ),
        ),
    )  # fmt: skip


def plan(state: FormState) -> str | None:
    """The telling itself, if nothing is told yet; then what is missing or unclear, MOST_QUESTIONS at most."""
    if IDEA not in state.values and PROBLEM not in state.values:
        return IDEA
    asked = [one for one in state.put if one not in (CONSENT, IDEA)]
    place = state.values.get(PLACE)
    is_open = place is not None and place.get("is_open", False)
    twice = place is not None and place.get("was_asked", False) and place.get("is_answer", False)
    if len(asked) + twice >= MOST_QUESTIONS:
        return None
    if is_open:
        return PLACE
    return next((one for one in _PLANNED if one not in state.values and one not in state.skipped and one not in asked), None)


def read_consent(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """Yes to the running alone, yes to both, or no. „Ja“ alone is no yes to the evaluation, which is voluntary."""
    said = " ".join(folded_words(text))
    titles = {" ".join(folded_words(title)): key for key, title in ((BOTH, say.AGREE_TO_BOTH), (YES, say.AGREE), (NO, say.REFUSE))}
    if said in titles:
        return Taken(titles[said])
    agrees = yes_or_no(Said(text, understanding), text)
    if agrees is not None:
        return Taken(YES if agrees else NO)
    if "?" not in text and len(said.split()) <= 12 and _EVALUATION.search(text):
        begins_no = said.split()[0] in ("nein", "nee")
        if not begins_no:
            return Taken(YES if _ONLY_NEEDED.search(text) else BOTH)
    return Refusal("yes_or_no")



def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """A completed form, all plain: `told` by the fields of the kind, `reach`, `land`, `kreis`, `may_be_evaluated`,
    `consent_version`, `consent_at`."""
    place, contact, consent = values.get(PLACE) or {}, values.get(CONTACT) or {}, values[CONSENT]
    return {
        "told": {
            "title": values.get(TITLE, ""),
            "idea": values.get(IDEA, ""),
            "problem": values.get(PROBLEM, ""),
            "target_group": values.get(PEOPLE, ""),
            "place": place.get("text", ""),
            "stage": say.STAGES.get(values.get(STAGE), values.get(STAGE, "")),
            "organisation": values.get(WHO, ""),
            "needs": say.NEEDS.get(values.get(NEEDED), values.get(NEEDED, "")),
            "name": values.get(WHO_AM_I, ""),
        },
        "reach": " ".join(filter(None, (contact.get("phone"), contact.get("mail")))),
        "land": place.get("land"),
        "kreis": place.get("kreis"),
        "may_be_evaluated": values.get(EVALUATION) == YES,
        "consent_version": consent["version"],
        "consent_at": datetime.fromisoformat(consent["at"]),
    }


def _limit(field: str) -> int:
    return KIND.field(field).longest


def _keys_or_words(choices: tuple[Choice, ...]) -> Read:
    """A choice by its title or key, else the person's own words."""
    told = {" ".join(folded_words(text)): one.key for one in choices for text in (one.title, one.key)}
    own = own_words_reader()

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        key = told.get(" ".join(folded_words(text)))
        return own(text, understanding, now) if key is None else Taken(key)

    return read
