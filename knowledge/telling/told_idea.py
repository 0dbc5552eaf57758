"""Takes from a told idea the parts for which the submission would otherwise ask.

Every part is a stretch of the person's own words, never reworded. The cues are data (`telling/cues.py`); the rules go
through the text clause by clause (`clauses.py`). What is not said stays empty: a question too many is better than an
answer that nobody gave.
"""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Iterator, Sequence

from spacy.tokens import Doc, Token

from knowledge.places import Place
from knowledge.telling import cues
from knowledge.telling.people import Range, addressed, teller
from knowledge.telling.pieces import Telling
from knowledge.telling.statements import idea_of, problem_of
from knowledge.understanding import Understanding

_LONGEST_TITLE = 80
"""In characters; what is longer in quotation marks is a saying, not a name."""
_MOST_TITLE_WORDS = 6
_QUOTES = {"„": "“”\"", "“": "”", "»": "«", "«": "»", '"': '"'}


class IdeaStage(str, Enum):
    """How far an idea has come."""

    IDEA = "idea"
    PLANNED = "planned"
    STARTED = "started"
    RUNNING = "running"


class Need(str, Enum):
    """What somebody looks for to make an idea come true."""

    MONEY = "money"
    ADVICE = "advice"
    PARTNERS = "partners"
    PERMISSION = "permission"
    VOLUNTEERS = "volunteers"
    ROOMS = "rooms"


@dataclass(frozen=True)
class Part:
    """A stretch of the message, `message[start:end] == text`; `code` is that of the term or the name of the place."""

    text: str
    start: int
    end: int
    code: str | None = None


@dataclass(frozen=True)
class ToldIdea:
    """The parts that a message tells; None or empty where it says nothing.

    `where` and `for_whom` are in the order of the text, with the place's name and the target group's code where they
    are known; `needed` is in the order of `Need`. `title` is only what the person calls the idea.
    """

    problem: Part | None = None
    idea: Part | None = None
    for_whom: tuple[Part, ...] = ()
    where: tuple[Part, ...] = ()
    stage: IdeaStage | None = None
    who: Part | None = None
    needed: tuple[Need, ...] = ()
    title: Part | None = None


def take_parts(doc: Doc, understanding: Understanding) -> ToldIdea:
    """What `doc` tells of an idea. `understanding` is the reading of the same document."""
    telling = Telling.of(doc)
    tokens, forms = telling.tokens, telling.forms
    who = next(filter(None, (teller(tokens, forms, *clause) for clause in telling.clauses)), None)
    who = who and _before_place(telling, who, understanding)
    title = _title(telling)
    said = [one for one in (who, title) if one]
    idea = idea_of(telling, said)
    needed = _needed(telling, idea)
    said += needed.values()
    groups = [one for one in understanding.entities if one.entity == "zielgruppe"]
    return ToldIdea(
        problem=_part(telling, problem_of(telling, idea, said)),
        idea=_part(telling, idea),
        for_whom=tuple(_part(telling, place, code) for place, code in addressed(tokens, forms, groups, said)),
        where=_where(understanding),
        stage=_stage(telling),
        who=_part(telling, who),
        needed=tuple(need for need in Need if need in needed),
        title=_part(telling, title),
    )


def _before_place(telling: Telling, who: Range, understanding: Understanding) -> Range | None:
    """The words in front of a place („die Diakonie Löbau“), None if nothing is left."""
    places = {one.start for one in understanding.entities if one.entity == "region"}
    stop = next((at for at in range(*who) if telling.tokens[at].idx in places), who[1])
    return (who[0], stop) if stop > who[0] else None


