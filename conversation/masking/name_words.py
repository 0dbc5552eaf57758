"""What a word can be in the name of a person: a first name, a surname, a title, or none of these.

The names are data (`conversation.masking.name_lists`); the rest is told from the dictionary.
"""
from __future__ import annotations

import re
from functools import lru_cache

from conversation.masking.name_lists import NameLists
from knowledge.spelling.dictionary import is_word, lemma
from knowledge.folding import as_usually_written, fold


class Part:
    """What a word may be, as a tag of spaCy. Small letters in a name end with `_SMALL`."""

    FIRST, FIRST_SMALL = "FIRST", "FIRST_SMALL"
    FIRST_OF, CAPITAL_FIRST_SMALL = "FIRST_OF", "CAPITAL_FIRST_SMALL"
    WEAK_FIRST, WEAK_FIRST_SMALL = "WEAK_FIRST", "WEAK_FIRST_SMALL"
    SURNAME, SURNAME_SMALL = "SURNAME", "SURNAME_SMALL"
    WEAK_SURNAME, WEAK_SURNAME_SMALL = "WEAK_SURNAME", "WEAK_SURNAME_SMALL"
    UNKNOWN, UNKNOWN_SMALL = "UNKNOWN", "UNKNOWN_SMALL"
    NOUN, WORD = "NOUN", "WORD"
    INITIAL, ORGANISATION, PLACE, NOTHING = "INITIAL", "ORGANISATION", "PLACE", "NOTHING"


class NameWords:
    """Tells what a word may be in a name. Built once, safe to share."""

    def __init__(self, lists: NameLists, stop_words: frozenset[str]) -> None:
        """`stop_words`: small words in lower case that are never a name."""
        self._lists = lists
        self._stop = stop_words | _SMALL_WORDS
        self.part = lru_cache(maxsize=50_000)(self._part)

    def is_first_name(self, word: str) -> bool:
        """Whether the word, in any case, is a first name and hardly anything else."""
        return fold(word) in self._lists.first

    def is_listed(self, word: str) -> bool:
        """Whether it is a sure first name or surname."""
        return fold(word) in self._lists.first or fold(word) in self._lists.surname

    def _part(self, word: str, shouted: bool) -> str:
        """The tag of a word as it is written. In a text that is `shouted`, all in capitals, these say nothing."""
        if _INITIAL.match(word):
            return Part.INITIAL
        bare = word[length_of_article(word) :]
        if not bare or len(bare) > _LONGEST_WORD or not bare.replace("-", "").replace("’", "").replace("'", "").isalpha():
            return Part.NOTHING
        capital = bare[0].isupper() and not shouted
        if "-" in bare.strip("-"):
            return self._part_of_compound(bare, shouted)
        return self._capitalised(bare) if capital else self._small(bare.lower())

    def _capitalised(self, word: str) -> str:
        key, lists = fold(word), self._lists
        stem = key[:-1] if key.endswith("s") and len(key) > 4 else ""
        acronym = word.isupper() and len(word) > 1
        if (key in lists.first or key in lists.first_capital) and not (acronym and len(word) < 4):
            return Part.FIRST
        if stem in lists.first or stem in lists.first_capital:
            return Part.FIRST_OF
        if key in lists.first_weak:
            return Part.WEAK_FIRST
        if key in lists.surname or (stem in lists.surname and not key.endswith("es")):
            return Part.SURNAME
        if key in lists.surname_weak:
            return Part.WEAK_SURNAME
        if word.lower() in self._stop:
            return Part.NOTHING
        if _ORGANISATION.search(key):
            return Part.ORGANISATION
        if acronym or len(word) < 2 or any(one.isupper() for one in word[1:]):
            return Part.UNKNOWN if _MIXED_NAME.match(word) else Part.NOUN
        return Part.NOUN if _is_noun(word) else Part.UNKNOWN

    def _small(self, word: str) -> str:
        key, lists = fold(word), self._lists
        if word in self._stop:
            return Part.NOTHING
        if key in lists.first:
            return Part.FIRST_SMALL
        if key in lists.surname:
            return Part.SURNAME_SMALL
        if key in lists.first_capital:
            return Part.CAPITAL_FIRST_SMALL
        if key in lists.first_weak:
            return Part.WEAK_FIRST_SMALL
        if key in lists.surname_weak:
            return Part.WEAK_SURNAME_SMALL
        known = len(word) < 3 or not word.isalpha() or _is_noun(word) or _is_inflected(word)
        return Part.WORD if known else Part.UNKNOWN_SMALL

    def _part_of_compound(self, word: str, shouted: bool) -> str:
        """„Anna-Lena“, „Müller-Schmidt“, „Al-Hassan“ are names; „Anne-Frank-Schule“, „Lena-Projekt“ are none."""
        pieces = [self.part(piece, shouted) for piece in word.split("-") if piece]
        last = pieces[-1]
        small = shouted or word[0].islower()
        if all(piece in _FIRST_NAMES for piece in pieces):
            return Part.FIRST_SMALL if small else Part.FIRST
        if last in (Part.NOUN, Part.ORGANISATION, Part.PLACE, Part.WORD, Part.NOTHING):
            return Part.ORGANISATION
        sure = any(piece in _SURE for piece in pieces) or all(piece in _LISTED for piece in pieces)
        if sure or fold(word.split("-")[0]) in _ARABIC:
            return Part.SURNAME_SMALL if small else Part.SURNAME
        if small:
            return Part.UNKNOWN_SMALL
        return Part.UNKNOWN if all(piece[0].isupper() for piece in word.split("-") if piece) else Part.NOUN


