"""Whether the addresses in the records still answer. Nothing here runs unless somebody asks for it.

Only hosts that stand in the records are visited; a redirect to another host is told and not followed. Before every
connection the host is looked up, and only public addresses are connected to: neither private nor loopback nor
link-local ones. So a record cannot make the checker knock at doors inside the network.
"""
from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Callable, Iterable, Iterator
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import ThreadedResolver

from knowledge.checking.finding import Finding, Severity
from knowledge.schema import Case, Contact, Funding, Method, Record

TIMEOUT_SECONDS = 10
PAUSE_SECONDS = 1.0
"""Between two requests to the same host."""
HOSTS_AT_ONCE = 4
MOST_REDIRECTS = 5
USER_AGENT = "Ideenlotse-Linkpruefung"
_NEEDS_GET = {400, 403, 404, 405, 406, 501, 503}
"""Answers to HEAD that some servers give only because it is no GET."""
_NAT64 = ip_network("64:ff9b::/96")
_NO_VERDICT = {401, 403, 406, 429}
"""The server does not want programs; people may see the page all the same."""


@dataclass(frozen=True)
class Link:
    """An address and where it stands."""

    record: Record
    field: str
    url: str


def links_of(record: Record) -> Iterator[Link]:
    """All addresses of a record."""
    yield Link(record, "source_url", record.source_url)
    for url in record.further_sources:
        yield Link(record, "further_sources", url)
    if isinstance(record, Funding) and record.application_url:
        yield Link(record, "application_url", record.application_url)
    if isinstance(record, Contact) and record.website:
        yield Link(record, "website", record.website)
    if isinstance(record, Case) and record.contact.web:
        yield Link(record, "contact.web", record.contact.web)
    if isinstance(record, Method):
        for material in record.materials:
            yield Link(record, "materials", material.url)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also inside an IPv6 form of an IPv4 one."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    if number in _NAT64:
        inner = IPv4Address(int(number) & 0xFFFFFFFF)
    if inner is not None and not is_public(str(inner)):
        return False
    return number.is_global and not number.is_multicast


class ForbiddenAddress(OSError):
    """A host that leads into a network of its own."""


class LinkChecker:
    """Visits addresses, slowly and with limits; `is_allowed` says which IP addresses may be connected to."""

    def __init__(
        self, hosts: Iterable[str], is_allowed: Callable[[str], bool] = is_public, pause_seconds: float = PAUSE_SECONDS
    ) -> None:
        self._hosts = {_bare(host) for host in hosts}
        self._is_allowed = is_allowed
        self._pause_seconds = pause_seconds

    def troubles(self, urls: Iterable[str]) -> dict[str, str]:
        """For each address that does not answer well, what happened, in German; the others are left out."""
        return asyncio.run(self._visit_all(sorted(set(urls))))

    async def _visit_all(self, urls: list[str]) -> dict[str, str]:
        by_host: dict[str, list[str]] = defaultdict(list)
        for url in urls:
            by_host[_bare(urlsplit(url).hostname or "")].append(url)
        turns = asyncio.Semaphore(HOSTS_AT_ONCE)
        connector = aiohttp.TCPConnector(resolver=_CheckedResolver(self._is_allowed), limit=HOSTS_AT_ONCE)
        timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=False
        ) as session:
            async def one_host(addresses: list[str]) -> dict[str, str | None]:
                async with turns:
                    return {url: await self._visit(session, url) for url in addresses}

            found = await asyncio.gather(*(one_host(addresses) for addresses in by_host.values()))
        return {url: trouble for part in found for url, trouble in part.items() if trouble}

    async def _visit(self, session: aiohttp.ClientSession, url: str) -> str | None:
        for _ in range(MOST_REDIRECTS + 1):
            refused = self._refused(url)
            if refused:
                return refused
            try:
                status, location = await self._ask(session, url)
            except asyncio.TimeoutError:
                return f"antwortet nicht in {TIMEOUT_SECONDS} Sekunden"
            except (aiohttp.ClientError, OSError, ValueError) as error:
                return _trouble_of(error)
            if status in (301, 302, 303, 307, 308) and location:
                url = urljoin(url, location)
            else:
                return None if status < 400 or status in _NO_VERDICT else f"der Server meldet Fehler {status}"
        return "leitet immer weiter"

    def _refused(self, url: str) -> str | None:
        """Why an address is not visited at all, None if it may be."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https"):
            return f"führt zu {parts.scheme or 'keiner Adresse'}"
        if _bare(host) not in self._hosts:
            return f"führt jetzt zu {host}, das in keinem Eintrag steht"
        if _is_ip(host) and not self._is_allowed(host):
            return "führt in ein internes Netz und wird nicht besucht"
        return None

    async def _ask(self, session: aiohttp.ClientSession, url: str) -> tuple[int, str | None]:
        """Status and target of a redirect: by HEAD, and by GET where the server does not like HEAD."""
        for method in ("HEAD", "GET"):
            await asyncio.sleep(self._pause_seconds)
            async with session.request(method, url, allow_redirects=False) as answer:
                if method == "GET" or answer.status not in _NEEDS_GET:
                    break
        return answer.status, answer.headers.get("Location")


class _CheckedResolver(AbstractResolver):
    """Looks hosts up and refuses them if any of their addresses is not allowed; the connection goes to what was checked."""

    def __init__(self, is_allowed: Callable[[str], bool]) -> None:
        self._resolver: ThreadedResolver | None = None
        self._is_allowed = is_allowed

    async def resolve(self, host, port=0, family=socket.AF_INET):
        self._resolver = self._resolver or ThreadedResolver()
        found = await self._resolver.resolve(host, port, family)
        if not all(self._is_allowed(one["host"]) for one in found):
            raise ForbiddenAddress(host)
        return found

    async def close(self) -> None:
        """Nothing is kept open."""


def dead_links(records: Iterable[Record], checker: LinkChecker) -> list[Finding]:
    """A finding for every address that does not answer well."""
    links = [link for record in records for link in links_of(record)]
    troubles = checker.troubles(link.url for link in links)
    return [
        Finding.about(link.record, Severity.DEAD_LINK, link.field, f"{link.url} {troubles[link.url]}.",
                      "Bitte öffnen Sie die Adresse im Browser und tragen Sie die neue ein.")  # fmt: skip
        for link in links
        if link.url in troubles
    ]


def hosts_of(records: Iterable[Record]) -> set[str]:
    """The hosts that may be visited: those that stand in the records."""
    return {urlsplit(link.url).hostname or "" for record in records for link in links_of(record)}


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _trouble_of(error: BaseException) -> str:
    causes = [error]
    while causes[-1].__cause__ or causes[-1].__context__:
        causes.append(causes[-1].__cause__ or causes[-1].__context__)
    if any(isinstance(one, ForbiddenAddress) for one in causes):
        return "führt in ein internes Netz und wird nicht besucht"
    if any(isinstance(one, socket.gaierror) for one in causes):
        return "gehört zu einem Server, den es nicht gibt"
    if isinstance(error, aiohttp.ClientSSLError):
        return "hat kein gültiges Zertifikat"
    return "ist nicht erreichbar"
