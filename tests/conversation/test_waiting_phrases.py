"""What people write about the waiting list, and what only sounds like it."""
from __future__ import annotations

import pytest

from conversation.waiting_phrases import WaitingPhrase, answer_to_offer, waiting_phrase_in

WANTS, LEAVES, ASKS_AFTER, NAMES = WaitingPhrase.WANTS, WaitingPhrase.LEAVES, WaitingPhrase.ASKS_AFTER, WaitingPhrase.NAMES


@pytest.mark.parametrize("text, phrase", [
    ("Warteliste", NAMES), ("auf die Warteliste", NAMES), ("ja, bitte auf die Warteliste", NAMES), ("zur warteliste", NAMES),
    ("Setzen Sie mich bitte auf die Warteliste", WANTS), ("Kann ich auf eine Warteliste kommen?", WANTS),
    ("ich will auf die warteliste", WANTS), ("Gibt es eine Warteliste?", WANTS), ("auf die Warteliste eintragen", WANTS),
    ("sagen Sie mir Bescheid, wenn etwas frei wird", WANTS), ("Sag mir bitte Bescheid wenn ein Termin frei ist", WANTS),
    ("Benachrichtigen Sie mich, sobald ein Termin frei wird", WANTS), ("melden Sie sich, falls was frei wird", WANTS),
    ("Stand meines Wartelistenplatzes", ASKS_AFTER), ("Wie sieht es mit der Warteliste aus?", ASKS_AFTER),
    ("Stehe ich noch auf der Warteliste?", ASKS_AFTER), ("wo stehe ich auf der warteliste", ASKS_AFTER),
    ("Warteliste verlassen", LEAVES), ("Nehmen Sie mich von der Warteliste", LEAVES), ("bitte von der Warteliste streichen", LEAVES),
    ("Ich möchte von der Warteliste gestrichen werden", LEAVES), ("ich brauche die Warteliste nicht mehr", LEAVES),
    ("Die Warteliste für den Kindergarten ist viel zu lang", None), ("Wir führen eine Warteliste für Kleingärten", None),
    ("Sagen Sie mir Bescheid, wenn die neue Förderung kommt", None), ("Warten Sie auf die Liste", None),
    ("Bei uns im Dorf muss man sich drei Jahre lang vorher auf die Warteliste setzen lassen, wenn man einen Kitaplatz will", None),
])  # fmt: skip
def test_what_is_said_about_the_list(text, phrase):
    assert waiting_phrase_in(text) is phrase


@pytest.mark.parametrize("text, answer", [
    ("ja", True), ("ja bitte", True), ("den nehme ich", True), ("Ich nehme den Termin", True), ("passt mir gut", True),
    ("nehme ich gern", True), ("ich möchte den Termin annehmen", True), ("nein", False), ("nein danke", False),
    ("das passt mir leider nicht", False), ("den nehme ich nicht", False), ("da kann ich nicht", False), ("Termin ablehnen", False),
    ("den nächsten abwarten", False), ("Kann ich den auch verlegen?", None), ("Wer fördert einen Dorfladen", None), ("Hallo", None),
    ("Ich nehme den Termin nur, wenn er auch am Nachmittag möglich wäre", None),
])  # fmt: skip
def test_what_is_said_to_an_offer(text, answer):
    assert answer_to_offer(text) is answer
