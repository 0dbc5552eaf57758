"""In which language a message is written: German unless script, letters or words speak clearly for another.

Scripts decide first, then letters that only one language has. For Latin script each sentence is looked up among the
commonest words of each language, and lingua, in its small form (27 MB), has to agree. Dialects, learner's German and
German full of English are German, and so is what nothing speaks against: a false alarm on German is worse than a
greeting that is missed. Figures: tests/knowledge/test_written_language.py prints them.
"""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Mapping, Sequence

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from knowledge.frequent_words import GERMAN, OTHER, common_words, plain, weighty_words

LOOKED_AT = 1500
"""Characters of a message that are looked at; by then a language has shown itself, and the time is bounded."""
CLEAR_SHARE = 2 / 3
"""Of the words. A message with less of another language is half German and counts as German."""
SURE, FAIRLY_SURE, PROBABLE, POSSIBLE = 0.99, 0.9, 0.7, 0.05
"""Confidences of lingua: it may decide, may where Germans borrow little, tells two languages of a script apart, or at
least does not speak against."""

SHORTEST_ALONE = 5
"""Letters of a single word that tells its language; a shorter one may be a slip or a name."""

_Rules = tuple[tuple[str, "re.Pattern[str]"], ...]
_LATIN = {
    GERMAN: Language.GERMAN, "en": Language.ENGLISH, "tr": Language.TURKISH, "pl": Language.POLISH,
    "fr": Language.FRENCH, "es": Language.SPANISH, "it": Language.ITALIAN, "ro": Language.ROMANIAN,
    "vi": Language.VIETNAMESE,
}  # fmt: skip
_LATIN_OTHERS = (Language.CROATIAN, Language.CZECH, Language.PORTUGUESE, Language.ALBANIAN)
_FOREIGN = (*(code for code in _LATIN if code != GERMAN), OTHER)
_BORROWED_FROM = ("en", "fr", "es", "it")
"""A single word of these („sorry“, „merci“, „ciao“) is said by Germans too."""
_LETTERS = {
    "tr": re.compile(r"[ğış]"), "pl": re.compile(r"[ąęłńśźżć]"), "ro": re.compile(r"[ăâîșțşţ]"),
    "vi": re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"), "es": re.compile(r"[ñ¿¡]"),
    OTHER: re.compile(r"[ãõčěřůőűžđ]"),
}  # fmt: skip
_CYRILLIC: _Rules = (  # Serbian, Macedonian, Belarusian, Kazakh …, Bulgarian
    (OTHER, re.compile(r"[ђјљњћџѓќѕўәғқңөұүһ]|ъ(?![яеюё])", re.I)),
    ("uk", re.compile(r"[іїєґ]", re.I)),
    ("ru", re.compile(r"[ыэёъ]", re.I)),
)
_ARABIC: _Rules = (  # Urdu, Pashto, Sorani
    (OTHER, re.compile(r"[ٹڈڑںےہټډړږښڼېڵڕێۆە]")),
    ("ar", re.compile(r"[ةأإؤ]|\bال\w{3}")),
    ("fa", re.compile(r"[پچژگکی]")),
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_QUOTED = re.compile(r"„[^“”\"]{1,200}[“”\"]|\"[^\"]{1,200}\"|»[^«]{1,200}«|«[^»]{1,200}»|“[^”]{1,200}”")
_SET_PHRASES = re.compile(
    r"\b(do it yourself|learning by doing|state of the art|pay what you (want|can)|train the trainers?|how[ -]to$"
    r"|save the dates?|last but not least|up to date|work in progress|call for \w+|all in one|on demand|best of"
    r"|(must|nice to)[ -]have|know[ -]how|meet (and|&) greet|first come,? first serve[d]?|no go|by the way|no problem"
    r"|check[ -]?in|made in \w+|one stop shop|come together|on top|for free|thank you|thanks|fuck you|see you|well done"
    r"|oh my god|oh no|come on|let'?s go|never mind|why not|who cares|no comment|what the (hell|fuck)|walk and talk"
    r"|i love you|c['’]est la vie|savoir vivre|au revoir|bon appetit|hasta la vista|viva la vida|dolce vita"
    r"|mea culpa|vice versa|status quo|pro bono|ad hoc|et cetera|in spe|de facto|vis a vis|[àa] la carte|en masse)\b",
    re.I,
)
"""What Germans say in another language in the middle of German."""
_SENTENCE_END = re.compile(r"[.!?;:]+\s|\n")
_WORD = re.compile(r"[A-ZÄÖÜ][^\W\d_]*(?:-[^\W\d_]+)+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
"""„Stop-and-Go“ is one word, a German one."""


@dataclass(frozen=True)
class WrittenLanguage:
    """What a message is written in.

    `code`: `de`, `en`, `tr`, `uk` … (ISO 639-1) or `other`. `share`: the part of the words that are in it, from 0 to 1;
    0 where no word speaks for any language, which counts as German.
    """

    code: str
    share: float

    @property
    def is_clearly_foreign(self) -> bool:
        """Whether to answer that only German is understood, whatever else the message seems to be about."""
        return self.code != GERMAN and self.share >= CLEAR_SHARE


class LanguageRecogniser:
    """Tells the language of a message, offline; no message raises or takes long."""

    def recognise(self, text: str) -> WrittenLanguage:
        """The language of most words of `text`; German if half of them are, or if nothing speaks for another."""
        text = unicodedata.normalize("NFKC", text[:LOOKED_AT])[:LOOKED_AT]
        text = _ADDRESS.sub(" . ", text)
        own = _QUOTED.sub(" . ", text)
        own = _SET_PHRASES.sub(" . ", own if _WORD.search(own) else text)
        counted = _in_latin_letters(own)
        words = _WORD.findall(own)
        strange = [word for word in words if _script(word) != "LATIN"]
        if len("".join(strange)) > 1 and 2 * len(strange) > len(words):
            counted[_in_other_letters(strange)] += len(strange)
        return _most(counted)


def _most(counted: Counter[str]) -> WrittenLanguage:
    known = sum(counted.values())
    if not known:
        return WrittenLanguage(GERMAN, 0.0)
    code, words = counted.most_common(1)[0]
    if words < CLEAR_SHARE * known:
        code = GERMAN
    return WrittenLanguage(code, counted[code] / known)


def _in_latin_letters(text: str) -> Counter[str]:
    """For each language the number of words in the sentences that are written in it."""
    counted: Counter[str] = Counter()
    for sentence in _SENTENCE_END.split(text):
        words = [word for word in _WORD.findall(sentence) if _script(word) == "LATIN"]
        code = _of_sentence(words, shouted=text.isupper()) if words else ""
        if code:
            counted[code] += len(words)
    return counted


def _of_sentence(words: Sequence[str], shouted: bool) -> str:
    """The language of one sentence, or nothing if no word tells.

    Where German words outweigh what speaks for each other language, lingua could change nothing and is not asked.
    """
    forms = dict(zip(words, map(plain, words)))
    told = {forms[word]: word for at, word in enumerate(words) if not at or shouted or word[0].islower() or word == "I"}
    german = common_words(GERMAN).intersection(forms.values())
    signs = {code: _signs(told, code) for code in _FOREIGN}
    against = {code: len(german - common_words(code)) for code in _FOREIGN}
    if all(against[code] and signs[code] <= 2 * against[code] for code in _FOREIGN):
        return GERMAN
    confidences = _confidences(words)
    code = max(_FOREIGN, key=lambda one: signs[one] + 2 * confidences[one])
    if _is_backed(code, signs[code], against[code], words, confidences[code]):
        return code
    likeliest = max(confidences, key=lambda one: confidences[one])
    if likeliest != GERMAN and _is_sure(likeliest, words, set(forms.values()), confidences[likeliest]):
        return likeliest
    return GERMAN if german or confidences[GERMAN] > 0.5 else ""


def _is_backed(code: str, signs: int, against: int, words: Sequence[str], confidence: float) -> bool:
    """Whether there are signs enough for a sentence of that length, more than twice those `against` it."""
    if signs <= 2 * against or len(words) == 1 and (code in _BORROWED_FROM or len(words[0]) < SHORTEST_ALONE):
        return False
    if signs >= 4 and 3 * signs >= len(words):
        return True
    return confidence >= POSSIBLE and signs >= 2 and 5 * signs >= len(words)


def _is_sure(code: str, words: Sequence[str], forms: set[str], confidence: float) -> bool:
    """Whether lingua may decide: some common word is there, none that is only German, and few names."""
    known, german = forms & common_words(code), forms & common_words(GERMAN)
    if german - known or not (known if len(words) > 3 else known - german):
        return False
    few_names = 2 * sum(word.islower() for word in words) > len(words)
    if code in _BORROWED_FROM:  # German is full of short English: „Call for Proposals“
        return few_names and len(words) >= 5 and confidence >= SURE
    return few_names and len(words) >= 2 and confidence >= FAIRLY_SURE


def _signs(told: Mapping[str, str], code: str) -> int:
    """What speaks for a language: its common words count 1, words said to an office and its own letters 2.

    Capitals within a sentence are names („Rock Your Life“): `told` is without them, each word under its plain form.
    """
    strong = set(weighty_words(code).intersection(told))
    if code in _LETTERS:
        strong.update(form for form, word in told.items() if word[0].islower() and _LETTERS[code].search(word))
    common = common_words(code).intersection(told) - common_words(GERMAN)
    return 2 * len(strong) + len(common - strong)


def _confidences(words: Sequence[str]) -> Counter[str]:
    values: Counter[str] = Counter()
    for one in _detector(*_LATIN.values(), *_LATIN_OTHERS).compute_language_confidence_values(" ".join(words)):
        values[_code(one.language)] += one.value
    return values


def _code(language: Language) -> str:
    return OTHER if language in _LATIN_OTHERS else language.iso_code_639_1.name.lower()


@lru_cache(maxsize=None)
def _detector(*languages: Language) -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def _script(word: str) -> str:
    return _script_of(word[0])


@lru_cache(maxsize=10_000)
def _script_of(letter: str) -> str:
    """`LATIN`, `CYRILLIC` …; letters without a name or language (ª, µ) count as Latin."""
    script = unicodedata.name(letter, "LATIN").split()[0]
    return "LATIN" if script in ("FEMININE", "MASCULINE", "MICRO", "MODIFIER", "FULLWIDTH") else script


def _in_other_letters(words: Sequence[str]) -> str:
    script = Counter(map(_script, words)).most_common(1)[0][0]
    if script == "CYRILLIC":
        return _by_letters(words, _CYRILLIC) or _closer(words, Language.RUSSIAN, Language.UKRAINIAN)
    if script in ("ARABIC", "FARSI"):
        return _by_letters(words, _ARABIC) or _closer(words, Language.ARABIC, Language.PERSIAN)
    return OTHER


def _by_letters(words: Sequence[str], rules: _Rules) -> str:
    """The language whose own letters are the most, or nothing."""
    found = {code: len(pattern.findall(" ".join(words))) for code, pattern in rules}
    best = max(found, key=lambda code: found[code])
    return best if found[best] else ""


def _closer(words: Sequence[str], usual: Language, rarer: Language) -> str:
    """By common words, which a neighbour of both may have more of, else by lingua; `usual` if neither tells."""
    codes = (_code(usual), _code(rarer))
    known = {code: len(set(map(plain, words)) & common_words(code)) for code in (*codes, OTHER)}
    if known[OTHER] >= max(known[code] for code in codes) + 2:
        return OTHER
    if known[codes[0]] != known[codes[1]]:
        return max(codes, key=lambda code: known[code])
    confidence = _detector(usual, rarer).compute_language_confidence(" ".join(words), rarer)
    return codes[confidence > PROBABLE]
