"""How many messages are taken, with the time as an argument."""
from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from conversation.limits import Limit, MessageLimits, network_of


def test_as_many_at_once_as_the_rate_has_and_then_one_per_share_of_the_time():
    limit = Limit(requests=3, seconds=30)
    assert [limit.take("a", 0.0).remaining for _ in range(3)] == [2, 1, 0]
    refused = limit.take("a", 0.0)
    assert (refused.allowed, refused.retry_after, refused.reset) == (False, 10, 30)
    assert not limit.take("a", 9.9).allowed
    assert limit.take("a", 10.0).allowed
    assert not limit.take("a", 10.0).allowed
    assert limit.take("a", 100.0).remaining == 2


def test_what_is_refused_does_not_count():
    limit = Limit(requests=1, seconds=10)
    limit.take("a", 0.0)
    for _ in range(100):
        limit.take("a", 5.0)
    assert limit.take("a", 10.0).allowed


def test_keys_do_not_disturb_each_other():
    limit = Limit(requests=1, seconds=10)
    assert limit.take("a", 0.0).allowed and limit.take("b", 0.0).allowed
    assert not limit.take("a", 0.0).allowed


def test_memory_is_bounded_and_the_latest_are_kept():
    limit = Limit(requests=1, seconds=1000, maximum_keys=10)
    for number in range(100):
        limit.take(str(number), 0.0)
    assert len(limit) == 10
    assert not limit.take("99", 0.0).allowed and limit.take("1", 0.0).allowed


def test_a_message_counts_in_both_limits_or_in_none():
    limits = MessageLimits(conversation=Limit(1, 60), address=Limit(3, 60))
    assert limits.take("a", "192.0.2.1", 0.0).allowed
    for _ in range(10):
        assert not limits.take("a", "192.0.2.1", 0.0).allowed
    assert limits.take("b", "192.0.2.1", 0.0).allowed
    assert limits.take("c", "192.0.2.1", 0.0).allowed
    assert not limits.take("d", "192.0.2.1", 0.0).allowed
    assert limits.take("d", "192.0.2.2", 0.0).allowed


def test_the_tighter_limit_is_the_one_that_is_told():
    limits = MessageLimits(conversation=Limit(30, 60), address=Limit(5, 60))
    assert limits.take("a", "192.0.2.1", 0.0).limit == 5


@pytest.mark.parametrize(
    "address, network",
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("unix:/run/x", "unknown"),
        ("", "unknown"),
    ],
)
def test_addresses_count_by_network(address, network):
    assert network_of(address) == network


@given(st.integers(1, 50), st.integers(1, 100), st.lists(st.floats(0, 20), min_size=1, max_size=200))
def test_no_window_ever_lets_through_more_than_twice_the_rate(requests, seconds, pauses):
    limit, now, taken = Limit(requests, seconds), 0.0, []
    for pause in pauses:
        now += pause
        said = limit.take("a", now)
        assert 0 <= said.remaining <= requests and said.reset <= seconds
        if said.allowed:
            taken.append(now)
    for moment in taken:
        assert sum(moment <= other < moment + seconds for other in taken) <= 2 * requests
