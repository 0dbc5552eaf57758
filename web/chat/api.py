"""The routes of the chat API; what they promise stands in openapi.yml."""
from __future__ import annotations

import json
from contextlib import aclosing
from dataclasses import asdict
from pathlib import Path

import yaml
from aiohttp import web

from conversation.events import TooManyListeners
from conversation.messages import Answer
from conversation.refusals import ConversationUnknown, StorageUnavailable
from web.addresses import client_address, is_from_this_machine
from web.chat.parsing import read_after, read_turn
from web.errors import ApiError, json_response, rate_headers
from web.services import SERVICES

DESCRIPTION = Path(__file__).parent / "openapi.yml"
RECONNECT_MILLISECONDS = 3000


def chat_routes() -> list[web.RouteDef]:
    """All routes under /api and /health."""
    return [
        web.post("/api/chat", post_message),
        web.get("/api/chat/{conversation}/events", stream_events, allow_head=False),
        web.get("/api/openapi.yaml", show_description_as_yaml),
        web.get("/api/openapi.json", show_description_as_json),
        web.get("/api/status", show_status),
        web.get("/health/live", show_alive),
        web.get("/health/ready", show_ready),
    ]


async def post_message(request: web.Request) -> web.Response:
    """One message of a person, and what is answered at once."""
    services = request.app[SERVICES]
    address = client_address(request, services.trusted_proxies)
    turn = await read_turn(request, address, services.now())
    reply, allowance = await services.turns.handle(turn)
    return json_response(reply.to_json(), headers=rate_headers(allowance))


async def stream_events(request: web.Request) -> web.StreamResponse:
    """The answers of a conversation as server-sent events (WHATWG HTML, 9.2), until either side closes."""
    services = request.app[SERVICES]
    conversation, after = request.match_info["conversation"], read_after(request)
    allowance = services.turns.take_request(client_address(request, services.trusted_proxies))
    await services.turns.check_followable(conversation)
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream; charset=utf-8",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
            **rate_headers(allowance),
        }
    )
    await response.prepare(request)
    try:
        await response.write(f"retry: {RECONNECT_MILLISECONDS}\n\n".encode())
        async with aclosing(services.turns.follow(conversation, after, services.heartbeat_seconds)) as answers:
            async for answer in answers:
                await response.write(_event(answer))
    except ConnectionError:
        pass  # the client has gone; it comes back with the number of its last event
    except (ConversationUnknown, StorageUnavailable, TooManyListeners):
        pass  # the status is out already: end the stream, the client reconnects and is told why
    return response


async def show_description_as_yaml(_: web.Request) -> web.Response:
    """The OpenAPI description as it is committed."""
    return web.Response(body=DESCRIPTION.read_bytes(), content_type="application/yaml", charset="utf-8")


async def show_description_as_json(_: web.Request) -> web.Response:
    """The same as JSON."""
    return json_response(yaml.safe_load(DESCRIPTION.read_text("utf-8")))


async def show_status(request: web.Request) -> web.Response:
    """How the turns of the last day ended; only for programs on this machine."""
    if not is_from_this_machine(request):
        raise ApiError("not_found")
    services = request.app[SERVICES]
    return json_response({"turns": asdict(await services.turns.counts(services.now()))})


async def show_alive(_: web.Request) -> web.Response:
    """This process runs."""
    return json_response({"alive": True})


async def show_ready(request: web.Request) -> web.Response:
    """Whether all that an answer needs can be reached now."""
    checks = {name: await check() for name, check in request.app[SERVICES].checks.items()}
    ready = all(checks.values())
    return json_response({"ready": ready, "checks": checks}, status=200 if ready else 503)


def _event(answer: Answer | None) -> bytes:
    if answer is None:
        return b": ping\n\n"
    body = json.dumps(answer.to_json(), ensure_ascii=False)
    return f"id: {answer.id}\ndata: {body}\n\n".encode("utf-8")
