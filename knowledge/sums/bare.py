"""Numbers without a currency that are money all the same, because the words around them speak of it."""
from __future__ import annotations

import re
from typing import Iterator

from knowledge.sums.number_words import NUMBER_WORD, spoken

_LABEL = (
    r"(?:budget|kosten(?:voranschlag|punkt)?|\w*(?:kosten|summe|betrag|preis)|eigenanteil|eigenmittel|finanzbedarf|"
    r"geldbedarf|förderbedarf|zuschuss)"
)
_GROUPED = r"\d{1,3}(?:\.\d{3}){1,3}"
_SMALL_WORDS = (
    r"(?:von|über|ist|sind|beträgt|betragen|liegt bei|liegen bei|ca\.?|circa|etwa|rund|ungefähr|so|bei|mindestens|maximal|"
    r"max\.|bis zu)"
)
_LABELLED = re.compile(
    rf"\b{_LABEL}(?:\s20\d\d)?\s*(?:[:=]\s*)?(?:{_SMALL_WORDS}\s+){{0,3}}"
    rf"(?P<number>{_GROUPED}|\d{{3,9}})(?![\w%]|[.,:/-]\d|\s*(?:%|prozent))",
    re.IGNORECASE,
)
_YEAR = range(1900, 2100)
_BARE = re.compile(rf"(?<![\w.,/-])(?P<number>{_GROUPED})(?![\w%]|[.,]\d|-\w|\s*(?:%|prozent))", re.IGNORECASE)
_SPOKEN = re.compile(rf"(?<![\w-])(?P<word>{NUMBER_WORD})(?![\w-])", re.IGNORECASE)
_CLAUSE_CUE = re.compile(
    r"\b(?:brauch|bräucht|benötig|reich(?:en|t|te|ten)\b|genüg|wär(?:e|en)\s+(?:schön|super|toll|gut|prima|klasse|perfekt)|"
    r"fehl(?:en|t|ten)?\b|kriegen|hab(?:en)? wir (?:noch|schon)|stehen zur verfügung|beantrag)",
    re.IGNORECASE,
)
"""Words of need; they speak of money only in the clause of the number."""
_SENTENCE_CUE = re.compile(
    r"\b(?:kost(?:et|en|ete|eten)\b|euro|eur\b|budget|"
    r"\w*(?:zuschuss|zuschüsse|förderung|fördermittel|finanzierung|kosten)\b|geld\b|spende|sponsor|bezahl|preis\b|teuer|kredit|darlehen|eigenanteil|miete\b)|€",
    re.IGNORECASE,
)
"""Words of money; they hold for the whole sentence."""
_MAY_FOLLOW = frozenset(
    "aber als also am an auf aus bei bis damit dann das dass die durch eher fehlen fehlt fest für gebraucht haben hat "
    "hätten hätte im in insgesamt ist könnten kostet maximal mehr mindestens mit nicht noch nötig oben oder pro reicht "
    "reichen rum sein sind so sollen sollten soll um und vielleicht vom von vor wäre wären werden wir wird wohl wollen "
    "würde würden zu zum zur zusammen zusätzlich".split()
)
"""What may come behind a sum; any other word is likely what the number counts."""
_SENTENCE_END, _CLAUSE_END = re.compile(r"[!?\n]|\.(?=\s|$)"), re.compile(r"[!?\n;,]|\.(?=\s|$)| – ")


def bare_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Value, start and end of each: „Budget: 75000“, „20.000 wären schön“, „viertausendfünfhundert, also Euro“."""
    taken = 0
    for one in sorted([*_after_a_label(text), *_in_a_sentence_about_money(text)], key=lambda one: (one[1], -one[2])):
        if one[1] >= taken:
            taken = one[2]
            yield one


def _after_a_label(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _LABELLED.finditer(text):
        value = int(match["number"].replace(".", ""))
        is_year = len(match["number"]) == 4 and value in _YEAR and value % 100
        if not is_year and _nothing_is_counted(text, match.end()):
            yield value, match.start("number"), match.end()


def _in_a_sentence_about_money(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _BARE.finditer(text):
        if _speaks_of_money(text, match.start(), match.end()) and _nothing_is_counted(text, match.end()):
            yield int(match["number"].replace(".", "")), match.start(), match.end()
    for match in _SPOKEN.finditer(text):
        value = spoken(match["word"]) or 0
        may_be_a_sum = value >= 1_000 and value not in _YEAR and value % 1_000  # round thousands count without a cue
        if may_be_a_sum and _nothing_is_counted(text, match.end()):
            if _speaks_of_money(text, match.start(), match.end()):
                yield int(value), match.start(), match.end()


def _nothing_is_counted(text: str, end: int) -> bool:
    following = re.match(r"[ \u00a0]+([^\W\d_]+)", text[end : end + 40])
    return following is None or following[1] in _MAY_FOLLOW


def _speaks_of_money(text: str, start: int, end: int) -> bool:
    return bool(
        _CLAUSE_CUE.search(_around(text, start, end, _CLAUSE_END))
        or _SENTENCE_CUE.search(_around(text, start, end, _SENTENCE_END))
    )


def _around(text: str, start: int, end: int, border: re.Pattern[str]) -> str:
    """The stretch between two borders in which `text[start:end]` stands, cut to 200 characters each side."""
    before, behind = text[max(start - 200, 0) : start], text[end : end + 200]
    cut = border.search(behind)
    last = max((one.end() for one in border.finditer(before)), default=0)
    return before[last:] + " " + (behind[: cut.start()] if cut else behind)
