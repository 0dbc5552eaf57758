"""What is said about the remember list, and the list as it is printed."""
from __future__ import annotations

from datetime import date

import pytest

from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event, an_office
from tests.conversations.manners import check_german
from tests.wording.test_replies import read_back
from wording import remembering
from wording.printing import Block, printed_list
from wording.remembering import MOST_SHOWN, Verb, list_payload, remember_button, remembered_reply, shown_reply

RECORDS = [a_funding(), a_legal_hurdle(), a_contact(), a_case(), a_method(), an_event()]
MANY = [a_funding(id=f"foe-{number}", name=f"Programm {number}") for number in range(14)]


@pytest.mark.parametrize("records, title", [(1, "Auf die Merkliste"), (2, "Beide merken"), (3, "Alle drei merken"), (5, "Alle 5 merken")])
def test_one_button_remembers_all_that_is_shown(records, title):
    button = remember_button(MANY[:records])
    assert button.title == title
    intent, told = read_back(button.payload)
    assert intent == "merkliste" and told["verb"] == Verb.REMEMBER
    assert all(record.id in button.payload for record in MANY[:records])


def test_the_first_record_tells_what_is_stored_and_later_ones_do_not():
    first = remembered_reply([a_funding()], 1, is_first=True, is_full=False)
    later = remembered_reply([a_case()], 2, is_first=False, is_full=False)
    assert "Gespeichert werden nur" in first.text and "90 Tage" in first.text and "ohne Ihren Namen" in first.text
    assert "Gespeichert" not in later.text and "stehen jetzt 2 Einträge" in later.text
    assert [button.title for button in first.buttons] == ["Merkliste zeigen", "Von der Liste nehmen"]


def test_the_list_names_sources_and_leads_to_page_pdf_and_code():
    reply = shown_reply(RECORDS, 1, "geheim", TODAY)
    assert "stehen 6 Einträge:" in reply.text and "6. Dorfbus für alle" in reply.text
    assert reply.text.count("Quelle: Beispielquelle (") == 6 and "nicht mehr in unserer Sammlung" in reply.text
    assert reply.links[0].url == "/merkliste/link/geheim"
    assert reply.attachments[0].url == "/merkliste/link/geheim/merkliste.pdf"
    assert [button.title for button in reply.buttons[-3:]] == [
        "Etwas von der Liste nehmen", "Code für ein anderes Gerät", "Liste leeren",
    ]  # fmt: skip


def test_a_long_list_is_cut_in_the_conversation_only():
    reply = shown_reply(MANY, 0, "geheim", TODAY)
    assert len(reply.records) == MOST_SHOWN and "Alle 14 Einträge stehen auf der Seite" in reply.text
    assert len(reply.buttons) == 8
    assert len(remembering.which_to_forget(MANY).buttons) == MOST_SHOWN


def test_all_replies_are_polite_german_and_their_buttons_can_be_read():
    replies = [
        remembered_reply([], 1, False, False), remembered_reply([], 50, False, True), remembered_reply(RECORDS, 6, True, False),
        remembering.what_to_remember(), shown_reply(RECORDS[:1], 2, "x", TODAY), remembering.empty_reply(),
        remembering.empty_reply(1), remembering.which_to_forget(RECORDS), remembering.forgotten_reply(["Bus"], 0),
        remembering.forgotten_reply([], 1), remembering.forgotten_reply(["Bus"], 4), remembering.sure_to_clear(1),
        remembering.sure_to_clear(3), remembering.cleared_reply(), remembering.code_reply("x"),
        remembering.list_unavailable(an_office()),
    ]  # fmt: skip
    for reply in replies:
        check_german("\n".join([reply.text, *(button.title for button in reply.buttons)]))
        for button in reply.buttons:
            read_back(button.payload)


def test_the_payload_of_a_verb_alone_carries_no_record():
    assert list_payload(Verb.SHOW) == '/merkliste{"verb":"show"}'


def test_on_paper_a_record_has_its_paragraphs_points_steps_and_links():
    printed = printed_list([(record, date(2026, 11, 20)) for record in RECORDS], 0, TODAY)
    assert printed.summary == "6 Einträge, Stand: 22. November 2026"
    funding, _, _, _, method, _ = printed.records
    assert funding.label == "Förderung, gemerkt am 20. November 2026"
    assert Block(("Gut zu wissen",), ("Der Bus fährt zweimal am Tag.",)) in funding.blocks
    assert funding.blocks[-1].lines[0].startswith("Quelle: Beispielquelle (Stand Mai 2026, von uns geprüft am 1. November")
    assert Block(("Schritt für Schritt",), ("Fragen, wer fahren möchte", "Einen Fahrplan schreiben"), True) in method.blocks
    assert all(one.blocks[0].lines[0] != one.name and one.links[0].url == "https://quelle.example/bus" for one in printed.records)


def test_on_paper_what_is_gone_is_told():
    assert "Ein gemerkter Eintrag steht nicht mehr" in printed_list([], 1, TODAY).notes[-1]
    assert printed_list([], 3, TODAY).notes[-1].startswith("3 gemerkte Einträge")
    assert len(printed_list([], 0, TODAY).notes) == 1
