"""Who keeps a record right, until when it holds, when it must be checked again, and how old its source is."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from knowledge.schema import KINDS
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus
from knowledge.schema.record import months_after
from knowledge.search import has_ended
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.knowledge.test_search import a_bus, embedder, find, ids  # noqa: F401

BUILDERS = [a_funding, a_legal_hurdle, a_contact, a_case, a_method, an_event]
each_kind = pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)


@each_kind
def test_every_kind_has_a_role_that_looks_after_it(build):
    assert build().owner_role.startswith("Redaktion ")
    assert build(owner="Geschäftsstelle").owner_role == "Geschäftsstelle"


@pytest.mark.parametrize("owner", ["", "Frau Muster", "Herr Muster", "muster@stelle.example", "Redaktion 2", "Dr. Muster"])
def test_an_owner_that_is_no_role_is_refused(owner):
    with pytest.raises(ValidationError):
        a_funding(owner=owner)


@pytest.mark.parametrize(
    ("build", "due"),
    [
        (a_funding, "2027-05-01"), (a_legal_hurdle, "2027-11-01"), (a_contact, "2027-11-01"),
        (a_case, "2028-11-01"), (a_method, "2028-11-01"),
    ],
)  # fmt: skip
def test_a_record_is_due_after_the_span_of_its_kind(build, due):
    assert build(checked_on="2026-11-01").review_due == date.fromisoformat(due)


def test_a_day_of_review_that_is_given_counts():
    assert a_funding(review_on="2027-01-15").review_due == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("record", "due"),
    [
        (a_funding(open_until="2026-12-31"), "2026-12-31"),
        (a_funding(open_until="2028-12-31"), "2027-05-01"),
        (a_funding(open_until="2026-10-31"), "2027-05-01"),
        (an_event(dates=("2026-12-03", "2026-12-10")), "2026-12-10"),
        (an_event(dates=("2021-10-07",)), "2027-05-01"),
        (an_event(event_kind="plattform", dates=("2026-12-03",)), "2027-05-01"),
    ],
)
def test_a_review_is_never_due_later_than_a_known_end(record, due):
    assert record.review_due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-08-31", 6, "2027-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2024-02-29", -12, "2023-02-28"),
        ("2026-12-15", 12, "2027-12-15"), ("2026-01-15", -1, "2025-12-15"),
    ],
)  # fmt: skip
def test_months_end_where_the_month_does(day, months, then):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("as_of", "source_day", "is_old"),
    [
        ("2025-11-22", date(2025, 11, 22), False), ("2025-11-21", date(2025, 11, 21), True),
        ("2025-11", date(2025, 11, 30), False), ("2025-10", date(2025, 10, 31), True),
        ("2025", date(2025, 12, 31), False), ("2024", date(2024, 12, 31), True),
        ("2024-02", date(2024, 2, 29), True), (None, None, False),
    ],
)  # fmt: skip
@each_kind
def test_a_source_is_old_when_it_is_surely_older_than_a_year(build, as_of, source_day, is_old):
    record = build(as_of=as_of)
    assert (record.source_day, record.is_older_than_a_year(TODAY)) == (source_day, is_old)


@pytest.mark.parametrize(
    ("record", "ended"),
    [
        (a_funding(open_until="2026-11-22"), StatedStatus.ENDED),
        (an_event(dates=("2026-11-15", "2026-11-22")), EventStatus.PAST),
    ],
)
def test_what_ends_drops_out_by_itself_the_day_after_its_last_day(record, ended):
    last, next_day = date(2026, 11, 22), date(2026, 11, 23)
    assert not has_ended(record, last) and record.status_on(last) is not ended
    assert has_ended(record, next_day) and record.status_on(next_day) is ended


def test_on_its_last_day_a_programme_is_still_found_and_not_on_the_next(find):  # noqa: F811
    question = "Geld für den Bürgerbus auf dem Land"
    assert set(ids(find([a_bus(1, open_until=TODAY), a_bus(2)], question))) == {"foe-bus-1", "foe-bus-2"}
    assert ids(find([a_bus(1, open_until=TODAY - timedelta(days=1)), a_bus(2)], question)) == ["foe-bus-2"]


def test_a_lasting_offer_does_not_end_with_its_dates():
    offer = an_event(event_kind="beratung", dates=("2026-11-22",))
    assert offer.ends_on is None and not has_ended(offer, date(2027, 1, 1))


def test_the_roles_of_all_kinds_would_pass_as_a_given_owner():
    for model in KINDS.values():
        assert a_funding(owner=model.usual_owner).owner == model.usual_owner
