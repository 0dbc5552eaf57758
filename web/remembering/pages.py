"""The routes of the remember list. What they may do and why: docs/decisions/0011-remember-list.md.

Two things open a list: a link from the conversation and the code. Both end in a cookie that lives as long as the pass
behind it; the address of the page itself says nothing. No script is needed.
"""
from __future__ import annotations

import asyncio
import hashlib
import hmac
import time
from functools import wraps
from typing import Any, Awaitable, Callable, Mapping
from urllib.parse import parse_qs

from aiohttp import web

from conversation.limits import Limit, network_of
from conversation.refusals import RateLimited, StorageUnavailable
from conversation.remembering import CodeDesk, OpenList, RememberLists
from conversation.remembering.codes import in_groups
from conversation.remembering.lists import PASS_LIFETIME
from knowledge.schema import Record
from web.private_pages import PRIVATE, address_of, is_from_elsewhere, private_page
from web.remembering.html import ListPages
from web.remembering.pdf import list_as_pdf
from web.services import SERVICES, WebServices
from wording.printing import PrintedList, printed_list
from wording.remembering import PAGE

COOKIE = "merkliste"
WRONG_CODE = (
    "Zu diesem Code gibt es keine Merkliste. Bitte prüfen Sie jedes Zeichen. Vielleicht gibt es schon einen neueren Code, "
    "oder die Liste wurde gelöscht."
)
CLOSED = (
    "Diese Merkliste ist nicht mehr geöffnet. Im Gespräch öffnen Sie sie wieder mit „Merkliste zeigen“, auf jedem Gerät "
    "mit dem Code."
)
TOO_OFTEN = "Das waren sehr viele Versuche. Bitte warten Sie {seconds} Sekunden und versuchen Sie es dann noch einmal."
AWAY = "Im Moment lässt sich die Merkliste nicht öffnen. Bitte versuchen Sie es in einigen Minuten noch einmal: {phone}."
FROM_ELSEWHERE = "Diese Anfrage kam nicht von unserer Seite. Bitte öffnen Sie die Merkliste und versuchen Sie es dort."
FORM_SECONDS = 15
FILES, FILES_SECONDS = 20, 600
"""So many PDF files for one address in so many seconds: each is work."""
Handler = Callable[["ListDesk", web.Request], Awaitable[web.Response]]


def list_routes(services: WebServices) -> list[web.RouteDef]:
    """All routes under /merkliste."""
    desk = ListDesk(services.remember_lists, services.code_desk, services.records, ListPages(services.office))
    return [
        web.get(PAGE, desk.show),
        web.post(PAGE, desk.take_code),
        web.get(f"{PAGE}/merkliste.pdf", desk.show_pdf),
        web.get(f"{PAGE}/link/{{token}}", desk.follow_link),
        web.get(f"{PAGE}/link/{{token}}/merkliste.pdf", desk.show_linked_pdf),
        web.post(f"{PAGE}/code", desk.issue_code),
        web.post(f"{PAGE}/schliessen", desk.close),
        web.get(f"{PAGE}/loeschen", desk.ask_before_deleting),
        web.post(f"{PAGE}/loeschen", desk.delete),
    ]


def _counted(handler: Handler) -> Handler:
    """Counts the request against its address; refusals become pages instead of the JSON of the API."""

    @wraps(handler)
    async def counted(desk: ListDesk, request: web.Request) -> web.Response:
        services = request.app[SERVICES]
        try:
            services.turns.take_request(address_of(request))
            return await handler(desk, request)
        except RateLimited as error:
            seconds = error.allowance.retry_after
            page = desk.pages.notice("Bitte warten", TOO_OFTEN.format(seconds=seconds))
            return private_page(page, 429, {"Retry-After": str(seconds)})
        except StorageUnavailable:
            told = AWAY.format(phone=services.office.phone)
            return private_page(desk.pages.notice("Merkliste", told), 503, {"Retry-After": "60"})

    return counted


def _only_from_here(handler: Handler) -> Handler:
    """Refuses a form that another site has sent; forms that change a list carry a proof besides."""

    @wraps(handler)
    async def guarded(desk: ListDesk, request: web.Request) -> web.Response:
        if is_from_elsewhere(request):
            return private_page(desk.pages.notice("Merkliste", FROM_ELSEWHERE), 403)
        return await handler(desk, request)

    return guarded


