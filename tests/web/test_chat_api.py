"""The chat API over HTTP: what it gives, what it refuses, and that both are as described."""
from __future__ import annotations

import asyncio
import json
import sqlite3

import pytest
import yaml
from openapi_schema_validator import OAS31Validator

from tests.chat_setup import SORRY
from tests.fakes.rasa_server import office_answer
from tests.web.chat_app import a_chat_client, say
from web.chat.api import DESCRIPTION, chat_routes
from web.chat.my_data import my_data_routes
from web.errors import REASONS

OPENAPI = yaml.safe_load(DESCRIPTION.read_text("utf-8"))


def check_described(path: str, method: str, status: int, body) -> None:
    """The response is one that openapi.yml promises for this route."""
    described = OPENAPI["paths"][path][method]["responses"][str(status)]
    if "$ref" in described:
        described = OPENAPI["components"]["responses"][described["$ref"].rsplit("/", 1)[1]]
    schema = described["content"]["application/json"]["schema"] | {"components": OPENAPI["components"]}
    OAS31Validator(schema).validate(body)


async def events(client, conversation, count, headers=None, **query):
    """The next `count` events of a stream and all its lines; fails after five seconds."""
    path = f"/api/chat/{conversation}/events"

    async def read():
        found, lines = [], []
        async with client.get(path, params=query, headers=headers) as response:
            assert response.status == 200, await response.text()
            async for line in response.content:
                lines.append(line.decode())
                if line.startswith(b"data: "):
                    found.append(json.loads(line[6:]))
                if len(found) >= count:
                    return found, lines

    return await asyncio.wait_for(read(), 5)


async def test_an_answer_tells_what_is_known_and_its_parts_can_be_removed(client, rasa):
    part = {"kind": "place", "title": "in Sachsen", "remove": '/kontext{"part":"place"}'}
    rasa.reply = lambda message: [{"text": "Das passt:"}, {"custom": {"outcome": "FOUND", "context": [part]}}]
    status, body, _ = await say(client, "Wer fördert einen Bürgerbus in Sachsen?")
    check_described("/api/chat", "post", status, body)
    answer, = body["messages"]
    assert answer["context"] == [part] and list(answer)[-2:] == ["context", "feedback"]
    rasa.reply = lambda message: [{"text": "Gut, das lasse ich weg."}]
    remove = answer["context"][0]["remove"]
    status, body, _ = await say(client, conversation=body["conversation"], message_id="m2", payload=remove)
    assert status == 200 and body["messages"][0]["context"] == []
    other = remove.replace("place", "topic")
    status, body, _ = await say(client, conversation=body["conversation"], message_id="m3", payload=other)
    assert (status, body["error"]["code"]) == (400, "payload_not_issued")
    assert rasa.heard[-1] == remove


async def test_a_conversation_over_http_is_as_described(client, rasa):
    rasa.reply = office_answer
    status, body, headers = await say(client, "Wer fördert einen Bürgerbus?")
    check_described("/api/chat", "post", status, body)
    assert status == 200 and len(body["conversation"]) == 32
    assert [message["id"] for message in body["messages"]] == [1, 2]
    button = {"title": "Mehr dazu", "payload": '/mehr_dazu{"record": "foe-buergerbus"}'}
    assert body["messages"][1]["buttons"] == [button]
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert headers["RateLimit-Limit"] == "1000" and headers["Cache-Control"] == "no-store"
    payload = body["messages"][1]["buttons"][0]["payload"]
    status, body, _ = await say(client, conversation=body["conversation"], message_id="m2", payload=payload)
    assert status == 200


