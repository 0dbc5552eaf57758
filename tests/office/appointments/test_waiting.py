"""The waiting list with time passing, on both databases."""
from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.schema.adviser import AccessNeed, Leave, SessionFormat
from knowledge.times.meanings import Days, Minutes
from knowledge.times.wish import TimeWish
from office.appointments.hours import LOCAL
from office.appointments.local_time import after_waking
from office.appointments.model import BookingOutcome, SessionWish, Slot
from office.appointments.waiting_model import (
    LONGEST_WAIT, MOST_MISSED, MOST_OF_ADDRESS, OFFERED_BY_MAIL, OFFERED_IN_CHAT, WAKING_HOURS, JoinOutcome,
    WaitingNews,
)  # fmt: skip
from office.appointments.wishes_kept import wish_from_json, wish_to_json
from office.consent import Consent, Purpose
from office.mail import MailState
from office.matters.model import Submission
from storage.migrate import migrate
from tests.office.appointments.booking_setup import NOW, a_booking
from tests.office.appointments.notices_setup import ADVISER, Desk, a_desk, may_wait
from tests.office.mail_setup import ADDRESS, confirm
from tests.session_setup import an_adviser, local

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TUESDAY = local(2026, 12, 15, 9)
ONE_DAY = SessionWish(times=TimeWish(days=(Days(date(2026, 12, 15), date(2026, 12, 15)),), hours=(Minutes(540, 570),)))
"""Tuesday at nine and no other time."""


@pytest.fixture
def desk(database) -> Desk:  # noqa: F811
    """Somebody has the only slot that the others wish for."""
    migrate(database)
    desk = a_desk(database)
    confirm(database, now=NOW)
    return desk


@pytest.fixture
def taken(desk):
    return desk.book(TUESDAY, reach="0351 1234567", holder="first")


def join(desk: Desk, holder: str, reach: str = "", wish: SessionWish = ONE_DAY, now: datetime = NOW, **told):
    return desk.waiting.join(wish, holder, may_wait(now), now, reach, **told)


def take(desk: Desk, holder: str, now: datetime):
    submission = replace(a_booking(reach=ADDRESS), told={"name": "Uli"})
    return desk.waiting.take(holder, submission, SessionFormat.PHONE, f"form of {holder} {now}", now)


def offer(desk: Desk, holder: str, now: datetime):
    waiting = desk.waiting.offered(holder, now)
    return waiting and waiting.offer


def pass_in(mail) -> str:
    return re.search(r"/warteliste/([\w-]+)", mail.body)[1]


def free(desk: Desk, taken, now: datetime) -> None:
    desk.appointments.cancel(taken.number, taken.code, now)


def test_what_becomes_free_is_offered_in_order_and_each_offer_ends(desk, taken):
    places = [join(desk, holder).before for holder in ("a", "b", "c")]
    assert places == [0, 1, 2] and desk.offering.offer_due(NOW) == 0 and offer(desk, "a", NOW) is None
    free(desk, taken, NOW + HOUR)
    assert desk.offering.offer_due(NOW + HOUR) == 1 and desk.offering.offer_due(NOW + HOUR) == 0
    first = offer(desk, "a", NOW + HOUR)
    assert first.slot == Slot(TUESDAY, 30, ADVISER.id) and first.until == NOW + HOUR + OFFERED_IN_CHAT
    assert offer(desk, "b", NOW + HOUR) is None
    assert TUESDAY not in [one.starts_at for one in desk.appointments.find(SessionWish(), NOW + HOUR, 1000).slots]
    later = first.until
    assert desk.offering.offer_due(later - MINUTE) == 0
    assert desk.offering.offer_due(later) == 1
    assert offer(desk, "a", later) is None and offer(desk, "b", later).slot == first.slot
    assert desk.waiting.offered("a", later).before == 2, "behind those who have let fewer pass"


NOON = (Minutes(720, 960),)


