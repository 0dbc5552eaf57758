"""Whose address counts, behind how many proxies."""
from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request

from web.addresses import client_address, is_from_this_machine


def a_request(remote="192.0.2.7", **headers):
    request = make_mocked_request("GET", "/", headers={k.replace("_", "-"): v for k, v in headers.items()})
    return request.clone(remote=remote)


@pytest.mark.parametrize(
    "proxies, forwarded, address",
    [
        (0, "203.0.113.1", "192.0.2.7"),
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "6.6.6.6, 203.0.113.1", "203.0.113.1"),
        (2, "6.6.6.6, 203.0.113.1, 198.51.100.1", "203.0.113.1"),
        (2, "203.0.113.1", "192.0.2.7"),
        (1, "nonsense", "192.0.2.7"),
        (1, "", "192.0.2.7"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed(proxies, forwarded, address):
    assert client_address(a_request(X_Forwarded_For=forwarded), proxies) == address


def test_without_the_header_the_direct_address_counts():
    assert client_address(a_request(), 2) == "192.0.2.7"


def test_this_machine_is_loopback_without_a_proxy():
    assert is_from_this_machine(a_request("127.0.0.1")) and is_from_this_machine(a_request("::1"))
    assert not is_from_this_machine(a_request("192.0.2.7"))
    assert not is_from_this_machine(a_request("127.0.0.1", X_Forwarded_For="127.0.0.1"))
    assert not is_from_this_machine(a_request("127.0.0.1", Forwarded="for=127.0.0.1"))
