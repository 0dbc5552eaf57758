"""The calendar file of a session, for whoever has its link. It changes nothing, and says nothing but when and where."""
from __future__ import annotations

import asyncio

from aiohttp import web

from web.mailing.pages import MailDesk
from web.private_pages import PRIVATE
from web.services import WebServices
from wording.calendar_lines import MEDIA_TYPE
from wording.mails.pages import UNKNOWN
from wording.session_calendar import FILE_NAME, SESSION_PATH, session_file, session_method


def session_routes(services: WebServices) -> list[web.RouteDef]:
    """The one route, `wording.session_calendar.session_path`."""
    desk = MailDesk(services)

    async def send(request: web.Request) -> web.Response:
        found = await asyncio.to_thread(services.calendar_links.find, request.match_info["secret"], services.now())
        if found is None:
            return desk.shown(UNKNOWN, 404)
        body = session_file(found, services.adviser(found.slot.adviser), services.office, services.public_url)
        named = {"Content-Type": f"{MEDIA_TYPE}; method={session_method(found)}; charset=utf-8"}
        named["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
        return web.Response(body=body.encode("utf-8"), headers={**PRIVATE, **named})

    return [web.get(f"{SESSION_PATH}/{{secret}}.ics", desk.counted(send))]
