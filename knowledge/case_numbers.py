"""The numbers under which people find their matters again, however they type them.

Written `IDEE-7K3M9Q`: what it is about, and six letters and digits. People write „idee 7k3m9q“, „Rückruf 9HB2WK“,
„anliegen_3fd8km“, „Termin4X8RTD“, „I D E E - 7 K 3 M 9 Q“.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.spelling.dictionary import is_word

_PREFIXES = {
    "IDEE": "IDEE", "HUERDE": "HUERDE", "HÜRDE": "HUERDE", "HURDE": "HUERDE", "ANLIEGEN": "ANLIEGEN", "FRAGE": "FRAGE",
    "RUECKRUF": "RUECKRUF", "RÜCKRUF": "RUECKRUF", "RUCKRUF": "RUECKRUF", "TERMIN": "TERMIN",
}  # fmt: skip
_LENGTH = 6
_SIGN = r"\s?[-‐‑–—_/:#.]\s?"
_CODE = (
    rf"[0-9A-Z]{{{_LENGTH}}}|[0-9A-Z]{{3}}[ -][0-9A-Z]{{3}}|[0-9A-Z]{{2}}(?:[ -][0-9A-Z]{{2}}){{2}}"
    r"|[0-9A-Z](?: [0-9A-Z]){5}"
)
_NUMBER = re.compile(
    rf"(?<![^\W_])(?P<prefix>{'|'.join([*_PREFIXES, *(' '.join(prefix) for prefix in _PREFIXES)])})"
    rf"(?P<called>[ -](?:Nr\.?|Nummer|No\.?))?(?P<sign>{_SIGN}|\s?#\s?|\s{{0,2}})(?P<code>{_CODE})(?![^\W_])",
    re.IGNORECASE,
)
_UNITS = frozenset("eur tsd mio mrd std min uhr tage jan feb apr jun jul aug sep sept okt nov dez".split())
_QUANTITY = re.compile(r"\d+[A-Z]", re.IGNORECASE)


@dataclass(frozen=True)
class CaseNumber:
    """`text[start:end]` is the number that is properly written `value`."""

    value: str
    start: int
    end: int


def find_case_numbers(text: str) -> tuple[CaseNumber, ...]:
    """The numbers in `text`, in its order. „Idee kommen“, „Termin 9Uhr30“ and „Termin-Absage“ are none."""
    return tuple(
        CaseNumber(f"{_PREFIXES[_joined(one['prefix'])]}-{_joined(one['code'])}", one.start(), one.end())
        for one in _NUMBER.finditer(text)
        if _is_code(one)
    )


def without(numbers: tuple[CaseNumber, ...], text: str) -> str:
    """`text`, equally long, with nothing to be read where a case number stands."""
    for one in numbers:
        text = text[: one.start] + "_" * (one.end - one.start) + text[one.end :]
    return text


def _is_code(match: re.Match[str]) -> bool:
    """Whether the six signs are no words or quantities; the looser they hang, the more they have to prove it."""
    code, pieces = _joined(match["code"]), re.split(r"[ -]", match["code"])
    has_digit = any(one.isdigit() for one in code)
    if match["sign"].strip() and len(pieces) == 1:
        return has_digit or not is_word(code)
    if not has_digit or code.isdigit() or _is_quantity(code):
        return False
    return len(pieces) in (1, _LENGTH) or not (
        any(one.isalpha() and is_word(one) for one in pieces) or all(map(_QUANTITY.fullmatch, pieces))
    )


def _is_quantity(code: str) -> bool:
    """„9Uhr30“, „10Euro“: one word among digits."""
    letters = re.findall(r"[A-Z]+", code)
    return len(letters) == 1 and len(letters[0]) > 2 and (letters[0].lower() in _UNITS or is_word(letters[0].lower()))


def _joined(written: str) -> str:
    return re.sub(r"[ -]", "", written).upper()
