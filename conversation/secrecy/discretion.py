"""What of a talk may be written down, in every channel: no secret code, and no personal data that nobody asked for.

Asked for is what a form waits for, what comes with a wish to be called, and what comes with number and code of a case.
Everything here blocks.
"""
from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Callable, Iterable, Sequence

from conversation.drafts import DraftStore
from conversation.incoming import IncomingMessage
from conversation.messages import Answer
from conversation.secrecy.call_wish import gives_number_for_call
from conversation.secrecy.finding_codes import find_codes, names_a_case
from conversation.secrecy.kept_codes import Halves, KeptCodes, marks_in, with_marks_said
from conversation.secrecy.unasked import FindNames, mask_unasked, masked_kinds, says_no_more
from storage import StorageError
from wording.unasked import NO_LONGER_SHOWN, note_in, nothing_else_said, with_note

log = logging.getLogger(__name__)

_SAYS_NUMBERS_ITSELF = "CRISIS"


class Discretion:
    """Decides what is kept. `find_names` finds names of persons in a text."""

    def __init__(self, drafts: DraftStore, codes: KeptCodes, find_names: FindNames) -> None:
        self._drafts = drafts
        self._codes = codes
        self._find_names = find_names

    def received(self, message: IncomingMessage) -> tuple[IncomingMessage, str]:
        """The message as it may be stored, and its words as they were typed, but without codes.

        The second stay in memory: only when it is their turn is it known whether a form waits for them.
        """
        if message.words.startswith("/"):
            return message, message.words
        words, halves = _without_codes(message.words)
        return replace(message, words=self.words_for(message.key, words), halves=halves), words

    def words_for(self, key: str, words: str) -> str:
        """The words for Rasa, which keeps them: masked, unless they are asked for just now."""
        if words.startswith("/"):
            return words
        masked = mask_unasked(words, self._find_names)
        return words if masked == words or self._is_asked_for(key, words) else masked

    def answer_to(self, words: str) -> tuple[Answer, ...]:
        """What is said to words of which nothing is left to answer; empty if Rasa is to be asked."""
        return (Answer.of(nothing_else_said()),) if says_no_more(words) else ()

    def shown(self, key: str, answers: Sequence[Answer], now: datetime) -> tuple[Answer, ...]:
        """The answers with their codes, as long as these may be shown; raises StorageError."""
        return tuple(self._shown(key, one, now) if marks_in(one.text) else one for one in answers)

    def told(self, words: str, answers: Sequence[Answer], earlier: Callable[[], Iterable[Answer]]) -> tuple[Answer, ...]:
        """The answers to `words`, the first of which says what was masked in them, once for each kind of data.

        `earlier` gives the answers of the conversation so far; it is asked only if something was masked.
        """
        kinds = masked_kinds(words)
        if not kinds or not answers or any(one.outcome == _SAYS_NUMBERS_ITSELF for one in answers):
            return tuple(answers)
        said = {kind for one in earlier() for kind in note_in(one.text)}
        first, *others = answers
        return (with_note(first, [kind.value for kind in kinds if kind.value not in said]), *others)

    def _shown(self, key: str, answer: Answer, now: datetime) -> Answer:
        text = self._codes.filled_in(key, answer.text, now)
        return replace(answer, text=with_marks_said(text, NO_LONGER_SHOWN))

    def _is_asked_for(self, key: str, words: str) -> bool:
        if marks_in(words) and names_a_case(words) or gives_number_for_call(words):
            return True
        try:
            draft = self._drafts.latest(key)
        except StorageError as error:
            log.warning("Ob ein Formular wartet, ist nicht nachzusehen (%s); die Angaben werden geschwärzt.",
                        type(error).__name__)  # fmt: skip
            return False
        return draft is not None and not draft.has_ended and not draft.resting


def _without_codes(words: str) -> tuple[str, tuple[Halves, ...]]:
    """`words` with marks for the codes in them, and what the marks open."""
    pieces, halves, last = [], [], 0
    for start, end in find_codes(words):
        halves.append(Halves.of(words[start:end]))
        pieces += [words[last:start], halves[-1].mark]
        last = end
    return "".join([*pieces, words[last:]]), tuple(halves)
