"""Matters as the staff of the office reads them, in a terminal and in a spreadsheet; each kind brings its words."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Iterator, Mapping

from office.matters.kind import EMAIL, PHONE, MatterKind
from office.matters.model import Matter, MatterOutcome, MatterResult


@dataclass(frozen=True)
class ListWords:
    """The words of one kind.

    `command`: of `./lotse`. `fields`: the column of each field, `choices` what its values mean. `moved`: what is said
    when the office has brought it to a state, `{number}` standing for the number. `closed`: „erledigt“, „abgeschlossen“.
    """

    kind: MatterKind
    command: str
    one: str
    none: str
    nothing_too_old: str
    one_deleted: str
    many_deleted: str
    states: Mapping[str, str]
    fields: Mapping[str, str]
    moved: Mapping[str, str]
    closed: str
    choices: Mapping[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """The head of the table."""
        told = [label for name, label in self.fields.items()]
        answer = ["Antwort", "Antwort am"] if self.kind.answered_as else []
        return (
            "Nummer", "Stand", "Eingang", "Letzte Änderung", *told, *self._places(), "Platz", *answer,
            "Bearbeitet von", "Einwilligung (Fassung)", "Einwilligung am",
        )  # fmt: skip

    def cells(self, matter: Matter, zone: tzinfo) -> tuple[str | None, ...]:
        """One row under `columns`."""
        last = matter.answers[-1] if matter.answers else None
        answer = [last and last.text, last and _moment(last.at, zone)] if self.kind.answered_as else []
        return (
            matter.number,
            self.states[matter.state],
            _moment(matter.received_at, zone),
            _moment(matter.touched_at, zone),
            *(self._told(matter, name) for name in self.fields),
            *(matter.where.land, matter.where.kreis)[: len(self._places())],
            matter.desk,
            *answer,
            matter.handled_by,
            matter.consent.version,
            _moment(matter.consent.given_at, zone),
        )

    def whole(self, matter: Matter, zone: tzinfo) -> str:
        """All that is known of one, a line for each column that is not empty, then what was before."""
        width = max(map(len, self.columns)) + 2
        cells = zip(self.columns, self.cells(matter, zone))
        lines = [f"{column + ':':<{width}}{cell}" for column, cell in cells if cell]
        if self.kind.can_be_evaluated:
            lines.append(f"{'Auswertung erlaubt:':<{width}}{'ja' if matter.may_be_evaluated else 'nein'}")
        return "\n".join([*lines, *self._before(matter, zone)])

    def short(self, matter: Matter, zone: tzinfo) -> str:
        """What somebody needs to act: a line with number, state and day, then who and what."""
        head = f"{matter.number}  {self.states[matter.state]:<13}  seit {_moment(matter.received_at, zone)}"
        head += f"  {matter.desk}" if matter.desk else ""
        who = ", ".join(filter(None, (matter.told.get("name"), matter.phone, matter.email)))
        told = [self._told(matter, name) for name in self.fields if name not in ("name", PHONE, EMAIL)]
        return "\n    ".join([head, *(text.replace("\n", "\n    ") for text in (who, *told) if text)])

    def said(self, result: MatterResult) -> str:
        """What came of a verb of the office, in a sentence or two."""
        outcome, number = result.outcome, result.number
        if outcome is MatterOutcome.MOVED:
            return " ".join([self.moved[result.matter.state].format(number=number), *_told_by(result)])
        if outcome is MatterOutcome.ANSWERED:
            kept = f"{number}: Die Antwort ist gespeichert. Die Person liest sie mit Nummer und Code."
            return " ".join([kept, *_told_by(result), *_call_them(result)])
        return {
            MatterOutcome.WITHDRAWN: f"{number} ist zurückgezogen. Was die Person angegeben hat, ist gelöscht.",
            MatterOutcome.ALREADY_CLOSED: f"{number} war schon {self.closed}. Es ist nichts geändert.",
            MatterOutcome.ALREADY_WITHDRAWN: f"{number} war schon zurückgezogen. Es ist nichts geändert.",
            MatterOutcome.NOT_ALLOWED: f"{number} lässt sich von seinem Stand aus nicht dahin bringen. Es ist nichts geändert.",
        }[outcome]

    def unknown_number(self, typed: str) -> str:
        """Nobody has this number, or not any more."""
        return f"{self.one} mit der Nummer „{typed}“ gibt es nicht. ./lotse {self.command} list --state all zeigt alle."

    def forgotten(self, number: int) -> str:
        """How many were too old."""
        return {0: self.nothing_too_old, 1: self.one_deleted}.get(number, self.many_deleted.format(number=number))

    def _places(self) -> tuple[str, ...]:
        """Call-backs have no place."""
        return ("Land", "Kreis") if self.kind.can_be_evaluated else ()

    def _told(self, matter: Matter, name: str) -> str | None:
        if name in (PHONE, EMAIL):
            return getattr(matter, name)
        text = matter.told.get(name)
        return self.choices.get(text, text) if text and self.kind.field(name).choices else text

    def _before(self, matter: Matter, zone: tzinfo) -> Iterator[str]:
        if matter.versions:
            yield "Frühere Fassungen:"
            yield from (f"  {_moment(one.told_at, zone)}  {self.fields[one.field]}: {one.text}" for one in matter.versions)
        if len(matter.history) > 1:
            yield "Verlauf:"
            for one in matter.history:
                yield "  " + "  ".join(filter(None, (_moment(one.at, zone), self.states[one.state], one.by, one.reason)))


def _told_by(result: MatterResult) -> Iterator[str]:
    if result.is_in_chat:
        yield "Sie steht auch im Gespräch, aus dem die Frage kam."
    if result.has_mail:
        yield "Dazu geht eine Mail an die Person, sobald ihre Adresse bestätigt ist."


def _call_them(result: MatterResult) -> Iterator[str]:
    """Whoever has left a telephone number only is told by nobody else."""
    if result.matter.phone and not result.has_mail:
        yield f"Sie hat eine Telefonnummer hinterlassen: {result.matter.phone}. Bitte rufen Sie an."


def _moment(moment: datetime, zone: tzinfo) -> str:
    """„22.11.2026 10:00“"""
    return moment.astimezone(zone).strftime("%d.%m.%Y %H:%M")
