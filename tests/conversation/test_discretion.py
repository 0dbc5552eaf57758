"""What the turn service lets go on to Rasa and into the database: a real database, a Rasa over real HTTP."""
from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from conversation.drafts import DraftStore
from conversation.forms.state import FormState
from conversation.incoming import key_of
from conversation.secrecy.kept_codes import SHOWN_FOR, TYPED_FOR, KeptCodes, marks_in
from tests.chat_setup import NOW, SORRY, a_request, a_turn_service
from tests.conversation.waiting import next_answer, until
from wording.unasked import NO_LONGER_SHOWN

CODE, NUMBER = "7K4MQ-2XN9R-TB3HC", "RUECKRUF-7K3M9U"
PHONE = "0171 2345678"


def dump(database) -> str:
    with sqlite3.connect(database.url.database) as connection:
        return "\n".join(connection.iterdump())


def a_form_waits_in(database, conversation: str, **more) -> None:
    state = FormState("rueckruf", 1, NOW, NOW, asked="kontakt")
    DraftStore(database).save(key_of(conversation), replace(state, **more))


async def said(service, text: str, conversation: str | None = None, message_id: str = "m2"):
    reply, _ = await service.handle(a_request(text, conversation, message_id))
    return reply


async def test_what_nobody_asked_for_never_reaches_rasa_and_the_answer_says_so_once_for_each_kind(service, rasa, database):
    first = await said(service, f"Wer hilft? Ich wohne hier, {PHONE}")
    second = await said(service, f"Und hier? {PHONE}, anna@beispiel.example", first.conversation, "m3")
    third = await said(service, "Und jetzt? anna@beispiel.example", first.conversation, "m4")
    assert rasa.heard == ["Wer hilft? Ich wohne hier, [Telefon]", "Und hier? [Telefon], [E-Mail]", "Und jetzt? [E-Mail]"]
    notes = [one.messages[0].text.partition("\n\n")[2] for one in (first, second, third)]
    assert notes[0].startswith("Die Telefonnummer habe ich nicht gespeichert")
    assert notes[1].startswith("Die E-Mail-Adresse habe ich nicht gespeichert") and notes[2] == ""
    assert "2345678" not in dump(database) and "anna@" not in dump(database)


async def test_an_open_form_gets_what_it_asks_for_and_one_at_rest_does_not(service, rasa, database):
    conversation = (await said(service, "Guten Tag")).conversation
    a_form_waits_in(database, conversation)
    await said(service, PHONE, conversation, "m3")
    a_form_waits_in(database, conversation, resting="later")
    await said(service, f"Wer hilft? {PHONE}", conversation, "m4")
    a_form_waits_in(database, conversation, has_ended=True)
    await said(service, f"Und sonst? {PHONE}", conversation, "m5")
    assert rasa.heard[1:] == [PHONE, "Wer hilft? [Telefon]", "Und sonst? [Telefon]"]


async def test_a_form_that_the_message_before_opens_gets_the_number_behind_it(service, rasa, database):
    """Both are sent at once; whether the number is asked for is decided when it is its turn."""
    conversation = (await said(service, "Guten Tag")).conversation

    def opening(message):
        if message["message"] == "Rückruf":
            a_form_waits_in(database, conversation)
        return [{"recipient_id": message["sender"], "text": "gut"}]

    rasa.reply, rasa.delay = opening, 0.2
    await asyncio.gather(said(service, "Rückruf", conversation, "m3"), said(service, PHONE, conversation, "m4"))
    assert rasa.heard[1:] == ["Rückruf", PHONE]


async def test_nothing_but_data_is_answered_without_rasa(service, rasa):
    reply = await said(service, f"meine Nummer: {PHONE}")
    assert rasa.heard == [] and "nicht gespeichert" in reply.messages[0].text
    assert [button.title for button in reply.messages[0].buttons] == ["Um einen Rückruf bitten"]


