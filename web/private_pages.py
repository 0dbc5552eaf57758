"""What all pages have that a secret opens: no cache, no referrer, no form of another site, one frame."""
from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import Mapping
from urllib.parse import urlsplit

from aiohttp import web

from knowledge.office import OfficeProfile
from web.addresses import client_address
from web.services import SERVICES
from web.site.pages import FOLDER, office_words

PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


class Frame:
    """The frame of these pages, filled with the office profile once at the start."""

    def __init__(self, office: OfficeProfile) -> None:
        self._words = office_words(office)
        self._template = Template(Path(FOLDER, "frame.html").read_text("utf-8"))

    def around(self, title: str, body: str) -> str:
        """A whole page; `body` is HTML, `title` is not."""
        return self._template.substitute(self._words, title=escape(title), body=body)


def private_page(html: str, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """The page, kept by nobody."""
    return web.Response(
        text=html, status=status, content_type="text/html", charset="utf-8", headers={**PRIVATE, **(headers or {})}
    )


def is_from_elsewhere(request: web.Request) -> bool:
    """Whether another site has sent this form. Browsers send no useful `Origin` under no-referrer, so the newer
    `Sec-Fetch-Site` is asked as well."""
    origin = request.headers.get("Origin", "null")
    is_foreign = origin != "null" and urlsplit(origin).netloc != request.host
    return is_foreign or request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def address_of(request: web.Request) -> str:
    """The network address that limits count by."""
    return client_address(request, request.app[SERVICES].trusted_proxies)
