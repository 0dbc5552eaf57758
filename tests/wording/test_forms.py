"""The words of forms: times, what was noted, buttons."""
from __future__ import annotations

import pytest

from wording import forms
from wording.form_buttons import Pressed, choice_button, read_pressed, verb_button
from wording.times import time_in_words, times_in_words


@pytest.mark.parametrize("value, words", [
    ("2026-12-01", "Dienstag, 1. Dezember 2026"), ("2026-12-01/2026-12-03", "Dienstag, 1. Dezember 2026, bis Donnerstag, 3. Dezember 2026"),
    ("2027-05-01/..", "ab Samstag, 1. Mai 2027"), ("14:30", "14:30 Uhr"), ("09:00/12:00", "9 bis 12 Uhr"), ("17:00/24:00", "ab 17 Uhr"),
    ("00:00/09:30", "bis 9:30 Uhr"), ("FREQ=WEEKLY;BYDAY=TU,TH", "jeden Dienstag und Donnerstag"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "alle 2 Wochen am Dienstag"), ("FREQ=MONTHLY;BYDAY=1WE", "am ersten Mittwoch im Monat"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "am letzten Freitag im Monat"),
])  # fmt: skip
def test_times_in_words(value, words):
    assert time_in_words(value) == words


def test_several_times_in_words():
    assert times_in_words(["2026-12-01", "09:00/12:00"]) == "Dienstag, 1. Dezember 2026, 9 bis 12 Uhr"
    with pytest.raises(ValueError):
        time_in_words("morgen")


def test_what_was_noted_is_short():
    assert forms.noted([("Name", None), ("Zeit", "morgens")]) == "Notiert: Name und Zeit (morgens)."
    assert forms.noted([("Zeit", "morgens")], is_change=True) == "Geändert: Zeit (morgens)."
    assert forms.noted([]) == ""
    assert forms.shown_short("Wort " * 100).endswith(" …") and len(forms.shown_short("Wort " * 100)) <= 162


def test_progress():
    assert forms.progress(2, 5, "Wie heißen Sie?", False) == "Frage 2 von 5: Wie heißen Sie?"
    assert forms.progress(5, 5, "Worum geht es?", True) == "Frage 5 von 5 (freiwillig): Worum geht es?"


def test_what_would_be_lost_is_counted():
    assert "Ihre Angabe wird" in forms.ask_if_sure("cancel", 1) and "Ihre 3 Angaben" in forms.ask_if_sure("restart", 3)


def test_buttons_and_what_they_carry():
    button = choice_button("rueckruf", "einwilligung", "ja", "Ja")
    assert button.payload == '/formular{"wahl":"rueckruf.einwilligung.ja"}'
    assert read_pressed("rueckruf.einwilligung.ja") == Pressed("rueckruf", "einwilligung", choice="ja")
    assert verb_button("rueckruf", None, "resume", "Weiter").payload == '/formular{"wahl":"rueckruf..!resume"}'
    assert read_pressed("rueckruf..!resume") == Pressed("rueckruf", "", verb="resume")
    assert [read_pressed(told) for told in ("", "a.b", "a.b.", ".b.c", "a.b.!x", "a.b.c.d")] == [None] * 6
    with pytest.raises(ValueError):
        verb_button("rueckruf", None, "explode", "Bumm")
