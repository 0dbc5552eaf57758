"""The rules of the record formats."""
from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from knowledge.schema import KINDS
from knowledge.schema.event import EventStatus
from knowledge.schema.funding import StatedStatus
from tests.builders import AN_ENTRY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event

BUILDERS = [a_funding, a_legal_hurdle, a_contact, a_case, a_method, an_event]
each_kind = pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)


def fields_refused(build, **changes) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        build(**changes)
    return {str(error["loc"][0]) for error in refused.value.errors()}


@each_kind
def test_a_whole_record_of_each_kind_is_accepted_and_survives_json(build):
    record = build()
    assert type(record).parse_raw(record.json()) == record
    assert record.id.startswith(record.id_prefix + "-") and KINDS[record.kind] is type(record)


@each_kind
def test_a_record_cannot_be_changed(build):
    with pytest.raises(TypeError):
        build().name = "anders"


@each_kind
def test_an_id_needs_the_prefix_of_its_kind(build):
    other = "met-x" if build is not a_method else "foe-x"
    assert fields_refused(build, id=other) == {"id"}


@each_kind
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "foe_x"), ("id", "FOE-X"), ("id", ""), ("id", "foe-ä"), ("id", "foe-" + "x" * 117),
        ("name", ""), ("name", "  "), ("name", 351), ("name", None),
        ("facts", ()), ("facts", "ein Satz"), ("facts", {"a": "b"}), ("facts", ("",)),
        ("topics", ()), ("topics", ("busse",)), ("topics", ("Alter",)),
        ("regions", ()), ("regions", ("SN",)), ("regions", ("DE-XX",)), ("regions", ("DE", "DE-SNX")),
        ("regions", ("de-sn",)), ("regions", ("FR",)),
        ("keywords", ()), ("source_url", "www.beispiel.de"), ("source_url", "ftp://beispiel.example"),
        ("source_title", ""), ("further_sources", ("keine Adresse",)),
        ("as_of", "2025-13"), ("as_of", "2025-00"), ("as_of", "2025-02-30"), ("as_of", "25"), ("as_of", "Mai 2025"),
        ("confidence", "sicher"), ("checked_on", "2026-02-30"), ("checked_on", "1.11.2026"), ("checked_on", "2019-12-31"),
        ("checked_on", 1_790_000_000), ("checked_on", "1790000000"), ("checked_on", None), ("note", ""),
    ],
)  # fmt: skip
def test_what_no_record_may_hold_is_refused_and_named(build, field, value):
    assert fields_refused(build, **{field: value}) == {field}


@each_kind
def test_unknown_fields_are_refused(build):
    assert fields_refused(build, colour="blau") == {"colour"}


