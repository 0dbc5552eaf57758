"""In which language to answer: the one asked for, else the one the message is written in, if there is a text in it."""
from __future__ import annotations

import re

from knowledge.frequent_words import GERMAN
from knowledge.spelling.typos import one_slip_apart
from knowledge.written_language import LanguageRecogniser

PLAIN = "leicht"
ANSWERED = ("en", "tr", "uk", "ru", "ar", "pl", PLAIN)
"""What `domain.yml` has an answer in, besides German."""
_FOR_ALL_OTHERS = "en"
"""Who writes French, Persian or Tigrinya is likelier to understand the English text than the German one."""
_LOOKED_AT = 3000
"""Characters in which a wish is looked for."""

_NAMES = (
    ("en", r"engli(?:sch|sh)\w*|engels(?:ch|k)\w*|ingilizce\w*|angielsk\w+|англ[иі]йс\w+|(?:ال)?[اإ]نجليزي\w*"),
    ("tr", r"t(?:ü|ue|u)rkisch\w*|türkçe\w*|turkce\w*|turkish|turecku|турецькою|по-турецки|(?:ال|بال)?تركي\w*"),
    ("uk", r"ukrainisch\w*|ukrainian|ukraińsku|українськ(?:ою|ій|а)|украинск(?:ом|ий)|по-украински|ukraynaca"),
    ("ru", r"russisch\w*|russian|rosyjsku|rusça|rusca|русском|русский|по[- ]русски|російською"),
    ("ar", r"arabisch\w*|arabic|arapça|arapca|arabsku|арабською|по-арабски|(?:ال|بال)?عربي[ةه]?"),
    ("pl", r"polnisch\w*|polsku|polski|polish|lehçe|польською|по-польски"),
    (GERMAN, r"sorbisch\w*|serbsce"),  # Sorbs speak German, and there is no text in Sorbian
)
"""Languages in the words of people who ask for them: adverbs, where the adjective tells what a project is about."""
_NAMED = tuple((code, re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)) for code, names in _NAMES)
_NOT_SPOKEN = re.compile(
    r"\b(?:kein\w*|koa|koi|keen|ke|weder|nicht(?: so)?(?: gut)?|don'?t (?:speak|understand)|no"
    r"|nie (?:mówię|znam|rozumiem)(?: po)?|не (?:говорю|розмовляю|понимаю|розумію))\s+\w+"
    r"|\b\w+ (?:bilmiyor\w*|kann (?:ich|i|se|sie|er|wir) nicht)\b",
    re.IGNORECASE,
)
"""„Ich kann kein Englisch, nur Arabisch“: the language that is not spoken is not the one to answer in."""
_OFTEN_MISTYPED = (
    "englisch", "türkisch", "ukrainisch", "russisch", "arabisch", "polnisch", "sprache", "leichter", "einfacher",
)  # fmt: skip

_EASY = r"(?:leicht|einfach|verständlich|simpel|simpl|eenfach|oafach|oifach)"
_SPEECH = r"(?:sprache|sprach|sproch|spraak|deutsch|düütsch|w[oö]r[td]\w*|sätze\w*|text\w*)"
_TO_SAY = r"(?:schr[ei]+b|schreim|erklär|sag|red|sprech|sprich|ausdr[üu]ck|formulier|übersetz|drück)\w*"
_WISHES_FOR_PLAIN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_EASY}(?:ere?|erer|e|en|em|es|a)? (?:\w+ )?{_SPEECH}\b",
        rf"\b{_EASY}(?:er)? (?:bitte|ge{_TO_SAY}|{_TO_SAY})",
        rf"\b{_TO_SAY} (?:\w+ ){{0,6}}?{_EASY}(?:er)?\b",
        rf"\b(?:bitte|geht|auch|und|lieber|ganz|in|viel|etwas|nochmal|mal|so)(?: \w+)? {_EASY}(?:er)?$",
        rf"^{_EASY}er$",
        r"\b(?:kurz|kürzer)\w* (?:\w+ )?(?:sätz|w[oö]r[td])\w*",
        r"\b(?:schwer|schwierig|lang|kompliziert)\w* (?:sätz|w[oö]r[td])\w*|\bfremdw[oö]rt\w*",
        r"\bzu (?:schwer|schwierig|kompliziert)\b",
        r"\b(?:amts|behörden|beamten|juristen|fach)(?:deutsch|sprache|chinesisch)",
        r"\blern(?:schwier|behind|schwäch)\w*|\bleseschwäch\w*|\bgeistige\w* behinderung|\bbarrierefreie\w* sprache",
        r"\b(?:mein|unser|mei) deutsch (?:\w+ )*?(?:nicht|schlecht|schwach|wenig|klein|a1|a2|b1)\b|\bgut deutsch\b",
        r"\bwie für (?:ein|kleine)\w* kind|\bkind\w* versteh",
    )
)
"""Leichte Sprache, short sentences, easy words, or why they are needed."""


def language_of(text: str) -> str:
    """In which language to answer `text`: one of `ANSWERED`, or `de`.

    A language that is asked for comes first, then plain German, then what the text is written in. Languages without an
    answer of their own get the English one. A wish for such a language in German („auf Französisch?“), and for sign
    language, gets the German one, which its writer understands.
    """
    meant = " ".join(map(_without_slip, text[:_LOOKED_AT].split()))
    named = _first_named(_NOT_SPOKEN.sub(" ", meant))
    if named:
        return named
    written = LanguageRecogniser().recognise(text).code
    if written != GERMAN:
        return written if written in ANSWERED else _FOR_ALL_OTHERS
    return PLAIN if any(wish.search(meant.rstrip(" .!?")) for wish in _WISHES_FOR_PLAIN) else GERMAN


def _first_named(text: str) -> str:
    """The language that is named first, or nothing."""
    found = [(match.start(), code) for code, pattern in _NAMED for match in pattern.finditer(text)]
    return min(found)[1] if found else ""


def _without_slip(word: str) -> str:
    """The word that was meant, if it is one slip of the keyboard away: „enlgisch“."""
    bare = word.strip(".,;:!?()„“\"").lower()
    return next((known for known in _OFTEN_MISTYPED if one_slip_apart(bare, known)), word)
