"""Search results as replies."""
from __future__ import annotations

from datetime import date
from typing import Callable, Sequence

from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.schema import Record
from knowledge.search import Outcome, SearchResult
from knowledge.terms import Terms
from knowledge.understanding import Understanding
from wording.cards import NO_LEGAL_ADVICE, short_card
from wording.dates import listed
from wording.links import source_link
from wording.money import euros
from wording.needs import NEED_OF_KIND, need_button, next_step, record_button, shortened
from wording.places import PlaceNotes, only_nationwide
from wording.question_form import leave_button
from wording.remembering import remember_button
from wording.reply import Button, Reply

_FEW_LANDS = 4

NAMES = {
    "foerderung": "Förderungen und Hilfen",
    "rechtliche_huerden": "rechtlichen Hinweise",
    "kontakte": "Anlaufstellen",
    "fallbeispiele": "Beispiele",
    "methoden": "Vorgehensweisen",
    "veranstaltungen": "Veranstaltungen und Angebote",
}
"""Kind of record → how several of them are called, behind „diese“."""
_ASK_FOR_MORE = {
    "foerderung": "Wofür suchen Sie Geld, in welchem Ort oder Bundesland, und wer sind Sie (zum Beispiel ein Verein)?",
    "rechtliche_huerden": "Worum geht es bei Ihrer Rechtsfrage? Beschreiben Sie kurz, was Sie vorhaben.",
    "kontakte": "Wofür suchen Sie eine Ansprechstelle, und in welchem Ort oder Bundesland?",
    "fallbeispiele": "Zu welchem Thema suchen Sie Beispiele? Schreiben Sie einfach, was Sie vorhaben.",
    "methoden": "Was möchten Sie tun? Zum Beispiel den Bedarf erheben, Menschen beteiligen oder einen Antrag schreiben.",
    "veranstaltungen": "Zu welchem Thema und in welcher Gegend suchen Sie Veranstaltungen?",
}


def ask_for_more(kind: str) -> Reply:
    """The question to somebody who has only chosen a subject."""
    return Reply(_ASK_FOR_MORE[kind], outcome="ASKED_FOR_MORE")


def search_reply(
    result: SearchResult, asked: Understanding, kind: str, office: OfficeProfile, terms: Terms,
    places: PlaceResolver, today: date, card: Callable[[Record, date], str] = short_card,
    notes: PlaceNotes = PlaceNotes(), beside: Record | None = None,
) -> Reply:  # fmt: skip
    """The best records with their sources, each as its `card`, or honest words when nothing fits.

    `beside` is a record of another kind that answers much better.
    """
    if result.outcome is Outcome.NOTHING_FOUND:
        return nothing_found(office, asked.text) if beside is None else _only_beside(beside, kind, today)
    cards = [f"{number}. {card(hit.record, today)}" for number, hit in enumerate(result.hits, 1)]
    parts = [_introduction(result, asked, kind, terms, places, notes), *cards]
    if kind == "rechtliche_huerden":
        parts.append(NO_LEGAL_ADVICE)
    if len(asked.lands) > 1 and notes.land_matters:
        parts.append(_ask_for_land(asked, places))
    records = [hit.record for hit in result.hits]
    if beside is not None:
        parts.append(f"Vielleicht hilft Ihnen auch: {beside.name}.")
    return Reply(
        text="\n\n".join(parts),
        outcome=result.outcome.value,
        buttons=(*more_buttons(records), *_beside_button(beside), remember_button(records), next_step(kind, asked.text)),
        links=tuple(source_link(record) for record in records),
        records=tuple(record.id for record in records),
    )


def _only_beside(record: Record, kind: str, today: date) -> Reply:
    """Nothing of the kind that was asked for, but a record of another one that answers."""
    text = f"Dazu habe ich keine {NAMES[kind]} gefunden. Vielleicht hilft Ihnen das:"
    parts = [text, short_card(record, today), *([NO_LEGAL_ADVICE] if record.kind == "rechtliche_huerden" else [])]
    return Reply(
        "\n\n".join(parts),
        outcome=Outcome.FOUND.value,
        buttons=(*_beside_button(record), remember_button([record]), need_button("mensch")),
        links=(source_link(record),),
        records=(record.id,),
    )


def nothing_found(office: OfficeProfile, question: str = "") -> Reply:
    """Says that there is nothing, and who can be asked instead; the question may be left for them."""
    return Reply(
        f"Dazu habe ich nichts Passendes gefunden, und raten möchte ich nicht. {office_to_ask(office)} "
        "Oder Sie fragen mich noch einmal mit anderen Worten.",
        outcome=Outcome.NOTHING_FOUND.value,
        buttons=(leave_button(question), need_button("mensch")),
    )


def office_to_ask(office: OfficeProfile) -> str:
    """Whom to ask instead, with telephone and hours."""
    return (
        f"Fragen Sie bitte die {office.name}: Telefon {office.phone} ({'; '.join(office.hours)}) "
        f"oder E-Mail {office.email}."
    )


def _introduction(
    result: SearchResult, asked: Understanding, kind: str, terms: Terms, places: PlaceResolver, notes: PlaceNotes
) -> str:  # fmt: skip
    context = understood(asked, terms, places)
    name = NAMES[kind]
    if result.outcome is Outcome.FOUND_OTHER_REGION:
        return f"Für Ihre Gegend ({context}) habe ich nichts gefunden. Diese {name} gelten anderswo:"
    if result.outcome is Outcome.OUTDATED_ONLY:
        if kind == "veranstaltungen":
            return "Ein kommender Termin dazu ist mir nicht bekannt. Das gab es bisher:"
        return f"Ich habe nur {name} gefunden, die schon vorbei sind. Vielleicht hilft eine Nachfrage:"
    if notes.nothing_local:
        return only_nationwide(asked, context, places)
    fitting = f"Diese {name} passen" if len(result.hits) > 1 else "Das passt"
    return f"{fitting} am ehesten{f' ({context})' if context else ''}:"


def understood(asked: Understanding, terms: Terms, places: PlaceResolver) -> str:
    """What the answer went by: place, topic, legal form, sum."""
    parts = [places.in_words(asked.where)]
    parts.extend(terms.label("thema", code) for code in asked.topics[:2])
    parts.append(listed([f"für {terms.label('organisationsform', code)}" for code in asked.organisation_forms[:2]]))
    parts.append(euros(asked.amount_eur) if asked.amount_eur else None)
    return ", ".join(part for part in parts if part)


def _ask_for_land(asked: Understanding, places: PlaceResolver) -> str:
    """Names the Länder that may be meant, if they are few."""
    names = [places.land_name(land) for land in sorted(asked.lands)]
    if len(names) > _FEW_LANDS:
        return "Solche Orte gibt es in mehreren Bundesländern. Schreiben Sie bitte das Bundesland dazu."
    return f"Gemeint sein kann {listed(names, 'oder')}. Schreiben Sie bitte das Bundesland dazu, dann suche ich genauer."


def _beside_button(record: Record | None) -> list[Button]:
    return [record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu: {shortened(record.name)}")] if record else []


def more_buttons(records: Sequence[Record]) -> list[Button]:
    """A button for each of the records, which opens it."""
    return [
        record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu {number}: {shortened(record.name)}")
        for number, record in enumerate(records, 1)
    ]
