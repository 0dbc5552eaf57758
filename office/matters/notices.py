"""Mails about a matter, written in the unit of work in which something happens to it.

The office knows no words: whoever composes the services hands in what writes them.
"""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Callable, NamedTuple

from sqlalchemy.orm import Session

from office.mail import Mails, NewMail
from office.mail.model import PostOutcome, Write
from office.matters.model import Matter


class Occasion(Enum):
    """What has happened."""

    RECEIVED = "received"
    NEW_ADDRESS = "new_address"
    """The person has told another mail address: it hears of the matter for the first time."""
    MOVED = "moved"
    """The office has brought it to another state."""
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    """Nothing of it is left: nobody is told, but whoever keeps a way to the person deletes it."""


WriteNotice = Callable[[Matter, Occasion], "Write | None"]
"""What writes the mail about a matter; None: nothing is to be told."""
TellInChat = Callable[[Session, Matter, Occasion, datetime], bool]
"""What tells it where the person asked, if there is such a place; whether it did."""


class Told(NamedTuple):
    """By which ways a person is told; a mail may wait for its address to be confirmed."""

    by_mail: bool = False
    in_chat: bool = False


@dataclass(frozen=True)
class Notices:
    """Posts mails to whoever has handed something in and left a mail address; without `mails` to nobody. `in_chat` tells it in
    the conversation as well: a page that is open is no proof that somebody reads it."""

    mails: Mails | None = None
    write: WriteNotice = lambda matter, occasion: None
    in_chat: TellInChat = lambda session, matter, occasion, now: False

    def post(self, session: Session, matter: Matter, occasion: Occasion, now: datetime) -> Told:
        """Tell it in the conversation and by mail, where there is a way. A mail on the same occasion is written once."""
        return Told(self._mailed(session, matter, occasion, now), self.in_chat(session, matter, occasion, now))

    def _mailed(self, session: Session, matter: Matter, occasion: Occasion, now: datetime) -> bool:
        if self.mails is None or matter.email is None:
            return False
        write = self.write(matter, occasion)
        if write is None:
            return False
        mail = NewMail(_key(matter, occasion), matter.email, write, matter.number)
        return self.mails.post(session, mail, now) in (PostOutcome.POSTED, PostOutcome.HELD)


def _key(matter: Matter, occasion: Occasion) -> str:
    which = {
        Occasion.RECEIVED: "",
        Occasion.NEW_ADDRESS: ":" + hashlib.sha256((matter.email or "").lower().encode()).hexdigest()[:16],
        Occasion.MOVED: f":{len(matter.history)}",
        Occasion.ANSWERED: f":{len(matter.answers)}",
        Occasion.WITHDRAWN: "",
    }[occasion]
    return f"{matter.number}:{occasion.value}{which}"
