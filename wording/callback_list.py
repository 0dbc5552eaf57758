"""Call-backs as the staff of the office reads them."""
from __future__ import annotations

from office.matters.kind import EMAIL, PHONE, WITHDRAWN
from office.matters.kinds.callback import BEST_TIME, CALLBACK, CALLED, DONE, NAME, OPEN, SUBJECT
from wording.matter_list import ListWords

WORDS = ListWords(
    kind=CALLBACK,
    command="callbacks",
    one="Einen Rückruf",
    none="Es gibt keine Rückrufe, die dazu passen.",
    nothing_too_old="Kein Rückruf war zu alt.",
    one_deleted="Ein Rückruf ist gelöscht.",
    many_deleted="{number} Rückrufe sind gelöscht.",
    states={OPEN: "offen", CALLED: "angerufen", DONE: "erledigt", WITHDRAWN: "zurückgezogen"},
    fields={NAME: "Name", PHONE: "Telefon", EMAIL: "E-Mail", BEST_TIME: "Beste Zeit", SUBJECT: "Thema"},
    moved={
        CALLED: "{number}: Es ist vermerkt, dass angerufen wurde. Der Rückruf bleibt auf der Liste.",
        DONE: "{number} ist erledigt. Was die Person angegeben hat, wird nach 30 Tagen gelöscht.",
    },
    closed="erledigt",
    choices={},
)
