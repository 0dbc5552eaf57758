"""Where somebody lives: a street or a spot with a number („Hauptstr. 12“, „Am Anger 3a“, „wohne am anger drei“).

A street without a number is only a place to meet and stays, as do postcode and town.
"""
from __future__ import annotations

import re
from typing import Iterator

_COUNT = r"(?:\d{1,3}(?: ?[a-hA-H](?!\w))?(?: ?[-–/] ?\d{1,3} ?[a-h]?)?)(?!\w|[.,:]\d| ?(?:€|%|°))"
_COUNT_WORD = (
    r"(?:eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w{3,9}zehn|(?:\w{3,8}und)?\w{3,6}[zß]ig|"
    r"hundert\w{0,16})(?!\w)"
)
_NO_THINGS = (
    r"(?! (?:(?-i:[A-ZÄÖÜ])\w+|uhr|euro|leute\w*|kinder\w*|personen|häuser\w*|meter|mm|cm|m|km|kg|qm|tage?|jahre?|"
    r"neue|alte|kleine|große|freie|leere|gute|schöne|mal|prozent|bis|oder)(?!\w))"
)
"""Behind a number: it does not count something."""
_ROAD = r"(?:straße|strasse|str\.|str|gasse|gässchen|allee|chaussee)"
_WAY = (
    r"(?:weg|platz|ring|damm|ufer|steig|stieg|pfad|graben|markt|siedlung|zeile|promenade|wall|kamp|brink|winkel|anger|"
    r"blick|hang|grund|höhe|weiler|rain|berg|hof|tor|aue|feld|wiese|wiesen|brücke|leite|reihe|stadt|dorf|häuser)"
)
_STREET = re.compile(
    r"(?<![\w-])(?!(?:bundes|landes|kreis|staats|euro)(?:straße|str))(?:"
    rf"(?:(?:alt|neu|ober|unter|hinter|vorder|groß|klein|lang|inner|äußer|mittler)e[rnm]? )?[\w-]+{_ROAD}"
    rf"|(?!(?:der|die|einer|unserer|dieser|jeder)(?!\w))[\w-]+\.? {_ROAD}"
    rf"|(?:straße|platz|allee|weg|ring) (?:der|des) [\w.]+(?: \w+)?) ?(?:{_COUNT}|{_COUNT_WORD})",
    re.IGNORECASE,
)
_NO_LANE = (
    r"(?!(?:Spiel|Sport|Park|Rad|Fuß|Geh|Wander|Arbeits|Ausbildungs|Stell|Bolz|Sitz|Schlaf|Steh|Bauern|Super|Schul|Pflege|"
    r"Betreuungs|Kita|Wohn|Bus|Lehr|Bahn|Fried|Wochen|Floh|Arbeitsmarkt|Kreis|Innen|Groß|Klein|Um|Aus)"
    r"(?:weg|platz|hof|markt|feld|stadt|dorf)(?!\w))"
)
_LANE = re.compile(
    rf"(?<![\w-]){_NO_LANE}(?:[A-ZÄÖÜ][\w-]*{_WAY}|[A-ZÄÖÜ][\w-]+[rns] (?i:{_WAY})) {_COUNT}{_NO_THINGS}"
)
_NO_SPOT = (
    r"(?!\w*(?:tag|abend|morgen|mittag|jahr|jahre|monat|woche|wochenende|mai|juni|juli|august|april|märz|januar|februar|"
    r"oktober|ember|alter|schnitt|durchschnitt|artikel|absatz|kapitel|formular|punkt|seite|haushalt|bereich|programm|raum|"
    r"zimmer|saal|halle|klasse|gruppe|linie|bus|verein|ort|kreis|dorf|quartal|anfang|ende|umkreis|schluss|team|vorstand|"
    r"gemeinde|stadt|region)(?!\w))"
)
_AT = (
    r"(?:am|im|zum|zur|beim|an der|an den|an dem|auf der|auf dem|auf den|in der|in den|unter den|hinter der|hinter dem|"
    rf"vor dem) {_NO_SPOT}(?!(?<=der )[\w-]+ ?(?:{_ROAD}|{_WAY}) )"
)
"""Begins the name of a spot; „in der Lindenstraße“ does not."""
_BESIDE = re.compile(rf"(?<![\w-])(?i:{_AT})(?:[A-ZÄÖÜ][\w-]*e[rn]? )?[A-ZÄÖÜ][\w-]+ {_COUNT}{_NO_THINGS}")
_LIVING = r"(?<!\w)(?:wohn\w*|lebe|adresse|anschrift|zuhause|schick\w*|send\w*|bring\w*)(?!\w)"
_TOLD = re.compile(
    rf"{_LIVING}[^\n.!?\d]{{0,40}}?(?<!\w)(?P<data>(?:{_AT}[\w-]+|[\w-]+{_WAY}|{_WAY}) "
    rf"(?:{_COUNT}|{_COUNT_WORD}){_NO_THINGS})",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(
    r"(?<!\w)(?:haus(?:nummer|[ -]?nr\.?) ?\d{1,3} ?(?:[a-h](?!\w))?|[\w-]+ nr\. ?\d{1,3} ?[a-h]?(?=,? ?\d{5}(?!\d)))",
    re.IGNORECASE,
)


def find_streets(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each address in `text`; some may overlap."""
    for pattern in (_STREET, _LANE, _HOUSE_NUMBER):
        yield from (one.span() for one in pattern.finditer(text))
    yield from (one.span() for one in _BESIDE.finditer(text) if _is_meant(text, one))
    yield from (one.span("data") for one in _TOLD.finditer(text))


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """„Am Anger 3“ with a capital in mid-sentence, before a postcode or after „wohne“; not „am Samstag 14“."""
    if re.match(r",? ?\d{5}(?!\d)", text[match.end() : match.end() + 8]):
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    if re.search(_LIVING, before, re.IGNORECASE):
        return True
    return match.group()[0].isupper() and before.rstrip(" ")[-1:] not in (".", "!", "?", "\n", "")
