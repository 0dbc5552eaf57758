"""What is known in a conversation: place, topic, target group, legal form, sum (docs/decisions/0015-context.md).

Pure: readings and plain values in, a new context out.
"""
from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Any, Iterable, Mapping

from knowledge.told_form import own_legal_forms
from knowledge.told_place import in_words, lands_of, somewhere_in
from knowledge.understanding import Entity, Reader, Understanding

_SAYS_LITTLE = "finanzierung"
"""The topic that every question about money has."""



class Part(str, Enum):
    """The parts of a context, in the order in which they are shown; the values are public."""

    PLACE = "place"
    TOPIC = "topic"
    TARGET_GROUP = "target_group"
    LEGAL_FORM = "legal_form"
    AMOUNT = "amount"


@dataclass(frozen=True)
class Context:
    """What is known. Place (`where` in words that can be read again, `lands` in which it may lie) and legal forms are
    the person's and stay; topics, target groups and the sum in euros belong to the subject of the talk.
    """

    where: str = ""
    lands: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    amount_eur: int | None = None

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any] | None) -> Context:
        """What `to_dict` has written; nothing known if there is none."""
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in (kept or {}).items()}
        return cls(**told)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of it is known."""
        told = (self.where, self.topics, self.target_groups, self.legal_forms, self.amount_eur is not None)
        return tuple(part for part, is_told in zip(Part, told) if is_told)

    @property
    def of_the_person(self) -> Context:
        """What stays when the subject changes."""
        return Context(self.where, self.lands, self.legal_forms)

    def take(self, read: Understanding, reader: Reader) -> Context:
        """What is known after a message of the same subject: what it names replaces what was known."""
        return replace(
            self.take_of_the_person(read, reader),
            topics=topics_of(read) or self.topics,
            target_groups=read.values("zielgruppe") or self.target_groups,
            amount_eur=self.amount_eur if read.amount_eur is None else read.amount_eur,
        )

    def take_of_the_person(self, read: Understanding, reader: Reader) -> Context:
        """Place and legal form of a message, whatever else it is about."""
        known = replace(self, where=in_words(read.where, reader), lands=lands_of(read.where)) if read.lands else self
        return replace(known, legal_forms=own_legal_forms(read) or self.legal_forms)

    def without(self, parts: Iterable[Part]) -> Context:
        """The rest, with `parts` forgotten."""
        known, gone = self, frozenset(parts)
        nothing = Context()
        fields = {
            Part.PLACE: ("where", "lands"), Part.TOPIC: ("topics",), Part.TARGET_GROUP: ("target_groups",),
            Part.LEGAL_FORM: ("legal_forms",), Part.AMOUNT: ("amount_eur",),
        }  # fmt: skip
        for part in gone:
            known = replace(known, **{name: getattr(nothing, name) for name in fields[part]})
        return known

    def place_added(self, read: Understanding, reader: Reader) -> Understanding:
        """The question with the known place in its words and its reading, unless it names a place of its own."""
        if read.lands or not self.where:
            return read
        again = reader.read(f"{read.text.rstrip(' ?!.')} {self.where}")
        where = again.where if again.lands == set(self.lands) else somewhere_in(self.lands)
        return Understanding(again.text, again.entities, where)

    def forms_added(self, read: Understanding, reader: Reader) -> Understanding:
        """The question with the known legal forms in its reading, unless it names one of its own."""
        if read.organisation_forms:
            return read
        said = tuple(Entity("organisationsform", form, 0, 0) for form in self.legal_forms)
        return Understanding(read.text, (*read.entities, *said), read.where)


def topics_of(read: Understanding) -> tuple[str, ...]:
    """The topics of a message that tell something."""
    return tuple(one for one in read.topics if one != _SAYS_LITTLE)
