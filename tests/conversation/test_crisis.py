"""The first net for acute need, on messages in several languages and on many that only sound alike."""
from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from conversation.crisis import CrisisKind, find_crisis
from conversation.crisis.spelling import fold

CONTENT = Path(__file__).resolve().parents[2] / "knowledge" / "content"
MESSAGES = yaml.safe_load((Path(__file__).parent / "crisis_messages.yml").read_text("utf-8"))
IN_NEED = [(text, kind) for kind, texts in MESSAGES.items() if kind != "none" for text in texts]


@pytest.mark.parametrize("text, kind", IN_NEED)
def test_words_of_need_are_found(text, kind):
    assert find_crisis(text) is CrisisKind[kind]


@pytest.mark.parametrize("text", MESSAGES["none"])
def test_ideas_and_figures_of_speech_are_no_alarm(text):
    assert find_crisis(text) is None


@pytest.mark.parametrize("text, kind", IN_NEED[::4])
def test_need_is_found_anywhere_in_a_long_message(text, kind):
    plan = "Wir planen einen Bürgerbus für drei Dörfer. "
    assert find_crisis(plan * 200 + text + ". " + plan * 200) is CrisisKind[kind]


@pytest.mark.parametrize("text, kind", [pair for pair in IN_NEED if pair[0].isascii()][::3])
def test_case_does_not_matter(text, kind):
    assert find_crisis(text.upper()) is CrisisKind[kind]


def test_the_most_urgent_need_comes_first():
    assert find_crisis("mein mann schlägt mich und ich will nicht mehr leben") is CrisisKind.SUICIDE
    assert find_crisis("ich habe starke schmerzen und kriege keine luft") is CrisisKind.LIFE_DANGER


def test_a_project_does_not_hide_a_need():
    assert find_crisis("Unser Projekt ist gescheitert. Ich will nicht mehr leben.") is CrisisKind.SUICIDE
    assert find_crisis("Beim Workshop ist ein Teilnehmer bewusstlos geworden") is CrisisKind.LIFE_DANGER


@pytest.mark.parametrize("text", ["", " ", ".", "!!!", "\x00", "\ud800", "🙂" * 100, "/restart", "a" * 20_000])
def test_any_text_can_be_read(text):
    assert find_crisis(text) is None


@pytest.mark.parametrize("word", ["ich ", "mann hat ", "wenn meine Oma ", "er sie jemand ", "a.", "schlagen ", "ich will nicht mehr ", "s u i ", "mein vater er kind nicht luft. "])
def test_the_longest_message_takes_less_than_half_a_second(word):
    text = (word * 20_000)[:20_000]
    start = time.perf_counter()
    find_crisis(text)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Ich sitze hier und will nicht mehr leben",
        "ich will nicht mehr leben ich habe genug von allem",
        "ich will sterben lassen sie mich",
        "ich wünschte ich wäre tot hat meine Tochter gesagt",
        "ich will nie wieder aufwachen ich bin so allein",
        "ich will nicht mehr in dieser Welt leben",
        "es brennt und wir kriegen keine Luft",
        "es brennt bei uns wegen einer Kerze",
        "unser Dach brennt",
        "er schlägt mich vor den Kindern",
        "mein Mann schlägt uns vor der Haustür",
        "er haut mich jeden Tag",
        "ich kriege keine Luft vor lauter Rauch",
        "mein Vater ist umgefallen und atmet nicht, deshalb schreibe ich",
        "im 20. Stock brennt es, mein Vater kriegt keine Luft",
        "Mein Mann könnte sie umbringen, er schlägt die Kinder",
    ],
)
def test_what_sounds_like_a_figure_of_speech_hides_no_need(text):
    assert find_crisis(text) is not None


def test_a_shout_for_help_alone_is_an_alarm_and_a_single_word_is_not():
    for shout in ("HILFE!!!", "hilfe hilfe", "Hilfe! Hilfe!"):
        assert find_crisis(shout) is CrisisKind.LIFE_DANGER
    for question in ("Hilfe", "hilfe!", "Hilfe bitte", "Hilfe!! Die Frist läuft ab"):
        assert find_crisis(question) is None


def test_words_in_any_order_are_a_sign_unless_the_sentence_plans_something():
    assert find_crisis("die arme hat sich mein bruder aufgeschnitten") is CrisisKind.SUICIDE
    assert find_crisis("Vortrag: wenn Jugendliche sich die Arme aufgeschnitten haben, mein Bruder berichtet") is None


def test_folding_forgives_hurried_typing():
    assert fold("Schlägt") == fold("schlaegt") == fold("SCHLAGT")
    assert fold("Großmutter") == fold("grosmuter")


def test_every_kind_names_contact_records_that_exist():
    known = {record["id"] for record in yaml.safe_load((CONTENT / "kontakte.yml").read_text("utf-8"))}
    for kind in CrisisKind:
        assert kind.record_ids and set(kind.record_ids) <= known