@pytest.mark.parametrize("others, is_rival", [
    (ONE_DAY, True),
    (SessionWish(), True),
    (replace(ONE_DAY, format=SessionFormat.VIDEO), True),
    (SessionWish(times=TimeWish(days=(Days(date(2026, 12, 16), date(2026, 12, 16)),))), False),
    (SessionWish(times=TimeWish(days=ONE_DAY.times.days, hours=NOON)), False),
    (SessionWish(times=TimeWish(not_weekdays=frozenset({1}))), False),
    (SessionWish(times=TimeWish(days=ONE_DAY.times.days, hours=(Minutes(570, 600),))), True),
    (replace(ONE_DAY, adviser="ber-other"), False),
    (replace(ONE_DAY, access=frozenset({AccessNeed.SIGN_LANGUAGE})), False),
])  # fmt: skip
def test_only_those_stand_before_who_could_take_the_same_time(desk, others, is_rival):
    """A session from half past nine needs the rest after the one at nine; the only adviser has no sign language."""
    join(desk, "a", wish=others), join(desk, "b", wish=others)
    assert join(desk, "c").before == desk.waiting.offered("c", NOW).before == 2 * is_rival


def test_taking_it_in_the_chat_books_it_and_ends_the_entry(desk, taken):
    join(desk, "a", told={"name": "Uli", "topic": "Dorfladen", "needs": "mehr Zeit"}), join(desk, "b")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    assert take(desk, "b", NOW).outcome is BookingOutcome.HOLD_EXPIRED
    result = take(desk, "a", NOW + MINUTE)
    assert result.outcome is BookingOutcome.BOOKED and result.code and result.appointment.slot.starts_at == TUESDAY
    assert result.appointment.told["topic"] == "Dorfladen" and result.appointment.told["needs"] == "mehr Zeit"
    assert desk.waiting.offered("a", NOW) is None and desk.offering.offer_due(NOW + 2 * MINUTE) == 0


def test_the_chat_takes_an_offer_until_its_end_and_not_only_for_ten_minutes(desk, taken):
    join(desk, "a")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    until = offer(desk, "a", NOW).until
    assert take(desk, "a", until - MINUTE).outcome is BookingOutcome.BOOKED


def test_too_late_in_the_chat_nothing_is_booked_and_the_place_stays(desk, taken):
    join(desk, "a"), join(desk, "b")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    until = offer(desk, "a", NOW).until
    assert take(desk, "a", until).outcome is BookingOutcome.HOLD_EXPIRED and desk.waiting.offered("a", until)
    desk.offering.offer_due(until)
    assert take(desk, "a", until).outcome is BookingOutcome.HOLD_EXPIRED and desk.waiting.offered("a", until).before == 1
    assert take(desk, "b", until).outcome is BookingOutcome.BOOKED and len(desk.appointments.list()) == 1


def test_what_is_refused_leaves_offer_and_place_as_they_were(desk, taken):
    join(desk, "a")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    nobody = Submission({}, (Consent(Purpose.APPOINTMENT, "1", NOW),), "")
    assert desk.waiting.take("a", nobody, SessionFormat.PHONE, "k", NOW).outcome is BookingOutcome.INVALID
    no_consent = replace(a_booking(), consents=())
    assert desk.waiting.take("a", no_consent, SessionFormat.PHONE, "k", NOW).outcome is BookingOutcome.CONSENT_MISSING
    assert offer(desk, "a", NOW)


def test_two_tabs_and_the_mail_at_once_book_one_session(desk, taken):
    join(desk, "a", ADDRESS)
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    token = pass_in(desk.mails("waiting:")[-1])
    desks = [a_desk(desk.database).waiting for _ in range(4)]
    tries = [
        lambda: desks[0].take("a", a_booking(reach=ADDRESS), SessionFormat.PHONE, "one form", NOW),
        lambda: desks[1].take("a", a_booking(reach=ADDRESS), SessionFormat.PHONE, "one form", NOW),
        lambda: desks[2].take("a", a_booking(reach=ADDRESS), SessionFormat.PHONE, "another form", NOW),
        lambda: desks[3].accept(token, a_booking(reach=ADDRESS), SessionFormat.PHONE, NOW),
    ]
    with ThreadPoolExecutor(4) as pool:
        outcomes = [one.outcome for one in pool.map(lambda one: one(), tries)]
    assert outcomes.count(BookingOutcome.BOOKED) == 1 and len(desk.appointments.list()) == 1
    assert set(outcomes) <= {BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED, BookingOutcome.HOLD_EXPIRED}


