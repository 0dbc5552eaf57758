"""Reported obstacles as the staff of the office reads them."""
from __future__ import annotations

from office.matters.kind import EMAIL, PHONE, WITHDRAWN
from office.matters.kinds.obstacle import ANSWERED, CHECKED, DONE, OBSTACLE, PASSED_ON, RECEIVED
from wording.matter_list import ListWords
from wording.obstacle_sorts import SORTS

WORDS = ListWords(
    kind=OBSTACLE,
    command="obstacles",
    one="Eine Meldung",
    none="Es gibt keine Meldungen, die dazu passen.",
    nothing_too_old="Keine Meldung war zu alt.",
    one_deleted="Eine Meldung ist gelöscht.",
    many_deleted="{number} Meldungen sind gelöscht.",
    states={
        RECEIVED: "eingegangen", CHECKED: "geprüft", PASSED_ON: "weitergegeben", ANSWERED: "beantwortet", DONE: "abgeschlossen",
        WITHDRAWN: "zurückgezogen",
    },
    fields={
        "obstacle": "Hindernis", "sort": "Art", "rule_or_office": "Regel oder Stelle", "place": "Ort", "since": "Seit wann",
        "effect": "Folgen", "remedy": "Was helfen würde", PHONE: "Telefon", EMAIL: "E-Mail",
    },
    moved={
        CHECKED: "{number} ist geprüft. Das sieht die Person mit der Nummer.",
        PASSED_ON: "{number} ist weitergegeben. An wen, liest die Person mit Nummer und Code.",
        ANSWERED: "{number} gilt als beantwortet.",
        DONE: "{number} ist abgeschlossen. Was die Person angegeben hat, wird nach 365 Tagen gelöscht.",
    },
    closed="abgeschlossen",
    choices=SORTS,
)  # fmt: skip
