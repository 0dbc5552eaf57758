"""Handing a reply to Rasa."""
from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Callable, Mapping

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from wording.reply import Reply

Events = list[dict[str, Any]]


@dataclass(frozen=True)
class Saying:
    """A reply with what the next turn has to know of it.

    `asks` names the question of the funding finder in it, `slots` what Rasa keeps for the conversation.
    """

    reply: Reply
    asks: str = ""
    slots: Mapping[str, Any] = field(default_factory=dict)

    def send(self, dispatcher: CollectingDispatcher) -> Events:
        """Send it; gives the events for Rasa."""
        say(dispatcher, self.reply, self.asks)
        return [SlotSet(name, value) for name, value in self.slots.items()]


class Speaker(CollectingDispatcher):
    """A dispatcher that says each reply in a manner of its own (`actions.manner`)."""

    def __init__(self, manner: Callable[[Reply], Reply]) -> None:
        super().__init__()
        self.manner = manner


def say(dispatcher: CollectingDispatcher, reply: Reply, asks: str = "") -> None:
    """Send `reply`: text and buttons as every channel of Rasa knows them, the rest as `custom` beside them.

    Rasa sends the two as two messages; `conversation.rasa_client` joins them again. `part` and `asks` are for the
    tracker alone: `actions.history` reads them in the next turn.
    """
    reply = dispatcher.manner(reply) if isinstance(dispatcher, Speaker) else reply
    dispatcher.utter_message(text=_in_one_piece(reply.text), buttons=[asdict(button) for button in reply.buttons])
    dispatcher.utter_message(
        json_message={
            "lang": reply.lang,
            "outcome": reply.outcome,
            "links": [asdict(link) for link in reply.links],
            "records": list(reply.records),
            "attachments": [asdict(one) for one in reply.attachments],
            "part": reply.part,
            "asks": asks,
        }
    )


def _in_one_piece(text: str) -> str:
    """`text` with a space on each empty line.

    Rasa cuts a text without buttons at its empty lines into messages of their own (`CollectingOutputChannel`); only
    the last one would get the rest of the reply, and the numbers of a crisis would come without their outcome.
    """
    return text.replace("\n\n", "\n \n")
