"""What is read from the tracker when an answer is rated: the question, what was shown, the reason that was typed."""
from __future__ import annotations

from dataclasses import asdict

import pytest
from rasa_sdk import Tracker

from actions.asked import asked_in_turn
from actions.feedback_reasons import TypedReason, reason_typed
from actions.history import last_answer, shown_records
from conversation.context import Subject, Subjects
from conversation.given_answers import GivenAnswer
from office.feedback import Reason
from tests.conversations.knowledge_base import loaded_services
from wording.feedback import HELPFUL, REASON_ASKED, WORDS_ASKED, reason_asked, reason_kept

FOUND = GivenAnswer(1, 11, "FOUND", ("foe-a",))


def said(text: str, turn: int = 11, need: str = "foerderung", **entities: str) -> dict:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    parsed = {"intent": {"name": need}, "entities": found, "intent_ranking": [{"name": need}, {"name": "kontakt"}]}
    return {"event": "user", "text": text, "parse_data": parsed, "metadata": {"turn": turn}}


def looked_up(question: str, kind: str = "foerderung") -> dict:
    return {"event": "slot", "name": "asked", "value": Subjects(Subject(kind, question)).to_dict()}


def answered(outcome: str, *records: str, buttons=()) -> list[dict]:
    """The two events of one message of ours."""
    return [
        {"event": "bot", "text": "…", "data": {"buttons": [asdict(one) for one in buttons]}},
        {"event": "bot", "data": {"custom": {"outcome": outcome, "records": list(records)}}},
    ]


def a_tracker(*events: dict, text: str = "x", need: str = "nlu_fallback", confidence: float = 0.4) -> Tracker:
    message = {"text": text, "intent": {"name": need, "confidence": confidence}, "entities": []}
    return Tracker("s1", {}, message, [*events, {"event": "user", "text": text}], False, None, {}, "action_listen")


def test_the_question_is_what_was_looked_up_in_that_turn():
    tracker = a_tracker(said("Bürgerbus", 10), looked_up("Bürgerbus"), *answered("FOUND", "foe-a"),
                        said("und in Bayern?", 11), looked_up("Bürgerbus in Bayern"), *answered("FOUND", "foe-b"),
                        said("Wer hilft?", 12, "kontakt"), looked_up("Wer hilft?", "kontakte"))  # fmt: skip
    asked = asked_in_turn(tracker, FOUND)
    assert (asked.question, asked.kind, asked.may_be_kept) == ("Bürgerbus in Bayern", "foerderung", True)
    assert asked.likely == ("foerderung", "kontakt")


def test_a_question_of_its_own_does_not_lean_on_an_earlier_one():
    tracker = a_tracker(said("Bürgerbus", 10), looked_up("Bürgerbus"), said("Wer bist du?", 11, "ueber_bot"))
    asked = asked_in_turn(tracker, GivenAnswer(2, 11, "ANSWERED", ()))
    assert (asked.question, asked.kind, asked.need) == ("Wer bist du?", None, "ueber_bot")


@pytest.mark.parametrize("text, outcome", [("das zweite", "RECORD_SHOWN"), ('/foerderung{"record":"foe-a"}', "RECORD_SHOWN"),
                                           ("/foerderung", "FOUND")])  # fmt: skip
def test_what_opened_a_record_and_a_button_lean_on_what_was_asked_before(text, outcome):
    tracker = a_tracker(said("Bürgerbus", 10), looked_up("Bürgerbus"), said(text, 11))
    assert asked_in_turn(tracker, GivenAnswer(2, 11, outcome, ("foe-a",))).question == "Bürgerbus"


def test_a_turn_of_another_day_is_not_known_and_nothing_is_kept():
    asked = asked_in_turn(a_tracker(said("Bürgerbus", 10)), FOUND)
    assert (asked.question, asked.may_be_kept) == ("", False)


@pytest.mark.parametrize("text, need", [("Ich will nicht mehr leben", "foerderung"), ("alles ist dunkel", "notlage")])
def test_nothing_of_a_crisis_may_be_kept(text, need):
    assert not asked_in_turn(a_tracker(said(text, 11, need)), FOUND).may_be_kept


def test_all_records_that_were_shown_are_known():
    tracker = a_tracker(said("a"), *answered("FOUND", "foe-a", "foe-b"), said("b"), *answered("RECORD_SHOWN", "foe-c"))
    assert shown_records(tracker) == {"foe-a", "foe-b", "foe-c"}


