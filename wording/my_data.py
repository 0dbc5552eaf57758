"""What is said in the conversation about what is stored of it: told, handed out, deleted, objected to."""
from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Sequence

from knowledge.office import OfficeProfile
from office.privacy.model import Held
from wording.dates import day_in_words, listed
from wording.needs import payload
from wording.reply import Button, Link, Reply

INTENT = "datenschutz"
PRIVACY_PAGE = Link("Seite „Datenschutz“", "/datenschutz")
EXPORT_PATH = "/api/chat/export"
"""Where the file is; who opens it sends the id of the conversation as a bearer token, so that no address holds it."""
REVIEW_NOTICE = (
    "Damit der Ideenlotse besser wird, dürfen Menschen der Stelle Gespräche lesen. Namen und Kontakte sind dann geschwärzt. "
    "Sie können widersprechen."
)
"""Stands in the first message of a conversation and on the page „Datenschutz“ (GDPR Art. 13(2)(b), 21(4))."""
ASKED_TO_DELETE = "MY_DATA_DELETE_ASKED"
DELETED = "MY_DATA_DELETED"
"""Outcomes: the question before deleting; after it, when the conversation is gone. Clients forget its id then."""


class Verb(str, Enum):
    """What can be done with what is stored; a button carries it as the entity `verb`."""

    SHOW = "show"
    EXPORT = "export"
    DELETE = "delete"
    """Asks whether to delete."""
    DELETE_SURELY = "delete_surely"
    """Deletes. The turn service does this itself, past Rasa (`conversation.erasure`)."""
    KEEP = "keep"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    """Asks how a consent is taken back."""


def my_data_payload(verb: Verb) -> str:
    """What a button carries."""
    return payload(INTENT, {"verb": verb.value})


_SHOW = Button("Was ist gespeichert?", my_data_payload(Verb.SHOW))
_EXPORT = Button("Als Datei herunterladen", my_data_payload(Verb.EXPORT))
_DELETE = Button("Alles löschen", my_data_payload(Verb.DELETE))
_OBJECT = Button("Der Auswertung widersprechen", my_data_payload(Verb.OBJECT))
_SURELY = Button("Ja, alles löschen", my_data_payload(Verb.DELETE_SURELY))
_KEEP = Button("Nein, behalten", my_data_payload(Verb.KEEP))


def shown_reply(
    held: Held, cases: Sequence[str], objected_at: datetime | None, office: OfficeProfile, now: datetime
) -> Reply:
    """„Was wissen Sie über mich?“: kinds and counts, until when, and what can be done."""
    lines = [
        f"– Gespräch: {_count(held.rows('turn'), 'Nachricht', 'Nachrichten')} von Ihnen, "
        f"{_count(held.rows('answer'), 'Antwort', 'Antworten')} von mir. Dazu, wie ich Sie verstanden habe."
    ]
    end, drafts, remembered = held.kept_until, held.part("form_draft"), held.part("remember_list")
    if drafts is not None:
        until = min(filter(None, (drafts.kept_until, end)), default=None)
        lines.append(f"– {_count(drafts.rows, 'angefangenes Formular', 'angefangene Formulare')}{_until(until, now)}.")
    if remembered is not None:
        entries = _count(held.rows("remembered_record"), "Eintrag", "Einträge")
        lines.append(f"– Merkliste: {entries}{_until(remembered.kept_until, now)}, wenn Sie sie nicht mehr benutzen.")
    parts = ["In diesem Gespräch ist gespeichert:\n" + "\n".join(lines)]
    if end is not None:
        day = day_in_words(end.astimezone(now.tzinfo).date())
        parts.append(f"Wenn Sie nicht weiterschreiben, wird das Gespräch am {day} gelöscht.")
    parts.append(
        "Das Gespräch liegt unter einer zufälligen Kennung. Ihr Name und Ihre Adresse stehen nur darin, wenn Sie sie selbst "
        "geschrieben haben. Ihre Netzwerkadresse wird nicht gespeichert."
    )
    parts.append(_about_cases(cases))
    parts.append(_about_review(objected_at, now))
    parts.append(_whom_to_ask(office))
    objection = () if objected_at else (_OBJECT,)
    return Reply("\n\n".join(parts), outcome="MY_DATA_SHOWN", buttons=(_EXPORT, _DELETE, *objection))


def general_reply(office: OfficeProfile, days: int) -> Reply:
    """Any other question about data protection."""
    return Reply(
        "Damit ich antworten kann, wird dieses Gespräch unter einer zufälligen Kennung gespeichert. Nach Ihrem Namen frage "
        f"ich dafür nicht. Gelöscht wird das Gespräch {days} Tage nach der letzten Nachricht. Bitte schreiben Sie nichts, "
        "was geheim bleiben soll. Wer Angaben erhält, auf welcher Grundlage und welche Rechte Sie haben, steht auf der "
        f"Seite „Datenschutz“.\n\n{_whom_to_ask(office)}",
        outcome="MY_DATA_EXPLAINED",
        buttons=(_SHOW, _DELETE),
        links=(PRIVACY_PAGE,),
    )


