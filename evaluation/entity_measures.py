"""How well the entities of messages are found: precision, recall and F1 against hand-written marks (sets/entities.yml)."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, Sequence

import yaml

from evaluation.intervals import bootstrap
from evaluation.message_sets import SETS
from knowledge.understanding import Entity

ALWAYS_MARKED = ("region", "betrag")
"""Marked in every message of the set; the others only where an item says `terms: true`."""
WITH_VALUE = ("betrag", "thema", "zielgruppe", "organisationsform", "format", "vorgangsnummer")
"""Entities whose value has to be right; of a place the stretch of text is."""
_IMPLIED = {
    "alter": ("aeltere",),
    "kinder_jugend": ("kinder", "jugendliche"),
    "engagement": ("ehrenamtliche",),
    "migration_integration": ("zugewanderte",),
    "inklusion": ("behinderung",),
    "familie": ("familien", "alleinerziehende"),
    "pflege": ("demenz", "pflegende"),
    "arbeit": ("arbeitslose",),
    "armut": ("wohnungslose",),
}
"""A topic that a word for people implies is not marked in the set, and no mistake either."""


@dataclass(frozen=True)
class MarkedMessage:
    """A message with the entities that a careful reader sees; `kinds` are those that were looked for."""

    text: str
    entities: tuple[Entity, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Of one message and one kind of entity: how many were right, how many were found, how many there are."""

    right: int
    found: int
    marked: int


@dataclass(frozen=True)
class EntityScore:
    """Precision, recall and F1 of one kind, F1 with its 95 % interval over messages."""

    kind: str
    marked: int
    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]


def read_marked_messages() -> list[MarkedMessage]:
    """The messages of `sets/entities.yml`."""
    return [_marked(item) for item in yaml.safe_load((SETS / "entities.yml").read_text("utf-8"))]


def score(
    messages: Sequence[MarkedMessage], read: Callable[[str], Iterable[Entity]]
) -> tuple[list[EntityScore], list[str]]:
    """The score of each kind, and one line for each message with a mistake. `read` gives the entities of a text."""
    comparisons: dict[str, list[Comparison]] = {}
    mistakes = []
    for message in messages:
        found = tuple(read(message.text))
        for kind in message.kinds:
            wanted = [one for one in message.entities if one.entity == kind]
            seen = [one for one in found if one.entity == kind and not _is_implied(one, message.entities)]
            comparison = _compare(wanted, seen)
            comparisons.setdefault(kind, []).append(comparison)
            if not comparison.right == comparison.found == comparison.marked:
                mistakes.append(f"{kind}: {_told(wanted)} read as {_told(seen)} | {message.text}")
    return [_scored(kind, each) for kind, each in comparisons.items()], mistakes


def _marked(item: dict) -> MarkedMessage:
    kinds = ALWAYS_MARKED + tuple(kind for kind in WITH_VALUE if kind not in ALWAYS_MARKED) * bool(item.get("terms"))
    entities = []
    for mark in item["entities"]:
        start = -1
        for _ in range(mark.get("nth", 1)):
            start = item["text"].index(mark["text"], start + 1)
        value = mark.get("value", mark["text"])
        entities.append(Entity(mark["entity"], str(value), start, start + len(mark["text"])))
    return MarkedMessage(item["text"], tuple(entities), kinds)


def _is_implied(one: Entity, marked: Sequence[Entity]) -> bool:
    """Whether the topic comes with a word for people; one that is marked itself („Jugendclub“) is not merely implied."""
    people = _IMPLIED.get(one.value, ()) if one.entity == "thema" else ()
    beside = [other for other in marked if _overlap(one, other)]
    is_marked = any((other.entity, other.value) == (one.entity, one.value) for other in beside)
    return not is_marked and any(other.entity == "zielgruppe" and other.value in people for other in beside)


def _compare(wanted: Sequence[Entity], seen: Sequence[Entity]) -> Comparison:
    """A mark counts as found once, by an overlapping entity of the same meaning."""
    left, right = list(seen), 0
    for mark in wanted:
        hit = next((one for one in left if _overlap(one, mark) and _same(one, mark)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return Comparison(right, len(seen), len(wanted))


def _same(one: Entity, mark: Entity) -> bool:
    if mark.entity == "betrag":
        return round(float(one.value)) == round(float(mark.value))
    return mark.entity not in WITH_VALUE or one.value == mark.value


def _overlap(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end


def _told(entities: Iterable[Entity]) -> str:
    return ", ".join(one.value for one in entities) or "nothing"


def _scored(kind: str, comparisons: Sequence[Comparison]) -> EntityScore:
    marked = sum(one.marked for one in comparisons)
    right, found = sum(one.right for one in comparisons), sum(one.found for one in comparisons)
    return EntityScore(
        kind, marked, right / found if found else 0.0, right / marked if marked else 0.0, _f1(comparisons),
        bootstrap(comparisons, _f1),
    )  # fmt: skip


def _f1(comparisons: Sequence[Comparison]) -> float:
    named = sum(one.found + one.marked for one in comparisons)
    return 2 * sum(one.right for one in comparisons) / named if named else 0.0
