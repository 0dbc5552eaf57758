"""Taking the parts of a told idea: tables written by hand, and what must hold for any text."""
from __future__ import annotations

import time
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.reading import open_reader
from knowledge.telling import IdeaStage, Need, Part, ToldIdea, take_parts
from knowledge.understanding import Understanding
from tests.library import CONTENT

TABLE = yaml.safe_load((Path(__file__).parent / "told_ideas.yml").read_text("utf-8"))
FIELDS = [field.name for field in fields(ToldIdea)]
GLUE = [
    "wir", "möchten", "unsere Idee ist", "kein", "Bus", "mehr", "brauchen", "Geld", ",", ".", "weil", "dass", "„", "“", "und",
    "ein Verein", "aus Görlitz", "für alte Leute", "seit", "zwei Jahren", "heißt", "\n", "😀", "planen", "?", "ich bin",
]  # fmt: skip
LONG = ["wir möchten ", "kein ", "„a ", "weil, ", "wir brauchen Geld. ", "unsere Idee ist ", "und ", "ich bin ein "]


@pytest.fixture(scope="module")
def reader():
    return open_reader(CONTENT, "built-in")


def told(reader, text: str) -> ToldIdea:
    doc = reader.nlp(text)
    return take_parts(doc, reader.read_doc(doc))


def shown(value) -> object:
    """A part as the table writes it."""
    if isinstance(value, Part):
        return value.text
    if isinstance(value, (IdeaStage, Need)):
        return value.value
    if isinstance(value, tuple):
        return [shown(one) for one in value] or None
    return value


def as_row(idea: ToldIdea) -> dict[str, object]:
    row = {name: shown(getattr(idea, name)) for name in FIELDS}
    row["for_whom"] = [f"{one.text}/{one.code or ''}" for one in idea.for_whom] or None
    row["needed"] = sorted(row["needed"]) if row["needed"] else None
    return row


def figures(reader, rows: list[dict]) -> tuple[float, dict[str, tuple[int, int, int]], list[str]]:
    """The share of parts that are exactly right, of all that are expected or found; the same by part; what went wrong.

    By part: right, expected or found, found.
    """
    right, of, filled = (dict.fromkeys(FIELDS, 0) for _ in range(3))
    wrong = []
    for row in rows:
        got = as_row(told(reader, row["text"]))
        for name in FIELDS:
            wanted = sorted(row[name]) if name == "needed" and name in row else row.get(name)
            if wanted is None and got[name] is None:
                continue
            of[name] += 1
            filled[name] += got[name] is not None
            right[name] += wanted == got[name]
            if wanted != got[name]:
                wrong.append(f"{row['text'][:70]}…\n   {name}: {wanted!r}\n   → {got[name]!r}")
    by_part = {name: (right[name], of[name], filled[name]) for name in FIELDS}
    return sum(right.values()) / sum(of.values()), by_part, wrong


def test_the_table_is_large_and_its_parts_stand_in_the_text():
    assert len(TABLE["tuned"]) >= 60
    for row in [row for part in TABLE.values() for row in part]:
        assert set(row) <= {"text", *FIELDS}
        verbatim = [row[name] for name in ("problem", "idea", "who", "title") if name in row]
        verbatim += [*row.get("where", []), *(one.split("/")[0] for one in row.get("for_whom", []))]
        assert all(part in row["text"] for part in verbatim), row["text"]
        assert set(row.get("needed", [])) <= {need.value for need in Need}


@pytest.mark.parametrize("part, floor", [("tuned", 0.97), ("second", 0.90), ("fresh", 0.70)])
def test_the_parts_are_those_that_a_careful_reader_marks(reader, part, floor):
    share, by_part, wrong = figures(reader, TABLE[part])
    print(f"\n{part}: parts right {share:.3f}", by_part, *wrong, sep="\n")
    assert share >= floor


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(GLUE), max_size=40).map(" ".join)))
def test_every_part_is_a_stretch_of_the_text_whatever_is_written(reader, text):
    idea = told(reader, text)
    parts = [idea.problem, idea.idea, idea.who, idea.title, *idea.for_whom, *idea.where]
    for part in parts:
        if part is not None:
            assert part.text and part.text == text[part.start : part.end]


def test_neighbours_who_look_after_each_other_are_asked_for_little_more(reader):
    text = (
        "Hallo, wir sind ein paar Nachbarinnen aus Großschönau bei Zittau und möchten, dass bei alleinlebenden alten "
        "Leuten jemand merkt, wenn der Briefkasten nicht geleert wird."
    )
    idea = told(reader, text)
    assert idea.who.text == "ein paar Nachbarinnen" and idea.problem is None
    assert idea.idea.text == text[text.index("dass") : -1]
    assert [(one.text, one.code) for one in idea.for_whom] == [("alleinlebenden alten Leuten", "aeltere")]
    assert "Zittau" in [one.code for one in idea.where]


def test_what_is_not_needed_is_not_noted(reader):
    assert told(reader, "Wir brauchen kein Geld, sondern Räume.").needed == (Need.ROOMS,)
    assert told(reader, "Geld brauchen wir nicht.").needed == ()


def test_an_empty_message_tells_nothing(reader):
    assert told(reader, "") == told(reader, " \n") == ToldIdea()


@pytest.mark.parametrize("word", LONG)
def test_long_messages_cost_little(reader, word):
    doc = reader.nlp.make_doc((word * 20_000)[:20_000])
    understanding = Understanding(doc.text)
    assert min(_seconds(doc, understanding) for _ in range(3)) < 1


def _seconds(doc, understanding) -> float:
    started = time.perf_counter()
    take_parts(doc, understanding)
    return time.perf_counter() - started
