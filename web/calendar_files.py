"""Calendar files of events that are still to come."""
from __future__ import annotations

from aiohttp import web

from knowledge.schema import Event
from web.errors import ApiError
from web.services import SERVICES
from wording.calendar import calendar_file
from wording.calendar_lines import MEDIA_TYPE


def calendar_routes() -> list[web.RouteDef]:
    """The one route, `wording.calendar.calendar_path`."""
    return [web.get("/termine/{record}.ics", send_calendar_file)]


async def send_calendar_file(request: web.Request) -> web.Response:
    """The coming dates of one event; refused if there is no such event or no coming date."""
    services = request.app[SERVICES]
    event = services.records.get(request.match_info["record"])
    if not isinstance(event, Event):
        raise ApiError("not_found")
    body = calendar_file(event, services.now().date())
    if not body:
        raise ApiError("no_coming_date")
    return web.Response(
        body=body.encode("utf-8"),
        content_type=MEDIA_TYPE,
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="{event.id}.ics"', "Cache-Control": "no-cache"},
    )
