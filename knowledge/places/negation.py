"""Places that are named only to be ruled out, or left behind."""
from __future__ import annotations

from knowledge.places.finding import Found
from knowledge.places.spelling import Word

_BETWEEN = frozenset("in im aus bei nach von vom fuer auf an am der die das dem den mehr etwa direkt land".split())
_STRONG = frozenset("ohne ausser statt anstatt ausserhalb weder noch".split())
_WEAK = frozenset("nicht kein keine keinem keiner keinen".split())
_LIVING = frozenset("wohne wohnen lebe leben komme kommen bin sind stamme stammen".split())
_MOVING = ("gezogen", "umgezogen", "zugezogen", "hergezogen", "ziehe", "umziehe")


def ruled_out(words: list[Word], found: list[Found]) -> set[Found]:
    """The names that do not count: "nicht in Sachsen, sondern in Thüringen" means Thüringen.

    A plain "nicht" rules out only beside another place, or where somebody says where they live:
    "Warum gibt es das nicht in Sachsen?" is about Sachsen. "noch" needs its "weder".
    """
    strong = {one for one in found if _denied_by(words, one) in _STRONG and _is_really_denied(words, one)}
    weak = {one for one in found if _denied_by(words, one) in _WEAK}
    others_remain = len(strong | weak) < len(found)
    lives = any(word.key in _LIVING for word in words)
    out = strong | weak if others_remain or lives else strong
    return out | _left_behind(words, [one for one in found if one not in out])


def _denied_by(words: list[Word], one: Found) -> str:
    """The word before the name and its preposition and article; '' when a sign stands between."""
    at = one.first
    for _ in range(4):
        if at == 0 or words[at].before.strip():
            return ""
        at -= 1
        if words[at].key not in _BETWEEN:
            return words[at].key
    return ""


def _is_really_denied(words: list[Word], one: Found) -> bool:
    if _denied_by(words, one) != "noch":
        return True
    return any(word.key == "weder" for word in words[: one.first])


def _left_behind(words: list[Word], found: list[Found]) -> set[Found]:
    """The first place of "von Berlin nach Görlitz gezogen"."""
    if len(found) != 2 or not any(word.key.startswith(_MOVING) for word in words):
        return set()
    before = [words[one.first - 1].key if one.first else "" for one in found]
    return {found[0]} if before[0] in ("von", "aus") and before[1] in ("nach", "in") else set()
