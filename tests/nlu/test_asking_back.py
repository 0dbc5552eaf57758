"""Doubt between needs is asked back; a possible emergency goes first and is never doubted away."""
from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.asking_back import AskingBack
from bot.nlu.need_classifier import CARE, NeedClassifier

NEEDS = ["foerderung", "notlage", "mensch", "danke"]


class Shares:
    """A model that sees the same shares in every message, in the order of NEEDS."""

    needs = NEEDS

    def __init__(self, *shares: float) -> None:
        self._shares = shares

    def probabilities(self, texts):
        import numpy

        return numpy.array([self._shares] * len(texts))

    def probabilities_by_ngrams(self, texts):
        return self.probabilities(texts)


def understood(*shares: float, clauses: list[str] = []) -> Message:
    message = Message(data={TEXT: "irgendein Satz", "clauses": clauses})
    NeedClassifier(NeedClassifier.get_default_config(), None, None, Shares(*shares)).process([message])
    AskingBack({"threshold": 0.4, "ambiguity_threshold": 0.05}).process([message])
    return message


@pytest.mark.parametrize(
    ("shares", "need"),
    [
        ((0.9, 0.04, 0.03, 0.03), "foerderung"), ((0.35, 0.05, 0.3, 0.3), "nlu_fallback"), ((0.48, 0.02, 0.46, 0.04), "nlu_fallback"),
        ((0.6, CARE, 0.1, 0.05), "notlage"), ((0.3, 0.31, 0.2, 0.19), "notlage"), ((0.6, CARE - 0.01, 0.1, 0.06), "foerderung"),
    ],
)  # fmt: skip
def test_who_is_unsure_asks_back_but_not_away_from_an_emergency(shares, need):
    assert understood(*shares).get(INTENT)["name"] == need


def test_an_emergency_keeps_its_own_share_and_the_others_their_order():
    message = understood(0.5, 0.3, 0.15, 0.05)
    ranking = [(one["name"], one["confidence"]) for one in message.get(INTENT_RANKING_KEY)]
    assert ranking == [("notlage", 0.3), ("foerderung", 0.5), ("mensch", 0.15), ("danke", 0.05)]


def test_nothing_is_served_before_an_emergency_or_offered_behind_it():
    clauses = ["wer gibt dem Verein Geld", "und hier brennt gerade die Scheune"]
    assert understood(0.02, 0.97, 0.01, 0.0, clauses=clauses).get("second_need") is None
