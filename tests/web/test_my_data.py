"""Handing out and deleting a conversation by the API, and what the pages say about it."""
from __future__ import annotations

import asyncio
import re

import pytest

from conversation.incoming import key_of
from knowledge.office import OfficeProfile
from tests.builders import an_office
from tests.chat_setup import NOW, a_my_data
from tests.privacy_setup import ID, KEY, a_full_conversation
from tests.web.chat_app import say
from web.site.pages import privacy_words
from wording.my_data import DELETED, REVIEW_NOTICE, Verb, my_data_payload

BEARER = {"Authorization": f"Bearer {ID}"}
WORDS = "Kanarienvogel <b>& Katze"


async def test_the_export_comes_as_json_and_as_text_to_read(client, database):
    await a_full_conversation(database, WORDS, NOW)
    async with client.get("/api/chat/export", headers=BEARER) as response:
        assert response.status == 200 and response.content_type == "application/json"
        assert response.headers["Cache-Control"] == "no-store"
        assert "attachment" in response.headers["Content-Disposition"]
        body = await response.json()
    assert body["conversation_key"] == KEY and body["data"]["conversation"]["events"][0]["written"] == WORDS
    async with client.get("/api/chat/export?format=text", headers=BEARER) as response:
        text = await response.text()
        assert response.content_type == "text/plain" and response.headers["X-Content-Type-Options"] == "nosniff"
    assert f"Sie: {WORDS}" in text and f"Ideenlotse: Zu „{WORDS}“: RUECKRUF-7K3M9U" in text
    assert "Wird gelöscht am: 22. Dezember 2026" in text and "Eintrag: foe-dorfladen" in text
    assert "Angefangene Formulare" in text and "verstanden als: foerderung" in text and ID not in text


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer "}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer " + "x" * 300}])
async def test_without_the_secret_in_the_header_nothing_happens(client, database, headers):
    await a_full_conversation(database, WORDS, NOW)
    for method, path in (("GET", f"/api/chat/export?conversation={ID}"), ("DELETE", f"/api/chat/conversation?conversation={ID}")):
        async with client.request(method, path, headers=headers) as response:
            assert response.status == 401 and response.headers["WWW-Authenticate"] == "Bearer"
            assert (await response.json())["error"]["code"] == "conversation_missing"
    assert a_my_data(database).held(KEY).rows("turn") == 2


async def test_a_conversation_that_nobody_knows_or_a_format_that_is_none_is_refused(client):
    async with client.get("/api/chat/export", headers=BEARER) as response:
        assert response.status == 404 and (await response.json())["error"]["code"] == "conversation_unknown"
    async with client.get("/api/chat/export?format=pdf", headers=BEARER) as response:
        assert response.status == 400 and "json" in (await response.json())["error"]["message"]


async def test_deleting_can_be_repeated_and_ends_the_conversation_everywhere(client, database):
    _, body, _ = await say(client)
    secret = body["conversation"]
    async with client.get(f"/api/chat/{secret}/events") as stream:
        for _ in range(2):
            async with client.delete("/api/chat/conversation", headers={"Authorization": f"Bearer {secret}"}) as response:
                assert response.status == 204 and await response.read() == b""
        await asyncio.wait_for(stream.content.read(), 5)  # the stream ends by itself
    status, body, _ = await say(client, conversation=secret, message_id="m2")
    assert status == 404 and body["error"]["code"] == "conversation_unknown"


async def test_the_button_deletes_even_if_rasa_is_away_and_its_answer_is_not_stored(client, database, rasa):
    _, body, _ = await say(client)
    secret = body["conversation"]
    await rasa.kill()
    for number in ("m2", "m2"):
        status, body, _ = await say(client, conversation=secret, message_id=number, payload=my_data_payload(Verb.DELETE_SURELY))
        assert status == 200 and [(one["outcome"], one["id"]) for one in body["messages"]] == [(DELETED, 0)]
    assert not any(one.rows for one in a_my_data(database).held(key_of(secret)).parts)


async def test_a_message_that_is_being_answered_leaves_nothing_behind(client, database, rasa):
    _, body, _ = await say(client)
    secret = body["conversation"]
    rasa.delay = 0.5
    running = asyncio.ensure_future(say(client, "Kanarienvogel", secret, "m2"))
    await asyncio.sleep(0.2)
    async with client.delete("/api/chat/conversation", headers={"Authorization": f"Bearer {secret}"}) as response:
        assert response.status == 204
    status, body, _ = await running
    assert status == 404 and body["error"]["code"] == "conversation_unknown"
    assert not any(one.rows for one in a_my_data(database).held(key_of(secret)).parts)


async def test_the_page_tells_the_declared_periods(client, database):
    async with client.get("/datenschutz") as response:
        page = await response.text()
    told = re.sub(r"<[^>]+>|\s+", " ", page)
    days = {one.table: one.days for one in a_my_data(database).periods()}
    assert f"{days['conversation']['days']} Tage nach der letzten Nachricht" in told
    assert f"{days['form_draft']['days']} Tage nach der letzten Änderung" in told
    assert f"{days['remember_list']['days']} Tage nach der letzten Benutzung" in told
    kept = days["matter"]
    assert f"Rückruf: {kept['callback_settled']} Tage nach dem Anruf, sonst {kept['callback_open']} Tage" in told
    for named in ("Art. 6 Abs. 1 Buchst. a", "Art. 6 Abs. 1 Buchst. f", "Art. 15", "Art. 17", "Art. 21", "Art. 22", "Art. 77",
                  "Datenschutz- und Transparenzbeauftragte", "Datenschutzbeauftragte der Musterstelle", "Europäischen Union"):
        assert named in told, named  # fmt: skip
    assert REVIEW_NOTICE in page


async def test_the_page_follows_what_the_office_has_set(database):
    from bot.compose_office import my_data
    from bot.settings import read_settings

    periods = my_data(database, read_settings({"LOTSE_KEEP_CONVERSATIONS_DAYS": "7"})).periods()
    office: OfficeProfile = an_office(
        is_public_body=True, recipients=["Rechenzentrum <Nord>"], backup_days=14, data_protection_officer=None
    )
    words = privacy_words(office, periods)
    assert "7 Tage nach der letzten Nachricht" in words["kept"] and "30 Tage nach der letzten Nachricht" not in words["kept"]
    assert "Buchst. e DSGVO" in words["kept"] and "berechtigtes Interesse" not in words["kept"]
    assert "<li>Rechenzentrum &lt;Nord&gt;</li>" in words["recipients"] and "14 Tage" in words["backups"]
    assert words["officer"] == ""

