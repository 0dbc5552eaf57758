"""Ideas that were handed in, in the words for people: the number, the code, what happens next, and what both open."""
from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from typing import Iterator

from knowledge.office import OfficeProfile
from office.matters import kind
from office.matters.kinds.idea import ASKED, IN_REVIEW, NOT_SELECTED, PUBLISHED, RECEIVED, SELECTED
from office.matters.model import Matter, MatterOutcome, MatterResult
from wording import matters
from wording.idea_list import LABELS
from wording.needs import need_button
from wording.published_ideas import PAGE, TITLE
from wording.reply import Button, Link, Reply

_STATES = {
    RECEIVED: "Ihre Idee ist bei der Stelle angekommen. Die Prüfung hat noch nicht begonnen.",
    IN_REVIEW: "Ihre Idee wird geprüft.",
    ASKED: "Die Stelle hat eine Frage an Sie.",
    SELECTED: "Ihre Idee ist ausgewählt.",
    NOT_SELECTED: "Ihre Idee wurde nicht ausgewählt.",
    PUBLISHED: "Ihre Idee ist veröffentlicht.",
    kind.WITHDRAWN: "Diese Idee ist zurückgezogen.",
}
_PUBLIC = {
    RECEIVED: "Diese Idee ist angekommen.",
    IN_REVIEW: "Diese Idee wird geprüft.",
    SELECTED: "Diese Idee ist ausgewählt.",
    PUBLISHED: "Diese Idee ist veröffentlicht.",
}
_HOW = (
    "Mit Nummer und Code sehen Sie hier den Stand, ändern Ihre Angaben, antworten der Stelle oder ziehen die Idee zurück. "
    "Schreiben Sie zum Beispiel: {number} {code}."
)


def received(result: MatterResult, office: OfficeProfile) -> Reply:
    """Number, code, and what happens next."""
    parts = matters.receipt(
        "Ihre Idee ist bei der Stelle angekommen.", "Ihre Idee war schon angekommen.", result, _HOW
    )  # fmt: skip
    parts.append(what_next(office))
    if result.has_mail:
        parts.append(
            "An Ihre E-Mail-Adresse schicken wir eine Bestätigung mit der Nummer, ohne den Code. War die Adresse bisher nicht "
            "bestätigt, kommt zuerst eine Mail, in der Sie das tun."
        )
    return Reply("\n\n".join(parts), outcome="IDEA_RECEIVED", buttons=_offers())


def what_next(office: OfficeProfile) -> str:
    """What the office promises, and no more."""
    soon = f" innerhalb von {office.answer_days.idea} Tagen" if office.answer_days.idea else ""
    first = f"So geht es weiter: Menschen in der Stelle lesen Ihre Idee und melden sich{soon}."
    if not office.answer_days.idea:
        first = "So geht es weiter: Menschen in der Stelle lesen Ihre Idee. Wann sie sich melden, steht noch nicht fest."
    return f"{first} Ob Ihre Idee ausgewählt wird, entscheidet die Stelle; versprechen kann ich es nicht."


def what_next_by_mail(office: OfficeProfile) -> str:
    """The same, as the office itself writes it."""
    soon = f" innerhalb von {office.answer_days} Tagen" if office.answer_days else ", sobald wir mehr wissen"
    first = f"So geht es weiter: Wir lesen Ihre Idee und melden uns{soon}."
    return f"{first} Ob sie ausgewählt wird, steht damit noch nicht fest."


def _offers() -> tuple[Button, ...]:
    return (
        need_button("foerderung"), need_button("fallbeispiele", title="Ähnliche Projekte ansehen"),
        need_button("beratung_buchen"),
    )  # fmt: skip


def not_taken(result: MatterResult) -> Reply:
    """Something in it cannot be used; the draft is still there."""
    wrong = " und ".join(dict.fromkeys(LABELS.get(problem.field, "der Kontakt") for problem in result.problems))
    return Reply(
        f"So kann ich es noch nicht absenden. Bitte prüfen Sie: {wrong or 'alle Angaben'}. Ihre Angaben sind noch da. Schreiben "
        "Sie zum Beispiel „ändere den Titel“ und danach „absenden“.",
        outcome="IDEA_NOT_TAKEN",
    )


