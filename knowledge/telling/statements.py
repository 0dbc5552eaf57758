"""Which words of a message tell the idea, and which the problem behind it."""
from __future__ import annotations

from typing import Sequence

from knowledge.telling import cues
from knowledge.telling.people import Range, teller
from knowledge.telling.pieces import Piece, Telling, looks_like_verb

_NAMED, _WANTED = 2, 1
"""How sure an idea is: „unsere Idee ist …“ tells it plainer than „wir möchten …“."""
_OWNING = frozenset({"haben", "habe", "hab", "hend", "haette", "haetten", "ham"})
_EQUATING = frozenset({"ist", "waere", "war", "waer"})
_NOTHING_TOLD = frozenset({"es", "nicht", "da", "nur", "noch", "erst", "fertig"})
_SUBORDINATE = frozenset({"dass", "die", "weil", "das", "wenn", "was"})
_ANYBODY = frozenset({"man", "es", "mor", "mr", "ma"})
_INTRODUCING = frozenset({"und", "hallo", "also", "aber", "deshalb", "darum", "drum", "daher", "nun", "jetzt"})
_FEWEST = 2
"""Words: „wir wollen“ with less behind it tells no idea."""
_CLOSEST_NAME = 12
"""Words: a clause with a name and so little behind it only says what the idea is called."""


def idea_of(telling: Telling, taken: Sequence[Range]) -> Range | None:
    """The first idea that is named as one, else the first that somebody wants.

    `taken`: the words that tell who speaks and what the idea is called.
    """
    found = [_idea_in(telling, index, taken) for index in range(len(telling.clauses))]
    best = max((one for one in found if one), key=lambda one: one[0], default=None)
    return best[1] if best else None


def _idea_in(telling: Telling, index: int, taken: Sequence[Range]) -> tuple[int, Range] | None:
    start, end = telling.clauses[index]
    named = _behind_name(telling, start, end)
    names = any(start <= place[0] and place[1] <= end and _names(telling, place, end) for place in taken)
    if names and (named is None or telling.tokens[named - 1].text != ":"):
        return None
    first = _behind_wish(telling, start, end) if named is None else named
    if first is None:
        return None
    if first >= end:
        return _next_clause(telling, index)
    if named is None and (back := _pointed_at(telling, index, first)):
        return _WANTED, back
    stop = next((one.before for one in telling.pieces[index] if one.before > first and _tells_else(telling, one)), end)
    if named is None and sum(token.is_alpha for token in telling.tokens[first:stop]) < _FEWEST:
        return None
    return (_WANTED if named is None else _NAMED), (first, stop)


def _pointed_at(telling: Telling, index: int, wish: int) -> Range | None:
    """What „…, das möchten wir probieren“ points back at: the clause before, or its own begin."""
    start, end = telling.clauses[index]
    for piece in telling.pieces[index]:
        if piece.end <= wish - 1 or piece.start > wish:
            continue
        points = telling.forms.keys[piece.start] in cues.POINTING_BACK
        if not points or not cues.WANTING & set(telling.forms.keys[piece.start + 1 : piece.start + 3]):
            return None
        if piece.start > start + 1:
            return start, piece.before
        before = telling.clauses[index - 1] if index else None
        return None if before is None or telling.tokens[before[1] - 1].text == "?" else before
    return None


