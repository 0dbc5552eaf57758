"""The plain alternative to our search: SQLite's FTS5 with BM25 and German stop words, as a site would offer it."""
from __future__ import annotations

import re
import sqlite3
from typing import Sequence

from spacy.lang.de.stop_words import STOP_WORDS

from knowledge.folding import fold
from knowledge.schema import Record
from knowledge.search.index import words_of

_STOP = {fold(word) for word in STOP_WORDS}


class FullTextSearch:
    """Finds records that share words with a question; any word counts, rare ones more.

    It sees what people can read in the records; `with_questions` adds the lay questions, which no site would have.
    """

    def __init__(self, records: Sequence[Record], with_questions: bool = False) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE record USING fts5(id UNINDEXED, kind UNINDEXED, body)")
        texts = [" ".join([words_of(record), *(record.fragen if with_questions else ())]) for record in records]
        rows = [(record.id, record.kind, fold(text)) for record, text in zip(records, texts)]
        self._connection.executemany("INSERT INTO record VALUES (?, ?, ?)", rows)

    def ids(self, question: str, kind: str | None, limit: int = -1) -> list[str]:
        """The ids of the best records, of one `kind` or of all, best first."""
        words = [word for word in re.findall(r"\w+", fold(question)) if word not in _STOP]
        if not words:
            return []
        wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        chosen = "SELECT id FROM record WHERE body MATCH ?1 AND (?2 IS NULL OR kind = ?2)"
        best_first = f"{chosen} ORDER BY bm25(record), id LIMIT ?3"
        return [row[0] for row in self._connection.execute(best_first, (wanted, kind, limit))]
