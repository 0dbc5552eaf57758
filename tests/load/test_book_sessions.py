"""The small size of `book_sessions`, with kills; `python -m tests.load.book_sessions` does more."""
from __future__ import annotations

import pytest

from tests.load.book_sessions import book_sessions, database_url

pytestmark = pytest.mark.slow
COUNT = 300


@pytest.mark.parametrize("is_postgres", [False, True], ids=["sqlite", "postgresql"])
def test_nobody_gets_the_time_of_somebody_else_whatever_is_killed(is_postgres):
    with database_url(is_postgres) as url:
        report = book_sessions(url, COUNT, pause=3.0)
    assert report.faults == []
    assert report.kills and report.outcomes["book BOOKED"] > 20 and report.outcomes["hold SLOT_GONE"]
