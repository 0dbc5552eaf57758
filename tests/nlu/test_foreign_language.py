"""Messages that are clearly foreign, after the classifier has read a German need into them."""
from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.foreign_language import LANGUAGE, ForeignLanguage

RANKING = [{"name": "foerderung", "confidence": 0.6}, {"name": "kontakt", "confidence": 0.3}, {"name": "ja", "confidence": 0.1}]


@pytest.fixture(scope="module")
def component() -> ForeignLanguage:
    return ForeignLanguage({})


def read(component, text: str, first: str = "foerderung") -> Message:
    ranking = [{**RANKING[0], "name": first}, *RANKING[1:]]
    (message,) = component.process([Message(data={TEXT: text, INTENT: ranking[0], INTENT_RANKING_KEY: ranking})])
    return message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where can our association apply for funding?", "en"), ("Чи є тут хтось, хто розмовляє українською?", "uk"),
        ("Derneğimiz için nereden para bulabiliriz?", "tr"), ("ሰላም፣ ኣብዚ ብትግርኛ ዝሕግዘኒ ሰብ ኣሎ ድዩ?", "other"),
    ],
)  # fmt: skip
def test_the_need_for_another_language_comes_first_and_shares_still_sum_to_one(component, text, language):
    message = read(component, text)
    ranking = message.get(INTENT_RANKING_KEY)
    assert message.get(LANGUAGE) == language
    assert message.get(INTENT) == ranking[0] and ranking[0]["name"] == "andere_sprache"
    assert sum(one["confidence"] for one in ranking) == pytest.approx(1)
    assert [one["name"] for one in ranking[1:]] == ["foerderung", "kontakt", "ja"]


@pytest.mark.parametrize("text", ["Wer fördert unseren Verein?", "ik bruuk Geld för uns Dörpshuus", "Best Practice Coworking", "ok", ""])
def test_german_of_every_kind_is_left_to_the_classifier(component, text):
    message = read(component, text)
    assert message.get(INTENT)["name"] == "foerderung" and message.get(LANGUAGE) == "de"


@pytest.mark.parametrize("first", ["notlage", "andere_sprache"])
def test_an_emergency_in_any_language_is_one_first(component, first):
    assert read(component, "My husband beats me and I am afraid to go home", first).get(INTENT)["name"] == first
