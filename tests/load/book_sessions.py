"""Many people book the same few sessions while processes are killed: nobody gets the time of somebody else.

    .venv/bin/python -m tests.load.book_sessions --count 10000                       # SQLite
    .venv/bin/python -m tests.load.book_sessions --count 10000 --postgres            # a fresh database there

Fifty clients book over two processes that share one database. Each attempt finds, holds, perhaps prolongs, books, perhaps
moves or cancels; some let the hold run out, some send the booking to both processes at once. Every few seconds one of the
processes gets SIGKILL and is started anew; whoever gets no answer sends the same request again. In the end what people
were told is compared with what is stored.
"""
from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, pairwise
from pathlib import Path
from typing import Iterator

import aiohttp
import sqlalchemy as sa

from office.appointments.claims import quanta_of
from office.appointments.hours import LOCAL, session_starts
from office.appointments.model import HELD_FOR, AppointmentFilter, HoldOutcome, SessionWish, Slot
from office.appointments.tables import DayClaimRow, SlotClaimRow
from office.matters.rows import hash_request
from office.matters.tables import MatterRow
from storage import Database
from storage.migrate import migrate
from tests.load.booking_process import DAYS, MINUTES_A_SECOND, advisers, as_slot, fast_clock, service_on
from tests.services import fresh_postgres

CLIENTS = 50
_ROOT = Path(__file__).resolve().parents[2]
_STARTED_WITHIN = 60
"""Seconds."""


@dataclass
class Told:
    """What a person was told of their booking: where it is, and whether it still is."""

    key: str
    number: str
    code: str | None
    slot: Slot
    is_cancelled: bool = False


@dataclass
class Report:
    """What came of all attempts. `faults` are sentences; none is good."""

    outcomes: Counter = field(default_factory=Counter)
    told: dict[str, Told] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    kills: int = 0
    again: int = 0
    """Requests that were sent once more because no answer came."""
    seconds: float = 0.0


class Process:
    """One of the two; its port stays."""

    def __init__(self, url: str, begun: float) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._command = [sys.executable, "-m", "tests.load.booking_process", url, str(begun), str(self.port)]
        self.start()

    def start(self) -> None:
        self._running = subprocess.Popen(self._command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)

    def wait_until_ready(self) -> None:
        if not self._running.stdout.readline():
            raise RuntimeError("a process that takes bookings did not start")

    def kill(self) -> None:
        os.kill(self._running.pid, signal.SIGKILL)
        self._running.wait(_STARTED_WITHIN)
        self._running.stdout.close()


