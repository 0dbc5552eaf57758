"""The German words of time as data: numbers, ordinals, weekdays, months, parts of the day.

All in folded spelling (small letters, `ae` for ä), which `spelling` brings the message into.
"""
from __future__ import annotations

_ONES = "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf".split()
_TEENS = "dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn".split()
_JOINED = ["ein", *_ONES[1:9]]
NUMBERS: dict[str, int] = {
    **{word: count for count, word in enumerate([*_ONES, *_TEENS, "zwanzig"], 1)},
    **{f"{one}undzwanzig": 20 + count for count, one in enumerate(_JOINED, 1)},
    **{"ein": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "zwo": 2, "dreissig": 30, "vierzig": 40,
       "fuenfzig": 50, "sechzig": 60, "neunzig": 90, "hundert": 100},
}  # fmt: skip
"""Number word → number."""
PARTED = {
    "einer halben": 0.5, "einem halben": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
    "dreieinhalb": 3.5,
}  # fmt: skip
"""Numbers with a half."""
HOURS: dict[str, int] = {"null": 0, "ein": 1, **{word: NUMBERS[word] for word in [*_ONES, *_TEENS, "zwanzig"]}, **{
    f"{one}undzwanzig": 20 + count for count, one in enumerate(_JOINED[:4], 1)
}}  # fmt: skip
"""Hour word → hour of the day; those beyond twelve are said with „Uhr“ only."""
DIAL_HOURS = tuple(_ONES)
"""The hours of the dial, which may stand without „Uhr“ („um drei“)."""

_STEMS = {
    1: "erst", 3: "dritt", 7: "sieb(?:en)?t", 8: "acht",
    **{count: word + "t" for word, count in NUMBERS.items() if count in (2, 4, 5, 6, *range(9, 20))},
    20: "zwanzigst", 30: "dreissigst", 31: "einunddreissigst",
    **{count: word + "st" for word, count in NUMBERS.items() if 20 < count < 30},
    2: "zweit",
}  # fmt: skip
ORDINALS: dict[int, str] = {count: _STEMS[count] + "e[nrsm]?" for count in range(1, 32)}
"""Number → pattern of its ordinal in every case („dritte“, „dritten“)."""

WEEKDAYS: dict[str, int] = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6,
}  # fmt: skip
WEEKDAY_LETTERS = {
    "mo": "montag", "di": "dienstag", "mi": "mittwoch", "do": "donnerstag", "fr": "freitag", "sa": "samstag",
    "so": "sonntag",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "januar": 1, "februar": 2, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
    "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
MONTH_LETTERS = {
    "jan": "januar", "feb": "februar", "febr": "februar", "mrz": "maerz", "maer": "maerz", "apr": "april",
    "jun": "juni", "jul": "juli", "aug": "august", "sep": "september", "sept": "september", "okt": "oktober",
    "nov": "november", "dez": "dezember",
}  # fmt: skip
DAY_WORDS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "uebermorgen": 2}
"""Word → days from today."""
SHIFTS = {
    "diese": 0, "kommende": 1, "naechste": 1, "folgende": 1, "uebernaechste": 2, "letzte": -1, "vergangene": -1,
    "vorige": -1, "vorletzte": -2,
}  # fmt: skip
"""Which one is meant, counted from the running one."""

DAY_PARTS: dict[str, tuple[int, int]] = {
    "frueh": (6, 10), "fruehmorgens": (5, 8), "morgen": (6, 10), "vormittag": (8, 12), "mittag": (12, 14),
    "nachmittag": (12, 17), "abend": (18, 22), "nacht": (22, 24), "tagsueber": (8, 18),
}  # fmt: skip
"""Part of the day → its hours, from … to. A convention of ours: neither law nor Duden draws the lines."""
EARLY_PARTS = {"morgen": (5, 8), "vormittag": (8, 10), "mittag": (11, 12), "nachmittag": (13, 15), "abend": (17, 19)}
LATE_PARTS = {"morgen": (8, 10), "vormittag": (10, 12), "mittag": (13, 15), "nachmittag": (16, 18), "abend": (20, 23)}
"""„am frühen …“ and „am späten …“."""
SAID_WITH_PART: dict[str, tuple[tuple[int, int], ...]] = {
    "frueh": ((0, 12),), "fruehmorgens": ((0, 12),), "morgen": ((0, 12),), "vormittag": ((0, 13),),
    "mittag": ((11, 15),), "nachmittag": ((12, 19),), "abend": ((16, 24),), "nacht": ((20, 24), (0, 7)),
    "tagsueber": ((7, 20),),
}  # fmt: skip
"""Part of the day → the hours that are told with it („drei Uhr morgens“ lies before the morning)."""

SPELLINGS: dict[str, str] = {
    "mondag": "montag", "maandag": "montag", "maondag": "montag", "moondag": "montag", "dienschdag": "dienstag",
    "dinschdag": "dienstag", "dienschtag": "dienstag", "dinsdag": "dienstag", "mittwuch": "mittwoch", "midwoch": "mittwoch",
    "middwoch": "mittwoch", "donnerschdag": "donnerstag", "dunnerschdag": "donnerstag", "dunnerstag": "donnerstag",
    "donnerschtag": "donnerstag", "freidag": "freitag", "freedag": "freitag", "fraidag": "freitag",
    "samschdag": "samstag", "samschtag": "samstag", "samsdag": "samstag", "sunnabend": "sonnabend",
    "sonnobend": "sonnabend", "sonndag": "sonntag", "sunndag": "sonntag", "sonndach": "sonntag",
    "jaenner": "januar", "janner": "januar", "feber": "februar", "october": "oktober", "december": "dezember",
    "uebermorn": "uebermorgen", "iwwermorje": "uebermorgen", "uebermorje": "uebermorgen", "heut": "heute", "heit": "heute", "hait": "heute",
    "naechschte": "naechste", "naechschde": "naechste", "naechschten": "naechsten", "naechschden": "naechsten",
    "naekste": "naechste", "woch": "woche", "sylvester": "silvester", "fruehs": "frueh", "abens": "abends",
    "nachmittach": "nachmittag", "vormittach": "vormittag", "aomds": "abends", "wochende": "wochenende",
    "viertl": "viertel", "dreiviertl": "dreiviertel", "nexte": "naechste", "nexten": "naechsten",
    "wochenend": "wochenende", "weihnacht": "weihnachten", "heilgabend": "heiligabend",
}  # fmt: skip
"""Dialect, older and careless forms → the standard one."""


def any_of(words: object) -> str:
    """A pattern for one of `words`, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def number_of(word: str) -> float:
    """The number that digits or a word stand for."""
    return int(word) if word.isdigit() else PARTED.get(word) or NUMBERS[word]
