"""Every refusal of the API: its status, its name for machines, its German sentence with the remedy."""
from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, Mapping

from aiohttp import web

from conversation.events import TooManyListeners
from conversation.limits import Allowance
from conversation.refusals import RateLimited, StorageUnavailable, TurnRefused
from knowledge.office import OfficeProfile
from web.services import SERVICES

log = logging.getLogger(__name__)

REASONS: Mapping[str, tuple[int, str]] = {
    "message_id_invalid": (
        400,
        "Die „message_id“ muss 1 bis 100 druckbare Zeichen haben. Bitte wählen Sie für jede Nachricht eine neue.",
    ),
    "message_empty": (400, "Die Nachricht ist leer. Bitte schreiben Sie Ihre Frage und senden Sie sie noch einmal."),
    "text_unreadable": (
        400,
        "Die Nachricht enthält Zeichen, die sich nicht lesen lassen. Bitte tippen Sie den Text neu ein.",
    ),
    "payload_not_issued": (
        400,
        "Diese Auswahl gehört nicht zu diesem Gespräch. Bitte schreiben Sie Ihre Frage in eigenen Worten.",
    ),
    "invalid_json": (400, "Die Anfrage ist kein gültiges JSON in UTF-8. Bitte senden Sie ein JSON-Objekt."),
    "invalid_request": (400, "Der Anfrage fehlt etwas. {detail}"),
    "conversation_unknown": (
        404,
        "Dieses Gespräch gibt es nicht oder nicht mehr. Bitte beginnen Sie ein neues Gespräch.",
    ),
    "conversation_missing": (
        401,
        "Bitte senden Sie die Kennung des Gesprächs als „Authorization: Bearer …“ mit, nicht in der Adresse.",
    ),
    "not_found": (404, "Diese Adresse gibt es hier nicht. Die Beschreibung liegt unter /api/openapi.yaml."),
    "no_coming_date": (
        404,
        "Zu dieser Veranstaltung ist uns kein kommender Termin bekannt. Bitte fragen Sie den Veranstalter oder uns: "
        "{phone}.",
    ),
    "method_not_allowed": (405, "So lässt sich diese Adresse nicht aufrufen. Erlaubt ist: {detail}."),
    "request_timeout": (408, "Die Anfrage kam nicht vollständig an. Bitte senden Sie sie noch einmal."),
    "message_too_long": (
        413,
        "Die Nachricht ist zu lang. Bitte kürzen Sie sie auf höchstens 20.000 Zeichen oder senden Sie mehrere.",
    ),
    "body_too_large": (
        413,
        "Die Anfrage ist zu groß. Bitte kürzen Sie die Nachricht auf höchstens 20.000 Zeichen.",
    ),
    "unsupported_media_type": (415, "Bitte senden Sie die Anfrage als „application/json“, ohne Komprimierung."),
    "bad_request": (400, "Die Anfrage lässt sich nicht lesen. Bitte prüfen Sie, was Ihr Programm sendet."),
    "rate_limited": (
        429,
        "Das waren sehr viele Nachrichten in kurzer Zeit. Bitte warten Sie {detail} und versuchen Sie es dann erneut.",
    ),
    "too_many_streams": (
        429,
        "Dieses Gespräch ist schon zu oft geöffnet. Bitte schließen Sie andere Fenster mit diesem Gespräch.",
    ),
    "internal_error": (
        500,
        "Da ist bei uns etwas schiefgegangen. Bitte versuchen Sie es erneut oder rufen Sie uns an: {phone}.",
    ),
    "storage_unavailable": (
        503,
        "Im Moment können wir Ihre Nachricht nicht annehmen. Bitte versuchen Sie es in einigen Minuten erneut oder "
        "rufen Sie uns an: {phone}.",
    ),
}
"""By code: HTTP status and what a person reads."""

_CODE_OF_STATUS = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large", 415: "unsupported_media_type"}


@dataclass
class ApiError(Exception):
    """A refusal by its code; `detail` completes the sentence."""

    code: str
    detail: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@web.middleware
async def errors_as_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Whatever goes wrong becomes a named refusal; never a bare 500, never a word of the person in the log."""
    office = request.app[SERVICES].office
    try:
        return await handler(request)
    except ApiError as error:
        return _refusal(error, office)
    except web.HTTPException as error:
        return _refusal(_of_http(error), office)
    except (TurnRefused, StorageUnavailable, TooManyListeners) as error:
        return _refusal(_of_service(error), office)
    except Exception as error:  # the last net: the person gets a sentence, we get the place in the code
        log.error("%s %s: %s", request.method, _route_name(request), _place_of(error))
        return _refusal(ApiError("internal_error"), office)


def rate_headers(allowance: Allowance | None) -> dict[str, str]:
    """The limit in the fields of draft-ietf-httpapi-ratelimit-headers (as in drafts 03 to 07)."""
    if allowance is None:
        return {}
    return {
        "RateLimit-Limit": str(allowance.limit),
        "RateLimit-Remaining": str(allowance.remaining),
        "RateLimit-Reset": str(allowance.reset),
        "RateLimit-Policy": f"{allowance.limit};w={allowance.window}",
    }


def json_response(
    body: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """JSON in UTF-8 that no cache keeps."""
    return web.Response(
        body=json.dumps(body, ensure_ascii=False).encode("utf-8"),
        status=status,
        content_type="application/json",
        charset="utf-8",
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def _refusal(error: ApiError, office: OfficeProfile) -> web.Response:
    status, sentence = REASONS[error.code]
    message = sentence.format(detail=error.detail, phone=office.phone)
    return json_response({"error": {"code": error.code, "message": message}}, status, error.headers)


def _of_http(error: web.HTTPException) -> ApiError:
    if isinstance(error, web.HTTPMethodNotAllowed):
        allowed = ", ".join(sorted(error.allowed_methods))
        return ApiError("method_not_allowed", allowed, {"Allow": allowed})
    return ApiError(_CODE_OF_STATUS.get(error.status, "bad_request" if error.status < 500 else "internal_error"))


def _of_service(error: Exception) -> ApiError:
    if isinstance(error, RateLimited):
        seconds = error.allowance.retry_after
        waiting = "1 Sekunde" if seconds == 1 else f"{seconds} Sekunden"
        return ApiError("rate_limited", waiting, rate_headers(error.allowance) | {"Retry-After": str(seconds)})
    if isinstance(error, TooManyListeners):
        return ApiError("too_many_streams", headers={"Retry-After": "30"})
    if isinstance(error, StorageUnavailable):
        return ApiError("storage_unavailable", headers={"Retry-After": "60"})
    return ApiError(error.code)


def _route_name(request: web.Request) -> str:
    """The pattern of the path: the path itself may hold the id of a conversation."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "(unbekannt)"


def _place_of(error: BaseException) -> str:
    """Type and place; the message of a foreign error may quote what a person wrote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"
    return f"{type(error).__module__}.{type(error).__qualname__} in {where}"
