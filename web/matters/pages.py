"""Making a new code for a matter. As with confirming an address, the link shows a question and the button does it, because
programs that scan mails open links; there is no cookie, so no other site can press the button for anybody."""
from __future__ import annotations

import asyncio

from aiohttp import web

from web.mailing.pages import MailDesk
from web.private_pages import is_from_elsewhere
from web.services import WebServices
from wording.mails.code_page import ASKED, UNKNOWN, new_code
from wording.mails.matters import CODE_PAGE
from wording.mails.pages import FROM_ELSEWHERE, MailPage


def code_routes(services: WebServices) -> list[web.RouteDef]:
    """The page under /code."""
    desk = MailDesk(services)

    async def ask(request: web.Request) -> web.Response:
        is_open = await asyncio.to_thread(services.lost_codes.look, request.match_info["secret"], services.now())
        return desk.shown(ASKED if is_open else UNKNOWN, 200 if is_open else 404)

    async def make(request: web.Request) -> web.Response:
        if is_from_elsewhere(request):
            return desk.shown(MailPage("Neuer Code", (FROM_ELSEWHERE,)), 403)
        made = await asyncio.to_thread(services.lost_codes.renew, request.match_info["secret"], services.now())
        return desk.shown(UNKNOWN, 404) if made is None else desk.shown(new_code(made.number, made.code), 200)

    path = CODE_PAGE + "/{secret}"
    return [web.get(path, desk.counted(ask)), web.post(path, desk.counted(make))]