class Clients:
    """All people; each attempt is another one."""

    def __init__(self, processes: list[Process], report: Report, seed: int) -> None:
        self._processes, self.report, self._chance = processes, report, random.Random(seed)
        self._kept: list[Told] = []

    async def attempt(self, http: aiohttp.ClientSession, number: int) -> None:
        """One person, from looking for a time to the end."""
        self.report.outcomes["attempt"] += 1
        holder, minutes = f"holder-{number}", self._chance.choice((30, 60))
        wish = {"adviser": self._chance.choice(advisers()).id, "minutes": minutes, "limit": 6, "holder": holder}
        found = await self._ask(http, "find", **wish)
        if not found["slots"]:
            await self._cancel_one(http)
            return
        held = await self._ask(http, "hold", slot=self._chance.choice(found["slots"]), holder=holder)
        if held["outcome"] != HoldOutcome.HELD.value:
            return
        chance = self._chance.random()
        if chance < 0.15:
            return  # goes away without a word
        if chance < 0.25:
            await self._ask(http, "extend", holder=holder)
        elif chance < 0.30:  # types for too long
            await asyncio.sleep(HELD_FOR.total_seconds() / 60 / MINUTES_A_SECOND * 1.1)
        if mine := await self._book(http, number, holder):
            await self._go_on(http, mine, found["slots"])

    async def _book(self, http: aiohttp.ClientSession, number: int, holder: str) -> Told | None:
        order = dict(holder=holder, number=number, key=f"key-{number}")
        times = 2 if self._chance.random() < 0.05 else 1
        results = await asyncio.gather(*(self._ask(http, "book", **order) for _ in range(times)))
        if self._chance.random() < 0.05:
            results.append(await self._ask(http, "book", **order))
        booked = [one for one in results if one["number"]]
        if len({one["number"] for one in booked}) > 1:
            self.report.faults.append(f"{order['key']}: booked as {sorted(one['number'] for one in booked)}")
        if not booked:
            return None
        told = Told(order["key"], booked[-1]["number"], self._code_of(results), as_slot(booked[-1]["slot"]))
        self.report.told[told.number] = told
        return told

    def _code_of(self, results: list[dict]) -> str | None:
        """The code that counts: of several answers at once nobody knows which came last."""
        codes = {one["code"] for one in results if one["code"]}
        return codes.pop() if len(codes) == 1 else None

    async def _go_on(self, http: aiohttp.ClientSession, mine: Told, slots: list[dict]) -> None:
        chance = self._chance.random()
        if mine.code and chance < 0.35:
            moved = await self._ask(http, "move", number=mine.number, code=mine.code, slot=self._chance.choice(slots))
            mine.slot = as_slot(moved["slot"]) if moved["outcome"] == "MOVED" else mine.slot
        if mine.code and 0.25 < chance < 0.75:
            await self._cancel(http, mine)
        elif mine.code:
            self._kept.append(mine)

    async def _cancel_one(self, http: aiohttp.ClientSession) -> None:
        """Somebody who has a session cancels it: otherwise all were booked soon, and nothing happened any more."""
        if self._kept:
            await self._cancel(http, self._kept.pop(self._chance.randrange(len(self._kept))))

    async def _cancel(self, http: aiohttp.ClientSession, mine: Told) -> None:
        done = await self._ask(http, "cancel", number=mine.number, code=mine.code)
        mine.is_cancelled = done["outcome"] in ("CANCELLED", "ALREADY_CANCELLED")

    async def _ask(self, http: aiohttp.ClientSession, verb: str, **told: object) -> dict:
        """The answer, from one process or from the other; as often as it takes."""
        ports = [one.port for one in self._processes]
        self._chance.shuffle(ports)
        for port in cycle(ports):
            try:
                async with http.post(f"http://127.0.0.1:{port}/{verb}", json=told) as response:
                    answer = await response.json() if response.status in (200, 503) else {}
                    outcome = f"{verb} {answer.get('outcome', response.status)} {answer.get('cause', '')}".strip()
                    self.report.outcomes[outcome] += 1
                    if response.status == 200:
                        return answer
            except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
                pass  # it was killed
            self.report.again += 1
            await asyncio.sleep(self._chance.uniform(0.05, 0.2))


async def run(processes: list[Process], report: Report, count: int, seed: int, pause: float) -> None:
    """All attempts, and a kill every `pause` seconds or so."""
    clients, numbers, chance = Clients(processes, report, seed), iter(range(count)), random.Random(-seed)

    async def client(http: aiohttp.ClientSession) -> None:
        for number in numbers:
            await clients.attempt(http, number)

    async def killer() -> None:
        while True:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)
            one = chance.choice(processes)
            one.kill()
            one.start()
            report.kills += 1
            await asyncio.to_thread(one.wait_until_ready)

    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=60)) as http:
        killing = asyncio.create_task(killer())
        await asyncio.gather(*(client(http) for _ in range(CLIENTS)))
        killing.cancel()


