"""`./lotse content check`: everything that an editor should look at, in German."""
from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Callable, Iterator, Sequence

from bot.advising.misplaced import misplaced_by_edit
from bot.settings import Settings
from knowledge.checking import Finding, Severity, findings_of
from knowledge.checking.freshness import is_marked_as_over
from knowledge.advisers import inspect_advisers
from knowledge.content_files import inspect_records
from knowledge.errors import ContentError
from knowledge.office import read_office
from knowledge.schema import Adviser, Record
from knowledge.terms import read_terms
from office.appointments.misplaced import Misplaced
from storage import StorageError
from wording.misplaced import misplaced_lines


def check(arguments, settings: Settings) -> int:
    """Print the findings, and which booked sessions the file of the advisers would leave without a time; 1 if something is
    broken or contradictory, with `strict` also for the rest."""
    records, errors = inspect_records(settings.content)
    errors.extend(_errors_beside_the_records(settings.content))
    advisers, faults = inspect_advisers(settings.content)
    found = findings_of(records, [*errors, *faults], settings.now().date())
    if arguments.links:
        found.extend(_dead_links(records))
    sessions = () if faults else _misplaced(settings, advisers)
    for line in told(found, records, sessions):
        print(line)
    return 1 if any(one.severity.is_error or arguments.strict for one in found) or (sessions and arguments.strict) else 0


def told(found: list[Finding], records: list[Record], sessions: Sequence[Misplaced] = ()) -> Iterator[str]:
    """The findings in groups, the sessions that would no longer fit, and a summary at the end."""
    for severity, group in groupby(found, key=lambda one: one.severity):
        findings = list(group)
        yield f"{severity.value} ({len(findings)})"
        for (remedy, owner), alike in groupby(findings, key=lambda one: (one.remedy, one.owner)):
            for one in alike:
                yield f"  {one.place}: {one.what}"
            yield f"    {remedy}" + (f" Zuständig: {owner}." if owner else "")
        yield ""
    if sessions:
        yield from (*misplaced_lines(sessions, after_load=True), "")
    counts = Counter(one.severity for one in found)
    kinds = [f"{counts[one]} × {one.value}" for one in Severity if counts[one]]
    summary = ", ".join([*kinds, *([f"{len(sessions)} × Termin passt nicht mehr"] if sessions else [])])
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


def _misplaced(settings: Settings, advisers: Sequence[Adviser]) -> tuple[Misplaced, ...]:
    """Without a database nothing can be said; that is told beside the findings."""
    try:
        return misplaced_by_edit(settings, advisers)
    except StorageError as error:
        print(f"Ob gebuchte Termine noch passen, ist nicht geprüft. {error}", file=sys.stderr)
        return ()


def _dead_links(records: list[Record]) -> list[Finding]:
    from knowledge.checking.links import LinkChecker, dead_links, hosts_of

    hosts = hosts_of(records)
    print(f"Die Internetadressen auf {len(hosts)} Servern werden besucht, das dauert einige Minuten …", flush=True)
    return dead_links(records, LinkChecker(hosts))


PARTS = {"check": check}
