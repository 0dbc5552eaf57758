"""Money: who gets it, how much, the own share, the deadline, how to apply."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import Funding
from knowledge.schema.funding import StatedStatus
from knowledge.schema.record import OrganisationForm
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets, labelled
from wording.dates import dates_in_words, day_in_words, listed
from wording.money import percent, span

RECIPIENTS = {
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
STATUS = {
    StatedStatus.OPEN: "Stand: offen, soweit bekannt.",
    StatedStatus.UNCLEAR: "Ob gerade Anträge möglich sind, ist nicht sicher. Bitte beim Geldgeber nachfragen.",
    StatedStatus.ENDED: "Achtung: ausgelaufen. Neue Anträge sind nach unserem Stand nicht möglich.",
}


def short(record: Funding, today: date) -> Iterator[str]:
    yield from labelled("Höhe", span(record.amount_min_eur, record.amount_max_eur))
    yield from until(record, today)


def until(record: Funding, today: date) -> Iterator[str]:
    yield f"Frist: {_deadline(record, today)}"
    yield STATUS[record.status_on(today)]


def first(record: Funding, today: date) -> Iterator[str]:
    yield "\n".join(short(record, today))


def pieces(record: Funding, today: date) -> Mapping[str, Piece]:
    terms = [
        f"Wer gibt: {record.provider}",
        f"Wer bekommt: {listed([RECIPIENTS[form] for form in record.eligible])}",
        *labelled("Höhe", span(record.amount_min_eur, record.amount_max_eur)),
        *labelled("Anteil", record.funding_rate_pct and f"bis {percent(record.funding_rate_pct)} der Kosten"),
        f"Eigenanteil: {record.own_share_note}",
    ]
    time = [
        f"Frist: {_deadline(record, today)}",
        *labelled("Programm läuft bis", record.period_end and dates_in_words(record.period_end)),
        STATUS[record.status_on(today)],
    ]
    return {
        "wer": Piece.of("Wer bekommt es und wie viel?", "\n".join(terms)),
        "antrag": Piece.of("So stellen Sie den Antrag", f"So geht es: {record.how_to_apply}", "\n".join(time)),
        FACTS: Piece.of("Gut zu wissen", bullets("Gut zu wissen", record.facts)),
    }


def _deadline(record: Funding, today: date) -> str:
    coming = record.next_deadline(today)
    named = dates_in_words(record.deadline.rstrip("."))
    return f"{named} (nächster genannter Stichtag: {day_in_words(coming)})" if coming else named
