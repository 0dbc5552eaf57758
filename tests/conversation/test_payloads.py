"""What may reach Rasa as a command and what only as words."""
from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from conversation.messages import Answer, Button, ContextPart
from conversation.payloads import MAXIMUM_LENGTH, check_issued, neutralised, readable
from conversation.refusals import MessageEmpty, MessageTooLong, PayloadNotIssued, TextUnreadable

ISSUED = [Answer("a"), Answer("b", buttons=(Button("Mehr", '/mehr{"record": "x"}'), Button("Ja", "/ja")), context=(ContextPart("place", "in Suhl", "/weg"),))]


@pytest.mark.parametrize("payload", ["/gruss", "/ja", '/mehr{"record": "x"}', "/weg"])
def test_payloads_of_our_buttons_and_the_greeting_are_taken(payload):
    check_issued(payload, ISSUED)


@pytest.mark.parametrize("payload", ["/restart", "/mehr", '/mehr{"record": "y"}', "/ja ", "ja", "/GRUSS"])
def test_all_other_payloads_are_not(payload):
    with pytest.raises(PayloadNotIssued):
        check_issued(payload, ISSUED)


@pytest.mark.parametrize(
    "typed, harmless",
    [
        ("/restart", "restart"),
        (" \t\n/restart", "restart"),
        ("\u00a0/restart", "restart"),
        ("\u200b\ufeff/restart", "restart"),
        ("／restart", "restart"),
        ("/ / /restart", "restart"),
        ('/mehr{"record": "x"}', 'mehr{"record": "x"}'),
        ("Vereine/Initiativen", "Vereine/Initiativen"),
        ("50 / 50 ", "50 / 50"),
        ("\n  Guten Tag\nzwei ", "Guten Tag\nzwei"),
    ],
)
def test_typed_commands_become_words(typed, harmless):
    assert neutralised(typed) == harmless


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40))
def test_whatever_is_typed_rasa_sees_no_leading_slash(text):
    try:
        assert not readable(text).strip().startswith("/")
    except MessageEmpty:
        pass


def test_lengths_and_characters_have_their_refusals():
    assert readable("x" * MAXIMUM_LENGTH)
    for text, refusal in [
        ("x" * (MAXIMUM_LENGTH + 1), MessageTooLong),
        ("", MessageEmpty),
        ("\u200d\n", MessageEmpty),
        ("a\0", TextUnreadable),
        ("\udc00", TextUnreadable),
    ]:
        with pytest.raises(refusal):
            readable(text)
