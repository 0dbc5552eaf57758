"""One record in words: a short card for lists, the whole of it for „Mehr dazu“.

Every card ends with its source, the date of the source and the day of our check; what is uncertain says so.
"""
from __future__ import annotations

import re
from datetime import date
from typing import Callable, Iterator

from knowledge.schema import Case, Contact, Event, Funding, LegalHurdle, Method, Record
from knowledge.schema.case import Stage
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus
from knowledge.schema.record import OrganisationForm
from wording.dates import dates_in_words, day_in_words, listed, source_date_in_words, weekday_in_words
from wording.money import percent, span

SHORT = 230
"""About so many characters of a summary stand in a list."""

FORMS = {
    OrganisationForm.PERSON: "Einzelpersonen",
    OrganisationForm.INITIATIVE: "Initiativen",
    OrganisationForm.ASSOCIATION: "Vereine",
    OrganisationForm.NON_PROFIT_COMPANY: "gemeinnützige GmbHs",
    OrganisationForm.SMALL_NON_PROFIT_COMPANY: "gemeinnützige UGs",
    OrganisationForm.COMPANY: "Unternehmen",
    OrganisationForm.COOPERATIVE: "Genossenschaften",
    OrganisationForm.FOUNDATION: "Stiftungen",
    OrganisationForm.WELFARE_ASSOCIATION: "Wohlfahrtsverbände",
    OrganisationForm.MUNICIPALITY: "Kommunen",
    OrganisationForm.UNIVERSITY: "Hochschulen",
}
NO_LEGAL_ADVICE = "Das ist eine allgemeine Auskunft und keine Rechtsberatung."

_GAP = re.compile(r"(?<=[.?])\s+(?=[A-ZÄÖÜ„])|(?<=[.?][“)])\s+(?=[A-ZÄÖÜ„])")
"""Where a sentence may end."""
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[^\W\d_]|e\.V|i\.d\.R|[Zz]\.B|[Dd]\.h|[Uu]\.a|\d{1,2}|Dr|Prof|Nr|Abs|Art|\w*[Ss]tr|St|Tel|Fr|Hr|Mio|Mrd|Tsd|"
    r"bzw|ca|inkl|ggf|evtl|max|min|vgl|zzgl|gem|etc|Dipl|Ing|sog)\.$"
)
"""What ends with a point without ending a sentence: „z. B.“, „e. V.“, „Dr.“, „1.“ (of January)."""

_STATUS = {
    StatedStatus.OPEN: "Stand: offen, soweit bekannt.",
    StatedStatus.UNCLEAR: "Ob gerade Anträge möglich sind, ist nicht sicher. Bitte beim Geldgeber nachfragen.",
    StatedStatus.ENDED: "Achtung: ausgelaufen. Neue Anträge sind nach unserem Stand nicht möglich.",
}
_STAGES = {
    Stage.PILOT: "wird erprobt",
    Stage.RUNNING: "läuft",
    Stage.CONSOLIDATED: "ist auf Dauer angelegt",
    Stage.ENDED: "beendet",
}


def short_card(record: Record, today: date) -> str:
    """Name, the gist in one or two sentences, what matters most for its kind, the source."""
    return "\n".join([record.name, first_sentences(record.summary), *_SHORT_LINES[type(record)](record, today),
                      source_line(record)])  # fmt: skip


def full_card(record: Record, today: date) -> str:
    """All that people need to know of the record, in short paragraphs."""
    return "\n\n".join([record.name, record.summary, *_FULL_PARTS[type(record)](record, today), source_line(record)])


def source_line(record: Record) -> str:
    """Source, its date, our check date, and a warning where the researchers were not sure."""
    told = f"Quelle: {record.source_title} ({source_date_in_words(record.as_of)}, "
    told += f"von uns geprüft am {day_in_words(record.checked_on)})."
    return f"{told} Diese Angaben sind nicht ganz sicher. Bitte nachprüfen." if record.is_uncertain else told


def first_sentences(text: str, length: int = SHORT) -> str:
    """As many whole sentences as fit into `length`, at least the first one."""
    ends = [one.start() for one in _GAP.finditer(text) if not _ABBREVIATION.search(text, 0, one.start())]
    fitting = [end for end in (*ends, len(text)) if end <= length]
    return text[: fitting[-1] if fitting else (*ends, len(text))[0]]


def bullets(title: str, points: tuple[str, ...]) -> str:
    """A headed list in plain text."""
    return "\n".join([title, *(f"• {point}" for point in points)])


