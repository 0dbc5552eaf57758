"""Opened records: short first pieces, buttons that lead to every further piece, methods step by step."""
from __future__ import annotations

import json

import pytest

from knowledge.content_files import read_records
from knowledge.schema import Method
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.library import CONTENT
from tests.wording.answer_forms import answers_for
from wording.cards import LONGEST_FIRST_PIECE, NO_LEGAL_ADVICE, first_card
from wording.cards.plain import UNTESTED
from wording.opened import record_reply
from wording.reply import Reply

RECORDS = {record.id: record for record in read_records(CONTENT)}
LITTLE_MORE = 60
"""A first sentence is never cut, however long it is."""


def led_to(reply: Reply) -> dict[str, tuple[str, str]]:
    """Record and part of the buttons that open one, by title."""
    told = {button.title: json.loads(button.payload.partition("{")[1] + button.payload.partition("{")[2] or "{}")
            for button in reply.buttons}  # fmt: skip
    return {title: (one["record"], one.get("part", "")) for title, one in told.items() if "record" in one}


def test_the_first_piece_of_every_record_is_short():
    for record in RECORDS.values():
        assert len(record_reply(record, TODAY).text) <= LONGEST_FIRST_PIECE + LITTLE_MORE, record.id


def test_buttons_lead_to_every_part_and_only_to_parts_that_exist():
    for record in RECORDS.values():
        answers = answers_for(record, TODAY, RECORDS.get)
        first = answers[""]
        own = {part for one, part in led_to(first).values() if one == record.id}
        is_whole = first.part == "alles"
        steps = {str(number) for number in range(2, 99)} if isinstance(record, Method) else set()
        assert own <= set(answers), record.id
        assert is_whole or own >= set(answers) - {"", "alles"} - steps, record.id
        for part, reply in answers.items():
            parts = {one for owner, one in led_to(reply).values() if owner == record.id}
            assert parts <= set(answers) and (not part or part not in parts), (record.id, part)
            assert len({button.title for button in reply.buttons}) == len(reply.buttons)


def test_what_the_first_piece_has_no_room_for_stands_among_the_facts():
    summary = " ".join(f"Satz Nummer {number} ist lang genug für einen ganzen Satz." for number in range(20))
    record = a_funding(summary=summary)
    first, facts = record_reply(record, TODAY), record_reply(record, TODAY, "wissen")
    assert len(first.text) <= LONGEST_FIRST_PIECE and "Satz Nummer 0" in first.text and "Nummer 19" not in first.text
    assert "Nummer 19" in facts.text and "Satz Nummer 0 " not in facts.text
    assert summary in record_reply(record, TODAY, "alles").text


@pytest.mark.parametrize("part", ["gibt-es-nicht", "0", "3", "-1", "²"])
def test_a_part_that_does_not_exist_opens_the_first_piece(part):
    assert record_reply(a_method(), TODAY, part) == record_reply(a_method(), TODAY)
    assert record_reply(a_funding(), TODAY, part) == record_reply(a_funding(), TODAY)


def test_short_records_are_shown_whole():
    reply = record_reply(a_contact(), TODAY)
    assert "Der Bus fährt zweimal am Tag." in reply.text and "Telefon: 030 23125-101" in reply.text
    assert [button.title for button in reply.buttons] == ["Auf die Merkliste", "Mit uns sprechen"]


def test_a_method_is_walked_through_step_by_step():
    method = a_method(steps=("Fragen", "Planen", "Fahren"))
    overview = record_reply(method, TODAY)
    assert "Der Weg hat 3 Schritte." in overview.text and "Planen" not in overview.text
    assert led_to(overview)["Schritt für Schritt"] == (method.id, "1")
    first, second, third = (record_reply(method, TODAY, part) for part in "123")
    assert "Schritt 2 von 3\nPlanen" in second.text and "Fragen" not in second.text and second.part == "2"
    assert led_to(first) == {"Weiter": (method.id, "2"), "Zurück": (method.id, ""),
                             "Alle Schritte zeigen": (method.id, "schritte")}  # fmt: skip
    assert led_to(second)["Zurück"] == (method.id, "1") and led_to(second)["Weiter"] == (method.id, "3")
    assert "Weiter" not in led_to(third) and "Das ist der letzte Schritt." in third.text
    assert "1. Fragen\n2. Planen\n3. Fahren" in record_reply(method, TODAY, "schritte").text


def test_similar_records_come_as_buttons():
    others = [a_case(id=f"fal-{number}", name=f"Bus {number}") for number in range(5)]
    titles = led_to(record_reply(a_case(), TODAY, similar=others))
    assert {title: one for title, one in titles.items() if title.startswith("Ähnlich")} == {
        f"Ähnlich: Bus {number}": (f"fal-{number}", "") for number in range(3)
    }


@pytest.mark.parametrize("build", [a_funding, a_legal_hurdle, a_contact, a_case, a_method, an_event])
def test_plain_language_is_offered_where_there_is_some_and_says_that_nobody_tested_it(build):
    record = build(einfach=("Es gibt einen Bus.", "Er fährt im Dorf."))
    assert led_to(record_reply(record, TODAY))["In Einfacher Sprache"] == (record.id, "einfach")
    assert "In Einfacher Sprache" not in led_to(record_reply(build(), TODAY))
    lines = record_reply(record, TODAY, "einfach").text.splitlines()
    assert lines[:5] == [record.name, "", UNTESTED, "Es gibt einen Bus.", "Er fährt im Dorf."]
    assert lines[-1].startswith("Quelle: Beispielquelle (") and (NO_LEGAL_ADVICE in lines) is (build is a_legal_hurdle)


def test_a_coming_event_has_a_calendar_file():
    (attachment,) = record_reply(an_event(), TODAY).attachments
    assert attachment.url == "/termine/ver-beispiel.ics" and attachment.type == "text/calendar"
    assert record_reply(an_event(dates=["2026-11-21"]), TODAY).attachments == ()
    assert "Ein kommender Termin ist nicht bekannt." in record_reply(an_event(dates=[]), TODAY).text


def test_the_calendar_file_is_offered_also_when_an_event_has_much_to_tell():
    long = an_event(facts=["Es gibt viel zu erzählen, und das dauert lange. " * 20])
    assert record_reply(long, TODAY).attachments and first_card(long, TODAY) == record_reply(long, TODAY).text
