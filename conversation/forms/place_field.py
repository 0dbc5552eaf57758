"""The place of a form: read with Land and Kreis, and asked once more where several places bear the name."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import Choice, Read, Refusal, Taken, Unclear
from conversation.forms.readers import own_words_reader
from knowledge.places import PlaceResolver
from knowledge.places.choice import choices as places_to_choose
from knowledge.places.choice import chosen, does_not_matter, label, open_name
from knowledge.understanding import Understanding
from wording.places import MOST_CHOICES, which_of_them


def show_place(value: Mapping[str, Any], places: PlaceResolver) -> str:
    """„Großschönau bei Zittau (Landkreis Görlitz, Sachsen)“"""
    land = places.land_name(value["land"]) if value.get("land") else None
    known = [one for one in (value.get("kreis"), land) if one and one not in value["text"]]
    return f"{value['text']} ({', '.join(known)})" if known else value["text"]


def place_reader(places: PlaceResolver) -> Read:
    """Takes any words for the place, and what is certain of them."""
    own = own_words_reader()

    def read(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
        words = own(text, understanding, now)
        if isinstance(words, Refusal) and not any(map(str.isdigit, text)):
            return words
        tidy = " ".join(text.split()).strip(" .,;")
        return Taken({**place_value(tidy, places), "is_answer": True})

    return read


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
