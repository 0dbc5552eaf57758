"""The secret code of a case: whoever has it may see, change and withdraw the case. It is shown once and kept as a hash.

Written `7K4MQ-2XN9R-TB3HC`: 14 drawn signs (69 bits) and a check sign, which tells a slip from a wrong code.
"""
from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

from office.check_signs import Choose, draw_checked, is_checked

_LENGTH, _GROUP = 15, 5
_LONGEST_INPUT = 60
_LOG_N, _R, _P = 14, 8, 1
"""scrypt (RFC 7914) with N = 2^14, r = 8, p = 1: 16 MB and some 40 ms for one hash.

A stolen database would have to be searched for 2^69 codes; each of them costs so much. Passwords that people choose
would need more (OWASP: N = 2^17), but small machines run this, and several people may type a code at once.
"""


def new_code(choose: Choose = secrets.choice) -> str:
    """A code that nobody can guess, as people read and dictate it."""
    signs = draw_checked(_LENGTH, choose)
    return "-".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read_code(typed: str) -> str | None:
    """The bare signs of a code, whatever its case, blanks and hyphens; None if it cannot be one."""
    signs = read_signs(typed)
    return signs if signs is not None and is_checked(signs) else None


def read_signs(typed: str) -> str | None:
    """The bare signs of what is as long as a code, whether or not its check sign is right; None if it is not."""
    plain = unicodedata.normalize("NFKC", typed[:_LONGEST_INPUT]).upper()
    signs = "".join(one for one in plain if one.isalnum())
    return signs if len(signs) == _LENGTH else None


def hash_code(code: str) -> str:
    """What is kept of a code: `scrypt:14:8:1:salt:hash`. Raises ValueError if it is no code."""
    signs = read_code(code)
    if signs is None:
        raise ValueError("no secret code")
    salt = secrets.token_bytes(16)
    return f"scrypt:{_LOG_N}:{_R}:{_P}:{salt.hex()}:{_scrypt(signs, salt, _LOG_N, _R, _P).hex()}"


def code_matches(signs: str, kept: str) -> bool:
    """Whether the signs of `read_code` belong to the kept hash; compared in constant time."""
    _, log_n, r, p, salt, digest = kept.split(":")
    computed = _scrypt(signs, bytes.fromhex(salt), int(log_n), int(r), int(p))
    return hmac.compare_digest(computed, bytes.fromhex(digest))


DECOY = f"scrypt:{_LOG_N}:{_R}:{_P}:{'00' * 16}:{'00' * 32}"
"""The hash of no code: compared with where there is no case, so that a stranger waits as long as for a real one."""


def _scrypt(signs: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(signs.encode(), salt=salt, n=2**log_n, r=r, p=p, dklen=32, maxmem=2**26)
