"""Confirming a mail address and refusing mails.

The link in the mail shows a question and changes nothing, because programs that scan mails open links; the button does it.
Its secret stays in the path: there is no cookie, so no other site can press the button for anybody. The page is the same
for every address and names none.
"""
from __future__ import annotations

import asyncio
from datetime import datetime
from functools import wraps
from html import escape
from typing import Awaitable, Callable

from aiohttp import web

from conversation.refusals import RateLimited
from office.errors import StorageError
from office.mail import AddressOutcome
from web.private_pages import Frame, address_of, is_from_elsewhere, private_page
from web.services import SERVICES, WebServices
from wording.mails.frame import CONFIRM_PAGE, STOP_PAGE
from wording.mails.pages import AWAY, FROM_ELSEWHERE, TOO_OFTEN, UNKNOWN, MailPage, outcome_page, question

Handler = Callable[[web.Request], Awaitable[web.Response]]


def mail_routes(services: WebServices) -> list[web.RouteDef]:
    """All routes under /mail."""
    desk = MailDesk(services)
    return [
        route
        for page, verb, is_block in (
            (CONFIRM_PAGE, services.addresses.confirm, False), (STOP_PAGE, services.addresses.block, True)
        )
        for route in (
            web.get(page + "/{token}", desk.asking(is_block)),
            web.post(page + "/{token}", desk.deciding(verb)),
        )
    ]  # fmt: skip


class MailDesk:
    """What the pages behind links in mails have in common: limits, refusals, one look."""

    def __init__(self, services: WebServices) -> None:
        self._services = services
        self._frame = Frame(services.office)

    def asking(self, is_block: bool) -> Handler:
        """Shows what the button would do."""

        async def ask(request: web.Request) -> web.Response:
            state = await asyncio.to_thread(self._services.addresses.look, request.match_info["token"])
            page = question(is_block, state)
            return self.shown(page, 404 if page is UNKNOWN else 200)

        return self.counted(ask)

    def deciding(self, verb: Callable[[str, datetime], AddressOutcome]) -> Handler:
        """Does it."""

        async def decide(request: web.Request) -> web.Response:
            if is_from_elsewhere(request):
                return self.shown(MailPage("Mails", (FROM_ELSEWHERE,)), 403)
            outcome = await asyncio.to_thread(verb, request.match_info["token"], self._services.now())
            return self.shown(outcome_page(outcome), 404 if outcome is AddressOutcome.UNKNOWN else 200)

        return self.counted(decide)

    def counted(self, handler: Handler) -> Handler:
        """Counts the request against its network address; refusals become pages."""

        @wraps(handler)
        async def counted(request: web.Request) -> web.Response:
            try:
                request.app[SERVICES].turns.take_request(address_of(request))
                return await handler(request)
            except RateLimited as error:
                seconds = error.allowance.retry_after
                page = MailPage("Bitte warten", (TOO_OFTEN.format(seconds=seconds),))
                return self.shown(page, 429, {"Retry-After": str(seconds)})
            except StorageError:
                page = MailPage("Mails", (AWAY.format(phone=self._services.office.phone),))
                return self.shown(page, 503, {"Retry-After": "60"})

        return counted

    def shown(self, page: MailPage, status: int, headers: dict[str, str] | None = None) -> web.Response:
        """The page, kept by nobody."""
        told = "\n".join(f"    <p>{escape(one)}</p>" for one in page.sentences)
        if page.button is None:
            told = told.replace("<p>", '<p class="notice" role="status">', 1)
        button = f'\n    <form method="post"><button type="submit">{escape(page.button)}</button></form>' if page.button else ""
        return self.page(page.title, told + button, status, headers)

    def page(self, title: str, body: str, status: int, headers: dict[str, str] | None = None) -> web.Response:
        """The same for a page with more than one button; `body` is HTML."""
        return private_page(self._frame.around(title, body), status, headers)