def test_the_conversation_is_told_what_is_new_and_once(database):
    told = []
    migrate(database)
    desk = a_desk(database, tell_in_chat=lambda session, key, news, offer, now: told.append((key, news, offer)))
    confirm(database, now=NOW)
    join(desk, "a")
    now = NOW
    for _ in range(MOST_MISSED):
        desk.offering.offer_due(now), desk.offering.offer_due(now)
        now = offer(desk, "a", now).until
    desk.offering.offer_due(now)
    slot = Slot(TUESDAY, 30, ADVISER.id)
    assert [(news, offered and offered.slot) for _, news, offered in told] == [
        (WaitingNews.OFFERED, slot), (WaitingNews.LET_PASS, None), (WaitingNews.OFFERED, slot), (WaitingNews.ENDED, None),
    ]  # fmt: skip
    told.clear()
    join(desk, "b"), desk.waiting.leave("b"), desk.offering.offer_due(now)
    assert told == [], "who leaves by themselves knows it"


def test_what_is_told_for_the_list_is_checked_and_kept_until_it_is_left(desk):
    joined = join(desk, "a", "Uli, 0351 1234567, uli@example.org", told={"name": " Uli ", "topic": ""})
    assert joined.outcome is JoinOutcome.JOINED
    waiting = desk.waiting.offered("a", NOW)
    assert (waiting.told, waiting.phone, waiting.email) == ({"name": "Uli"}, "+493511234567", "uli@example.org")
    too_long = join(desk, "b", told={"name": "x" * 81})
    assert too_long.outcome is JoinOutcome.INVALID and [one.field for one in too_long.problems] == ["name"]
    assert desk.waiting.offered("b", NOW) is None


def test_by_mail_it_stands_twelve_waking_hours_and_the_link_books(desk, taken):
    joined = join(desk, "a", ADDRESS)
    assert joined.has_mail and joined.until == NOW + LONGEST_WAIT
    (told,) = desk.mails("waiting:")
    assert desk.waiting.look(pass_in(told), NOW).offer is None
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    mail = desk.mails("waiting:")[-1]
    assert mail.recipient == ADDRESS and "Dienstag, 15. Dezember 2026, 9 bis 9:30 Uhr" in " ".join(mail.body.split())
    shown = desk.waiting.look(pass_in(mail), NOW)
    assert shown.offer.until == after_waking(NOW, OFFERED_BY_MAIL, WAKING_HOURS) == local(2026, 11, 27, 8)
    result = desk.waiting.accept(pass_in(mail), a_booking(reach=ADDRESS), SessionFormat.PHONE, NOW + HOUR)
    assert result.outcome is BookingOutcome.BOOKED and result.code and desk.mails(f"{result.number}:session")
    again = desk.waiting.accept(pass_in(mail), a_booking(reach=ADDRESS), SessionFormat.PHONE, NOW + HOUR)
    assert again.outcome is BookingOutcome.HOLD_EXPIRED and len(desk.appointments.list()) == 1
    assert desk.waiting.look(pass_in(mail), NOW) is None and not desk.waiting_mails("waiting:")


def test_who_takes_it_by_mail_need_not_tell_again_what_it_is_about(desk, taken):
    join(desk, "a", ADDRESS, told={"name": "Uli", "topic": "Dorfladen"})
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    submission = replace(a_booking(reach=ADDRESS), told={"name": "Ulrike", "place": ""})
    result = desk.waiting.accept(pass_in(desk.mails("waiting:")[-1]), submission, SessionFormat.PHONE, NOW)
    assert {"name": "Ulrike", "topic": "Dorfladen"}.items() <= result.appointment.told.items()


@pytest.mark.parametrize("wish, can", [
    (ONE_DAY, True), (SessionWish(), True), (SessionWish(format=SessionFormat.VISIT, topics=frozenset({"pflege"})), True),
    (SessionWish(times=TimeWish(hours=(Minutes(22 * 60, 22 * 60),))), False),
    (SessionWish(times=TimeWish(weekdays=frozenset({6}))), False), (SessionWish(adviser="ber-niemand"), False),
    (SessionWish(times=TimeWish(days=(Days(date(2026, 11, 26), date(2026, 11, 26)),))), False),
])  # fmt: skip
def test_only_what_could_become_free_is_worth_waiting_for(desk, taken, wish, can):
    desk.leave.append(Leave(**{"von": "2026-12-15", "bis": "2026-12-15"}))
    assert desk.appointments.can_come_up(wish, NOW) is can


def test_too_late_the_link_books_nothing(desk, taken):
    join(desk, "a", ADDRESS), join(desk, "b")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    token, until = pass_in(desk.mails("waiting:")[-1]), offer(desk, "a", NOW).until
    assert desk.waiting.accept(token, a_booking(), SessionFormat.PHONE, until).outcome is BookingOutcome.HOLD_EXPIRED
    desk.offering.offer_due(until)
    assert offer(desk, "b", until) and desk.appointments.list() == ()


