"""What is said about what is known, and its buttons."""
from __future__ import annotations

import json

from bot.settings import read_settings
from knowledge.terms import read_terms
from tests.conversations.manners import check_german
from wording import context as say

TERMS = read_terms(read_settings({}).content)


def test_parts_are_named_as_people_say_them():
    assert say.topic_title(["mobilitaet", "kinder_jugend", "kultur"], TERMS) == "Thema Mobilität, Kinder und Jugend"
    assert say.target_group_title(["kinder", "jugendliche"], TERMS) == "für Kinder und Jugendliche"
    assert say.legal_form_title(["verein"], TERMS) == "für Vereine"
    assert say.amount_title(5000) == "5.000 Euro"


def test_a_part_has_the_payload_that_removes_it():
    part = say.context_part("place", "in Sachsen")
    assert part.remove.startswith("/kontext") and json.loads(part.remove.removeprefix("/kontext")) == {"part": "place"}


def test_the_sentences_are_good_german_and_promise_no_deletion():
    replies = [say.all_forgotten(["in Sachsen"]), say.all_forgotten([]), say.nothing_to_drop(), say.noted(["in Suhl"]),
               say.nothing_asked_yet(say.dropped(["in Sachsen", "für Vereine"])), say.no_earlier_question()]  # fmt: skip
    for reply in replies:
        check_german(reply.text)
        assert reply.buttons and reply.text.endswith("Was möchten Sie wissen?")
    assert "Gelöscht ist das Gespräch damit nicht" in replies[0].text and "()" not in replies[1].text


def test_a_long_question_is_shortened_at_a_word():
    assert say.back_again("Wer fördert einen Dorfladen?") == "Zurück zu Ihrer Frage: „Wer fördert einen Dorfladen?“"
    told = say.back_again("Wort " * 40)
    assert len(told) < 100 and told.endswith("Wort …“")
