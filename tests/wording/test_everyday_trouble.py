"""Trouble of others is answered kindly, and only where it is told as such."""
from __future__ import annotations

import pytest

from wording.everyday_trouble import everyday_trouble_reply

TOLD = [
    "Bei uns ist ein Rohrbruch", "das Wasserrohr ist geplatzt", "unser Keller steht unter Wasser", "Ich habe meinen Schlüssel verloren",
    "hab mich ausgesperrt", "mein Handy ist weg", "Stromausfall im ganzen Dorf", "wir haben keinen Strom", "die Heizung ist ausgefallen",
    "unser Hund ist weggelaufen", "Meine Katze ist verschwunden", "uns ist ein Hund zugelaufen, Hund gefunden",
]  # fmt: skip
OTHER = [
    "Wer zahlt, wenn im Vereinsheim ein Rohrbruch ist?", "Wir wollen eine Idee gegen Stromausfall einreichen", "Ein Schlüssel zum Erfolg fehlt",
    "Gibt es Geld für eine Hundewiese?", "Der Strom der Touristen reißt nicht ab", "Wir wollen eine Katzenhilfe gründen",
]  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_it_is_named_with_who_can_help(text):
    reply = everyday_trouble_reply(text)
    assert reply is not None and reply.outcome == "NOT_OURS"
    assert "Stadt oder Gemeinde" in reply.text and ("112" in reply.text or "110" in reply.text)


@pytest.mark.parametrize("text", OTHER)
def test_a_question_of_ours_is_none(text):
    assert everyday_trouble_reply(text) is None
