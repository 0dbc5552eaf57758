"""Who tells an idea, and for whom it is meant: the people in a told idea."""
from __future__ import annotations

from typing import Iterator, Sequence

from spacy.tokens import Token

from knowledge.spelling import dictionary
from knowledge.telling import cues
from knowledge.telling.phrases import WordForms
from knowledge.understanding import Entity

_LONGEST_NOUN = 9
"""In words: „ein paar Nachbarinnen“, „fünf Studentinnen der Sozialen Arbeit“."""

Range = tuple[int, int]
"""First word and end (exclusive)."""
_Told = tuple[bool, "Range | None"]
"""Whether the search is over, and what it found."""
_FARTHEST_TELLER = 20
"""In words: people say early in a clause who they are."""
_DEFINITE = frozenset({"die", "der", "das"})


def teller(tokens: Sequence[Token], forms: WordForms, start: int, end: int) -> Range | None:
    """The words in a clause that tell who is speaking, without where they come from; None if it does not say."""
    for at in range(start, min(end, start + _FARTHEST_TELLER)):
        for told in (_beside_speaker, _as_subject):
            is_told, found = told(tokens, forms, start, at, end)
            if is_told:
                return found
    return None


def _beside_speaker(tokens: Sequence[Token], forms: WordForms, start: int, at: int, end: int) -> _Told:
    """„wir sind …“, „bin …“, „wir vom …“, „wir, das …“, „als …“, „wir Väter … möchten“."""
    keys = forms.keys
    here, behind = keys[at], keys[at + 1] if at + 1 < end else ""
    speaks, is_first = here in cues.TELLERS, at == start
    if speaks and behind in cues.BEING or here in cues.BEING and behind in cues.TELLERS:
        return True, _noun(tokens, keys, at + 2, end)
    if here in cues.BEING and is_first or here == "als" and (is_first or keys[at - 1] in cues.TELLERS):
        return True, _noun(tokens, keys, at + 1, end)
    if speaks and behind in cues.BELONGING:
        return True, _belonging(tokens, keys, at + 2, end)
    if speaks and behind == "," and at + 2 < end and keys[at + 2] in cues.ARTICLES:
        return True, _noun(tokens, keys, at + 2, end)
    if speaks and behind and tokens[at + 1].text[0].isupper() and _is_noun(tokens[at + 1]):
        wants = cues.WANTING & set(keys[at + 2 : min(end, at + 7)]) and not (at and keys[at - 1] in cues.WANTING)
        return True, (at + 1, at + 2) if wants else None
    return False, None


def _as_subject(tokens: Sequence[Token], forms: WordForms, start: int, at: int, end: int) -> _Told:
    """„Unsere Kirchengemeinde will …“, „die Diakonie plant …“."""
    keys = forms.keys
    begins = at == start or not tokens[at - 1].is_alpha
    if keys[at] in _DEFINITE and begins and at + 1 < end and cues.ORGANISATIONS.are_in(forms, at + 1, at + 2):
        wants = bool(cues.WANTING & set(keys[at + 2 : at + 4]))
        return wants, (at, at + 2)
    if keys[at] in cues.POSSESSIVES and (begins or keys[at - 1] in {"und", "hallo"}):
        return True, _own_group(tokens, forms, at, end)
    return False, None


def _belonging(tokens: Sequence[Token], keys: Sequence[str], start: int, end: int) -> Range | None:
    """„Sportverein“ in „wir vom Sportverein“, also behind an article."""
    first = start + 1 if start < end and keys[start] in cues.ARTICLES else start
    return (first, first + 1) if first < end and _is_noun(tokens[first]) else None


def _own_group(tokens: Sequence[Token], forms: WordForms, at: int, end: int) -> Range | None:
    """„Unsere Kirchengemeinde“, if it wants something or is an organisation."""
    keys = forms.keys
    noun = next((one for one in range(at + 1, min(at + 4, end)) if _is_subject(tokens, forms, one)), None)
    if noun is None or cues.IDEA_NOUNS.are_in(forms, at, noun + 1):
        return None
    stop = noun + 1
    if keys[stop : stop + 2] == ("und", "ich") and stop + 2 <= end:
        stop += 2
    rule = cues.ONLY_WITH.get(keys[stop]) if stop < end else None
    wants = stop < end and keys[stop] in cues.WANTING and (rule is None or rule.are_in(forms, stop, end))
    return (at, stop) if wants or cues.ORGANISATIONS.are_in(forms, noun, noun + 1) else None


