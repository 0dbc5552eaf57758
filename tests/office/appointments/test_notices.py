"""Mails about sessions, reminders and lists of the day, on both databases."""
from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import icalendar
import pytest

from knowledge.schema.adviser import SessionFormat
from office.appointments.calendars import BusyTimes
from office.appointments.calendar_links import VALID_AFTER, CalendarLinks
from office.appointments.idea_sheets import IdeaSheetOutcome, IdeaSheets
from office.appointments.model import BookingOutcome, Slot
from office.mail import Addresses, Delivery, MailState, OutboxMail
from office.matters.kinds.idea import IDEA
from office.matters.service import Matters
from storage.migrate import migrate
from tests.office.appointments.booking_setup import NOW, a_booking
from tests.office.appointments.notices_setup import ADVISER, Desk, a_desk
from tests.office.mail_setup import ADDRESS, confirm
from tests.office.matter_setup import a_matter
from tests.session_setup import an_adviser, local

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FAR = local(2026, 12, 15, 9)
"""A Tuesday, nineteen days after NOW."""


@pytest.fixture
def desk(database) -> Desk:  # noqa: F811
    migrate(database)
    return a_desk(database)


@pytest.fixture
def known(desk) -> Desk:
    """The owner of ADDRESS has confirmed it."""
    confirm(desk.database, now=NOW)
    return desk


def event_in(mail):
    (file,) = mail.attachments
    calendar = icalendar.Calendar.from_ical(file.content)
    return file, calendar, calendar.walk("VEVENT")[0]


def test_a_booking_is_told_with_its_file_and_to_the_adviser_without_a_name(known):
    result = known.book(FAR, topic="Dorfbus", note="Wir sind zu dritt.")
    (mail,) = known.mails(f"{result.number}:session")
    assert result.has_mail and mail.state is MailState.WAITING and mail.recipient == ADDRESS
    text = " ".join(mail.body.split())
    for part in (result.number, "Dienstag, 15. Dezember 2026, 9 bis 9:30 Uhr", "Wenn Sie sich vorbereiten", "eine Woche und einen Tag"):
        assert part in text
    assert result.code not in mail.body and "Uli" not in mail.body
    file, calendar, event = event_in(mail)
    assert file.media_type == "text/calendar; method=PUBLISH; charset=utf-8" and event["SEQUENCE"] == 0
    (told,) = known.mails(f"{result.number}:adviser")
    assert told.recipient == ADVISER.email and "Dorfbus" in told.body and "15.12.2026, 09:00" in told.subject
    for private in ("Uli", ADDRESS, "Wir sind zu dritt.", "abbestellen"):
        assert private not in told.body


def test_without_an_address_only_the_adviser_is_told(desk):
    assert not desk.book(FAR, reach="0351 1234567").has_mail
    assert len(desk.mails(":adviser")) == 1 and not desk.mails(":session") and not desk.mails("confirm")


def test_a_move_tells_the_new_time_and_drops_what_was_not_sent_of_the_old(known):
    result = known.book(FAR)
    moved = known.appointments.move(result.number, result.code, Slot(FAR + DAY, 30, ADVISER.id), NOW + HOUR)
    assert moved.outcome is BookingOutcome.MOVED and moved.has_mail
    first, second = known.mails(f"{result.number}:session")
    assert (first.state, second.state) == (MailState.DROPPED, MailState.WAITING) and first.body is None
    assert "Mittwoch, 16. Dezember 2026" in second.body and "Dienstag, 15. Dezember 2026, 9 bis" in " ".join(second.body.split())
    assert event_in(second)[2]["SEQUENCE"] == 1
    assert "Bisher: Dienstag" in known.mails(f"{result.number}:adviser:1")[0].body


@pytest.mark.parametrize("by_office", [True, False])
def test_a_cancellation_is_told_with_the_file_that_takes_it_back(known, by_office):
    result = known.book(FAR)
    if by_office:
        known.appointments.cancel_by(result.number, "Beratung", "Das Haus ist gesperrt.", NOW + HOUR)
    else:
        known.appointments.cancel(result.number, result.code, NOW + HOUR)
    (mail,) = known.waiting_mails(f"{result.number}:session")
    file, calendar, event = event_in(mail)
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert "method=CANCEL" in file.media_type
    assert ("Das Haus ist gesperrt." in mail.body) is by_office and ("wie Sie es wollten" in mail.body) is not by_office
    assert "Abgesagter Termin" in known.mails(f"{result.number}:adviser:1")[0].subject