def _labelled(label: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"{label}: {value}"


def _funding_short(record: Funding, today: date) -> Iterator[str]:
    yield from _labelled("Höhe", span(record.amount_min_eur, record.amount_max_eur))
    yield f"Frist: {_deadline(record, today)}"
    yield _STATUS[record.status_on(today)]


def _deadline(record: Funding, today: date) -> str:
    coming = record.next_deadline(today)
    named = dates_in_words(record.deadline.rstrip("."))
    return f"{named} (nächster genannter Stichtag: {day_in_words(coming)})" if coming else named


def _funding_full(record: Funding, today: date) -> Iterator[str]:
    yield bullets("Gut zu wissen", record.facts)
    terms = [
        f"Wer gibt: {record.provider}",
        f"Wer bekommt: {listed([FORMS[form] for form in record.eligible])}",
        *_labelled("Höhe", span(record.amount_min_eur, record.amount_max_eur)),
        *_labelled("Anteil", record.funding_rate_pct and f"bis {percent(record.funding_rate_pct)} der Kosten"),
        f"Eigenanteil: {record.own_share_note}",
        f"Frist: {_deadline(record, today)}",
        *_labelled("Programm läuft bis", record.period_end and dates_in_words(record.period_end)),
    ]
    yield "\n".join(terms)
    yield _STATUS[record.status_on(today)]
    yield f"So geht es: {record.how_to_apply}"


def _legal_short(record: LegalHurdle, today: date) -> Iterator[str]:
    yield f"Rechtsgrundlage: {'; '.join(record.legal_basis[:3])}"


def _legal_full(record: LegalHurdle, today: date) -> Iterator[str]:
    yield bullets("Die Regeln", record.facts)
    yield f"Rechtsgrundlage: {'; '.join(record.legal_basis)}"
    yield f"Die übliche Falle: {record.typical_trap}"
    yield bullets("Wege, die helfen", record.ways_forward)
    yield f"Wer entscheidet: {record.who_decides}"
    yield NO_LEGAL_ADVICE


def _contact_short(record: Contact, today: date) -> Iterator[str]:
    yield from _labelled("Telefon", record.phone)
    yield from _labelled("E-Mail", record.email)
    yield from _labelled("Erreichbar", record.opening_hours)
    if not (record.phone or record.email):
        yield "Telefon und E-Mail sind uns nicht bekannt. Der Weg führt über die Internetseite."


def _contact_full(record: Contact, today: date) -> Iterator[str]:
    yield f"Zuständig für: {record.role}"
    yield bullets("Gut zu wissen", record.facts)
    unit = record.unit and record.unit != record.name and f"{record.organisation}, {record.unit}"
    lines = [
        f"Stelle: {unit or record.organisation}",
        *_labelled("Telefon", record.phone or "uns nicht bekannt"),
        *_labelled("E-Mail", record.email or "uns nicht bekannt"),
        *_labelled("Anschrift", record.address),
        *_labelled("Erreichbar", record.opening_hours),
        *_labelled("Genannte Person (kann gewechselt haben)", record.person),
    ]
    yield "\n".join(lines)


def _case_short(record: Case, today: date) -> Iterator[str]:
    yield f"Ort: {record.place}"
    yield f"Was geholfen hat oder schwer war: {record.lessons[0]}"


def _case_full(record: Case, today: date) -> Iterator[str]:
    stage = _STAGES.get(record.stage)
    yield "\n".join([f"Ort: {record.place}", f"Zeit: {record.period}" + (f" ({stage})" if stage else "")])
    yield f"Ausgangslage: {record.starting_point}"
    yield f"Das Vorgehen: {record.concept}"
    yield bullets("Was herauskam", record.activities_results or record.facts)
    yield bullets("Was geholfen hat und was schwer war", record.lessons)
    yield f"Geld: {record.financing}"
    yield "\n".join(_case_contact(record))


def _case_contact(record: Case) -> Iterator[str]:
    contact = record.contact
    yield f"Ansprechstelle: {contact.organisation or 'uns nicht bekannt'}"
    yield from _labelled("Telefon", contact.phone)
    yield from _labelled("E-Mail", ", ".join(contact.emails))
    yield from _labelled("Anschrift", contact.address)
    yield from _labelled("Hinweis", contact.note)


def _method_short(record: Method, today: date) -> Iterator[str]:
    yield f"Aufwand: {record.effort}"


def _method_full(record: Method, today: date) -> Iterator[str]:
    yield "\n".join(["Schritt für Schritt", *(f"{number}. {step}" for number, step in enumerate(record.steps, 1))])
    yield f"Aufwand: {record.effort}"
    yield bullets("Gut zu wissen", record.facts)
    yield "Die Schritte sind unsere Zusammenfassung."


def _event_short(record: Event, today: date) -> Iterator[str]:
    yield _event_when(record, today)
    yield f"Ort: {record.place}"


def _event_when(record: Event, today: date) -> str:
    coming = record.next_date(today)
    if coming:
        return f"Termin: {weekday_in_words(coming)}"
    if record.status_on(today) is EventStatus.PAST:
        last = max(record.dates, default=None)
        return f"Vorbei: Der letzte Termin war am {day_in_words(last)}." if last else "Vorbei."
    if record.status_on(today) is EventStatus.RUNNING:
        return "Dauerhaftes Angebot. Ein fester nächster Termin ist uns nicht bekannt."
    return "Ob und wann es weitergeht, ist uns nicht bekannt."


def _event_full(record: Event, today: date) -> Iterator[str]:
    yield bullets("Gut zu wissen", record.facts)
    where = record.place + (" (auch online)" if record.online else "")
    lines = [
        _event_when(record, today),
        f"Ort: {where}",
        f"Anmeldung: {record.registration or 'uns nicht bekannt'}",
        f"Kosten: {record.costs or 'uns nicht bekannt'}",
    ]
    yield "\n".join(lines)


_Lines = Callable[[Record, date], Iterator[str]]
_SHORT_LINES: dict[type[Record], _Lines] = {
    Funding: _funding_short,
    LegalHurdle: _legal_short,
    Contact: _contact_short,
    Case: _case_short,
    Method: _method_short,
    Event: _event_short,
}
_FULL_PARTS: dict[type[Record], _Lines] = {
    Funding: _funding_full,
    LegalHurdle: _legal_full,
    Contact: _contact_full,
    Case: _case_full,
    Method: _method_full,
    Event: _event_full,
}
