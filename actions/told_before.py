"""What a conversation tells for a form before that begins."""
from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from actions.asking_office import unanswered_question, whole_message
from actions.booking import known_for_session
from actions.every_form import REPORTS
from actions.idea_sheets import begun_with
from actions.services import ActionServices
from actions.telling import idea_told_before
from actions.waiting_list import known_for_waiting
from conversation.forms import appointment, idea, idea_sheet, question, waiting_list
from conversation.forms.told_report import tells_something

_KNOWN_FOR = {appointment.NAME: known_for_session, waiting_list.NAME: known_for_waiting, idea_sheet.NAME: begun_with}


def told_before(name: str, tracker: Tracker, services: ActionServices) -> dict[str, Any]:
    """Answers of the form `name` by key: the question that could not be answered, the idea, the report, topic and place."""
    if name == idea.NAME:
        return idea_told_before(tracker, services.library.reader)
    if name in REPORTS:
        told = whole_message(tracker)
        return {REPORTS[name]: told} if tells_something(told) else {}
    if name in _KNOWN_FOR:
        return _KNOWN_FOR[name](tracker, services)
    asked = unanswered_question(tracker) if name == question.NAME else ""
    return {question.ASKED: asked} if asked else {}
