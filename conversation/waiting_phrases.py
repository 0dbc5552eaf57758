"""Closed lists of what people write about the waiting list for advisory sessions. Pure.

A list for something else („die Warteliste für den Kindergarten ist lang“) is none of ours.
"""
from __future__ import annotations

import re
from enum import Enum, unique

from conversation.forms.hearing import yes_or_no
from conversation.forms.model import Said

_MOST_WORDS, _FEW_WORDS = 14, 8
_LIST = r"warte ?liste\w*|warte(?:listen)?platz\w*"
_NAMES_IT = re.compile(rf"\b(?:{_LIST})\b", re.IGNORECASE)
_ALONE = re.compile(
    rf"\W*(?:(?:bitte|auf|die|zur|meine?|der|ihre|eure|dann|ja|gern|gerne),? )*(?:{_LIST})(?: bitte| setzen)*\W*",
    re.IGNORECASE,
)
_ONTO = rf"\b(?:auf|in) (?:die|eure|ihre|eine|der) (?:{_LIST})"
_OFF = rf"\b(?:von|aus) (?:der|eurer|ihrer) (?:{_LIST})"
_GOING = r"\w*(?:streich|strich|lösch|loesch|nehm|nomm|trag|meld|entfern|kündig|storn)\w*|runter\w*|raus\w*|weg"
_WANTS = re.compile(
    rf"{_ONTO} (?:\w+ )?(?:setz\w*|schreib\w*|nehm\w*|komm\w*|trag\w*|eintrag\w*)|"
    rf"\b(?:setz\w*|schreib\w*|nehm\w*|trag\w*|komm\w*|möchte|moechte|will|würde|kann) .{{0,30}}{_ONTO}\b|"
    rf"\b(?:gibt es|haben sie|habt ihr) (?:denn |auch )?(?:eine|keine) (?:{_LIST})\W*$|"
    r"\b(?:sag\w*|geb\w*|gib\w*) (?:sie |ihr )?(?:mir |uns )(?:bitte |dann )*bescheid,? (?:wenn|sobald|falls|wann) "
    r".{0,50}\bfrei\b|"
    r"\b(?:informier\w*|benachrichtig\w*|verständig\w*|meld\w*|schreib\w*) .{0,25}(?:wenn|sobald|falls) "
    r".{0,40}\b(?:termin|zeit|platz|was|etwas)\b.{0,20}\bfrei\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    rf"{_OFF}\b.{{0,30}}\b(?:{_GOING})\b|\b(?:{_GOING})\b.{{0,20}}{_OFF}\b|"
    rf"\b(?:{_LIST})\b.{{0,20}}\b(?:verlass\w*|aufgeben|nicht mehr|abmeld\w*|kündig\w*|storn\w*|lösch\w*|austrag\w*)|"
    rf"\b(?:nicht mehr|verlass\w*) .{{0,12}}\b(?:{_LIST})",
    re.IGNORECASE,
)
_ASKS_AFTER = re.compile(
    r"\b(?:stand|status|position|wie (?:steht|sieht|weit|lange)|wo stehe|bin ich|stehe ich|was macht|zeig\w*)\b.{0,40}"
    rf"\b(?:{_LIST})",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:nehm\w*|annehm\w*|buch\w*|zusagen?)\b.{0,20}\b(?:den|ihn|diesen|das angebot|termin|an|zu)\b|"
    r"\b(?:den|ihn|diesen|angebot|termin)\b.{0,12}\b(?:nehm\w*|annehm\w*|buch\w*)\b|\b(?:passt|nehme ich)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:ablehn\w*|lehne\b.{0,20}\bab|nächsten abwarten|(?:passt|nehme|geht|kann|möchte|will)\b.{0,20}\b(?:nicht|nich)\b)",
    re.IGNORECASE,
)


@unique
class WaitingPhrase(Enum):
    """What a message says about the list."""

    WANTS = "wants"
    LEAVES = "leaves"
    ASKS_AFTER = "asks after"
    NAMES = "names"
    """„Warteliste“ and no more: who stands on it asks after it, anybody else wants to."""


def waiting_phrase_in(text: str) -> WaitingPhrase | None:
    """What `text` says about the list; None for anything longer or else."""
    if len(text.split()) > _MOST_WORDS:
        return None
    if _ALONE.fullmatch(text):
        return WaitingPhrase.NAMES
    lists = ((WaitingPhrase.LEAVES, _LEAVES), (WaitingPhrase.ASKS_AFTER, _ASKS_AFTER), (WaitingPhrase.WANTS, _WANTS))
    return next((phrase for phrase, pattern in lists if pattern.search(text)), None)


def answer_to_offer(text: str) -> bool | None:
    """Whether `text` takes what was offered, or declines it; None if it says neither. A bare yes or no counts as well."""
    if len(text.split()) > _FEW_WORDS or "?" in text:
        return None
    bare = yes_or_no(Said.of(text), text)
    return bare if bare is not None else False if _DECLINES.search(text) else True if _TAKES.search(text) else None


def names_the_list(text: str) -> bool:
    """Whether it is named: then an answer means its offer, whatever was said last."""
    return bool(_NAMES_IT.search(text))