def check(report: Report, database: Database, begun: float) -> None:
    """Compare what people were told with what is stored; what is wrong goes to `faults`."""
    service, everyone = service_on(database), {one.id: one for one in advisers()}
    kept = {one.number: one for one in service.list(AppointmentFilter(with_cancelled=True))}
    standing = sorted((one for one in kept.values() if not one.is_cancelled), key=lambda one: one.slot)
    faults = report.faults
    faults += [f"{number} was never confirmed" for number in kept.keys() - report.told.keys()]
    for number, told in report.told.items():
        one = kept.get(number)
        if one is None or (one.slot, one.is_cancelled) != (told.slot, told.is_cancelled):
            faults.append(f"{number} was confirmed as {told}, and is kept as {one}")
    with database.reading() as session:
        hashes = Counter(session.scalars(sa.select(MatterRow.request_hash)))
        faults += [f"{told.key} is kept {hashes[hash_request(told.key)]} times" for told in report.told.values()
                   if hashes[hash_request(told.key)] != 1]  # fmt: skip
        claims = {(one.adviser, one.quantum): one.number for one in session.scalars(sa.select(SlotClaimRow)) if one.number}
        places = Counter(one.number for one in session.scalars(sa.select(DayClaimRow)) if one.number)
    expected = {
        (one.slot.adviser, at): one.number
        for one in standing for at in quanta_of(one.slot, everyone[one.slot.adviser].buffer)
    }  # fmt: skip
    if claims != expected or places != Counter(one.number for one in standing):
        faults.append(f"{len(claims)} claims for {len(expected)} quanta, {len(places)} places for {len(standing)} bookings")
    for id_, adviser in everyone.items():
        mine = sorted(one.slot for one in standing if one.slot.adviser == id_)
        gap = timedelta(minutes=adviser.buffer)
        faults += [f"{a} and {b} overlap" for a, b in pairwise(mine) if b.starts_at < a.ends_at + gap]
        days = Counter(one.starts_at.astimezone(LOCAL).date() for one in mine)
        faults += [f"{id_} has {number} sessions on {day}" for day, number in days.items() if number > adviser.a_day]
    _check_holds(report, database, begun, [one.slot for one in standing])


def _check_holds(report: Report, database: Database, begun: float, booked: list[Slot]) -> None:
    """When the last hold must be over, every slot that no booking takes is offered and can be held, although nobody has
    cleared anything away."""
    service, now = service_on(database), fast_clock(begun) + 3 * HELD_FOR
    for adviser in advisers():
        gap, mine = timedelta(minutes=adviser.buffer), [one for one in booked if one.adviser == adviser.id]
        for minutes in adviser.lengths:
            free = {
                Slot(at, minutes, adviser.id) for at in session_starts(adviser, minutes, DAYS[0], DAYS[-1])
                if all(at >= one.ends_at + gap or at + timedelta(minutes=minutes) + gap <= one.starts_at for one in mine)
                and sum(one.starts_at.date() == at.date() for one in mine) < adviser.a_day
            }  # fmt: skip
            offer = service.find(SessionWish(adviser=adviser.id, minutes=minutes), now, limit=1000)
            if set(offer.slots) != free:
                report.faults.append(f"{adviser.id}: {len(offer.slots)} slots are offered, {len(free)} are free")
            for slot in offer.slots[:2]:
                if service.hold(slot, "the last one", now).outcome not in (HoldOutcome.HELD, HoldOutcome.TOO_MANY):
                    report.faults.append(f"{slot} is offered and cannot be held")
                service.release("the last one", now)


def book_sessions(url: str, count: int, seed: int = 1, pause: float = 10.0) -> Report:
    """Start both processes on the database at `url`, which is empty, let everybody book, and tell what came of it."""
    database, report, begun = Database(url), Report(), time.time()
    migrate(database)
    processes = [Process(url, begun) for _ in range(2)]
    try:
        for one in processes:
            one.wait_until_ready()
        started = time.monotonic()
        asyncio.run(run(processes, report, count, seed, pause))
        report.seconds = time.monotonic() - started
    finally:
        for one in processes:
            one.kill()
    check(report, database, begun)
    database.close()
    return report


@contextmanager
def database_url(is_postgres: bool) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    if is_postgres:
        with fresh_postgres() as url:
            yield url
    else:
        with tempfile.TemporaryDirectory(prefix="lotse-book-") as folder:
            yield f"sqlite:///{folder}/lotse.db"


def main() -> int:
    """For the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=10.0, help="seconds between two kills, more or less")
    parser.add_argument("--postgres", action="store_true")
    told = parser.parse_args()
    with database_url(told.postgres) as url:
        report = book_sessions(url, told.count, told.seed, told.pause)
    booked = list(report.told.values())
    print(f"{told.count} attempts by {CLIENTS} clients in {report.seconds:.0f} s, {report.kills} kills, "
          f"{report.again} requests sent again")  # fmt: skip
    print(f"{len(booked)} confirmed, {sum(not one.is_cancelled for one in booked)} of them stand")
    print("\n".join(f"  {number:6} {name}" for name, number in sorted(report.outcomes.items())))
    print("\n".join(report.faults) or "no fault")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
