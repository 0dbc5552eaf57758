"""The action server: every action over HTTP with the real knowledge, and what happens when a call is broken."""
from __future__ import annotations

import asyncio
import json
import logging
import threading

import pytest
import yaml
from aiohttp.test_utils import TestClient, TestServer
from rasa_sdk import Action

from bot.serve_actions import create_app
from bot.settings import ROOT
from tests.conversations.knowledge_base import loaded_actions
from wording.my_data import REVIEW_NOTICE
from wording.small_talk import INTRODUCTION

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
SECRET = "Mein Name ist Erika Mustermann und ich wohne in der Lindenstraße"
NO_JSON = (b"", b"kein JSON: " + SECRET.encode(), b"\xff\xfe", b"[1, 2]", b'"text"', b"{")


class FailingAction(Action):
    """Breaks with the person's words in its message, as a careless library would."""

    def name(self) -> str:
        return "action_failing"

    def run(self, dispatcher, tracker, domain):
        raise ValueError(tracker.latest_message["text"])


class PatientAction(Action):
    """Blocks its thread until it is let go."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = threading.Event(), threading.Event()

    def name(self) -> str:
        return "action_patient"

    def run(self, dispatcher, tracker, domain):
        self.has_begun.set()
        assert self.may_end.wait(20)
        dispatcher.utter_message(text="fertig")
        return []


@pytest.fixture
async def patient():
    action = PatientAction()
    yield action
    action.may_end.set()


@pytest.fixture
async def server(patient):
    app = create_app([*loaded_actions(), FailingAction(), patient])
    async with TestClient(TestServer(app)) as client:
        yield client


def a_call(
    action: str, text: str = "", need: str = "foerderung", ranking=(), confidence: float = 1.0, **entities: str
) -> dict:
    """What Rasa sends: the action that is next, and the whole conversation."""
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    message = {"text": text, "intent": {"name": need, "confidence": confidence}, "entities": found, "intent_ranking": list(ranking)}
    tracker = {
        "sender_id": "s1", "slots": {}, "latest_message": message, "events": [], "paused": False,
        "followup_action": None, "active_loop": {}, "latest_action_name": "action_listen",
    }  # fmt: skip
    return {"next_action": action, "sender_id": "s1", "tracker": tracker, "domain": DOMAIN, "version": "3.6.21"}


async def said(client: TestClient, call: dict) -> list[dict]:
    """The messages of an action that succeeds."""
    response = await client.post("/webhook", json=call)
    assert response.status == 200, await response.text()
    return (await response.json())["responses"]


async def test_the_knowledge_action_finds_records_for_a_message(server):
    shown, beside = await said(server, a_call("action_answer_from_knowledge", "Geld für einen Bürgerbus in Sachsen"))
    assert beside["custom"]["outcome"] == "FOUND" and 1 <= len(beside["custom"]["records"]) <= 3
    assert "in Sachsen" in shown["text"] and "Quelle: " in shown["text"]
    assert [button["title"] for button in shown["buttons"]][-1] == "Ähnliche Projekte ansehen"


async def test_the_knowledge_action_opens_the_record_of_a_button(server):
    _, beside = await said(server, a_call("action_answer_from_knowledge", "/foerderung{…}", record="foe-nw-buergerbus"))
    assert beside["custom"]["outcome"] == "RECORD_SHOWN" and beside["custom"]["records"] == ["foe-nw-buergerbus"]


@pytest.mark.parametrize("need", ["foerderung", "rechtliche_huerde", "kontakt", "fallbeispiele", "methode",
                                  "veranstaltungen"])  # fmt: skip
async def test_the_knowledge_action_asks_for_more_when_a_button_carries_no_question(server, need):
    shown, beside = await said(server, a_call("action_answer_from_knowledge", f"/{need}", need))
    assert beside["custom"]["outcome"] == "ASKED_FOR_MORE" and shown["text"].strip()


async def test_a_record_that_is_gone_and_an_empty_question_are_no_trouble(server):
    _, beside = await said(server, a_call("action_answer_from_knowledge", "/kontakt{…}", "kontakt", record="kon-weg"))
    assert beside["custom"]["outcome"] == "ASKED_FOR_MORE"
    _, beside = await said(server, a_call("action_answer_from_knowledge", "/kontakt{…}", "kontakt", question="  "))
    assert beside["custom"]["outcome"] == "ASKED_FOR_MORE"


async def test_other_regions_are_called_other_regions(server):
    call = a_call("action_answer_from_knowledge", "Inkubator in Schleswig-Holstein", "veranstaltungen")
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND_OTHER_REGION" and "gelten anderswo" in shown["text"]


async def test_the_office_action_says_the_response_with_all_particulars(server):
    shown, beside = await said(server, a_call("action_answer_for_office", "mit wem kann ich sprechen", "mensch"))
    assert shown["text"].startswith("Gern. Menschen erreichen Sie bei der Musterstelle") and "030 23125-100" in shown["text"]
    assert shown["buttons"] == [{"title": "Um einen Rückruf bitten", "payload": '/formular{"wahl":"rueckruf"}'}]
    assert beside["custom"]["outcome"] == "ANSWERED"


@pytest.mark.parametrize("text, language", [("I need help", "en"), ("Yardım istiyorum", "tr"), ("Допоможіть", "uk"),
                                            ("Помогите", "ru"), ("مساعدة", "ar"), ("proszę o pomoc", "pl"),
                                            ("Aidez-nous s'il vous plaît", "en")])
async def test_the_office_action_answers_in_the_language_of_the_message(server, text, language):
    shown, beside = await said(server, a_call("action_answer_for_office", text, "andere_sprache"))
    begin = DOMAIN["responses"][f"utter_andere_sprache_{language}"][0]["text"].split("{")[0]
    assert shown["text"].startswith(begin) and beside["custom"]["lang"] == language
    assert "030 23125-100" in shown["text"] and INTRODUCTION not in shown["text"]


async def test_asking_back_offers_likely_needs_a_human_and_carries_the_question(server):
    ranking = [{"name": name} for name in ("nlu_fallback", "danke", "kontakt", "methode")]
    shown, beside = await said(server, a_call("action_ask_back", "die Sache da", "nlu_fallback", ranking))
    payloads = [button["payload"] for button in shown["buttons"]]
    assert beside["custom"]["outcome"] == "ASKED_BACK"
    assert payloads == ['/kontakt{"question":"die Sache da"}', '/methode{"question":"die Sache da"}', "/mensch",
                        '/nlu_fallback{"question":"die Sache da"}']


async def test_the_crisis_action_names_numbers_also_when_the_kind_is_unclear(server):
    shown, beside = await said(server, a_call("action_answer_crisis", "alles ist dunkel", "notlage"))
    assert beside["custom"]["outcome"] == "CRISIS" and "kon-notruf-112" in beside["custom"]["records"]
    assert "112" in shown["text"] and "0800 1110111" in shown["text"]


async def test_a_doubtful_emergency_is_asked_back_with_the_emergency_number_first(server):
    ranking = [{"name": "notlage", "confidence": 0.46}, {"name": "huerde_melden", "confidence": 0.14}]
    call = a_call("action_answer_crisis", "Unser Dorf stirbt aus", "notlage", ranking, confidence=0.46)
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "ASKED_BACK"
    assert "112" in shown["text"].split(".")[0] and shown["buttons"][0]["payload"].startswith("/huerde_melden")


async def test_words_of_crisis_need_no_confidence(server):
    _, beside = await said(server, a_call("action_answer_crisis", "ich will nicht mehr leben", "notlage", confidence=0.3))
    assert beside["custom"]["outcome"] == "CRISIS"


async def test_a_bare_place_after_the_question_for_it_is_no_greeting(server):
    call = a_call("action_answer_for_office", "Görlitz Bürgerbus", "gruss", confidence=0.5)
    _, beside = await said(server, after_being_asked(call, "foerderung", "ASKED_FOR_MORE"))
    assert beside["custom"]["outcome"] == "FOUND"


def after_being_asked(call: dict, need: str, outcome: str) -> dict:
    """The call as a later turn: before it somebody pressed a button for `need` and got a reply with `outcome`."""
    call["tracker"]["events"] = [
        {"event": "user", "text": f"/{need}", "parse_data": {"intent": {"name": need}}},
        {"event": "action", "name": "action_answer_from_knowledge"},
        {"event": "bot", "text": "Wofür?", "data": {"custom": None}},
        {"event": "bot", "text": None, "data": {"custom": {"outcome": outcome}}},
        {"event": "user", **{name: call["tracker"]["latest_message"][name] for name in ("text", "intent")}},
    ]
    return call


@pytest.mark.parametrize("action, need", [("action_ask_back", "nlu_fallback"), ("action_answer_for_office", "ausserhalb")])
async def test_an_answer_to_what_was_asked_is_looked_up_although_it_means_little_by_itself(server, action, need):
    call = after_being_asked(a_call(action, "Für einen Bürgerbus in Görlitz", need), "foerderung", "ASKED_FOR_MORE")
    _, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND"
    assert all(record.startswith("foe-") for record in beside["custom"]["records"])


@pytest.mark.parametrize("text, outcome", [("Wie wird das Wetter morgen?", "ASKED_FOR_MORE"),
                                           ("Für einen Bürgerbus in Görlitz", "FOUND")])
async def test_what_is_out_of_scope_stays_so_when_nothing_is_found_or_nothing_was_asked(server, text, outcome):
    call = after_being_asked(a_call("action_answer_for_office", text, "ausserhalb"), "foerderung", outcome)
    shown, _ = await said(server, call)
    assert shown["text"].startswith("Das gehört nicht zu meinen Aufgaben.")


PLACE_FRANKFURT = {"kind": "place", "title": "in Frankfurt", "remove": '/kontext{"part":"place"}'}


async def test_a_name_of_several_places_is_asked_about_and_each_button_has_one(server):
    call = a_call("action_answer_from_knowledge", "Wer ist in Frankfurt für Vereine zuständig?", "kontakt")
    shown, beside = await said(server, call)
    assert beside["custom"] == {"lang": "de", "outcome": "ASKED_FOR_PLACE", "links": [], "records": [], "attachments": [],
                                "part": "", "asks": "", "context": [PLACE_FRANKFURT]}
    assert shown["text"] == f"Welches Frankfurt meinen Sie?\n \n{INTRODUCTION} {REVIEW_NOTICE}"
    assert [button["payload"] for button in shown["buttons"]] == [
        f'/kontakt{{"question":"Wer ist in {place} für Vereine zuständig?"}}'
        for place in ("Frankfurt am Main", "Frankfurt (Oder)")
    ]


def after_being_asked_where(call: dict, question: str, need: str) -> dict:
    """The call as the turn after „Welches Frankfurt meinen Sie?“, the question before having been typed."""
    after_being_asked(call, "nlu_fallback", "ASKED_FOR_PLACE")
    call["tracker"]["events"][0]["text"] = question
    call["tracker"]["events"][2]["data"] = {"buttons": [{"title": "A", "payload": f'/{need}{{"question":"A"}}'}]}
    return call


@pytest.mark.parametrize("action", ["action_ask_back", "action_answer_for_office", "action_answer_from_knowledge"])
@pytest.mark.parametrize("text, place", [("das an der Oder", "in Frankfurt (Oder)"), ("Hessen", "in Frankfurt am Main"),
                                         ("egal", "Gemeint sein kann Brandenburg oder Hessen")])  # fmt: skip
async def test_a_typed_answer_chooses_the_place_whatever_it_is_taken_for(server, action, text, place):
    need = "foerderung" if action == "action_answer_from_knowledge" else "gruss"
    call = after_being_asked_where(a_call(action, text, need), "Wer ist in Frankfurt für Vereine zuständig?", "kontakt")
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND" and place in shown["text"]
    assert all(record.startswith("kon-") for record in beside["custom"]["records"])


async def test_an_answer_that_does_not_help_is_not_asked_about_again(server):
    call = a_call("action_ask_back", "na das große", "nlu_fallback")
    after_being_asked_where(call, "Wer ist in Frankfurt für Vereine zuständig?", "kontakt")
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND" and "Brandenburg oder Hessen" in shown["text"]


async def test_a_new_question_about_another_place_that_is_open_is_asked_about(server):
    call = a_call("action_answer_from_knowledge", "Gibt es in Rotenburg Geld für einen Dorfladen?", "foerderung")
    shown, beside = await said(server, after_being_asked_where(call, "Wer ist in Frankfurt zuständig?", "kontakt"))
    assert beside["custom"]["outcome"] == "ASKED_FOR_PLACE" and "Rotenburg" in shown["text"]


@pytest.mark.parametrize("kind, question", [("fallbeispiele", "Beispiele für Bürgerbusse wie in Neustadt"),
                                            ("methode", "Wie erheben wir den Bedarf im Dorf bei Frankfurt?")])  # fmt: skip
async def test_nobody_is_asked_where_the_land_makes_no_difference(server, kind, question):
    shown, beside = await said(server, a_call("action_answer_from_knowledge", question, kind))
    assert beside["custom"]["outcome"] == "FOUND" and "Bundesland dazu" not in shown["text"]


async def test_a_bare_postcode_answers_the_question_where_whatever_it_is_taken_for(server):
    call = after_being_asked(a_call("action_answer_for_office", "18439", "idee_status"), "kontakt", "ASKED_FOR_MORE")
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND" and "in Stralsund" in shown["text"]


async def test_a_land_without_a_record_of_its_own_is_told_so(server):
    call = a_call("action_answer_from_knowledge", "Netzwerk für Vereine in Saarbrücken", "veranstaltungen")
    shown, beside = await said(server, call)
    assert beside["custom"]["outcome"] == "FOUND"
    assert shown["text"].startswith("Für das Saarland selbst habe ich nichts gefunden. Das gilt bundesweit (in Saarbrücken")


async def test_an_answer_is_one_message_although_rasa_cuts_at_empty_lines(server):
    shown, _ = await said(server, a_call("action_answer_crisis", "alles ist dunkel", "notlage"))
    assert not shown["buttons"] and "\n\n" not in shown["text"] and "\n \n" in shown["text"]


@pytest.mark.parametrize("body", NO_JSON)
async def test_what_is_no_call_is_refused_without_repeating_it(server, body, caplog):
    response = await server.post("/webhook", data=body)
    assert response.status in (400, 500)
    assert "Mustermann" not in await response.text() + caplog.text


async def test_an_unknown_action_is_not_found_and_the_conversation_is_not_repeated(server):
    response = await server.post("/webhook", json=a_call("action_of_another", SECRET))
    assert response.status == 404
    assert await response.json() == {"error": "no such action", "action_name": "action_of_another"}


@pytest.mark.parametrize("part", ["tracker", "sender_id", "domain"])
async def test_a_call_that_lacks_a_part_is_a_plain_error_or_is_answered(server, part):
    call = a_call("action_ask_back", SECRET)
    del call[part]
    response = await server.post("/webhook", json=call)
    assert response.status == 200 or await response.json() == {"error": "action failed", "action_name": "action_ask_back"}


async def test_a_failing_action_is_a_plain_error_and_no_word_of_the_person_is_told_or_logged(server, caplog):
    caplog.set_level(logging.DEBUG)
    response = await server.post("/webhook", json=a_call("action_failing", SECRET))
    assert response.status == 500
    assert await response.json() == {"error": "action failed", "action_name": "action_failing"}
    assert "action_failing" in caplog.text and "ValueError" in caplog.text
    assert "Mustermann" not in caplog.text


async def test_one_slow_action_stops_neither_the_others_nor_the_question_for_health(server, patient):
    slow = asyncio.create_task(server.post("/webhook", json=a_call("action_patient")))
    assert await asyncio.to_thread(patient.has_begun.wait, 10)
    assert (await asyncio.wait_for(server.get("/health"), 10)).status == 200
    assert await asyncio.wait_for(said(server, a_call("action_ask_back", "die Sache da", "nlu_fallback")), 10)
    assert not slow.done()
    patient.may_end.set()
    response = await slow
    assert json.loads(await response.text())["responses"][0]["text"] == "fertig"


async def test_a_conversation_of_many_megabytes_is_read(server):
    call = a_call("action_ask_back", "die Sache da")
    call["tracker"]["events"] = [{"event": "user", "text": "x" * 1000, "timestamp": 0}] * 5000
    assert await said(server, call)


async def test_what_is_known_stands_beside_every_text_also_beside_small_talk(server):
    call = a_call("action_answer_for_office", "Danke, wir sind in Görlitz", "danke")
    spoken, beside = await said(server, call)
    assert spoken["text"].startswith("Gern.")
    assert beside["custom"]["context"] == [PLACE_FRANKFURT | {"title": "in Görlitz"}]
