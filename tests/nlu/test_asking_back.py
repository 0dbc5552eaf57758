"""Doubt between needs is asked back; a possible emergency goes first and is never doubted away."""
from __future__ import annotations

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.asking_back import AskingBack
from bot.nlu.field_entities import CLAUSES
from bot.nlu.need_classifier import CARE, CARE_WHERE_NOTHING_IS_ASKED, SECOND_NEED, NeedClassifier, emergency_first

EXAMPLES = {
    "foerderung": "Geld für den Verein|Zuschuss für den Dorfladen|wer fördert uns|Fördermittel|Stiftung gesucht|Preisgeld"
    "|wer bezahlt den Bürgerbus|wer gibt dem Verein Geld|wer gibt uns Geld|Zuschüsse beantragen",
    "notlage": "hier brennt die Scheune|es brennt|die Scheune brennt gerade|Hilfe, Feuer|er atmet nicht|ich will sterben"
    "|hier brennt es gerade|mein Vater liegt am Boden|sie blutet stark|wir kriegen keine Luft",
    "nlu_fallback": "der Hof liegt am Wald|unser Hund ist alt|ich sitze im Rollstuhl|wir wohnen am See|mein Knie zwickt"
    "|bei uns regnet es|ich bin müde|unsere Kirche ist klein|der Bus fährt selten|wir sind zu zweit",
    "danke": "Danke|vielen Dank|herzlichen Dank|danke schön|super danke|besten Dank|merci|danke sehr",
}


def ranking_of(**shares: float) -> list[dict]:
    """Likeliest first, as the classifier tells it."""
    return [{"name": need, "confidence": share} for need, share in sorted(shares.items(), key=lambda one: -one[1])]


def acted_upon(ranking: list[dict]) -> str:
    first = emergency_first(ranking)
    message = Message(data={TEXT: "irgendein Satz", INTENT: first[0], INTENT_RANKING_KEY: first})
    AskingBack({"threshold": 0.4, "ambiguity_threshold": 0.05}).process([message])
    return message.get(INTENT)["name"]


@pytest.mark.parametrize(
    ("shares", "need"),
    [
        ({"foerderung": 0.9, "notlage": 0.04, "mensch": 0.03}, "foerderung"),
        ({"foerderung": 0.35, "notlage": 0.05, "mensch": 0.3}, "nlu_fallback"),
        ({"foerderung": 0.48, "notlage": 0.02, "mensch": 0.46}, "nlu_fallback"),
        ({"foerderung": 0.6, "notlage": CARE, "mensch": 0.1}, "notlage"),
        ({"foerderung": 0.3, "notlage": 0.31, "mensch": 0.2}, "notlage"),
        ({"foerderung": 0.6, "notlage": CARE - 0.01, "mensch": 0.1}, "foerderung"),
        ({"nlu_fallback": 0.8, "notlage": CARE_WHERE_NOTHING_IS_ASKED, "mensch": 0.05}, "notlage"),
        ({"nlu_fallback": 0.8, "notlage": CARE_WHERE_NOTHING_IS_ASKED - 0.01, "mensch": 0.05}, "nlu_fallback"),
        ({"foerderung": 0.5, "nlu_fallback": 0.3, "notlage": CARE_WHERE_NOTHING_IS_ASKED}, "foerderung"),
    ],
)
def test_who_is_unsure_asks_back_but_not_away_from_an_emergency(shares, need):
    assert acted_upon(ranking_of(**shares)) == need


def test_an_emergency_keeps_its_own_share_and_the_others_their_order():
    ranking = emergency_first(ranking_of(foerderung=0.5, notlage=0.3, mensch=0.15, danke=0.05))
    assert [(one["name"], one["confidence"]) for one in ranking] == [
        ("notlage", 0.3), ("foerderung", 0.5), ("mensch", 0.15), ("danke", 0.05),
    ]  # fmt: skip


def test_what_asks_for_nothing_stands_once_in_its_ranking():
    message = Message(data={TEXT: "x", INTENT: (ranking := ranking_of(nlu_fallback=0.39, mensch=0.37))[0]})
    message.set(INTENT_RANKING_KEY, ranking)
    AskingBack({"threshold": 0.4, "ambiguity_threshold": 0.05}).process([message])
    assert message.get(INTENT_RANKING_KEY) == ranking_of(nlu_fallback=0.39, mensch=0.37)


@pytest.fixture(scope="module")
def classifier(tmp_path_factory) -> NeedClassifier:
    """One that has learned from EXAMPLES alone."""
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("needs")), Resource("needs")
    told = [Message(data={TEXT: text, INTENT: need}) for need, texts in EXAMPLES.items() for text in texts.split("|")]
    NeedClassifier(NeedClassifier.get_default_config(), storage, resource).train(TrainingData(told))
    return NeedClassifier.load(NeedClassifier.get_default_config(), storage, resource, execution_context=None)


def read(classifier: NeedClassifier, *clauses: str) -> Message:
    (message,) = classifier.process([Message(data={TEXT: ", ".join(clauses), CLAUSES: list(clauses)})])
    return message


def test_nothing_is_served_before_an_emergency_or_offered_behind_it(classifier):
    message = read(classifier, "wer gibt dem Verein Geld", "hier brennt gerade die Scheune")
    assert message.get(INTENT)["name"] == "notlage" and message.get(SECOND_NEED) is None


def test_who_tells_something_and_asks_for_something_is_served(classifier):
    told = ["unser Hund ist alt und müde und mein Knie zwickt", "bei uns am Wald regnet es", "wir wohnen zu zweit am See"]
    assert read(classifier, *told).get(INTENT)["name"] == "nlu_fallback"
    message = read(classifier, *told, "wer gibt dem Verein Geld")
    assert message.get(INTENT)["name"] == "foerderung" and message.get(SECOND_NEED) is None
    names = [one["name"] for one in message.get(INTENT_RANKING_KEY)]
    assert len(names) == len(set(names))
