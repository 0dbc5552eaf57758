"""The page of the ideas that the office has published. It is read anew each time and kept by nobody, so that an idea that is
withdrawn is gone; no number stands there, as whoever has one may try codes and ask for links."""
from __future__ import annotations

import asyncio
from datetime import tzinfo
from html import escape
from typing import Sequence

from aiohttp import web

from conversation.refusals import RateLimited
from knowledge.office import OfficeProfile
from office.errors import StorageError
from office.matters.published import PublishedIdea
from web.private_pages import Frame, address_of, private_page
from web.services import WebServices
from wording.mails.pages import TOO_OFTEN
from wording.published_ideas import AWAY, NONE_YET, OWN_IDEA, PAGE, TITLE, introduction, published_on


def idea_routes(services: WebServices) -> list[web.RouteDef]:
    """The route of the page."""
    frame = Frame(services.office)

    def notice(sentence: str, status: int, seconds: int) -> web.Response:
        told = f'    <p class="notice" role="status">{escape(sentence)}</p>'
        return private_page(frame.around(TITLE, told), status, {"Retry-After": str(seconds)})

    async def show(request: web.Request) -> web.Response:
        try:
            services.turns.take_request(address_of(request))
            ideas = await asyncio.to_thread(services.published.all)
        except RateLimited as error:
            seconds = error.allowance.retry_after
            return notice(TOO_OFTEN.format(seconds=seconds), 429, seconds)
        except StorageError:
            return notice(AWAY.format(phone=services.office.phone), 503, 60)
        return private_page(frame.around(TITLE, ideas_html(ideas, services.office, services.now().tzinfo)))

    return [web.get(PAGE, show)]


def ideas_html(ideas: Sequence[PublishedIdea], office: OfficeProfile, zone: tzinfo | None) -> str:
    """What stands in the frame, the newest idea first; all that comes from outside is escaped."""
    told = "\n".join(_article(one, zone) for one in ideas) or f'    <p class="notice">{NONE_YET}</p>'
    return (
        f"    <p>{escape(introduction(office))}</p>\n{told}\n"
        f'    <p class="screen-only"><a href="/">{OWN_IDEA}</a></p>'
    )


def _article(idea: PublishedIdea, zone: tzinfo | None) -> str:
    words = f"\n      <p>{escape(idea.words)}</p>" if idea.words else ""
    day = escape(published_on(idea.published_at, zone))
    return f'    <article>\n      <h2>{escape(idea.title)}</h2>{words}\n      <p class="kind">{day}</p>\n    </article>'
