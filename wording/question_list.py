"""Questions to the office as its staff reads them."""
from __future__ import annotations

from office.matters.kind import EMAIL, PHONE, WITHDRAWN
from office.matters.kinds.question import (
    ANSWER_BY, ANSWERED, BY_CONTACT, BY_NUMBER, DONE, NOT_WANTED, OPEN, QUESTION, QUESTION_TEXT,
)  # fmt: skip
from wording.matter_list import ListWords

WORDS = ListWords(
    kind=QUESTION,
    command="questions",
    one="Eine Frage",
    none="Es gibt keine Fragen, die dazu passen.",
    nothing_too_old="Keine Frage war zu alt.",
    one_deleted="Eine Frage ist gelöscht.",
    many_deleted="{number} Fragen sind gelöscht.",
    states={OPEN: "offen", ANSWERED: "beantwortet", DONE: "abgeschlossen", WITHDRAWN: "zurückgezogen"},
    fields={QUESTION_TEXT: "Frage", ANSWER_BY: "Antwort an", PHONE: "Telefon", EMAIL: "E-Mail"},
    moved={DONE: "{number} ist abgeschlossen. Was die Person angegeben hat, wird nach 90 Tagen gelöscht."},
    closed="abgeschlossen",
    choices={
        BY_CONTACT: "Telefon oder E-Mail", BY_NUMBER: "im Chat oder mit der Nummer", NOT_WANTED: "keine Antwort nötig",
    },
)  # fmt: skip