def test_thanks_for_a_rating_are_looked_through_and_another_try_is_not():
    before = [said("Bürgerbus", 10), *answered("FOUND", "foe-a")]
    tracker = a_tracker(*before, said("/rueckmeldung", 11), *answered(HELPFUL))
    assert last_answer(tracker).records == ["foe-a"] and last_answer(tracker).before["text"] == "Bürgerbus"
    tracker = a_tracker(*before, said("/rueckmeldung", 11), *answered("OTHERS_SHOWN", "foe-b"))
    assert last_answer(tracker).records == ["foe-b"]


# The reason

BEHIND_ANOTHER_TRY = [said("/rueckmeldung"), *answered(REASON_ASKED, buttons=reason_asked(7).buttons)]
FOR_OWN_WORDS = [
    said("/rueckmeldung"),
    *answered(WORDS_ASKED, buttons=reason_kept(Reason.OTHER, 7, loaded_services().library.office, None).buttons),
]


def heard(text: str, events=BEHIND_ANOTHER_TRY, need: str = "nlu_fallback", confidence: float = 0.4) -> TypedReason | None:
    tracker = a_tracker(*events, text=text, need=need, confidence=confidence)
    return reason_typed(tracker, loaded_services(), is_verdict=False)


@pytest.mark.parametrize("text, reason", [("veraltet", Reason.OUTDATED), ("Falscher Ort", Reason.WRONG_PLACE)])
def test_a_reason_may_be_typed_as_it_stands_on_the_button(text, reason):
    assert heard(text) == TypedReason(7, reason) == heard(text, FOR_OWN_WORDS)


def test_no_reason_is_asked_for_without_the_question():
    assert heard("veraltet", [said("Bürgerbus"), *answered("FOUND", "foe-a")]) is None


@pytest.mark.parametrize("text, need, confidence", [
    ("Das ist alles viel zu lang für mich", "unzufrieden", 0.9), ("das war ja wohl nichts Neues", "nlu_fallback", 0.4),
    ("Die Frist ist schon vorbei", "foerderung", 0.6),
])  # fmt: skip
def test_behind_another_try_a_complaint_is_the_reason(text, need, confidence):
    assert heard(text, need=need, confidence=confidence) == TypedReason(7, Reason.OTHER, has_words=True)


@pytest.mark.parametrize("text, need, confidence", [
    ("Wer ist für Spielplätze zuständig?", "kontakt", 0.95), ("Bürgerbus in Sachsen", "foerderung", 0.6),
    ("in Leipzig", "nlu_fallback", 0.4), ("wir sind ein Verein", "nlu_fallback", 0.4),
    ("und in Bayern?", "nlu_fallback", 0.4),
    ("das zweite", "nlu_fallback", 0.4), ("Ich will mit einem Menschen sprechen", "mensch", 0.9),
    ("Ich will nicht mehr leben", "nlu_fallback", 0.4), ("Die Frist ist vorbei, helfen Sie mir", "mensch", 0.5),
])  # fmt: skip
def test_behind_another_try_anything_else_is_answered_as_ever(text, need, confidence):
    assert heard(text, need=need, confidence=confidence) is None


@pytest.mark.parametrize("text, need, confidence", [
    ("Es geht um einen privaten Flohmarkt", "veranstaltungen", 0.7), ("zu viele Fachwörter", "nlu_fallback", 0.4),
    ("Ihr seid alle unfähig", "beleidigung", 0.99),
])  # fmt: skip
def test_asked_for_own_words_nearly_everything_is_the_reason(text, need, confidence):
    assert heard(text, FOR_OWN_WORDS, need, confidence) == TypedReason(7, Reason.OTHER, has_words=True)


@pytest.mark.parametrize("text, need, confidence", [
    ("Wie viel Geld gibt es für einen Bürgerbus?", "foerderung", 0.95), ("Bürgerbus in Sachsen fördern", "foerderung", 0.95),
    ("Ich möchte einen Menschen", "mensch", 0.6), ("alles ist dunkel", "notlage", 0.5),
])  # fmt: skip
def test_asked_for_own_words_another_need_is_answered(text, need, confidence):
    assert heard(text, FOR_OWN_WORDS, need, confidence) is None


@pytest.mark.parametrize("text", ["überspringen", "keine Angabe"])
def test_the_reason_can_be_skipped(text):
    assert heard(text) == TypedReason(7, None) == heard(text, FOR_OWN_WORDS)
    assert heard("nein danke", need="nein", confidence=0.9) == TypedReason(7, None)
