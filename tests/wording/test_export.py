"""What is handed out as text reads like a talk: the words on the buttons, no marks in place of codes."""
from __future__ import annotations

from zoneinfo import ZoneInfo

from tests.builders import an_office
from wording.export import export_as_text

AT = "2026-11-22T09:00:00+00:00"


def test_a_button_is_told_by_its_words_and_a_code_by_no_mark():
    event = {"moment": AT, "written": '/formular{"wahl":"idee.ja"}', "understood_as": "formular", "recognised": []}
    answer = {"created_at": AT, "body": {"text": "Ihr Code: [Code 3rm6s7wnsxb4]", "buttons": [
        {"title": "Ja, ohne Auswertung", "payload": '/formular{"wahl":"idee.ja"}'},
    ]}}  # fmt: skip
    export = {"exported_at": AT, "conversation_key": "k", "kept_until": None, "cases_kept_apart": [],
              "data": {"conversation": {"events": [event], "answer": [answer]}}}  # fmt: skip
    text = export_as_text(export, an_office(), ZoneInfo("Europe/Berlin"))
    assert "Sie (Knopf): Ja, ohne Auswertung" in text and "Ihr Code: [Code]\n" in text
