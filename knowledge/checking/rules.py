"""All rules over all records."""
from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Iterable, Iterator
from urllib.parse import urlsplit

from knowledge.checking.finding import Finding, Severity
from knowledge.checking.freshness import contradictions, due_for_review, ended
from knowledge.errors import ContentError
from knowledge.folding import fold
from knowledge.plain_language import faults_of
from knowledge.schema import Contact, Record

_NO_SOURCES = ("example", "invalid", "test", "localhost")
"""Endings of addresses that nobody owns (RFC 2606): a source that is still to be found."""
_NO_TITLES = frozenset({"-", "–", "k. a.", "unbekannt", "todo", "folgt", "xxx"})


def findings_of(records: Iterable[Record], errors: Iterable[ContentError], day: date) -> list[Finding]:
    """Everything that an editor should look at on `day`, the worst first, then by file and record."""
    all_records = list(records)
    found = [Finding.of_error(error) for error in errors]
    for record in all_records:
        of_time = [*contradictions(record, day), *ended(record, day)]
        found.extend(of_time or due_for_review(record, day))  # who mends the former checks the record anyway
        for rule in (_source_missing, _no_way_to_reach, _hard_to_read):
            found.extend(rule(record))
    found.extend(_same_names(all_records))
    order = list(Severity)
    return sorted(found, key=lambda one: (order.index(one.severity), one.file))


def _source_missing(record: Record) -> Iterator[Finding]:
    host = urlsplit(record.source_url).hostname or ""
    if host.rpartition(".")[2] in _NO_SOURCES:
        yield Finding.about(record, Severity.NO_SOURCE, "source_url", f"{host} ist nur ein Platzhalter.",
                            "Bitte nennen Sie die Seite, auf der Sie die Angaben gesehen haben.")  # fmt: skip
    if record.source_title.strip().lower() in _NO_TITLES:
        yield Finding.about(record, Severity.NO_SOURCE, "source_title", "Die Quelle hat keinen Titel.",
                            "Bitte nennen Sie, von wem die Seite ist und wie sie heißt.")  # fmt: skip


def _no_way_to_reach(record: Record) -> Iterator[Finding]:
    if isinstance(record, Contact) and not record.phone and not record.email:
        yield Finding.about(record, Severity.NO_WAY_TO_REACH, "phone", "Telefon und E-Mail fehlen.",
                            "Bitte tragen Sie wenigstens eines ein, wenn die Stelle eines nennt.")  # fmt: skip


def _hard_to_read(record: Record) -> Iterator[Finding]:
    for number, sentence in enumerate(record.einfach, start=1):
        for fault in faults_of(sentence):
            yield Finding.about(record, Severity.HARD_TO_READ, f"einfach, Satz {number}", f"Der Satz {fault}.",
                                "Bitte machen Sie kurze Sätze mit je einer Aussage, ohne Klammern und Abkürzungen.")  # fmt: skip


def _same_names(records: list[Record]) -> Iterator[Finding]:
    """Records of one kind that people cannot tell apart by their name."""
    named: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        named[record.kind, " ".join(fold(record.name).split())].append(record)
    for first, *others in named.values():
        for other in others:
            yield Finding.about(other, Severity.SAME_NAME, "name", f"Heißt wie {first.id}: „{other.name}“.",
                                "Bitte ergänzen Sie, was die beiden unterscheidet, etwa das Land oder den Träger.")  # fmt: skip
