"""The plain alternative to our search: SQLite's FTS5 with BM25 and German stop words. Only for comparison."""
from __future__ import annotations

import re
import sqlite3
from typing import Sequence

from spacy.lang.de.stop_words import STOP_WORDS

from knowledge.folding import fold
from knowledge.index import words_of
from knowledge.schema import Record

_STOP = {fold(word) for word in STOP_WORDS}


class FullTextSearch:
    """Finds records that share words with a question; any word counts, rare ones more."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE record USING fts5(id UNINDEXED, kind UNINDEXED, body)")
        rows = [(record.id, record.kind, fold(words_of(record))) for record in records]
        self._connection.executemany("INSERT INTO record VALUES (?, ?, ?)", rows)

    def ids(self, question: str, kind: str, limit: int) -> list[str]:
        """The ids of the best records of `kind`, best first."""
        words = [word for word in re.findall(r"\w+", fold(question)) if word not in _STOP]
        if not words:
            return []
        wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        chosen = "SELECT id FROM record WHERE body MATCH ? AND kind = ? ORDER BY bm25(record), id LIMIT ?"
        return [row[0] for row in self._connection.execute(chosen, (wanted, kind, limit))]