BAD_REQUESTS = {
    "no JSON": (b"hallo", 400, "invalid_json"),
    "nothing": (b"", 400, "invalid_json"),
    "invalid UTF-8": (b'{"text": "\xff"}', 400, "invalid_json"),
    "a list": (b'[{"text": "x"}]', 400, "invalid_json"),
    "a string": (b'"text"', 400, "invalid_json"),
    "null": (b"null", 400, "invalid_json"),
    "deep nesting": (b"[" * 200_000, 400, "invalid_json"),
    "deep objects": (b'{"a":' * 60_000 + b"1" + b"}" * 60_000, 400, "invalid_json"),
    "an endless number": (b'{"message_id": ' + b"9" * 10_000 + b"}", 400, "invalid_json"),
    "text is a number": ({"message_id": "a", "text": 1}, 400, "invalid_request"),
    "text is a list": ({"message_id": "a", "text": ["x"]}, 400, "invalid_request"),
    "payload is an object": ({"message_id": "a", "payload": {}}, 400, "invalid_request"),
    "neither text nor payload": ({"message_id": "a"}, 400, "invalid_request"),
    "both": ({"message_id": "a", "text": "x", "payload": "/gruss"}, 400, "invalid_request"),
    "no message_id": ({"text": "x"}, 400, "invalid_request"),
    "message_id is a number": ({"message_id": 7, "text": "x"}, 400, "invalid_request"),
    "message_id is true": ({"message_id": True, "text": "x"}, 400, "invalid_request"),
    "message_id is empty": ({"message_id": "", "text": "x"}, 400, "message_id_invalid"),
    "message_id too long": ({"message_id": "x" * 101, "text": "x"}, 400, "message_id_invalid"),
    "message_id with NUL": ({"message_id": "a\0b", "text": "x"}, 400, "message_id_invalid"),
    "conversation is a number": ({"conversation": 1, "message_id": "a", "text": "x"}, 400, "invalid_request"),
    "unknown conversation": ({"conversation": "abc", "message_id": "a", "text": "x"}, 404, "conversation_unknown"),
    "empty conversation": ({"conversation": "", "message_id": "a", "text": "x"}, 404, "conversation_unknown"),
    "long conversation": ({"conversation": "x" * 5000, "message_id": "a", "text": "x"}, 404, "conversation_unknown"),
    "half a surrogate as conversation": (
        b'{"conversation": "\\ud800", "message_id": "a", "text": "x"}', 404, "conversation_unknown"
    ),
    "empty text": ({"message_id": "a", "text": "  \n"}, 400, "message_empty"),
    "empty payload": ({"message_id": "a", "payload": ""}, 400, "message_empty"),
    "20,001 characters": ({"message_id": "a", "text": "ä" * 20_001}, 413, "message_too_long"),
    "a huge body": ({"message_id": "a", "text": "x" * 600_000}, 413, "body_too_large"),
    "a NUL": ({"message_id": "a", "text": "a\0b"}, 400, "text_unreadable"),
    "half a surrogate": (b'{"message_id": "a", "text": "x\\udfff"}', 400, "text_unreadable"),
    "a payload never issued": ({"message_id": "a", "payload": "/restart"}, 400, "payload_not_issued"),
    "a payload with half a surrogate": (b'{"message_id": "a", "payload": "\\ud800"}', 400, "text_unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("body, status, code", BAD_REQUESTS.values(), ids=BAD_REQUESTS)
async def test_bad_input_is_refused_in_german_and_by_name(client, rasa, body, status, code):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with client.post("/api/chat", data=raw, headers={"Content-Type": "application/json"}) as response:
        answer = await response.json()
        assert (response.status, answer["error"]["code"]) == (status, code)
        check_described("/api/chat", "post", status, answer)
    assert rasa.heard == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
async def test_other_media_types_are_refused(client, headers):
    body = b'{"message_id": "a", "text": "x"}'
    async with client.post("/api/chat", data=body, headers=headers) as response:
        assert response.status in (400, 415)
        answer = await response.json()
        check_described("/api/chat", "post", response.status, answer)


async def test_unknown_addresses_and_methods_are_refused_in_json(client):
    for method, path, status, code in [
        ("GET", "/api/chat", 405, "method_not_allowed"),
        ("OPTIONS", "/api/chat", 405, "method_not_allowed"),
        ("DELETE", "/api/chat/abc/events", 405, "method_not_allowed"),
        ("GET", "/api/nothing", 404, "not_found"),
        ("GET", "/site/../app.py", 404, "not_found"),
        ("GET", "/wp-login.php", 404, "not_found"),
        ("GET", "/api/chat/unknown/events", 404, "conversation_unknown"),
        ("GET", "/api/chat/%00%ff/events", 404, "conversation_unknown"),
    ]:
        async with client.request(method, path) as response:
            answer = await response.json()
            assert (response.status, answer["error"]["code"]) == (status, code), path
            assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "٣", "99999999999", "2147483648", " 1"])
async def test_a_wrong_number_of_an_event_is_refused(client, after):
    _, body, _ = await say(client)
    async with client.get(f"/api/chat/{body['conversation']}/events", params={"after": after}) as response:
        assert response.status == 400
        check_described("/api/chat/{conversation}/events", "get", 400, await response.json())


