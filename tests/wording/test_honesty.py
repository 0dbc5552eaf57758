"""Nothing that the assistant says pretends to feel, or promises what others decide."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import wording
from bot.settings import ROOT
from tests.wording.plain_sentences import templates
from wording.plain.catalogue import CATALOGUE

FORBIDDEN = {
    "pretends to feel": (
        r"\bich (?:verstehe|fühle|spüre|weiß),? (?:wie|dass) (?:sie|das|ihnen|es)\b",
        r"\bich (?:kann|könnte) (?:mir )?(?:das |ihre\w* \w+ |ihren \w+ |sie )?(?:gut |sehr gut |nur zu gut )?(?:verstehen|nachfühlen|nachvollziehen|vorstellen)\b",
        r"\b(?:ihr (?:ärger|frust|schmerz)|ihre (?:wut|sorge|angst|gefühle)) (?:verstehe|kann) ich\b", r"\bich fühle mit\b",
        r"\bmitgefühl\b", r"\bich leide mit\b", r"\bich bin (?:für sie da|traurig|besorgt|stolz|begeistert)\b",
    ),
    "promises": (
        r"\bwird (?:\w+ )?(?:bewilligt|genehmigt|gefördert|anerkannt)\b", r"\bwerden (?:\w+ )?(?:bewilligt|genehmigt|gefördert)\b",
        r"\b(?:sie|ihr verein) (?:bekommen|bekommt|erhalten|erhält|kriegen) (?:das geld|geld|die förderung|den zuschuss|sicher|auf jeden)",
        r"\bgarantier\w*\b", r"\bich verspreche\b", r"\bversprochen\b", r"\bwir kümmern uns\b", r"\bauf jeden fall\b", r"(?<!nicht )\bganz sicher\b",
        r"\b(?:meldet|melden) sich (?:sofort|innerhalb|spätestens|morgen|heute|in kürze)\b", r"\bkein problem,? das klappt\b",
    ),
}  # fmt: skip
PATTERNS = [(why, re.compile(pattern, re.IGNORECASE)) for why, patterns in FORBIDDEN.items() for pattern in patterns]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
TEXTS = {
    **{f"domain.yml {name}": one["text"] for name, variants in DOMAIN["responses"].items() for one in variants},
    **{f"catalogue {key[:30]}": plain for key, plain in CATALOGUE.items()},
    **{f"{file.relative_to(ROOT)} {at}": text for file in sorted(Path(wording.__file__).parent.rglob("*.py"))
       for at, text in enumerate(templates(file))},
}  # fmt: skip


def found_in(text: str) -> list[str]:
    return [why for why, pattern in PATTERNS if pattern.search(" ".join(text.split()))]


def test_no_text_pretends_or_promises():
    assert len(TEXTS) > 500
    assert {where: (text, found_in(text)) for where, text in TEXTS.items() if found_in(text)} == {}


@pytest.mark.parametrize("text", [
    "Ich verstehe, wie Sie sich fühlen.", "Ich verstehe, dass Sie wütend sind.", "Ich kann Ihren Ärger gut verstehen.",
    "Ihren Frust kann ich nachvollziehen; ich fühle mit Ihnen.", "Der Antrag wird bewilligt.", "Das wird sicher genehmigt.",
    "Sie bekommen das Geld.", "Sie erhalten sicher eine Antwort.", "Das ist garantiert.", "Jemand meldet sich innerhalb von zwei Tagen.",
])  # fmt: skip
def test_the_list_finds_what_it_is_for(text):
    assert found_in(text)


def test_who_asks_hears_that_it_is_a_program():
    for name in ("utter_ueber_bot", "utter_ueber_bot_leicht"):
        text = DOMAIN["responses"][name][0]["text"]
        assert "Computerprogramm" in text and re.search(r"kein\w* Mensch", text) and "entscheide" in text
