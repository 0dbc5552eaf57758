"""Signs without words: what they say, and what only looks like nonsense."""
from __future__ import annotations

import pytest

from conversation.small_talk import is_nonsense, situation_of_signs
from wording.small_talk import Situation


@pytest.mark.parametrize("text, situation", [
    ("👍", Situation.YES), ("👍🏽👍🏽", Situation.YES), ("🙏", Situation.THANKS), ("❤️", Situation.THANKS),
    ("🖕", Situation.INSULT), ("👍🖕🏿", Situation.INSULT), ("👎", Situation.NO), ("👋", Situation.GREETING),
    ("😂", Situation.PICTURE), ("🚲🚌", Situation.PICTURE), ("...", Situation.SILENCE), ("…", Situation.SILENCE),
    ("-", Situation.SILENCE), ("?", Situation.QUESTION_MARK), ("???", Situation.QUESTION_MARK), ("!?", Situation.QUESTION_MARK),
    ("", None), ("  ", None), ("ja 👍", None), ("2", None), ("ok", None), ("да", None), ("مساعدة", None),
])  # fmt: skip
def test_signs_alone(text, situation):
    assert situation_of_signs(text) is situation


@pytest.mark.parametrize("text", ["asdfgh", "qwertz", "ASDF asdf", "lkjhgf fdsa", "xcvbnm", "aaaaaaa", "hhhh", "bcdfgk"])
def test_keys_struck_at_random_are_nonsense(text):
    assert is_nonsense(text)


@pytest.mark.parametrize("text", [
    "", "Suhl", "Görlitz", "Hallo", "BMBF", "DRK", "LEADER", "hm", "ja", "Verein", "Zwittschersdorf", "Przemyśl",
    "Допоможіть", "ሓገዝ የድልየኒ", "مساعدة", "0341 1234567", "asdf ist kein Verein", "Dorfladn", "wir", "xyz GmbH",
])  # fmt: skip
def test_names_slips_and_other_alphabets_are_none(text):
    assert not is_nonsense(text)
