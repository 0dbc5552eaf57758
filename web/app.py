"""The web application: mounts the API and the pages, sets what every response carries."""
from __future__ import annotations

from contextlib import AsyncExitStack
from typing import AsyncIterator

from aiohttp import web

from web.appointments.calendar_files import session_routes
from web.appointments.waiting import waiting_routes
from web.calendar_files import calendar_routes
from web.chat.api import chat_routes
from web.chat.my_data import my_data_routes
from web.chat.parsing import MAXIMUM_BODY
from web.errors import errors_as_json
from web.mailing.pages import mail_routes
from web.matters.pages import code_routes
from web.remembering.pages import list_routes
from web.services import SERVICES, WebServices
from web.site.ideas import idea_routes
from web.site.pages import page_routes

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def create_app(services: WebServices) -> web.Application:
    """The application for `aiohttp.web.run_app(app, access_log=None)`: a path holds the secret of a conversation."""
    app = web.Application(client_max_size=MAXIMUM_BODY, middlewares=[errors_as_json])
    app[SERVICES] = services
    app.add_routes(chat_routes())
    app.add_routes(my_data_routes())
    app.add_routes(calendar_routes())
    app.add_routes(page_routes(services.office, services.my_data.periods()))
    app.add_routes(idea_routes(services))
    app.add_routes(list_routes(services))
    app.add_routes(mail_routes(services))
    app.add_routes(code_routes(services))
    app.add_routes(session_routes(services))
    app.add_routes(waiting_routes(services))
    app.cleanup_ctx.append(_resources)
    app.on_shutdown.append(_end_streams)
    app.on_response_prepare.append(_secure)
    return app


async def _resources(app: web.Application) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        for context in app[SERVICES].contexts:
            await stack.enter_async_context(context)
        yield


async def _end_streams(app: web.Application) -> None:
    app[SERVICES].turns.end_streams()


async def _secure(_: web.Request, response: web.StreamResponse) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "Ideenlotse"
