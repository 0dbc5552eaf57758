"""The outbox: with its matter or not at all, one worker at a time, never lost, forgotten when sent."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import func, select

from office.mail import (
    Backoff,
    Delivery,
    MailAttachment,
    MailState,
    Outbox,
    Phase,
    PostOutcome,
    Problem,
    StaffOutcome,
    Why,
    enqueue,
)
from office.mail.forgetting import forget_case, forget_conversation
from office.mail.tables import AttachmentRow, OutboxRow
from storage.migrate import migrate
from tests.office.mail_setup import ADDRESS, DAY, MINUTE, NOW, a_mail, confirm, post

LATER = Problem("SMTPResponseException", Phase.RECIPIENT, 451)
NEVER = Problem("SMTPResponseException", Phase.RECIPIENT, 550)
CALENDAR = MailAttachment("termin.ics", "text/calendar", b"BEGIN:VCALENDAR")


class Clock:
    """Real time, as a test wants it."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def store(database):
    migrate(database)
    confirm(database)
    return database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def delivery(store, clock) -> Delivery:
    return Delivery(store, clock, Backoff(draw=lambda: 0.5))


@pytest.fixture
def outbox(store) -> Outbox:
    return Outbox(store)


def rows(store, table=OutboxRow) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table))


def the_mail(outbox, key="k1"):
    (mail,) = [one for one in outbox.list(tuple(MailState)) if one.key == key]
    return mail


def test_a_mail_is_kept_with_its_matter(store, outbox):
    assert post(store, a_mail(case_number="RUECKRUF-7K3M9U", attachments=(CALENDAR,))) is PostOutcome.POSTED
    mail = the_mail(outbox)
    assert (mail.state, mail.recipient, mail.subject) == (MailState.WAITING, ADDRESS, "Nachricht k1")
    assert mail.case_number == "RUECKRUF-7K3M9U" and mail.attachments == (CALENDAR,) and "Görlitz" in mail.body


def test_if_the_matter_fails_there_is_no_mail(store, outbox):
    before = rows(store)
    with pytest.raises(ZeroDivisionError):
        with store.writing() as session:
            enqueue(session, a_mail("k2", "office@example.org"), NOW)
            1 / 0
    assert rows(store) == before and rows(store, AttachmentRow) == 0


def test_the_same_key_is_kept_once_even_after_it_was_sent(store, delivery, outbox):
    assert [post(store), post(store)] == [PostOutcome.POSTED, PostOutcome.ALREADY_POSTED]
    delivery.sent(delivery.claim(NOW), NOW)
    assert post(store) is PostOutcome.ALREADY_POSTED and the_mail(outbox).state is MailState.SENT


def test_the_same_key_from_many_at_once_is_kept_once(store):
    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(lambda _: post(store), range(16)))
    assert outcomes.count(PostOutcome.POSTED) == 1 and outcomes.count(PostOutcome.ALREADY_POSTED) == 15


@pytest.mark.parametrize("to", ["", "niemand", "a@b", "zwei@example.org drei@example.org", "a@example.org\r\nBcc: b@example.org"])
def test_what_is_no_address_gets_no_mail(store, to):
    before = rows(store)
    assert post(store, a_mail("k9", to)) is PostOutcome.NO_ADDRESS and rows(store) == before


def test_many_workers_claim_each_mail_once(store, clock):
    for number in range(30):
        post(store, a_mail(f"k{number}"))
    deliveries = [Delivery(store, clock) for _ in range(4)]

    def work(delivery):
        claimed = []
        while (mail := delivery.claim(NOW)) is not None:
            claimed.append(mail.key)
        return claimed

    with ThreadPoolExecutor(4) as threads:
        keys = [key for claimed in threads.map(work, deliveries) for key in claimed]
    assert sorted(keys) == sorted(f"k{number}" for number in range(30))


def test_what_was_said_is_forgotten_when_it_is_sent(store, delivery, outbox):
    post(store, a_mail(attachments=(CALENDAR,)))
    mail = delivery.claim(NOW)
    assert mail.recipient == ADDRESS and mail.attachments == (CALENDAR,) and mail.dated == NOW
    assert delivery.may_end(mail, NOW)
    delivery.sent(mail, NOW + MINUTE)
    kept = the_mail(outbox)
    assert (kept.state, kept.sent_at) == (MailState.SENT, NOW + MINUTE)
    assert kept.recipient is kept.subject is kept.body is None and rows(store, AttachmentRow) == 0
    assert delivery.claim(NOW + DAY) is None


def test_a_worker_that_dies_before_the_dot_loses_nothing(store, delivery, clock):
    post(store)
    dead = delivery.claim(NOW)
    assert delivery.claim(NOW) is None, "it belongs to the first as long as the lease lasts"
    clock.moment += 7 * MINUTE
    again = delivery.claim(NOW)
    assert again.id == dead.id and again.holder != dead.holder
    assert not delivery.may_end(dead, NOW), "the first must not end it any more"
    delivery.sent(dead, NOW)
    assert delivery.may_end(again, NOW), "nor may it close what another one has"


def test_a_lease_that_is_over_forbids_the_dot_even_if_nobody_else_has_the_mail(store, delivery, clock):
    post(store)
    mail = delivery.claim(NOW)
    clock.moment += 7 * MINUTE
    assert not delivery.may_end(mail, NOW)


def test_a_worker_that_dies_after_the_dot_leaves_a_doubt_and_nobody_sends_it_again(store, delivery, outbox, clock):
    post(store)
    mail = delivery.claim(NOW)
    assert delivery.may_end(mail, NOW)
    clock.moment += 13 * MINUTE
    assert delivery.claim(NOW) is None
    doubtful = the_mail(outbox)
    assert doubtful.state is MailState.UNCERTAIN and doubtful.problem == Problem("WorkerDied", Phase.DOT)
    assert doubtful.body, "a person has to decide, and needs it for that"