def test_who_withdraws_gets_nothing_more_and_the_adviser_only_the_time(known):
    result = known.book(FAR, topic="Dorfbus")
    known.matters.withdraw(result.number, result.code, NOW + HOUR)
    assert not known.mails(":session")
    (told,) = known.mails(":adviser")
    assert "Abgesagter Termin" in told.subject and "Dorfbus" not in told.body and result.number in told.body


def test_booking_and_mail_are_kept_together_or_not_at_all(known):
    def fails(*_):
        raise RuntimeError("no words")

    broken = a_desk(known.database)
    broken.notices._words = replace(broken.notices._words, person=fails)
    with pytest.raises(RuntimeError):
        broken.book(FAR)
    assert not known.mails(":session") and not known.mails(":adviser") and known.appointments.list() == ()
    assert known.book(FAR).number, "the hold stands as well"


# Reminders

def run_hourly(desk: Desk, first, last) -> list[tuple[str, float]]:
    """Which reminders were written how many days before the session, with a new service each hour as after a restart."""
    moment, seen = first, []
    while moment <= last:
        written = a_desk(desk.database).notices.remind(moment)
        if written:
            mail = desk.mails(":session:")[-1]
            seen.append((mail.key.rpartition(":")[2], (FAR - moment) / DAY))
        moment += HOUR
    return seen


def test_a_week_and_a_day_before_each_comes_once(known):
    known.book(FAR)
    assert run_hourly(known, NOW, FAR + DAY) == [("week", 7.0), ("day", 1.0)]
    week, day = (" ".join(one.body.split()) for one in known.mails(":session:0:"))
    assert "Das geht bis Montag, 14. Dezember 2026, 9 Uhr" in week and "Wenn Sie sich vorbereiten" in week
    assert "geht jetzt nur noch am Telefon" in day, "the time to change it is over just then"


def test_over_the_change_of_the_clock_the_time_on_the_wall_counts(database):
    migrate(database)
    desk, session = a_desk(database), local(2026, 3, 30, 9)
    now = local(2026, 3, 2, 9)
    confirm(database, now=now)
    desk.book(session, now=now)
    early = local(2026, 3, 23, 9)
    assert [desk.notices.remind(moment) for moment in (early - HOUR, early, local(2026, 3, 29, 9) - HOUR, local(2026, 3, 29, 9))] == [0, 1, 0, 1]


@pytest.mark.parametrize(("ahead", "kinds"), [
    (timedelta(days=19), ["week", "day"]), (timedelta(days=9), ["day"]), (timedelta(days=2), ["day"]), (timedelta(hours=30), []),
])  # fmt: skip
def test_who_books_late_gets_only_what_makes_sense(known, ahead, kinds):
    result = known.book(FAR, now=FAR - ahead)
    assert [kind for kind, _ in run_hourly(known, FAR - ahead, FAR)] == kinds
    body = " ".join(known.mails(f"{result.number}:session:0")[0].body.split()) if kinds != ["week"] else ""
    assert ("Wir erinnern Sie" in body) is bool(kinds)


def test_a_move_ends_the_old_reminders_and_brings_new_ones(known):
    result = known.book(FAR)
    assert known.notices.remind(FAR - 7 * DAY) == 1
    known.appointments.move(result.number, result.code, Slot(FAR + 14 * DAY, 30, ADVISER.id), FAR - 6 * DAY)
    dropped = [one.key.split(":", 2)[2] for one in known.mails(":session") if one.state is MailState.DROPPED]
    assert dropped == ["0", "0:week"], "the waiting reminder of the old time is not sent"
    assert known.notices.remind(FAR - DAY) == 0
    assert known.notices.remind(FAR + 7 * DAY) == 1 and known.notices.remind(FAR + 13 * DAY) == 1


def test_cancelled_over_or_unconfirmed_nobody_is_reminded(desk):
    first, second = desk.book(FAR), desk.book(FAR + HOUR, holder="h2")
    assert desk.notices.remind(FAR - 7 * DAY) == 0, "not confirmed"
    confirm_by_mail(desk)
    desk.appointments.cancel(second.number, second.code, NOW + HOUR)
    assert desk.notices.remind(FAR - 7 * DAY) == 1, "confirmed since"
    assert desk.notices.remind(FAR + HOUR) == 0 and desk.notices.remind(FAR - HOUR) == 0, "too late to be of use"
    assert [one.case_number for one in desk.mails(":week")] == [first.number]


def confirm_by_mail(desk: Desk) -> None:
    (mail,) = desk.mails("confirm:")
    Addresses(desk.database).confirm(re.search(r"/mail/bestaetigen/([\w-]+)", mail.body)[1], NOW)


