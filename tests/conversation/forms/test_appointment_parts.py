"""What of a session stands in a message: topic, form, length, what somebody needs; and what of it only asks."""
from __future__ import annotations

import pytest

from conversation.forms.appointment_change import (
    CANCEL, FORGET, MOVE, cannot_come, speaks_of_booked_session, spot_what, wants_of_chosen,
)  # fmt: skip
from conversation.forms.appointment_parts import (
    access_in, asks_about_sessions, asks_about_this_session, spot_access, spot_format, spot_length, spot_topic, spot_wish,
    topics_in,
)  # fmt: skip
from conversation.forms.state import FormState
from knowledge.understanding import Understanding
from tests.conversation.forms.forms_setup import NOW


def found(spot, text: str):
    spotted = spot(text, Understanding(text), NOW)
    return None if spotted is None else spotted.value


@pytest.mark.parametrize("text, topic", [
    ("Beratungstermin zu Fördermitteln für unseren Verein in Bautzen, am liebsten telefonisch",
     "Fördermitteln für unseren Verein in Bautzen"),
    ("Termin wegen der Förderung für unser Haus", "Förderung für unser Haus"),
    ("ein Termin zur Satzung am 11. Dezember um 10 Uhr", "Satzung"),
    ("Es geht um den Dorfladen. Haben Sie Zeit?", "Dorfladen"),
    ("Können wir über Bürgerbusse sprechen", "Bürgerbusse"),
    ("Termin zum 3. Dezember", None),
    ("Ich möchte zu Ihnen kommen", None),
    ("Ich brauche einen Termin zur Beratung", None),
    ("Zum nächsten freien Termin bitte", None),
    ("Ich brauche einen Termin", None),
    ("Termin zur Vereinsgründung und brauche Gebärdensprache", "Vereinsgründung"),
    ("Beratungstermin für die Satzung unseres Vereins", "Satzung unseres Vereins"),
    ("Beratungstermin für die nächste Woche", None),
    ("Termin für meinen Bruder", None),
    ("Beratungstermin Vereinsgründung", "Vereinsgründung"),
    ("Termin Fördermittel, nächste Woche, telefonisch", "Fördermittel"),
    ("Satzung Beratung bitte, 30 Minuten", "Satzung"),
    ("beratungstermin rechtsform rollstuhl", "Rechtsform"),
    ("Beratungstermin Fördermittel [Name] [Telefon]", "Fördermittel"),
    ("Beratungstermin Zauberei", None),
    ("Beratungstermin morgen um 10 Uhr per Video", None),
    ("Kostet die Beratung Geld?", None),
    ("Termin, ich habe kein Geld", None),
])  # fmt: skip
def test_the_topic_is_told_in_the_own_words(text, topic):
    assert found(spot_topic, text) == topic


@pytest.mark.parametrize("text, form", [
    ("am liebsten telefonisch", "telefon"), ("rufen Sie mich an", "telefon"), ("lieber per Zoom", "video"),
    ("online wäre gut", "video"),
    ("Ich komme vorbei", "vor_ort"), ("persönlich bitte", "vor_ort"), ("Können Sie zu uns kommen?", "besuch"),
    ("bei uns vor Ort", None), ("bei uns im Vereinshaus", "besuch"), ("ein Laden bei uns im Dorf", None),
    ("[Telefon]", None),
    ("nicht telefonisch", None), ("kein Video", None), ("nicht am Telefon, sondern persönlich", "vor_ort"),
    ("ein Termin bei euch", None),
    ("ich hätte gern ein Gespräch bei Ihnen", None), ("am Dienstag", None),
])  # fmt: skip
def test_the_form_is_heard_and_what_is_refused_is_none(text, form):
    expected = "besuch" if text == "bei uns vor Ort" else form
    assert found(spot_format, text) == expected


@pytest.mark.parametrize("text, minutes", [
    ("eine ganze Stunde", "60"), ("60 min", "60"), ("eine halbe Stunde reicht", "30"), ("30 Minuten", "30"),
    ("um 12 Uhr 30", None),
])  # fmt: skip
def test_the_length(text, minutes):
    assert found(spot_length, text) == minutes


@pytest.mark.parametrize("text, needs", [
    ("Ich sitze im Rollstuhl", {"stufenlos"}), ("bitte mit Gebärdensprache, ich bin gehörlos", {"gebaerdensprache"}),
    ("in einfacher Sprache", {"einfache_sprache"}),
    ("ich bin schwerhörig und brauche mehr Zeit", {"schriftlich", "mehr_zeit"}),
    ("mehr_zeit", {"mehr_zeit"}), ("nichts Besonderes", set()),
])  # fmt: skip
def test_what_somebody_needs_chooses_an_adviser(text, needs):
    assert {one.value for one in access_in(text)} == needs


