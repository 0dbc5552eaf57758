"""Obstacles and concerns in the words for people: the number, the code, and what they open. One shape for both kinds."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from typing import Iterator, Mapping

from knowledge.office import OfficeProfile
from office.matters import kind
from office.matters.kind import MatterKind
from office.matters.model import Matter, MatterOutcome, MatterResult
from wording import matters
from wording.reply import Reply


_HOW = (
    "Mit der Nummer sehen Sie hier den Stand, mit Nummer und Code auch alles andere. Sie können ändern, die Auswertung "
    "zurücknehmen oder alles zurückziehen. Schreiben Sie zum Beispiel: {number} {code}."
)


@dataclass(frozen=True)
class ReportWords:
    """The words of one kind.

    `told`: its main field. `called`: „Ihre Meldung“; `to`: „einer Meldung“. `states`: what number and code tell of each
    state, `public` what the number alone tells. `fields`: label of each field that is shown; `choices`: their values.
    `anew`: how a new text is announced.
    """

    kind: MatterKind
    told: str
    called: str
    to: str
    anew: str
    states: Mapping[str, str]
    public: Mapping[str, str]
    fields: Mapping[str, str]
    choices: Mapping[str, str]

    @property
    def _outcome(self) -> str:
        return self.kind.name.upper()

    def received(self, result: MatterResult, office: OfficeProfile) -> Reply:
        """The number and, if it may be shown, the code."""
        parts = matters.receipt(
            f"{self.called} ist bei der Stelle angekommen.", f"{self.called} war schon angekommen.", result, _HOW
        )  # fmt: skip
        parts.append(matters.promised(getattr(office.answer_days, self.kind.name)))
        return Reply("\n\n".join(parts), outcome=f"{self._outcome}_RECEIVED")

    def not_taken(self, result: MatterResult) -> Reply:
        """Something in it cannot be used; the draft is still there."""
        labels = {**self.fields, "reach": "Kontakt"}
        wrong = ", ".join(dict.fromkeys(labels.get(problem.field, "eine Angabe") for problem in result.problems))
        return Reply(
            f"So kann ich es noch nicht absenden. Bitte prüfen Sie: {wrong or 'alle Angaben'}. Ihre Angaben sind noch da. Schreiben "
            "Sie zum Beispiel „ändere den Text“ und danach „absenden“.",
            outcome=f"{self._outcome}_NOT_TAKEN",
        )

    def code_needed(self, state: str | None) -> Reply:
        """A number alone tells how far it is, no more."""
        return matters.code_needed(self.to, self.public.get(state, ""))

    def how_to_change(self, number: str) -> Reply:
        """Who wants to change something, but has not said to what."""
        return Reply(
            f"Schreiben Sie alles zusammen in eine Nachricht. Zum Beispiel so: {number}, Ihr Code, {self.anew}: Ihr Text. "
            "Eine neue Telefonnummer oder E-Mail-Adresse schreiben Sie einfach dahinter.",
            outcome=f"{self._outcome}_HOW_TO_CHANGE",
        )

    def opened(self, result: MatterResult, zone: tzinfo | None) -> Reply:
        """What number and code have opened."""
        return Reply(self._opened(result, zone), outcome=f"{self._outcome}_{result.outcome.name}")

    def _opened(self, result: MatterResult, zone: tzinfo | None) -> str:
        outcome, matter = result.outcome, result.matter
        refused = matters.not_opened(result, zone)
        if refused is not None:
            return refused
        if outcome is MatterOutcome.INVALID:
            if any(one.field == self.told for one in result.problems):
                return f"So lang darf der Text nicht sein: Es passen {self.kind.field(self.told).longest} Zeichen hinein."
            return "Diese Telefonnummer oder E-Mail-Adresse kann ich nicht lesen. Bitte schreiben Sie sie noch einmal."
        if outcome in (MatterOutcome.WITHDRAWN, MatterOutcome.ALREADY_WITHDRAWN):
            return f"{self.called} ist zurückgezogen. Was Sie dazu angegeben hatten und die Antworten sind gelöscht."
        if outcome is MatterOutcome.EVALUATION_REVOKED:
            return (
                f"{self.called} wird nicht ausgewertet und nicht zitiert. Was daraus abgeleitet war, ist gelöscht. Sonst ändert sich "
                "nichts."
            )
        if outcome is MatterOutcome.ALREADY_CLOSED or matter is None:
            return f"{self.called} ist schon abgeschlossen. Es ist nichts geändert."
        lead = "Geändert. " if outcome is MatterOutcome.CHANGED else ""
        return lead + "\n\n".join(filter(None, ["\n".join(self._told(matter, zone)), *matters.answers(matter, zone)]))

    def _told(self, matter: Matter, zone: tzinfo | None) -> Iterator[str]:
        yield f"{self.states[matter.state]} Eingegangen am {matters.on_day(matter.received_at, zone)}."
        for event in matter.history[1:]:
            reason = f" {event.reason}" if event.reason else ""
            yield f"{matters.on_day(event.at, zone)}: {self.states[event.state]}{reason}"
        for name, label in self.fields.items():
            value = matter.told[name]
            if value:
                yield f"{label}: {self.choices.get(value, value) if self.kind.field(name).choices else value}"
        yield from (f"{label}: {value}" for label, value in (("Telefon", matter.phone), ("E-Mail", matter.email)) if value)
        yield "Auswertung: " + ("erlaubt" if matter.may_be_evaluated else "nicht erlaubt")
        earlier = [one for one in matter.versions if one.field == self.told]
        yield from (f"Früher, am {matters.on_day(one.told_at, zone)}: {one.text}" for one in earlier)


WITHDRAWN = {kind.WITHDRAWN: "Das ist zurückgezogen."}
"""The state that both kinds have."""
