"""What a message tells of a report before anything is asked: whether it tells one at all, where it is, and since when."""
from __future__ import annotations

import re
from datetime import datetime

from conversation.commands.phrase_list import folded_words
from conversation.forms.hearing import looks_like_question
from conversation.forms.model import Spot, Spotted
from knowledge.obstacle_words import named_rules
from knowledge.understanding import Understanding

_FEWEST_WORDS = 4
_ANNOUNCES = frozenset(
    "ich wir moechte moechten will wollen wuerde wuerden wollte gern gerne bitte mal hier bei ihnen euch etwas was ein eine einen "
    "einer mein meine unser unsere den die das der dem huerde huerden hindernis hindernisse problem probleme missstand melden "
    "mitteilen sagen loswerden weitergeben berichten erzaehlen kann koennte koennen koennten darf habe haben hab hallo guten tag "
    "anliegen beschwerde beschweren lob loben kritik kritisieren feedback rueckmeldung rueckmelden anregung vorschlag hinweis geben "
    "machen abgeben einreichen hinterlassen dalassen nur einfach gerade jetzt noch wo wie und oder ja nein zu an der stelle buero "
    "team mich mir uns ihre ihr buerokratie meckern nicht wohin damit so es".split()
)
"""Words that only announce a report."""
_ANSWERS = frozenset("ja nein nee ok okay klar einverstanden gut gern gerne stimmt".split())
_SINCE = re.compile(
    r"\b(?:schon )?seit (?:(?:fast|über|mehr als|rund|etwa|gut|knapp|gut und gern) )?"
    r"(?:(?:de[mr]|einem|einer|ein(?:em)? halben|ein(?:em|er)? guten|anderthalb|\w+) )?"
    r"(?:jahr(?:en|zehnten)?|monat(?:en)?|wochen?|tag(?:en)?|dreivierteljahr|ewigkeiten|januar|februar|märz|april|mai|juni|juli|august|"
    r"september|oktober|november|dezember|ostern|weihnachten|sommer|herbst|winter|frühjahr|(?:19|20)\d\d)(?: (?:19|20)\d\d)?\b",
    re.IGNORECASE,
)


def tells_something(text: str) -> bool:
    """Whether `text` is more than the announcement of a report („Ich möchte ein Hindernis melden“)."""
    own = [word for word in folded_words(text) if word not in _ANNOUNCES]
    return len(own) >= _FEWEST_WORDS


def spot_told(longest: int) -> Spot:
    """Takes a whole message for the report, if it tells one: for the first message and for one before the consent."""

    def spot(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
        words = folded_words(text)
        is_answer = not words or words[0] in _ANSWERS or looks_like_question(text, verbs=False)
        if is_answer or not tells_something(text) or len(text.strip()) > longest:
            return None
        return Spotted(text.strip(), ((0, len(text)),))

    return spot


def spot_place(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """The places that are named, in the person's own words."""
    where = understanding.where
    if not where.candidates:
        return None
    return Spotted(", ".join(dict.fromkeys(one.text for one in where.mentions)), ())


def spot_rules(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """The rules and offices that are named, in the person's own words."""
    named = {counted: text[start:end] for start, end, counted in reversed(named_rules(text))}
    return Spotted(", ".join(reversed(named.values())), ()) if named else None


def spot_since(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """„seit einem Jahr“"""
    found = _SINCE.search(text)
    return Spotted(found.group(), ()) if found else None