def length_of_article(word: str) -> int:
    """How many signs of the word are a short article: two in „d'Rosemarie“, else none."""
    return 2 if _ARTICLE.match(word) else 0


def _is_noun(word: str) -> bool:
    """Whether the dictionary has the word, or both halves of it: „Dorfkümmerer“, „Ehrenamtskarte“."""
    low = as_usually_written(word.lower())
    if is_word(word) or is_word(low):
        return True
    for at in range(4, len(low) - 4):
        head, tail = low[:at], low[at:]
        if is_word(tail) and (is_word(head) or (head[-1] == "s" and is_word(head[:-1]))):
            return True
    return False


def _is_inflected(word: str) -> bool:
    return lemma(word) != word


def is_strange(word: str) -> bool:
    """Whether an unknown word ends neither in a German word („Proberaum“) nor like a village („Neugersdorf“)."""
    low = word.lower()
    return not _VILLAGE.search(low) and not any(is_word(low[at:]) for at in range(2, len(low) - 3))


def is_uninflected(word: str) -> bool:
    """Whether a small word is a ground form and no verb: „grünlich“, „glück“; not „bekommen“, „hat“."""
    return len(word) > 3 and not _is_inflected(word) and not word.endswith(("n", "t"))


def may_be_a_surname(noun: str) -> bool:
    """Whether a noun that stands right behind a first name is rather a surname: „Thilo Krautwurst“, not „Thilo Ideen“."""
    adjective = lemma(noun)[:1].islower() and noun.endswith(("e", "er"))
    return (adjective or not _is_inflected(noun)) and not _NO_SURNAME.search(noun.lower())


_INITIAL = re.compile(r"[^\W\d_]\.(?:-[^\W\d_]\.)?$")
_ARTICLE = re.compile(r"^[dDsS]['’]")
_MIXED_NAME = re.compile(r"(?:Mc|Mac|Di|De|Da|Le|La|O['’])[A-Z][a-z]+$")
_ORGANISATION = re.compile(
    r"(?:stiftung|schule|gymnasium|kindergarten|kita|strasse|platz|allee|gasse|preis|verein|verband|werk|institut|akademie|"
    r"zentrum|klinik|krankenhaus|kirche|fonds|programm|verlag|universitaet|museum|bibliothek|siedlung|halle|cafe|markt|"
    r"denkmal|gmbh|gemeinde|club|chor|orchester|projekt|initiative|bank|haus|hof|heim|park|weg|fest|stadt|partei|bund)"
    r"(?:en|s|e)?$"
)
_NO_SURNAME = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ismus|ieren|kontakt|hilfe|geld|bescheid|lust|zeit|spaß|recht|interesse)s?$"
)
_VILLAGE = re.compile(
    r"(?:dorf|hain|walde?|hausen|stadt|städt|bergh?|burg|heim|ingen|ungen|itz|ow|leben|roda|rode|kirchen?|bach|feld|"
    r"stedt|stett|hagen|wedel|büttel|au|thal|tal|moor|see|brück|furt|haven|hafen|münde|schwitz|nitz|witz)$"
)
_LONGEST_WORD = 40
_ARABIC = frozenset({"al", "el", "abu", "ben", "bin", "ibn", "ait"})
_FIRST_NAMES = frozenset(
    {Part.FIRST, Part.FIRST_SMALL, Part.CAPITAL_FIRST_SMALL, Part.WEAK_FIRST, Part.WEAK_FIRST_SMALL}
)
_SURE = frozenset({Part.FIRST, Part.FIRST_SMALL, Part.SURNAME, Part.SURNAME_SMALL})
_LISTED = _FIRST_NAMES | {Part.SURNAME, Part.SURNAME_SMALL, Part.WEAK_SURNAME, Part.WEAK_SURNAME_SMALL}
_SMALL_WORDS = frozenset(
    """
    ich du er sie es wir ihr i ik ick icke isch mer mir mia ma und un u ond oder aber auch no noch aus von vom vo
    vun zu zum zur mit bei im in an am auf fer für fürs der die das de da dr d den dem des ein eine einen einer
    eines en ne nen bin bist ist is sind san sin sein war wohne wohn wohnt komme komm hab habe hob han hätte will
    möchte wollte suche brauche wegen hier dort jetzt heute gestern morgen nicht net nich ned nix nichts alles alle
    allen was wer wie wo wann warum dass ob so nur dann wenn weil danke bitte gruß grüße hallo servus moin guten tag
    ja nein ok okay mein meine mei min name namen leute euch uns ihnen lang mal herr frau dich mich sich dein deine
    euer eure ihre ihren unser unsere kein keine sehr gut und/oder usw etc via per pro samt jo nu gern gerne ab seit
    bis um über unter vor nach zwischen durch gegen ohne zwar doch schon man jemand niemand viel viele mehr
    """.split()
)
