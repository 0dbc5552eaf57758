"""The place of a form: read with Land and Kreis, and asked once more where several places bear the name."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.commands.phrase_list import folded_words
from conversation.forms.model import Choice, Read, Refusal, Taken, Unclear
from conversation.forms.readers import own_words_reader
from knowledge.places import PlaceResolver
from knowledge.places.choice import choices as places_to_choose
from knowledge.places.choice import chosen, does_not_matter, label, open_name
from knowledge.understanding import Understanding
from wording.places import MOST_CHOICES, which_of_them

_LEAD = re.compile(
    r"^(?:(?:ja|also|na|hm)\W+)?(?:(?:ich (?:wohne|lebe|komme|bin)|wir (?:wohnen|leben|kommen|sind|sitzen)|"
    r"(?:das|es|unser\w* \w+|mein\w* \w+) (?:ist|liegt|wäre|soll)|(?:bei|zu) (?:mir|uns)|hier|zu ?hause)\s+)*"
    r"(?:in|im|aus)\s+(?!(?:de[rmn]|eine[rm]|unsere[rm]|meine[rm]|ganz)\b)",
    re.IGNORECASE,
)
"""„ich wohne in“, „bei uns im“: what leads to the name of a place."""
_FILLS = frozenset(
    "noch ja nein also na hm eher wohl ganz mal lieber bitte momentan derzeit bisher gerade leider ehrlich".split()
)
_OPEN = re.compile(
    r"(?:(?:das|es|der ort|ort|ist|mir|uns|ich|wir) )*(?:egal|nirgends|nirgendwo|ueberall|irgendwo|unterschiedlich|"
    r"verschieden|wechselnd|offen|unklar|unbekannt|geheim|privat|anonym|steht nicht fest|kommt (?:drauf|darauf) an|"
    r"spielt keine rolle|nicht (?:klar|fest|bekannt|sicher|entschieden|raus)|sage? ich (?:hier |ihnen |euch )?nicht|"
    r"verrate ich nicht|gibt es nicht|haben? (?:ich|wir) nicht|sehen|schauen|weder|weiss nicht|"
    r"(?:haben? )?kein(?:en|er)?(?: bestimmte[rn]?| feste[rn]?)?(?: ort)?)"
)
"""Without the words of _FILLS: „kommt drauf an“, „steht noch nicht fest“."""
_HERE = frozenset(
    "hier da dort bei mir uns zu hause zuhause daheim in der die das dem den im am an auf vor ort aus nahe naehe umgebung "
    "gegend um ecke mein meine meinem meiner meinen unser unsere unserem unserer eine einer einem ein kleinen kleine dorf "
    "stadt gemeinde landkreis kreis region land viertel stadtteil strasse garten wohnung haus nachbarschaft wo ich wohne "
    "wir wohnen selbst gleich norden sueden osten westen ganz".split()
)
"""An answer of such words alone is a place only for the one who gives it."""
_DIRECTION = re.compile(r"\W*im (?:norden|süden|sueden|osten|westen)\W*", re.IGNORECASE)


def show_place(value: Mapping[str, Any], places: PlaceResolver) -> str:
    """„Großschönau bei Zittau (Landkreis Görlitz, Sachsen)“"""
    land = places.land_name(value["land"]) if value.get("land") else None
    known = [one for one in (value.get("kreis"), land) if one and one not in value["text"]]
    return f"{value['text']} ({', '.join(known)})" if known else value["text"]


def place_reader(places: PlaceResolver) -> Read:
    """Takes words for the place, and what is certain of them, unless they name none („bei mir“, „wieso?“)."""
    own = own_words_reader()

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        words = own(text, understanding, now)
        if isinstance(words, Refusal) and not any(map(str.isdigit, text)):
            return words
        tidy = " ".join(text.split()).strip(" .,;")
        if names_no_place(tidy, places):
            return Refusal("place_unnamed")
        name = _LEAD.sub("", tidy)
        is_known = name != tidy and places.resolve(name, expected=True).mentions
        return Taken({**place_value(name if is_known else tidy, places), "is_answer": True})

    return read


def leaves_place_open(text: str) -> bool:
    """„überall“, „steht noch nicht fest“, „sag ich nicht“: there is no place to be named."""
    return bool(_OPEN.fullmatch(" ".join(word for word in folded_words(text) if word not in _FILLS)))


def names_no_place(text: str, places: PlaceResolver) -> bool:
    """„bei mir“, „in der Nähe“, a question: nobody else could find it."""
    if _DIRECTION.fullmatch(text):
        return True
    is_empty = set(folded_words(text)) <= _HERE or text.endswith("?")
    return is_empty and not places.resolve(text, expected=True).mentions


def place_value(text: str, places: PlaceResolver) -> dict[str, Any]:
    """The place that `text` names, with Land and Kreis as far as they are certain; `is_open`: several bear the name."""
    where = places.resolve(text, expected=True)
    return {"text": text, "land": where.land, "kreis": where.kreis, "is_open": open_name(where) is not None}


def which_place(value: Mapping[str, Any], places: PlaceResolver) -> Unclear | None:
    """The question which of several places of one name is meant; None if that is clear."""
    name = open_name(places.resolve(value["text"], expected=True)) if value.get("is_open") else None
    if name is None:
        return None
    offered = places_to_choose(name)[:MOST_CHOICES]
    more = len(places_to_choose(name)) > len(offered)
    titles = [label(one, places) for one in offered]
    return Unclear(which_of_them(name, more), tuple(Choice(f"ort{at}", title) for at, title in enumerate(titles, 1)))


def settled_place(value: Mapping[str, Any], answer: str, places: PlaceResolver) -> dict[str, Any]:
    """The place after the one question which of several it is; it is not asked again, whatever the answer."""
    name = open_name(places.resolve(value["text"], expected=True))
    place = chosen(answer, name, places) if name is not None else None
    kept = {key: told for key, told in value.items() if key == "is_answer"}
    if place is None:
        again = place_value(answer, places) if answer else {"land": None}
        is_more = answer and not does_not_matter(answer)
        told = again if again["land"] else {**value, "text": f"{value['text']}, {answer}"} if is_more else value
        return {**told, **kept, "is_open": False, "was_asked": True}
    own = place.place or place.kreis
    return {"text": own or value["text"], "land": place.land, "kreis": place.kreis, **kept, "is_open": False, "was_asked": True}
