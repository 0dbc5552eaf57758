"""Whether a time that a message names is wanted or ruled out: „nicht montags“, „vormittags muss ich arbeiten“.

German negates before („nicht am Montag“, „außer mittwochs“) and behind („Montag kann ich nicht“), and says it without any
negation („bin ich im Urlaub“). The message is cut into clauses, and each is looked at by itself.
"""
from __future__ import annotations

import re
from enum import Enum
from typing import Sequence

from knowledge.folding import fold
from knowledge.times.meanings import Minutes, TimeMention


class Polarity(Enum):
    """What somebody says of a time."""

    WANTED = "wanted"
    REFUSED = "refused"
    SPECIFIED = "specified"
    """An hour that only tells more of a refused day („nicht montags vormittags“)."""


_OURS = {ord(sign): " " for sign in "\0\1‹›"}
_MARK = re.compile(r"‹(\d+)([dh])›")
_NOT = r"nicht|nich|nisch|net|ned|nit|ni|nie|niemals|nix|nichts|kein\w*|weder|nimmer|bloss ned"
_LINK = r"(?: ?, ?| und | oder | sowie | noch | ?/ ?| ?& ?)(?:auch )?(?:am |an |an den |im |den |der |die |um )?"
_JOINED = re.compile(rf"‹\d+([dh])›(?:{_LINK}‹\d+\1›(?! ?(?:waere?|geht|ginge|passt|kann|koennte|schon|ja|gern|lieber)\b))+")
_BOUNDARY = re.compile(r"[,;.!?:\n]+|\b(?:aber|sondern|jedoch|dafuer|sonst|weil|da|denn|sonst|ansonsten|stattdessen)\b| - ")
_BEFORE = re.compile(
    rf"\b(?P<not>{_NOT}|auf keinen fall|ausgenommen|ausser|bis auf|ohne)\b"
    r"(?: (?:am|an|den|dem|der|die|im|in|um|so|unbedingt|gerne?|termine?|mehr|erst|unter|diese[rnsm]?|zeit|moeglich|an einem|auch)){0,3} ?$"
)
_ONLY_NEXT = ("ausgenommen", "ausser", "bis auf", "ohne")
_VERB = re.compile(r"\b(?:geht|kann|koennen|passt|klappt|mag|will|darf|habe?|haben|ist|sind|waere?|ich|i)\b")
_BEHIND = re.compile(rf"\b(?:{_NOT})\b")
_BUSY = re.compile(
    r"\b(?:arbeite[nt]?|schaff[en]?|im urlaub|in urlaub|urlaub hab\w*|verreist|weg|unterwegs|krank|nicht da|auf arbeit|schicht|im dienst|"
    r"schlecht\w*|unguenstig|unmoeglich|schwierig|bloed|doof|belegt|ausgebucht|verhindert|beschaeftigt|dicht|"
    r"im krankenhaus|auf reha|zur kur|hab(?:e|en)? (?:ich|wir) (?:schon )?(?:was|etwas|einen termin|termine|schule|unterricht|training|probe)|"
    r"muss (?:ich|i)|muessen wir)\b"
)


def polarities(text: str, mentions: Sequence[TimeMention]) -> tuple[Polarity, ...]:
    """For each of `mentions`, in their order, what `text` says of it."""
    said = [Polarity.WANTED] * len(mentions)
    marked = _marked(text, mentions)
    was_neither = False
    for clause in _clauses(marked):
        found = list(_MARK.finditer(clause))
        if was_neither and re.match(r"\W*noch\b", clause):
            clause = "nicht" + clause.replace("noch", "", 1)
            found = list(_MARK.finditer(clause))
        for at, polarity in _in_clause(clause, found):
            said[at] = polarity
        was_neither = "weder" in clause
    return tuple(said)


def _marked(text: str, mentions: Sequence[TimeMention]) -> str:
    """`text` folded, each mention written as ‹number and kind›."""
    text = text.translate(_OURS)
    pieces, done = [], 0
    for at, one in enumerate(mentions):
        kind = "h" if isinstance(one.meaning, Minutes) else "d"
        pieces += (text[done : one.start], f"\0{at}{kind}\1")
        done = one.end
    folded = fold("".join([*pieces, text[done:]]))
    return " ".join(folded.replace("\0", "‹").replace("\1", "›").split(" "))


def _clauses(marked: str) -> list[str]:
    """Cut at punctuation and „aber“, except between times of one list („nicht montags, dienstags und freitags“)."""
    whole = [one.span() for one in _JOINED.finditer(marked)]
    cuts = [one.span() for one in _BOUNDARY.finditer(marked) if not any(a <= one.start() < b for a, b in whole)]
    clauses, done = [], 0
    for start, end in cuts:
        clauses.append(marked[done:start])
        done = end
    return [*clauses, marked[done:]]


def _in_clause(clause: str, found: Sequence[re.Match[str]]):
    """The places of a clause that are not wanted."""
    groups = _runs(clause, found)
    refused = set()
    for number, run in enumerate(groups):
        lead = clause[groups[number - 1][-1].end() if number else 0 : run[0].start()]
        negator = _BEFORE.search(lead)
        if negator and not (number and _VERB.search(lead[: negator.start()])):
            refused.add(number)
            if negator["not"] not in _ONLY_NEXT:
                refused |= _specified_after(groups, number)
    last = clause[found[-1].end() :] if found else ""
    first = clause[: found[0].start()] if found else ""
    if not refused and found:
        refused = _refused_behind(clause, groups, first, last)
    has_day = {number for number in refused if groups[number][0][2] == "d"}
    for number in refused:
        is_detail = groups[number][0][2] == "h" and {number - 1, number + 1} & has_day
        for one in groups[number]:
            yield int(one[1]), Polarity.SPECIFIED if is_detail else Polarity.REFUSED


def _refused_behind(clause: str, groups: list, first: str, last: str) -> set[int]:
    """Times before a „nicht“, or of which it is said that somebody is busy then; both together cancel each other."""
    plain = _MARK.sub(" ", clause)
    is_denied = any(_BEHIND.search(clause[run[-1].end() :]) for run in groups) or bool(_BEHIND.search(first))
    is_busy = bool(_BUSY.search(plain))
    if is_denied == is_busy:
        return set()
    if is_busy:
        return set(range(len(groups)))
    behind = [number for number, run in enumerate(groups)
              if _BEHIND.search(clause[run[-1].end() : groups[number + 1][0].start() if number + 1 < len(groups) else len(clause)])]  # fmt: skip
    return set(range(max(behind) + 1)) if behind else set(range(len(groups)))


def _specified_after(groups: list, number: int) -> set[int]:
    """Hours that follow a refused day at once belong to it."""
    following = number + 1
    is_day = groups[number][0][2] == "d"
    return {following} if is_day and following < len(groups) and groups[following][0][2] == "h" else set()


def _runs(clause: str, found: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Times of one kind that stand in a list, together."""
    runs: list[list[re.Match[str]]] = []
    for one in found:
        if runs and runs[-1][-1][2] == one[2] and re.fullmatch(_LINK, clause[runs[-1][-1].end() : one.start()]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs
