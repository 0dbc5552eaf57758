"""Handing a reply to Rasa."""
from __future__ import annotations

from dataclasses import asdict

from rasa_sdk.executor import CollectingDispatcher

from wording.reply import Reply


def say(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Send `reply`: text and buttons as every channel of Rasa knows them, the rest as `custom` beside them.

    Rasa sends the two as two messages; `conversation.rasa_client` joins them again.
    """
    dispatcher.utter_message(text=reply.text, buttons=[asdict(button) for button in reply.buttons])
    dispatcher.utter_message(
        json_message={
            "lang": reply.lang,
            "outcome": reply.outcome,
            "links": [asdict(link) for link in reply.links],
            "records": list(reply.records),
            "attachments": [asdict(one) for one in reply.attachments],
        }
    )
