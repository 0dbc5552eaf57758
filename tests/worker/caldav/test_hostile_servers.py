"""Calendars on servers that are broken or bad: requests go only to the configured host, and none costs too much."""
from __future__ import annotations

import socket
import threading
import time
from datetime import timedelta

import pytest

from office.appointments.calendars import Problem
from tests.fakes.hostile_server import HostileServer, multistatus, says
from tests.fakes.radicale_server import PASSWORD, USER, event
from tests.office.appointments.booking_setup import MONDAY, NOW, a_slot, booked
from tests.worker.caldav.calendar_setup import SHORT, Desk
from worker.caldav.calendar import RemoteCalendar
from worker.caldav.line import CalendarAddress, CalendarTrouble

BOMB = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij")) + "]>")  # fmt: skip
SMALL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "klein">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def a_calendar(text: str) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}\r\nEND:VCALENDAR\r\n"


NINE = a_calendar(event("x", ":20261130T080000Z", ":20261130T083000Z"))


@pytest.fixture
def server():
    with HostileServer() as opened:
        yield opened


@pytest.fixture
def desk(store, server):
    """The calendar was read once, with one busy time."""
    made = Desk(store, server.url)
    server.answer = says(207, multistatus(NINE))
    assert made.read(NOW) == 1 and MONDAY not in made.starts()
    return made


@pytest.mark.parametrize("wrong, problem", [
    (says(500), Problem.SERVER), (says(429), Problem.SERVER), (says(403), Problem.FORBIDDEN), (says(404), Problem.NOT_FOUND),
    (says(200, b"<html>Willkommen</html>"), Problem.NO_CALENDAR), (says(405), Problem.NO_CALENDAR),
    (says(207, b"<html/>"), Problem.ANSWER), (says(207, b"nichts"), Problem.ANSWER), (says(207), Problem.ANSWER),
    (says(207, b'<?xml version="1.0" encoding="klingon"?><a/>'), Problem.ANSWER),
    (says(207, multistatus("&j;", head=BOMB)), Problem.ANSWER),
    (says(207, multistatus("&a;", head=OUTSIDE)), Problem.ANSWER),
    (says(207, multistatus("&a;", head=SMALL)), Problem.ANSWER),
    (says(207, multistatus("x" * 300_000)), Problem.TOO_MUCH),
    (says(207, multistatus(*["x"] * 300, href="/"), "Content-Encoding: gzip"), Problem.ANSWER),
    (says(207, multistatus(NINE, href="https://boese.example/kalender/x.ics")), Problem.FOREIGN),
    (says(207, multistatus(NINE, href="//boese.example/x.ics")), Problem.FOREIGN),
    (says(207, multistatus(NINE, href="https://127.0.0.1/kalender/x.ics")), Problem.FOREIGN),
    (says(207, multistatus(NINE, href="http://127.0.0.1:1/kalender/x.ics")), Problem.FOREIGN),
    (says(207, multistatus(NINE, href="http://[böse")), Problem.ANSWER),
])  # fmt: skip
def test_a_wrong_answer_changes_no_busy_time_and_is_told(desk, server, wrong, problem):
    server.answer = wrong
    assert desk.read(NOW) == 0 and desk.state.problem is problem
    assert MONDAY not in desk.starts() and desk.starts()
    server.answer = says(207, multistatus())
    assert desk.read(NOW) == 1 and desk.state.problem is None and MONDAY in desk.starts()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("is_same", [True, False])
def test_no_redirect_is_followed_and_no_password_goes_elsewhere(desk, server, status, is_same):
    with HostileServer(says(207, multistatus())) as other:
        server.asked.clear()
        server.answer = says(status, b"", f"Location: {server.url if is_same else other.url}")
        booked(desk.appointments, a_slot(60))
        assert desk.read(NOW) == desk.write(NOW) == 0 and desk.state.problem is Problem.REDIRECT
        assert other.asked == [] and [one[0] for one in server.asked] == ["REPORT", "PUT"]