# The list of the day

EVENING = local(2026, 12, 14, 16)


def test_the_list_of_the_coming_day_goes_once_and_only_if_there_is_something(known):
    known.book(FAR, topic="Dorfbus", note="Wir sind zu dritt.")
    known.book(FAR + HOUR, reach="0351 1234567", holder="h2", name="Ada", needs="Einfache Sprache")
    known.book(FAR + DAY, holder="h3", name="Bo")
    posted = [known.lists.post(moment, 16) for moment in (EVENING - DAY, EVENING - HOUR, EVENING, EVENING + HOUR, FAR - HOUR)]
    assert posted == [0, 0, 1, 0, 0]
    (mail,) = known.mails("day-list")
    for part in ("15.12.2026 (2)", ):
        assert part in mail.subject
    for part in ("Uli Muster", "Dorfbus", "Ada", "Telefon: +493511234567", "Braucht: Einfache Sprache", "9 bis 9:30 Uhr"):
        assert part in mail.body, part
    assert "Bo" not in mail.body.replace("Bott", "")


def test_a_list_that_has_changed_goes_again_and_an_unsent_old_one_is_gone(known):
    known.book(FAR)
    result = known.book(FAR + HOUR, holder="h2", name="Ada", reach="0351 1234567")
    assert known.lists.post(EVENING, 16) == 1
    known.appointments.cancel_by(result.number, "Beratung", "", EVENING + HOUR)
    assert not known.mails("day-list"), "it was not sent yet and named somebody who does not come"
    assert known.lists.post(EVENING + HOUR, 16) == 1
    (mail,) = known.mails("day-list")
    assert "Ada" not in mail.body and "(1)" in mail.subject


def gone(desk: Desk) -> list[OutboxMail]:
    """The lists of the day that a worker took, as it takes them now."""
    delivery = Delivery(desk.database, lambda: datetime.now(timezone.utc))
    while (mail := delivery.claim(EVENING)) is not None:
        assert delivery.may_end(mail, EVENING)
        delivery.sent(mail, EVENING)
    return desk.mails("day-list", (MailState.SENT,))


def test_a_list_that_is_as_it_was_before_the_last_one_goes_again(known):
    """A, B, A: the adviser would rely on B. What came between and was not sent makes no news."""
    known.book(FAR, name="Ada")
    busy = BusyTimes(known.database)

    def posted(*times) -> int:
        busy.keep(ADVISER.id, times, 0, NOW)
        return known.lists.post(EVENING, 16) + known.lists.post(EVENING, 16)

    other = (FAR, FAR + HOUR)
    assert [(posted(*times), len(gone(known))) for times in ((), (other,), (), (other,), (other,))] == [
        (1, 1), (1, 2), (1, 3), (1, 4), (0, 4),
    ]  # fmt: skip
    assert len({one.key for one in gone(known)}) == 4, "a key and a Message-ID of its own each time"
    assert posted() == 1 and posted(other) == 0, "the one that was not sent is gone, and B is what they have"
    assert len(gone(known)) == 4
    known.appointments.cancel_by(known.book(FAR + HOUR, holder="h2", reach="0351 1234567").number, "Beratung", "", EVENING)
    assert posted(other) == 0


def test_two_workers_that_see_the_same_change_write_one_list(known):
    known.book(FAR)
    busy, taken = BusyTimes(known.database), ([(FAR, FAR + HOUR)], [], [(FAR, FAR + HOUR)])
    for round_, times in enumerate(taken, 1):
        busy.keep(ADVISER.id, times, 0, NOW)
        with ThreadPoolExecutor(4) as threads:
            assert sum(threads.map(lambda _: known.lists.post(EVENING, 16), range(4))) == 1
        assert len(gone(known)) == round_


def test_a_list_names_what_meets_something_else_in_the_calendar_and_goes_again_when_that_is_seen(known):
    busy, quarter = BusyTimes(known.database), timedelta(minutes=15)
    known.book(FAR, name="Ada")
    known.book(FAR + HOUR, reach="0351 1234567", holder="h2", name="Bo")
    busy.keep(ADVISER.id, [(FAR - HOUR, FAR), (FAR + HOUR / 2, FAR + HOUR)], 0, NOW)
    assert known.lists.post(EVENING, 16) == 1 and "Achtung" not in known.mails("day-list")[0].body, "they only meet at the edge"
    busy.keep(ADVISER.id, [(FAR + HOUR + quarter, FAR + 2 * HOUR)], 0, NOW)
    busy.keep("ber-andere", [(FAR, FAR + HOUR)], 0, NOW)
    assert known.lists.post(EVENING, 16) == 1 and known.lists.post(EVENING + HOUR, 16) == 0
    (mail,) = known.mails("day-list")
    ada, bo = mail.body.partition("10 bis 10:30")[::2]
    assert "Achtung" in bo and "Achtung" not in ada and "Ein Termin stößt" in ada and mail.subject.endswith("Überschneidung")
    assert known.lists.post(FAR + HOUR + quarter, 16) == 0, "nor while the sessions go on"


