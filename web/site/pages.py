"""The pages for people: chat, imprint, privacy. Plain files, filled with the office profile once at the start."""
from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import Awaitable, Callable, Iterable

from aiohttp import web

from knowledge.office import OfficeProfile, PrivacyContact
from office.privacy import Period
from wording.my_data import REVIEW_NOTICE
from wording.privacy_page import KeptData, kept_data

FOLDER = Path(__file__).parent
_PAGES = {"/": "chat.html", "/impressum": "imprint.html", "/datenschutz": "privacy.html"}
_FILES = {
    "/site/chat.js": ("chat.js", "text/javascript"),
    "/site/bubbles.js": ("bubbles.js", "text/javascript"),
    "/site/my_data.js": ("my_data.js", "text/javascript"),
    "/site/event_stream.js": ("event_stream.js", "text/javascript"),
    "/site/style.css": ("style.css", "text/css"),
    "/site/icon.svg": ("icon.svg", "image/svg+xml"),
}
Handler = Callable[[web.Request], Awaitable[web.Response]]


def page_routes(office: OfficeProfile, periods: Iterable[Period]) -> list[web.RouteDef]:
    """One route for each page and each file; nothing else of the folder can be had."""
    words = office_words(office) | privacy_words(office, periods)
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


def privacy_words(office: OfficeProfile, periods: Iterable[Period]) -> dict[str, str]:
    """What the page about data protection says, from the profile and the declarations of the tables; as HTML."""
    officer = office.data_protection_officer
    editor = office.imprint.editor
    authority = escape(office.supervisory_authority.name)
    address = escape(str(office.supervisory_authority.website))
    recipients = "".join(f"<li>{escape(one)}</li>" for one in office.recipients)
    days = office.backup_days
    return {
        "review_notice": escape(REVIEW_NOTICE),
        "kept": "\n".join(map(_kept, kept_data(periods, office))),
        "officer": f"<h2>Datenschutzbeauftragte oder -beauftragter</h2>\n    <p>{_contact(officer)}</p>" if officer else "",
        "authority": f'{authority}, <a href="{address}" rel="noopener">{address}</a>',
        "recipients": f"<p>Außerhalb der Stelle erhalten Daten in unserem Auftrag:</p>\n    <ul>{recipients}</ul>"
        if recipients
        else "<p>Nur Menschen, die bei der Stelle arbeiten. Andere Firmen oder Ämter erhalten nichts.</p>",
        "backups": f"<p>In Sicherungskopien stehen gelöschte Daten noch bis zu {days} Tage.</p>" if days else "",
        "editor": f"<br>Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV): {escape(editor)}" if editor else "",
    }


def _kept(data: KeptData) -> str:
    rows = (("Was", data.what), ("Wozu und auf welcher Grundlage", data.why), ("Wie lange", data.kept))
    told = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows)
    return f"    <h3>{escape(data.title)}</h3>\n    <dl>{told}</dl>"


def _contact(contact: PrivacyContact) -> str:
    mail = escape(contact.email)
    return f'{escape(contact.name)}, <a href="mailto:{mail}">{mail}</a>'


def _filled(name: str, words: dict[str, str]) -> bytes:
    return Template((FOLDER / name).read_text("utf-8")).substitute(words).encode("utf-8")


def _serving(body: bytes, media_type: str) -> Handler:
    async def serve(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "no-cache"}
        charset = None if media_type == "image/svg+xml" else "utf-8"
        return web.Response(body=body, content_type=media_type, charset=charset, headers=headers)

    return serve
