"""Precision and recall of entities, on marks that can be reckoned by hand."""
from __future__ import annotations

import pytest

from evaluation.entity_measures import MarkedMessage, read_marked_messages, score
from knowledge.understanding import Entity


def a_message(*entities: Entity, kinds: tuple[str, ...] = ("region", "betrag")) -> MarkedMessage:
    return MarkedMessage("Im Jugendclub Görlitz fehlen uns 5000 Euro", entities, kinds)


GOERLITZ, SUM = Entity("region", "Görlitz", 14, 21), Entity("betrag", "5000", 33, 42)


def scored(message: MarkedMessage, *found: Entity):
    scores, mistakes = score([message] * 4, lambda text: found)
    return {one.kind: (one.precision, one.recall, one.f1) for one in scores}, mistakes


def test_what_is_found_as_marked_is_right():
    by_kind, mistakes = scored(a_message(GOERLITZ, SUM), GOERLITZ, Entity("betrag", "5000.0", 33, 37))
    assert by_kind == {"region": (1, 1, 1), "betrag": (1, 1, 1)} and mistakes == []


def test_a_wrong_value_and_what_nobody_marked_are_mistakes():
    by_kind, mistakes = scored(a_message(GOERLITZ, SUM), GOERLITZ, Entity("region", "Club", 9, 13), Entity("betrag", "50", 33, 42))
    assert by_kind["region"] == (0.5, 1, pytest.approx(2 / 3)) and by_kind["betrag"] == (0, 0, 0)
    assert len(mistakes) == 8 and "betrag: 5000 read as 50" in mistakes[1]


def test_one_mark_counts_once():
    by_kind, _ = scored(a_message(GOERLITZ), GOERLITZ, Entity("region", "Görlitz", 15, 21))
    assert by_kind["region"] == (0.5, 1, pytest.approx(2 / 3))


def test_a_topic_that_a_word_for_people_implies_is_no_mistake_but_a_marked_one_has_to_be_found():
    people, topic = Entity("zielgruppe", "jugendliche", 3, 13), Entity("thema", "kinder_jugend", 3, 13)
    kinds = ("thema", "zielgruppe")
    assert scored(a_message(people, kinds=kinds), people, topic)[1] == []
    assert scored(a_message(people, topic, kinds=kinds), people, topic)[0]["thema"] == (1, 1, 1)
    assert scored(a_message(people, topic, kinds=kinds), people)[0]["thema"] == (0, 0, 0)


def test_every_mark_of_the_set_stands_in_its_message():
    messages = read_marked_messages()
    assert len(messages) >= 600
    assert sum(one.entity == "region" for message in messages for one in message.entities) >= 300
    for message in messages:
        assert all(message.text[one.start : one.end] for one in message.entities)
