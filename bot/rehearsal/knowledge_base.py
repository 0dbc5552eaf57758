"""The database of a rehearsal: the knowledge of the files and nothing else, thrown away at the end."""
from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Iterator

from bot.child_processes import VAR
from bot.preparation import ensure_knowledge
from bot.progress import Report
from bot.settings import TIME_ZONE, Rate, Settings

LOADED = VAR / "rehearsal" / "lotse.db"
"""Knowledge alone, kept so that the next rehearsal begins at once."""
WRITTEN_FOR = datetime(2026, 11, 22, 10, tzinfo=TIME_ZONE)
"""When the written conversations take place, so that deadlines and events stay what they are: a Sunday."""
NO_LIMIT = Rate(10_000, 1)
PATIENCE_SECONDS = 60.0


@contextmanager
def rehearsal_settings(settings: Settings, now: datetime | None, report: Report, loaded: Path = LOADED) -> Iterator[Settings]:
    """Settings of an assistant for which it is always `now` (the present if None), with no limits to speak of.

    What is said to it is stored in a copy of the database `loaded`, which ends with the context. Raises StartError.
    """
    knowledge = replace(settings, database_url=f"sqlite:///{loaded}")
    loaded.parent.mkdir(parents=True, exist_ok=True)
    ensure_knowledge(knowledge, report)
    with TemporaryDirectory(prefix="rehearsal-", dir=loaded.parent) as folder:
        file = Path(folder, "lotse.db")
        with closing(sqlite3.connect(loaded)) as source, closing(sqlite3.connect(file)) as copy:
            source.backup(copy)
        yield replace(
            settings,
            database_url=f"sqlite:///{file}",
            fixed_now=now or settings.fixed_now,
            conversation_rate=NO_LIMIT,
            address_rate=NO_LIMIT,
            turn_seconds=PATIENCE_SECONDS,
        )
