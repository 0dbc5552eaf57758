"""The few verbs of CalDAV that are needed (RFC 4791): read what lies in a time, put an entry, take it away."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone

from office.appointments.calendars import Problem
from worker.caldav.answers import CALDAV, DAV, read_multistatus
from worker.caldav.line import CalendarAddress, CalendarTrouble, HttpAnswer, Line, Patience, path_within

_KNOWN = {
    401: Problem.LOGIN, 403: Problem.FORBIDDEN, 404: Problem.NOT_FOUND, 405: Problem.NO_CALENDAR, 410: Problem.NOT_FOUND,
}  # fmt: skip
XML = 'application/xml; charset="utf-8"'
ICALENDAR = 'text/calendar; charset="utf-8"'
_QUERY = """<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><D:getetag/><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="{first:%Y%m%dT%H%M%SZ}" end="{last:%Y%m%dT%H%M%SZ}"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"""
_LOOK = """<?xml version="1.0" encoding="utf-8"?>
<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:current-user-privilege-set/></D:prop></D:propfind>"""


@dataclass(frozen=True)
class Stored:
    """An entry as it lies there; `etag` None if the server names none that can be relied on."""

    etag: str | None
    content: str = field(repr=False)


class EntryChanged(Exception):
    """The entry is not as it was thought to be: somebody made, changed or deleted it meanwhile."""


class RemoteCalendar:
    """The calendar of one adviser. Every verb raises CalendarTrouble."""

    def __init__(self, address: CalendarAddress, patience: Patience = Patience()) -> None:
        self._address = address
        self._line = Line(address, patience)

    def entries(self, first: datetime, last: datetime) -> list[str]:
        """The entries that meet the time, as iCalendar texts, repeating ones whole."""
        moments = (one.astimezone(timezone.utc) for one in (first, last))
        query = _QUERY.format(**dict(zip(("first", "last"), moments)))
        answer = self._line.ask("REPORT", self._address.path, query, Depth="1", Content_Type=XML)
        _expect(answer, 207)
        items = read_multistatus(answer.body, self._address)
        return [text for one in items if (text := one.text(f"{CALDAV}calendar-data")) is not None]

    def find(self, name: str) -> Stored | None:
        """The entry of this name, None if there is none."""
        answer = self._line.ask("GET", path_within(self._address, name))
        if answer.status in (404, 410):
            return None
        _expect(answer, 200)
        return Stored(_strong(answer), answer.body.decode("utf-8", "replace"))

    def put(self, name: str, content: str, over: str | None) -> str | None:
        """Write an entry over the one with the ETag `over`, or as a new one. Gives its ETag; raises EntryChanged."""
        condition = {"If_None_Match": "*"} if over is None else {"If_Match": over}
        return self._put(name, content, condition)

    def put_anyway(self, name: str, content: str) -> str | None:
        """Write an entry whatever lies there, on a server that names no ETag."""
        return self._put(name, content, {})

    def remove(self, name: str) -> None:
        """Take the entry away; one that is not there is fine."""
        answer = self._line.ask("DELETE", path_within(self._address, name))
        if answer.status not in (404, 410):
            _expect(answer, 200, 202, 204)

    def may_write(self) -> bool | None:
        """Whether entries may be put there, None if the server does not tell. It is trouble if this is no calendar."""
        answer = self._line.ask("PROPFIND", self._address.path, _LOOK, Depth="0", Content_Type=XML)
        _expect(answer, 207)
        for item in read_multistatus(answer.body, self._address):
            kinds, rights = item.find(f"{DAV}resourcetype"), item.find(f"{DAV}current-user-privilege-set")
            if kinds is None or kinds.find(f"{CALDAV}calendar") is None:
                raise CalendarTrouble(Problem.NO_CALENDAR)
            if rights is None:
                return None
            return any(right.tag in (f"{DAV}all", f"{DAV}write", f"{DAV}bind") for right in rights.iter())
        raise CalendarTrouble(Problem.ANSWER)

    def stop(self) -> None:
        """Break off; may come from a signal handler."""
        self._line.stop()

    def _put(self, name: str, content: str, condition: dict[str, str]) -> str | None:
        answer = self._line.ask("PUT", path_within(self._address, name), content, Content_Type=ICALENDAR, **condition)
        if answer.status == 412:
            raise EntryChanged
        _expect(answer, 200, 201, 204)
        return _strong(answer)


def _strong(answer: HttpAnswer) -> str | None:
    """The ETag if it can stand in If-Match (RFC 9110, 8.8.1: weak ones cannot)."""
    etag = answer.headers.get("etag", "")
    return etag if re.fullmatch(r'"[\x21\x23-\x7e]{1,290}"', etag) else None


def _expect(answer: HttpAnswer, *good: int) -> None:
    status = answer.status
    if status in good:
        return
    if status == 429 or status >= 500:
        raise CalendarTrouble(Problem.SERVER)
    if 200 <= status < 300:
        raise CalendarTrouble(Problem.NO_CALENDAR)
    raise CalendarTrouble(_KNOWN.get(status, Problem.REFUSED), is_of_server=status in (401, 405))
