"""What people say beside any question: they want a promise, cannot telephone, look for somebody to talk to, or would like to
read the ideas of others.

Closed patterns over short messages. What says more, or names a field of work, is a question of its own.
"""
from __future__ import annotations

import re
from enum import Enum, unique

_MOST_WORDS = 16


@unique
class Aside(Enum):
    """What is wanted."""

    PROMISE = "promise"
    NO_TELEPHONE = "no_telephone"
    NUMBER_OF_OFFICE = "number_of_office"
    IDEAS_OF_OTHERS = "ideas_of_others"


_PATTERNS = {
    Aside.PROMISE: re.compile(
        r"\b(?:garantier\w*|versprech\w*|versprichst|versprecht|zusicher\w*|sichern sie mir)\b.{0,30}\b(?:sie|ihr|du|mir|uns)\b|"
        r"\b(?:k(?:ö|oe)nn\w*|kannst) (?:sie|ihr|du)\b.{0,30}\b(?:garantieren|versprechen|zusichern)\b|"
        r"\bbest(?:ä|ae)tig\w* (?:sie|mir)\b.{0,60}\b(?:bewilligt|genehmigt|bekommt|kriegt|zahlt)\b|"
        r"^(?:aber )?sie sagen doch\b|"
        r"\b(?:bekomm|krieg)\w* (?:ich|wir|man|jeder)\b.{0,25}\b(?:sicher|safe|garantiert|auf jeden fall|bestimmt|wirklich)\b|"
        r"^(?:bekomm|krieg)\w* (?:ich|wir) (?:dann |das |denn )?(?:geld|kohle)\W*$",
        re.IGNORECASE,
    ),
    Aside.NO_TELEPHONE: re.compile(
        r"\b(?:nicht|nie|ungern|statt|ohne zu) (?:zu )?(?:anruf\w*|telefon\w*)\b|"
        r"\b(?:telefonieren|anrufen|telefon)\b.{0,12}\b(?:kann|mag|will|m(?:ö|oe)chte|geht)\b.{0,14}\bnicht\b|"
        r"\b(?:kann|mag|will|m(?:ö|oe)chte) (?:ich )?(?:leider )?nicht (?:telefonieren|anrufen)\b|"
        r"\blieber (?:per |eine |mit )?e-?mail\b",
        re.IGNORECASE,
    ),
    Aside.NUMBER_OF_OFFICE: re.compile(
        r"\b(?:telefonnummer|rufnummer|nummer)\b.{0,30}\b(?:jemand\w*|einen menschen|(?:sie|euch) erreich\w*)\b|"
        r"\b(?:wie ist|was ist|haben sie|gibt es) (?:ihre|eure) (?:telefon|ruf)?nummer\b",
        re.IGNORECASE,
    ),
    Aside.IDEAS_OF_OTHERS: re.compile(
        r"\b(?:welche|was f(?:ü|ue)r|was gibt es (?:schon |denn |bisher )*f(?:ü|ue)r|gibt es|gibts|habt ihr|haben sie) "
        r"(?:denn |eigentlich |es |bisher |schon |andere |anderen )*ideen\b"
        r"(?! f(?:ü|ue)r| zu| gegen| wie| um)(?!.{0,40}(?:f(?:ö|oe)rder|geld|methode))|"
        r"\b(?:eingereichte|ver(?:ö|oe)ffentlichte|ausgew(?:ä|ae)hlte|andere|fremde)n? ideen\b.{0,30}\b(?:sehen|ansehen|"
        r"lesen|finden|anschauen|zeigen|einsehen)\b|"
        r"\b(?:zeig\w*|seh\w*|les\w*|find\w*) (?:mir |bitte |ich |man |wir |uns |die |alle )*(?:eingereichten?|ver(?:ö|"
        r"oe)ffentlichten?|anderen?|alle) ideen\b|"
        r"\bwas (?:haben|wurde) (?:die )?(?:andere[nr]?|leute|alles|bisher) ?(?:menschen |leute |b(?:ü|ue)rger\w* "
        r")?(?:schon |bisher |so |alles )*"
        r"(?:eingereicht|vorgeschlagen)\b|"
        r"\bideen (?:von|der) (?:anderen?|(?:ander\w+ )?(?:leuten?|menschen|b(?:ü|ue)rger\w*))\b.{0,25}(?:sehen|lesen|"
        r"ansehen|zeigen|\?)",
        re.IGNORECASE,
    ),
}


def aside_in(text: str) -> Aside | None:
    """The aside that a short message is, or None."""
    if len(text.split()) > _MOST_WORDS:
        return None
    return next((aside for aside, pattern in _PATTERNS.items() if pattern.search(text.strip())), None)