async def test_the_same_message_again_gives_the_same_answer(client, rasa):
    _, first, _ = await say(client, "eins")
    again = await asyncio.gather(*(say(client, "eins", first["conversation"]) for _ in range(4)))
    assert all(body == first for _, body, _ in again)
    assert rasa.heard == ["eins"]


async def test_limits_are_stated_and_kept(database, rasa):
    async with a_chat_client(database, rasa, conversation_rate=(2, 60), ticks=lambda: 0.0) as client:
        _, body, headers = await say(client)
        assert (headers["RateLimit-Limit"], headers["RateLimit-Remaining"]) == ("2", "1")
        assert headers["RateLimit-Policy"] == "2;w=60"
        _, _, headers = await say(client, "zwei", body["conversation"], "m2")
        assert headers["RateLimit-Remaining"] == "0"
        status, answer, headers = await say(client, "drei", body["conversation"], "m3")
        check_described("/api/chat", "post", status, answer)
        assert (status, answer["error"]["code"], headers["Retry-After"]) == (429, "rate_limited", "30")
        status, answer, _ = await say(client, "ich will nicht mehr leben", body["conversation"], "m4")
        assert status == 200 and answer["messages"][0]["outcome"] == "CRISIS"


@pytest.mark.parametrize("proxies, refused", [(0, True), (1, False)])
async def test_the_address_counts_and_forwarded_ones_only_of_our_own_proxies(database, rasa, proxies, refused):
    async with a_chat_client(database, rasa, proxies, address_rate=(2, 600), ticks=lambda: 0.0) as client:
        for number in range(3):
            body = {"message_id": "a", "payload": "/gruss"}
            forwarded = {"X-Forwarded-For": f"203.0.113.9, 198.51.100.{number}"}
            async with client.post("/api/chat", json=body, headers=forwarded) as response:
                status = response.status
        assert status == (429 if refused else 200)


async def test_events_replay_what_was_said_and_push_what_comes(client, rasa):
    _, body, _ = await say(client, "eins")
    conversation = body["conversation"]
    reading = asyncio.create_task(events(client, conversation, 3, after=0))
    await asyncio.sleep(0.5)
    await say(client, "zwei", conversation, "m2")
    await say(client, "drei", conversation, "m3")
    found, lines = await reading
    assert [one["text"] for one in found] == ["Sie sagten: eins", "Sie sagten: zwei", "Sie sagten: drei"]
    assert "retry: 3000\n" in lines and ": ping\n" in lines and "id: 3\n" in lines
    for one in found:
        OAS31Validator(OPENAPI["components"]["schemas"]["Answer"]).validate(one)


async def test_a_browser_that_reconnects_gets_only_what_it_missed(client):
    _, body, _ = await say(client, "eins")
    await say(client, "zwei", body["conversation"], "m2")
    found, _ = await events(client, body["conversation"], 1, after=0, headers={"Last-Event-ID": "1"})
    assert [one["id"] for one in found] == [2]


async def test_too_many_streams_of_a_conversation_are_refused(client):
    _, body, _ = await say(client)
    path = f"/api/chat/{body['conversation']}/events"
    streams = [await client.get(path) for _ in range(10)]
    async with client.get(path) as response:
        answer = await response.json()
        assert (response.status, answer["error"]["code"]) == (429, "too_many_streams")
    for stream in streams:
        stream.close()


async def test_a_killed_rasa_means_a_sentence_now_and_the_answer_as_an_event(client, rasa):
    _, body, _ = await say(client, payload="/gruss")
    conversation = body["conversation"]
    rasa.hold()
    turn = asyncio.create_task(say(client, "eins", conversation, "m2"))
    while len(rasa.asked) < 2:
        await asyncio.sleep(0.01)
    await rasa.kill()
    status, answer, _ = await turn
    assert status == 200
    assert [(one["text"], one["outcome"]) for one in answer["messages"]] == [(SORRY, "TECHNICAL_PROBLEM")]
    reading = asyncio.create_task(events(client, conversation, 1, after=answer["messages"][-1]["id"]))
    await rasa.start()
    found, _ = await reading
    assert found[0]["text"] == "Sie sagten: eins"