def test_proxies_and_netrc_of_the_environment_are_not_asked(desk, server, monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login other password other\n")
    with HostileServer() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
        server.asked.clear()
        assert desk.read(NOW) == 1 and proxy.asked == []
        assert len({one[2] for one in server.asked}) == 1 and "b3RoZXI" not in server.asked[0][2]


def test_a_server_that_trickles_is_left_after_a_while(desk, server):
    def trickle(handler) -> None:
        handler.wfile.write(b"HTTP/1.1 207 X\r\n\r\n")
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.1)

    server.answer, began = trickle, time.monotonic()
    assert desk.read(NOW) == 0 and desk.state.problem is Problem.TOO_SLOW
    assert time.monotonic() - began < SHORT.whole + 2


def test_a_server_that_says_nothing_is_left_after_a_while(desk, server):
    server.answer, began = (lambda handler: time.sleep(4)), time.monotonic()
    assert desk.read(NOW) == 0 and desk.state.problem is Problem.TOO_SLOW and time.monotonic() - began < SHORT.whole + 2


def test_a_worker_that_has_to_end_does_not_wait_for_the_server(server):
    server.answer = lambda handler: time.sleep(10)
    remote = RemoteCalendar(CalendarAddress(server.url, USER, PASSWORD))
    threading.Timer(0.3, remote.stop).start()
    began = time.monotonic()
    with pytest.raises(CalendarTrouble):
        remote.entries(NOW, MONDAY)
    assert time.monotonic() - began < 2
    with pytest.raises(CalendarTrouble):
        remote.entries(NOW, MONDAY)
    assert len(server.asked) == 1


def test_a_host_without_a_certificate_gets_no_password(store):
    heard = []
    with socket.socket() as plain:
        plain.bind(("127.0.0.1", 0))
        plain.listen()

        def answer() -> None:
            line, _ = plain.accept()
            heard.append(line.recv(10_000))
            line.sendall(b"HTTP/1.1 207 X\r\n\r\n")
            line.close()

        threading.Thread(target=answer, daemon=True).start()
        desk = Desk(store, f"https://127.0.0.1:{plain.getsockname()[1]}/kalender/")
        assert desk.read(NOW) == 0 and desk.state.problem is Problem.UNREACHABLE
    assert heard and b"Authorization" not in heard[0]


@pytest.mark.parametrize("rules", [
    "RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY",
    "RRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
])  # fmt: skip
def test_an_entry_that_repeats_without_end_costs_little_and_the_others_count(desk, server, rules):
    mad = a_calendar(event("mad", ":20200101T080000Z", ":20200101T080001Z", rules))
    server.answer, began = says(207, multistatus(mad, "BEGIN:VCALENDAR", "nichts", NINE)), time.monotonic()
    assert desk.read(NOW) == 1 and time.monotonic() - began < 5
    assert desk.state.unreadable == 3 and MONDAY not in desk.starts()


def test_an_entry_that_is_refused_waits_alone_and_the_others_go_on(desk, server):
    numbers = [booked(desk.appointments, a_slot(60)).number, booked(desk.appointments, a_slot(120), "h2", number=2).number]
    refused = numbers[0].lower()
    server.answer = lambda handler: says(413 if refused in handler.path else 201)(handler)
    assert desk.write(NOW) == 1 and desk.write(NOW) == 0
    assert [one.number for one in desk.entries.due("ber-ann", NOW, also_paused=True)] == [numbers[0]]
    server.answer = says(201)
    assert desk.write(NOW) == 0, "it is tried again after a pause"
    assert desk.write(NOW + timedelta(minutes=2)) == 1


def test_an_entry_that_changes_all_the_time_is_given_a_rest(desk, server):
    booked(desk.appointments, a_slot(60))
    server.asked.clear()
    server.answer = lambda handler: says(412 if handler.command == "PUT" else 200, b"", 'ETag: "x"')(handler)
    assert desk.write(NOW) == 0 and len(server.asked) == 8


def test_a_server_without_etags_gets_the_entry_all_the_same(desk, server):
    kept = []

    def answer(handler) -> None:
        is_conditional = handler.headers.get("If-None-Match") or handler.headers.get("If-Match")
        if handler.command == "PUT" and is_conditional and kept:
            return says(412)(handler)
        if handler.command == "PUT":
            kept.append(handler.path)
        says(200 if handler.command == "GET" else 201, b"", 'ETag: W/"weak"')(handler)

    server.answer = answer
    result = booked(desk.appointments, a_slot(60))
    assert desk.write(NOW) == 1
    desk.appointments.move(result.number, result.code, a_slot(180 + 60), NOW)
    assert desk.write(NOW) == 1 and len(kept) == 2
