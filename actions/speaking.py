"""Handing a reply to Rasa."""
from __future__ import annotations

from dataclasses import asdict

from rasa_sdk.executor import CollectingDispatcher

from wording.reply import Reply


def say(dispatcher: CollectingDispatcher, reply: Reply, asks: str = "") -> None:
    """Send `reply`: text and buttons as every channel of Rasa knows them, the rest as `custom` beside them.

    Rasa sends the two as two messages; `conversation.rasa_client` joins them again. `part` is for the tracker alone: it
    tells `actions/steps.py` where somebody is who writes „weiter“.
    `asks` names the question of the funding finder in it; the next turn reads it from the tracker (`actions.message`).

    Rasa sends the two as two messages; `conversation.rasa_client` joins them again.
    """
    dispatcher.utter_message(text=_in_one_piece(reply.text), buttons=[asdict(button) for button in reply.buttons])
    dispatcher.utter_message(
        json_message={
            "lang": reply.lang,
            "outcome": reply.outcome,
            "links": [asdict(link) for link in reply.links],
            "records": list(reply.records),
            "attachments": [asdict(one) for one in reply.attachments],
            "part": reply.part,
            **({"asks": asks} if asks else {}),
        }
    )


def _in_one_piece(text: str) -> str:
    """`text` with a space on each empty line.

    Rasa cuts a text without buttons at its empty lines into messages of their own (`CollectingOutputChannel`); only
    the last one would get the rest of the reply, and the numbers of a crisis would come without their outcome.
    """
    return text.replace("\n\n", "\n \n")
