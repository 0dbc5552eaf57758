"""Ideas as the staff of the office reads them."""
from __future__ import annotations

from office.matters.kind import EMAIL, PHONE, WITHDRAWN
from office.matters.kinds.idea import ASKED, IDEA, IN_REVIEW, NOT_SELECTED, PUBLISHED, RECEIVED, SELECTED
from wording.matter_list import ListWords

LABELS = {
    "title": "Titel", "idea": "Idee", "problem": "Problem", "target_group": "Für wen", "place": "Ort", "stage": "Stand der Idee",
    "organisation": "Wer dahintersteht", "needs": "Gebraucht wird", "name": "Name", "reply": "Ihre Antwort an die Stelle",
}  # fmt: skip
"""What people and staff read before each part of an idea."""
REWORDED = "{number}: Titel und Worte auf der Seite mit den Ideen sind ausgetauscht."
WORDS = ListWords(
    kind=IDEA,
    command="ideas",
    one="Eine Idee",
    none="Es gibt keine Ideen, die dazu passen.",
    nothing_too_old="Keine Idee war zu alt.",
    one_deleted="Eine Idee ist gelöscht.",
    many_deleted="{number} Ideen sind gelöscht.",
    states={
        RECEIVED: "eingegangen", IN_REVIEW: "in Prüfung", ASKED: "Rückfrage", SELECTED: "ausgewählt",
        NOT_SELECTED: "nicht ausgewählt", PUBLISHED: "veröffentlicht", WITHDRAWN: "zurückgezogen",
    },
    fields={**LABELS, "reply": "Antwort der Person", PHONE: "Telefon", EMAIL: "E-Mail"},
    moved={
        IN_REVIEW: "{number} ist in Prüfung.",
        ASKED: "{number}: Die Frage ist gespeichert. Die Person liest sie mit Nummer und Code.",
        SELECTED: "{number} ist ausgewählt. Auf der Seite /ideen steht sie nicht.",
        NOT_SELECTED: "{number} ist nicht ausgewählt. Die Person liest die Begründung mit Nummer und Code.",
        PUBLISHED: "{number} ist veröffentlicht und steht auf der Seite /ideen.",
    },
    closed="abgeschlossen",
    choices={},
)  # fmt: skip
