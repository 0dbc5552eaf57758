"""The tokens of a message with what each of them can be, for finding where its clauses begin."""
from __future__ import annotations

from typing import Iterator

from spacy.tokens import Token

from knowledge.clauses import words as w

_LONGEST_QUOTE = 60
"""In tokens; a quotation mark that closes nothing within this reach protects nothing."""
_FARTHEST_VERB = 7
"""In tokens behind a question word: „wie viele Stunden im Monat sind …“."""
_CLOSING = {"„": "“”\"", "“": "”", "»": "«", "«": "»", "(": ")", "[": "]", '"': '"'}


class ClauseTokens:
    """Tokens without spaces; every question about them is asked by their number, which may lie outside.

    `keys` holds for each the word that it means (`clause_words.KNOWN`), `protected` the numbers of those in quotation
    marks or brackets: what is said there belongs to the clause around it.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.keys = [w.KNOWN.key(token.text) for token in tokens]
        self._verb = [self._looks_like_verb(at) for at in range(len(tokens))]
        self.protected = self._quoted()

    def begins_sentence(self, at: int) -> bool:
        """Whether a sentence or a line of a list begins here."""
        if at in self.protected:
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.is_sent_start and before.text[-1] in ".!?…":
            return True
        if before.text[-1] == "." and len(before) > 3 and before.text[0].isdigit() and token.text[0].isupper():
            return True  # „8000. Wer …“, which the tokenizer takes for an ordinal number
        gap = self._gap(at)
        return "\n" in gap and (gap.count("\n") > 1 or token.text in "-–*•" or token.text.rstrip(".)").isdigit())

    def is_question(self, at: int) -> bool:
        """Whether question word and finite verb follow („wo gibt“, „an wen muss“, „wie viele Stunden sind“)."""
        if self.key(at) in w.BEFORE_QUESTION and self.key(at + 1) in w.QUESTION:
            at += 1
        if self.key(at) not in w.QUESTION:
            return False
        inverts = self.key(at + 2) in {"ich", "wir", "man"} and self.key(at + 1) not in w.SUBJECTS | w.QUESTION
        if self.is_verb(at + 1) or inverts:  # but „wer will, kann kommen“, „wer kann und mag“
            goes_on = self.text(at + 2) != "," and self.key(at + 2) not in w.JOINING
            return goes_on or self.key(at) not in {"wer", "was"}
        is_open = self.key(at) in w.OPEN_QUESTION or self.key(at + 1) in w.DEGREES
        if not is_open or self.key(at + 1) in w.SUBJECTS:
            return False
        for one in range(at + 2, min(at + _FARTHEST_VERB, len(self.keys))):
            if self.tokens[one].is_punct:
                return False
            if self.keys[one] in w.VERBS:
                return not self.ends(one + 1)
        return False

    def is_subordinate(self, first: int) -> bool:
        """Whether a subordinate clause begins at `first`, as far as its first words tell."""
        while self.key(first) in w.JOINING | {"hallo", "also", "ja", "und"}:
            first += 1
        key, is_behind_comma = self.key(first), first > 0 and self.text(first - 1) == ","
        if key in w.QUESTION or key in w.BEFORE_QUESTION and self.key(first + 1) in w.QUESTION:
            return not self.is_question(first)
        if key == "da" or key == "als":
            return not self.is_verb(first + 1)
        if key in w.RELATIVE and is_behind_comma:
            return not self.is_verb(first + 1)
        is_relative = is_behind_comma and key in w.BEFORE_QUESTION and self.key(first + 1) in w.RELATIVE
        return key in w.SUBORDINATING or is_relative

    def is_complete(self, start: int, at: int) -> bool:
        """Whether a main clause with its verb stands from `start` to `at`."""
        main = ((first, end) for first, end in self._segments(start, at) if not self.is_subordinate(first))
        return any(self.has_verb(first, end) for first, end in main)

    def _segments(self, start: int, at: int) -> Iterator[tuple[int, int]]:
        marks = [one for one in range(start, at) if self.text(one) in w.SOFT_MARKS]
        yield from zip([start, *(mark + 1 for mark in marks)], [*marks, at])

    def segment(self, start: int, at: int) -> int:
        """Where the part between two commas begins that ends right before `at`."""
        parts = [first for first, end in self._segments(start, at) if first < end]
        return max(parts[-1] if parts else start, at - 8)

    def after_joining(self, start: int, at: int) -> int:
        """Where the part begins that ends right before `at`, behind the last comma or joining word."""
        ends = (one for one in range(at - 1, start, -1) if self.key(one) in w.JOINING or self.text(one) in w.SOFT_MARKS)
        return next((one + 1 for one in ends), start)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether one of the words from `start` to `end` looks like a verb."""
        return any(self._verb[start:end])

    def content(self, start: int, end: int) -> int:
        """How many words from `start` to `end` say more than a greeting."""
        return sum(1 for one in range(start, end) if self.tokens[one].is_alpha and self.keys[one] not in w.COURTESY)

    def mark_before(self, at: int) -> bool:
        """Whether a comma, a dash or a new line stands before `at`."""
        return self.text(at - 1) in w.SOFT_MARKS or "\n" in self._gap(at)

    def _gap(self, at: int) -> str:
        """The spaces before `at` that are tokens of their own."""
        first, behind = self.tokens[at - 1].i + 1, self.tokens[at].i
        return "" if first == behind else self.tokens[at].doc[first:behind].text

    def begins_with(self, at: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
        """Whether one of `phrases` stands at `at`."""
        return any(self.has_phrase(at, phrase) for phrase in phrases)

    def has_phrase(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether `phrase` stands at `at`."""
        return tuple(self.keys[at : at + len(phrase)]) == phrase

    def ends(self, at: int) -> bool:
        """Whether the message, or a part of it that a mark closes, is over before `at`."""
        return at >= len(self.keys) or self.text(at) in w.END_MARKS

    def text(self, at: int) -> str:
        """The token as it is written; empty outside."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def key(self, at: int) -> str:
        """The word that the token means; empty outside."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def is_verb(self, at: int) -> bool:
        """Whether the token can be a finite verb."""
        return 0 <= at < len(self._verb) and self._verb[at]

    def _looks_like_verb(self, at: int) -> bool:
        key, token = self.keys[at], self.tokens[at]
        if key in w.VERBS:
            return True
        if key in w.NO_VERBS or not token.is_alpha:
            return False
        if not token.text.islower():
            return token.is_sent_start is True and key.endswith("en") and self.key(at + 1) in w.SUBJECTS
        lemma = token.lemma_
        if key.endswith("e") and "ich" not in (self.key(at - 1), self.key(at + 1)):
            return False
        if key.startswith("ge") and key.endswith("t") and not lemma.startswith("ge"):
            return False
        return lemma[:1].islower() and lemma.endswith(("en", "ln", "rn")) and lemma not in w.NO_VERBS

    def _quoted(self) -> frozenset[int]:
        """The tokens within quotation marks or brackets: what is said there belongs to the clause around it."""
        inside: set[int] = set()
        for at, token in enumerate(self.tokens):
            closing = _CLOSING.get(token.text)
            if closing and at not in inside:
                reach = range(at + 1, min(at + _LONGEST_QUOTE, len(self.tokens)))
                end = next((one for one in reach if self.tokens[one].text in closing), None)
                inside.update(range(at + 1, end + 1) if end else ())
        return frozenset(inside)

