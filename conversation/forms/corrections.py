"""„Nein, meine Nummer ist …“: a correction of something that was answered before, found by the name of its field."""
from __future__ import annotations

import re
from dataclasses import dataclass

from conversation.commands.phrase_list import WORD
from conversation.forms.model import Field, Form
from knowledge.folding import fold

_LEAD = re.compile(
    r"^\W*(?:ach |oh |moment[, ]+|entschuldigung[,. ]+|sorry[,. ]+)*(?:nein|nee|ne|doch nicht|falsch|das ist falsch|"
    r"stimmt nicht|das stimmt nicht|korrektur|quatsch|irrtum|ich meine|ich meinte|verschrieben|vertippt|"
    r"ich habe mich (?:vertippt|verschrieben)|"
    r"entschuldigung|sorry)(?!\w)[\s,.:;!–-]*",
    re.IGNORECASE,
)
_ARTICLES = frozenset("mein meine meinen der die das den unser unsere richtige richtig neue".split())
_IS = frozenset("ist lautet heisst waere soll muss".split())
_LONGEST_NAME = 3
"""Words of the name of a field."""


@dataclass(frozen=True)
class Correction:
    """What a message corrects: `field`, None if it is not named, and what is said of it."""

    field: Field | None
    text: str


def is_corrected(text: str) -> bool:
    """Whether it begins as corrections do: „nein, …“, „falsch, …“, „ich meine …“ – and says more."""
    lead = _LEAD.match(text)
    return lead is not None and any(map(str.isalnum, text[lead.end() :]))


def find_correction(text: str, form: Form, needs_lead: bool = True) -> Correction | None:
    """The correction in `text`; without `needs_lead` also „Meine Nummer ist …“ alone."""
    lead = _LEAD.match(text)
    if lead is None and needs_lead:
        return None
    rest = text[lead.end() :] if lead else text
    if not any(map(str.isalnum, rest)):
        return None
    named = _named(rest, form)
    return named or (Correction(None, rest) if lead else None)


def _named(text: str, form: Form) -> Correction | None:
    words = [(fold(one.group()), one) for one in WORD.finditer(text)]
    first = next((at for at, (word, _) in enumerate(words) if word not in _ARTICLES), len(words))
    for size in range(_LONGEST_NAME, 0, -1):
        behind = first + size
        field = form.field_named(" ".join(word for word, _ in words[first:behind]))
        if field is None or len(words) <= behind:
            continue
        last, following = words[behind - 1][1], words[behind]
        if following[0] in _IS and len(words) > behind + 1:
            return Correction(field, text[following[1].end() :].strip(" :"))
        if ":" in text[last.end() : following[1].start()]:
            return Correction(field, text[following[1].start() :])
    return None
