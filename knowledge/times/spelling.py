"""A message in one spelling, for the rules of time, with the way back to the offsets of the original.

Small letters, umlauts written out, one blank for any white space, „-“ for any dash; dialect, missing umlauts, small
slips in long words, abbreviated weekdays and months become the standard words („Dienstg“, „Di.“ → `dienstag`).
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable, Iterator

from knowledge.times.lexicon import (
    DAY_PARTS,
    HOURS,
    MONTH_LETTERS,
    MONTHS,
    NUMBERS,
    SHIFTS,
    SPELLINGS,
    WEEKDAY_LETTERS,
    WEEKDAYS,
    any_of,
)

_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'"}
_PARTS = ("frueh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_COMPOUNDS = {
    **{f"{day}{part}": f"{day} {part}" for day in [*WEEKDAYS, "morgen", "heute"] for part in _PARTS},
    **{f"{day}{part}s": f"{day}s {part}s" for day in WEEKDAYS for part in _PARTS[1:]},
}
"""„Dienstagnachmittag“ → two words."""
_INFLECTED = {f"{stem}{ending}" for stem in SHIFTS for ending in ("", "n", "r", "s", "m")}
_WITH_UMLAUT = [
    word for word in [*NUMBERS, *HOURS, *MONTHS, *_INFLECTED, *DAY_PARTS, "uebermorgen", "fruehen", "frueher",
                      "spaeten", "spaeter", "spaetestens", "fruehestens", "fruehjahr", "fruehling", "ueber", "haelfte",
                      "maerzwoche", "gruendonnerstag", "dreikoenig"]
    if re.search("[aou]e", word)
]  # fmt: skip
_EXACT = {re.sub("([aou])e", r"\1", word): word for word in _WITH_UMLAUT} | SPELLINGS | _COMPOUNDS
"""Spellings that are known one by one; first those with the dots of the umlaut left out."""

_SLIPPED = {
    *(f"{day}{ending}" for day in WEEKDAYS for ending in ("", "s")), *_COMPOUNDS,
    *(month for month in MONTHS if len(month) > 5), *(word for word in _INFLECTED if word[:3] in ("nae", "ueb", "kom")),
    *(f"{part}{ending}" for part in ("vormittag", "nachmittag") for ending in ("", "s")),
    "uebermorgen", "vorgestern", "wochenende", "weihnachten", "heiligabend", "silvester", "pfingsten", "fruehjahr",
    "ostermontag", "karfreitag", "kalenderwoche", "himmelfahrt",
}  # fmt: skip
"""Long words in which one slip is forgiven."""
_REAL_WORDS = {"montage", "naechte", "naechten", "kommend", "kommendes", "jaguar", "montags", "dienstags"}
"""Words of their own that lie one slip away."""
_OF_ITS_OWN = _REAL_WORDS | _SLIPPED | set(MONTHS) | set(WEEKDAYS)
_WORD = re.compile(r"[a-z]{4,28}")

_LETTER_DAY = any_of(WEEKDAY_LETTERS)
_DATE_OR_HOUR = (
    r"(?:\d{1,2}\.\s?\d{1,2}\.|\d{1,2}\. [a-z]{3}|\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h)\b|\d{1,2}:\d\d|(?:den|dem) \d"
    r"|(?:ab|um|von|zwischen|bis|vor|nach|gegen|nicht vor) (?:\d{1,2}\b|halb|viertel)"
    r"|(?:vor|nach)mittags?\b|abends?\b)"
)
_SHORT_DAY = re.compile(
    rf"(?=[mdfs])(?:(?<![\w-])(?:(?<=\bam )|(?<=\bab )|(?<=\bjeden )|(?<=\bvom )|(?<=\bvon )|"
    r"(?<=\bnaechsten )|(?<=\bkommenden )|(?<=\bdiesen ))"
    rf"(?P<said>{_LETTER_DAY})\b\.?(?!-[a-z]{{3}})"
    rf"|(?<!\w)(?P<before>{_LETTER_DAY})\b(?P<dot>\.?)(?=,? {_DATE_OR_HOUR})"
    rf"|(?<!\w)(?P<list>(?:{_LETTER_DAY})\b\.?(?:(?: ?- ?| ?/ ?| bis | und | oder |, )(?:{_LETTER_DAY})\b\.?){{1,6}})"
    rf"(?!-[a-z])"
    rf"|(?<!\w)(?P<dotted>mo|di|mi|do|fr|sa)\.(?! ?[a-z] ?\.))"
)
_SHORT_MONTH = re.compile(
    rf"(?=[jfmasond])(?:(?:(?<=\d\.)|(?<=\d\. )|(?<=\bim )|(?<=\banfang )|(?<=\bmitte )|(?<=\bende )|"
    r"(?<=\bab )|(?<=\bbis ))"
    rf"(?P<said>{any_of(MONTH_LETTERS)})\b\.?(?!\w|-[a-z])"
    rf"|(?<![\w-])(?P<before>{any_of(MONTH_LETTERS)})\b\.?(?= 20\d\d\b))"
)
_HOUR_FOLLOWS = re.compile(r",? (?:\d{1,2} ?(?:uhr|h)|[a-z])")
_IS_A_NAME = re.compile(r"\s?[A-ZÄÖÜ][a-zäöüß]")
"""After „Fr.“ a word with a capital is the name of Frau …"""
_LETTERS_OF_DAY = re.compile(rf"\b({_LETTER_DAY})\b\.?")
_JOINED = re.compile(rf"\b({any_of([*WEEKDAYS, *MONTHS])})-(?=(?:{any_of([*WEEKDAYS, *MONTHS])})\b)")
_DAY_OR_SO = any_of([*WEEKDAYS, "heute", "gestern", "vorgestern", "uebermorgen", "am", "jeden", "diesem", "fruehen",
                     "spaeten", "naechsten", "folgenden", "morgen"])  # fmt: skip
_MORNING = re.compile(rf"(?<![\w-])((?:{_DAY_OR_SO}) )morgen\b")


@dataclass(frozen=True)
class Spelled:
    """`text` in one spelling; the letter at i came from `original[starts[i]:ends[i]]`.

    The morning is written `MORGEN` („heute Morgen“), to keep it apart from tomorrow.
    """

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def spell(text: str) -> Spelled:
    """`text` in one spelling."""
    spelled = _folded(text)
    for words in (_standard_words, _long_days, _long_months):
        spelled = _replaced(spelled, words(spelled))
    marked = _MORNING.sub(r"\1MORGEN", _JOINED.sub(r"\1~", spelled.text))
    return Spelled(text, marked, spelled.starts, spelled.ends)


@lru_cache(maxsize=20_000)
def standard_word(word: str) -> str:
    """The standard form of a folded word, which is the word itself unless it is a variant or one slip away."""
    known = _EXACT.get(word)
    if known or word in _OF_ITS_OWN or len(word) < 5:
        return known or word
    near = {one for less in (word, *_shorter(word)) for one in _BY_SHORTER.get(less, ()) if _one_slip(word, one)}
    best = near.pop() if len(near) == 1 else word
    return _EXACT.get(best, best)


def _shorter(word: str) -> set[str]:
    return {word[:index] + word[index + 1 :] for index in range(len(word))}


def _index() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for word in sorted(_SLIPPED):
        for less in (word, *_shorter(word)):
            index.setdefault(less, []).append(word)
    return index


_BY_SHORTER = _index()
"""A word, or a word with one letter left out → the long words it may stand for."""


def _one_slip(word: str, meant: str) -> bool:
    """One letter too many or too few, two swapped, or (in words of over six letters) a wrong one.

    The first letter must be right, and the slip must not lie in the ending: „Freitage“ is a plural.
    """
    if word[0] != meant[0] or word.startswith(meant):
        return False
    if len(word) != len(meant):
        return True
    wrong = [index for index, (one, other) in enumerate(zip(word, meant)) if one != other]
    if len(wrong) == 1:
        return len(meant) > 6 and wrong[0] != len(meant) - 1
    first, second = wrong[0], wrong[-1]
    return len(wrong) == 2 and second == first + 1 and word[first] == meant[second] and word[second] == meant[first]


def _folded(text: str) -> Spelled:
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, letter in enumerate(text):
        if letter.isascii():
            small = " " if letter.isspace() else letter.lower()
        elif unicodedata.combining(letter):
            if ends:
                ends[-1] = at + 1
            small = "e" if letter == "\u0308" and letters and letters[-1] in "aou" else ""
        else:
            small = " " if letter.isspace() else _LETTERS.get(letter) or _LETTERS.get(letter.lower()) or _plain(letter)
        if small == " " and letters and letters[-1] == " ":
            ends[-1] = at + 1
            continue
        for one in small:
            letters.append(one)
            starts.append(at)
            ends.append(at + 1)
    return Spelled(text, "".join(letters), tuple(starts), tuple(ends))


def _plain(letter: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", letter.lower()) if not unicodedata.combining(one))


def _replaced(spelled: Spelled, words: Iterable[tuple[int, int, str]]) -> Spelled:
    """`spelled` with `text[start:end]` written as the given word, for each (start, end, word); the offsets follow."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, word in words:
        pieces += (spelled.text[done:start], word)
        starts += spelled.starts[done:start]
        ends += spelled.ends[done:start]
        for index in _sources(word, start, end):
            starts.append(spelled.starts[index])
            ends.append(spelled.ends[index])
        done = end
    if not done:
        return spelled
    pieces.append(spelled.text[done:])
    return Spelled(
        spelled.original, "".join(pieces), (*starts, *spelled.starts[done:]), (*ends, *spelled.ends[done:])
    )


