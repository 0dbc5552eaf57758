"""Who asks: the network address behind the proxies that are ours."""
from __future__ import annotations

import ipaddress

from aiohttp import web


def client_address(request: web.Request, trusted_proxies: int) -> str:
    """The address that limits count by.

    Each proxy appends to X-Forwarded-For the address that it saw, so with n proxies of ours the n-th from the right is
    true and everything left of it may be invented. A header that is too short or holds no address is not believed.
    """
    direct = request.remote or "unknown"
    if trusted_proxies < 1:
        return direct
    named = [one.strip() for line in request.headers.getall("X-Forwarded-For", []) for one in line.split(",")]
    if len(named) < trusted_proxies:
        return direct
    try:
        return str(ipaddress.ip_address(named[-trusted_proxies]))
    except ValueError:
        return direct


def is_from_this_machine(request: web.Request) -> bool:
    """Whether a program on this machine asks directly, not through a proxy."""
    if any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")):
        return False
    try:
        return ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
