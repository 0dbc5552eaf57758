"""What every table says of itself: what in it is personal, whose it is, why and for how long it is kept.

`__table_args__ = declared(Privacy(…))` stands in the definition of a table; from it `office.privacy` exports, deletes and
forgets, and the privacy page tells people. How to write one: docs/privacy.md.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Callable, Mapping, Union

from sqlalchemy import Table


class Basis(Enum):
    """What allows us to keep it. For public bodies (f) is not open (GDPR Art. 6(1) subpara. 2): there it is (e)."""

    CONSENT = "Art. 6(1)(a) GDPR"
    SERVICE = "Art. 6(1)(f) GDPR"
    """Answering somebody who asks, and keeping the service safe."""
    DUTY = "Art. 6(1)(c) GDPR"
    """Having to show that there was a consent (Art. 7(1))."""


@dataclass(frozen=True)
class ByConversation:
    """The row is of the conversation whose key stands in `column`: exported and deleted with it."""

    column: str = "conversation_key"


@dataclass(frozen=True)
class ByParent:
    """The row belongs to the row that the foreign key in `column` points to, and shares its fate (ON DELETE CASCADE)."""

    column: str


@dataclass(frozen=True)
class ByCase:
    """The row is of the case whose number stands in `column`: shown and withdrawn by whoever has number and code.

    No way leads to it from a conversation. The same goes for what is known of a mail address, under its hash.
    """

    column: str = "case_number"


@dataclass(frozen=True)
class WithOwner:
    """Kept as long as what it belongs to."""


@dataclass(frozen=True)
class Days:
    """Deleted so many days after the moment in `since`. `setting` names the environment variable that may say otherwise."""

    days: int
    since: str
    setting: str = ""


@dataclass(frozen=True)
class ByService:
    """Deleted by a verb of the service of this `name`, since the state of a case decides; `days` says after how many.

    The keys of `days` are used by the words of `wording.privacy_page`.
    """

    name: str
    days: Mapping[str, int]


Owner = Union[ByConversation, ByParent, ByCase]
Kept = Union[WithOwner, Days, ByService]
Shown = Callable[[Mapping[str, Any]], Union[Mapping[str, Any], None]]


@dataclass(frozen=True)
class Privacy:
    """The declaration of a table with personal data.

    `part` is the sort of data as people know it (`conversation`, `draft`, `callback` …; words in `wording.my_data`).
    `personal` are the columns that are handed out when somebody asks for their data; `inner` all others: keys, hashes,
    states. Together they must be all columns, so that a new one cannot be forgotten. `shown` may turn a row into
    something more readable, or None for a row that says nothing about the person.
    """

    part: str
    personal: tuple[str, ...]
    inner: tuple[str, ...]
    owner: Owner
    kept: Kept
    basis: Basis = Basis.SERVICE
    shown: Shown | None = field(default=None, repr=False)


@dataclass(frozen=True)
class NothingPersonal:
    """The declaration of a table that says nothing about any person outside the office."""

    why: str


Declaration = Union[Privacy, NothingPersonal]
_KEY = "privacy"


def declared(declaration: Declaration) -> dict[str, Any]:
    """The last item of `__table_args__`, or all of it."""
    return {"info": {_KEY: declaration}}


def declaration_of(table: Table) -> Declaration | None:
    """What the table says, None if nothing."""
    return table.info.get(_KEY)
