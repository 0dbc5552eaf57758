"""Two needs in one message: the one that is asked for first is served, the other is offered right after it.

A message is cut into clauses (`knowledge.clauses`); a clause that on its own surely asks for something else than the
message as a whole carries another need. What people merely tell (an idea, an obstacle, praise) is context and never
another need. Figures: `./lotse eval nlu`.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from bot.nlu.need_model import NeedModel

ASKED_FOR = frozenset(
    "foerderung rechtliche_huerde kontakt fallbeispiele methode veranstaltungen mentoring vernetzung idee_status "
    "beratung_buchen beratung_aendern mensch datenschutz ueber_bot".split()
)
"""Needs that are asked for and can be served one after the other."""
SURE = 0.9
"""Confidence from which a clause carries a need of its own; 0.7 found one more of 80 pairs and six false ones more."""
SURE_OF_ORDER = 0.98
"""Confidence from which the order of the clauses decides which need is the first."""
POSSIBLE = 0.2
"""Share by n-grams alone below which no clause is looked at closely: four of five messages of several clauses are done
with that, and of 80 pairs none is lost."""
SHORTEST = 3
"""Words of a clause that can stand for itself."""


@dataclass(frozen=True)
class OtherNeed:
    """A need beside the main one, how sure, the words that carry it, and whether it is asked for before the main one."""

    need: str
    confidence: float
    text: str
    comes_first: bool
    third: str | None = None
    """One more need that is asked for, beside both."""


def find_other_need(main: str, clauses: Sequence[str], model: NeedModel) -> OtherNeed | None:
    """The surest other need among `clauses`, with a third one if there is; None for one clause or one need."""
    own = [clause for clause in clauses if len(clause.split()) >= SHORTEST]
    if len(own) < 2 or not _may_hold_another(main, own, model):
        return None
    seen = [_likeliest(likely, model) for likely in model.probabilities(own)]
    others = [at for at, (need, sure) in enumerate(seen) if need in ASKED_FOR - {main} and sure >= SURE]
    if not others:
        return None
    at = max(others, key=lambda one: seen[one][1])
    of_main = next((place for place, (need, _) in enumerate(seen) if need == main), None)
    before = of_main is not None and at < of_main and min(seen[at][1], seen[of_main][1]) >= SURE_OF_ORDER
    thirds = [one for one in others if seen[one][0] != seen[at][0]]
    third = seen[max(thirds, key=lambda one: seen[one][1])][0] if thirds else None
    return OtherNeed(seen[at][0], seen[at][1], own[at], before, third)


def _may_hold_another(main: str, clauses: Sequence[str], model: NeedModel) -> bool:
    others = [column for column, need in enumerate(model.needs) if need in ASKED_FOR - {main}]
    return bool((model.probabilities_by_ngrams(clauses)[:, others] >= POSSIBLE).any())


def _likeliest(likely, model: NeedModel) -> tuple[str, float]:
    best = int(likely.argmax())
    return model.needs[best], float(likely[best])
