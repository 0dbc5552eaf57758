"""Calendar files of sessions behind their links, and the page of the waiting list: a link changes nothing, a button does."""
from __future__ import annotations

import re

import icalendar
import pytest

from office.appointments.calendar_links import CalendarLinks
from office.appointments.model import Slot
from tests.chat_setup import NOW
from tests.conversations.manners import check_german
from tests.office.appointments.notices_setup import ADVISER, Desk, a_desk, may_wait
from tests.office.appointments.test_waiting import ONE_DAY, TUESDAY, pass_in
from tests.office.mail_setup import ADDRESS, confirm
from wording.session_calendar import session_path

FORM = {"was": "annehmen", "name": "Ada", "telefon": "0351 7654321", "form": "telefon", "einwilligung": "ja"}


async def asked(client, path, method="GET", **more):
    async with client.request(method, path, allow_redirects=False, **more) as response:
        return response.status, await response.text(), response.headers


@pytest.fixture
def desk(database) -> Desk:
    confirm(database, now=NOW)
    return a_desk(database)


@pytest.fixture
def path(desk) -> str:
    """The page of somebody to whom a slot is offered."""
    desk.waiting.join(ONE_DAY, "a", may_wait(NOW), NOW, ADDRESS)
    assert desk.offering.offer_due(NOW) == 1
    return f"/warteliste/{pass_in(desk.mails('waiting:')[-1])}"


async def test_a_link_gives_the_file_as_it_stands(client, desk):
    result = desk.book(TUESDAY, now=NOW)
    path = session_path(CalendarLinks(desk.database).make(result.number, NOW))
    status, body, headers = await asked(client, path)
    assert status == 200 and headers["Content-Type"] == "text/calendar; method=PUBLISH; charset=utf-8"
    assert headers["Cache-Control"] == "no-store" and 'filename="beratungstermin.ics"' in headers["Content-Disposition"]
    assert icalendar.Calendar.from_ical(body).walk("VEVENT")[0]["STATUS"] == "CONFIRMED"
    desk.appointments.cancel(result.number, result.code, NOW)
    status, body, headers = await asked(client, path)
    assert "method=CANCEL" in headers["Content-Type"] and "STATUS:CANCELLED" in body


@pytest.mark.parametrize("secret", ["geraten", "x" * 32, "TERMIN-7K3M9Q", "%00"])
async def test_a_guess_opens_nothing(client, desk, secret):
    result = desk.book(TUESDAY, now=NOW)
    for path in (session_path(secret), session_path(result.number), f"/warteliste/{secret}"):
        status, body, _ = await asked(client, path)
        assert status == 404 and "VCALENDAR" not in body and "öffnet nichts" in body


async def test_to_look_changes_nothing_and_shows_what_is_offered(client, desk, path):
    for _ in range(2):
        status, html, headers = await asked(client, path)
        assert status == 200 and "Dienstag, 15. Dezember 2026, 9 bis 9:30 Uhr" in html
        assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    assert ADDRESS not in html and "<script" not in html
    assert desk.waiting.offered("a", NOW).offer and desk.appointments.list() == ()
    check_german(" ".join(re.sub(r"<!doctype html>|<[^>]+>", " ", html).split()))


async def test_the_button_books_and_shows_the_code_once(client, desk, path):
    status, html, _ = await asked(client, path, "POST", data=FORM)
    number, code = re.search(r"Ihre Nummer: ([\w-]+)", html)[1], re.search(r"Ihr Code: ([\w-]+)", html)[1]
    assert status == 200 and desk.appointments.show(number, code, NOW).outcome.value == "SHOWN"
    (booked,) = desk.appointments.list()
    assert booked.slot == Slot(TUESDAY, 30, ADVISER.id) and (booked.email, booked.phone) == (ADDRESS, "+493517654321")
    assert desk.mails(f"{number}:session")[0].attachments
    assert (await asked(client, path, "POST", data=FORM))[0] == 404 and len(desk.appointments.list()) == 1


@pytest.mark.parametrize(("changes", "told"), [
    ({"einwilligung": ""}, "Ohne Ihre Zustimmung"), ({"name": " "}, "einen Namen"), ({"telefon": ""}, "eine Telefonnummer"),
    ({"telefon": "12"}, "eine Telefonnummer"), ({"telefon": "ada@example.org"}, "eine Telefonnummer"), ({"form": "besuch"}, "den Ort"), ({"form": "<b>"}, "passt so nicht"),
    ({"name": '"><script>x</script>', "einwilligung": ""}, "Ohne Ihre Zustimmung"),
])  # fmt: skip
async def test_what_is_missing_is_said_and_what_was_typed_stays(client, desk, path, changes, told):
    status, html, _ = await asked(client, path, "POST", data={**FORM, **changes})
    assert status == 400 and told in html and "<script" not in html and desk.appointments.list() == ()
    assert desk.waiting.offered("a", NOW).offer


async def test_letting_it_pass_and_leaving(client, desk, path):
    assert "bleiben auf der Warteliste" in (await asked(client, path, "POST", data={"was": "ablehnen"}))[1]
    assert desk.waiting.offered("a", NOW).offer is None
    assert (await asked(client, path, "POST", data=FORM))[0] == 409
    assert "Im Moment ist nichts frei" in (await asked(client, path))[1]
    assert "nicht mehr auf der Warteliste" in (await asked(client, path, "POST", data={"was": "verlassen"}))[1]
    assert desk.waiting.offered("a", NOW) is None and (await asked(client, path))[0] == 404


@pytest.mark.parametrize("headers", [{"Origin": "https://andere.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_another_site_presses_no_button(client, desk, path, headers):
    for was in ("annehmen", "ablehnen", "verlassen"):
        assert (await asked(client, path, "POST", data={**FORM, "was": was}, headers=headers))[0] == 403
    assert desk.waiting.offered("a", NOW).offer and desk.appointments.list() == ()


@pytest.mark.parametrize("data", [{}, {"was": "alles"}, {"was": ""}])
async def test_a_button_that_does_not_exist_does_nothing(client, desk, path, data):
    assert (await asked(client, path, "POST", data=data))[0] == 200
    assert desk.waiting.offered("a", NOW).offer and desk.appointments.list() == ()
