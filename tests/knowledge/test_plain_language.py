"""The rules of Einfache Sprache, and that every sentence of ours keeps them."""
from __future__ import annotations

import json
import re

import pytest

from knowledge.content_files import read_records
from knowledge.plain_language import faults_in, faults_of
from tests.library import CONTENT


@pytest.mark.parametrize(
    "sentence",
    [
        "Es gibt Geld für Vereine.", "Wer hilft Ihnen?", "Sie bekommen bis zu 2.500 Euro.", "Das sind 3,5 Prozent.",
        "Das Programm heißt „Dorf mit Herz.“", "Fragen Sie die Stelle, wenn Sie nicht weiterwissen.", "Das Geld, das Sie brauchen.",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn.",
        "Der Antrag ist bis zum 1. Mai möglich.", "Die Frist endet am 15. März 2027.",
    ],
)  # fmt: skip
def test_plain_sentences_have_no_faults(sentence):
    assert faults_of(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn.", "16 Wörter"),
        ("Das, was Sie brauchen, steht hier, und dort.", "3 Kommas"),
        ("Es gibt Geld (nicht viel).", "Klammer"), ("Es gibt Geld; es ist wenig.", "Strichpunkt"),
        ("Es gibt Geld – viel Geld.", "Gedankenstrich"), ("Für Bürger/Vereine.", "Schrägstrich"),
        ("Es gibt z. B. Geld.", "Abkürzung"), ("Es gibt Geld bzw. Hilfe.", "Abkürzung"), ("Es gibt Geld", "endet nicht"),
        ("Es gibt Geld. Es ist wenig.", "mehreren Sätzen"), ("", "endet nicht"),
        ("Der Verein, der den Antrag stellt, bekommt das Geld.", "verschachtelt"),
        ("Sie wissen, dass es hilft, wenn Sie fragen.", "verschachtelt"),
        ("Das ist Aufgabe des Vereins.", "„des Vereins“"), ("Das kostet 3 Mio. Euro.", "Abkürzung"),
        ("Das ist die Grundstücksverkehrsgenehmigungszuständigkeit.", "sehr langes Wort"),
    ],
)  # fmt: skip
def test_hard_sentences_are_named_with_the_reason(sentence, fault):
    assert fault in "; ".join(faults_of(sentence))


def test_faults_are_told_by_the_number_of_the_sentence():
    assert list(faults_in(["Alles gut.", "Nicht gut", "Gut."])) == [2]


def test_all_sentences_of_the_content_are_plain():
    records = read_records(CONTENT)
    assert {record.id: faults for record in records if (faults := faults_in(record.einfach))} == {}


def test_plain_sentences_name_no_number_that_the_record_does_not_have():
    wrong = {}
    for record in read_records(CONTENT):
        told = numbers_in(json.dumps(json.loads(record.json(exclude={"einfach", "fragen"})), ensure_ascii=False))
        invented = numbers_in(" ".join(record.einfach)) - told
        if invented:
            wrong[record.id] = invented
    assert wrong == {}


def numbers_in(text: str) -> set[str]:
    """Numbers without points between thousands and zeros in front."""
    return {found.lstrip("0") for found in re.findall(r"\d+(?:,\d+)?", re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", text))}
