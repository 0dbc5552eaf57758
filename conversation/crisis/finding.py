"""Words of acute need, found before anything else happens with a message.

A pure function over closed lists, rows of words first (`phrases`), then words in any order (`signs`): it
works when Rasa and the database are down, inside a form and for whoever has used up a limit. It is the first net; the
classifier is the second. Rather a false alarm than a missed one, but nobody with
an idea for suicide prevention or an emergency bracelet should be handed a crisis number.
"""
from __future__ import annotations

import re
from enum import Enum, unique

from conversation.crisis import (
    phrases as shared,
    phrases_abroad as abroad,
    phrases_abroad_danger as abroad_danger,
    phrases_danger as danger,
    phrases_harmless as harmless,
    phrases_illness as illness,
    phrases_quiet as quiet,
    phrases_suicide as suicide,
    phrases_violence as violence,
    signs,
)
from conversation.crisis.lines import Lines, Signs, words_in
from conversation.crisis.spelling import as_listed, normalised


@unique
class CrisisKind(Enum):
    """What is wrong, each with the contact records that help, the most urgent first.

    The police (110) has no record in the facts; the wording names it before all records. THREAT is a threat against
    others: somebody to talk to comes first, since 110 and 112 stand above it anyway. The Hilfetelefon is for women and
    whoever is near them; for men and old people there is no record of their own yet, so VIOLENCE names the
    TelefonSeelsorge as well, and SUICIDE the Nummer gegen Kummer for the young.
    """

    LIFE_DANGER = ("kon-notruf-112",)
    SUICIDE = ("kon-notruf-112", "kon-telefonseelsorge", "kon-nummer-gegen-kummer")
    CHILD = ("kon-notruf-112", "kon-nummer-gegen-kummer", "kon-hilfetelefon-gewalt-frauen")
    VIOLENCE = ("kon-notruf-112", "kon-hilfetelefon-gewalt-frauen", "kon-telefonseelsorge")
    THREAT = ("kon-telefonseelsorge", "kon-notruf-112")
    MEDICAL = ("kon-bereitschaftsdienst-116117", "kon-notruf-112")

    @property
    def record_ids(self) -> tuple[str, ...]:
        return self.value


def find_crisis(text: str) -> CrisisKind | None:
    """The most urgent need that `text` names, or None. Looks at the whole text, whatever its length."""
    if _CALL_FOR_HELP.fullmatch(text):
        return CrisisKind.LIFE_DANGER
    sentences = _HARMLESS.without(as_listed(normalised(_without_titles(text))))
    sentences = _REPORTED.without(sentences, to_the_end=True)
    words = words_in(sentences)
    told = None
    for kind in CrisisKind:
        felt, seen = _LINES[kind]
        if felt.found_in(sentences, words):
            return kind
        if seen is not None:
            told = _only_facts(sentences) if told is None else told
            if seen.found_in(told, words):
                return kind
    return _by_signs(sentences, words)


def is_figure_of_speech(text: str) -> bool:
    """Whether strong words are meant as people say them every day: „Uns brennt der Termin unter den Nägeln“."""
    sentences = as_listed(normalised(text))
    return _HARMLESS.found_in(sentences, words_in(sentences))


_CALL_FOR_HELP = re.compile(r"\W*(?:hilfe\W*!\W*!\W*|hilfe\W+(?:hilfe\W*)+)", re.IGNORECASE)
"""Nothing but a shout. A single „Hilfe“ may as well look for the manual: that is asked back, not answered here."""
_IN_QUOTES = re.compile(rf"\b{shared.TITLED}\b[^.!?]{{0,40}}?[„\"“»‚]([^„\"“”«»]{{1,100}})[“”\"«‘]", re.IGNORECASE)


def _without_titles(text: str) -> str:
    """A play called „Ich will nicht mehr leben“ is a title, no cry."""
    return _IN_QUOTES.sub(" ", text)


_HARMLESS = Lines(harmless.HARMLESS)
_REPORTED = Lines(shared.REPORTED)
_CONDITION = Lines(shared.CONDITION)
_PROJECT = Lines(shared.PROJECT)
_NOT_NOW = Lines(shared.PAST, shared.FICTION)
_MINE = Lines("MEINE")
_LINES = {
    CrisisKind.LIFE_DANGER: (
        Lines(danger.FELT_LIFE_DANGER, abroad_danger.LIFE_DANGER),
        Lines(danger.SEEN_LIFE_DANGER),
    ),
    CrisisKind.SUICIDE: (Lines(suicide.FELT_SUICIDE, abroad.SUICIDE), None),
    CrisisKind.CHILD: (Lines(violence.FELT_CHILD, abroad.CHILD), Lines(violence.SEEN_CHILD)),
    CrisisKind.VIOLENCE: (Lines(violence.FELT_VIOLENCE, abroad.VIOLENCE), Lines(violence.SEEN_VIOLENCE)),
    CrisisKind.THREAT: (Lines(violence.THREAT, abroad.THREAT), None),
    CrisisKind.MEDICAL: (Lines(illness.FELT_MEDICAL, abroad_danger.MEDICAL), Lines(illness.SEEN_MEDICAL)),
}
_QUIET = Lines(quiet.QUIET_SUICIDE)
_PLAN = Lines(signs.PLAN)
_SIGNS = {kind: Signs(getattr(signs, kind.name)) for kind in CrisisKind}


def _only_facts(sentences: str) -> str:
    """Without the sentences of the past, of a play or of what might happen: "wenn Oma stürzt, gibt die App Alarm"."""
    return " .".join(one for one in sentences.split(" .") if not _is_no_fact(one)) + " ."


def _is_no_fact(sentence: str) -> bool:
    words = words_in(sentence)
    if _NOT_NOW.found_in(sentence, words):
        return True
    if not _CONDITION.found_in(sentence, words):
        return False
    return _PROJECT.found_in(sentence, words) or not _MINE.found_in(sentence, words)


def _by_signs(sentences: str, words: set[str]) -> CrisisKind | None:
    """What words in any order tell, in a message that plans nothing; last, two different quiet signs of despair."""
    told = _without_plans(_only_facts(sentences))
    for kind, signs_of_kind in _SIGNS.items():
        if signs_of_kind.found_in(told):
            return kind
    if _PLAN.found_in(sentences, words):
        return None
    return CrisisKind.SUICIDE if "ich" in words and _QUIET.count_in(sentences, words) >= 2 else None


def _without_plans(sentences: str) -> str:
    """Without the sentences that speak of a project, a law or money."""
    return " .".join(one for one in sentences.split(" .") if not _PLAN.found_in(one, words_in(one))) + " ."
