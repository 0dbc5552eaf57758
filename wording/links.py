"""Addresses to open and numbers to call, as records have them."""
from __future__ import annotations

import re

from knowledge.schema import Case, Contact, Event, Funding, LegalHurdle, Method, Record
from wording.reply import Link

_NUMBER = re.compile(r"\+?\d(?:[\d /-]|\(0\))+\d")


def source_link(record: Record) -> Link:
    """Where the record comes from."""
    return Link(f"Quelle: {record.source_title}", record.source_url)


def record_links(record: Record) -> tuple[Link, ...]:
    """Source first, then what the kind of record has to open; no address twice."""
    links = [source_link(record)]
    if isinstance(record, Funding) and record.application_url:
        links.append(Link("Zum Antrag oder zur Internetseite", record.application_url))
    if isinstance(record, Contact):
        links += [*_calls(record.phone), *([Link("Zur Internetseite", record.website)] if record.website else [])]
    if isinstance(record, Case):
        links += _calls(record.contact.phone)
        links += [Link("Zur Internetseite", record.contact.web)] if record.contact.web else []
    if isinstance(record, Method):
        links += [Link(material.title, material.url) for material in record.materials]
    if isinstance(record, (LegalHurdle, Event)):
        links += [Link("Weitere Quelle", url) for url in record.further_sources[:2]]
    return tuple({link.url: link for link in reversed(links)}.values())[::-1]


def _calls(phone: str | None) -> list[Link]:
    """A link for each number: „116111 (Kinder), 0800 1110550 (Eltern)“ are two."""
    return [Link(f"Anrufen: {number}", _tel(number)) for number in _NUMBER.findall(phone or "")]


def _tel(phone: str) -> str:
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    short = len(digits) <= 6  # 112, 116117: service numbers have no country code
    return "tel:" + (digits if short or digits.startswith("+") else "+49" + digits.removeprefix("0"))