@pytest.mark.parametrize("wish", ["Rufen Sie mich an: {}", "Bitte um Rückruf unter {}", "Kann mich jemand anrufen? {}"])
async def test_who_wants_to_be_called_is_asked_for_the_number(service, rasa, wish):
    await said(service, wish.format(PHONE))
    assert rasa.heard == [wish.format(PHONE)]


async def test_a_typed_code_is_with_rasa_only_as_a_mark_that_the_action_can_open_until_it_is_answered(service, rasa, database):
    opened = []

    def action(message):
        opened.append(KeptCodes(database).filled_in(message["sender"], message["message"], NOW))
        return [{"recipient_id": message["sender"], "text": "gut"}]

    rasa.reply = action
    reply = await said(service, f"{NUMBER} {CODE} neue Nummer {PHONE}")
    assert opened == [f"{NUMBER} {CODE} neue Nummer {PHONE}"]
    assert CODE not in rasa.heard[0] and PHONE in rasa.heard[0]
    assert KeptCodes(database).filled_in(key_of(reply.conversation), rasa.heard[0], NOW) == rasa.heard[0]
    assert CODE not in dump(database)


async def test_a_code_that_waits_for_rasa_outlives_the_web_process_in_two_halves(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url) as service:
        reply = await said(service, f"{NUMBER} {CODE}")
        assert reply.messages[0].text == SORRY and CODE not in dump(database)
    opened = []

    def action(message):
        opened.append(KeptCodes(database).filled_in(message["sender"], message["message"], NOW))
        return [{"recipient_id": message["sender"], "text": "gut"}]

    rasa.reply = action
    await rasa.start()
    async with a_turn_service(database, rasa.url) as service:
        await next_answer(service, reply.conversation, after=reply.messages[-1].id)
    assert opened == [f"{NUMBER} {CODE}"] and CODE not in dump(database)


async def test_data_that_waits_for_rasa_is_masked_and_the_note_comes_after_a_restart_too(database, rasa):
    await rasa.kill()
    async with a_turn_service(database, rasa.url) as service:
        reply = await said(service, f"Wer hilft? {PHONE}")
        assert "2345678" not in dump(database)
    await rasa.start()
    async with a_turn_service(database, rasa.url) as service:
        late = await next_answer(service, reply.conversation, after=reply.messages[-1].id)
    assert late.text.startswith("Sie sagten: Wer hilft? [Telefon]\n\nDie Telefonnummer habe ich nicht gespeichert")


async def test_a_new_code_is_shown_at_once_again_and_late_but_only_for_a_day_and_only_to_its_conversation(database, rasa):
    time = [NOW]
    kept = []

    def action(message):
        kept.append(KeptCodes(database).keep(message["sender"], CODE, NOW))
        return [{"recipient_id": message["sender"], "text": f"Ihr Code: {kept[0]}"}]

    rasa.reply = action
    rasa.hold()
    async with a_turn_service(database, rasa.url, clock=lambda: time[0]) as service:
        first = await said(service, "absenden", None, "m1")
        await until(lambda: rasa.asked)
        rasa.release()
        late = await next_answer(service, first.conversation, after=first.messages[-1].id)
        again = await said(service, "absenden", first.conversation, "m1")
        assert late.text == again.messages[-1].text == f"Ihr Code: {CODE}"
        rasa.reply = lambda message: [{"recipient_id": message["sender"], "text": f"Ihr Code: {kept[0]}"}]
        stranger = await said(service, "Und ich?", None, "m1")
        assert stranger.messages[0].text == f"Ihr Code: {NO_LONGER_SHOWN}"
    assert CODE not in dump(database) and marks_in(dump(database))
    time[0] = NOW + SHOWN_FOR
    async with a_turn_service(database, rasa.url, clock=lambda: time[0]) as service:
        old = await next_answer(service, first.conversation, after=first.messages[-1].id)
        assert old.text == f"Ihr Code: {NO_LONGER_SHOWN}"
        await said(service, "Danke", first.conversation, "m9")
    with sqlite3.connect(database.url.database) as connection:
        assert connection.execute("SELECT count(*) FROM kept_code").fetchone() == (0,), "any later turn sweeps it away"
    assert TYPED_FOR < timedelta(hours=1)