def test_who_withdraws_stands_on_no_list(known):
    result = known.book(FAR, name="Ada")
    known.lists.post(EVENING, 16)
    known.matters.withdraw(result.number, result.code, EVENING)
    assert not known.mails("day-list") and known.lists.post(EVENING + HOUR, 16) == 0


# The idea sheet

def test_an_idea_is_handed_over_only_if_it_is_theirs_and_they_allow_it(known):
    ideas = Matters(known.database, IDEA)
    idea, session = a_matter(ideas, now=NOW), known.book(FAR)
    sheets = IdeaSheets(known.database, ideas)
    assert sheets.allow(session.number, idea.number, "", NOW, idea.code) is IdeaSheetOutcome.CONSENT_MISSING
    assert sheets.allow(session.number, idea.number, "2026-11", NOW) is IdeaSheetOutcome.WRONG_CODE
    assert sheets.allow(session.number, idea.number, "2026-11", NOW, session.code) is IdeaSheetOutcome.WRONG_CODE
    assert sheets.allow("TERMIN-7K3M9Q", idea.number, "2026-11", NOW, idea.code) is IdeaSheetOutcome.NO_SESSION
    assert known.lists.post(EVENING, 16) == 1 and not known.mails("day-list")[0].attachments
    assert sheets.allow(session.number, idea.number, "2026-11", NOW, idea.code) is IdeaSheetOutcome.ALLOWED
    assert known.lists.post(EVENING, 16) == 1
    sheet = known.mails("day-list")[-1].attachments[0].content.decode()
    assert "Wir fahren selbst." in sheet and idea.number in sheet and "Uli" not in sheet
    ideas.withdraw(idea.number, idea.code, NOW)
    assert known.lists.post(EVENING + HOUR, 16) == 1, "as it was before: the list without a sheet"
    (mail,) = known.mails("day-list")
    assert not mail.attachments, "the one with the sheet was not sent yet and is gone"


def test_an_idea_from_the_same_conversation_needs_no_code_and_can_be_taken_back(known):
    ideas = Matters(known.database, IDEA)
    idea, session = a_matter(ideas, now=NOW), known.book(FAR)
    sheets = IdeaSheets(known.database, ideas)
    assert sheets.allow(session.number, idea.number, "2026-11", NOW, handed_in_here=True) is IdeaSheetOutcome.ALLOWED
    assert sheets.take_back(session.number) and not sheets.take_back(session.number)
    known.lists.post(EVENING, 16)
    assert not known.mails("day-list")[0].attachments


# Moving to another adviser, links

def test_who_loses_a_session_to_another_adviser_is_told(database):
    migrate(database)
    other = an_adviser(id="ber-anders", email="anders@musterstelle.example")
    desk = a_desk(database, ADVISER, other)
    result = desk.book(FAR)
    desk.appointments.move_by(result.number, Slot(FAR + DAY, 30, other.id), "Beratung", NOW + HOUR)
    told = {one.recipient: one.subject for one in desk.mails(f"{result.number}:adviser:1")}
    assert told[ADVISER.email].startswith("Abgesagter Termin: 15.12") and told[other.email].startswith("Verlegter Termin: 16.12")


def test_a_link_opens_the_appointment_as_it_stands_and_ends(known):
    result, links = known.book(FAR), CalendarLinks(known.database)
    secret = links.make(result.number, NOW)
    assert links.find(secret, NOW).slot.starts_at == FAR and links.find(secret + "x", NOW) is None
    known.appointments.cancel(result.number, result.code, NOW)
    assert links.find(secret, NOW).is_cancelled
    assert links.find(secret, FAR + HOUR / 2 + VALID_AFTER) is None
    known.matters.withdraw(result.number, result.code, NOW)
    assert links.find(secret, NOW) is None


def test_staff_book_for_somebody_and_they_are_told(known):
    slot = Slot(FAR, 30, ADVISER.id)
    result = known.appointments.book_for(slot, a_booking(reach=ADDRESS), SessionFormat.VIDEO, "Beratung", NOW)
    assert result.has_mail and "Videogespräch" in known.mails(f"{result.number}:session")[0].body
