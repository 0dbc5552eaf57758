"""Whatever people and the office do, in any order: after each step nobody has the time of somebody else."""
from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from knowledge.schema.adviser import Leave
from office import secret_codes
from office.appointments.claims import quanta_of
from office.appointments.hours import LOCAL
from office.appointments.model import EXTENSIONS, HELD_FOR, BookingOutcome, HoldOutcome, SessionWish, Slot
from office.appointments.tables import HoldRow, SlotClaimRow
from office.matters.tables import MatterRow
from tests.office.appointments.booking_setup import (
    ANN, BEN, DAY, MINUTE, MONDAY, NOW, PHONE, a_booking, a_slot, an_adviser, appointments_on,
)  # fmt: skip

HOLDERS = st.sampled_from(("one", "two", "three"))
SLOTS = st.builds(
    lambda day, half_hours, minutes, adviser: a_slot(day * 24 * 60 + half_hours * 30, minutes, adviser),
    st.integers(0, 1), st.integers(0, 5), st.sampled_from((30, 60)), st.sampled_from((ANN, BEN)),
)  # fmt: skip
ADVISERS = (an_adviser(ANN, buffer=10, a_day=2), an_adviser(BEN, buffer=30, a_day=3))
BUFFER = {one.id: timedelta(minutes=one.buffer) for one in ADVISERS}
A_DAY = {one.id: one.a_day for one in ADVISERS}


class Office(RuleBasedStateMachine):
    """Three conversations, two advisers, two days; `database` is set by the test."""

    database = None

    def __init__(self) -> None:
        super().__init__()
        with self.database.writing() as session:
            session.execute(sa.delete(MatterRow))
            session.execute(sa.delete(HoldRow))
        self.now, self.away, self.number = NOW, set(), 0
        self.held, self.extended, self.codes = {}, Counter(), {}
        self.booked: dict[str, Slot] = {}
        self.service = appointments_on(self.database, *ADVISERS, leave=self.leave_of)

    def leave_of(self, adviser: str) -> tuple[Leave, ...]:
        return tuple(Leave.parse_obj({"von": day, "bis": day}) for one, day in self.away if one == adviser)

    @rule(holder=HOLDERS, slot=SLOTS)
    def hold(self, holder: str, slot: Slot) -> None:
        before = self.held.get(holder)
        held = self.service.hold(slot, holder, self.now)
        if held.outcome is HoldOutcome.HELD:
            is_same = before is not None and before[0] == slot and self.now < before[1]
            assert held.until == (before[1] if is_same else self.now + HELD_FOR)
            self.held[holder] = (slot, held.until)
            self.extended[holder] = self.extended[holder] if is_same else 0

    @rule(holder=HOLDERS)
    def extend(self, holder: str) -> None:
        stands = holder in self.held and self.now < self.held[holder][1]
        outcome = self.service.extend(holder, self.now).outcome
        may = self.extended[holder] < EXTENSIONS
        assert outcome is (HoldOutcome.EXPIRED if not stands else HoldOutcome.EXTENDED if may else HoldOutcome.NOT_LONGER)
        if outcome is HoldOutcome.EXTENDED:
            self.extended[holder] += 1
            self.held[holder] = (self.held[holder][0], self.now + HELD_FOR)

    @rule(holder=HOLDERS)
    def release(self, holder: str) -> None:
        self.service.release(holder, self.now)
        self.held.pop(holder, None)

    @rule(holder=HOLDERS, sent=st.integers(1, 2))
    def book(self, holder: str, sent: int) -> None:
        self.number += 1
        for time in range(sent):
            result = self.service.book(holder, a_booking(self.number, self.now), PHONE, f"key {self.number}", self.now)
            if time == 1 and self.number in self.codes:
                assert result.outcome is BookingOutcome.ALREADY_BOOKED
            if result.outcome is BookingOutcome.BOOKED:
                assert result.appointment.slot == self.held.pop(holder)[0]
                self.booked[result.number] = result.appointment.slot
            if result.code:
                self.codes[self.number] = (result.number, result.code)

    @precondition(lambda self: self.codes)
    @rule(data=st.data(), slot=SLOTS)
    def move(self, data: st.DataObject, slot: Slot) -> None:
        number, code = self.codes[data.draw(st.sampled_from(sorted(self.codes)))]
        result = self.service.move(number, code, slot, self.now)
        if result.outcome is BookingOutcome.MOVED:
            self.booked[number] = slot

    @precondition(lambda self: self.codes)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        number, code = self.codes[data.draw(st.sampled_from(sorted(self.codes)))]
        result = self.service.cancel(number, code, self.now)
        if result.outcome is BookingOutcome.CANCELLED:
            assert self.booked.pop(number) == result.appointment.slot

    @rule(minutes=st.sampled_from((1, 5, 9, 10, 60, 24 * 60)))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @rule(adviser=st.sampled_from((ANN, BEN)), day=st.integers(0, 1))
    def leave_begins_or_ends(self, adviser: str, day: int) -> None:
        when = (MONDAY + day * DAY).date()
        self.away ^= {(adviser, when)}

    @invariant()
    def everybody_has_what_they_were_told(self) -> None:
        assert {one.number: one.slot for one in self.service.list()} == self.booked

    @invariant()
    def no_hold_outlives_its_time(self) -> None:
        for holder in ("one", "two", "three"):
            slot, until = self.held.get(holder, (None, self.now))
            seen = self.service.held(holder, self.now)
            assert (seen and (seen.slot, seen.until)) == ((slot, until) if self.now < until else None)

    @invariant()
    def nobody_has_the_time_of_somebody_else(self) -> None:
        standing = [*self.booked.values(), *(slot for slot, until in self.held.values() if self.now < until)]
        for adviser in (ANN, BEN):
            mine = sorted(one for one in standing if one.adviser == adviser)
            assert all(a.ends_at + BUFFER[adviser] <= b.starts_at for a, b in pairwise(mine))
            days = Counter(one.starts_at.astimezone(LOCAL).date() for one in mine)
            assert all(number <= A_DAY[adviser] for number in days.values())

    @invariant()
    def what_is_booked_is_claimed_as_long_as_it_is_to_come(self) -> None:
        with self.database.reading() as session:
            rows = session.scalars(sa.select(SlotClaimRow).where(SlotClaimRow.number.is_not(None)))
            claimed = {(one.adviser, one.quantum): one.number for one in rows}
        wanted = {
            (slot.adviser, at): number for number, slot in self.booked.items() if slot.starts_at > self.now
            for at in quanta_of(slot, BUFFER[slot.adviser] // MINUTE)
        }  # fmt: skip
        assert wanted.items() <= claimed.items() and set(claimed.values()) <= set(self.booked)

    @rule()
    def what_is_offered_can_be_held(self) -> None:
        for slot in self.service.find(SessionWish(), self.now, 2).slots:
            assert self.service.hold(slot, "tester", self.now).outcome in (HoldOutcome.HELD, HoldOutcome.TOO_MANY)
            self.service.release("tester", self.now)


def test_whatever_happens_in_whatever_order(database, monkeypatch):
    monkeypatch.setattr(secret_codes, "_LOG_N", 2)  # little work for each of the many codes
    few = settings(
        max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
    )
    run_state_machine_as_test(type("OfficeOn", (Office,), {"database": database}), settings=few)
