"""What a message says about place, topic, people, legal form, format and money.

One reading for everybody: the assistant's entities, the search and the tools on the command line use it.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from knowledge.language import TERMS
from knowledge.places import PlaceResolver, Resolution
from knowledge.sums import find_sums

LONGEST_READ = 2_000
"""Characters of a message that are looked at for entities; people say early where and for whom."""
MOST_WORDS_READ = 400
"""Words that are looked at: a ruler costs a millisecond a word, and 2,000 signs may be 2,000 words."""

_CASE_NUMBER = re.compile(r"\b(IDEE|HUERDE|ANLIEGEN|FRAGE|RUECKRUF|TERMIN)-[0-9A-Z]{6}\b", re.IGNORECASE)


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
    """Reads messages. Cheap to share, safe to use from several threads one after another."""

    def __init__(self, nlp: Language, places: PlaceResolver) -> None:
        self.nlp, self.places = nlp, places

    def read(self, text: str) -> Understanding:
        """Everything that `text` says, entities in the order of the text."""
        words = self.nlp.make_doc(text[:LONGEST_READ])
        return self.read_doc(self.nlp(words[:MOST_WORDS_READ].text if len(words) > MOST_WORDS_READ else words))

    def read_doc(self, doc: Doc) -> Understanding:
        """The same for a document that the pipeline has gone over already."""
        text = doc.text
        where = self.places.resolve(text)
        entities = [
            *(Entity("region", one.text, one.start, one.end) for one in where.mentions),
            *(Entity(span.label_, span.id_, span.start_char, span.end_char) for span in doc.spans[TERMS]),
            *(Entity("betrag", str(one.euros), one.start, one.end) for one in find_sums(text)),
            *(
                Entity("vorgangsnummer", one.group().upper(), one.start(), one.end())
                for one in _CASE_NUMBER.finditer(text)
            ),
        ]
        in_order = sorted(set(entities), key=lambda one: (one.start, -one.end, one.entity, one.value))
        return Understanding(text, tuple(in_order), where)
