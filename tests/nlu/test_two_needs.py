"""Two needs in one message, with a small classifier that is learned for the test."""
from __future__ import annotations

import pytest
import yaml
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.field_entities import CLAUSES
from bot.nlu.need_classifier import SECOND_NEED, NeedClassifier
from bot.nlu.need_model import NeedModel
from bot.nlu.two_needs import find_other_need
from evaluation.message_sets import SETS
from knowledge.spelling.correction import Correction
from knowledge.embedding import UseEmbedder
from tests.nlu.test_training_data import MESSAGES

ASKED = {need: MESSAGES[need][:90] for need in ("foerderung", "kontakt", "rechtliche_huerde", "gruss", "danke")}
MONEY, OFFICE = "Wer gibt uns Geld für den Dorfladen?", "Welche Telefonnummer hat die Ehrenamtsstelle in Bautzen?"
LAW = "Brauchen wir für den Verkauf eine Genehmigung vom Amt?"


@pytest.fixture(scope="module")
def model() -> NeedModel:
    texts, needs = zip(*((text, need) for need, texts in ASKED.items() for text in texts))
    return NeedModel.train(texts, needs, UseEmbedder(), Correction.learn(texts, {}), 1.0)


@pytest.fixture(scope="module")
def classifier(tmp_path_factory) -> NeedClassifier:
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("needs")), Resource("needs")
    messages = [Message(data={TEXT: text, INTENT: need}) for need, texts in ASKED.items() for text in texts]
    NeedClassifier(NeedClassifier.get_default_config(), storage, resource).train(TrainingData(messages))
    return NeedClassifier.load(NeedClassifier.get_default_config(), storage, resource, None)


def test_a_message_of_one_clause_or_one_need_has_no_other(model):
    assert find_other_need("foerderung", [MONEY], model) is None
    assert find_other_need("foerderung", [MONEY, "Wer bezahlt uns die Regale?"], model) is None
    assert find_other_need("foerderung", ["Guten Tag zusammen!", MONEY, "danke"], model) is None


def test_the_other_need_is_found_with_its_words_and_its_place(model):
    behind = find_other_need("foerderung", [MONEY, OFFICE], model)
    assert (behind.need, behind.text, behind.comes_first) == ("kontakt", OFFICE, False) and behind.confidence >= 0.9
    assert find_other_need("kontakt", [MONEY, OFFICE], model).need == "foerderung"
    assert behind.third is None


def test_a_third_need_is_named_beside_the_second(model):
    other = find_other_need("foerderung", [MONEY, OFFICE, LAW], model)
    assert {other.need, other.third} == {"kontakt", "rechtliche_huerde"}


def test_the_need_that_is_asked_for_first_is_served_and_the_other_offered(classifier):
    for clauses, first, second in (([MONEY, OFFICE], "foerderung", "kontakt"), ([OFFICE, MONEY], "kontakt", "foerderung")):
        (message,) = classifier.process([Message(data={TEXT: " ".join(clauses), CLAUSES: clauses})])
        ranking = message.get(INTENT_RANKING_KEY)
        assert {message.get(INTENT)["name"], message.get(SECOND_NEED)["name"]} == {first, second}
        assert message.get(INTENT) == ranking[0] and len({one["name"] for one in ranking}) == len(ranking)
        assert [one["confidence"] for one in ranking] == sorted((one["confidence"] for one in ranking), reverse=True)


def test_every_pair_of_the_set_names_needs_that_exist():
    pairs = yaml.safe_load((SETS / "two_needs.yml").read_text("utf-8"))
    assert {one["first"] for one in pairs} <= set(MESSAGES) and {one["second"] for one in pairs} <= {*MESSAGES, None}
    assert sum(one["second"] is not None for one in pairs) >= 80
