"""What holds for every answer, whatever the question: polite German with umlauts, sources with their dates."""
from __future__ import annotations

import re

from conversation.messages import Answer
from knowledge.library import Library
from knowledge.schema import Record

RESTS_ON_RECORDS = ("FOUND", "FOUND_OTHER_REGION", "OUTDATED_ONLY", "RECORD_SHOWN", "NEAREST_SHOWN", "OTHERS_SHOWN")
NAMES_WITH_EXCLAMATION_MARK = (
    "BINGO!", "Demokratie leben!", "„initiativ!“", "ROCK YOUR LIFE!", "Na und!", "Gut Beraten!",
)  # fmt: skip
_FAMILIAR = re.compile(r"\b(du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
_WRITTEN_OUT = re.compile(
    r"\b(fuer|ueber\w*|koenn\w*|moecht\w*|muess\w*|foerder\w*|buerger\w*|naechst\w*|zustaendig\w*|schoen\w*|aehnlich\w*"
    r"|pruef\w*|waehl\w*|hoer\w*|aelter\w*|zurueck\w*|gefoerdert\w*|unterstuetz\w*|staedt\w*|laend\w*|gruend\w*)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"Ã.|â€|\ufffd|&\w+;|\\u[0-9a-f]{4}")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|eu|com|net|info)\b\S*")
_CHECKED = re.compile(r"von uns geprüft am \d{1,2}\. [A-ZÄÖÜ][a-zäöü]+ \d{4}\)")
_STATED = re.compile(r"\((?:Stand unbekannt|Stand [^()]*\d{4}), von uns")
OWN_PAGES = ("/merkliste", "/api/chat/export", "/datenschutz", "/ideen")


def check_manners(answer: Answer, library: Library) -> None:
    """Raises AssertionError with the first thing that is not as it should be."""
    assert answer.text.strip(), "the answer is empty"
    assert not re.search(r"[{}]|\bNone\b", answer.text), "a placeholder was not filled"
    for button in answer.buttons:
        assert button.title.strip() and button.payload.startswith("/"), button
    for link in answer.links:
        assert link.title.strip() and link.url.startswith(("https://", "http://", "tel:", *OWN_PAGES)), link
    if answer.lang == "de":
        check_german("\n".join([answer.text, *(button.title for button in answer.buttons)]))
    if answer.outcome in RESTS_ON_RECORDS:
        check_sources(answer, [library.record(one) for one in answer.records])


def check_german(text: str) -> None:
    """Umlauts, „Sie“, no exclamation mark. Names of sources are other people's words."""
    ours = "\n".join(line for line in text.splitlines() if not line.startswith("Quelle: "))
    for name in NAMES_WITH_EXCLAMATION_MARK:
        ours = ours.replace(name, "")
    assert "!" not in ours, "an exclamation mark"
    assert not _FAMILIAR.search(ours), f"not „Sie“: {_FAMILIAR.search(ours)}"
    without_addresses = _ADDRESS.sub("", ours)
    assert not _WRITTEN_OUT.search(without_addresses), f"umlaut: {_WRITTEN_OUT.search(without_addresses)}"
    assert not _BROKEN.search(text), f"broken letters: {_BROKEN.search(text)}"


def check_sources(answer: Answer, records: list[Record]) -> None:
    """Each record is named with source, date of the source and date of our check, and doubts are told."""
    assert records and all(records), "no records, or unknown ones"
    for record in records:
        assert record.name in answer.text and f"Quelle: {record.source_title} (" in answer.text, record.id
        assert record.source_url in {link.url for link in answer.links}, record.id
    assert len(_CHECKED.findall(answer.text)) == len(_STATED.findall(answer.text)) == len(records)
    doubtful = sum(record.is_uncertain for record in records)
    assert answer.text.count("Diese Angaben sind nicht ganz sicher.") == doubtful
    if any(record.kind == "rechtliche_huerden" for record in records):
        assert "keine Rechtsberatung" in answer.text
