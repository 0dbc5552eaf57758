"""Limits for the sentences of `einfach` that a program can check.

They follow what the rules of the Netzwerk Leichte Sprache ask for in general (short sentences with one statement each, no
genitive, no abbreviations, no special characters). The number of 15 words and the patterns are our own; whether a text is
understood, only readers can tell.
"""
from __future__ import annotations

import re
from typing import Iterator

MOST_WORDS = 15
"""Words of a sentence, separated by spaces."""
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
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:z\. ?B|d\. ?h|u\. ?a|o\. ?ä|i\. ?d\. ?R|usw|bzw|ggf|inkl|evtl|ca|etc|vgl|sog|Abs|Nr|Art|Mio|Mrd|Std|Tel|Str)\."
)
_SIGNS = re.compile(r"[;()\[\]/§&…]|\s[–—-]\s")
_NEXT_SENTENCE = re.compile(r"[.?!](?<!\d\.)\s+[A-ZÄÖÜ„]")


def troubles(sentence: str) -> Iterator[str]:
    """What makes the sentence hard to read, each as a short German sentence."""
    words = len(sentence.split())
    if words > MOST_WORDS:
        yield f"{words} Wörter, höchstens {MOST_WORDS} sind gut."
    if _NEXT_SENTENCE.search(_ABBREVIATION.sub("", sentence)):
        yield "Das ist mehr als ein Satz."
    if _ENCLOSED.search(sentence) or len(_SUBORDINATE.findall(sentence)) > 1:
        yield "Der Satz ist verschachtelt."
    for pattern, name in ((_SIGNS, "Zeichen"), (_ABBREVIATION, "Abkürzung"), (_GENITIVE, "Genitiv")):
        if found := pattern.search(sentence):
            yield f"{name}: „{found.group().strip()}“."
