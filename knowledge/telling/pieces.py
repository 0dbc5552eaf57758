"""The pieces of a clause between its commas and joining words, for rules that look at one statement at a time."""
from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Collection, Sequence

from spacy.tokens import Doc, Token

from knowledge.clauses import words as w
from knowledge.clauses import clauses_of
from knowledge.telling import cues
from knowledge.telling.phrases import WordForms

_MARKS = frozenset(",;:–—.!?")
_OPENERS = w.SUBORDINATING | w.RELATIVE | w.QUESTION | frozenset({"daß", "um", "ohne"})
_NEAR = 5
"""Words within which a joined statement shows its verb."""
_LATEST_VERB = 3
"""Words: with a verb so early, „die“ and „da“ begin a main clause („die kommen nicht mehr“)."""


@dataclass(frozen=True)
class Piece:
    """Words `start` to `end` (exclusive) of a message, without the punctuation and the word that joins them.

    `before`: where the comma or the joining word stands. `opener`: that word („weil“, „und“, „dass“), else empty.
    `is_main`: it is a main clause of its own. `has_verb`: it has a verb, as far as forms tell.
    """

    start: int
    end: int
    before: int
    opener: str
    is_main: bool = True
    has_verb: bool = True


@dataclass(frozen=True)
class Telling:
    """A message with its words, its clauses and their pieces; clauses and pieces are counted in `tokens`."""

    text: str
    tokens: tuple[Token, ...]
    forms: WordForms
    clauses: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[Piece, ...], ...]

    @classmethod
    def of(cls, doc: Doc) -> Telling:
        """The clauses of `doc` that are looked at (see `clauses_of`), cut further."""
        spans = [[token for token in span if not token.is_space] for span in clauses_of(doc)]
        tokens = tuple(token for span in spans for token in span)
        forms = WordForms.of(tokens, cues.KNOWN)
        ends = list(accumulate(len(span) for span in spans))
        clauses = tuple(zip([0, *ends], ends))
        return cls(doc.text, tokens, forms, clauses, tuple(pieces_of(tokens, forms, *clause) for clause in clauses))

    def skip(self, at: int, end: int, words: Collection[str]) -> int:
        """The first word from `at` that is none of `words`, or `end`."""
        return next((one for one in range(at, end) if self.forms.keys[one] not in words), end)


def pieces_of(tokens: Sequence[Token], forms: WordForms, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of the clause from word `start` to `end`, in order; none is empty."""
    cuts = [start]
    for at in range(start + 1, end):
        needs = forms.keys[at] in cues.FIRST_PERSON and forms.keys[at - 1] not in cues.TELLERS | w.JOINING
        if tokens[at - 1].text in _MARKS or forms.keys[at] == "weil" or needs or _joins(tokens, forms, at, end):
            cuts.append(at)
    found = (_piece(tokens, forms, first, last) for first, last in zip(cuts, [*cuts[1:], end]))
    return tuple(piece for piece in found if piece.end > piece.start)


def _joins(tokens: Sequence[Token], forms: WordForms, at: int, end: int) -> bool:
    """Whether a joining word at `at` begins a statement with a verb that says something of a problem."""
    if forms.keys[at] not in w.JOINING:
        return False
    stop = next((one for one in range(at + 1, end) if tokens[one].text in _MARKS or forms.keys[one] in w.JOINING), end)
    has_verb = any(looks_like_verb(tokens[one], forms.keys[one]) for one in range(at + 1, min(at + 1 + _NEAR, stop)))
    return has_verb and cues.PROBLEM.are_in(forms, at + 1, stop)


def _piece(tokens: Sequence[Token], forms: WordForms, first: int, end: int) -> Piece:
    start, opener, before = first, "", first
    if forms.keys[first] in w.JOINING | cues.REASON:
        start, opener = first + 1, forms.keys[first]
    if first and tokens[first - 1].text in _MARKS:
        before = first - 1
    while end > start and tokens[end - 1].text in _MARKS:
        end -= 1
    opening = forms.keys[start] if start < end else ""
    verbs = [at for at in range(start, end) if looks_like_verb(tokens[at], forms.keys[at], at == end - 1)]
    is_early = bool(verbs) and verbs[0] <= start + _LATEST_VERB and verbs[0] < end - 1
    subordinate = opening in _OPENERS and not (opening in w.RELATIVE | {"da"} and is_early)
    has_verb = any(looks_like_verb(tokens[at], forms.keys[at], is_last=True) for at in range(start, end))
    is_main = bool(verbs) and not subordinate
    return Piece(start, end, before, opener or (opening if subordinate else ""), is_main, has_verb)


def looks_like_verb(token: Token, key: str, is_last: bool = False) -> bool:
    """Whether a word may be a finite verb, by its form alone; `is_last`: even if it looks like an infinitive."""
    if key in w.VERBS or key in cues.WANTING:
        return True
    if key in w.NO_VERBS or not token.is_alpha or not token.text.islower():
        return False
    lemma = token.lemma_
    return lemma[:1].islower() and lemma.endswith(("en", "ln", "rn")) and (is_last or lemma != token.text)
