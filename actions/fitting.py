"""What is offered behind the receipt of a report: a rule and a case that fit an obstacle, and what else the message asked for."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterator

from rasa_sdk import Tracker

from actions.services import ActionServices
from knowledge.schema import Record
from knowledge.search import Outcome
from knowledge.understanding import Understanding
from office.matters.kind import MatterKind
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.model import Submission
from wording.needs import TITLES, other_need_buttons, other_needs_in_words
from wording.reply import Reply
from wording.reporting import fitting_records

_LAW, _CASES = "rechtliche_huerden", "fallbeispiele"
_MOST_CASES = 5
"""So many cases are looked at for one that fought with the same kind of obstacle."""
_FITS = 23.0
"""Likeness in words and meaning from which a record is offered unasked. Of 55 told obstacles it was reached by 21, and the
rule was the right one for all but four of them; below, more than half were beside the point."""


def with_fitting_records(reply: Reply, kind: MatterKind, submission: Submission, services: ActionServices) -> Reply:
    """The receipt with buttons that open what fits; as it was for other kinds of matters and where nothing fits."""
    if kind is not OBSTACLE:
        return reply
    read = services.library.reader.read(submission.told["obstacle"])
    found = list(_fitting(read, submission.told.get("sort", ""), services, services.now().date()))
    said, buttons = fitting_records(found)
    return replace(reply, text=f"{reply.text}\n\n{said}", buttons=(*reply.buttons, *buttons)) if buttons else reply


def with_needs_told_beside(reply: Reply, told: str, tracker: Tracker) -> Reply:
    """The receipt with buttons for what the message that told the report asked for as well: „… und gibt es dafür Geld?“"""
    typed = next((one for one in reversed(tracker.events) if one.get("event") == "user" and _is_whole(one.get("text"), told)), {})
    second = (typed.get("parse_data") or {}).get("second_need") or {}
    others = [need for need in (second.get("name"), second.get("third")) if need in TITLES]
    if not others:
        return reply
    text = f"{reply.text}\n\n{other_needs_in_words(len(others))}"
    return replace(reply, text=text, buttons=(*other_need_buttons(others, typed["text"]), *reply.buttons))


def _is_whole(text: str | None, told: str) -> bool:
    return bool(text and text.strip()) and text.strip() == told.strip()


def _fitting(read: Understanding, sort: str, services: ActionServices, today: date) -> Iterator[Record]:
    search = services.library.search
    for kind, most in ((_LAW, 1), (_CASES, _MOST_CASES)):
        found = search.find(read, today, kind, most)
        close = [one.record for one in found.hits if one.why["words"] + one.why["meaning"] >= _FITS]
        if found.outcome is Outcome.FOUND:
            yield from [one for one in close if kind == _LAW or sort in {each.value for each in one.obstacles}][:1]