def test_letting_it_go_on_and_leaving(desk, taken):
    join(desk, "a", ADDRESS), join(desk, "b")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    token = pass_in(desk.mails("waiting:")[-1])
    assert desk.waiting.decline_by(token, NOW) and not desk.waiting.decline_by(token, NOW)
    assert desk.offering.offer_due(NOW) == 1 and offer(desk, "b", NOW)
    assert desk.waiting.leave("b") and not desk.waiting.leave("b")
    assert desk.offering.offer_due(NOW) == 1 and offer(desk, "a", NOW)
    assert desk.waiting.leave_by(token) and desk.waiting.offered("a", NOW) is None
    assert not desk.waiting_mails("waiting:"), "the mail about the offer is not sent any more"
    assert desk.appointments.find(ONE_DAY, NOW).slots[0].starts_at == TUESDAY


def test_who_lets_two_pass_is_off_the_list_and_told(desk, taken):
    join(desk, "a", ADDRESS)
    free(desk, taken, NOW)
    now = NOW
    for _ in range(MOST_MISSED):
        assert desk.offering.offer_due(now) == 1
        now = offer(desk, "a", now).until
    assert desk.offering.offer_due(now) == 0 and desk.waiting.offered("a", now) is None
    assert "zu Ende" in desk.waiting_mails("waiting:ended")[0].body


def test_after_thirty_days_or_when_the_wished_days_are_over_it_ends(desk):
    join(desk, "a", ADDRESS, SessionWish(adviser="ber-niemand"))
    join(desk, "b", wish=replace(ONE_DAY, adviser="ber-niemand"))
    desk.offering.offer_due(local(2026, 12, 15, 23))
    assert desk.waiting.offered("b", NOW) and desk.waiting.offered("a", NOW)
    desk.offering.offer_due(local(2026, 12, 16, 1))
    assert desk.waiting.offered("b", NOW) is None and desk.waiting.offered("a", NOW)
    desk.offering.offer_due(NOW + LONGEST_WAIT)
    assert desk.waiting.offered("a", NOW) is None and len(desk.mails("waiting:ended")) == 1


def test_leave_that_is_taken_back_and_a_moved_session_free_their_time(desk):
    desk.leave.append(Leave(**{"von": "2026-12-15", "bis": "2026-12-15"}))
    join(desk, "a")
    assert desk.offering.offer_due(NOW) == 0
    desk.leave.clear()
    assert desk.offering.offer_due(NOW) == 1
    desk.waiting.leave("a")
    booked = desk.book(TUESDAY, holder="x")
    join(desk, "b")
    assert desk.offering.offer_due(NOW) == 0
    desk.appointments.move(booked.number, booked.code, Slot(TUESDAY + DAY, 30, ADVISER.id), NOW)
    assert desk.offering.offer_due(NOW) == 1 and offer(desk, "b", NOW)


def test_an_offer_never_goes_beyond_the_time_of_notice(desk, taken):
    join(desk, "a", ADDRESS)
    near = TUESDAY - timedelta(hours=ADVISER.notice) - 3 * HOUR
    desk.appointments.cancel_by(taken.number, "Beratung", "", near)
    assert desk.offering.offer_due(near) == 1 and offer(desk, "a", near).until == near + 3 * HOUR
    desk.waiting.decline("a", near)
    assert desk.offering.offer_due(near + 2 * HOUR + MINUTE) == 0, "less than an hour is left"


def test_an_address_that_is_not_confirmed_gets_no_offer_by_mail(desk, taken):
    join(desk, "a", "wer@example.org")
    free(desk, taken, NOW)
    assert desk.offering.offer_due(NOW) == 1 and offer(desk, "a", NOW).until == NOW + OFFERED_IN_CHAT
    assert [one.state for one in desk.mails("waiting:")] == [MailState.HELD]


def test_limits_and_consent(desk):
    nothing = desk.waiting.join(ONE_DAY, "a", None, NOW)
    other = desk.waiting.join(ONE_DAY, "a", Consent(Purpose.CALLBACK, "1", NOW), NOW)
    assert nothing.outcome is other.outcome is JoinOutcome.CONSENT_MISSING
    assert join(desk, "a", "kein Mail").outcome is JoinOutcome.INVALID and desk.waiting.offered("a", NOW) is None
    for number in range(MOST_OF_ADDRESS):
        assert join(desk, f"h{number}", ADDRESS.upper()).outcome is JoinOutcome.JOINED
    assert join(desk, "more", ADDRESS).outcome is JoinOutcome.TOO_MANY
    assert join(desk, "h0", ADDRESS).outcome is JoinOutcome.CHANGED
    assert desk.waiting.offered("h0", NOW).before == 1, "a new wish stands at the end"


