"""„Code verloren“: a link goes to the address of the matter, if there is one, and nobody learns whether."""
from __future__ import annotations

import re

from actions.services import ActionServices
from knowledge.case_numbers import find_case_numbers
from office.errors import StorageError
from wording.matters import code_lost, not_reachable, number_needed_for_code
from wording.reply import Reply

_LOST = re.compile(
    r"\b(?:code|zugangscode|geheimcode)s?\b.{0,30}\b(?:verloren|vergessen|verlegt|weg|verschwunden|verschludert|verbummelt|"
    r"nicht mehr|finde\w* .{0,12}nicht)|\b(?:verloren|vergessen|verlegt|find\w* .{0,20}nicht|hab\w* .{0,20}nicht mehr)\b.{0,30}\bcode\b|"
    r"\b(?:neuen|anderen) code\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(r"\bqr\W?code|postleit|quell\W?code|programm", re.IGNORECASE)
_MOST_WORDS = 25


def says_code_is_lost(text: str) -> bool:
    """„Ich habe den Code zu IDEE-… verloren“, „Code vergessen“."""
    return len(text.split()) <= _MOST_WORDS and bool(_LOST.search(text)) and not _ABOUT_OTHERS.search(text)


def code_lost_reply(text: str, services: ActionServices) -> Reply:
    """Ask for the link, or for the number."""
    numbers = find_case_numbers(text)
    if not numbers:
        return number_needed_for_code()
    try:
        services.office.lost_codes.ask(numbers[0].value, services.now())
    except StorageError:
        return not_reachable(services.library.office)
    return code_lost(numbers[0].value, services.library.office)
