"""Hasty, hidden, spoken and misspelled words made equal to those of the crisis lists."""
from __future__ import annotations

import re
import unicodedata

from conversation.crisis.phrases import KEY_WORDS, ORDINARY, RUN_TOGETHER, SPOKEN


def fold(text: str) -> str:
    """Lower case without accents, `ä`, `ae` and `a` alike, doubled letters once: what hasty typing keeps."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold().replace("ı", "i"))
    plain = "".join(one for one in plain if not unicodedata.combining(one)).replace("ł", "l").replace("ـ", "")
    for digraph, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(digraph, letter)
    return _DOUBLED.sub(r"\1", plain)


def spoken(words: str) -> str:
    """Folded words with those of dialect and haste as the lists write them."""
    return _WORD.sub(lambda found: _LISTED_FOR.get(found.group(), found.group()), words)


def normalised(text: str) -> str:
    """Folded words, each with one space before it, sentences between ` .`."""
    text = _WHOM.sub("wem", text)
    bare = _APOSTROPHES.sub("", "".join(one for one in text if unicodedata.category(one) != "Cf"))
    bare = _SPACED_OUT.sub(lambda found: _NO_LETTERS.sub("", found.group()), bare)
    bare = _DIGIT_AS_LETTER.sub(lambda found: _LETTER_OF[found.group()], bare)
    words = _NO_WORDS.sub(" ", fold(_SENTENCE_ENDS.sub(" . ", bare))).strip(" ")
    return f" . {words} ."


def as_listed(words: str) -> str:
    """Normalised words in the spelling of the lists: dialect, missing blanks, one slip in a long word."""
    return _WORD.sub(lambda found: _as_listed(found.group()), words)


_DOUBLED = re.compile(r"([^\W\d_])\1+")
_WORD = re.compile(r"[^\W\d_]+")
_WHOM = re.compile(r"\bwen\b", re.IGNORECASE)
"""Folded it would read like "wenn", and who asks whom to call tells no condition."""
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_SENTENCE_ENDS = re.compile(r"[.!?;…؟]+|\n\s*\n")
_NO_WORDS = re.compile(r"[^\w.]+|_+")
_SPACED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[\s.*_·-]{1,2}[^\W_](?![^\W_])){3,}")
"""Four or more single letters in a row: "s u i z i d", "S.U.I.Z.I.D"."""
_NO_LETTERS = re.compile(r"[\W_]+")
_DIGIT_AS_LETTER = re.compile(r"(?<=[^\W\d_])[013457@$](?=[^\W\d_])")
_LETTER_OF = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_LISTED_FOR = {fold(one): fold(listed) for listed, many in SPOKEN.items() for one in many.split()}
_RUN_TOGETHER = {
    spoken(fold(sentence)).replace(" ", ""): spoken(fold(sentence)) for sentence in RUN_TOGETHER.split("|")
}
_RUN = re.compile("|".join(sorted(_RUN_TOGETHER, key=len, reverse=True)))


def _as_listed(word: str) -> str:
    listed = _LISTED_FOR.get(word)
    if listed:
        return listed
    if len(word) >= 9:
        run = _RUN.search(word)
        if run:
            return _RUN_TOGETHER[run.group()]
    return _nearest(word) if 6 <= len(word) <= _LONGEST_KEY else word


def _shorter_by_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


_KEYS = {fold(word) for word in KEY_WORDS.split()}
_SPELLINGS = {spelling: word for word in sorted(_KEYS) for spelling in _shorter_by_one(word)}
"""Each key word under all its spellings with one letter missing (the SymSpell idea)."""
_LONGEST_KEY = max(map(len, _KEYS)) + 1
_ORDINARY = {fold(word) for word in ORDINARY.split()} | _KEYS


def _nearest(word: str) -> str:
    """A word that misses a key word by a single slip (left out, added, changed, swapped) becomes that word."""
    if word in _ORDINARY:
        return word
    for spelling in sorted(_shorter_by_one(word)):
        listed = _SPELLINGS.get(spelling)
        if listed and _one_slip_apart(word, listed):
            return listed
    return word


def _one_slip_apart(one: str, other: str) -> bool:
    """Another ending is no slip but another form: "wir kriegen" is not "ich kriege"."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    if max(len(one), len(other)) <= 1:
        return False
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