@pytest.mark.parametrize(("kind", "entry"), AN_ENTRY.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_every_field_without_a_default_must_be_there(kind, entry):
    required = [name for name, field in kind.__fields__.items() if field.required]
    assert {"id", "source_url", "checked_on", "confidence"} <= set(required)
    for name in required:
        with pytest.raises(ValidationError) as refused:
            kind(**{key: value for key, value in entry.items() if key != name})
        assert [error["loc"] for error in refused.value.errors()] == [(name,)]


@pytest.mark.parametrize("as_of", [None, "2025", "2025-02", "2025-02-28", "2024-02-29"])
def test_the_date_of_a_source_may_be_as_precise_as_it_is_known(as_of):
    assert a_method(as_of=as_of).as_of == as_of


@pytest.mark.parametrize(
    ("build", "field", "value"),
    [
        (a_funding, "eligible", ()), (a_funding, "eligible", ("e.V.",)), (a_funding, "funding_kind", "geschenk"),
        (a_funding, "level", "welt"), (a_funding, "amount_min_eur", -1), (a_funding, "amount_max_eur", 0),
        (a_funding, "amount_max_eur", 1.5), (a_funding, "amount_max_eur", "viel"), (a_funding, "funding_rate_pct", 0),
        (a_funding, "funding_rate_pct", 101), (a_funding, "deadline", ""), (a_funding, "deadline_on", 2026),
        (a_funding, "deadline_on", "bald"), (a_funding, "open_until", "2026"), (a_funding, "status", "vielleicht"),
        (a_funding, "recurrence", ("13-01",)), (a_funding, "recurrence", ("00-10",)), (a_funding, "recurrence", ("1-1",)),
        (a_funding, "recurrence", ("02-30",)), (a_funding, "recurrence", ("04-31",)), (a_funding, "recurrence", "03-31"),
        (a_funding, "covers", ("alles",)), (a_funding, "covers_not", ("alles",)),
        (a_legal_hurdle, "legal_basis", ()), (a_legal_hurdle, "ways_forward", ()), (a_legal_hurdle, "jurisdiction", "x"),
        (a_legal_hurdle, "who_decides", None), (a_legal_hurdle, "disclaimer_needed", "vielleicht"),
        (a_contact, "email", "kontakt(at)stelle.de"), (a_contact, "email", "a@b@c.de"), (a_contact, "phone", 233),
        (a_contact, "responsible_for_regions", ("SN",)), (a_contact, "responsible_for_topics", ()),
        (a_contact, "website", "stelle.de"), (a_case, "lessons", ()), (a_case, "obstacles", ("geld",)),
        (a_case, "stage", "fertig"), (a_case, "contact", {"organisation": "A", "fax": "1"}),
        (a_case, "contact", {"emails": ["keine"]}), (a_method, "steps", ()), (a_method, "materials", ({"title": "x"},)),
        (a_method, "effort", ""), (an_event, "dates", ("2026-02-29",)), (an_event, "dates", (0,)),
        (an_event, "event_kind", "party"), (an_event, "status", "offen"), (an_event, "online", "manchmal"),
    ],
)  # fmt: skip
def test_what_a_kind_may_not_hold_is_refused_and_named(build, field, value):
    assert fields_refused(build, **{field: value}) == {field}


def test_a_cost_is_covered_or_not_or_unknown_but_never_both():
    assert a_funding().covers == a_funding().covers_not == ()
    assert fields_refused(a_funding, covers=("personal",), covers_not=("bau", "personal")) == {"covers_not"}


@pytest.mark.parametrize(("least", "most"), [(1, 1), (0, 5), (None, 5), (5, None), (None, None)])
def test_amounts_in_order_or_unknown_are_accepted(least, most):
    funding = a_funding(amount_min_eur=least, amount_max_eur=most)
    assert (funding.amount_min_eur, funding.amount_max_eur) == (least, most)


def test_amounts_out_of_order_are_refused():
    with pytest.raises(ValidationError, match="amount_min_eur ist größer als amount_max_eur"):
        a_funding(amount_min_eur=6, amount_max_eur=5)


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({}, "2026-11-22", None),
        ({"deadline_on": "2026-11-22"}, "2026-11-22", "2026-11-22"),
        ({"deadline_on": "2026-11-21"}, "2026-11-22", None),
        ({"recurrence": ["03-31"]}, "2026-03-31", "2026-03-31"),
        ({"recurrence": ["03-31"]}, "2026-04-01", "2027-03-31"),
        ({"recurrence": ["03-31"]}, "2026-12-31", "2027-03-31"),
        ({"recurrence": ["12-31", "01-01"]}, "2026-12-31", "2026-12-31"),
        ({"recurrence": ["12-30", "01-01"]}, "2026-12-31", "2027-01-01"),
        ({"recurrence": ["10-31", "03-31"]}, "2026-04-01", "2026-10-31"),
        ({"recurrence": ["02-29"]}, "2026-11-22", "2027-02-28"),
        ({"recurrence": ["02-29"]}, "2027-11-22", "2028-02-29"),
        ({"recurrence": ["02-29"]}, "2028-02-29", "2028-02-29"),
        ({"recurrence": ["02-29"]}, "2028-03-01", "2029-02-28"),
        ({"recurrence": ["02-28"]}, "2028-02-29", "2029-02-28"),
        ({"recurrence": ["03-31"], "open_until": "2027-01-31"}, "2026-11-22", None),
        ({"recurrence": ["01-31"], "open_until": "2027-01-31"}, "2026-11-22", "2027-01-31"),
        ({"recurrence": ["03-31"], "deadline_on": "2026-12-15"}, "2026-11-22", "2026-12-15"),
        ({"recurrence": ["12-01"], "deadline_on": "2026-12-15"}, "2026-11-22", "2026-12-01"),
    ],
)
def test_the_next_deadline_is_the_first_day_that_is_not_past(fields, day, expected):
    coming = a_funding(**fields).next_deadline(date.fromisoformat(day))
    assert coming == (expected and date.fromisoformat(expected))


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"status": "offen"}, "2026-11-22", "offen"),
        ({"status": "unklar"}, "2026-11-22", "unklar"),
        ({"status": "ausgelaufen"}, "2026-11-22", "ausgelaufen"),
        ({"status": "ausgelaufen", "open_until": "2030-12-31"}, "2026-11-22", "ausgelaufen"),
        ({"status": "offen", "open_until": "2026-12-31"}, "2026-12-31", "offen"),
        ({"status": "offen", "open_until": "2026-12-31"}, "2027-01-01", "ausgelaufen"),
        ({"status": "unklar", "open_until": "2026-12-31"}, "2027-01-01", "ausgelaufen"),
        ({"status": "offen", "deadline_on": "2026-11-22"}, "2026-11-22", "offen"),
        ({"status": "offen", "deadline_on": "2026-11-21"}, "2026-11-22", "unklar"),
        ({"status": "offen", "deadline_on": "2026-11-21", "recurrence": ["11-21"]}, "2026-11-22", "offen"),
    ],
)
def test_the_status_of_a_programme_follows_the_calendar(fields, day, expected):
    assert a_funding(**fields).status_on(date.fromisoformat(day)) is StatedStatus(expected)


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"dates": ["2026-12-03"]}, "2026-12-03", "laufend"),
        ({"dates": ["2026-12-03"]}, "2026-12-04", "vergangen"),
        ({"dates": ["2026-12-31", "2027-01-02"], "event_kind": "reihe"}, "2027-01-01", "laufend"),
        ({"dates": ["2026-12-31", "2027-01-02"], "event_kind": "reihe"}, "2027-01-03", "vergangen"),
        ({"dates": ["2026-01-01"], "event_kind": "wettbewerb", "status": "unklar"}, "2026-11-22", "unklar"),
        ({"dates": [], "event_kind": "plattform", "status": "laufend"}, "2026-11-22", "laufend"),
        ({"dates": [], "status": "unklar"}, "2026-11-22", "unklar"),
        ({"dates": ["2027-01-02"], "status": "vergangen"}, "2026-11-22", "laufend"),
    ],
)
def test_an_event_is_over_when_its_last_day_is(fields, day, expected):
    assert an_event(**fields).status_on(date.fromisoformat(day)) is EventStatus(expected)


def test_the_next_date_of_an_event_is_the_first_that_is_not_past():
    event = an_event(dates=["2027-03-01", "2026-12-31", "2026-01-01"])
    assert event.next_date(date(2026, 12, 31)) == date(2026, 12, 31)
    assert event.next_date(date(2027, 1, 1)) == date(2027, 3, 1)
    assert event.next_date(date(2027, 3, 2)) is None


@pytest.mark.parametrize(("confidence", "uncertain"), [("hoch", False), ("mittel", True), ("niedrig", True)])
def test_whatever_is_not_quite_sure_counts_as_uncertain(confidence, uncertain):
    assert a_case(confidence=confidence).is_uncertain is uncertain


@pytest.mark.parametrize(
    ("regions", "lands"),
    [(["DE-SN", "DE-BB"], {"DE-SN", "DE-BB"}), (["DE"], set()), (["EU"], set()), (["DE-SN", "DE"], set())],
)
def test_a_record_is_limited_to_its_laender_unless_it_holds_everywhere(regions, lands):
    assert a_contact(regions=regions).lands == lands