def export_reply() -> Reply:
    """Where the file is."""
    return Reply(
        "Hier ist, was in diesem Gespräch gespeichert ist. Die Textdatei ist zum Lesen, JSON für andere Programme. In der "
        "Datei steht alles, was Sie geschrieben haben. Auf einem fremden Gerät löschen Sie sie danach bitte.",
        outcome="MY_DATA_EXPORT",
        links=(
            Link("Meine Daten als Text", f"{EXPORT_PATH}?format=text"),
            Link("Meine Daten als JSON", f"{EXPORT_PATH}?format=json"),
        ),
    )


def sure_to_delete(held: Held, cases: Sequence[str]) -> Reply:
    """Asked once before everything goes, with what is lost and what stays."""
    lost = ["alle Nachrichten und Antworten"]
    lost += ["das angefangene Formular"] if held.part("form_draft") else []
    lost += ["die Merkliste mit ihrem Code"] if held.part("remember_list") else []
    stays = (
        f"Nicht gelöscht wird, was Sie mit einer Nummer abgegeben haben: {listed(cases)}. Das ziehen Sie mit Nummer und Code "
        "zurück. Haben Sie den Code notiert? Er steht nur in diesem Gespräch."
        if cases
        else "Was Sie der Stelle mit einer Nummer übergeben haben, bleibt. Das ziehen Sie mit Nummer und Code zurück."
    )
    return Reply(
        f"Soll ich dieses Gespräch ganz löschen? Dann sind {listed(lost)} weg, auch für Sie. Einzelne Sätze kann ich nicht "
        f"löschen.\n\n{stays}",
        outcome=ASKED_TO_DELETE,
        buttons=(_SURELY, _KEEP, _EXPORT),
    )


def press_to_delete() -> Reply:
    """A typed „ja“: the button decides, so that nothing goes by mistake."""
    return Reply(
        "Damit nichts aus Versehen gelöscht wird, drücken Sie bitte „Ja, alles löschen“.",
        outcome=ASKED_TO_DELETE,
        buttons=(_SURELY, _KEEP),
    )


def deleted_reply() -> Reply:
    """The last message, which is not stored."""
    return Reply(
        "Das Gespräch ist gelöscht: Nachrichten, Antworten, Entwürfe und Merkliste. Auch diese Nachricht wird nicht "
        "gespeichert. Wenn Sie weiterschreiben, beginnt ein neues Gespräch.",
        outcome=DELETED,
    )


def kept_reply() -> Reply:
    """The person does not want to delete."""
    return Reply("Gut, es bleibt alles, wie es ist.", outcome="MY_DATA_KEPT", buttons=(_SHOW,))


def objected_reply() -> Reply:
    """The objection to the review is noted."""
    return Reply(
        "Ihr Widerspruch ist vermerkt. Dieses Gespräch wird nicht durchgesehen, auch nicht geschwärzt. In einem neuen "
        "Gespräch erkenne ich Sie nicht wieder. Sagen Sie es dort bitte noch einmal.",
        outcome="MY_DATA_OBJECTED",
        buttons=(_SHOW,),
    )


def withdraw_reply(office: OfficeProfile) -> Reply:
    """How a consent is taken back (GDPR Art. 7(3))."""
    return Reply(
        "Eine Einwilligung gehört zu dem, was Sie der Stelle mit einer Nummer übergeben haben. Schreiben Sie mir die "
        "Nummer, den Code und „zurückziehen“. Dann wird gelöscht, was Sie dort angegeben haben. Ist der Code verloren, "
        f"hilft die Stelle: {office.phone}. Dieses Gespräch können Sie hier selbst löschen.\n\n{_whom_to_ask(office)}",
        outcome="MY_DATA_WITHDRAWAL_EXPLAINED",
        buttons=(_DELETE, _SHOW),
    )


def my_data_unavailable(office: OfficeProfile) -> Reply:
    """The database is away."""
    return Reply(
        "Im Moment komme ich an das Gespeicherte nicht heran. Bitte versuchen Sie es in einigen Minuten noch einmal. "
        f"{_whom_to_ask(office)}",
        outcome="TECHNICAL_PROBLEM",
    )


def _about_cases(cases: Sequence[str]) -> str:
    what = f"Getrennt davon liegt bei der Stelle: {listed(cases)}." if cases else (
        "Was Sie der Stelle mit einer Nummer übergeben haben, liegt getrennt davon."
    )  # fmt: skip
    return f"{what} Schreiben Sie mir Nummer und Code, dann zeige ich es Ihnen."


def _about_review(objected_at: datetime | None, now: datetime) -> str:
    if objected_at is None:
        return REVIEW_NOTICE
    day = day_in_words(objected_at.astimezone(now.tzinfo).date())
    return f"Der Durchsicht für die Qualität haben Sie am {day} widersprochen. Dieses Gespräch wird nicht durchgesehen."


def _whom_to_ask(office: OfficeProfile) -> str:
    return f"Fragen zum Datenschutz: {office.privacy_contact.name}, {office.privacy_contact.email}."


def _until(until: datetime | None, now: datetime) -> str:
    return "" if until is None else f", bis {day_in_words(until.astimezone(now.tzinfo).date())}"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
