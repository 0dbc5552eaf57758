from __future__ import annotations


import pytest
import sqlalchemy as sa

import bot.all_tables  # noqa: F401 (deleting a conversation goes over all tables)
from office.appointments.tables import AppointmentRow, DayClaimRow, HoldRow, SlotClaimRow
from office.appointments.waiting_tables import WaitingRow
from office.mail.tables import AddressRow, OutboxRow
from office.matters.tables import MatterRow
from office.tables import CodeTryRow, ConsentRow
from storage import Database
from tests.office.appointments.booking_setup import appointments_on


@pytest.fixture
def database(migrated) -> Database:
    """The same, empty."""
    with migrated.writing() as session:
        for row in (MatterRow, HoldRow, ConsentRow, CodeTryRow, WaitingRow, OutboxRow, AddressRow):
            session.execute(sa.delete(row))
        for row in (SlotClaimRow, DayClaimRow, AppointmentRow):
            assert session.scalars(sa.select(row)).all() == []
    return migrated


@pytest.fixture
def appointments(database):
    return appointments_on(database)
