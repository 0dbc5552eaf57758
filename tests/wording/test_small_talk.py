"""Small talk: never the same twice running, the second insult names a human, and one introduction."""
from __future__ import annotations

import pytest

from tests.builders import an_office
from wording.crisis import crisis_reply
from wording.my_data import REVIEW_NOTICE
from wording.reply import Reply
from wording.small_talk import INTRODUCTION, PLAIN_BUTTON, Situation, introduced, small_talk

OFFICE = an_office()


def said_in_a_row(situation: Situation, times: int) -> list[str]:
    texts: list[str] = []
    for _ in range(times):
        texts.append(small_talk(situation, texts, OFFICE).text)
    return texts


@pytest.mark.parametrize("situation", Situation)
def test_nothing_is_said_twice_running(situation):
    texts = said_in_a_row(situation, 9)
    assert all(text != then for text, then in zip(texts, texts[1:]))
    assert "{" not in "".join(texts) and "!" not in "".join(texts)


@pytest.mark.parametrize("situation", Situation)
def test_the_same_conversation_gets_the_same_words(situation):
    assert said_in_a_row(situation, 5) == said_in_a_row(situation, 5)


def test_only_the_first_greeting_introduces_itself_and_each_offers_plain_language():
    texts = said_in_a_row(Situation.GREETING, 5)
    assert [("Computerprogramm" in text) for text in texts] == [True, False, False, False, False]
    assert PLAIN_BUTTON in small_talk(Situation.GREETING, texts, OFFICE).buttons


def test_the_second_insult_names_a_human_and_the_third_stays_short():
    first, second, third, *later = said_in_a_row(Situation.INSULT, 6)
    assert OFFICE.name in second and OFFICE.phone in second and small_talk(Situation.INSULT, [first], OFFICE).buttons
    assert all(len(text.split()) <= 8 for text in (third, *later)) and first not in later


def test_what_was_said_counts_even_with_something_behind_it():
    first = small_talk(Situation.THANKS, [], OFFICE).text
    assert small_talk(Situation.THANKS, [f"{first}\n \n{INTRODUCTION}"], OFFICE).text != first


def test_a_first_answer_says_who_answers_once():
    assert introduced(Reply("Das passt.")).text == f"Das passt.\n\n{INTRODUCTION} {REVIEW_NOTICE}"
    greeting = small_talk(Situation.GREETING, [], OFFICE)
    assert introduced(greeting).text == f"{greeting.text}\n\n{REVIEW_NOTICE}"
    emergency = crisis_reply([], {}, OFFICE)
    assert introduced(emergency) == emergency
    assert introduced(Reply("I am a computer program.", lang="en")).text == "I am a computer program."