def code_needed(state: str | None) -> Reply:
    """A number alone tells how far it is, no more."""
    reply = matters.code_needed("allem Weiteren", _PUBLIC.get(state, ""))
    return replace(reply, links=_page(state))


def how_to_change(number: str) -> Reply:
    """Who wants to change something, but has not said to what."""
    return Reply(
        f"Schreiben Sie Nummer, Code und das Neue zusammen, zum Beispiel: {number}, Ihr Code, neuer Titel: und dann den Titel. "
        "So ändern Sie auch Idee, Problem, Zielgruppe, Ort, Stand, Rechtsform, Bedarf und Namen. Eine neue Telefonnummer oder "
        "E-Mail-Adresse schreiben Sie einfach dahinter.",
        outcome="IDEA_HOW_TO_CHANGE",
    )


def opened(result: MatterResult, zone: tzinfo | None) -> Reply:
    """What number and code have opened."""
    state = result.matter.state if result.matter else None
    return Reply(_opened(result, zone), outcome=f"IDEA_{result.outcome.name}", links=_page(state))


def _page(state: str | None) -> tuple[Link, ...]:
    """Where a published idea can be read."""
    return (Link(TITLE, PAGE),) if state == PUBLISHED else ()


def _opened(result: MatterResult, zone: tzinfo | None) -> str:
    outcome, matter = result.outcome, result.matter
    refused = matters.not_opened(result, zone)
    if refused is not None:
        return refused
    if outcome is MatterOutcome.INVALID:
        return _invalid(result)
    if outcome in (MatterOutcome.WITHDRAWN, MatterOutcome.ALREADY_WITHDRAWN):
        return "Ihre Idee ist zurückgezogen. Was Sie dazu angegeben hatten und was die Stelle schrieb, ist gelöscht."
    if outcome is MatterOutcome.ALREADY_CLOSED or matter is None:
        return "Diese Idee ist schon abgeschlossen. Es ist nichts geändert."
    lead = {
        MatterOutcome.CHANGED: "Gespeichert. ",
        MatterOutcome.EVALUATION_REVOKED: "Ihre Angaben werden nicht mehr ausgewertet. ",
    }.get(outcome, "")
    return lead + "\n\n".join(filter(None, ["\n".join(_told(matter, zone)), _question(matter, zone), *matters.answers(matter, zone)]))


def _invalid(result: MatterResult) -> str:
    problem = result.problems[0]
    if problem.field in LABELS:
        return f"{LABELS[problem.field]}: Es passen höchstens {problem.limit} Zeichen hinein, und leer darf nicht alles sein. Es ist nichts geändert."
    return "Diese Telefonnummer oder E-Mail-Adresse kann ich nicht lesen. Bitte schreiben Sie sie noch einmal."


def _told(matter: Matter, zone: tzinfo | None) -> Iterator[str]:
    yield f"{_STATES[matter.state]} Eingegangen am {matters.on_day(matter.received_at, zone)}."
    if matter.state == NOT_SELECTED and matter.history[-1].reason:
        yield f"Die Begründung: {matter.history[-1].reason}"
    yield from (f"{label}: {_shown(matter, name)}" for name, label in LABELS.items() if matter.told.get(name))
    yield from (f"{label}: {value}" for label, value in (("Telefon", matter.phone), ("E-Mail", matter.email)) if value)
    yield f"Auswertung: {'ja' if matter.may_be_evaluated else 'nein'}"
    yield from (
        f"Früher ({LABELS[one.field]}, bis zur Änderung): {one.text}" for one in matter.versions if one.field in LABELS and one.text
    )


def _shown(matter: Matter, name: str) -> str:
    """What was told in a field; a place with its Kreis, so that a wrong one is seen."""
    text, kreis = matter.told[name], matter.where.kreis
    return f"{text} ({kreis})" if name == "place" and kreis and kreis not in text else text


def _question(matter: Matter, zone: tzinfo | None) -> str:
    """What the office wants to know, with the way to answer."""
    last = matter.history[-1]
    if matter.state != ASKED or not last.reason:
        return ""
    return (
        f"Frage der Stelle vom {matters.on_day(last.at, zone)}:\n{last.reason}\n"
        "Schreiben Sie Ihre Antwort hinter Nummer und Code, in einer Nachricht."
    )


