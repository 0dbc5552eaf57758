"""Which messages steer the dialogue, and which only sound like it."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conversation.commands import Command, CommandKind, find_command
from conversation.commands.phrase_list import phrase_list, written_out
from conversation.crisis import find_crisis

LISTS = yaml.safe_load((Path(__file__).parent / "commands.yml").read_text("utf-8"))
COMMANDS = [(str(text), CommandKind(kind)) for kind, texts in LISTS["commands"].items() for text in texts]


def test_there_are_enough_of_both():
    assert len(COMMANDS) >= 150 and len(LISTS["sentences"]) >= 100
    assert {kind for _, kind in COMMANDS} == set(CommandKind)


@pytest.mark.parametrize("text, kind", COMMANDS)
def test_a_command_is_understood(text, kind):
    found = find_command(text)
    assert found is not None and found.kind is kind


@pytest.mark.parametrize("text", LISTS["sentences"])
def test_a_sentence_is_no_command(text):
    assert find_command(text) is None


@pytest.mark.parametrize("case", LISTS["details"], ids=lambda case: case["text"])
def test_what_a_command_names(case):
    found = find_command(case["text"])
    expected = {name: case.get(name) for name in ("part", "value", "number")}
    assert {name: getattr(found, name) for name in expected} == expected
    assert found.is_bare is case.get("is_bare", False)


@pytest.mark.parametrize("text", ["{}", "{} bitte", "Bitte {}", "{}!", "  {} …", "„{}“", "ok, {}", "{}, danke", "Ich möchte {}"])
def test_courtesy_and_punctuation_do_not_matter(text):
    assert find_command(text.format("überspringen")) == Command(CommandKind.SKIP)
    assert find_command(text.format("ABBRECHEN")) == Command(CommandKind.CANCEL)


def test_every_phrase_is_found_as_it_stands_in_the_list():
    wrong = {" ".join(words): kind for words, kind in phrase_list().kinds.items()
             if (found := find_command(" ".join(words))) is None or found.kind is not kind}  # fmt: skip
    assert wrong == {}


def test_no_phrase_sounds_like_a_crisis():
    assert [" ".join(words) for words in phrase_list().kinds if find_crisis(" ".join(words))] == []


def test_one_slip_is_forgiven_in_long_words_only():
    assert find_command("abbrchen") == Command(CommandKind.CANCEL)
    assert find_command("abbrhcn") is None
    assert find_command("halz") is None


def test_what_is_very_long_is_never_a_command():
    assert find_command("zurück " * 500) is None


def test_a_pattern_is_written_out():
    assert written_out("(das|es) [wieder] löschen") == {
        "das löschen", "es löschen", "das wieder löschen", "es wieder löschen",
    }  # fmt: skip
    assert written_out("a(b|c [d])") == {"ab", "ac", "ac d"}


@pytest.mark.parametrize("pattern", ["(a|b", "a]", "(a]", "[a"])
def test_a_bracket_that_does_not_fit_is_an_error(pattern):
    with pytest.raises(ValueError):
        written_out(pattern)