def _behind_name(telling: Telling, start: int, end: int) -> int | None:
    """Where the idea begins behind „unsere Idee ist“ or „was haltet ihr davon:“; `end` if the next clause tells it."""
    forms, keys, tokens = telling.forms, telling.forms.keys, telling.tokens
    phrase = cues.IDEA_PHRASES.find(forms, start, end)
    if phrase and (keys[phrase[0]] != "und" or cues.IDEA_NOUNS.are_in(forms, start, phrase[0])):
        return telling.skip(phrase[1], end, {",", ":", "wenn"})
    noun = cues.IDEA_NOUNS.find(forms, start, end)
    if not noun:
        return _colon(telling, start, end) if cues.PRESENTED.are_in(forms, start, end) else None
    first, at = noun
    colon = _colon(telling, start, end)
    if colon:
        return colon
    behind = keys[at] if at < end else ""
    if behind in _EQUATING and at + 1 < end and keys[at + 1] in _NOTHING_TOLD:
        return None
    if behind in {":", "–", "-"} | _EQUATING:
        return telling.skip(at + 1, end, {",", ":", "folgende", "folgendes"})
    if behind == "," and not cues.NO_IDEA.are_in(forms, start, first):
        return at + 1
    if at == end or at + 1 == end and not tokens[at].is_alpha:
        return end if first == start or _OWNING & set(keys[start:first]) else None
    wants = any(key in cues.WANTING for key in keys[start : at + 1])
    wants = wants or looks_like_verb(tokens[at], keys[at], is_last=True)
    is_heading = first - start <= 1 and tokens[at].is_alpha and not wants and not cues.NO_IDEA.are_in(forms, start, end)
    return at if is_heading else None


def _colon(telling: Telling, start: int, end: int) -> int | None:
    """Where the idea begins behind a colon („ich möchte einen Vorschlag einreichen: …“)."""
    at = next((one for one in range(start, end) if telling.tokens[one].text == ":"), end)
    presents = cues.IDEA_NOUNS.are_in(telling.forms, start, at) or cues.PRESENTED.are_in(telling.forms, start, at)
    return at + 1 if presents and at + 2 < end else None


def _behind_wish(telling: Telling, start: int, end: int) -> int | None:
    """Where the idea begins behind „wir möchten“ or „man müsste doch bloß“."""
    forms, keys = telling.forms, telling.forms.keys
    is_handed_in_only = not cues.NO_IDEA_BUT.are_in(forms, start, end)
    for at in range(start, end):
        if keys[at] not in cues.WANTING or not _is_own_wish(telling, start, at):
            continue
        comma = next((one for one in range(at, end) if keys[one] == ","), end)
        if is_handed_in_only and cues.NO_IDEA.are_in(forms, start, comma):
            return None
        rule = cues.ONLY_WITH.get(keys[at])
        if rule and not rule.are_in(forms, max(start, at - 1), end):
            continue
        if keys[at] in cues.SUGGESTING:
            skipped = cues.BEHIND_WANTING | {"nicht"}
        elif "nicht" in keys[at + 1 : at + 3]:
            return None
        else:
            skipped = cues.BEHIND_WANTING | (cues.BEHIND_DREAMING if keys[at] in cues.DREAMING else frozenset())
        behind = telling.skip(at + 1, end, skipped)
        if behind < end and keys[behind] in cues.SUGGESTING:  # „haben uns überlegt, man könnte doch …“
            behind = telling.skip(behind + 1, end, skipped)
        return _with_front(telling, start, at, behind) if behind < end else None
    return None


def _is_own_wish(telling: Telling, start: int, verb: int) -> bool:
    """Whether the speaker wants it, not somebody in a subordinate clause."""
    keys = telling.forms.keys
    beside = set(keys[max(start, verb - 1) : verb] + keys[verb + 1 : verb + 2])
    if beside & (cues.TELLERS | _ANYBODY):
        return verb - 2 < start or keys[verb - 2] not in _SUBORDINATE
    if keys[start] in {"und", "ond", "aber"} and verb - start <= 2:
        return True
    told = teller(telling.tokens, telling.forms, start, min(verb + 12, len(keys)))
    return told is not None and told[1] <= verb < start + 15


def _with_front(telling: Telling, start: int, verb: int, behind: int) -> int:
    """Where the idea begins: `behind` the verb, or with what is put in front of it („In der Kirche möchten wir …“)."""
    keys = telling.forms.keys
    first = telling.skip(start, verb, _INTRODUCING)
    is_inverted = verb + 1 < len(keys) and keys[verb + 1] in cues.TELLERS
    has_other = "," in keys[start:verb] or teller(telling.tokens, telling.forms, start, verb)
    return first if is_inverted and verb - first > 1 and not has_other else behind


