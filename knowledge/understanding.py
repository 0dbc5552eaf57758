"""What a message says about place, topic, people, legal form, format, money and time.

One reading for everybody: the assistant's entities, the search and the tools on the command line use it.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Callable

from spacy.language import Language
from spacy.tokens import Doc

from knowledge.case_numbers import find_case_numbers, without
from knowledge.language import TERMS
from knowledge.places import PlaceResolver, Resolution
from knowledge.sums import Sum, find_sums
from knowledge.times import find_times

LONGEST_READ = 2_000
"""Characters of a message that are looked at for entities; people say early where and for whom."""
MOST_WORDS_READ = 400
"""Words that are looked at: a ruler costs a millisecond a word, and 2,000 signs may be 2,000 words."""


@dataclass(frozen=True)
class Entity:
    """A stretch of the message with its meaning: `text[start:end]` means `value`."""

    entity: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Understanding:
    """A message as the knowledge base sees it."""

    text: str
    entities: tuple[Entity, ...] = ()
    where: Resolution = field(default_factory=lambda: Resolution(None, None, None, (), ()))

    def values(self, entity: str) -> tuple[str, ...]:
        """The distinct values of an entity, in the order of the text."""
        return tuple(dict.fromkeys(one.value for one in self.entities if one.entity == entity))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        return self.values("thema")

    @cached_property
    def organisation_forms(self) -> tuple[str, ...]:
        return self.values("organisationsform")

    @cached_property
    def lands(self) -> frozenset[str]:
        """The Länder that the named place may lie in; empty if none is named."""
        return frozenset(one.land for one in self.where.candidates if one.land)

    @cached_property
    def amount_eur(self) -> int | None:
        """The largest sum that is named."""
        return max((int(value) for value in self.values("betrag")), default=None)


class Reader:
    """Reads messages. Cheap to share, safe to use from several threads one after another.

    `clock` tells the local time of the people who write; „morgen“ is counted from it.
    """

    def __init__(self, nlp: Language, places: PlaceResolver, clock: Callable[[], datetime]) -> None:
        self.nlp, self.places, self.clock = nlp, places, clock

    def read(self, text: str, now: datetime | None = None, place_expected: bool = False) -> Understanding:
        """Everything that `text` says, entities in the order of the text; written `now`, by the clock if not given.

        `place_expected`: the person has been asked where, so that a bare „Essen“ or „18439“ is a place.
        """
        return self.read_doc(self.doc(text), now, place_expected)

    def doc(self, text: str) -> Doc:
        """The begin of `text` as the pipeline sees it: words, sentences, lemmas, terms."""
        words = self.nlp.make_doc(text[:LONGEST_READ])
        return self.nlp(words[:MOST_WORDS_READ].text if len(words) > MOST_WORDS_READ else words)

    def read_doc(self, doc: Doc, now: datetime | None = None, place_expected: bool = False) -> Understanding:
        """The same for a document that the pipeline has gone over already. Nothing else is read in a case number."""
        numbers = find_case_numbers(doc.text)
        text = without(numbers, doc.text)
        where, sums = self.places.resolve(text, expected=place_expected), find_sums(text)
        entities = [
            *(Entity("region", one.text, one.start, one.end) for one in where.mentions),
            *(
                Entity(span.label_, span.id_, span.start_char, span.end_char)
                for span in doc.spans[TERMS]
                if not any(span.start_char < one.end and one.start < span.end_char for one in numbers)
            ),
            *(Entity("betrag", str(one.euros), one.start, one.end) for one in sums),
            *_times_beside(sums, text, now or self.clock()),
            *(Entity("vorgangsnummer", one.value, one.start, one.end) for one in numbers),
        ]
        in_order = sorted(set(entities), key=lambda one: (one.start, -one.end, one.entity, one.value))
        return Understanding(doc.text, tuple(in_order), where)


def _times_beside(sums: tuple[Sum, ...], text: str, now: datetime) -> list[Entity]:
    """The dates (`datum`) and times of day (`uhrzeit`) of `text`; where a sum stands, it counts and they do not."""
    return [
        Entity(one.kind, one.value, one.start, one.end)
        for one in find_times(text, now)
        if not any(one.start < sum_.end and sum_.start < one.end for sum_ in sums)
    ]
