"""Addresses: one mail until the owner has confirmed, everything after that, nothing after a no; and none of it in clear."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from office.mail import Addresses, AddressOutcome, AddressState, Delivery, MailState, Outbox, PostOutcome, Why
from office.mail.address_hash import hash_address
from office.mail.forgetting import forget_case
from office.mail.tables import AddressRow, PassRow
from storage.migrate import migrate
from tests.office.mail_setup import ADDRESS, DAY, MAILS, NOW, a_mail, post, token_in


@pytest.fixture
def store(database):
    migrate(database)
    return database


@pytest.fixture
def addresses(store) -> Addresses:
    return Addresses(store)


@pytest.fixture
def outbox(store) -> Outbox:
    return Outbox(store)


def asked(outbox) -> int:
    return sum(one.key.startswith("confirm:") for one in outbox.list(tuple(MailState)))


def states(outbox) -> dict[str, MailState]:
    return {one.key: one.state for one in outbox.list(tuple(MailState)) if not one.key.startswith("confirm:")}


def test_the_first_mail_asks_and_what_was_to_be_said_waits(store, outbox, addresses):
    assert post(store) is PostOutcome.HELD
    assert asked(outbox) == 1 and states(outbox) == {"k1": MailState.HELD}
    assert Delivery(store, lambda: NOW).claim(NOW).key.startswith("confirm:")
    assert not addresses.may_get_mail(ADDRESS)


def test_there_is_exactly_one_such_mail_however_often_the_address_is_typed(store, outbox):
    for number, typed in enumerate((ADDRESS, ADDRESS.upper(), "Uli@Example.org")):
        assert post(store, a_mail(f"k{number}", typed)) is PostOutcome.HELD
    with store.writing() as session:
        assert not MAILS.ask_to_confirm(session, ADDRESS, NOW + 13 * DAY)
    assert asked(outbox) == 1


def forget(store, case_number: str) -> int:
    with store.writing() as session:
        return forget_case(session, case_number)


def test_the_mail_that_asks_goes_with_the_last_case_that_waits_for_it_and_is_written_anew(store, outbox):
    post(store, a_mail("k1", case_number="TERMIN-1"))
    post(store, a_mail("k2", case_number="TERMIN-2"))
    post(store, a_mail("k3", "other@example.org", case_number="TERMIN-3"))
    assert forget(store, "TERMIN-1") == 1 and asked(outbox) == 2
    assert forget(store, "TERMIN-2") == 1 and asked(outbox) == 1
    assert forget(store, "TERMIN-2") == 0 and states(outbox) == {"k3": MailState.HELD}
    assert post(store, a_mail("k4", case_number="TERMIN-4")) is PostOutcome.HELD and asked(outbox) == 2


def test_a_mail_that_has_asked_already_is_not_written_again_after_its_case_is_gone(store, outbox):
    post(store, a_mail("k1", case_number="TERMIN-1"))
    delivery = Delivery(store, lambda: NOW)
    claimed = delivery.claim(NOW)
    assert delivery.may_end(claimed, NOW)
    delivery.sent(claimed, NOW)
    assert forget(store, "TERMIN-1") == 1
    post(store, a_mail("k2", case_number="TERMIN-2"))
    assert asked(outbox) == 1


def test_many_at_once_ask_once(store, outbox):
    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(lambda number: post(store, a_mail(f"k{number}")), range(12)))
    assert outcomes == [PostOutcome.HELD] * 12 and asked(outbox) == 1


def test_confirming_sends_what_waits_and_everything_later(store, outbox, addresses):
    post(store)
    token = token_in(store)
    assert addresses.look(token) is AddressState.UNCONFIRMED
    assert addresses.confirm(token, NOW + DAY) is AddressOutcome.CONFIRMED
    assert addresses.may_get_mail("ULI@example.org") and states(outbox) == {"k1": MailState.WAITING}
    assert post(store, a_mail("k2"), NOW + DAY) is PostOutcome.POSTED and asked(outbox) == 1
    assert addresses.confirm(token, NOW + DAY) is AddressOutcome.ALREADY_CONFIRMED


def test_refusing_drops_what_waits_and_nothing_comes_any_more(store, outbox, addresses):
    post(store)
    token = token_in(store)
    assert addresses.block(token, NOW) is AddressOutcome.BLOCKED
    assert states(outbox) == {"k1": MailState.DROPPED} and outbox.list() == ()
    dropped = [one for one in outbox.list((MailState.DROPPED,))]
    assert {one.why for one in dropped} == {Why.BLOCKED} and not any(one.body or one.recipient for one in dropped)
    assert post(store, a_mail("k2")) is PostOutcome.BLOCKED and "k2" not in states(outbox)
    assert addresses.block(token, NOW) is AddressOutcome.ALREADY_BLOCKED
    addresses.forget_older_than(NOW + 2000 * DAY)
    assert post(store, a_mail("k3"), NOW + 2000 * DAY) is PostOutcome.BLOCKED


def test_a_later_mail_has_a_pass_with_which_mails_can_be_refused(store, addresses):
    post(store)
    addresses.confirm(token_in(store), NOW)
    post(store, a_mail("k2"))
    assert addresses.block(token_in(store, "k2"), NOW) is AddressOutcome.BLOCKED


def test_whoever_changes_their_mind_may_confirm_after_a_no(store, addresses):
    post(store)
    token = token_in(store)
    addresses.block(token, NOW)
    assert addresses.confirm(token, NOW) is AddressOutcome.CONFIRMED and addresses.may_get_mail(ADDRESS)


@pytest.mark.parametrize("token", ["", "geraten", "x" * 1000, "ü"])
def test_what_is_no_pass_does_nothing(store, outbox, addresses, token):
    post(store)
    assert addresses.look(token) is None
    assert addresses.confirm(token, NOW) is addresses.block(token, NOW) is AddressOutcome.UNKNOWN
    assert states(outbox) == {"k1": MailState.HELD}


def test_an_address_that_nobody_confirms_is_forgotten_with_its_mails_and_may_be_asked_again(store, outbox, addresses):
    post(store)
    token = token_in(store)
    assert addresses.forget_older_than(NOW + 13 * DAY) == 0
    late = NOW + 15 * DAY
    assert addresses.forget_older_than(late) == 1 and outbox.forget_older_than(late) == 2
    assert addresses.confirm(token, late) is AddressOutcome.UNKNOWN
    assert states(outbox) == {"k1": MailState.DROPPED}
    assert post(store, a_mail("k2"), late) is PostOutcome.HELD and asked(outbox) == 2


def test_a_held_mail_that_is_too_old_is_not_released(store, outbox, addresses):
    post(store)
    addresses.confirm(token_in(store), NOW + 15 * DAY)
    assert states(outbox) == {"k1": MailState.HELD}


def test_a_confirmed_address_that_is_not_used_for_a_year_has_to_be_confirmed_anew(store, addresses):
    post(store)
    addresses.confirm(token_in(store), NOW)
    assert addresses.forget_older_than(NOW + 364 * DAY) == 0 and addresses.forget_older_than(NOW + 366 * DAY) == 1
    assert post(store, a_mail("k2"), NOW + 366 * DAY) is PostOutcome.HELD


def test_neither_address_nor_pass_is_kept_in_clear(store):
    post(store)
    token = token_in(store)
    with store.reading() as session:
        kept = [session.execute(select(table.__table__)).all() for table in (AddressRow, PassRow)]
    assert hash_address(ADDRESS) in str(kept) and ADDRESS not in str(kept) and token not in str(kept)


def test_an_address_whose_mails_come_back_gets_no_more_until_its_owner_confirms_again(store, outbox, addresses):
    post(store, a_mail(case_number="IDEE-7K3M9U"))
    token = token_in(store)
    addresses.confirm(token, NOW)
    post(store, a_mail("k2", case_number="IDEE-7K3M9U"))
    assert addresses.bounced(ADDRESS.upper(), NOW + DAY) == ("IDEE-7K3M9U",)
    assert not addresses.may_get_mail(ADDRESS) and post(store, a_mail("k3"), NOW + DAY) is PostOutcome.HELD
    assert set(states(outbox).values()) == {MailState.HELD} and asked(outbox) == 1
    addresses.confirm(token, NOW + 2 * DAY)
    assert set(states(outbox).values()) == {MailState.WAITING}


def test_nothing_comes_of_marking_an_address_that_is_unknown_or_wants_no_mails(store, outbox, addresses):
    assert addresses.bounced(ADDRESS, NOW) is None and addresses.bounced("keine Adresse", NOW) is None
    post(store)
    addresses.block(token_in(store), NOW)
    assert addresses.bounced(ADDRESS, NOW) is None
