"""From bytes of the world to a TurnRequest; raises ApiError for everything that is none."""
from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Any

from aiohttp import web

from conversation.incoming import MAXIMUM_NUMBER
from conversation.messages import TurnRequest
from web.errors import ApiError

MAXIMUM_BODY = 512 * 1024
"""Bytes of a request: 20,000 characters, each written as two `\\uXXXX`, take 240,000."""
BODY_SECONDS = 15
"""A body that takes longer to arrive is given up."""
MAXIMUM_ID = 200


async def read_turn(request: web.Request, address: str, now: datetime) -> TurnRequest:
    """The message that a POST brings."""
    body = await _read_object(request)
    text, payload = _string(body, "text"), _string(body, "payload")
    if (text is None) == (payload is None):
        raise ApiError("invalid_request", "Bitte geben Sie entweder „text“ oder „payload“ an, nicht beides.")
    message_id = _string(body, "message_id")
    if message_id is None:
        raise ApiError("invalid_request", "Bitte geben Sie als „message_id“ eine eigene Kennung der Nachricht an.")
    conversation = _string(body, "conversation")
    if conversation is not None and len(conversation) > MAXIMUM_ID:
        raise ApiError("conversation_unknown")
    return TurnRequest(conversation, message_id, address, now, text, payload)


def read_after(request: web.Request) -> int:
    """The number after which events are wanted: `Last-Event-ID` of a browser that reconnects, else `after`."""
    given = request.headers.get("Last-Event-ID") or request.query.get("after", "0")
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and int(given) <= MAXIMUM_NUMBER):
        raise ApiError("invalid_request", "„after“ muss eine ganze Zahl ab 0 sein: die „id“ der letzten Nachricht.")
    return int(given)


async def _read_object(request: web.Request) -> dict[str, Any]:
    encoding = request.headers.get("Content-Encoding", "identity")
    if request.content_type != "application/json" or encoding != "identity":
        raise ApiError("unsupported_media_type")
    if (request.charset or "utf-8").lower().replace("-", "") != "utf8":
        raise ApiError("unsupported_media_type")
    try:
        raw = await asyncio.wait_for(request.read(), BODY_SECONDS)
        body = json.loads(raw.decode("utf-8"))
    except asyncio.TimeoutError:
        raise ApiError("request_timeout", headers={"Connection": "close"}) from None
    except (ValueError, RecursionError):
        raise ApiError("invalid_json") from None
    if not isinstance(body, dict):
        raise ApiError("invalid_json")
    return body


def _string(body: dict[str, Any], name: str) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise ApiError("invalid_request", f"„{name}“ muss ein Text sein.")
    return value
