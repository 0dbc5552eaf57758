"""A name that several places bear: which they are, how a text is made to mean one of them, what an answer chooses."""
from __future__ import annotations

import re
from typing import Iterator

from knowledge.places.model import Mention, Place, Resolution
from knowledge.places.resolver import PlaceResolver
from knowledge.places.spelling import fold, keys_of, words_of

_LONGEST_ANSWER = 8
"""In words."""
_FILLERS = frozenset(
    "das die der den dem des in im an am bei aus von vom zu zum zur auf ich wir meine meinen meinte meinten natuerlich "
    "also bitte ja nein doch ach oh na wohne wohnen wohn komme kommen bin sind ist es liegt leben lebe gemeint eher "
    "dort hier unser unsere unseres mein ort stadt dorf gemeinde land bundesland seite naehe teil freistaat und wohl "
    "danke richtung mal halt eben genau plz postleitzahl jenes dieses".split()
)
"""What may stand around the place in an answer; one other word is let pass."""
_LEAD = re.compile(r"^(?:(?:ja|nein|ach|also|ich|wir|mein\w*|das|die|der|den|dem|es|ist|na|bitte)\b[ ,:]*)+", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:(?:ist|das ist|is|mir|uns)? ?(?:egal|schnuppe|gleich|wurscht|wurst)|beide[sn]?|alle|weiß (?:ich )?nicht|weiss (?:ich )?nicht|"
    r"keine ahnung|spielt keine rolle|irgendein\w*|keines(?: davon)?|keins(?: davon)?)\b",
    re.IGNORECASE,
)
_ORDINALS = ("erste", "zweite", "dritte", "vierte", "fuenfte")
_NUMBER = re.compile(r"(?:nr\.?|nummer)?\s*([1-5])[.)]?", re.IGNORECASE)


def open_name(where: Resolution) -> Mention | None:
    """The one name that leaves the Land open; None if the Land is known, or if several places were named together."""
    if len(_lands(where.candidates)) < 2:
        return None
    open_ones = [one for one in where.mentions if len(_lands(one.candidates)) > 1]
    if not open_ones or not all(place in open_ones[0].candidates for place in where.candidates):
        return None
    return open_ones[0] if len({fold(one.text) for one in open_ones}) == 1 else None


def choices(name: Mention) -> tuple[Place, ...]:
    """The places to choose from: first one of each Land in the order of the gazetteer, then the others."""
    first = {place.land: place for place in reversed(name.candidates)}
    return tuple(dict.fromkeys([*(first[land] for land in _lands(name.candidates)), *name.candidates]))


def common_name(name: Mention) -> str | None:
    """'Frankfurt' for Frankfurt am Main and Frankfurt (Oder); None if the places share no word."""
    shared = [word for word in words_of(name.candidates[0].place or "")
              if all(word.key in keys_of(place.place or "") for place in name.candidates)]  # fmt: skip
    return shared[0].text if shared else None


def label(place: Place, places: PlaceResolver) -> str:
    """The place with its Land, as on a button: 'Frankfurt (Oder), Brandenburg', 'Neustadt in Sachsen'."""
    land = places.land_name(place.land or "")
    own = place.place or place.kreis
    return land if own is None else own if land in own else f"{own}, {land}"


def settled(text: str, name: Mention, place: Place, places: PlaceResolver, longest: int) -> str | None:
    """`text` with `name` made to mean `place`, at most `longest` signs; None if no wording does.

    A place without Kreis and name stands for its Land.
    """
    fallback = None
    for wording in _wordings(text, name, place, places):
        found = places.resolve(wording[:longest]).candidates
        if found == (place,):
            return wording[:longest]
        if fallback is None and _lands(found) == (place.land,):
            fallback = wording[:longest]
    return fallback


def chosen(answer: str, name: Mention, places: PlaceResolver) -> Place | None:
    """The place that `answer` names after the question which `name` was meant; None if it is no answer to that.

    A Land alone, or several places of one, gives the Land. A place that nobody asked about counts as well.
    """
    offered = choices(name)
    if len(words_of(answer)) > _LONGEST_ANSWER:
        return None
    by_number = _by_number(answer, offered)
    if by_number is not None:
        return by_number
    called = common_name(name) or name.text
    tail = _LEAD.sub("", answer.strip())
    readings = [_heard(wording, places) for wording in (f"{called} {tail}", answer)]
    for heard in readings:
        left = _left(heard, offered)
        if len(left) == 1 and len(heard) == 1:
            return left[0]
    for heard in readings:
        left = _left(heard, offered)
        if len(_lands(left)) == 1:
            return left[0] if len(left) == 1 else Place(left[0].land, None, None)
    alone = readings[1]
    return alone[0] if len(alone) == 1 and alone[0] not in offered else None


def is_bare_place(text: str, places: PlaceResolver) -> bool:
    """Whether `text` is the name or the postcode of a place, and small words around it, and nothing else."""
    return bool(_heard(text, places, others=0))


def does_not_matter(answer: str) -> bool:
    """'egal', 'beide', 'weiß ich nicht': no answer, but no new question either."""
    return len(words_of(answer)) <= 5 and bool(_ANY.search(answer))


def _lands(places: tuple[Place, ...]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(place.land for place in places))


def _wordings(text: str, name: Mention, place: Place, places: PlaceResolver) -> Iterator[str]:
    before, behind = text[: name.start], text[name.end :]
    known = place in name.candidates or place == Place(place.land, None, None)
    own, land = place.place or place.kreis, places.land_name(place.land or "")
    if own and (not known or keys_of(own)[:1] == keys_of(name.text)[:1]):
        yield f"{before}{own}{behind}"
        yield f"{before}{own} ({land}){behind}"
    if known:
        yield f"{before}{name.text} ({land}){behind}"
        yield f"{before}{name.text} ({place.kreis}, {land}){behind}"
    yield f"{label(place, places)}: {text}"


def _heard(answer: str, places: PlaceResolver, others: int = 1) -> tuple[Place, ...]:
    """The places of an answer that consists of little else."""
    found = places.resolve(answer, expected=True)
    rest = [
        word
        for word in words_of(answer)
        if fold(word.text) not in _FILLERS
        and not any(one.start <= word.start and word.end <= one.end for one in found.mentions)
    ]
    return found.candidates if len(rest) <= others else ()


def _left(heard: tuple[Place, ...], offered: tuple[Place, ...]) -> tuple[Place, ...]:
    """The offered places that fit what was heard: exactly, or else by their Land."""
    exactly = tuple(one for one in offered if any(one.lies_in(place) or place.lies_in(one) for place in heard))
    return exactly or tuple(one for one in offered if one.land in _lands(heard))


def _by_number(answer: str, offered: tuple[Place, ...]) -> Place | None:
    """'das zweite', 'Nummer 2'."""
    tail = _LEAD.sub("", answer.strip()).strip(" .")
    number = _NUMBER.fullmatch(tail)
    at = int(number[1]) - 1 if number else next((at for at, word in enumerate(_ORDINALS)
                                                 if fold(tail).rstrip("nsr") == word), None)  # fmt: skip
    return offered[at] if at is not None and at < min(len(offered), len(_ORDINALS)) else None
