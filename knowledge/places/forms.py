"""What German makes of a place's name: genitives, adjectives, inhabitants, other ways to write it."""
from __future__ import annotations

import re

_STEM_WITH_ENDINGS = re.compile(r"^(.*(?:isch|lich)|alt|hoh|nieder|mittler)(?:e[rsnm]?)$", re.IGNORECASE)
_OF_THE_WATER = re.compile(r"(?<=\w )(an der|am|im|in der|ob der|auf|bei|in)\b", re.IGNORECASE)
_SHORT = {"an der": "a d", "am": "a", "im": "i", "in der": "i d", "ob der": "o d", "bei": "b", "in": "i"}
_DIRECTIONS = ("nord", "süd", "ost", "west", "mittel", "nordwest", "nordost", "südwest", "südost", "zentral")


def written(name: str) -> set[str]:
    """Ways to write a name of several words.

    'Frankfurt an der Oder' also without the small words and with short ones ('Frankfurt a. d. Oder');
    'Bayerischer Wald' also as 'Bayerischen Wald'.
    """
    ways = {name}
    if _OF_THE_WATER.search(name):
        ways.add(_OF_THE_WATER.sub(" ", name))
        ways.add(_OF_THE_WATER.sub(lambda match: _SHORT.get(match.group().lower(), match.group()), name))
    if re.fullmatch(r"[\w.-]+ \([^)]*\)", name) and name.split("(")[1][:-1] in _RIVERS:
        ways.add(name.replace("(", "an der ").rstrip(")"))
        ways.add(name.replace("(", "a. d. ").rstrip(")"))
    first, _, rest = name.partition(" ")
    stem = _STEM_WITH_ENDINGS.match(first)
    if stem and rest:
        ways |= {f"{stem.group(1)}{ending} {rest}" for ending in ("e", "er", "en", "em", "es")}
    return ways


_RIVERS = ("Oder", "Saale", "Elbe", "Aller", "Ems", "Havel", "Saar", "Wümme", "Ruhr", "Müritz", "Dosse")


def genitive_endings(name: str) -> tuple[str, ...]:
    """'Sachsens', 'des Harzes', 'des Schwarzwaldes'. Names that already end in an s sound only take 'es'."""
    if name[-1] in "szxß":
        return ("es",)
    return ("s", "es") if name.endswith(("land", "wald", "feld", "gau", "rück")) else ("s",)


def endings_of(word: str) -> tuple[str, ...]:
    """What an adjective in -isch or the name of an inhabitant may end in, '' among it.

    'sächsische', 'sächsischen' …; 'Thüringers', 'Thüringern', 'Thüringerin', 'Thüringerinnen'; 'Sachsen' for 'Sachse'.
    """
    for last, endings in _ENDINGS:
        if word.endswith(last):
            return endings
    return ("",)


_ENDINGS = (
    (("sch", "sich"), ("", "e", "er", "en", "es", "em")),
    ("er", ("", "n", "s", "in", "innen")),
    ("in", ("", "nen")),
    ("e", ("", "n")),
)


def derived_in_er(name: str) -> set[str]:
    """The invariable adjectives and inhabitants that German builds in -er: Görlitz, Görlitzer.

    Overshoots where usage is not predictable (Bautzener, Bautzner): a word nobody writes does no harm, an ordinary
    word among them stands in the gazetteer under `gewoehnliche_woerter`.
    """
    for ending, changed in _ER_BY_ENDING.items():
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return {name[: -len(ending)] + one for one in changed}
    return {name + "er"}


_ER_BY_ENDING = {
    "ingen": ("inger",),
    "ungen": ("unger",),
    "länder": (),
    "land": ("länder", "ländisch"),
    "wald": ("wälder",),
    "stadt": ("städter",),
    "hausen": ("hausener", "häuser"),
    "rode": ("röder", "roder"),
    "dorf": ("dorfer", "dörfer"),
    "mark": ("märker", "märkisch"),
    "gebirge": ("gebirgler", "gebirgisch"),
    "hagen": ("hagener",),
    "brücken": ("brücker",),
    "en": ("ener", "ner"),
    "el": ("eler", "ler"),
    "eyer": ("eyerer", "eyrer"),
    "over": ("overaner", "overer"),
    "ünster": ("ünsteraner",),
    "us": ("user",),
    "ier": ("ierer",),
    "itter": ("itteraner",),
    "e": ("er",),
    "er": (),
}


def directions_of(name: str) -> set[str]:
    """'Ostsachsen', 'Südbrandenburg', 'Nordwestmecklenburg', with and without a hyphen."""
    lower = name[0].lower() + name[1:]
    return {direction + lower for direction in _DIRECTIONS} | {f"{direction}-{name}" for direction in _DIRECTIONS}


def settlements_of(region: str) -> set[str]:
    """'Eifeldorf', 'Rhöngemeinden': what people call a village there."""
    return {region + part for part in _SETTLEMENTS}


_SETTLEMENTS = (
    "dorf", "dorfes", "dörfer", "dörfern", "dörfchen", "gemeinde", "gemeinden", "ort", "orte", "orten", "ortschaft",
    "ortschaften", "städtchen", "stadt", "städte", "städten", "kommune", "kommunen", "region",
)  # fmt: skip
