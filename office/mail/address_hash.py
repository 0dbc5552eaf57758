"""Mail addresses: whether it is one, and under which hash it is known."""
from __future__ import annotations

import hashlib
import unicodedata

from office.reach import read_reach
from office.typed_text import Unfit


def readable_address(typed: str) -> str | None:
    """The one mail address in `typed`, None if it is something else or more than that."""
    try:
        reach = read_reach(typed)
    except Unfit:
        return None
    is_alone = reach.email is not None and reach.phone is None and reach.email == typed.strip()
    return reach.email if is_alone else None


def hash_address(address: str) -> str:
    """SHA-256 of the address as people mean it: letters of any case are one.

    A pseudonym, no anonymity: whoever guesses an address can compute its hash.
    """
    plain = unicodedata.normalize("NFC", address.strip()).casefold()
    return hashlib.sha256(f"mail-address:{plain}".encode("utf-8", "replace")).hexdigest()


def hash_pass(token: str) -> str:
    """What is kept of a pass; 192 drawn bits need no slow hash."""
    return hashlib.sha256(f"mail-pass:{token}".encode("utf-8", "replace")).hexdigest()
