"""The commands of a dialogue."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

LAST = -1
"""The number of „das letzte“."""


@unique
class CommandKind(Enum):
    """What a command asks for. NEXT is a bare „weiter“; where no form is filled in, it means the same as DETAILS.

    MORE is a bare „mehr“: of a list its next records, of an opened record the rest of it. DETAILS („mehr dazu“) and
    FURTHER („weitere“, „mehr davon“) name which of the two is meant. PLAIN and NORMAL choose how the assistant writes from
    now on; every action hears them before forms do (`actions.manner`).
    """

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    LATER = "later"
    RESUME = "resume"
    NEXT = "next"
    SHOW_ALL = "show_all"
    CHANGE = "change"
    RESTART = "restart"
    HELP = "help"
    STOP = "stop"
    DELETE = "delete"
    CHOOSE = "choose"
    MORE = "more"
    DETAILS = "details"
    FURTHER = "further"
    PLAIN = "plain"
    NORMAL = "normal"


@dataclass(frozen=True)
class Command:
    """A command as it was said.

    `part`: what is to be changed or deleted, folded („telefonnummer“), None if it was not named or is a question's
    number, which then is `number`. `value`: what it shall be, in the person's own words, if they said it at once.
    `number`: which one is chosen, from 1, or LAST. `is_bare`: only a number was said, which may be an answer as well.
    """

    kind: CommandKind
    part: str | None = None
    value: str | None = None
    number: int | None = None
    is_bare: bool = False
