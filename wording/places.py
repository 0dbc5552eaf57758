"""What is said about places: which of several is meant, and that nothing is known for a Land itself."""
from __future__ import annotations

from dataclasses import dataclass

from knowledge.places import Mention, PlaceResolver
from knowledge.places.choice import choices, common_name, label, settled
from knowledge.understanding import Understanding
from wording.dates import listed
from wording.needs import LONGEST_QUESTION, NEED_OF_KIND, need_button
from wording.reply import Reply

ASKED_FOR_PLACE = "ASKED_FOR_PLACE"
MOST_CHOICES = 5
_FEW_LANDS = 3
_NOT_AMONG_THEM = " Ist Ihr Ort nicht dabei, schreiben Sie bitte das Bundesland dazu."


@dataclass(frozen=True)
class PlaceNotes:
    """What an answer has to say about the place that was asked about.

    `nothing_local`: all that fits holds nationwide. `land_matters`: with the Land known, the answer could be another.
    """

    nothing_local: bool = False
    land_matters: bool = True


def which_place(kind: str, asked: Understanding, name: Mention, places: PlaceResolver) -> Reply:
    """The question which of several places is meant; each button carries the question with that place."""
    is_one_region = len({place.place for place in name.candidates}) == 1
    buttons = []
    for place in choices(name)[:MOST_CHOICES]:
        question = settled(asked.text, name, place, places, LONGEST_QUESTION)
        title = places.land_name(place.land or "") if is_one_region else label(place, places)
        if question is not None:
            buttons.append(need_button(NEED_OF_KIND[kind], question, title))
    has_more = len(choices(name)) > len(buttons)
    text = _which_land(asked, name, places) + (_NOT_AMONG_THEM if has_more else "") if is_one_region else which_of_them(name, has_more)
    return Reply(text, outcome=ASKED_FOR_PLACE, buttons=tuple(buttons))


def only_nationwide(asked: Understanding, context: str, places: PlaceResolver) -> str:
    """Says that the Land itself has nothing, before what holds everywhere."""
    lands = sorted(asked.lands)
    where = listed([_with_article(land, places) for land in lands]) if len(lands) <= _FEW_LANDS else "Ihre Gegend"
    return f"Für {where} selbst habe ich nichts gefunden. Das gilt bundesweit{f' ({context})' if context else ''}:"


def _which_land(asked: Understanding, name: Mention, places: PlaceResolver) -> str:
    here = places.in_words(asked.where) or f"in {name.text}"
    return f"{here[0].upper()}{here[1:]} kommt es auf das Bundesland an. Welches ist es bei Ihnen?"


def which_of_them(name: Mention, has_more: bool = False) -> str:
    """„Welches Neustadt meinen Sie?“; `has_more`: there are more than can be offered."""
    called = common_name(name)
    return (f"Welches {called} meinen Sie?" if called else "Welchen Ort meinen Sie?") + (_NOT_AMONG_THEM if has_more else "")


def _with_article(land: str, places: PlaceResolver) -> str:
    name = places.land_name(land)
    return f"das {name}" if name == "Saarland" else name
