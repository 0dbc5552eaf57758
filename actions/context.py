"""Messages that mean something only after what was said before: „weiter“, „das in Sachsen“, „ein Verein“.

Every action asks here first, since the classifier sees a message alone and may take such words for anything.
"""
from __future__ import annotations

from rasa_sdk import Tracker

from actions.funding import answer_to_finder
from actions.records import reply_to_chosen_place, step_asked_for
from actions.services import ActionServices
from actions.speaking import Saying


def said_in_context(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What the latest message means as the next word of this conversation, or None if it stands for itself."""
    reply = step_asked_for(tracker, services) or reply_to_chosen_place(tracker, services)
    return Saying(reply) if reply is not None else answer_to_finder(tracker, services)
