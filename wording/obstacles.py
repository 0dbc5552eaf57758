"""Reported obstacles in the words for people."""
from __future__ import annotations

from office.matters.kinds.obstacle import ANSWERED, CHECKED, DONE, OBSTACLE, PASSED_ON, RECEIVED
from wording.obstacle_sorts import SORTS
from wording.reports import WITHDRAWN, ReportWords

OBSTACLES = ReportWords(
    kind=OBSTACLE,
    told="obstacle",
    called="Ihre Meldung",
    to="einer Meldung",
    anew="neue Meldung",
    states={
        RECEIVED: "Ihre Meldung liegt bei der Stelle.",
        CHECKED: "Die Stelle hat Ihre Meldung geprüft.",
        PASSED_ON: "Die Stelle hat Ihre Meldung weitergegeben:",
        ANSWERED: "Die Stelle hat geantwortet.",
        DONE: "Ihre Meldung ist abgeschlossen.",
        **WITHDRAWN,
    },
    public={
        RECEIVED: "Diese Meldung liegt bei der Stelle.",
        CHECKED: "Diese Meldung ist geprüft.",
        PASSED_ON: "Diese Meldung ist weitergegeben an die, die etwas ändern können.",
        ANSWERED: "Zu dieser Meldung gibt es eine Antwort.",
        DONE: "Diese Meldung ist abgeschlossen.",
    },
    fields={
        "obstacle": "Das Hindernis", "sort": "Art", "rule_or_office": "Regel oder Stelle", "place": "Ort", "since": "Seit wann",
        "effect": "Folgen", "remedy": "Was helfen würde",
    },
    choices=SORTS,
)  # fmt: skip
