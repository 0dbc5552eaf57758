"""Questions to the office in the words for people: the number, the code, and what they open."""
from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from typing import Iterator

from knowledge.office import OfficeProfile
from office.matters import kind
from office.matters.kinds.question import ANSWERED, BY_CONTACT, BY_NUMBER, DONE, NOT_WANTED, OPEN, QUESTION
from office.matters.model import Matter, MatterOutcome, MatterResult
from wording import matters
from wording.needs import need_button
from wording.reply import Reply

_STATES = {
    OPEN: "Ihre Frage liegt bei der Stelle. Eine Antwort gibt es noch nicht.",
    ANSWERED: "Ihre Frage ist beantwortet.",
    DONE: "Ihre Frage ist abgeschlossen.",
    kind.WITHDRAWN: "Diese Frage ist zurückgezogen.",
}
_PUBLIC = {
    OPEN: "Diese Frage liegt bei der Stelle.",
    ANSWERED: "Zu dieser Frage gibt es eine Antwort.",
    DONE: "Diese Frage ist abgeschlossen.",
}
_ANSWER_BY = {
    BY_CONTACT: "an Telefon oder E-Mail",
    BY_NUMBER: "hier im Chat, oder mit Nummer und Code",
    NOT_WANTED: "nicht nötig",
}
_HOW = (
    "Mit Nummer und Code können Sie hier nachsehen, ob es eine Antwort gibt. Sie können die Frage auch ändern oder "
    "zurückziehen. Schreiben Sie zum Beispiel: {number} {code}."
)

_IN_THIS_CHAT = (
    "Die Antwort erscheint auch hier in diesem Gespräch. Lassen Sie die Seite offen oder öffnen Sie sie später wieder. "
    "Nach 30 Tagen ohne Nachricht von Ihnen ist das Gespräch gelöscht. Dann helfen Nummer und Code."
)


def received(result: MatterResult, office: OfficeProfile) -> Reply:
    """The number and, if it may be shown, the code."""
    parts = matters.receipt(
        "Ihre Frage ist bei der Stelle angekommen.", "Ihre Frage war schon angekommen.", result, _HOW
    )  # fmt: skip
    parts.append(
        f"{matters.promised(office.answer_days.question)} Wenn es eilt, "
        f"rufen Sie bitte an: {office.phone} ({'; '.join(office.hours)})."
    )
    return Reply("\n\n".join(parts), outcome="QUESTION_RECEIVED")


def told_in_this_chat(receipt: Reply) -> Reply:
    """The receipt of a question whose answer comes into this conversation."""
    return replace(receipt, text=f"{receipt.text}\n\n{_IN_THIS_CHAT}")


def answered_here(matter: Matter) -> Reply:
    """The office's latest answer, in the conversation in which the question was left."""
    answer = matter.answers[-1]
    return Reply(
        f"Eine Antwort auf Ihre Frage {matter.number} ({answer.by}):\n\n{answer.text}\n\n"
        "Diese Antwort hat ein Mensch geschrieben. Ist noch etwas offen, rufen Sie an oder stellen Sie eine neue Frage.",
        outcome="QUESTION_ANSWERED_HERE",
        buttons=(need_button("mensch"),),
    )


def not_taken(result: MatterResult) -> Reply:
    """Something in it cannot be used; the draft is still there."""
    fields = {"question": "die Frage", "answer_by": "der Weg für die Antwort", "reach": "die Telefonnummer oder E-Mail-Adresse"}
    wrong = " und ".join(dict.fromkeys(fields.get(problem.field, "eine Angabe") for problem in result.problems))
    return Reply(
        f"So kann ich es noch nicht absenden: Bitte prüfen Sie, ob {wrong or 'alles'} stimmt. Ihre Angaben sind noch da. "
        "Schreiben Sie zum Beispiel „ändere die Frage“ und danach „absenden“.",
        outcome="QUESTION_NOT_TAKEN",
    )


def code_needed(state: str | None) -> Reply:
    """A number alone tells how far it is, no more."""
    return matters.code_needed("einer Frage und ihrer Antwort", _PUBLIC.get(state, ""))


def how_to_change(number: str) -> Reply:
    """Who wants to change something, but has not said to what."""
    return Reply(
        f"Schreiben Sie Nummer, Code und das Neue zusammen, zum Beispiel: {number}, Ihr Code, neue Frage: und dann Ihre "
        "Frage. Eine neue Telefonnummer oder E-Mail-Adresse schreiben Sie einfach dahinter.",
        outcome="QUESTION_HOW_TO_CHANGE",
    )


def opened(result: MatterResult, zone: tzinfo | None) -> Reply:
    """What number and code have opened."""
    return Reply(_opened(result, zone), outcome=f"QUESTION_{result.outcome.name}")


def _opened(result: MatterResult, zone: tzinfo | None) -> str:
    outcome, matter = result.outcome, result.matter
    refused = matters.not_opened(result, zone)
    if refused is not None:
        return refused
    if outcome is MatterOutcome.INVALID:
        if any(one.field == "question" for one in result.problems):
            return f"So lang darf die Frage nicht sein: Es passen {QUESTION.field('question').longest} Zeichen hinein."
        return "Diese Telefonnummer oder E-Mail-Adresse kann ich nicht lesen. Bitte schreiben Sie sie noch einmal."
    if outcome in (MatterOutcome.WITHDRAWN, MatterOutcome.ALREADY_WITHDRAWN):
        return "Ihre Frage ist zurückgezogen. Was Sie dazu angegeben hatten und die Antwort sind gelöscht."
    if outcome is MatterOutcome.EVALUATION_REVOKED:
        return "Ihre Frage wird nicht ausgewertet und nicht zitiert. Was daraus abgeleitet war, ist gelöscht. Sonst ändert sich nichts."
    if outcome is MatterOutcome.ALREADY_CLOSED or matter is None:
        return "Diese Frage ist schon abgeschlossen. Es ist nichts geändert."
    lead = "Geändert. " if outcome is MatterOutcome.CHANGED else ""
    return lead + "\n\n".join(filter(None, ["\n".join(_told(matter, zone)), *_answers(matter, zone)]))


def _told(matter: Matter, zone: tzinfo | None) -> Iterator[str]:
    yield f"{_STATES[matter.state]} Eingegangen am {matters.on_day(matter.received_at, zone)}."
    yield f"Ihre Frage: {matter.told['question']}"
    yield f"Antwort: {_ANSWER_BY[matter.told['answer_by']]}"
    yield from (f"{label}: {value}" for label, value in (("Telefon", matter.phone), ("E-Mail", matter.email)) if value)
    yield "Auswertung: " + ("erlaubt" if matter.may_be_evaluated else "nicht erlaubt")
    earlier = [one for one in matter.versions if one.field == "question"]
    yield from (f"Früher, am {matters.on_day(one.told_at, zone)}: {one.text}" for one in earlier)


def _answers(matter: Matter, zone: tzinfo | None) -> Iterator[str]:
    for one in matter.answers:
        yield f"Antwort der Stelle ({one.by}) vom {matters.on_day(one.at, zone)}:\n{one.text}"