class ListDesk:
    """Handlers of the pages."""

    def __init__(
        self, lists: RememberLists, code_desk: CodeDesk, records: Mapping[str, Record], pages: ListPages
    ) -> None:
        self.pages = pages
        self._lists = lists
        self._code_desk = code_desk
        self._records = records
        self._printing = asyncio.Semaphore(1)
        self._files = Limit(FILES, FILES_SECONDS)

    @_counted
    async def show(self, request: web.Request) -> web.Response:
        """The list of the cookie, or the form for the code."""
        token = _token(request)
        opened = await self._opened(token)
        if opened is None:
            return private_page(self.pages.ask_code())
        now = request.app[SERVICES].now()
        printed = self._printed(request, opened)
        kept_until = opened.kept_until.astimezone(now.tzinfo)
        return private_page(self.pages.list(printed, opened.has_code, kept_until, _proof(token)))

    @_counted
    @_only_from_here
    async def take_code(self, request: web.Request) -> web.Response:
        """The code from the form; every code that opens nothing gets the same answer."""
        typed = (await _form(request)).get("code", "")
        token = await self._code_desk.open(typed, address_of(request))
        if token is None:
            return private_page(self.pages.ask_code(WRONG_CODE), 422)
        return _opened_with(request, token)

    @_counted
    async def follow_link(self, request: web.Request) -> web.Response:
        """From the conversation: the secret goes from the address into the cookie."""
        token = request.match_info["token"]
        if await self._opened(token) is None:
            return private_page(self.pages.ask_code(CLOSED), 404)
        return _opened_with(request, token)

    @_counted
    async def show_pdf(self, request: web.Request) -> web.Response:
        """The list of the cookie as a file."""
        return await self._pdf(request, _token(request))

    @_counted
    async def show_linked_pdf(self, request: web.Request) -> web.Response:
        """The same for a link from the conversation."""
        return await self._pdf(request, request.match_info["token"])

    @_counted
    @_only_from_here
    async def issue_code(self, request: web.Request) -> web.Response:
        """A new code, told once."""
        code = await self._proved(request, self._lists.issue_code)
        if not code:
            return self._closed()
        return private_page(self.pages.code(in_groups(code), f"{_scheme(request)}://{request.host}{PAGE}"))

    @_counted
    async def ask_before_deleting(self, request: web.Request) -> web.Response:
        """The question before the list goes."""
        token = _token(request)
        if await self._opened(token) is None:
            return self._closed()
        return private_page(self.pages.sure_to_delete(_proof(token)))

    @_counted
    @_only_from_here
    async def delete(self, request: web.Request) -> web.Response:
        """The list goes, with its code and its links."""
        if not await self._proved(request, self._lists.delete):
            return self._closed()
        return _without_cookie(private_page(self.pages.notice("Merkliste gelöscht", "Ihre Merkliste ist gelöscht.")))

    @_counted
    @_only_from_here
    async def close(self, request: web.Request) -> web.Response:
        """This device forgets the list; the list stays."""
        await self._proved(request, self._lists.close)
        told = "Die Merkliste ist auf diesem Gerät geschlossen. Mit dem Code öffnen Sie sie wieder."
        return _without_cookie(private_page(self.pages.notice("Merkliste geschlossen", told)))

    async def _opened(self, token: str) -> OpenList | None:
        return await asyncio.to_thread(self._lists.open, token) if token else None

    async def _proved(self, request: web.Request, verb: Callable[[str], Any]) -> Any:
        """What `verb` does with the list of the cookie, if the form comes from a page that was opened with it."""
        token = _token(request)
        given = (await _form(request)).get("proof", "")
        if not token or not hmac.compare_digest(given.encode(), _proof(token).encode()):
            return None
        return await asyncio.to_thread(verb, token)

    async def _pdf(self, request: web.Request, token: str) -> web.Response:
        opened = await self._opened(token)
        if opened is None:
            return self._closed()
        allowance = self._files.take(network_of(address_of(request)), time.monotonic())
        if not allowance.allowed:
            raise RateLimited(allowance)
        services = request.app[SERVICES]
        async with self._printing:  # one at a time: a full list keeps a processor busy for some seconds
            file = await asyncio.to_thread(
                list_as_pdf, self._printed(request, opened), services.office, services.now()
            )
        headers = {**PRIVATE, "Content-Disposition": 'attachment; filename="merkliste.pdf"'}
        return web.Response(body=file, content_type="application/pdf", headers=headers)

    def _printed(self, request: web.Request, opened: OpenList) -> PrintedList:
        now = request.app[SERVICES].now()
        known = [
            (self._records[one.record_id], one.remembered_at.astimezone(now.tzinfo).date())
            for one in opened.records
            if one.record_id in self._records
        ]
        return printed_list(known, len(opened.records) - len(known), now.date())

    def _closed(self) -> web.Response:
        return private_page(self.pages.ask_code(CLOSED), 403)


def _opened_with(request: web.Request, token: str) -> web.Response:
    response = web.Response(status=303, headers={**PRIVATE, "Location": PAGE})
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(PASS_LIFETIME.total_seconds()),
        path=PAGE,
        secure=_scheme(request) == "https",
        httponly=True,
        samesite="Strict",
    )
    return response


def _without_cookie(response: web.Response) -> web.Response:
    response.del_cookie(COOKIE, path=PAGE, httponly=True, samesite="Strict")
    return response


def _token(request: web.Request) -> str:
    return request.cookies.get(COOKIE, "")


def _proof(token: str) -> str:
    """What only a page that was opened with this token can send along; it does not tell the token."""
    return hmac.new(token.encode("utf-8", "replace"), b"merkliste-form", hashlib.sha256).hexdigest()


def _scheme(request: web.Request) -> str:
    """`https` as well when a proxy says that it was asked so; whoever invents the header only spoils his own cookie."""
    return "https" if request.headers.get("X-Forwarded-Proto", "").startswith("https") else request.scheme


async def _form(request: web.Request) -> dict[str, str]:
    """The fields of a small form in UTF-8; whatever else comes has none."""
    if request.content_type != "application/x-www-form-urlencoded":
        return {}
    try:
        raw = await asyncio.wait_for(request.read(), FORM_SECONDS)
        return {name: values[0] for name, values in parse_qs(raw.decode("utf-8"), max_num_fields=10).items()}
    except (asyncio.TimeoutError, ValueError):
        return {}
