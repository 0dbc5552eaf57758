"""The measurable rules of Einfache Sprache, for the sentences in the field `einfach` of a record.

They follow DIN 8581-1 as far as a program can see it: short sentences, one thought each. Whether a text is understood
only readers can say, so every answer calls it untested.
"""
from __future__ import annotations

import re
from typing import Iterable

MOST_WORDS = 15
MOST_COMMAS = 2
LONGEST_WORD = 30
"""Letters of a word between hyphens."""
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:z\. ?B|d\. ?h|u\. ?a|o\. ?ä|i\. ?d\. ?R|usw|bzw|ggf|inkl|evtl|ca|etc|vgl|sog|Abs|Nr|Mio|Mrd|Std|Tel)\.",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r",\s+(?:(?:an|auf|aus|bei|durch|für|in|mit|nach|über|um|unter|von|vor|zu)\s+)?"
    r"(?:dass|weil|wenn|ob|obwohl|damit|sodass|bevor|nachdem|während|sobald|solange|falls|indem|als|wie|wo|wer|was|"
    r"der|die|das|den|dem|deren|dessen|denen|welche\w*)\s+(?=[^,]*)"
)
_ENCLOSED = re.compile(_SUBORDINATE.pattern + r"[^,]+,")
"""A subordinate clause in the middle of another one."""
_GENITIVE = re.compile(
    r"\b(?:des|eines|keines|dieses|jedes|meines|seines|ihres|Ihres|unseres|wessen)\s+(?:[a-zäöüß]+\s+)*[A-ZÄÖÜ][\w-]*s\b"
)
"""Only masculine and neuter nouns show the genitive; „der Gemeinde“ may be a dative."""
_SECOND_SENTENCE = re.compile(r"(?<=\w{3}[.?])\s+(?=[A-ZÄÖÜ])")


def faults_of(sentence: str) -> tuple[str, ...]:
    """What makes one sentence hard to read, in German for editors; empty if nothing does."""
    return tuple(_faults(sentence.strip()))


def faults_in(sentences: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """The faults by the number of the sentence, 1 for the first; empty if all are plain."""
    found = {number: faults_of(sentence) for number, sentence in enumerate(sentences, 1)}
    return {number: faults for number, faults in found.items() if faults}


def _faults(sentence: str) -> Iterable[str]:
    words = re.findall(r"\w[\w.,]*(?:-\w+)*", sentence)
    if len(words) > MOST_WORDS:
        yield f"hat {len(words)} Wörter, erlaubt sind {MOST_WORDS}"
    commas = len(re.findall(r",(?!\d)", sentence))
    if commas > MOST_COMMAS:
        yield f"hat {commas} Kommas, erlaubt sind {MOST_COMMAS}"
    if re.search(r"[;()\[\]/]|\s[–—]\s", sentence):
        yield "hat eine Klammer, einen Strichpunkt, Schrägstrich oder Gedankenstrich"
    if _ABBREVIATION.search(sentence):
        yield "hat eine Abkürzung"
    if _ENCLOSED.search(sentence) or len(_SUBORDINATE.findall(sentence)) > 1:
        yield "ist verschachtelt"
    if found := _GENITIVE.search(sentence):
        yield f"hat einen Genitiv: „{found.group()}“"
    if not re.search(r"[.?]“?$", sentence):
        yield "endet nicht mit Punkt oder Fragezeichen"
    if _SECOND_SENTENCE.search(sentence):
        yield "besteht aus mehreren Sätzen"
    longest = max((part for word in words for part in word.split("-")), key=len, default="")
    if len(longest) > LONGEST_WORD:
        yield f"hat ein sehr langes Wort: „{longest}“"