async def test_a_database_that_is_away_means_503_with_the_telephone_number(client, database):
    _, body, _ = await say(client)
    with sqlite3.connect(database.url.database) as connection:
        connection.execute("DROP TABLE answer")
        connection.execute("DROP TABLE turn")
    status, answer, headers = await say(client, "zwei", body["conversation"], "m2")
    check_described("/api/chat", "post", status, answer)
    assert status == 503 and "030 23125-100" in answer["error"]["message"] and headers["Retry-After"]
    status, answer, _ = await say(client, "es brennt bei uns", body["conversation"], "m3")
    check_described("/api/chat", "post", status, answer)
    assert (status, answer["messages"][0]["id"]) == (200, 0)


async def test_markup_in_an_answer_stays_text_in_json(client, rasa):
    rasa.reply = lambda message: [{"text": "<script>alert(1)</script>"}]
    async with client.post("/api/chat", json={"message_id": "a", "text": "<b>"}) as response:
        assert response.content_type == "application/json"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert (await response.json())["messages"][0]["text"] == "<script>alert(1)</script>"


async def test_health_says_what_is_away(client, rasa):
    async with client.get("/health/live") as response:
        check_described("/health/live", "get", response.status, await response.json())
    for status in (200, 503):
        async with client.get("/health/ready") as response:
            body = await response.json()
            assert (response.status, body["ready"]) == (status, status == 200)
            check_described("/health/ready", "get", status, body)
        await rasa.kill()


async def test_the_status_is_for_this_machine_only(client):
    await say(client)
    async with client.get("/api/status") as response:
        body = await response.json()
        check_described("/api/status", "get", response.status, body)
        assert body == {"turns": {"answered": 1, "late": 0, "failed": 0, "waiting": 0}}
    async with client.get("/api/status", headers={"X-Forwarded-For": "127.0.0.1"}) as response:
        assert response.status == 404


async def test_the_description_is_served_and_names_every_route_and_every_error(client):
    async with client.get("/api/openapi.yaml") as response:
        assert yaml.safe_load(await response.text()) == OPENAPI
    async with client.get("/api/openapi.json") as response:
        assert await response.json() == OPENAPI
    routes = {(route.path, route.method.lower()) for route in (*chat_routes(), *my_data_routes())}
    assert routes == {(path, method) for path, methods in OPENAPI["paths"].items() for method in methods}
    error = OPENAPI["components"]["schemas"]["Error"]["properties"]["error"]
    assert set(error["properties"]["code"]["enum"]) == set(REASONS)


async def test_every_error_has_its_status_described(client):
    for code, (status, _) in REASONS.items():
        if code not in ("not_found", "method_not_allowed", "too_many_streams", "conversation_missing"):
            assert str(status) in OPENAPI["paths"]["/api/chat"]["post"]["responses"], code
    assert "401" in OPENAPI["paths"]["/api/chat/export"]["get"]["responses"]


async def test_nothing_of_a_conversation_is_logged(client, rasa, caplog):
    caplog.set_level("DEBUG")
    _, body, _ = await say(client, "mein Geheimnis")
    await events(client, body["conversation"], 1)
    rasa.reply = lambda message: [None]
    await say(client, "noch ein Geheimnis", body["conversation"], "m2")
    ours = [record for record in caplog.records if record.name != "asyncio"]
    written = "\n".join(record.getMessage() + str(record.exc_text or "") for record in ours)
    assert "Geheimnis" not in written and body["conversation"] not in written


async def test_an_answer_can_be_rated_with_the_payloads_that_came_with_it(client, rasa):
    rasa.reply = office_answer
    _, body, _ = await say(client, "Wer fördert einen Bürgerbus?")
    conversation, feedback = body["conversation"], body["messages"][1]["feedback"]
    assert body["messages"][0]["feedback"] is None
    assert feedback == {name: f'/rueckmeldung{{"bewertung":"2.{name}"}}' for name in ("helpful", "unhelpful")}
    rasa.reply = lambda _: [{"text": "Danke."}, {"custom": {"outcome": "FEEDBACK_HELPFUL"}}]
    status, body, _ = await say(client, conversation=conversation, message_id="m2", payload=feedback["helpful"])
    check_described("/api/chat", "post", status, body)
    assert status == 200 and rasa.heard[-1] == feedback["helpful"] and body["messages"][0]["feedback"] is None
    wrong = feedback["helpful"].replace("2.", "3.")
    status, body, _ = await say(client, conversation=conversation, message_id="m3", payload=wrong)
    assert (status, body["error"]["code"]) == (400, "payload_not_issued")