def _needed(telling: Telling, idea: Range | None) -> dict[Need, Range]:
    """What is looked for outside the idea, and the words that name it."""
    found: dict[Need, Range] = {}
    for pieces in telling.pieces:
        is_cued = False
        for piece in pieces:
            here = piece.start, piece.end
            is_cued = is_cued or cues.NEEDING.are_in(telling.forms, *here)
            in_idea = idea is not None and idea[0] <= piece.start < idea[1]
            if is_cued and not in_idea and not cues.HAVING.are_in(telling.forms, *here):
                for need, where in _named_needs(telling, *here):
                    found.setdefault(need, where)
    for code, phrases in cues.NEEDED_ANYWAY.items():
        for start, end in telling.clauses:
            place = phrases.find(telling.forms, start, end)
            if place:
                found.setdefault(Need(code), place)
    return found


def _named_needs(telling: Telling, start: int, end: int) -> Iterator[tuple[Need, Range]]:
    nouns = ((phrases.find(telling.forms, start, end), Need(code)) for code, phrases in cues.NEEDED.items())
    lacks = cues.LACKING.are_in(telling.forms, start, end)
    for number, (where, need) in enumerate(sorted((where, need) for where, need in nouns if where)):
        before = set(telling.forms.keys[max(start, where[0] - 2) : where[0]])
        tells_more = number and before & cues.ATTACHED
        if not tells_more and (lacks or not before & cues.NOT):
            yield need, where


def _stage(telling: Telling) -> IdeaStage | None:
    """The stage of the plainest cue that is not denied."""
    for code, phrases in cues.STAGES.items():
        for start, end in telling.clauses:
            found = phrases.find(telling.forms, start, end)
            asks = telling.tokens[end - 1].text == "?"
            if found and not asks and "nicht" not in telling.forms.keys[max(start, found[0] - 2) : found[1]]:
                return IdeaStage(code)
    return None


def _where(understanding: Understanding) -> tuple[Part, ...]:
    """The places that are named, without those that are named only to be ruled out."""
    heard = understanding.where.candidates
    return tuple(
        Part(one.text, one.start, one.end, _place_name(one.candidates))
        for one in understanding.where.mentions
        if any(place.lies_in(other) or other.lies_in(place) for place in heard for other in one.candidates)
    )


def _place_name(candidates: Sequence[Place]) -> str | None:
    names = {place.place or place.kreis or place.land for place in candidates}
    return names.pop() if len(names) == 1 else None


def _title(telling: Telling) -> Range | None:
    """What the person calls the idea, in quotation marks or behind „wir nennen es“."""
    for start, end in telling.clauses:
        quoted = _quoted(telling, start, end) if cues.NAMING.are_in(telling.forms, start, end) else None
        found = quoted or _bare_name(telling, start, end)
        if found:
            return found
    return None


def _quoted(telling: Telling, start: int, end: int) -> Range | None:
    tokens = telling.tokens
    opening = next((at for at in range(start, end) if tokens[at].text in _QUOTES), end)
    for at in range(opening + 2, end):
        if tokens[at].text in _QUOTES[tokens[opening].text]:
            return (opening + 1, at) if tokens[at].idx - tokens[opening].idx <= _LONGEST_TITLE else None
    return None


def _bare_name(telling: Telling, start: int, end: int) -> Range | None:
    cue = cues.NAMED_BARE.find(telling.forms, start, end)
    if not cue:
        return None
    first = telling.skip(cue[1], end, {":", "="})
    name = range(first, end)
    stop = next((at for at in name if not telling.tokens[at].is_alpha or telling.forms.keys[at] in {"und", "ist"}), end)
    return (first, stop) if first < stop <= first + _MOST_TITLE_WORDS else None


def _part(telling: Telling, place: Range | None, code: str | None = None) -> Part | None:
    """The stretch without the punctuation around it."""
    said = [token for token in telling.tokens[slice(*place)] if _says(token)] if place else []
    if not said:
        return None
    start, end = said[0].idx, said[-1].idx + len(said[-1])
    return Part(telling.text[start:end], start, end, code)


def _says(token: Token) -> bool:
    return any(letter.isalnum() for letter in token.text) or token.text in "„“”»«\"()"
