"""Handing out and deleting what is stored of a conversation. Its id comes in a header, so that no address or log holds it."""
from __future__ import annotations

import asyncio
import json
from typing import Any, Callable

from aiohttp import web

from conversation.incoming import key_of
from web.addresses import client_address
from web.chat.parsing import MAXIMUM_ID
from web.errors import ApiError, rate_headers
from web.services import SERVICES
from wording.export import export_as_text
from wording.my_data import EXPORT_PATH

_FORMATS: dict[str, tuple[str, str]] = {
    "json": ("application/json", "ideenlotse-meine-daten.json"),
    "text": ("text/plain", "ideenlotse-meine-daten.txt"),
}


def my_data_routes() -> list[web.RouteDef]:
    """Export (GDPR Art. 15(3), 20) and deletion (Art. 17)."""
    return [
        web.get(EXPORT_PATH, send_export, allow_head=False),
        web.delete("/api/chat/conversation", delete_conversation),
    ]


async def send_export(request: web.Request) -> web.Response:
    """All that is stored of the conversation, as a file."""
    services = request.app[SERVICES]
    allowance = services.turns.take_request(client_address(request, services.trusted_proxies))
    wanted = request.query.get("format", "json")
    if wanted not in _FORMATS:
        raise ApiError("invalid_request", "„format“ ist „json“ oder „text“.")
    now = services.now()
    export = await asyncio.to_thread(services.my_data.export, key_of(_conversation(request)), now)
    media_type, name = _FORMATS[wanted]
    as_text: Callable[[dict[str, Any]], str] = {
        "json": lambda told: json.dumps(told, ensure_ascii=False, indent=2),
        "text": lambda told: export_as_text(told, services.office, now.tzinfo),
    }[wanted]
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return web.Response(
        body=as_text(export).encode("utf-8"), content_type=media_type, charset="utf-8", headers=headers | rate_headers(allowance)
    )


async def delete_conversation(request: web.Request) -> web.Response:
    """The conversation is gone afterwards, whether it was there or not."""
    services = request.app[SERVICES]
    allowance = services.turns.take_request(client_address(request, services.trusted_proxies))
    await services.turns.erase(_conversation(request))
    return web.Response(status=204, headers={"Cache-Control": "no-store"} | rate_headers(allowance))


def _conversation(request: web.Request) -> str:
    """The bearer secret (RFC 6750, 2.1)."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not 0 < len(secret) <= MAXIMUM_ID:
        raise ApiError("conversation_missing", headers={"WWW-Authenticate": "Bearer"})
    return secret
