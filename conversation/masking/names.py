"""Names of persons in German messages, found by spaCy: its tokens, a matcher over tagged words, its entities.

The built-in pipeline has no model for names. Here each word gets a tag for what it may be in a name
(`name_words`), and rules over these tags and the words around them say when it is one (`name_rules`). With a model
that has an `ner`, whatever it takes for a person counts as well.
"""
from __future__ import annotations

import re
from functools import lru_cache
from typing import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Token

from conversation.masking.model import Found, Kind
from conversation.masking.name_cues import TITLE_WORDS
from conversation.masking.name_rules import RULES, Rule
from conversation.masking.name_words import (
    NameLists,
    NameWords,
    Part,
    is_strange,
    is_uninflected,
    length_of_article,
    may_be_a_surname,
)
from knowledge.language import TERMS
from knowledge.places import PlaceResolver

_ENTITIES = "ner"
_PERSON = frozenset({"PER", "PERSON"})
_POSTCODE = re.compile(r"\d{5}$")
_HOLY = frozenset("sankt st. st san santa stiftung heilige heiliger heiligen".split())
_COMPANY = frozenset("gmbh ggmbh ag e.v. kg ug".split())
_BEFORE_A_NOUN = frozenset("im in zum seit ab bis ende anfang mitte jeden der die das den eine ein".split())
"""„im August“, „die Rose“: behind these a doubtful first name is none."""
_ARTICLES = frozenset(
    "der die das den dem des dr de d ein eine einen einer eines ne ner nen a mein meine meiner meinen mei dein deine "
    "sein seine seiner ihr ihre ihrer unser unsere euer eure keine jede alte junge viele als für mit von und oder".split()
)
_LONGEST_NAME = 5
"""Words between a first name and the „Stiftung“ that bears it."""
_OF_A_NAME = frozenset({Part.FIRST, Part.SURNAME, Part.WEAK_SURNAME, Part.UNKNOWN})
_STRANGERS = frozenset({Part.UNKNOWN, Part.UNKNOWN_SMALL})
_MAYBE_TERMS = frozenset({Part.NOUN, Part.PLACE})
_GO_ON = frozenset(".,!);–-…") | {":)"}
"""Signs that may end a line behind a name."""


