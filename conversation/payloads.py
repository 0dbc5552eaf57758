"""What may reach Rasa as a command: the payloads of buttons that we issued, nothing that a person types, except the
closed list of commands in `conversation.remembering.phrases`, which become payloads of ours.

Rasa 3.6 strips a message and reads a leading `/` as an intent or an order (`/restart`, `/intent{"entity": "x"}`).
"""
from __future__ import annotations

import unicodedata
from typing import Iterable

from conversation.messages import Answer
from conversation.refusals import MessageEmpty, MessageTooLong, PayloadNotIssued, TextUnreadable

START_PAYLOADS = frozenset({"/gruss"})
"""What a client may send without having got it on a button: the greeting that opens a conversation."""
MAXIMUM_LENGTH = 20_000
"""Characters of one message, for every channel."""
_SLASHES = "/\\／＼⁄∕⧸⧵╱"


def check_issued(payload: str, answers: Iterable[Answer]) -> None:
    """Raises PayloadNotIssued unless `payload` starts a conversation, or is on a button or a part of `answers`."""
    if payload in START_PAYLOADS:
        return
    if not any(payload in answer.payloads for answer in answers):
        raise PayloadNotIssued


def neutralised(text: str) -> str:
    """`text` without a beginning that Rasa could take for a command; the rest stays as it was typed."""
    start = 0
    while start < len(text) and (text[start] in _SLASHES or _is_invisible(text[start])):
        start += 1
    return text[start:].rstrip()


def readable(text: str) -> str:
    """`text` as it may be passed on; raises MessageTooLong, TextUnreadable or MessageEmpty."""
    if len(text) > MAXIMUM_LENGTH:
        raise MessageTooLong
    check_characters(text)
    harmless = neutralised(text)
    if not harmless or all(_is_invisible(one) for one in harmless):
        raise MessageEmpty
    return harmless


def check_characters(text: str) -> None:
    """Raises TextUnreadable for a NUL (PostgreSQL cannot keep it) and for half a surrogate pair (no UTF-8 for it)."""
    if "\x00" in text or any("\ud800" <= one <= "\udfff" for one in text):
        raise TextUnreadable


def _is_invisible(one: str) -> bool:
    return one.isspace() or unicodedata.category(one) in ("Cc", "Cf")
