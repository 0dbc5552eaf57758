"""What fields read: choices, words of one's own, names, and times. Each gives a value or says why not."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Sequence

from conversation.commands.phrase_list import folded_words
from conversation.forms.hearing import says_nothing, yes_or_no
from conversation.forms.model import NO, YES, Choice, Read, Refusal, Said, Spotted, Taken
from conversation.masking.model import PLACEHOLDERS
from knowledge.spelling.typos import one_slip_apart
from knowledge.times import Days, read_meaning
from knowledge.understanding import Entity, Understanding
from office.typed_text import cleaned

_NAME_CUE = re.compile(
    r"(?<!\w)(?:(?:mein|der) name ist|mein name(?= \w+\W+(?:nummer|tel|handy|und\b))|ich hei(?:ß|ss)e|hei(?:ß|ss)e|hier "
    r"(?:ist|spricht|schreibt)|name ?:|"
    r"ich bin(?= (?:die |der )?(?:frau|herr) )|nennen sie mich)\s*",
    re.IGNORECASE,
)
_NAME_LEAD = re.compile(
    r"^\W*(?:(?:ich bin(?: die| der)?|das ist|unter|einfach|auf den namen|gern|gerne|ja|ok|hallo|guten tag)\b[\s,]*)+",
    re.IGNORECASE,
)
_TITLES = "".join(rf"(?<!\b{one})" for one in "bgm prof dipl ing pfr med phil jur rer nat theol".split())
"""A full stop behind one of these does not end a name."""
_NAME_END = re.compile(
    rf"[,;:\n!?(]|(?<=\w{{3}}){_TITLES}\.(?:\s|$)|\s+(?:und|aus|vom|meine|mein|tel|telefon|handy|mobil|unter|am|"
    r"bitte|ich|wir|e-?mail|mail|nummer|erreichbar)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?<!\w)(?:nicht (?:sagen|nennen|angeben|verraten)|keinen namen|ohne namen|namen? (?:nicht|egal|brauchen)|"
    r"geht (?:sie|euch|dich) nichts)|\bdas stimmt\b|"
    r"^\W*(?:es (?:geht|handelt)|wegen |ich (?:m(?:ö|oe)chte|will|brauche|suche|habe|danke)\b)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
"""What stands in a message for a name that nobody had asked for: no name."""
_WEEKDAY = r"(?:mo|di|mi|do|fr|sa|so)(?:\.|\w*tags?|ttwoch|nnabend)?"
_NOT_SIMPLE = re.compile(
    rf"(?<!\w)(?:(?:nicht|kein\w*|nie|au(?:ß|ss)er|ohne)(?!\w)|{_WEEKDAY}\s?(?:-|–|bis)\s?{_WEEKDAY}(?!\w))",
    re.IGNORECASE,
)
"""„nicht nächste Woche“ and „Mo-Fr“: what the grammar reads there is not all that was said, so the words alone count."""
LONGEST_NAME = 80
LONGEST_TIME = 120
"""Characters of a time that is found in a message about other things."""
_TIME_CUE = re.compile(
    r"(?<!\w)(?:am besten|am liebsten|erreichbar|zu erreichen|erreichen sie mich|zeit habe ich|habe ich zeit|"
    r"passt (?:es|mir)|ruf(?:en|t)? (?:sie )?(?:mich|uns)|rückruf|zurückrufen|anrufen|anruf)(?!\w)",
    re.IGNORECASE,
)


def choice_reader(choices: Sequence[Choice]) -> Read:
    """Reads the key or the title of a choice, in any spelling; yes and no in all their words where they are offered."""
    told = {" ".join(folded_words(text)): one.key for one in choices for text in (one.title, one.key)}
    has_yes_and_no = {YES, NO} <= {one.key for one in choices}

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        said = " ".join(folded_words(text))
        if said in told:
            return Taken(told[said])
        agrees = yes_or_no(Said(text, understanding), text) if has_yes_and_no else None
        if agrees is not None:
            return Taken(YES if agrees else NO)
        near = {key for title, key in told.items() if len(title) >= 6 and one_slip_apart(said, title)}
        inside = {key for title, key in told.items() if len(title) >= 4 and f" {title} " in f" {said} "}
        if not has_yes_and_no and len(near or inside) == 1:
            return Taken((near or inside).pop())
        return Refusal("yes_or_no" if has_yes_and_no else "no_choice", {"choices": [one.title for one in choices]})

    return read


def own_words_reader(shortest: int = 2) -> Read:
    """Reads anything that says something, `shortest` letters at least. How long it may be is the engine's matter."""

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        tidy = cleaned(text, keeps_lines=True)
        letters = sum(map(str.isalpha, tidy))
        return Taken(tidy) if letters >= shortest and not says_nothing(tidy) else Refusal("says_nothing")

    return read


