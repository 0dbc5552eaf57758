"""The rules over the records, on a set day: each with what it finds and what it must leave alone."""
from __future__ import annotations

from datetime import date

import pytest

from knowledge.checking import Finding, Severity, findings_of
from knowledge.content_files import inspect_records
from knowledge.errors import ContentError
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, a_sound_source, an_event
from tests.library import CONTENT


def found(*records, day: date = TODAY) -> list[tuple[Severity, str | None]]:
    return [(one.severity, one.field) for one in findings_of(records, [], day)]


def funding(**changes):
    return a_funding(**a_sound_source(), **changes)


def event(**changes):
    return an_event(**a_sound_source(), **changes)


def test_records_that_are_in_order_give_no_finding():
    builders = (a_funding, a_legal_hurdle, a_contact, a_case, a_method, an_event)
    names = ("Erste", "Zweite", "Dritte", "Vierte", "Fünfte", "Sechste")
    assert found(*(build(**a_sound_source(), name=name) for build, name in zip(builders, names))) == []


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (funding(deadline_on="2026-11-21"), "deadline_on"),
        (funding(open_until="2026-11-21"), "open_until"),
        (funding(open_until="2027-01-31", deadline_on="2027-02-01"), "deadline_on"),
        (funding(status="ausgelaufen", deadline_on="2026-11-22"), "status"),
        (funding(status="ausgelaufen", recurrence=("03-31",)), "status"),
        (event(dates=("2026-11-20", "2026-11-21")), "dates"),
        (event(status="vergangen"), "status"),
        (funding(checked_on="2026-11-23"), "checked_on"),
        (funding(as_of="2026-11-02", checked_on="2026-11-01"), "as_of"),
        (funding(review_on="2026-11-01"), "review_on"),
        (funding(open_until="2027-01-31", review_on="2027-02-01"), "review_on"),
    ],
)
def test_a_contradiction_is_named_with_its_field(record, field):
    assert found(record) == [(Severity.CONTRADICTION, field)]


@pytest.mark.parametrize(
    "record",
    [
        funding(deadline_on="2026-11-22"),
        funding(open_until="2026-11-23"),
        funding(open_until="2026-12-22", review_on="2026-12-22"),
        funding(deadline_on="2026-03-31", recurrence=("03-31",)),
        funding(deadline_on="2026-03-31", status="unklar"),
        funding(deadline_on="2026-03-31", status="ausgelaufen"),
        funding(open_until="2028-12-31", status="ausgelaufen"),
        event(dates=("2026-11-23",)),
        event(dates=("2021-10-07",), status="vergangen"),
        event(dates=("2021-10-07",), event_kind="plattform"),
        event(dates=()),
        funding(as_of="2026", checked_on="2026-11-01"),
        funding(review_on="2026-12-01"),
    ],
)
def test_what_fits_together_is_no_contradiction(record):
    assert found(record) == []


def test_what_ended_by_its_dates_and_is_marked_unclear_is_told():
    assert found(funding(open_until="2026-11-21", status="unklar")) == [(Severity.ENDED, "status")]
    assert found(event(dates=("2026-11-21",), status="unklar")) == [(Severity.ENDED, "status")]
    assert found(funding(open_until="2026-11-21", status="ausgelaufen")) == []


def test_a_check_is_due_on_its_day_and_not_before():
    record = funding(checked_on="2026-11-01")
    assert found(record, day=date(2027, 4, 30)) == []
    assert found(record, day=date(2027, 5, 1)) == [(Severity.REVIEW_DUE, "checked_on")]
    assert found(funding(status="ausgelaufen", checked_on="2026-11-01"), day=date(2029, 1, 1)) == []
    (told,) = findings_of([record], [], date(2027, 5, 1))
    assert told.what == "Zuletzt geprüft am 1.11.2026, Prüfung fällig bis 1.5.2027." and told.owner == "Redaktion Förderung"


@pytest.mark.parametrize(
    ("record", "severity", "field"),
    [
        (funding().copy(update={"source_url": "https://example.example/x"}), Severity.NO_SOURCE, "source_url"),
        (funding().copy(update={"source_title": "folgt"}), Severity.NO_SOURCE, "source_title"),
        (a_contact(**a_sound_source(), phone=None, email=None), Severity.NO_WAY_TO_REACH, "phone"),
        (funding(einfach=("Das ist gut.", "Das Geld kommt (später) an.")), Severity.HARD_TO_READ, "einfach, Satz 2"),
    ],
)
def test_what_is_missing_or_hard_is_told(record, severity, field):
    assert found(record) == [(severity, field)]


@pytest.mark.parametrize("missing", ["phone", "email"])
def test_one_way_to_reach_somebody_is_enough(missing):
    assert found(a_contact(**a_sound_source(), **{missing: None})) == []


def test_records_of_one_kind_with_one_name_are_told_however_they_are_spelled():
    one, other = funding(name="Bürgerbus  Land"), funding(id="foe-zwei", name="BUERGERBUS LAND")
    (told,) = findings_of([one, other], [], TODAY)
    assert (told.severity, told.record) == (Severity.SAME_NAME, "foe-zwei") and "foe-beispiel" in told.what
    assert found(funding(name="Bus"), event(name="Bus")) == []


def test_errors_come_first_and_every_finding_says_what_to_do():
    error = ContentError("kontakte.yml", "kon-x", "phone", "fehlt")
    told = findings_of([funding(einfach=("Er kam; sie ging.",), deadline_on="2026-01-01")], [error], TODAY)
    assert [one.severity for one in told] == [Severity.BROKEN, Severity.CONTRADICTION, Severity.HARD_TO_READ]
    assert [one.severity.is_error for one in told] == [True, True, False]
    assert all(one.remedy.startswith("Bitte ") for one in told)
    assert told[0].place == "kontakte.yml, kon-x, Feld phone"


def test_the_real_records_have_neither_broken_structure_nor_contradictions_on_the_day_of_the_last_check():
    records, errors = inspect_records(CONTENT)
    day = max(record.checked_on for record in records)
    wrong: list[Finding] = [one for one in findings_of(records, errors, day) if one.severity.is_error]
    assert wrong == []
