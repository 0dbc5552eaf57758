"""The closed lists with which people take something back or go back."""
from __future__ import annotations

import pytest

from conversation.context import Part, Removal, Return, find_removal, find_return
from conversation.context.changes import _phrases
from conversation.crisis import find_crisis

PLACE, FORM, GROUP, TOPIC, AMOUNT = (
    frozenset({one}) for one in (Part.PLACE, Part.LEGAL_FORM, Part.TARGET_GROUP, Part.TOPIC, Part.AMOUNT)
)


@pytest.mark.parametrize(
    "text, removal",
    [
        ("egal wo", Removal(PLACE)),
        ("Ist mir egal wo.", Removal(PLACE)),
        ("ohne Ort bitte", Removal(PLACE)),
        ("Der Ort ist egal", Removal(PLACE)),
        ("Vergiss den Ort", Removal(PLACE)),
        ("bundesweit", Removal(PLACE)),
        ("Rechtsform egal", Removal(FORM)),
        ("egal für wen", Removal(GROUP)),
        ("ohne Thema", Removal(TOPIC)),
        ("Summe egal", Removal(AMOUNT)),
        ("nicht nur in Sachsen", Removal(named="Sachsen")),
        ("nein, doch nicht für Jugendliche", Removal(named="Jugendliche")),
        ("vergiss den Verein", Removal(named="Verein")),
        ("Vergessen Sie den Verein bitte", Removal(named="Verein")),
        ("ohne Verein", Removal(named="Verein")),
        ("wir sind doch kein Verein", Removal(named="Verein")),
        ("lass den Dorfladen weg", Removal(named="Dorfladen")),
        ("Jugendliche weglassen", Removal(named="Jugendliche")),
        ("nicht für Jugendliche, sondern für Senioren", Removal(named="Jugendliche", instead="für Senioren")),
        ("alles vergessen", Removal(is_everything=True)),
        ("Vergiss alles!", Removal(is_everything=True)),
        ("zurücksetzen", Removal(is_everything=True)),
        ("neu anfangen", Removal(is_everything=True)),
    ],
)
def test_what_takes_something_away(text, removal):
    assert find_removal(text) == removal


@pytest.mark.parametrize(
    "text",
    ["Geht das auch ohne Verein?", "Wer fördert einen Dorfladen?", "Was ist egal?", "egal", "", "Verein", "löschen",
     "Warum gibt es das nicht in Sachsen und was kann ich da machen, wenn ich trotzdem will?"],
)  # fmt: skip
def test_what_takes_nothing_away(text):
    assert find_removal(text) is None


@pytest.mark.parametrize(
    "text, back",
    [
        ("zurück zu vorhin", Return()),
        ("noch mal zu vorhin", Return()),
        ("zur vorherigen Frage", Return()),
        ("zu meiner ersten Frage", Return(is_first=True)),
        ("Zurück zu meiner ersten Frage bitte", Return(is_first=True)),
        ("noch mal zum Dorfladen", Return(named="Dorfladen")),
        ("zurück zu den Förderungen", Return(named="Förderungen")),
        ("zurück", None),
        ("weiter", None),
        ("Der Zug zurück fährt nicht", None),
    ],
)
def test_what_leads_back(text, back):
    assert find_return(text) == back


def whole_phrases():
    phrases = _phrases()
    return [" ".join(words) for words in {*phrases.whole, *phrases.everything, *phrases.back_last, *phrases.back_first}]


def test_no_phrase_sounds_like_a_crisis():
    assert [one for one in whole_phrases() if find_crisis(one)] == []


def test_each_phrase_is_found_as_what_it_is():
    phrases = _phrases()
    assert all(find_removal(" ".join(words)) == Removal(frozenset({part})) for words, part in phrases.whole.items())
    assert all(find_return(" ".join(words)) == Return() for words in phrases.back_last)
    assert all(find_return(" ".join(words)) == Return(is_first=True) for words in phrases.back_first)
