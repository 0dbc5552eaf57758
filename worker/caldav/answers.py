"""What CalDAV servers answer (multistatus, RFC 4918, 13), without entities or document types."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from office.appointments.calendars import Problem
from worker.caldav.line import CalendarAddress, CalendarTrouble, check_href

DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
MOST_ITEMS = 5_000
"""Of one answer; a calendar with more entries within a few months is none of a person."""


@dataclass(frozen=True)
class Item:
    """One resource of an answer: the properties that were found (status 200)."""

    properties: tuple[Element, ...] = field(repr=False)

    def text(self, name: str) -> str | None:
        """The text of a property, None if it is not there."""
        return next((one.text or "" for one in self.properties if one.tag == name), None)

    def find(self, name: str) -> Element | None:
        """A property with what is in it."""
        return next((one for one in self.properties if one.tag == name), None)


def read_multistatus(body: bytes, address: CalendarAddress) -> list[Item]:
    """The resources of an answer; raises CalendarTrouble if it is no multistatus or names another host."""
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):  # LookupError: an encoding that nobody knows
        raise CalendarTrouble(Problem.ANSWER) from None
    if root.tag != f"{DAV}multistatus":
        raise CalendarTrouble(Problem.ANSWER)
    responses = root.findall(f"{DAV}response")
    if len(responses) > MOST_ITEMS:
        raise CalendarTrouble(Problem.TOO_MUCH)
    for href in root.iter(f"{DAV}href"):
        check_href(address, href.text or "")
    return [Item(tuple(_found(one))) for one in responses]


def _found(response: Element) -> Iterator[Element]:
    for part in response.findall(f"{DAV}propstat"):
        status = (part.findtext(f"{DAV}status") or "").split()
        if len(status) > 1 and status[1] == "200":
            yield from part.find(f"{DAV}prop") or ()
