"""When a word is taken for the name of a person: rules over words and their tags, for spaCy's Matcher."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from conversation.masking import name_cues as cue
from conversation.masking.name_cues import ANY, CAPITAL, FIRST, LAST, SMALL, SURE_SMALL, Token, signs, tags, words
from conversation.masking.name_words import Part

_Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Rule:
    """`words` are a name where they stand between `before` and `behind`."""

    words: _Tokens
    before: _Tokens = ()
    behind: _Tokens = ()
    clear: bool = False
    """So clear that neither a programme of that name nor a „Stiftung“ behind it stands against it."""
    ends_line: bool = False
    """Holds only where nothing but signs follows on the line."""
    only_strange: bool = False
    """An unknown word counts only if it ends neither like a German word nor like a village."""
    noun_as_surname: bool = False
    """The last word is an ordinary noun; it counts only if it does not look like what somebody has or gives."""

    ordinary_word: bool = False
    """The name is an ordinary small word; it counts only as a ground form, and with no article before the title."""

    @property
    def pattern(self) -> list[Token]:
        return [*self.before, *self.words, *self.behind]

    @cached_property
    def places(self) -> frozenset[int]:
        """Which tokens of the pattern are the name."""
        return frozenset(range(len(self.before), len(self.before) + len(self.words)))


_MORE = tags(*ANY, op="{0,3}")
_CAPITAL_MORE = tags(*CAPITAL, Part.INITIAL, op="{0,3}")
_WHO = tags(*FIRST, Part.SURNAME, Part.UNKNOWN, *SURE_SMALL)
_NAME_OR_NOUN = tags(*CAPITAL, Part.NOUN)

_NAMES_THEMSELVES = {
    "first name": Rule((tags(Part.FIRST), _CAPITAL_MORE)),
    "somebody's": Rule((tags(Part.FIRST_OF),)),
    "first name and noun": Rule((tags(Part.FIRST), tags(Part.NOUN)), noun_as_surname=True),
    "doubtful first name": Rule((tags(Part.WEAK_FIRST), tags(Part.SURNAME, Part.WEAK_SURNAME))),
    "first name with particle": Rule((tags(*FIRST), *cue.PARTICLES, tags(*LAST))),
    "small first name": Rule((tags(Part.FIRST_SMALL), tags(*SURE_SMALL, Part.WEAK_SURNAME_SMALL, op="{0,2}"))),
    "surname": Rule((tags(Part.SURNAME),)),
    "small surname": Rule((tags(Part.SURNAME_SMALL),)),
    "surname, first name": Rule((tags(Part.SURNAME), words(",", "?"), tags(Part.FIRST))),
    "initial": Rule((tags(Part.INITIAL, op="{1,2}"), tags(*FIRST, *LAST))),
    "stranger with surname": Rule((tags(Part.UNKNOWN), tags(Part.SURNAME))),
}
_STRANGERS = {
    "stranger beside": Rule((tags(Part.UNKNOWN),), (cue.WITH,), only_strange=True),
    "two strange words": Rule((tags(Part.UNKNOWN), tags(*LAST), _CAPITAL_MORE), (cue.ABOUT,)),
    "stranger speaks": Rule((tags(Part.UNKNOWN),), (), (cue.SAYS,), only_strange=True),
    "somebody and stranger": Rule((tags(Part.UNKNOWN),), (tags(Part.FIRST), cue.AND)),
    "somebody and another, small": Rule((tags(Part.CAPITAL_FIRST_SMALL),), (tags(*SURE_SMALL), cue.AND)),
    "another and somebody, small": Rule((tags(Part.CAPITAL_FIRST_SMALL),), (), (cue.AND, tags(*SURE_SMALL))),
    "stranger and somebody": Rule((tags(Part.UNKNOWN),), (), (cue.AND, tags(Part.FIRST))),
}
_TITLES = {
    "title": Rule(
        (tags(*CAPITAL, Part.NOUN, Part.PLACE, Part.INITIAL), _CAPITAL_MORE), (cue.TITLE, cue.MORE_TITLES), clear=True
    ),
    "title and particle": Rule(
        (*cue.PARTICLES, tags(*CAPITAL, Part.PLACE)), (cue.HONOUR, tags(*FIRST, op="{0,2}")), clear=True
    ),
    "title, small": Rule((tags(*SMALL), _MORE), (cue.TITLE, cue.MORE_TITLES), clear=True),
    "title, ordinary word": Rule((tags(Part.WORD),), (cue.HONOUR,), ordinary_word=True),
    "relative": Rule((tags(*CAPITAL), _CAPITAL_MORE), (cue.RELATIVE,)),
    "relative, small": Rule(
        (tags(*SURE_SMALL, Part.CAPITAL_FIRST_SMALL), tags(*SMALL, op="{0,1}")), (cue.RELATIVE,)
    ),
    "relative, name": Rule(
        (tags(*FIRST, Part.SURNAME), _CAPITAL_MORE),
        (cue.RELATIVE, words(", ( :"), words("der die unser unsere", "?")),
    ),
    "relative is called": Rule((tags(*CAPITAL, Part.NOUN, *SURE_SMALL),), (cue.RELATIVE, cue.IS_CALLED)),
    "neighbour, small": Rule(
        (tags(*SURE_SMALL, Part.WEAK_SURNAME_SMALL, Part.UNKNOWN_SMALL),), (cue.NEIGHBOUR,), only_strange=True
    ),
    "article, small": Rule((tags(Part.CAPITAL_FIRST_SMALL),), (cue.ARTICLE,), (cue.DOES,)),
}
_ABOUT_ONESELF = {
    "I am called": Rule(
        (tags(*ANY, Part.NOUN, Part.WORD), _MORE), (cue.I_SAY, cue.AM_CALLED, cue.FILLER), clear=True
    ),
    "called am I": Rule((tags(*ANY), _MORE), (cue.AM_CALLED, cue.I_SAY, cue.FILLER), clear=True),
    "my name": Rule((tags(*CAPITAL, *SURE_SMALL), _MORE), cue.MY_NAME, clear=True),
    "my name is": Rule((tags(*ANY, Part.NOUN, Part.WORD), _MORE), (*cue.MY_NAME, cue.IS), clear=True),
    "is my name": Rule(
        (tags(*CAPITAL, *SURE_SMALL, Part.WEAK_SURNAME_SMALL), tags(*ANY, op="?")), (), cue.MY_NAME, clear=True
    ),
    "name field": Rule((tags(*CAPITAL), words(",", "?"), _CAPITAL_MORE), cue.NAME_FIELD, clear=True),
    "I am": Rule((_WHO, _MORE), (cue.I_SAY, cue.AM, cue.FILLER), clear=True, only_strange=True),
    "here is": Rule((_WHO, _MORE), (cue.HERE, cue.IS_OR_SPEAKS, cue.FILLER), only_strange=True),
    "here": Rule(
        (tags(*FIRST, Part.SURNAME, Part.UNKNOWN), _CAPITAL_MORE), (words("hier"),), (cue.STOPS,), only_strange=True
    ),
    "I myself": Rule(
        (tags(*FIRST, Part.SURNAME, Part.UNKNOWN), _CAPITAL_MORE),
        (cue.I_SAY, words(",")),
        (words(","),),
        only_strange=True,
    ),
    "here speaks": Rule((tags(*ANY), _MORE), (cue.HERE, cue.SPEAKS, cue.FILLER)),
    "born": Rule((tags(*FIRST, *LAST),), cue.BORN),
}
_AT_THE_END = {
    "greeting": Rule(
        (tags(*ANY, Part.NOUN), _MORE, tags(Part.PLACE, Part.NOUN, op="?")),
        (cue.GREETING, signs(",.!;:()–-", "{0,3}")),
        ends_line=True,
    ),
    "greeting from a place": Rule(
        (tags(*ANY), _MORE),
        (
            cue.GREETING,
            words("aus von vom"),
            words("der dem den", "?"),
            tags(Part.PLACE, Part.NOUN, Part.UNKNOWN, op="{1,2}"),
            signs(",.!", "{1,2}"),
        ),
        ends_line=True,
    ),
    "parting": Rule(
        (tags(*CAPITAL, *SURE_SMALL, Part.INITIAL), _MORE), (cue.PARTING, signs(",.!;:()–-", "{0,3}")), ends_line=True
    ),
    "hello": Rule((tags(Part.WEAK_FIRST, Part.UNKNOWN), tags(*LAST, op="?")), (cue.HELLO,), ends_line=True),
    "signed": Rule((_NAME_OR_NOUN, _CAPITAL_MORE), cue.SIGNED),
    "on behalf": Rule((_NAME_OR_NOUN, _CAPITAL_MORE), (words("i."), words("a. v."))),
}
RULES = {**_NAMES_THEMSELVES, **_STRANGERS, **_TITLES, **_ABOUT_ONESELF, **_AT_THE_END}
"""By name. The words of a name that several rules find are all masked."""