def _sources(word: str, start: int, end: int) -> list[int]:
    """For each letter of `word`, the letter between `start` and `end` it stands for: after a blank from the end."""
    blank = word.find(" ")
    if blank < 0:
        places = [min(start + index, end - 1) for index in range(len(word))]
        return [*places[:-1], end - 1]
    second = end - (len(word) - blank - 1)
    return [max(start, min(start + index, second - 1)) for index in range(blank + 1)] + list(range(second, end))


def _standard_words(spelled: Spelled) -> Iterator[tuple[int, int, str]]:
    for found in _WORD.finditer(spelled.text):
        word = standard_word(found.group())
        if word != found.group():
            yield *found.span(), word


def _long_days(spelled: Spelled) -> Iterator[tuple[int, int, str]]:
    for found in _SHORT_DAY.finditer(spelled.text):
        if _is_short_day(found, spelled):
            for one in _LETTERS_OF_DAY.finditer(spelled.text, *found.span()):
                yield *one.span(), WEEKDAY_LETTERS[one[1]]


def _is_short_day(found: re.Match[str], spelled: Spelled) -> bool:
    """Whether the letters are days: „So“ and „do“ are words as well, and „Fr. Kramer“ is a woman."""
    capital = spelled.original[spelled.starts[found.start()]].isupper()
    if found.group() == "fr." and _IS_A_NAME.match(spelled.original, spelled.ends[found.end() - 1]):
        return False
    if found["said"]:
        return capital or found["said"] != "so"
    if found["before"]:
        return found["before"] != "so" or (capital and not _HOUR_FOLLOWS.match(spelled.text, found.end()))
    if found["list"]:
        days = set(_LETTERS_OF_DAY.findall(found["list"]))
        return len(days) > 1 and (capital or "so" not in days or "sa" in days)
    return capital


def _long_months(spelled: Spelled) -> Iterator[tuple[int, int, str]]:
    for found in _SHORT_MONTH.finditer(spelled.text):
        yield *found.span(), MONTH_LETTERS[found["said"] or found["before"]]
