"""Which messages rate the last answer by themselves."""
from __future__ import annotations

import pytest

from conversation.crisis import find_crisis
from conversation.feedback_phrases import _reasons, _verdicts, reason_in, verdict_in
from conversation.commands import find_command
from office.feedback import Reason


@pytest.mark.parametrize("text", [
    "das war falsch", "Das ist falsch!", "stimmt nicht", "Das stimmt so nicht.", "passt nicht", "das hilft mir nicht",
    "Nein, das hilft mir leider nicht weiter.", "nützt mir nichts", "nuetzt nix", "das meinte ich nicht", "NICHT HILFREICH",
    "das bringt uns gar nichts", "falsche Antwort", "Das ist nicht das Richtige", "danke, aber das hilft mir nicht",
    "danach habe ich nicht gefragt", "das habe ich nicht gemeint", "ich meinte etwas anderes",
])  # fmt: skip
def test_it_did_not_help(text):
    assert verdict_in(text) is False


@pytest.mark.parametrize("text", [
    "das war hilfreich", "Danke, das war sehr hilfreich.", "genau das habe ich gesucht", "Das hilft mir weiter",
    "das hat mir sehr geholfen", "genau das wollte ich wissen", "Das ist genau das, was ich suche",
])  # fmt: skip
def test_it_helped(text):
    assert verdict_in(text) is True


@pytest.mark.parametrize("text", [
    "danke", "Vielen Dank", "ja", "nein", "", "?", "Ist das falsch?", "Stimmt das nicht?", "das war falsch, ich meine Suhl",
    "Was hilft gegen Leerstand", "Ich suche etwas Hilfreiches", "Das passt nicht in unser Dorf, was ist erlaubt",
    "ok", "weiter", "das zweite", "mehr dazu", "Wer hilft", "Mir hilft niemand",
])  # fmt: skip
def test_anything_that_says_more_or_less_is_no_rating(text):
    assert verdict_in(text) is None


@pytest.mark.parametrize("text, reason", [
    ("veraltet", Reason.OUTDATED), ("Das ist nicht mehr aktuell", Reason.OUTDATED), ("falscher Ort", Reason.WRONG_PLACE),
    ("Der Ort stimmt nicht.", Reason.WRONG_PLACE), ("zu schwer zu verstehen", Reason.HARD_TO_UNDERSTAND),
    ("das verstehe ich nicht", Reason.HARD_TO_UNDERSTAND), ("passt nicht zu meiner Frage", Reason.NOT_FITTING),
    ("etwas anderes", Reason.OTHER), ("Wer ist zuständig?", None), ("der Ort Suhl", None),
])  # fmt: skip
def test_reasons_are_heard_as_they_stand_on_the_buttons(text, reason):
    assert reason_in(text) is reason


def test_no_phrase_sounds_like_a_crisis_and_hardly_one_is_a_command():
    phrases = [*_verdicts(), *_reasons()]
    assert len(phrases) > 150
    assert [one for one in phrases if find_crisis(one)] == []
    assert [one for one in _verdicts() if find_command(one)] == ["das stimmt nicht"]  # which changes something in a form
