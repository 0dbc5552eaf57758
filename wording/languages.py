"""Which of the languages with an answer of their own a text is written in or asks for."""
from __future__ import annotations

import re

_SCRIPTS = (
    ("de", re.compile(r"[پچژگکی]")),  # Persian, for which there is no answer yet; Arabic has other letters
    ("ar", re.compile(r"[\u0600-\u06FF]")),
    ("uk", re.compile(r"[\u0400-\u04FF]")),
)
_ASKED_FOR = (
    ("en", re.compile(r"\b(english|englisch\w*)\b", re.I)),
    ("tr", re.compile(r"\b(türkisch\w*|tuerkisch\w*|türkçe|turkce)\b", re.I)),
    ("uk", re.compile(r"\b(ukrain\w*|russisch\w*)\b", re.I)),
    ("ar", re.compile(r"\b(arabisch\w*|arabic)\b", re.I)),
    ("pl", re.compile(r"\b(polnisch\w*|polski\w*|polsku)\b", re.I)),
    ("leicht", re.compile(r"\b(leichte[rn]?|einfache[rn]?) (sprache|deutsch)\b|\bschreib\w* (\w+ )?einfacher\b", re.I)),
    ("leicht", re.compile(r"\bkurze sätze\b|\blernschwierigkeiten\b|\b(bitte|einfach und) leicht\b", re.I)),
    ("leicht", re.compile(r"\beinfach(er)? (schreiben|erklären)\b", re.I)),
)
_LETTERS = (("tr", re.compile(r"[ğışĞİŞ]")), ("pl", re.compile(r"[ąęłńśźżĄĘŁŃŚŹŻ]")))
_WORDS = {
    "de": "der die das ist ein eine ich sie wir mir in und für nicht mit auf auch wie wer was wo es den dem im von zu bitte",
    "en": "the is are you i we my can how do does please help need want for and have to a in speak hello where what",
    "tr": "bir ve için ben merhaba nasıl var mı yardım istiyorum proje biz almanca bilmiyorum nerede bana misiniz",
    "pl": "co za kogo strona jest nie jak czy dla i na się mam pomoc proszę chcę gdzie mogę dzień dobry po mówi mówię ktoś",
}


def language_of(text: str) -> str:
    """`ar`, `uk`, `tr`, `pl`, `en`, `leicht` (plain German asked for) or `de`.

    Script first, then a language that is named, then letters and small words; `de` when nothing speaks for another.
    Cyrillic counts as Ukrainian: the answer names Russian as well.
    """
    for rules in (_SCRIPTS, _ASKED_FOR, _LETTERS):
        for language, pattern in rules:
            if pattern.search(text):
                return language
    words = set(re.findall(r"\w+", text.lower()))
    return max(_WORDS, key=lambda language: len(words & set(_WORDS[language].split())))
