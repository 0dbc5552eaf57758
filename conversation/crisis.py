"""Words of acute need, found before anything else happens with a message.

A pure function over closed lists: it works when Rasa and the database are down, inside a form and for whoever has used
up a limit. It is the first net; the classifier is the second. Rather a false alarm than a missed one, but nobody with
an idea for suicide prevention or an emergency bracelet should be handed a crisis number.
"""
from __future__ import annotations

import re
import unicodedata
from enum import Enum

from conversation import crisis_phrases as german, crisis_phrases_abroad as abroad


class CrisisKind(Enum):
    """What is wrong, each with the contact records that help, the most urgent first.

    The police (110) has no record in the facts; the wording names it beside the records of VIOLENCE and CHILD.
    """

    LIFE_DANGER = ("kon-notruf-112",)
    SUICIDE = ("kon-notruf-112", "kon-telefonseelsorge")
    CHILD = ("kon-notruf-112", "kon-nummer-gegen-kummer", "kon-hilfetelefon-gewalt-frauen")
    VIOLENCE = ("kon-notruf-112", "kon-hilfetelefon-gewalt-frauen")
    MEDICAL = ("kon-bereitschaftsdienst-116117", "kon-notruf-112")

    @property
    def record_ids(self) -> tuple[str, ...]:
        return self.value


def find_crisis(text: str) -> CrisisKind | None:
    """The most urgent need that `text` names, or None. Looks at the whole text, whatever its length."""
    sentences = _HARMLESS.sub(" .", _corrected(_normalised(_without_titles(text))))
    sentences = _REPORTED.sub(" .", sentences)
    told = None
    for kind in CrisisKind:
        felt, seen = _PATTERNS[kind]
        if felt.search(sentences):
            return kind
        if seen is not None:
            told = _only_facts(sentences) if told is None else told
            if seen.search(told):
                return kind
    return None


def fold(text: str) -> str:
    """Lower case without accents, `ä`, `ae` and `a` alike, doubled letters once: what hasty typing keeps."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold().replace("ı", "i"))
    plain = "".join(one for one in plain if not unicodedata.combining(one)).replace("ł", "l").replace("ـ", "")
    for digraph, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(digraph, letter)
    return _DOUBLED.sub(r"\1", plain)


_DOUBLED = re.compile(r"([^\W\d_])\1+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_SENTENCE_ENDS = re.compile(r"[.!?;…؟]+|\n\s*\n")
_NO_WORDS = re.compile(r"[^\w.]+|_+")
_IN_QUOTES = re.compile(rf"\b{german.TITLED}\b[^.!?]{{0,40}}?[„\"“»‚]([^„\"“”«»]{{1,100}})[“”\"«‘]", re.IGNORECASE)


def _without_titles(text: str) -> str:
    """A play called „Ich will nicht mehr leben“ is a title, no cry."""
    return _IN_QUOTES.sub(" ", text)


def _normalised(text: str) -> str:
    """Folded words, each with one space before it, sentences between ` .`."""
    marked = _SENTENCE_ENDS.sub(" . ", _APOSTROPHES.sub("", text))
    words = _NO_WORDS.sub(" ", fold(marked)).strip(" ")
    return f" . {words} ."


def _word_pattern(word: str) -> str:
    if word == "~":
        return r"(?: \w+){0,3}"
    if word == "^":
        return r" \."
    if word.endswith("?"):
        return f"(?:{_word_pattern(word[:-1])})?"
    choices = []
    for choice in word.split("|"):
        spelled = german.WORD_SETS.get(choice, choice)
        choices += [r"\." if one == "$" else fold(one).replace("*", r"\w*") for one in spelled.split("|")]
    return f" (?:{'|'.join(dict.fromkeys(choices))})"


def _pattern(*lists: str) -> re.Pattern[str]:
    """All lines as one pattern; those that begin alike share their begin, which makes the search four times faster."""
    endings: dict[str, list[str]] = {}
    for phrase in (line for lines in lists for line in lines.strip().splitlines()):
        words = [_word_pattern(word) for word in phrase.split()]
        endings.setdefault("".join(words[:2]), []).append("".join(words[2:]))
    starts = (f"{start}(?:{'|'.join(rest)})" for start, rest in endings.items())
    return re.compile(f"(?:{'|'.join(starts)})(?![^ ])")


_HARMLESS = _pattern(german.HARMLESS)
_REPORTED = re.compile(_pattern(german.REPORTED).pattern + r"[^.]*")
_CONDITION = _pattern(german.CONDITION)
_PROJECT = _pattern(german.PROJECT)
_MINE = _pattern("MEINE")
_PATTERNS = {
    CrisisKind.LIFE_DANGER: (_pattern(german.FELT_LIFE_DANGER, abroad.LIFE_DANGER), _pattern(german.SEEN_LIFE_DANGER)),
    CrisisKind.SUICIDE: (_pattern(german.FELT_SUICIDE, abroad.SUICIDE), None),
    CrisisKind.CHILD: (_pattern(german.FELT_CHILD, abroad.CHILD), _pattern(german.SEEN_CHILD)),
    CrisisKind.VIOLENCE: (_pattern(german.FELT_VIOLENCE, abroad.VIOLENCE), _pattern(german.SEEN_VIOLENCE)),
    CrisisKind.MEDICAL: (_pattern(german.FELT_MEDICAL, abroad.MEDICAL), _pattern(german.SEEN_MEDICAL)),
}


def _only_facts(sentences: str) -> str:
    """Without the sentences that speak of what might happen: "wenn die Oma stürzt, soll die App Alarm geben"."""
    return " .".join(one for one in sentences.split(" .") if not _is_supposed(one)) + " ."


def _is_supposed(sentence: str) -> bool:
    if not _CONDITION.search(sentence):
        return False
    return bool(_PROJECT.search(sentence)) or not _MINE.search(sentence)


def _shorter_by_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


def _long_words(*lists: str) -> dict[str, str]:
    """Each long word of the lists under all its spellings with one letter missing (the SymSpell idea)."""
    words = {fold(word) for lines in lists for word in re.findall(r"[^\W\d_]{6,}(?![*\w])", lines)}
    return {spelling: word for word in sorted(words) for spelling in _shorter_by_one(word)}


_SPELLINGS = _long_words(
    german.FELT_LIFE_DANGER, german.SEEN_LIFE_DANGER, german.FELT_SUICIDE, german.FELT_VIOLENCE, german.FELT_CHILD,
    german.WORD_SETS["SCHLÄGT"], german.WORD_SETS["GESCHLAGEN"], german.WORD_SETS["UMBRINGEN"],
)  # fmt: skip
_ORDINARY = {fold(word) for word in german.ORDINARY.split()} | set(_SPELLINGS.values())


def _corrected(words: str) -> str:
    """Long words that miss a listed one by a single slip (left out, added, changed, swapped) become that word."""
    return re.sub(r"[^\W\d_]{6,}", lambda found: _nearest(found.group()), words)


def _nearest(word: str) -> str:
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