class PersonNames:
    """Finds names. Built once; safe to use from several threads one after another."""

    def __init__(self, nlp: Language, places: PlaceResolver, lists: NameLists, nobody: Iterable[str] = ()) -> None:
        """`nobody`: further phrases that hold a name and mean no person, as the names of programmes."""
        self._nlp, self._places = nlp, places
        self.words = NameWords(lists, frozenset(nlp.Defaults.stop_words))
        self._steps = _steps_to_entities(nlp)
        self._matcher = Matcher(nlp.vocab)
        for name, rule in RULES.items():
            self._matcher.add(name, [rule.pattern])
        self._nobody = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._nobody.add("nobody", [nlp.make_doc(phrase) for phrase in (*lists.nobody, *nobody)])
        self._is_term = lru_cache(maxsize=20_000)(self._names_a_term)

    def find(self, text: str) -> Iterator[Found]:
        """All names in the order of the text, none overlapping; words of one name are one."""
        doc = self._nlp.make_doc(text)
        for step in self._steps:
            doc = step(doc)
        marked = {token.i for span in doc.ents if span.label_ in _PERSON for token in span if not token.is_space}
        self._tag(doc)
        marked |= self._matched(doc)
        for first, last in _runs(sorted(marked)):
            start = doc[first].idx + length_of_article(doc[first].text)
            yield Found(Kind.NAME, start, doc[last].idx + len(doc[last].text.rstrip("’'")))

    def _tag(self, doc: Doc) -> None:
        """Gives each word its part as tag."""
        shouted = doc.text.isupper()
        mentions = self._places.resolve(doc.text).mentions
        in_a_place = {at for one in mentions for at in range(one.start, one.end)}
        before = ""
        for token in doc:
            part = self.words.part(token.text, shouted)
            if _POSTCODE.match(before) or (token.idx in in_a_place and not self.words.is_listed(token.text)):
                part = Part.PLACE
            elif part == Part.WEAK_FIRST and before.lower() in _BEFORE_A_NOUN:
                part = Part.NOUN
            token.tag_, before = part, token.text

    def _matched(self, doc: Doc) -> set[int]:
        """The words that a rule takes for a name."""
        harmless = {at for _, start, end in self._nobody(doc) for at in range(start, end)}
        marked: set[int] = set()
        for key, start, end, alignment in self._matcher(doc, with_alignments=True):
            rule = RULES[doc.vocab.strings[key]]
            inside = [doc[start + at] for at, place in enumerate(alignment) if place in rule.places]
            named = [token for token in inside if not token.is_punct and token.lower_ not in TITLE_WORDS]
            if named and self._holds(rule, doc, end, named, harmless):
                marked.update(token.i for token in named)
        return marked

    def _holds(self, rule: Rule, doc: Doc, end: int, named: list[Token], harmless: set[int]) -> bool:
        if not rule.clear:
            if any(token.i in harmless for token in named) or _is_organisation(doc, named[0].i, named[-1].i):
                return False
        if rule.ends_line and not _ends_line(doc, end):
            return False
        if rule.only_strange and any(one.tag_ in _STRANGERS and not is_strange(one.text) for one in named):
            return False
        if rule.ordinary_word and not (is_uninflected(named[0].text) and _has_no_article(doc, named[0].i - 1)):
            return False
        if rule.noun_as_surname and not may_be_a_surname(named[-1].text):
            return False
        return not any(token.tag_ in _MAYBE_TERMS and self._is_term(token.text) for token in named)

    def _names_a_term(self, word: str) -> bool:
        """Whether the word is one of the field: „Dorfladen“, „Verein“."""
        return bool(self._nlp(word).spans.get(TERMS))


def _steps_to_entities(nlp: Language) -> tuple[Callable[[Doc], Doc], ...]:
    """What has to go over a text for its named entities: nothing if the pipeline has no model for them.

    The search for terms, which stands behind it in the pipeline, is left out: it costs more than all the rest.
    """
    names = nlp.pipe_names
    if _ENTITIES not in names:
        return ()
    return tuple(pipe for _, pipe in nlp.pipeline[: names.index(_ENTITIES) + 1])


def _has_no_article(doc: Doc, at: int) -> bool:
    """Whether the word at `at` is no „meine Frau“, „der Herr“."""
    return at == 0 or doc[at - 1].lower_ not in _ARTICLES


def _is_organisation(doc: Doc, first: int, last: int) -> bool:
    """„Robert Bosch Stiftung“, „Sankt Martin“, „Anne Frank Schule“; the name may be a part of a longer one."""
    if first and doc[first - 1].lower_ in _HOLY:
        return True
    after = last + 1
    while after < min(len(doc), last + _LONGEST_NAME) and doc[after].tag_ in _OF_A_NAME:
        after += 1
    if after + 1 < len(doc) and doc[after].text in ("-", "–"):
        after += 1
    if after >= len(doc):
        return False
    return (doc[after].tag_ == Part.ORGANISATION and doc[after].text[0].isupper()) or doc[after].lower_ in _COMPANY


def _ends_line(doc: Doc, end: int) -> bool:
    """Whether the line is over at the word `end`, or goes on with a comma or signs only."""
    if end < len(doc) and doc[end].text == ",":
        return True
    for token in doc[end:]:
        if "\n" in token.text:
            return True
        if not token.is_space and token.text not in _GO_ON:
            return False
    return True


def _runs(marked: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of numbers that follow each other."""
    first = last = None
    for at in marked:
        if last is None or at > last + 1:
            if last is not None:
                yield first, last
            first = at
        last = at
    if last is not None:
        yield first, last
