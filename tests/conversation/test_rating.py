"""Which answers get buttons for rating, and that only those of one's own conversation can be rated."""
from __future__ import annotations

import pytest

from conversation.given_answers import GivenAnswer, GivenAnswers
from conversation.incoming import key_of
from conversation.messages import Answer, FeedbackPayloads
from conversation.payloads import check_issued
from conversation.rating import RATED, rated_of, with_feedback
from conversation.refusals import PayloadNotIssued
from office.feedback import Reason
from tests.chat_setup import a_request
from wording import feedback
from wording.feedback import PASSED_OVER, Press, rating_payload, read_press


def rated_numbers(*outcomes: str) -> list[int]:
    answers = [Answer("x", id=number, outcome=outcome) for number, outcome in enumerate(outcomes, 1)]
    return [one.id for one in with_feedback(answers) if one.feedback]


@pytest.mark.parametrize("outcome", sorted(RATED))
def test_an_answer_with_content_can_be_rated(outcome):
    assert rated_numbers(outcome) == [1]


@pytest.mark.parametrize("outcome", ["CRISIS", "FORM_ASKED", "ASKED_BACK", "ASKED_FOR_MORE", "ASKED_FOR_PLACE",
                                     "COURTESY", "TECHNICAL_PROBLEM", "REMEMBERED", *sorted(PASSED_OVER), feedback.TO_HUMAN])  # fmt: skip
def test_questions_crises_forms_and_feedback_itself_cannot(outcome):
    assert rated_numbers(outcome) == []


def test_several_messages_are_rated_as_one_at_the_last_with_content():
    assert rated_numbers("FOUND", "ANSWERED") == [2]
    assert rated_numbers("FOUND", "FORM_ASKED") == [1]
    assert rated_numbers("OTHERS_SHOWN", feedback.REASON_ASKED) == [1]


def test_nothing_beside_a_crisis_is_rated():
    assert rated_numbers("CRISIS", "ANSWERED") == [] and rated_of([Answer("x", outcome="CRISIS")]) is None


def test_the_payloads_name_the_answer_and_count_as_issued():
    answer, = with_feedback([Answer("x", id=7, outcome="FOUND")])
    helpful, unhelpful = '/rueckmeldung{"bewertung":"7.helpful"}', '/rueckmeldung{"bewertung":"7.unhelpful"}'
    assert answer.feedback == FeedbackPayloads(helpful, unhelpful)
    check_issued(helpful, [answer])
    check_issued(unhelpful, [answer])
    with pytest.raises(PayloadNotIssued):
        check_issued('/rueckmeldung{"bewertung":"8.helpful"}', [answer])


def test_an_answer_keeps_its_payloads_in_the_database_and_older_ones_have_none():
    answer, = with_feedback([Answer("x", id=7, outcome="FOUND")])
    assert Answer.from_json(answer.to_json()) == answer
    body = answer.to_json()
    del body["feedback"]
    assert Answer.from_json(body).feedback is None


@pytest.mark.parametrize("what", [*Press, *Reason])
def test_what_is_pressed_can_be_read_again(what):
    told = rating_payload(12, what).split('"')[3]
    assert read_press(told) == (12, what)


@pytest.mark.parametrize("told", ["", "7", "7.", "x.helpful", "-1.helpful", "7.wrong", ".helpful", "7.helpful.x"])
def test_anything_else_is_no_press(told):
    assert read_press(told) is None


# The stored answers

def answering(*outcomes: str):
    """A stand-in of Rasa that answers with messages of these outcomes."""
    return lambda _: [
        part for outcome in outcomes
        for part in ({"text": outcome}, {"custom": {"outcome": outcome, "records": [f"foe-{outcome.lower()}"]}})
    ]  # fmt: skip


async def test_the_stored_answer_tells_what_is_rated(service, rasa, database):
    rasa.reply = answering("FOUND", "RECORD_SHOWN", "FORM_ASKED")
    reply, _ = await service.handle(a_request("Bürgerbus"))
    assert [bool(one.feedback) for one in reply.messages] == [False, True, False]
    key, given = key_of(reply.conversation), GivenAnswers(database)
    turn = rasa.asked[-1]["metadata"]["turn"]
    expected = GivenAnswer(2, turn, "RECORD_SHOWN", ("foe-found", "foe-record_shown"))
    assert given.find(key, 2) == given.latest(key) == expected
    assert given.find(key, 1) is None and given.find(key, 9) is None and given.find("0" * 64, 2) is None


async def test_the_latest_answer_is_looked_for_behind_feedback_and_courtesies_only(service, rasa, database):
    given, conversation, seen = GivenAnswers(database), None, []
    for number, outcome in enumerate(["FOUND", "COURTESY", feedback.KEPT, "FORM_ASKED", "OTHERS_SHOWN"]):
        rasa.reply = answering(outcome)
        reply, _ = await service.handle(a_request(f"x{number}", conversation, f"m{number}"))
        conversation = reply.conversation
        latest = given.latest(key_of(conversation))
        seen.append(latest and latest.number)
    assert seen == [1, 1, 1, None, 5]
    assert given.before(key_of(conversation), 5).number == 1 and given.before(key_of(conversation), 1) is None


async def test_an_answer_of_another_conversation_cannot_be_rated(service, rasa):
    rasa.reply = answering("FOUND")
    first, _ = await service.handle(a_request("Bürgerbus"))
    rasa.reply = answering("COURTESY")
    other, _ = await service.handle(a_request("Hallo"))
    payload = first.messages[0].feedback.unhelpful
    with pytest.raises(PayloadNotIssued):
        await service.handle(a_request(conversation=other.conversation, message_id="m2", payload=payload))
    reply, _ = await service.handle(a_request(conversation=first.conversation, message_id="m2", payload=payload))
    assert reply.messages and rasa.heard[-1] == payload


async def test_a_crisis_gets_no_buttons(service):
    reply, _ = await service.handle(a_request("Ich will nicht mehr leben"))
    assert [one.feedback for one in reply.messages] == [None]