def read_name(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """A name or what somebody wants to be called: „Ich heiße Petra Lustig und …“ is „Petra Lustig“."""
    is_time = len(text.split()) > 1 and _is_nothing_but(_times(understanding), text, 0, len(text))  # „Freitag“ may be a name
    if _NO_NAME.search(text) or _PLACEHOLDER.search(text) or is_time:
        return Refusal("name_missing")
    spotted = spot_name(text, understanding, now)
    name = spotted.value if spotted else _trimmed_name(_NAME_LEAD.sub("", text))
    if says_nothing(name) or not any(map(str.isalpha, name)):
        return Refusal("name_missing" if not any(map(str.isdigit, name)) else "name_is_number")
    if len(name) > LONGEST_NAME:
        return Refusal("name_too_long", {"limit": LONGEST_NAME})
    if sum(map(str.isdigit, name)) > 4 or "@" in name:
        return Refusal("name_is_number")
    return Taken(name)


def spot_name(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """The name behind „mein Name ist“, „ich heiße“ or „hier spricht“."""
    cue = _NAME_CUE.search(text)
    if cue is None:
        return None
    name = _trimmed_name(text[cue.end() :])
    is_one = 0 < len(name) <= LONGEST_NAME and len(name.split()) <= 5 and any(map(str.isalpha, name))
    if not is_one or _PLACEHOLDER.search(name):
        return None
    return Spotted(name, ((cue.start(), _end_of(name, text, cue.end())),))


def _end_of(name: str, text: str, start: int) -> int:
    """Where the last word of `name` ends in `text`, whose spaces may be wider."""
    for word in name.split():
        start = text.index(word, start) + len(word)
    return start


def _trimmed_name(text: str) -> str:
    end = _NAME_END.search(text.lstrip())
    name = text.lstrip()[: end.start()] if end else text
    return " ".join(name.split()).strip(" .,;:!?„“”\"'()–-")


_BETWEEN_COMMAS = re.compile(r"[^,;\n]+")
_BESIDE_TIME = frozenset(
    "am ab um von bis nach vor zwischen gern gerne lieber bitte immer meist meistens oder und uhr vielleicht ca etwa gegen "
    "so".split()
)
_NUMBER_ONLY = re.compile(r"[+(]?\d[\d\s/()+-]{6,}")
"""A telephone number, which was asked for before."""


def read_time(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """When it suits: the person's words, and beside them what is understood of it, in the written forms of times."""
    tidy = " ".join(text.split())
    if not any(map(str.isalnum, tidy)) or says_nothing(tidy):
        return Refusal("time_missing")
    if "@" in tidy:
        return Refusal("mail_begun")
    if _NUMBER_ONLY.fullmatch(tidy):
        return Refusal("time_missing")
    meanings = [one.value for one in _times(understanding)]
    if meanings and not _NOT_SIMPLE.search(tidy) and all(_is_past(one, now) for one in meanings):
        return Refusal("time_is_past")
    return Taken({"text": tidy, "understood": [] if _NOT_SIMPLE.search(tidy) else meanings})


def spot_time(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """A time that is said with a word for being reached: „am besten vormittags“, „Rückruf ab 17 Uhr“.

    Without such a word it counts where it stands alone between commas: „Kevin, 0171 2345678, morgen früh“.
    """
    cue = _TIME_CUE.search(text)
    times = _times(understanding)
    if not times:
        return None
    if cue is None:
        return _time_alone(text, times, now)
    start, end = times[0].start, times[-1].end
    follows = cue.end() <= start and len(text[cue.end() : start].strip()) == 0
    first = cue.start() if follows and cue.group().lower().startswith("am ") else start
    words = " ".join(text[first:end].split())
    read = read_time(words, Understanding(words, tuple(times)), now)
    if isinstance(read, Refusal) or len(words) > LONGEST_TIME:
        return None
    return Spotted(read.value, ((cue.start() if follows else start, end),))


def _time_alone(text: str, times: Sequence[Entity], now: datetime) -> Spotted | None:
    """The part of an enumeration that is nothing but a time, if one of them is."""
    parts = list(_BETWEEN_COMMAS.finditer(text))
    for part in parts if len(parts) > 1 else ():
        start = part.start() + len(part.group()) - len(part.group().lstrip())
        end = start + len(part.group().strip())
        own = tuple(one for one in times if start <= one.start and one.end <= end)
        if not _is_nothing_but(own, text, start, end):
            continue
        words = " ".join(text[start:end].split())
        read = read_time(words, Understanding(words, own), now)
        return None if isinstance(read, Refusal) else Spotted(read.value, ((start, end),))
    return None


def _is_nothing_but(times: Sequence[Entity], text: str, start: int, end: int) -> bool:
    rest = text[start:end]
    for one in sorted(times, key=lambda entity: -entity.start):
        rest = rest[: one.start - start] + " " + rest[one.end - start :]
    return bool(times) and not set(folded_words(rest)) - _BESIDE_TIME


def _times(understanding: Understanding) -> list[Entity]:
    return [one for one in understanding.entities if one.entity in ("datum", "uhrzeit")]


def _is_past(value: str, now: datetime) -> bool:
    meaning = read_meaning(value)
    return isinstance(meaning, Days) and meaning.last is not None and meaning.last < now.date()
