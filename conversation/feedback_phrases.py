"""What people type to rate the last answer: a closed list. A message must stand here as a whole.

„Das war falsch“ is in it; „Danke“ alone is not, nor is anything that says more.
"""
from __future__ import annotations

from functools import lru_cache
from typing import Mapping

from conversation.commands.phrase_list import folded_words, written_out
from office.feedback import Reason

_FILLERS = frozenset(
    "mir uns leider so aber ganz einfach doch auch ueberhaupt gar wirklich jetzt alles weiter nein nee ne hm naja ja bitte "
    "danke vielen dank sehr super echt eigentlich wohl ok okay ist war sind".split()
)
"""Words that change nothing here; they fall away in the message and in the phrases alike."""
_UNHELPFUL = """
    [das] (falsch|verkehrt|nicht richtig|nicht hilfreich|nicht passend|unpassend)
    [die|deine|ihre|diese] antwort (falsch|verkehrt|nicht richtig|nicht hilfreich)
    (falsche|verkehrte) antwort
    [(das|die antwort)] (stimmt|passt|hilft) [(da|hier)] nicht
    [(das|die antwort)] hat nicht geholfen
    [(das|die antwort)] passt nicht zu meiner frage
    [das] (nützt|nutzt|bringt|hilft) (nichts|nix)
    [das] (meinte|meine|mein|suche|suchte|wollte|brauche) ich nicht
    [das] (habe|hab|hatte) ich nicht (gemeint|gesucht|gewollt|gefragt)
    danach (habe|hab|hatte) ich nicht gefragt
    [das] nicht (meine frage|gemeint|das richtige|das was ich (suche|brauche|meinte|wollte))
    [das] (schlecht|mist|quatsch|unsinn|unbrauchbar|nutzlos)
    schlechte antwort
    für (nichts|nix)
    [das] nicht was ich (suche|brauche|meinte|wollte|gesucht habe)
    (ich meinte|ich suche|ich wollte) (was|etwas) (anderes|andres)
"""
_HELPFUL = """
    [(das|die antwort)] hilfreich
    [(das|die antwort)] (hilft|hat geholfen)
    (genau|exakt) (das|danach) (habe|hab|hatte) ich gesucht
    (genau|exakt) (das|so etwas|sowas) (suche|suchte|brauche|wollte|meinte) ich
    genau das wollte ich wissen
    [das] (genau das|genau) was ich (suche|brauche|wollte|meinte|gesucht habe)
    [das] genau das richtige
"""
_REASONS = {
    Reason.NOT_FITTING: """
        passt nicht zu meiner frage
        passt nicht zur frage""",
    Reason.OUTDATED: """
        [das] (veraltet|überholt|zu alt|nicht mehr aktuell|nicht aktuell|abgelaufen)
        [das] gilt nicht mehr
        [das] gibt es nicht mehr""",
    Reason.WRONG_PLACE: """
        [(der|das)] (falscher|falsche) (ort|gegend|region|stadt|bundesland)
        [(der|die|das)] (ort|gegend|region|stadt|bundesland) (falsch|stimmt nicht|passt nicht)
        falsches bundesland""",
    Reason.HARD_TO_UNDERSTAND: """
        [das] zu (schwer|schwierig|kompliziert|hoch) [(zu verstehen|geschrieben)]
        [das] (schwer|schwierig) zu verstehen
        [das] (unverständlich|nicht verständlich)
        [das] verstehe ich nicht""",
    Reason.OTHER: """
        (etwas|was) (anderes|andres)""",
}


def verdict_in(text: str) -> bool | None:
    """Whether `text`, as a whole, says that the last answer helped (True) or did not (False); None if neither.

    Nothing with a question mark is in the list: „Ist das falsch?“ asks.
    """
    return None if "?" in text else _verdicts().get(_bare(text))


def reason_in(text: str) -> Reason | None:
    """The reason that `text`, as a whole, gives to the question for one; None if it gives none of the list."""
    return _reasons().get(_bare(text))


@lru_cache(maxsize=1)
def _verdicts() -> Mapping[str, bool]:
    return {**_rows(_UNHELPFUL, False), **_rows(_HELPFUL, True)}


@lru_cache(maxsize=1)
def _reasons() -> Mapping[str, Reason]:
    return {row: one for reason, patterns in _REASONS.items() for row, one in _rows(patterns, reason).items()}


def _rows(patterns: str, meaning):
    lines = filter(None, map(str.strip, patterns.splitlines()))
    return {_bare(phrase): meaning for line in lines for phrase in written_out(line)}


def _bare(text: str) -> str:
    return " ".join(word for word in folded_words(text) if word not in _FILLERS)
