"""Topics by the words of the field alone, over the words of this office."""
from __future__ import annotations

import pytest

from bot.settings import read_settings
from knowledge.schema.record import Topic
from knowledge.terms import GAP, read_terms
from knowledge.terms.topics import TopicWords

TERMS = read_terms(read_settings({}).content)
WORDS = TopicWords(TERMS)


@pytest.mark.parametrize("term", TERMS.topics, ids=lambda one: one.code.value)
def test_each_word_names_its_topic_and_what_only_looks_like_it_does_not(term):
    for word in term.words:
        text = word.replace("*", "x")
        assert term.code.value in WORDS.named_in(f"Es geht um {text}, bitte."), word
    for word in term.not_words:
        text = word.replace(GAP, "eins zwei").replace("*", "")
        assert term.code.value not in WORDS.named_in(f"({text.upper()})"), word


@pytest.mark.parametrize("text, topics", [
    ("Bürgerbus für unser Dorf", {"mobilitaet"}), ("BUERGERBUS", {"mobilitaet"}), ("Wir wohnen in Görlitz.", set()),
    ("Betreff: Termin", set()), ("wohnen im Alter", {"wohnen", "alter"}), ("einen Verein zu gründen", {"rechtsform"}),
    ("Gesundheit, hat er laut geniest", set()),
])  # fmt: skip
def test_the_words_of_a_sentence(text, topics):
    assert WORDS.named_in(text) == topics


@pytest.mark.parametrize("name, code", [
    ("mobilitaet", "mobilitaet"), ("Mobilität", "mobilitaet"), (" geld ", "finanzierung"),
    ("Geld und Finanzierung", "finanzierung"),
    ("Verein", "rechtsform"), ("kinder_jugend", "kinder_jugend"), ("und", None), ("Bus", None), ("", None),
])  # fmt: skip
def test_a_topic_is_called_by_its_code_its_label_or_a_part_of_it(name, code):
    assert WORDS.called(name) == code


def test_no_name_is_that_of_two_topics():
    names = [part for term in TERMS.topics for part in {term.label, *term.label.split(" und ")}]
    assert len(names) == len(set(names)) and {WORDS.called(one.value) for one in Topic} == {one.value for one in Topic}
