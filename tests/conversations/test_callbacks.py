"""Call-backs from the conversation to the list of the office, and back with number and code."""
from __future__ import annotations

import re

import pytest

from conversation.incoming import key_of
from office.matters.kind import WITHDRAWN
from office.matters.kinds.callback import CALLBACK, OPEN
from office.matters.model import MatterFilter
from tests.conversations.knowledge_base import loaded_services

pytestmark = pytest.mark.asyncio(loop_scope="session")
ALL = MatterFilter(states=frozenset(CALLBACK.state_names))


async def asked_for(assistant) -> tuple[str, str]:
    """Somebody has asked for a call-back; its number and code."""
    conversation = assistant.begin()
    for says in ("ruft mich bitte zurück", "ja", "Erika", "0341 1234567", "nach 17 Uhr", "Es geht um den Bürgerbus", "absenden"):
        await conversation.say(says)
    text = conversation.answers[0].text
    return re.search(r"RUECKRUF-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]


async def said(assistant, text: str) -> tuple[str, str]:
    (answer,) = await assistant.begin().say(text)
    return answer.outcome, answer.text


async def test_it_stands_on_the_list_of_the_office_with_its_consent(assistant):
    number, code = await asked_for(assistant)
    kept = loaded_services().office.of(CALLBACK).find(number)
    assert (kept.told["name"], kept.phone, kept.told["best_time"], kept.told["subject"]) == (
        "Erika", "+493411234567", "nach 17 Uhr", "Es geht um den Bürgerbus",
    )  # fmt: skip
    assert kept.state == OPEN and kept.consent.version
    assert kept in loaded_services().office.of(CALLBACK).list()


async def test_sending_it_twice_asks_once(assistant):
    before = len(loaded_services().office.of(CALLBACK).list(ALL))
    conversation = assistant.begin()
    for says in ("ruft mich bitte zurück", "ja", "Erika", "0341 1234567", "nach 17 Uhr", "überspringen", "absenden"):
        await conversation.say(says)
    await conversation.say("absenden")
    assert len(loaded_services().office.of(CALLBACK).list(ALL)) == before + 1


async def test_number_and_code_show_change_and_withdraw_it_from_any_conversation(assistant):
    number, code = await asked_for(assistant)
    assert (await said(assistant, f"{number} {code}"))[0] == "CALLBACK_SHOWN"
    outcome, text = await said(assistant, f"{number.lower()}, Code {code.lower()}, neue Nummer 0351 7654321")
    assert outcome == "CALLBACK_CHANGED" and "+493517654321" in text
    assert (await said(assistant, f"Ich möchte {number} mit {code} zurückziehen"))[0] == "CALLBACK_WITHDRAWN"
    kept = loaded_services().office.of(CALLBACK).find(number)
    assert kept.state == WITHDRAWN and (kept.told, kept.phone, kept.email) == ({}, None, None)


async def test_no_word_of_withdrawing_counts_where_it_is_denied_and_changing_needs_the_new_number(assistant):
    number, code = await asked_for(assistant)
    assert (await said(assistant, f"{number} {code} bitte nicht zurückziehen"))[0] == "CALLBACK_SHOWN"
    assert (await said(assistant, f"{number} {code} Telefonnummer ändern"))[0] == "CALLBACK_HOW_TO_CHANGE"
    outcome, text = await said(assistant, f"{number} {code} auch erika@beispiel.example")
    assert outcome == "CALLBACK_CHANGED" and "+493411234567" in text and "erika@beispiel.example" in text
    assert (await said(assistant, f"{number} {code} ich brauche ihn nicht mehr"))[0] == "CALLBACK_WITHDRAWN"


async def test_a_number_alone_or_with_a_wrong_code_opens_nothing(assistant):
    number, code = await asked_for(assistant)
    wrong = "77777-77777-77777"
    told = [await said(assistant, text) for text in (number, f"{number} {wrong}", f"RUECKRUF-AAAAAA {wrong}")]
    assert [outcome for outcome, _ in told] == ["CODE_NEEDED", "CALLBACK_WRONG_CODE", "CALLBACK_WRONG_CODE"]
    assert told[1] == told[2] and not any("Erika" in text or "1234567" in text for _, text in told)


async def test_a_crisis_before_rasa_lets_the_form_rest(assistant):
    conversation = assistant.begin()
    for says in ("ruft mich bitte zurück", "ja", "ich will nicht mehr leben"):
        await conversation.say(says)
    assert conversation.answers[0].outcome == "CRISIS"
    assert loaded_services().drafts.latest(key_of(conversation.id)).resting == "crisis"
    await conversation.say("Danke")
    assert "Frage" not in conversation.answers[0].text


async def test_a_draft_goes_when_the_office_has_it(assistant):
    conversation = assistant.begin()
    for says in ("ruft mich bitte zurück", "ja", "Erika", "0341 1234567", "egal", "überspringen"):
        await conversation.say(says)
    assert loaded_services().drafts.latest(key_of(conversation.id)) is not None
    await conversation.say("absenden")
    assert conversation.answers[0].outcome == "CALLBACK_REQUESTED"
    assert loaded_services().drafts.latest(key_of(conversation.id)) is None
