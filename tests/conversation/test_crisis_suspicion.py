"""What the second net names for a need of which only the classifier knows, and which messages it asks back."""
from __future__ import annotations

import pytest

from conversation.crisis import (
    CrisisKind, find_crisis, may_be_everyday, only_chooses, only_swears, only_tells_where, only_tells_who,
    suspected_kind, tells_of_oneself,
)  # fmt: skip
from evaluation.message_sets import read_crisis_messages


@pytest.mark.parametrize("text, kind", [
    ("mein papa trinkt jeden tag und dann gibts schläge", "CHILD"), ("seit der Trennung folgt mir mein Ex überall hin", "VIOLENCE"),
    ("Es gibt keinen Platz für mich auf dieser Welt", "SUICIDE"), ("hab Ausschlag und es juckt furchtbar", "MEDICAL"),
    ("die kleine ist in den Gartenteich gefallen", "LIFE_DANGER"), ("alles ist so grau", None),
])  # fmt: skip
def test_the_kind_is_guessed_by_single_words(text, kind):
    assert suspected_kind(text) is (CrisisKind[kind] if kind else None)


@pytest.mark.parametrize("text", [
    "ich habe Angst, dass mein Chef mich feuert", "ich bin fast überfahren worden", "Uns brennt der Termin unter den Nägeln",
    "Guten Tag, ich bin taubblind und lese mit der Braillezeile", "meine Frau hat Krebs", "da geht nie einer ran", "ich brauche etwas mehr Zeit",
    "Ich will nicht mehr Kassenwart sein", "ich mag nicht mehr warten auf den Bescheid", "Ich blicke nicht mehr durch",
])  # fmt: skip
def test_strong_words_about_everyday_life_are_asked_back(text):
    assert may_be_everyday(text)


@pytest.mark.parametrize("text", [
    "Der Verein ist alles was ich habe, ich will nicht mehr leben", "ich bin fast tot geschlagen worden", "Der Hof ist weg, ich weiß nicht wohin",
    "nach der Sitzung hat er mich geschlagen", "mein Termin beim Arzt, ich nehme alle Tabletten",
])  # fmt: skip
def test_words_of_need_are_never_everyday(text):
    assert not may_be_everyday(text)


@pytest.mark.parametrize("text, expected", [
    ("ich sitze im Rollstuhl", True), ("Ich bin schwerhörig", True), ("ich höre leider schlecht", True),
    ("ich brauche mehr Zeit", True),
    ("ich pflege meine Mutter und kann nur abends", True), ("ich kann keine Treppen steigen", True),
    ("ich bin 84 und kann nicht mehr so gut", True), ("ich habe Angst vor Telefonaten", True),
    ("mein Sohn macht das für mich", True),
    ("mein Mann macht mich fertig", False),
    ("mein Sohn macht mir Angst, er schlägt mich", False), ("ich pflege meine Mutter und kann nicht mehr", False),
    ("ich kann einfach nicht mehr", False), ("nach der Beerdigung meines Mannes", True),
    ("ich kann nicht mehr warten", False),
    ("ich bin blind", True), ("ich kann nicht gut lesen", True), ("ich bin mit dem Rollstuhl gestürzt", False),
    ("im Rollstuhl ist das doch kein Leben", False), ("ich bin blind vor Angst und will sterben", False),
    ("ich habe Angst", False), ("ich höre schlecht und will nicht mehr", False), ("ich kann nicht länger warten", True),
    ("ich sitze im Rollstuhl und bin ganz verzweifelt", False), ("meine Mutter pflegen, ich halte das nicht mehr aus", False),
    ("ich brauche mehr Zeit, mir wird alles zu viel", False), ("ich kann das nicht mehr so gut", True),
])  # fmt: skip
def test_a_disability_is_no_emergency_by_itself(text, expected):
    assert tells_of_oneself(text) is expected


@pytest.mark.parametrize("text, expected", [
    ("den nehm ich", True), ("Ich nehm den letzten.", True), ("ja, dann nehme ich den ersten", True), ("schnell", True),
    ("es eilt!", True),
    ("die nehm ich", False), ("ich nehme die Tabletten", False), ("ich nehm mir das Leben", False),
    ("schnell, er atmet nicht", False), ("ich nehme alle", False),
])  # fmt: skip
def test_to_choose_is_no_emergency(text, expected):
    assert only_chooses(text) is expected and (not expected or may_be_everyday(text))


@pytest.mark.parametrize("text", [
    "verflixt und zugenäht", "mist verdammt nochmal", "ich krieg die krise", "mensch meier",
])  # fmt: skip
def test_swearing_is_no_emergency(text):
    assert only_swears(text)


@pytest.mark.parametrize("is_harmless", [only_swears, only_chooses, only_tells_who, tells_of_oneself])
def test_no_cry_of_another_hand_is_waved_aside(is_harmless):
    cries, _ = read_crisis_messages()
    assert len(cries) >= 130
    assert [text for text in cries if is_harmless(text) and find_crisis(text) is None] == []


@pytest.mark.parametrize("text", ["alles ist dunkel", "alles ist so grau", "Unser Dorf stirbt aus", "verdammt, ich blute", "help please", "помогите"])
def test_a_few_dark_words_are_not_waved_aside(text):
    assert not only_swears(text)


@pytest.mark.parametrize("text, expected", [
    ("in meinem Garten", True), ("In unserer Straße.", True), ("bei uns im Dorf", False), ("hier in der Siedlung", True),
    ("in meinem Garten liegt jemand", False), ("in meiner Wohnung", False), ("im Garten mit ihm", False),
])  # fmt: skip
def test_only_where_something_is_needs_nobody(text, expected):
    assert only_tells_where(text) is expected


@pytest.mark.parametrize("text, expected", [
    ("wir sind eine gbr", True), ("Wir sind nur ein kleiner Chor.", True), ("also wir sind ne Gruppe", True),
    ("ich bin ein Wrack", False), ("wir sind eine Last für alle", False), ("wir sind ein Selbstmordkommando", False),
    ("wir sind eingeschlossen", False), ("wir sind zu dritt auf dem Dach", False),
])  # fmt: skip
def test_who_only_says_what_group_writes_is_in_no_need(text, expected):
    assert only_tells_who(text) is expected
