"""Concerns as the staff of the office reads them."""
from __future__ import annotations

from office.matters.kind import EMAIL, PHONE, WITHDRAWN
from office.matters.kinds.concern import ANSWERED, CONCERN, DONE, RECEIVED
from wording.concern_form import SORTS
from wording.matter_list import ListWords

WORDS = ListWords(
    kind=CONCERN,
    command="concerns",
    one="Eine Nachricht",
    none="Es gibt keine Nachrichten, die dazu passen.",
    nothing_too_old="Keine Nachricht war zu alt.",
    one_deleted="Eine Nachricht ist gelöscht.",
    many_deleted="{number} Nachrichten sind gelöscht.",
    states={RECEIVED: "eingegangen", ANSWERED: "beantwortet", DONE: "abgeschlossen", WITHDRAWN: "zurückgezogen"},
    fields={"concern": "Nachricht", "sort": "Art", "place": "Ort", "name": "Name", PHONE: "Telefon", EMAIL: "E-Mail"},
    moved={
        ANSWERED: "{number} gilt als beantwortet.",
        DONE: "{number} ist abgeschlossen. Was die Person angegeben hat, wird nach 90 Tagen gelöscht.",
    },
    closed="abgeschlossen",
    choices=SORTS,
)
