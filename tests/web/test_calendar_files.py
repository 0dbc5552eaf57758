"""Calendar files over HTTP: coming dates as a file, everything else refused in German."""
from __future__ import annotations

import pytest

from tests.builders import TODAY
from tests.web.chat_app import EVENTS
from wording.calendar import calendar_file, calendar_path


async def test_the_coming_dates_of_an_event_are_a_file(client):
    async with client.get(calendar_path(EVENTS[0])) as response:
        body = await response.text()
        assert response.status == 200 and response.content_type == "text/calendar" and response.charset == "utf-8"
        assert response.headers["Content-Disposition"] == 'attachment; filename="ver-bald.ics"'
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert body == calendar_file(EVENTS[0], TODAY) and "DTSTART;VALUE=DATE:20261203" in body and "20261101T" in body
    assert "DTSTART;VALUE=DATE:20261101" not in body


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        (calendar_path(EVENTS[1]), "no_coming_date", "kein kommender Termin"),
        ("/termine/ver-unbekannt.ics", "not_found", "gibt es hier nicht"),
        ("/termine/kon-notruf-112.ics", "not_found", "gibt es hier nicht"),
        ("/termine/ver-bald", "not_found", "gibt es hier nicht"),
        ("/termine/%2e%2e%2fapp.ics", "not_found", "gibt es hier nicht"),
    ],
)
async def test_what_is_no_coming_event_is_refused_in_german(client, path, code, words):
    async with client.get(path) as response:
        error = (await response.json())["error"]
        assert response.status == 404 and error["code"] == code and words in error["message"]
