"""Which command a message is, if it is one as a whole. Pure; the phrases stand in `phrases.yml`.

A message is a command only if nothing else is said in it: „zurück bitte“ is one, „Der Zug zurück fährt nicht“ is none.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Iterator

from conversation.commands.model import LAST, Command, CommandKind
from conversation.commands.phrase_list import WORD, PhraseList, Words, phrase_list
from knowledge.folding import fold
from knowledge.spelling import dictionary

LONGEST = 400
"""Characters of a message that may be a command; beyond the phrases only „ändere den Titel in …“ is so long."""
HIGHEST_NUMBER = 20
_MOST_SPELLINGS = 8
"""How many readings of slips are tried."""
_POLITE = frozenset({"bitte", "bidde", "danke"})
_ORDINALS = ("erst", "zweit", "dritt", "viert", "fuenft", "sechst", "siebt", "acht", "neunt", "zehnt")
_CARDINALS = ("eins", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn")
_NUMBERS: dict[str, int] = {
    **{str(number): number for number in range(1, HIGHEST_NUMBER + 1)},
    **{word: number for number, word in enumerate(_CARDINALS, 1)},
}
_NTH: dict[str, int] = {
    **{stem + ending: number for number, stem in enumerate(_ORDINALS, 1) for ending in ("e", "en", "es", "er")},
    **{"letzt" + ending: LAST for ending in ("e", "en", "es", "er")},
}


@dataclass(frozen=True)
class _Heard:
    """A word of the message, folded, and where it stands."""

    word: str
    start: int
    end: int


def find_command(text: str) -> Command | None:
    """The command that `text` is as a whole, or None.

    Case, umlauts written out, punctuation, „bitte“ and one slip in a word of six letters or more do not matter.
    CHANGE and DELETE with a part mean something only inside a form, which knows what it is called there.
    """
    if len(text) > LONGEST:
        return None
    heard = [_Heard(fold(found.group()), *found.span()) for found in WORD.finditer(text)]
    phrases = phrase_list()
    return next((found for words in _spellings(heard, phrases) if (found := _read(words, text, phrases))), None)


@lru_cache(maxsize=1)
def part_names() -> frozenset[str]:
    """How parts of forms may be called in „ändere …“, folded; a field takes its names from here."""
    return frozenset(map(" ".join, phrase_list().parts))


def _spellings(heard: list[_Heard], phrases: PhraseList) -> Iterator[list[_Heard]]:
    """The message as it is, then with slips mended: only in its first words, as behind them nothing is compared."""
    yield heard
    likely = [
        [one, *(_Heard(near, one.start, one.end) for near in phrases.typos.near(one.word))]
        if at < phrases.longest and not dictionary.is_word(one.word)
        else [one]
        for at, one in enumerate(heard)
    ]
    if any(len(ways) > 1 for ways in likely):
        yield from map(list, islice(product(*(ways[::-1] for ways in likely)), _MOST_SPELLINGS))


def _read(heard: list[_Heard], text: str, phrases: PhraseList) -> Command | None:
    for said in _bared(heard, phrases):
        words = tuple(one.word for one in said)
        kind = phrases.kinds.get(words)
        found = Command(kind) if kind else _chosen(words, phrases)
        found = found or _with_part(said, text, phrases)
        if found:
            return found
    return None


def _bared(heard: list[_Heard], phrases: PhraseList) -> Iterator[list[_Heard]]:
    """The message, then without courtesy, fillers, „ok“ in front and „ich möchte“: ever less of it."""
    for fillers in (frozenset(), _POLITE, phrases.fillers):
        said = [one for one in heard if one.word not in fillers]
        yield said
        while said and said[0].word in phrases.leading:
            said = said[1:]
            yield said
        size = _begin(said, phrases.openers)
        if size:
            yield said[size:]


def _begin(heard: list[_Heard], rows: frozenset[Words]) -> int:
    """How many words at the begin are the longest of `rows`."""
    words = tuple(one.word for one in heard)
    return max((len(row) for row in rows if words[: len(row)] == row), default=0)


def _chosen(words: Words, phrases: PhraseList) -> Command | None:
    """„das zweite“, „Nummer 3“, „die letzte Förderung“, „2.“"""
    start = max((len(row) for row in phrases.choose_before if words[: len(row)] == row), default=0)
    rest = words[start:]
    if len(rest) == 1 and rest[0] in _NUMBERS:
        return Command(CommandKind.CHOOSE, number=_NUMBERS[rest[0]], is_bare=not start)
    rest = rest[1:] if len(rest) > 1 and rest[0] in phrases.articles else rest
    if len(rest) == 2 and rest[0] in phrases.counters and rest[1] in _NUMBERS:
        return Command(CommandKind.CHOOSE, number=_NUMBERS[rest[1]])
    if rest and rest[0] in _NTH and (len(rest) == 1 or rest[1:] in phrases.things):
        return Command(CommandKind.CHOOSE, number=_NTH[rest[0]])
    return None


def _with_part(said: list[_Heard], text: str, phrases: PhraseList) -> Command | None:
    """„ändere die Telefonnummer auf 0171 …“, „Frage 3 ändern“, „der Titel ist falsch“, „lösche den Betreff“."""
    for kind, before, behind in (
        (CommandKind.CHANGE, phrases.change_before, phrases.change_behind),
        (CommandKind.DELETE, phrases.remove_before, phrases.remove_behind),
    ):
        start = _begin(said, before)
        found = _part(said, start, phrases)
        if found is None:
            continue
        part, number, end = found
        rest = said[end:]
        if start and (not rest or kind is CommandKind.CHANGE):
            value = _value(said[end - 1], rest, text, phrases)
            if not rest or value:
                return Command(kind, part, value, number)
        elif not start and tuple(one.word for one in rest) in behind:
            return Command(kind, part, None, number)
    return None


def _part(said: list[_Heard], start: int, phrases: PhraseList) -> tuple[str | None, int | None, int] | None:
    """The part that is named from `start`, or the number of a question, and where the naming ends."""
    first = start + 1 if start < len(said) and said[start].word in phrases.articles else start
    words = tuple(one.word for one in said[first:])
    if len(words) >= 2 and words[0] in ("frage", "punkt", *phrases.counters) and words[1] in _NUMBERS:
        return None, _NUMBERS[words[1]], first + 2
    size = max((len(row) for row in phrases.parts if words[: len(row)] == row), default=0)
    return (" ".join(words[:size]), None, first + size) if size else None


def _value(last: _Heard, rest: list[_Heard], text: str, phrases: PhraseList) -> str | None:
    """What stands behind „auf“ or a colon, as it was written."""
    if not rest:
        return None
    if rest[0].word in phrases.links and len(rest) > 1:
        return text[rest[0].end :].strip(" :„“\"")
    between = text[last.end : rest[0].start]
    return text[rest[0].start :].strip(" „“\"") if ":" in between else None
