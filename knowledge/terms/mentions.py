"""From all spans that could name a term to those that do."""
from __future__ import annotations

from typing import Iterable

from spacy.tokens import Span

_NOT = "not "


def not_meant(entity: str) -> str:
    """The label of a span in which a term of `entity` only seems to stand (`not_words` in `terms.yml`)."""
    return _NOT + entity


def settled(spans: Iterable[Span]) -> list[Span]:
    """The spans that are mentions, in the order of the text, the longer one first.

    A term does not count inside its own `not_words`. Of spans of one entity that lie within each other only the longest
    counts („gemeinnützige GmbH“ is no „GmbH“). Those of one term that overlap or touch are one mention
    („bürgerschaftliches Engagement“).
    """
    all_spans = list(spans)
    excepted = [one for one in all_spans if one.label_.startswith(_NOT)]
    meant = [one for one in all_spans if one not in excepted and not any(_excludes(other, one) for other in excepted)]
    outer = [one for one in meant if not any(_is_longer_of_its_kind(other, one) for other in meant)]
    mentions: list[Span] = []
    for one in sorted(outer, key=lambda one: (one.label_, one.id_, one.start, -one.end)):
        last = mentions[-1] if mentions else None
        if last is not None and (last.label, last.id) == (one.label, one.id) and one.start <= last.end:
            mentions[-1] = Span(one.doc, last.start, max(last.end, one.end), label=one.label, span_id=one.id)
        else:
            mentions.append(one)
    return sorted(mentions, key=lambda one: (one.start, -one.end, one.label_, one.id_))


def _excludes(exception: Span, one: Span) -> bool:
    same = exception.label_ == not_meant(one.label_) and exception.id == one.id
    return same and exception.start <= one.start and one.end <= exception.end


def _is_longer_of_its_kind(other: Span, one: Span) -> bool:
    within = other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
    return within and other.label == one.label
