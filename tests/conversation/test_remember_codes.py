"""The code of a list, the desk that takes it, and the words that are commands."""
from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from conversation.limits import Limit
from conversation.refusals import RateLimited
from conversation.remembering import CodeDesk, RememberLists
from conversation.remembering.codes import ALPHABET, in_groups, new_code, read_code
from conversation.remembering.phrases import command_in
from tests.chat_setup import NOW, a_request
from wording.remembering import Verb, list_payload


def test_a_code_has_55_random_bits_in_signs_that_nobody_confuses():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500 and all(len(code) == 12 and set(code) <= set(ALPHABET) for code in codes)
    assert len(set(ALPHABET)) == 32 and not set("0O1I") & set(ALPHABET)
    assert in_groups("ABCDEFGHJKLM") == "ABCD-EFGH-JKLM"


@pytest.mark.parametrize("write", [in_groups, str.lower, lambda code: f" {code[:5]} . {code[5:]} ", lambda c: "–".join(c)])
def test_a_code_is_read_however_it_is_written(write):
    code = new_code()
    assert read_code(write(code)) == code


def test_one_wrong_sign_or_two_neighbours_swapped_make_no_code():
    code = new_code()
    for place in range(12):
        for sign in set(ALPHABET) - {code[place]}:
            assert read_code(code[:place] + sign + code[place + 1 :]) is None
    for place in range(11):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or read_code(swapped) is None


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_none(text):
    code = read_code(text)
    assert code is None or (len(code) == 12 and set(code) <= set(ALPHABET))


class Ticks:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks():
    return Ticks()


async def test_who_guesses_is_stopped_and_others_are_not(database, ticks):
    lists = RememberLists(database, lambda: NOW)
    lists.remember("a" * 64, ["foe-a"])
    code = lists.issue_code(lists.issue_link("a" * 64))
    desk = CodeDesk(lists, attempts=Limit(30, 600), failures=Limit(10, 600), ticks=ticks)
    for number in range(10):
        assert await desk.open(new_code() if number % 2 else "falsch", "192.0.2.1") is None
    for tried in (new_code(), code):
        with pytest.raises(RateLimited):
            await desk.open(tried, "192.0.2.1")
    assert await desk.open(code, "192.0.2.2") is not None
    ticks.now += 60
    assert await desk.open(code, "192.0.2.1") is not None


async def test_right_codes_are_counted_too(database, ticks):
    lists = RememberLists(database, lambda: NOW)
    lists.remember("a" * 64, ["foe-a"])
    code = lists.issue_code(lists.issue_link("a" * 64))
    desk = CodeDesk(lists, attempts=Limit(3, 600), failures=Limit(10, 600), ticks=ticks)
    assert all([await desk.open(code, "2001:db8::1") for _ in range(3)])
    with pytest.raises(RateLimited):
        await desk.open(code, "2001:db8::2")


@pytest.mark.parametrize(
    "typed, verb",
    [
        ("merken", Verb.REMEMBER),
        ("Merk dir das!", Verb.REMEMBER),
        (" das  MERKEN.", Verb.REMEMBER),
        ("meine Merkliste", Verb.SHOW),
        ("Merkliste zeigen?", Verb.SHOW),
        ("Merkliste oeffnen", Verb.SHOW),
        ("Liste leeren", Verb.CLEAR),
        ("Code für ein anderes Gerät", Verb.CODE),
        ("von der Merkliste nehmen", Verb.CHOOSE),
    ],
)
def test_commands_are_found_as_whole_messages(typed, verb):
    assert command_in(typed) == list_payload(verb)


@pytest.mark.parametrize(
    "typed",
    ["", "?", "Ich will mir merken, wer Geld gibt", "Merkliste für Vereine", "/restart", "merken" * 20, "Was ist eine Liste"],
)
def test_everything_else_is_an_ordinary_message(typed):
    assert command_in(typed) is None


async def test_a_typed_command_reaches_rasa_as_the_button_does(service, rasa):
    await service.handle(a_request("Merk dir das bitte!"))
    assert rasa.heard == [list_payload(Verb.REMEMBER)]
