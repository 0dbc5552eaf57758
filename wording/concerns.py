"""Concerns in the words for people."""
from __future__ import annotations

from office.matters.kinds.concern import ANSWERED, CONCERN, DONE, RECEIVED
from wording.concern_form import SORTS
from wording.reports import WITHDRAWN, ReportWords

CONCERNS = ReportWords(
    kind=CONCERN,
    told="concern",
    called="Ihre Nachricht",
    to="einer Nachricht",
    anew="neue Nachricht",
    states={
        RECEIVED: "Ihre Nachricht liegt bei der Stelle.",
        ANSWERED: "Die Stelle hat geantwortet.",
        DONE: "Ihre Nachricht ist abgeschlossen.",
        **WITHDRAWN,
    },
    public={
        RECEIVED: "Diese Nachricht liegt bei der Stelle.",
        ANSWERED: "Zu dieser Nachricht gibt es eine Antwort.",
        DONE: "Diese Nachricht ist abgeschlossen.",
    },
    fields={"concern": "Ihre Nachricht", "sort": "Art", "place": "Ort", "name": "Name"},
    choices=SORTS,
)
