"""Personal data in what people type, found without a German pipeline, and masked where nobody asked for it."""
from __future__ import annotations

import re
from typing import Callable, Iterable, Iterator

from conversation.masking.addresses import find_addresses
from conversation.masking.model import PLACEHOLDERS, Found, Kind, joined
from conversation.masking.numbers import find_numbers
from conversation.secrecy.kept_codes import places_of_marks

_KINDS = frozenset(Kind) - {Kind.LINK, Kind.CASE_NUMBER}
"""Links lead to associations more often than to persons; the number of a case is no secret."""
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
_LEADS_IN = frozenset(
    "und oder kontakt meine mein die der das ist lautet war unter tel telefon telefonnummer nummer handy handynummer mobil mail "
    "e email adresse mailadresse anschrift iban konto ich heiße heisse bin name wohne in geboren am hallo guten tag".split()
)
"""Words that only lead to such data."""
_CLAUSE = re.compile(r"(?:[^.,;!?\n\[]|\.(?=\w)|\[[^\]]*\])+")
FindNames = Callable[[str], Iterable[Found]]


def mask_unasked(text: str, find_names: FindNames) -> str:
    """`text` with placeholders („[Telefon]“) for personal data. To mask the result changes nothing.

    A clause that only says such data („meine Nummer ist …“) becomes the placeholder alone, so that its other words are
    not taken for what the person wants.
    """
    pieces, last = [], 0
    marks = [Found(Kind.SECRET, start, end) for start, end in places_of_marks(text)]
    found = (one for one in _found(text, find_names) if not any(map(one.overlaps, marks)))
    for one in joined(list(found)):
        pieces += [text[last : one.start], one.kind.placeholder]
        last = one.end
    masked = "".join([*pieces, text[last:]])
    return masked if masked == text else _CLAUSE.sub(_without_lead_in, masked)


def masked_kinds(text: str) -> tuple[Kind, ...]:
    """The kinds of data for which a placeholder stands in `text`, in its order."""
    places = {kind: text.find(PLACEHOLDERS[kind]) for kind in _KINDS}
    return tuple(sorted((kind for kind, at in places.items() if at >= 0), key=places.__getitem__))


def says_no_more(masked: str) -> bool:
    """Whether a masked text holds personal data and nothing besides: no question, no wish."""
    rest = _PLACEHOLDER.sub(" ", masked)
    return rest != masked and all(word.lower() in _LEADS_IN for word in re.findall(r"\w+", rest))


def _without_lead_in(clause: re.Match[str]) -> str:
    said = clause.group()
    if not says_no_more(said):
        return said
    return " " * said.startswith(" ") + " ".join(_PLACEHOLDER.findall(said))


def _found(text: str, find_names: FindNames) -> Iterator[Found]:
    yield from (one for one in find_addresses(text, lambda word: False) if one.kind in _KINDS)
    yield from (one for one in find_numbers(text) if one.kind in _KINDS)
    yield from find_names(text)
