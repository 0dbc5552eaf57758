"""The pages for people: chat, imprint, privacy. Plain files, filled with the office profile once at the start."""
from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import Awaitable, Callable

from aiohttp import web

from knowledge.office import OfficeProfile

FOLDER = Path(__file__).parent
_PAGES = {"/": "chat.html", "/impressum": "imprint.html", "/datenschutz": "privacy.html"}
_FILES = {
    "/site/chat.js": ("chat.js", "text/javascript"),
    "/site/event_stream.js": ("event_stream.js", "text/javascript"),
    "/site/style.css": ("style.css", "text/css"),
    "/site/icon.svg": ("icon.svg", "image/svg+xml"),
}
Handler = Callable[[web.Request], Awaitable[web.Response]]


def page_routes(office: OfficeProfile) -> list[web.RouteDef]:
    """One route for each page and each file; nothing else of the folder can be had."""
    words = office_words(office)
    pages = [web.get(path, _serving(_filled(name, words), "text/html")) for path, name in _PAGES.items()]
    files = [
        web.get(path, _serving((FOLDER / name).read_bytes(), media_type))
        for path, (name, media_type) in _FILES.items()
    ]
    return pages + files


def office_words(office: OfficeProfile) -> dict[str, str]:
    """What the pages say about the office, ready to stand in HTML."""
    plain = {
        "name": office.name,
        "short_name": office.short_name,
        "phone": office.phone,
        "tel": office.tel_link,
        "email": office.email,
        "street": office.street,
        "city": f"{office.postal_code} {office.city}",
        "website": str(office.website),
        "provider": office.imprint.provider,
        "represented_by": office.imprint.represented_by,
        "register": office.imprint.register_entry,
        "privacy_name": office.privacy_contact.name,
        "privacy_email": office.privacy_contact.email,
        "example_note": "Dies ist ein erfundenes Beispiel, keine echte Stelle." if office.is_example else "",
    }
    words = {name: escape(value) for name, value in plain.items()}
    return words | {"hours": "<br>".join(escape(one) for one in office.hours)}


def _filled(name: str, words: dict[str, str]) -> bytes:
    return Template((FOLDER / name).read_text("utf-8")).substitute(words).encode("utf-8")


def _serving(body: bytes, media_type: str) -> Handler:
    async def serve(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "no-cache"}
        charset = None if media_type == "image/svg+xml" else "utf-8"
        return web.Response(body=body, content_type=media_type, charset=charset, headers=headers)

    return serve
