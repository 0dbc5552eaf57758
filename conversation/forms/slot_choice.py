"""Which of the shown times is meant, or what is wished instead. Pure."""
from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any, Mapping, Sequence

from conversation.commands.phrase_list import folded_words
from conversation.forms.hearing import yes_or_no
from conversation.forms.model import Said, Taken, Refusal
from knowledge.times.lexicon import WEEKDAY_LETTERS
from knowledge.times.meanings import Days
from knowledge.times.wish import TimeWish
from knowledge.times.wishes import HeardWish, hear_wish
from knowledge.understanding import Understanding
from office.appointments.hours import LOCAL
from office.appointments.model import Slot

SLOT = "zeit"
"""The key of the field for a time, in every form that has one."""
OTHER = "andere"
"""The choice that wants later ones than those shown."""
_KEY = re.compile(r"(\d{8}T\d{4})Z-(\d{1,3})-(ber-[a-z0-9-]+)")
_MOMENT = "%Y%m%dT%H%M"
_OTHER = re.compile(
    r"\b(?:andere\w*|weitere\w*|späteren?|spaeteren?|später|spaeter|sonst noch|noch mehr|mehr zeiten|keine[rs]? (?:davon|von (?:denen|den dreien))|"
    r"nichts (?:davon|dabei|passendes)|(?:passt|passen|geht|gehen) (?:mir |uns )?(?:alle |alles |leider |beide |da "
    r")*(?:nicht|nich|net|ned)|"
    r"(?:beides?|alles?) (?:nix|nicht|nich|net|ned))\b|^\W*(?:nein[, ]*)?keine[rs]?\W*$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"^\W*(?:(?:den|der|die|das|ich nehme|nehme|gern|gerne|bitte|dann|einfach) )*(?:frühest\w+|frueheste\w*|ehest\w+|"
    r"nächst(?:e|en|er|es)|"
    r"naechst(?:e|en|er)|egal welche[rn]?|irgendein\w*|egal|mir egal|ist mir egal|ganz egal)\W*(?:termin|bitte|davon|den|freien)?\W*$",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"^\W*(?:(?:ja|ok|okay|gut|dann|gern|gerne|bitte|ich nehme?|nehme? ich|ich m(?:ö|oe)chte|nehmen wir)\b\W*)*"
    r"(?:de[rn]?|die|das|da|zeit|nummer|nr\.?) "
    r"(?:(erst|eerst|erscht|zweit|tweet|dritt|letzt)e[nrs]?|([1-3])\.?)(?!\w)"
    r"(?:\W|\b(?:termin|zeit|und|bitte|mit|dann|gern|gerne|am|per|davon|passt|nehme ich|telefon|telefonisch|video)\b)*$",
    re.IGNORECASE,
)
"""„Der erste“ with other answers beside it, which are taken out before."""
_TAKES = re.compile(
    r"\W*(?:(?:ja|jo|ok|okay|gut|dann|also)\b\W*)*(?:den|die|das|diesen|diese)(?: da)? nehm(?:e|en)? (?:ich|wir)"
    r"(?: gerne?| bitte| dann)?\W*",
    re.IGNORECASE,
)
_PLACES = {"erst": 0, "eerst": 0, "erscht": 0, "zweit": 1, "tweet": 1, "dritt": 2, "letzt": -1}
_ASKS_ELSE = re.compile(
    r"^\W*(?:und |aber )?(?:was|wie|wo|wer|wen|wem|warum|wieso|weshalb|wozu|womit|wohin|kostet|muss|brauche)\b(?!.{0,12}\b(?:wäre|waere|ist mit|"
    r"wär|sieht)\b)",
    re.IGNORECASE,
)
"""„Was kostet das nächste Woche?“ is no wish; „Wie wäre es am Dienstag?“ is one."""
_LONGEST_YES = 5
_SHORT_DAY = re.compile(r"\W*(?:am |den |der )?(mo|di|mi|do|fr|sa|so)\.?\W*", re.IGNORECASE)


def key_of(slot: Slot) -> str:
    """The slot as the choice of a button carries it."""
    return f"{slot.starts_at.astimezone(timezone.utc):{_MOMENT}}Z-{slot.minutes}-{slot.adviser}"


def slot_of(key: Any) -> Slot | None:
    """The slot of a choice; None if it is none."""
    told = _KEY.fullmatch(key) if isinstance(key, str) else None
    if told is None:
        return None
    try:
        starts_at = datetime.strptime(told[1], _MOMENT).replace(tzinfo=timezone.utc)
    except ValueError:
        return None
    return Slot(starts_at, int(told[2]), told[3])


def heard_wish(text: str, now: datetime) -> HeardWish:
    """What `text` wishes, by the local time of `now`."""
    return hear_wish(text, now.astimezone(LOCAL))


def plain_wish(heard: HeardWish) -> dict[str, Any]:
    """What somebody wishes instead of the shown times, as an answer for JSON."""
    return {"wish": heard.wish.to_plain(), "is_any": heard.is_any, "is_past": heard.is_past,
            "unknown": list(heard.unknown), "no_such_days": list(heard.no_such_days)}  # fmt: skip


def is_wish(value: Any) -> bool:
    """Whether an answer is a wish and no slot yet."""
    return isinstance(value, Mapping) or value == OTHER


def read_slot(text: str, slots: Sequence[Slot], now: datetime) -> Taken | Refusal:
    """One of the shown slots, or what is wished instead."""
    text = _short_day_in_full(text)
    heard = heard_wish(text, now)
    meant = _meant(text, slots, heard)
    if meant is not None:
        return Taken(key_of(meant))
    if _ASKS_ELSE.search(text) and "?" in text:
        return Refusal("no_slot")
    if len(slots) > 1 and _names_one(heard.wish) and _fitting(slots, heard.wish) == list(slots):
        return Refusal("which_slot")
    if heard.says_something:
        return Taken(plain_wish(heard))
    if _OTHER.search(text):
        return Taken(OTHER)
    agrees = _agrees(text)
    if agrees is False and slots:
        return Taken(OTHER)
    return Refusal("which_slot" if agrees else "no_slot")


def _short_day_in_full(text: str) -> str:
    """„Do“ as the whole answer is a Thursday; among other words it may be anything."""
    short = _SHORT_DAY.fullmatch(text)
    day = WEEKDAY_LETTERS.get(short[1].lower()) if short else None
    return day or text


def _meant(text: str, slots: Sequence[Slot], heard: HeardWish) -> Slot | None:
    if not slots:
        return None
    if _FIRST.match(text):
        return slots[0]
    if (nth := _NTH.match(text)) and (place := int(nth[2]) - 1 if nth[2] else _PLACES[nth[1].lower()]) < len(slots):
        return slots[place]
    if _agrees(text) and len(folded_words(text)) <= _LONGEST_YES and len(slots) == 1:
        return slots[0]
    if not _names_one(heard.wish):
        hour = re.fullmatch(r"\W*(?:um |den um |der um )?(\d{1,2})\W*", text)
        at = [one for one in slots if hour and _local(one).hour == int(hour[1]) and not _local(one).minute]
        return at[0] if len(at) == 1 else None
    fitting = _fitting(slots, heard.wish)
    return fitting[0] if len(fitting) == 1 else None


def _agrees(text: str) -> bool | None:
    return True if _TAKES.fullmatch(text) else yes_or_no(Said(text, Understanding(text)), text)


def _fitting(slots: Sequence[Slot], wish: TimeWish) -> list[Slot]:
    return [one for one in slots if wish.grants(_local(one), one.ends_at.astimezone(LOCAL))]


def _names_one(wish: TimeWish) -> bool:
    """Whether a day or a moment is named, and nothing is ruled out: „der am Mittwoch“, „um 10“."""
    if wish.either or wish.not_days or wish.not_weekdays or wish.not_hours:
        return False
    is_day = len(wish.weekdays) == 1 or _is_one_day(wish.days)
    return is_day or len(wish.hours) == 1 and wish.hours[0].first == wish.hours[0].last


def _is_one_day(days: Sequence[Days]) -> bool:
    return len(days) == 1 and days[0].first == days[0].last


def _local(slot: Slot) -> datetime:
    return slot.starts_at.astimezone(LOCAL)
