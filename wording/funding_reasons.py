"""What speaks for and against funding, in words: „Passt: gilt in Sachsen, für Vereine“ and „Beachten: …; Frist: …“."""
from __future__ import annotations

from datetime import date
from typing import Callable, Sequence

from knowledge.funding_reasons import FundingMatch, Ground, Reason
from knowledge.places import Place, PlaceResolver, Resolution
from knowledge.schema.funding import Cost, FundingKind
from knowledge.schema.record import OrganisationForm
from knowledge.terms import Terms
from wording.cards import SHORT, source_line
from wording.cards.funding import RECIPIENTS
from wording.cards.sentences import first_sentences
from wording.dates import dates_in_words, day_in_words, listed
from wording.money import euros, percent, span

_FEW = 3
_NO_GRANT = {
    FundingKind.PRIZE: "ein Preis, kein sicheres Geld",
    FundingKind.CROWDFUNDING: "das Geld sammeln Sie selbst ein",
    FundingKind.ADVICE: "vor allem Beratung, kaum Geld",
    FundingKind.LOAN: "Kredit, muss zurückgezahlt werden",
    FundingKind.EQUITY: "kein Zuschuss, das Geld geht später zurück",
    FundingKind.GUARANTEE: "Bürgschaft für einen Kredit, kein Zuschuss",
}
_STAFF = {Cost.STAFF: "bezahlt Personal", Cost.DEVELOPMENT: "bezahlt Entwicklungszeit"}


class ReasonsInWords:
    """Says reasons with the names of the Länder and topics."""

    def __init__(self, terms: Terms, places: PlaceResolver) -> None:
        self._terms, self._places = terms, places

    def card(self, match: FundingMatch, today: date) -> str:
        """Name, gist, sum, what fits, what to mind, source."""
        record = match.record
        gist = first_sentences(record.summary, SHORT)
        amount = span(record.amount_min_eur, record.amount_max_eur)
        return "\n".join(
            filter(
                None,
                [
                    record.name,
                    gist,
                    amount and f"Höhe: {amount}",
                    self.line("Passt", match.in_favour, ", "),
                    self.line("Beachten", match.to_mind, "; "),
                    source_line(record, today),
                ],
            )
        )

    def line(self, label: str, reasons: Sequence[Reason], between: str) -> str:
        """The reasons after a label, or nothing."""
        said = [self.reason(one) for one in reasons]
        return f"{label}: {between.join(said)}." if said else ""

    def reason(self, reason: Reason) -> str:
        """One reason in a few words."""
        fixed = _FIXED.get(reason.ground)
        return fixed if fixed else _SAID[reason.ground](self, reason.value)

    def lands(self, codes: Sequence[str]) -> str:
        """„in Sachsen und in Thüringen“"""
        return listed([self._land(code) for code in codes])

    def topics(self, codes: Sequence[str]) -> str:
        return f"Thema {listed([self._terms.label('thema', code) for code in codes])}"

    def _land(self, code: str) -> str:
        return self._places.in_words(Resolution(code, None, None, (Place(code, None, None),), ())) or code


def _forms(codes: Sequence[str]) -> str:
    return listed([RECIPIENTS[OrganisationForm(code)] for code in codes])


def _not_listed(value: tuple[Sequence[str], Sequence[str]]) -> str:
    wanted, eligible = value
    some = "unter anderem " if len(eligible) > _FEW else ""
    return f"{_forms(wanted)} sind nicht genannt, den Antrag stellen {some}{_forms(eligible[:_FEW])}"


def _as_part(note: str) -> str:
    """`note` between the semicolons of a line."""
    return note.replace("; ", ", ")


def _own_share(note: str) -> str:
    first = _as_part(note.split(". ")[0])
    return first if "igenanteil" in first else f"Eigenanteil: {first}"


def _staff(costs: Sequence[Cost]) -> str:
    return listed([_STAFF[one] for one in costs])


_FIXED = {
    Ground.NATIONWIDE: "gilt bundesweit",
    Ground.EUROPE: "gilt in der ganzen EU",
    Ground.OPEN: "offen (soweit bekannt)",
    Ground.NO_OWN_SHARE: "kein Eigenanteil",
    Ground.ENDED: "ausgelaufen, neue Anträge sind nach unserem Stand nicht möglich",
    Ground.PERHAPS_NOT_HERE: "ob Ihr Bundesland dazugehört, bitte nachfragen",
    Ground.AMOUNT_UNKNOWN: "Höhe nicht bekannt",
    Ground.STAFF_UNKNOWN: "nicht bekannt, ob Personal bezahlt wird",
    Ground.STAFF_EXCLUDED: "Personal wird nicht bezahlt",
    Ground.UNCLEAR: "nicht sicher, ob gerade offen",
    Ground.LOW_CONFIDENCE: "die Angaben sind wenig gesichert",
}
_SAID: dict[Ground, Callable[[ReasonsInWords, object], str]] = {
    Ground.LAND: lambda words, codes: f"gilt {words.lands(codes)}",
    Ground.FORM: lambda words, codes: f"für {_forms(codes)}",
    Ground.TOPIC: lambda words, codes: words.topics(codes),
    Ground.AMOUNT: lambda words, amount: f"{euros(amount)} sind möglich",
    Ground.PAYS_STAFF: lambda words, costs: _staff(costs),
    Ground.OTHER_REGION: lambda words, codes: f"gilt nur {words.lands(codes)}",
    Ground.ONLY_IN: lambda words, codes: f"gilt nur {words.lands(codes)}",
    Ground.FORM_NOT_LISTED: lambda words, value: _not_listed(value),
    Ground.ABOVE_MAXIMUM: lambda words, most: f"höchstens {euros(most)}",
    Ground.BELOW_MINIMUM: lambda words, least: f"erst ab {euros(least)}",
    Ground.NO_GRANT: lambda words, kind: _NO_GRANT[kind],
    Ground.OWN_SHARE: lambda words, share: f"mindestens {percent(share)} Eigenanteil",
    Ground.OWN_SHARE_NOTE: lambda words, note: _own_share(note),
    Ground.DEADLINE: lambda words, day: f"Frist: {day_in_words(day)}",
    Ground.DEADLINE_PASSED: lambda words, day: f"Frist: nächste nicht bekannt (zuletzt {day_in_words(day)})",
    Ground.DEADLINE_NOTE: lambda words, note: f"Frist: {_as_part(dates_in_words(note))}",
}
