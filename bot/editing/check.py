"""`./lotse content check`: everything that an editor should look at, in German."""
from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Callable, Iterator

from bot.settings import Settings
from knowledge.checking import Finding, Severity, findings_of
from knowledge.checking.freshness import is_marked_as_over
from knowledge.advisers import inspect_advisers
from knowledge.content_files import inspect_records
from knowledge.errors import ContentError
from knowledge.office import read_office
from knowledge.schema import Record
from knowledge.terms import read_terms


def check(arguments, settings: Settings) -> int:
    """Print the findings; 1 if something is broken or contradictory, with `strict` also for the rest."""
    records, errors = inspect_records(settings.content)
    errors.extend(_errors_beside_the_records(settings.content))
    found = findings_of(records, errors, settings.now().date())
    if arguments.links:
        found.extend(_dead_links(records))
    for line in told(found, records):
        print(line)
    return 1 if any(one.severity.is_error or arguments.strict for one in found) else 0


def told(found: list[Finding], records: list[Record]) -> Iterator[str]:
    """The findings in groups, and a summary at the end."""
    for severity, group in groupby(found, key=lambda one: one.severity):
        findings = list(group)
        yield f"{severity.value} ({len(findings)})"
        for (remedy, owner), alike in groupby(findings, key=lambda one: (one.remedy, one.owner)):
            for one in alike:
                yield f"  {one.place}: {one.what}"
            yield f"    {remedy}" + (f" Zuständig: {owner}." if owner else "")
        yield ""
    counts = Counter(one.severity for one in found)
    summary = ", ".join(f"{counts[one]} × {one.value}" for one in Severity if counts[one])
    over = sum(is_marked_as_over(record) for record in records)
    yield f"{len(records)} Einträge geprüft, davon {over} als ausgelaufen oder vergangen gekennzeichnet."
    yield f"Gefunden: {summary}." if summary else "Es ist alles in Ordnung."


def _errors_beside_the_records(content: Path) -> Iterator[ContentError]:
    readers: tuple[Callable[[Path], object], ...] = (read_office, read_terms)
    for read in readers:
        try:
            read(content)
        except ContentError as error:
            yield error
    yield from inspect_advisers(content)[1]


def _dead_links(records: list[Record]) -> list[Finding]:
    from knowledge.checking.links import LinkChecker, dead_links, hosts_of

    hosts = hosts_of(records)
    print(f"Die Internetadressen auf {len(hosts)} Servern werden besucht, das dauert einige Minuten …", flush=True)
    return dead_links(records, LinkChecker(hosts))


PARTS = {"check": check}
