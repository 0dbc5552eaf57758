"""`./lotse eval search`: our search beside a site's, over the development questions, printed and written to docs."""
from __future__ import annotations

import statistics
import time
from datetime import date
from typing import Sequence

from bot.bootstrap import load_knowledge, open_library
from bot.settings import ROOT, Settings
from evaluation.full_text_search import FullTextSearch
from evaluation.intervals import bootstrap, wilson
from evaluation.measures import Share
from evaluation.message_sets import read_need_messages
from evaluation.search_learning import learn_weights
from evaluation.search_questions import (
    LEARNING,
    Answered,
    answered,
    read_search_questions,
    reciprocal_rank,
    share_within,
)
from evaluation.tables import interval, put_between_marks, shares, table
from knowledge.embedding import UseEmbedder
from knowledge.library import Library
from knowledge.schema import KINDS
from knowledge.search import Outcome

DOCUMENT = ROOT / "docs" / "search.md"
MISTAKES = ROOT / "var" / "eval" / "search-mistakes.txt"
_HEAD = ["n", "first", "95 %", "among three", "95 %", "MRR"]


def run(arguments, settings: Settings) -> int:
    """Measure, print, and do as the options say."""
    load_knowledge(settings)
    if arguments.learn:
        _learn(open_library(settings), settings)
    library = open_library(settings)
    today = settings.now().date()
    questions = read_search_questions()
    milliseconds: list[float] = []

    def ours(text: str, kind: str | None) -> list[str]:
        began = time.perf_counter()
        hits = library.search.ranking(library.reader.read(text), today, kind, len(library.search.records))
        milliseconds.append((time.perf_counter() - began) * 1000)
        return [hit.record.id for hit in hits]

    ours("Guten Tag", None)  # loads the weights
    sites, with_questions = (FullTextSearch(library.search.records, asked).ids for asked in (False, True))
    finders = {"ours": ours, "SQLite FTS5": sites, "SQLite FTS5 that sees our lay questions": with_questions}
    seen = {
        (name, told): answered(questions, find, told) for name, find in finders.items() for told in (False, True)
    }
    sections = {
        "search-summary": _summary(seen),
        "search-styles": _split(seen, lambda one: one.question.style, "style"),
        "search-kinds": _split(seen, lambda one: one.question.kind, "kind"),
        "search-nothing": _nothing_found(library, today),
        "search-time": f"Reading and searching one question takes {statistics.median(milliseconds):.1f} ms at the median "
        f"({len(library.search.records)} records).",
    }
    if arguments.speed:
        from bot.measuring.search_speed import speed

        sections["search-speed"] = speed(library, today)
    for part in sections.values():
        print(part, end="\n\n")
    if arguments.write:
        for mark, part in sections.items():
            put_between_marks(DOCUMENT, mark, part)
    _write_mistakes(seen["ours", False])
    return 0


def _learn(library: Library, settings: Settings) -> None:
    records, embedder = library.search.records, UseEmbedder()
    questions = read_search_questions(LEARNING)
    learn_weights(questions, records, embedder, embedder, library.reader, settings.now().date()).write()


def _summary(seen: dict[tuple[str, bool], list[Answered]]) -> str:
    rows = [
        [f"{name}, {'told the kind' if told else 'over all kinds'}", *_figures(places)]
        for (name, told), places in seen.items()
    ]
    ahead = [
        f"{'told the kind' if told else 'over all kinds'} {_ahead(seen['ours', told], seen['SQLite FTS5', told])}"
        for told in (False, True)
    ]
    return table(["search", *_HEAD], rows) + f"\n\nOurs is ahead of FTS5 at the first place: {'; '.join(ahead)}."


def _split(seen, by, name: str) -> str:
    groups = sorted({by(one) for one in seen["ours", False]}, key=lambda one: ((list(KINDS) + [one]).index(one), one))
    rows = []
    for group in groups:
        for finder in ("ours", "SQLite FTS5"):
            places = [one for one in seen[finder, False] if by(one) == group]
            rows.append([f"{group}, {finder}", *_figures(places)])
    return table([f"{name}, over all kinds", *_HEAD], rows)


def _nothing_found(library: Library, today: date) -> str:
    """How often the search has no answer: for questions that have one, and for messages that are out of scope."""
    asked = [(one.text, one.kind) for one in read_search_questions()]
    strange = [(one.text, kind) for one in read_need_messages() if one.need == "ausserhalb" for kind in KINDS]
    rows = []
    for name, messages in (("questions that have an answer", asked), ("out of scope, each kind of record", strange)):
        nothing = sum(library.ask(text, kind, today).outcome is Outcome.NOTHING_FOUND for text, kind in messages)
        rows.append(Share(name, nothing, len(messages)))
    return shares("nothing is found", rows)


def _figures(seen: Sequence[Answered]) -> list[str]:
    cells = [str(len(seen))]
    for best in (1, 3):
        right = sum(one.place <= best for one in seen)
        cells += [f"{share_within(seen, best):.3f}", interval(wilson(right, len(seen)))]
    return [*cells, f"{reciprocal_rank(seen):.3f}"]


def _ahead(ours: Sequence[Answered], theirs: Sequence[Answered]) -> str:
    """The difference in points with its interval, the questions drawn in pairs."""
    pairs = [(mine.place == 1) - (other.place == 1) for mine, other in zip(ours, theirs)]
    low, high = bootstrap(pairs, lambda drawn: sum(drawn) / len(drawn))
    return f"{100 * sum(pairs) / len(pairs):.1f} points ({100 * low:.1f}–{100 * high:.1f})"


def _write_mistakes(seen: Sequence[Answered]) -> None:
    lines = [
        "\t".join([str(one.place), one.question.kind, one.question.text, " ".join(sorted(one.question.right))])
        for one in seen
        if one.place > 1
    ]
    MISTAKES.parent.mkdir(parents=True, exist_ok=True)
    MISTAKES.write_text("\n".join(lines) + "\n", "utf-8")