def test_a_late_answer_ends_the_doubt(store, delivery, outbox, clock):
    post(store)
    mail = delivery.claim(NOW)
    delivery.may_end(mail, NOW)
    clock.moment += 13 * MINUTE
    delivery.claim(NOW)
    delivery.sent(mail, NOW)
    assert the_mail(outbox).state is MailState.SENT


def test_it_is_tried_again_after_growing_pauses_and_given_up_after_three_days(store, delivery, outbox):
    post(store)
    moment, pauses = NOW, []
    while (mail := delivery.claim(moment)) is not None:
        assert mail.dated == NOW, "the date stays that of the first try"
        delivery.put_off(mail, LATER, moment)
        kept = the_mail(outbox)
        pauses.append((kept.next_try_at - moment) / MINUTE)
        assert delivery.claim(kept.next_try_at - MINUTE / 2) is None or kept.state is MailState.FAILED
        moment = kept.next_try_at
    assert pauses[:6] == [1, 5, 15, 60, 360, 360] and len(pauses) == 17
    assert kept.state is MailState.FAILED and kept.problem == LATER and kept.body
    assert 3 * DAY <= moment - NOW < 3.5 * DAY


@pytest.mark.parametrize(("draw", "seconds"), [(0.0, 48), (1.0, 72)])
def test_the_pauses_differ_a_little(draw, seconds):
    assert (Backoff(draw=lambda: draw).next_try(1, NOW, NOW) - NOW).total_seconds() == pytest.approx(seconds)


def test_what_is_refused_for_good_is_not_tried_again(store, delivery, outbox):
    post(store)
    delivery.fail(delivery.claim(NOW), NEVER, NOW)
    assert the_mail(outbox).state is MailState.FAILED and delivery.claim(NOW + DAY) is None


def test_a_worker_that_ends_gives_its_mail_back_without_a_try(store, delivery, outbox):
    post(store)
    delivery.give_back(delivery.claim(NOW))
    assert (the_mail(outbox).state, the_mail(outbox).tries) == (MailState.WAITING, 0)


def test_a_mail_that_comes_too_late_is_dropped(store, delivery, outbox):
    post(store, a_mail(useful_until=NOW + 2 * MINUTE))
    assert delivery.claim(NOW + 3 * MINUTE) is None
    dropped = the_mail(outbox)
    assert (dropped.state, dropped.why, dropped.body) == (MailState.DROPPED, Why.EXPIRED, None)


def test_staff_send_a_doubtful_mail_again_or_drop_it(store, delivery, outbox):
    post(store), post(store, a_mail("k2"))
    for _ in range(2):
        delivery.doubt(delivery.claim(NOW), Problem("TimeoutError", Phase.DOT), NOW)
    first, second = the_mail(outbox).id, the_mail(outbox, "k2").id
    assert outbox.retry(first, NOW + DAY) is StaffOutcome.RETRIED and outbox.drop(second, NOW) is StaffOutcome.DROPPED
    mail = delivery.claim(NOW + DAY)
    assert mail.id == first and the_mail(outbox).tries == 1
    assert outbox.retry(first, NOW) is outbox.drop(first, NOW) is StaffOutcome.NOT_NOW, "while it is being sent"
    assert outbox.retry(second, NOW) is StaffOutcome.NOT_NOW and the_mail(outbox, "k2").why is Why.STAFF
    assert outbox.retry(999, NOW) is outbox.drop(999, NOW) is StaffOutcome.UNKNOWN


def test_the_list_begins_with_what_needs_a_decision(store, delivery, outbox):
    for key in ("k1", "k2", "k3", "k4"):
        post(store, a_mail(key))
    delivery.fail(delivery.claim(NOW), NEVER, NOW)
    delivery.doubt(delivery.claim(NOW), Problem("TimeoutError", Phase.DOT), NOW)
    delivery.sent(delivery.claim(NOW), NOW)
    assert [one.key for one in outbox.list()] == ["k2", "k1", "k4"]
    assert outbox.counts()[MailState.SENT] == outbox.counts()[MailState.WAITING] == 1


def test_retention_forgets_first_what_was_said_then_all(store, delivery, outbox):
    for key in ("k1", "k2", "k3"):
        post(store, a_mail(key))
    delivery.sent(delivery.claim(NOW), NOW)
    delivery.fail(delivery.claim(NOW), NEVER, NOW)
    outbox.forget_older_than(NOW + 29 * DAY)
    assert the_mail(outbox, "k2").body and the_mail(outbox, "k3").body
    outbox.forget_older_than(NOW + 31 * DAY)
    assert {one.key for one in outbox.list(tuple(MailState))} == {"k2", "k3"}
    assert the_mail(outbox, "k2").body is the_mail(outbox, "k3").recipient is None
    outbox.forget_older_than(NOW + 62 * DAY)
    assert rows(store) == 0


def test_deleting_a_case_or_a_conversation_deletes_its_mails_even_from_under_a_worker(store, delivery):
    before = rows(store)
    post(store, a_mail("k1", case_number="RUECKRUF-7K3M9U", attachments=(CALENDAR,)))
    post(store, a_mail("k2", conversation_key="c" * 64))
    mail = delivery.claim(NOW)
    with store.writing() as session:
        assert forget_case(session, "RUECKRUF-7K3M9U") == forget_conversation(session, "c" * 64) == 1
    assert rows(store) == before and rows(store, AttachmentRow) == 0
    assert not delivery.may_end(mail, NOW)
    delivery.sent(mail, NOW)
    assert rows(store) == before