def _is_subject(tokens: Sequence[Token], forms: WordForms, at: int) -> bool:
    return _is_noun(tokens[at]) or cues.ORGANISATIONS.are_in(forms, at, at + 1)


def _noun(tokens: Sequence[Token], keys: Sequence[str], start: int, end: int) -> Range | None:
    """The noun with its article and adjectives from `start`; None where something else stands."""
    if start >= end or keys[start] in cues.NO_SORT and keys[start] != "der":
        return None
    if set(keys[start : start + 2]) & cues.OPINIONS:
        return None
    if start + 2 < end and keys[start + 1] == "," and tokens[start + 2].like_num:
        return None  # „ich bin Lena, 16“
    if keys[start] not in cues.ARTICLES and not tokens[start].like_num and not _is_known_noun(tokens[start]):
        return None
    stop = start + 1
    while stop < min(end, start + _LONGEST_NOUN) and tokens[stop].is_alpha and keys[stop] not in cues.ENDS_NOUN:
        stop += 1
        if keys[stop - 1] in cues.WANTING:
            stop -= 1
            break
    return (start, stop) if any(_is_noun(token) for token in tokens[start:stop]) else None


def _is_noun(token: Token) -> bool:
    return token.is_alpha and (token.text[0].isupper() or dictionary.lemma(token.text)[:1].isupper())


def _is_known_noun(token: Token) -> bool:
    return _is_noun(token) and (dictionary.is_word(token.text) or len(token) > 8)


def addressed(
    tokens: Sequence[Token], forms: WordForms, groups: Sequence[Entity], taken: Sequence[Range]
) -> Iterator[tuple[Range, str | None]]:
    """The people for whom the idea is meant, with the code of their group, in the order of the text.

    `groups`: what the terms say. `taken`: words that tell something else (who speaks, who is looked for).
    """
    found: dict[Range, str | None] = {}
    meant_for = [group for group in groups if _is_meant_for(tokens, forms, group)]
    for group in [*meant_for, *(one for one in groups if one.value not in {other.value for other in meant_for})]:
        inside = [at for at, one in enumerate(tokens) if one.idx < group.end and one.idx + len(one) > group.start]
        if inside and not _overlaps((inside[0], inside[-1] + 1), [*taken, *found]):
            found[_first_adjective(tokens, inside[0]), inside[-1] + 1] = group.value
    for at in range(len(tokens)):
        here = _person(tokens, forms, at)
        if here and not _overlaps(here, [*taken, *found]):
            found[here] = None
    seen: set[str] = set()
    for place, code in sorted(found.items()):
        if code is None or code not in seen:
            yield place, code
        seen.add(code or "")


def _is_meant_for(tokens: Sequence[Token], forms: WordForms, group: Entity) -> bool:
    """Whether „für“ stands before a group, so that this mention of it is the one that counts."""
    first = next((at for at, one in enumerate(tokens) if one.idx >= group.start), 0)
    return "fuer" in forms.keys[max(0, first - 2) : first]


def _person(tokens: Sequence[Token], forms: WordForms, at: int) -> Range | None:
    """People without a code at `at`: „für junge Mütter“, „Alleinlebende“."""
    if cues.LONELY.are_in(forms, at, at + 1):
        return at, at + 1
    if forms.keys[at] not in cues.FOR:
        return None
    first = at + 1
    while first < len(tokens) and forms.keys[first] in cues.BETWEEN and not cues.PEOPLE.are_in(forms, first, first + 1):
        first += 1
    for noun in range(first, min(first + 3, len(tokens))):
        if cues.PEOPLE.are_in(forms, noun, noun + 1):
            return first, noun + 1
        if not _is_adjective(tokens[noun]):
            return None
    return None


def _first_adjective(tokens: Sequence[Token], at: int) -> int:
    first = at
    while first > max(0, at - 2) and _is_adjective(tokens[first - 1]):
        first -= 1
    return first


def _is_adjective(token: Token) -> bool:
    """Whether a word looks like an adjective with its ending, and like no verb or small word."""
    if not token.is_alpha or not token.text.islower() or len(token) < 4 or token.is_stop:
        return False
    lemma = dictionary.lemma(token.text)
    is_verb = lemma.endswith(("eln", "en"))
    return token.text.endswith(("e", "en", "er", "em")) and lemma.lower() != token.text and not is_verb


def _overlaps(one: Range, others: Sequence[Range]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)
