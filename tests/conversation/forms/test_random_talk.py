"""Whatever people say, in whatever order: nothing crashes, nothing that was accepted gets lost, one question a turn."""
from __future__ import annotations

import random

import pytest

from conversation.forms import engine
from conversation.forms.model import FormTurn, Outcome, Said
from conversation.forms.replies import reply_to
from tests.conversation.forms.forms_setup import ANSWERS, FORMS, NOW, OFFICE, pressed, said, stored

COMMANDS = (
    "zurück", "überspringen", "später", "weitermachen", "weiter", "zeig mir alles", "ändern", "ändere die Telefonnummer",
    "ändere den Namen in Karla", "hilfe zur frage", "das zweite", "2", "die letzte", "mehr dazu", "Frage 2 ändern", "Frage 99 ändern",
    "ändere die Idee", "ändere das Thema: Geld", "stopp",
)  # fmt: skip
THROWING_AWAY = ("abbrechen", "neu anfangen", "löschen", "lösche das Thema", "lösche den Namen", "nein", "nichts", "keine")
OTHERS = (
    "", "?", "👍", "   ", "nein, meine Nummer ist 030 23125 412", "nein, 12", "Nein, ich heiße Karla", "petra@lustig.example",
    "0171 5556677 am besten morgens", "Ich heiße Petra, 0171 5556677", "gestern", "112", "x" * 600, "Wort " * 400, "ja", "ja gern",
    "Was kostet das?", "Gibt es Geld?", "danke", "hallo", "\u202e\u200b", "null eins sieben eins fünf fünf fünf sechs", "@", "@@@", "+49",
    "Thema", "Name", "Telefon", "Ich will nicht mehr leben", "[Name]", "{0}", "%s", "/restart", "Der Zug zurück fährt nicht",
)  # fmt: skip
BUTTONS = tuple(f"{form}.{field}.{what}" for form, field, what in (
    ("rueckruf", "einwilligung", "ja"), ("rueckruf", "confirm", "nein"), ("rueckruf", "thema", "!skip"), ("rueckruf", "", "!resume"),
    ("rueckruf", "name", "!change"), ("rueckruf", "name", "!keep"), ("rueckruf", "thema", "!shorten"), ("rueckruf", "zeit", "!back"),
    ("idee", "stand", "laeuft"), ("idee", "stand", "idee"), ("idee", "confirm", "nein"), ("idee", "idee", "!shorten"),
    ("idee", "titel", "!skip"), ("idee", "", "!change"), ("idee", "kontakt", "!later"),
))  # fmt: skip
NEEDS = ("", "", "", "foerderung", "mensch", "ja", "nein", "abschied", "datenschutz", "notlage", "idee_einreichen")
MAY_LOSE = (Outcome.CANCELLED, Outcome.DECLINED, Outcome.STARTED, Outcome.REMOVED)


def a_message(chance: random.Random, turn: FormTurn, gentle: bool) -> Said:
    if chance.random() < 0.15:
        return pressed(chance.choice(BUTTONS), message_id=str(chance.randrange(400)))
    known = [ANSWERS[turn.state.asked]] if turn.state.asked in ANSWERS and turn.state.asked != "confirm" else ["ja"]
    words = [*COMMANDS, *OTHERS, *known * 12, *(() if gentle else THROWING_AWAY)]
    return said(chance.choice(words), need=chance.choice(NEEDS), confidence=chance.random(), message_id=str(chance.randrange(400)))


@pytest.mark.parametrize("gentle", [True, False], ids=["nobody wants to end it", "anything"])
@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("seed", range(6))
def test_200_random_messages(name, seed, gentle):
    form, chance = FORMS[name], random.Random(f"{name} {seed}")
    turn = engine.start(form, said("Rückruf bitte unter 0171 5556677") if seed % 2 else None, NOW)
    for _ in range(200):
        before = turn.state
        message = a_message(chance, turn, gentle)
        turn = engine.take(form, stored(before), message, NOW)
        assert stored(turn.state) == FormTurn(turn.state, turn.outcome).state
        check_nothing_is_lost(before, turn, message)
        check_one_question(form, turn)
        if turn.state.has_ended:
            turn = engine.start(form, None, NOW)


def check_nothing_is_lost(before, turn: FormTurn, message: Said) -> None:
    gone = set(before.values) - set(turn.state.values)
    if gone and turn.outcome not in MAY_LOSE:
        assert turn.outcome in (Outcome.SKIPPED, Outcome.CONFIRM) and message.text in ("nichts", "keine", "nein")
    if turn.outcome is Outcome.CANCELLED and before.values.keys() - {"einwilligung"}:
        assert before.pending == "cancel"
    replaced = {key for key, value in before.values.items() if turn.state.values.get(key, value) != value}
    assert turn.outcome in MAY_LOSE or replaced <= set(turn.changed)


def check_one_question(form, turn: FormTurn) -> None:
    reply = reply_to(form, turn, OFFICE)
    again = engine.ask_again(form, turn.state) if turn.outcome is Outcome.NOT_AN_ANSWER else None
    texts = [one.text for one in (reply, reply_to(form, again, OFFICE) if again else None) if one]
    asked = sum(text.count(f": {field.question}") for text in texts for field in form.fields)
    assert asked + sum(text.count("Stimmt alles so?") for text in texts) <= 1
    if turn.asks and turn.asks != "confirm":
        assert asked == 1
