"""Everything that editors change with revisions: the records of all kinds, and the advisers."""
from __future__ import annotations

from pathlib import Path

from knowledge.advisers import read_advisers
from knowledge.content_files import read_records
from knowledge.schema import Entry


def read_entries(content: Path) -> list[Entry]:
    """All records and advisers of the files; raises ContentError for the first thing that is wrong."""
    return [*read_records(content), *read_advisers(content)]
