"""One process that takes bookings over HTTP on loopback, for `book_sessions`: the real service, on a clock that runs fast.

    python -m tests.load.booking_process DATABASE_URL BEGUN PORT

It prints its port when it is ready. `BEGUN` is the second (Unix time) at which the fast clock began; all processes share it.
Codes are hashed with little work: else nine tenths of the time went there.
"""
from __future__ import annotations

import asyncio
import sys
import time
from datetime import date, datetime, timedelta, timezone

from aiohttp import web

from knowledge.schema.adviser import Adviser, SessionFormat
from office import secret_codes
from office.appointments.model import BookingResult, Hold, SessionWish, Slot
from office.appointments.service import Appointments
from office.appointments.timetable import Timetable
from office.case_numbers import mint_case_number
from office.consent import Consent
from office.matters.kinds.appointment import APPOINTMENT
from office.matters.model import Submission
from storage import Database, StorageError

FIRST = datetime(2027, 1, 4, 8, 0, tzinfo=timezone.utc)
"""What the fast clock shows at its begin."""
MINUTES_A_SECOND = 20
"""A hold of ten minutes lasts thirty seconds."""
DAYS = tuple(date(2027, 3, day) for day in (1, 2, 3, 4))
"""Monday to Thursday: on these days alone there are sessions."""


def advisers() -> tuple[Adviser, ...]:
    """Five with ten slots on each of the four days: 200, each of which can begin a session of half an hour; of an hour too,
    but for the last one of the day. Three are full before their hours are."""
    hours = [{"von": "09:00", "bis": "14:00"}]
    return tuple(
        Adviser.parse_obj({
            "id": f"ber-{name}", "role": f"Platz {name}", "formats": ["telefon"], "email": "platz@example.org",
            "holidays": "DE-SN", "week": {}, "exceptions": [{"am": day, "zeiten": hours} for day in DAYS],
            "days_ahead": 90, "notice": 1, "change_until": 1, "buffer": 10, "a_day": a_day,
        })
        for name, a_day in (("a", 3), ("b", 3), ("c", 4), ("d", 9), ("e", 9))
    )  # fmt: skip


def fast_clock(begun: float) -> datetime:
    """What the fast clock shows now."""
    return FIRST + timedelta(minutes=(time.time() - begun) * MINUTES_A_SECOND)


def service_on(database: Database) -> Appointments:
    """The service as it runs in the assistant."""
    everyone = advisers()
    return Appointments(database, Timetable(lambda: everyone))


def a_submission(number: int, now: datetime) -> Submission:
    """What the person with this number tells."""
    told = {"name": f"Person {number}", "topic": "Geld für einen Bürgerbus"}
    return Submission(told, (Consent(APPOINTMENT.purpose, "2026-11", now),), f"0351 {1_000_000 + number}")


def as_slot(told: dict) -> Slot:
    return Slot(datetime.fromisoformat(told["starts_at"]), told["minutes"], told["adviser"])


def as_json(slot: Slot | None) -> dict | None:
    return slot and {"starts_at": slot.starts_at.isoformat(), "minutes": slot.minutes, "adviser": slot.adviser}


class Verbs:
    """What can be asked for: a name and its arguments; each answer is JSON."""

    def __init__(self, appointments: Appointments, begun: float) -> None:
        self._appointments = appointments
        self._begun = begun

    def call(self, verb: str, told: dict) -> dict:
        now = fast_clock(self._begun)
        return getattr(self, f"_{verb}")(told, now)

    def _find(self, told: dict, now: datetime) -> dict:
        wish = SessionWish(adviser=told["adviser"], minutes=told["minutes"])
        found = self._appointments.find(wish, now, limit=told["limit"], holder=told["holder"])
        return {"outcome": found.outcome.value, "slots": [as_json(one) for one in found.slots]}

    def _hold(self, told: dict, now: datetime) -> dict:
        return _held(self._appointments.hold(as_slot(told["slot"]), told["holder"], now))

    def _extend(self, told: dict, now: datetime) -> dict:
        return _held(self._appointments.extend(told["holder"], now))

    def _book(self, told: dict, now: datetime) -> dict:
        submission = a_submission(told["number"], now)
        return _booked(self._appointments.book(told["holder"], submission, SessionFormat.PHONE, told["key"], now))

    def _move(self, told: dict, now: datetime) -> dict:
        return _booked(self._appointments.move(told["number"], told["code"], as_slot(told["slot"]), now))

    def _cancel(self, told: dict, now: datetime) -> dict:
        return _booked(self._appointments.cancel(told["number"], told["code"], now))


def _held(hold: Hold) -> dict:
    return {"outcome": hold.outcome.value, "slot": as_json(hold.slot)}


def _booked(result: BookingResult) -> dict:
    slot = result.appointment and result.appointment.slot
    return {"outcome": result.outcome.value, "number": result.number, "code": result.code, "slot": as_json(slot)}


def main() -> None:
    """Serve until killed."""
    url, begun, port = sys.argv[1:]
    secret_codes._LOG_N = 4
    mint_case_number(APPOINTMENT.prefix)  # the dictionary is loaded before somebody waits for it
    verbs = Verbs(service_on(Database(url)), float(begun))

    async def answer(request: web.Request) -> web.Response:
        try:
            told = await asyncio.to_thread(verbs.call, request.match_info["verb"], await request.json())
        except StorageError as error:
            cause = str(getattr(error.__cause__, "orig", None) or error.__cause__)
            return web.json_response({"outcome": "TECHNICAL_PROBLEM", "cause": cause[:80]}, status=503)
        return web.json_response(told)

    app = web.Application()
    app.router.add_post("/{verb}", answer)
    web.run_app(app, host="127.0.0.1", port=int(port), print=lambda *_: print(port, flush=True), access_log=None)


if __name__ == "__main__":
    main()
