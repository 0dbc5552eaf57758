"""Search results and opened records as replies."""
from __future__ import annotations

from datetime import date
from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.schema import Case, Contact, Funding, LegalHurdle, Method, Record
from knowledge.schema.event import Event
from knowledge.search import Outcome, SearchResult
from knowledge.terms import Terms
from knowledge.understanding import Understanding
from wording.cards import NO_LEGAL_ADVICE, full_card, short_card
from wording.dates import listed
from wording.money import euros
from wording.needs import NEED_OF_KIND, need_button, record_button, shortened
from wording.remembering import remember_button
from wording.reply import Button, Link, Reply

_FEW_LANDS = 4

_NAMES = {
    "foerderung": "Förderungen und Hilfen",
    "rechtliche_huerden": "rechtlichen Hinweise",
    "kontakte": "Anlaufstellen",
    "fallbeispiele": "Beispiele",
    "methoden": "Vorgehensweisen",
    "veranstaltungen": "Veranstaltungen und Angebote",
}
_NEXT_STEP = {
    "foerderung": ("fallbeispiele", "Ähnliche Projekte ansehen"),
    "rechtliche_huerden": ("kontakt", "Wer hilft bei dieser Frage?"),
    "kontakte": ("mensch", "Mit uns sprechen"),
    "fallbeispiele": ("foerderung", "Geld dafür finden"),
    "methoden": ("fallbeispiele", "Beispiele aus der Praxis"),
    "veranstaltungen": ("kontakt", "Wer hilft dazu vor Ort?"),
}
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
    places: PlaceResolver, today: date,
) -> Reply:  # fmt: skip
    """The best records with their sources, or honest words when nothing fits."""
    if result.outcome is Outcome.NOTHING_FOUND:
        return nothing_found(office)
    cards = [f"{number}. {short_card(hit.record, today)}" for number, hit in enumerate(result.hits, 1)]
    parts = [_introduction(result, asked, kind, terms, places), *cards]
    if kind == "rechtliche_huerden":
        parts.append(NO_LEGAL_ADVICE)
    if len(asked.lands) > 1:
        parts.append(_ask_for_land(asked, places))
    records = [hit.record for hit in result.hits]
    return Reply(
        text="\n\n".join(parts),
        outcome=result.outcome.value,
        buttons=(*_more_buttons(records), remember_button(records), _next_step(kind, asked.text)),
        links=tuple(_source_link(record) for record in records),
        records=tuple(record.id for record in records),
    )


def nothing_found(office: OfficeProfile) -> Reply:
    """Says that there is nothing, and who can be asked instead."""
    return Reply(
        f"Dazu habe ich nichts Passendes gefunden, und raten möchte ich nicht. {office_to_ask(office)} "
        "Oder Sie fragen mich noch einmal mit anderen Worten.",
        outcome=Outcome.NOTHING_FOUND.value,
        buttons=(need_button("mensch"),),
    )


def record_reply(record: Record, today: date, is_remembered: bool = False) -> Reply:
    """One record in full; `is_remembered` says that it is on the person's remember list."""
    return Reply(
        full_card(record, today),
        outcome="RECORD_SHOWN",
        buttons=(remember_button([record], is_remembered), _next_step(record.kind, record.name)),
        links=_links(record),
        records=(record.id,),
    )


def office_to_ask(office: OfficeProfile) -> str:
    """Whom to ask instead, with telephone and hours."""
    return (
        f"Fragen Sie bitte die {office.name}: Telefon {office.phone} ({'; '.join(office.hours)}) "
        f"oder E-Mail {office.email}."
    )


def _introduction(result: SearchResult, asked: Understanding, kind: str, terms: Terms, places: PlaceResolver) -> str:
    context = _understood(asked, terms, places)
    name = _NAMES[kind]
    if result.outcome is Outcome.FOUND_OTHER_REGION:
        return f"Für Ihre Gegend ({context}) habe ich nichts gefunden. Diese {name} gelten anderswo:"
    if result.outcome is Outcome.OUTDATED_ONLY:
        if kind == "veranstaltungen":
            return "Ein kommender Termin dazu ist mir nicht bekannt. Das gab es bisher:"
        return f"Ich habe nur {name} gefunden, die schon vorbei sind. Vielleicht hilft eine Nachfrage:"
    fitting = f"Diese {name} passen" if len(result.hits) > 1 else "Das passt"
    return f"{fitting} am ehesten{f' ({context})' if context else ''}:"


def _understood(asked: Understanding, terms: Terms, places: PlaceResolver) -> str:
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


def _more_buttons(records: list[Record]) -> list[Button]:
    return [
        record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu {number}: {shortened(record.name)}")
        for number, record in enumerate(records, 1)
    ]


def _next_step(kind: str, question: str) -> Button:
    need, title = _NEXT_STEP[kind]
    return need_button(need, "" if need == "mensch" else question, title)


def _source_link(record: Record) -> Link:
    return Link(f"Quelle: {record.source_title}", record.source_url)


def _links(record: Record) -> tuple[Link, ...]:
    """Source first, then what the kind of record has to open; no address twice."""
    links = [_source_link(record)]
    if isinstance(record, Funding) and record.application_url:
        links.append(Link("Zum Antrag oder zur Internetseite", record.application_url))
    if isinstance(record, Contact):
        links += [Link(f"Anrufen: {record.phone}", _tel(record.phone))] if _is_one_number(record.phone) else []
        links += [Link("Zur Internetseite", record.website)] if record.website else []
    if isinstance(record, Case) and record.contact.web:
        links.append(Link("Zur Internetseite", record.contact.web))
    if isinstance(record, Method):
        links += [Link(material.title, material.url) for material in record.materials]
    if isinstance(record, (LegalHurdle, Event)):
        links += [Link("Weitere Quelle", url) for url in record.further_sources[:2]]
    return tuple({link.url: link for link in reversed(links)}.values())[::-1]


def _is_one_number(phone: str | None) -> bool:
    return bool(phone) and all(one.isdigit() or one in " +-/()" for one in phone)


def _tel(phone: str) -> str:
    digits = "".join(one for one in phone if one.isdigit() or one == "+")
    short = len(digits) <= 6  # 112, 116117: service numbers have no country code
    return "tel:" + (digits if short or digits.startswith("+") else "+49" + digits.removeprefix("0"))
