"""What a typed „ja“ or „nein“ means after the question whether everything is to be deleted."""
from __future__ import annotations

from rasa_sdk import Tracker

from actions.history import last_answer
from actions.message import need_of
from wording.my_data import ASKED_TO_DELETE, kept_reply, press_to_delete
from wording.reply import Reply


def answer_to_deletion(tracker: Tracker) -> Reply | None:
    """The reply to a yes or no, None if nothing was asked or it is neither."""
    if ASKED_TO_DELETE not in last_answer(tracker).outcomes[:1]:
        return None
    return {"ja": press_to_delete(), "nein": kept_reply()}.get(need_of(tracker))