def test_a_conversation_that_is_deleted_leaves_no_hold_behind(desk, taken):
    join(desk, "a")
    free(desk, taken, NOW)
    desk.offering.offer_due(NOW)
    with desk.database.writing() as session:
        from office.appointments.waiting_tables import WaitingRow

        session.delete(session.query(WaitingRow).filter_by(conversation_key="a").one())
    assert desk.appointments.find(ONE_DAY, NOW).outcome.value == "NEAREST"
    desk.offering.offer_due(NOW + MINUTE)
    assert desk.appointments.find(ONE_DAY, NOW + MINUTE).slots[0].starts_at == TUESDAY


def test_two_workers_at_once_offer_each_slot_once(desk, taken):
    for number in range(4):
        join(desk, f"h{number}")
    free(desk, taken, NOW)
    workers = [a_desk(desk.database).offering for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: one.offer_due(NOW), workers))
    assert sum(made) == 1 and sum(offer(desk, f"h{number}", NOW) is not None for number in range(4)) == 1


@pytest.mark.parametrize(("start", "hours", "end"), [
    (local(2026, 11, 26, 8), 12, local(2026, 11, 26, 20)), (local(2026, 11, 26, 20), 12, local(2026, 11, 27, 18)),
    (local(2026, 11, 26, 3), 2, local(2026, 11, 26, 9)), (local(2026, 11, 26, 22), 2, local(2026, 11, 27, 9)),
    (local(2026, 3, 28, 20), 2, local(2026, 3, 29, 8)), (local(2026, 10, 24, 20), 2, local(2026, 10, 25, 8)),
    (local(2026, 10, 25, 2, 30, fold=1), 2, local(2026, 10, 25, 9)),
])  # fmt: skip
def test_the_time_of_an_offer_runs_only_when_people_are_awake(start, hours, end):
    assert after_waking(start, timedelta(hours=hours), WAKING_HOURS) == end


DAYS = st.builds(lambda first, more: Days(first, None if more is None else first + timedelta(days=more)), st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.none() | st.integers(0, 9))
MINUTES = st.tuples(st.integers(0, 1438), st.integers(0, 1438)).map(lambda two: Minutes(*sorted(two)))
TIMES = st.builds(
    TimeWish, days=st.lists(DAYS, max_size=2).map(tuple), weekdays=st.frozensets(st.integers(0, 6)),
    hours=st.lists(MINUTES, max_size=2).map(tuple), not_days=st.lists(DAYS, max_size=2).map(tuple),
    not_weekdays=st.frozensets(st.integers(0, 6)), not_hours=st.lists(MINUTES, max_size=2).map(tuple), is_urgent=st.booleans(),
)  # fmt: skip


ANY_TIMES = st.builds(lambda times, either: replace(times, either=tuple(either)), TIMES, st.lists(TIMES, max_size=2))


@given(st.builds(
    SessionWish, topics=st.frozensets(st.sampled_from(["finanzierung", "pflege"])), land=st.sampled_from([None, "DE-SN"]),
    kreis=st.sampled_from([None, "Landkreis Görlitz"]), format=st.none() | st.sampled_from(SessionFormat),
    language=st.sampled_from([None, "pl"]), access=st.frozensets(st.sampled_from(AccessNeed)),
    minutes=st.sampled_from([None, 30, 60]), times=ANY_TIMES, adviser=st.sampled_from([None, "ber-x"]),
))  # fmt: skip
def test_a_wish_is_kept_as_it_was_said(wish):
    import json

    assert wish_from_json(json.loads(json.dumps(wish_to_json(wish)))) == wish


def test_a_longer_night_is_no_reason_to_lose_a_hold(desk):
    """Holds are swept a day after they were made; no offer lasts so long."""
    moment, longest = datetime(2026, 10, 24, tzinfo=timezone.utc), timedelta()
    while moment < datetime(2026, 10, 27, tzinfo=timezone.utc):
        longest = max(longest, after_waking(moment, OFFERED_BY_MAIL, WAKING_HOURS) - moment)
        moment += timedelta(minutes=30)
    assert longest < DAY and LOCAL.key == "Europe/Berlin" and an_adviser().notice == 24
