"""What counts as personal data, and what stands for it in a masked text."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(str, Enum):
    """A kind of personal data; its `placeholder` says in German what stood there."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    PLATE = "plate"
    NUMBER = "number"
    CASE_NUMBER = "case_number"
    SECRET = "secret"
    PROFILE = "profile"
    LINK = "link"

    @property
    def placeholder(self) -> str:
        return PLACEHOLDERS[self]


PLACEHOLDERS = {
    Kind.NAME: "[Name]",
    Kind.EMAIL: "[E-Mail]",
    Kind.PHONE: "[Telefon]",
    Kind.IBAN: "[IBAN]",
    Kind.ADDRESS: "[Anschrift]",
    Kind.BIRTH_DATE: "[Geburtsdatum]",
    Kind.PLATE: "[Kennzeichen]",
    Kind.NUMBER: "[Nummer]",
    Kind.CASE_NUMBER: "[Vorgangsnummer]",
    Kind.SECRET: "[Kennwort]",
    Kind.PROFILE: "[Profil]",
    Kind.LINK: "[Link]",
}


@dataclass(frozen=True)
class Found:
    """`text[start:end]` is personal data of this kind."""

    kind: Kind
    start: int
    end: int

    def overlaps(self, other: Found) -> bool:
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Found:
        """The same, in a text that begins `by` characters earlier."""
        return Found(self.kind, self.start + by, self.end + by)


def joined(found: list[Found]) -> list[Found]:
    """In the order of the text, none overlapping: those that do are one, of the kind that stands first in `found`."""
    in_order = sorted((one.start, rank, one) for rank, one in enumerate(found) if one.start < one.end)
    result: list[Found] = []
    best = 0
    for start, rank, one in in_order:
        if result and start < result[-1].end:
            last = result.pop()
            kind, best = (one.kind, rank) if rank < best else (last.kind, best)
            one = Found(kind, last.start, max(last.end, one.end))
        else:
            best = rank
        result.append(one)
    return result
