"""What goes into a turn and what comes out, the same for every channel."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Mapping

from wording.reply import Attachment, Button, ContextPart, Link, Reply

__all__ = ["Answer", "Attachment", "Button", "ContextPart", "FeedbackPayloads", "Link", "TurnReply", "TurnRequest"]


@dataclass(frozen=True)
class FeedbackPayloads:
    """What rates an answer: one payload for each of two small buttons of the channel."""

    helpful: str
    unhelpful: str


@dataclass(frozen=True)
class Answer:
    """One message of the assistant.

    `id` is its number in the conversation, 1, 2, 3 …; 0 as long as it is not stored. `outcome` names what happened
    (FOUND, NOTHING_FOUND, TECHNICAL_PROBLEM …), `records` the ids of the knowledge that it rests on, `context` what is
    known of the person's wish at this moment. `feedback` is None where nothing is to be rated (`conversation.rating`).
    """

    text: str
    id: int = 0
    lang: str = "de"
    outcome: str = "ANSWERED"
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    records: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    context: tuple[ContextPart, ...] = ()
    feedback: FeedbackPayloads | None = None

    @property
    def payloads(self) -> tuple[str, ...]:
        """All that its buttons may send back."""
        rating = (self.feedback.helpful, self.feedback.unhelpful) if self.feedback else ()
        return (*(button.payload for button in self.buttons), *(part.remove for part in self.context), *rating)

    def to_json(self) -> dict[str, Any]:
        """A dictionary ready for `json.dumps`, with the names that the API promises."""
        plain = asdict(self)
        return {name: plain[name] for name in _JSON_ORDER}

    @classmethod
    def of(cls, reply: Reply) -> "Answer":
        """What `wording` says, as a message of a conversation."""
        return cls(
            text=reply.text,
            lang=reply.lang,
            outcome=reply.outcome,
            buttons=reply.buttons,
            links=reply.links,
            records=reply.records,
            attachments=reply.attachments,
        )

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Answer":
        """What `to_json` wrote, or what Rasa's `custom` says; raises KeyError or TypeError if it is no answer."""
        return cls(
            text=body["text"],
            id=body.get("id", 0),
            lang=body.get("lang", "de"),
            outcome=body.get("outcome", "ANSWERED"),
            buttons=tuple(Button(one["title"], one["payload"]) for one in body.get("buttons", ())),
            links=tuple(Link(one["title"], one["url"]) for one in body.get("links", ())),
            records=tuple(body.get("records", ())),
            attachments=tuple(Attachment(one["name"], one["url"], one["type"]) for one in body.get("attachments", ())),
            context=tuple(ContextPart(one["kind"], one["title"], one["remove"]) for one in body.get("context", ())),
            feedback=FeedbackPayloads(**body["feedback"]) if body.get("feedback") else None,
        )


_JSON_ORDER = ("id", "text", "lang", "outcome", "buttons", "links", "records", "attachments", "context", "feedback")


@dataclass(frozen=True)
class TurnRequest:
    """One message of a person: free `text` or the `payload` of a button, never both.

    `conversation` is the bearer secret, None to begin; `message_id` is the client's own, the same for a repeat;
    `address` is the network address that limits count by; `now` is when it came.
    """

    conversation: str | None
    message_id: str
    address: str
    now: datetime
    text: str | None = None
    payload: str | None = None


@dataclass(frozen=True)
class TurnReply:
    """What the person gets at once; more may follow as events."""

    conversation: str
    messages: tuple[Answer, ...]

    def to_json(self) -> dict[str, Any]:
        return {"conversation": self.conversation, "messages": [answer.to_json() for answer in self.messages]}
