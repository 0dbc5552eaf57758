"""Checking links against a little server of our own: what is dead, and where the checker does not go."""
from __future__ import annotations

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge.checking.links import LinkChecker, dead_links, hosts_of, is_public, links_of
from tests.builders import a_case, a_contact, a_funding, a_method


class Pages(BaseHTTPRequestHandler):
    """A website with the troubles that websites have."""

    asked: list[str] = []

    def _answer(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        statuses = {"/gone": 404, "/broken": 500, "/closed": 403, "/no-head": 405 if self.command == "HEAD" else 200}
        targets = {"/moved": "/fine", "/away": "http://elsewhere.invalid/", "/loop": "/loop", "/inside": "http://10.0.0.1/",
                   "/file": "file:///etc/passwd"}  # fmt: skip
        target = targets.get(self.path)
        self.send_response(302 if target else statuses.get(self.path, 200))
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer

    def log_message(self, *_given) -> None:
        """Quiet."""


@pytest.fixture
def site():
    Pages.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def checker(*hosts: str, **given) -> LinkChecker:
    """One that may go to this machine, without waiting between requests."""
    return LinkChecker(hosts or ("localhost",), **{"is_allowed": lambda _address: True, "pause_seconds": 0, **given})


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/fine", None), ("/moved", None), ("/no-head", None), ("/closed", None),
        ("/gone", "der Server meldet Fehler 404"), ("/broken", "der Server meldet Fehler 500"),
        ("/loop", "leitet immer weiter"), ("/away", "führt jetzt zu elsewhere.invalid, das in keinem Eintrag steht"),
        ("/file", "führt zu file"),
    ],
)  # fmt: skip
def test_what_becomes_of_an_address(site, path, trouble):
    assert checker().troubles([site + path]) == ({site + path: trouble} if trouble else {})


def test_a_server_that_dislikes_head_is_asked_by_get(site):
    checker().troubles([site + "/no-head", site + "/fine"])
    assert Pages.asked == ["HEAD /fine", "HEAD /no-head", "GET /no-head"]


def test_a_host_that_stands_in_no_record_is_never_asked(site):
    assert checker("example.org").troubles([site + "/fine"]) != {} and Pages.asked == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_this_machine_is_never_asked_however_it_is_named(site, host):
    url = site.replace("localhost", host) + "/fine"
    told = LinkChecker(["localhost", "127.0.0.1", "::1"], pause_seconds=0).troubles([url])
    assert told == {url: "führt in ein internes Netz und wird nicht besucht"} and Pages.asked == []


def test_a_redirect_into_the_network_is_not_followed(site):
    may_go_here = checker("localhost", "10.0.0.1", is_allowed=lambda address: address.startswith(("127.", "::1")))
    assert may_go_here.troubles([site + "/inside"]) == {site + "/inside": "führt in ein internes Netz und wird nicht besucht"}


def test_one_answer_among_several_that_leads_inside_is_enough(site):
    """localhost has an address of each family here or only one; the loopback ones are refused."""
    url = site + "/fine"
    assert checker(is_allowed=lambda address: ":" not in address and not address.startswith("127.")).troubles([url])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("0.0.0.0", False), ("100.64.0.1", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("ff02::1", False), ("localhost", False), ("", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_open_internet_are_public(address, public):
    assert is_public(address) is public


def test_a_server_that_does_not_exist_is_told():
    url = "http://gibt-es-nicht.invalid/"
    assert checker("gibt-es-nicht.invalid").troubles([url]) == {url: "gehört zu einem Server, den es nicht gibt"}


def test_nobody_listening_is_told():
    url = "http://localhost:9/"
    assert checker().troubles([url]) == {url: "ist nicht erreichbar"}


def test_every_address_of_a_record_is_looked_at():
    records = [a_funding(further_sources=("https://b.example/x",)), a_contact(), a_method(),
               a_case(contact={"web": "https://verein.example"})]  # fmt: skip
    assert [link.field for record in records for link in links_of(record)] == [
        "source_url", "further_sources", "application_url", "source_url", "website", "source_url", "materials",
        "source_url", "contact.web",
    ]  # fmt: skip
    assert hosts_of(records) == {"quelle.example", "b.example", "beispiel.example", "verein.example"}


def test_a_dead_link_names_record_field_and_address(site):
    site = site.replace("localhost", "127.0.0.1")  # a record wants a host with a point in it
    record = a_contact(website=f"{site}/gone", source_url=f"{site}/fine")
    (found,) = dead_links([record], checker("127.0.0.1"))
    assert (found.record, found.field) == ("kon-beispiel", "website") and f"{site}/gone" in found.what


async def test_a_check_runs_beside_a_running_loop(site):
    assert await asyncio.to_thread(checker().troubles, [site + "/fine"]) == {}
