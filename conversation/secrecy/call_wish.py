"""Words of somebody who wants to be called: only then a telephone number or a mail address is asked for in free talk."""
from __future__ import annotations

import re

from conversation.masking.addresses import find_addresses
from conversation.masking.model import Kind
from conversation.masking.numbers import find_numbers

_WANTS_A_CALL = re.compile(
    r"\br[üu]e?ckruf|\bzur[üu]e?ck(?:zu)?ruf|\bruf\w*\b.{0,40}\b(?:zurück|zurueck|an)\b|\banrufen lassen\b|"
    r"\b(?:mich|uns)\b.{0,30}\banruf(?:en|t)?\b|\bmeld(?:et|en sie|e) (?:sich|euch|dich) (?:bitte )?bei (?:mir|uns)\b",
    re.IGNORECASE,
)


def wants_a_call(text: str) -> bool:
    """Whether somebody wants to be called, and does not only ask how to call."""
    return _WANTS_A_CALL.search(text) is not None


def gives_number_for_call(text: str) -> bool:
    """Whether somebody wants to be called and says where: then number or address is asked for, and begins the form."""
    if not wants_a_call(text):
        return False
    found = (*find_addresses(text, lambda word: False), *find_numbers(text))
    return any(one.kind in (Kind.PHONE, Kind.EMAIL) for one in found)
