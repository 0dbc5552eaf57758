"""Cutting messages into clauses: tables written by hand, and what must hold for any text."""
from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.clauses import MOST_WORDS, clauses_of
from knowledge.reading import open_reader
from tests.library import CONTENT

TABLE = yaml.safe_load((Path(__file__).parent / "clauses.yml").read_text("utf-8"))
CUT = "| "
GLUE = [
    "und", "oder", "aber", "wo", "wie", "ich", "wir", "könnt ihr", "noch was", ",", ".", "?", "\n", "„", "“", "(", "ob", "kann",
    "suchen", "Geld", "Verein", "1.", "-", "plus", "sowie", "weil", " ", "…", "😀", "ach ja", "dann", "\t",
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    return open_reader(CONTENT, "built-in").nlp


def message_of(row: str) -> str:
    return row.replace(CUT, "")


def expected(row: str) -> list[str]:
    return [part.strip() for part in row.split(CUT)]


def cut(nlp, text: str) -> list[str]:
    return [clause.text.strip() for clause in clauses_of(nlp(text))]


def figures(nlp, rows: list[str]) -> tuple[float, float, list[str]]:
    """The share of clauses that are found exactly, the share of messages cut exactly, and what went wrong."""
    right = clauses = whole = 0
    wrong = []
    for row in rows:
        wanted, got = expected(row), cut(nlp, message_of(row))
        right += len(set(wanted) & set(got))
        clauses += len(set(wanted) | set(got))
        whole += wanted == got
        if wanted != got:
            wrong.append(f"{row!r}\n   → {' | '.join(got)!r}")
    return right / clauses, whole / len(rows), wrong


def test_the_table_is_large_and_half_of_it_is_one_clause():
    rows = TABLE["tuned"]
    assert len(rows) >= 120 and 2 * sum(CUT not in row for row in rows) >= len(rows)
    everything = [row for part in TABLE.values() for row in part]
    assert len(everything) == len(set(everything))


@pytest.mark.parametrize(
    "part, clauses_floor, messages_floor", [("tuned", 0.97, 0.98), ("second", 0.79, 0.86), ("fresh", 0.70, 0.80)]
)
def test_messages_are_cut_as_a_careful_reader_cuts_them(nlp, part, clauses_floor, messages_floor):
    clauses, messages, wrong = figures(nlp, TABLE[part])
    print(f"\n{part}: clauses {clauses:.3f}, messages {messages:.3f}", *wrong, sep="\n")
    assert clauses >= clauses_floor and messages >= messages_floor


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(GLUE), max_size=40).map(" ".join)))
def test_clauses_hold_every_word_once_whatever_is_written(nlp, text):
    doc = nlp(text)
    clauses = clauses_of(doc)
    held = [token.i for clause in clauses for token in clause if not token.is_space]
    assert held == [token.i for token in doc if not token.is_space]
    assert all(text[clause.start_char : clause.end_char] == clause.text for clause in clauses)


def test_a_message_of_spaces_has_no_clause(nlp):
    assert clauses_of(nlp(" \n ")) == () == clauses_of(nlp(""))


@pytest.mark.parametrize("word", ["und wo ", "a ", "weil, ", "„ ", "( ", "noch was ", "Wo gibt es Geld? ", "\n- x"])
def test_long_messages_cost_little(nlp, word):
    text = (word * 20_000)[:20_000]
    doc = nlp.tokenizer(text)
    for token in doc[1:]:
        token.is_sent_start = doc[token.i - 1].text in ".?!"
    took = min(_seconds(doc) for _ in range(3))
    assert took < 1


def _seconds(doc) -> float:
    started = time.perf_counter()
    clauses = clauses_of(doc)
    assert clauses[-1].end <= max(MOST_WORDS, 1)
    return time.perf_counter() - started
