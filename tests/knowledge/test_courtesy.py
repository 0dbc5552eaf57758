"""Salutation and sign-off are left out of what decides about the need."""
from __future__ import annotations

import pytest
from hypothesis import given, strategies

from knowledge.spelling.courtesy import LEAST_LEFT, without_courtesy

WISH = "wir suchen Geld für unseren Dorfladen im alten Bahnhof."


@pytest.mark.parametrize("begin", ["Hallo, ", "hallo zusammen ", "Guten Tag! ", "Sehr geehrte Damen und Herren, ", "moin ",
                                   "Sehr geehrter Herr Dr. Wolf, ", "Liebes Team, ", "Grüß Gott, ", ""])  # fmt: skip
@pytest.mark.parametrize("end", ["", " LG Petra", " Viele Grüße, Petra Lindner", "\nMit freundlichen Grüßen\nK. Schmidt\nVorsitzender",
                                 " mfg", " Gruß aus Zittau", " Herzliche Gruesse, Ihr Heimatverein"])  # fmt: skip
def test_the_frame_goes_and_the_wish_stays(begin, end):
    assert without_courtesy(begin + WISH + end) == WISH


@pytest.mark.parametrize(
    "text",
    ["Hallo", "Hallo, ich bin Renate", "Liebe Grüße", "danke und viele Grüße", "Hallihallo ihr Lieben", "Grüße vom Ideentag", "",
     "Wir grüßen die Nachbarn jeden Morgen am Dorfteich", "Guten Tag, gehts gut?", "Hi, ich bin die Jana aus Pößneck"],
)  # fmt: skip
def test_what_is_nothing_but_courtesy_or_none_stays(text):
    assert without_courtesy(text) == text


@given(strategies.text(max_size=200))
def test_any_text_may_come_and_what_is_left_stood_in_it(text):
    left = without_courtesy(text)
    assert left == text or (len(left.split()) >= LEAST_LEFT and left in text)