def _next_clause(telling: Telling, index: int) -> tuple[int, Range] | None:
    """The clause behind „Wir haben eine Idee.“, if it is not of another kind."""
    if index + 1 == len(telling.clauses):
        return None
    start, end = telling.clauses[index + 1]
    asks_or_hands_in = telling.tokens[end - 1].text == "?" or cues.NO_IDEA.are_in(telling.forms, start, end)
    if asks_or_hands_in or _tells_else(telling, Piece(start, end, start, "")):
        return None
    return _NAMED, (_behind_wish(telling, start, end) or start, end)


def _names(telling: Telling, place: Range, end: int) -> bool:
    """Whether a name stands where the idea would: behind „heißt“ or in quotation marks."""
    return telling.forms.keys[max(0, place[0] - 1)] in {"heisst", "„", '"', "»"} and end - place[1] < _CLOSEST_NAME


def _tells_else(telling: Telling, piece: Piece) -> bool:
    """Whether a piece tells a reason, a problem, a need or the stage, so that the idea ends before it."""
    if piece.opener in cues.REASON:
        return True
    if not piece.has_verb and cues.NEEDING.are_in(telling.forms, piece.start, piece.end):
        return True
    stages = (cues.STAGES[stage] for stage in ("idea", "started", "planned"))
    kinds = (cues.IDEA_NOUNS, cues.PROBLEM, cues.NEEDING, *stages)
    return piece.is_main and any(kind.are_in(telling.forms, piece.start, piece.end) for kind in kinds)


def problem_of(telling: Telling, idea: Range | None, taken: Sequence[Range]) -> Range | None:
    """The first run of clauses that say what is wrong, else the reason for the idea; `taken` tells other things."""
    run: Range | None = None
    for (_, end), pieces in zip(telling.clauses, telling.pieces):
        here = None if telling.tokens[end - 1].text == "?" else _problem_in(telling, pieces, idea, taken)
        if run and here and not any(token.is_alpha for token in telling.tokens[run[1] : here[0]]):
            run = run[0], here[1]
        elif run:
            return run
        else:
            run = here
    return run or (_reason(telling, idea) if idea else None)


def _problem_in(telling: Telling, pieces: Sequence[Piece], idea: Range | None, taken: Sequence[Range]) -> Range | None:
    free = [one for one in pieces if not idea or one.end <= idea[0] or one.start >= idea[1]]
    told = [at for at, one in enumerate(free) if _is_problem(telling, one, taken)]
    if not told:
        return None
    first, last = told[0], told[-1]
    while first and _leans_back(telling, free[first]) and free[first - 1].has_verb:
        first -= 1
    while last + 1 < len(free) and not free[last + 1].is_main and free[last + 1].start - free[last].end <= 2:
        last += 1
    return free[first].start, free[last].end


def _leans_back(telling: Telling, piece: Piece) -> bool:
    """Whether a piece needs the one before it: a subordinate clause, or „…, geht hier keiner mehr …“."""
    if piece.opener in cues.REASON:
        return False
    starts_with_verb = looks_like_verb(telling.tokens[piece.start], telling.forms.keys[piece.start])
    return not piece.is_main or starts_with_verb and not piece.opener


def _is_problem(telling: Telling, piece: Piece, taken: Sequence[Range]) -> bool:
    here = piece.start, piece.end
    is_told = cues.PROBLEM.are_in(telling.forms, *here) and not cues.NO_PROBLEM.are_in(telling.forms, *here)
    return is_told and piece.has_verb and not any(here[0] < one[1] and one[0] < here[1] for one in taken)


def _reason(telling: Telling, idea: Range) -> Range | None:
    """What follows „weil“ or „denn“ behind the idea."""
    for pieces in telling.pieces:
        for piece in pieces:
            if piece.opener in cues.REASON and piece.before >= idea[1]:
                return piece.start, pieces[-1].end
    return None
