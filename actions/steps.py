"""Opened records and the way through a method: „weiter“ and „zurück“ as typed words."""
from __future__ import annotations

import re

from rasa_sdk import Tracker

from actions.message import part_shown_before, question_of
from actions.services import ActionServices
from knowledge.schema import Method, Record
from wording.cards.method import ALL_STEPS, step_number
from wording.opened import record_reply
from wording.reply import Reply

_WORDS = {
    "weiter": "next", "und weiter": "next", "weiter bitte": "next", "bitte weiter": "next", "weiter gehts": "next",
    "weiter geht es": "next", "nächster": "next", "nächster schritt": "next", "der nächste schritt": "next",
    "nächster bitte": "next", "den nächsten schritt": "next", "und dann": "next", "und danach": "next",
    "was kommt danach": "next", "wie geht es weiter": "next", "wie gehts weiter": "next", "wie weiter": "next",
    "zurück": "before", "zurück bitte": "before", "bitte zurück": "before", "einen schritt zurück": "before",
    "ein schritt zurück": "before", "vorheriger schritt": "before", "voriger schritt": "before",
    "noch einmal zurück": "before",
    "alle schritte": "all", "alle schritte zeigen": "all", "alle schritte bitte": "all", "alle": "all",
}  # fmt: skip
"""What somebody types who goes through a method. A closed list: anything else is a question of its own."""


def opened(record: Record, services: ActionServices, part: str = "") -> Reply:
    """The record, with those that are like it."""
    found = (services.library.record(one) for one in getattr(record, "related", ()))
    return record_reply(record, services.now().date(), part, [one for one in found if one is not None])


def step_asked_for(tracker: Tracker, services: ActionServices) -> Reply | None:
    """The step that „weiter“ or „zurück“ leads to when a method has just been shown, else None.

    Such a word means nothing by itself, so the classifier may take it for a yes, a good-bye, or be in doubt.
    """
    way = _WORDS.get(_bare(question_of(tracker)))
    record_id, shown = part_shown_before(tracker) if way else ("", "")
    method = services.library.record(record_id)
    if not isinstance(method, Method):
        return None
    if way == "all":
        return opened(method, services, ALL_STEPS)
    at = step_number(method, shown) or 0
    to = at + 1 if way == "next" else at - 1
    return opened(method, services, str(min(to, len(method.steps))) if to > 0 else "")


def _bare(text: str) -> str:
    words = re.sub(r"[^\w\s]", "", text.lower()).replace("naechst", "nächst").replace("zurueck", "zurück")
    return " ".join(words.split())