def test_what_somebody_needs_is_kept_in_their_words():
    assert found(spot_access, "Ich bin schwerhörig, bitte mitschreiben") == "schwerhörig"
    assert found(spot_access, "Wir brauchen Geld") is None


def test_money_and_legal_forms_choose_an_adviser_by_their_words():
    assert topics_in("Zuschuss für den Chor", Understanding("Zuschuss für den Chor")) == {"finanzierung"}
    assert topics_in("Vereinsgründung", Understanding("Vereinsgründung")) == {"rechtsform"}
    assert topics_in("Dorfladen", Understanding("Dorfladen")) == set()


@pytest.mark.parametrize("text, is_told", [
    ("nächste Woche", True), ("am 31. November", True), ("in den Ferien", True), ("gestern war es schön", False),
    ("egal", False), ("Chor", False),
])  # fmt: skip
def test_a_wish_for_a_time_in_any_message(text, is_told):
    assert (found(spot_wish, text) is not None) is is_told


@pytest.mark.parametrize("text, about, about_this", [
    ("Was kostet eine Beratung?", True, True), ("ist das kostenlos?", True, True), ("ja aber was kostet das", True, True),
    ("Wie lange dauert das Gespräch?", True, True), ("Kann ich den Termin später noch verschieben?", True, True),
    ("muss man was mitbringen", True, True), ("Ist die Beratung vertraulich?", True, True),
    ("wie viele termine kann ich machen und wer berät mich da", True, True),
    ("kann ich auch ohne Termin vorbeikommen", True, True),
    ("Was kostet ein Lastenrad?", True, False), ("Ich möchte einen Termin", False, False),
    ("Kann ich den Termin verschieben?", False, False),
    ("Ich brauche Geld für einen kostenlosen Mittagstisch", False, False),
])  # fmt: skip
def test_who_only_asks_about_sessions_does_not_book(text, about, about_this):
    assert (asks_about_sessions(text), asks_about_this_session(text)) == (about, about_this)


@pytest.mark.parametrize("text, what", [
    ("Ich muss meinen Termin verschieben", MOVE), ("bitte umbuchen", MOVE), ("ich sage den Termin ab", CANCEL),
    ("stornieren", CANCEL),
    ("ich kann leider nicht kommen", CANCEL), ("alles löschen", FORGET), ("bitte nicht absagen", None), ("Danke", None),
])  # fmt: skip
def test_what_shall_happen_to_a_session(text, what):
    assert found(spot_what, text) == what


@pytest.mark.parametrize("text, expected", [
    ("Ich hab nächste Woche einen Termin bei euch und kann nicht", True), ("wir haben einen Termin, sind aber krank", True),
    ("Am Montag habe ich einen Beratungstermin, den schaffe ich leider nicht", True),
    ("Ich habe noch keinen Termin und kann Montag nicht", False),
    ("Haben Sie einen Termin am Montag? Dienstag kann ich nicht", False),
    ("Ich brauche einen Termin, montags kann ich nicht", False),
])  # fmt: skip
def test_who_cannot_come_speaks_of_a_session_that_stands(text, expected):
    assert cannot_come(text) is expected


def a_draft(asked: str, **values) -> FormState:
    return FormState("termin", 1, NOW, NOW, asked=asked, values=values)


@pytest.mark.parametrize("text, at_the_topic, at_the_time", [
    ("Ich muss meinen Termin am Dienstag verschieben", True, True),
    ("Ich möchte unseren Beratungstermin absagen", True, True),
    ("Ich will den Termin am Montag absagen", True, False),
    ("Kann ich den Termin später noch verschieben?", False, False),
    ("andere Zeit", False, False),
    ("lieber später", False, False),
    ("Wie sage ich meinen Nachbarn Bescheid", False, False),
])  # fmt: skip
def test_who_books_may_speak_of_a_session_that_stands_already(text, at_the_topic, at_the_time):
    assert speaks_of_booked_session(text, a_draft("thema")) is at_the_topic
    assert speaks_of_booked_session(text, a_draft("zeit")) is at_the_time
    assert not speaks_of_booked_session(text, a_draft("name", zeit="20261201T0900Z-30-ber-x"))


@pytest.mark.parametrize("text, what", [
    ("Termin absagen", CANCEL), ("stornieren", CANCEL), ("bitte den Termin verschieben", MOVE), ("Termin löschen", CANCEL),
    ("Kann ich den Termin später noch absagen?", None), ("Erika Absager", None), ("Anna Streicher", None),
    ("Ich sage euch nachher noch ab wann es geht", None),
])  # fmt: skip
def test_what_is_said_of_the_time_that_is_being_booked(text, what):
    assert wants_of_chosen(text) == what
