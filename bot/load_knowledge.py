"""Loads the knowledge into the database and says in one line what came of it, with one more for each conflict, and which
sessions no longer fit the advisers' hours.

A process of its own: it needs spaCy and the embedding, three hundred megabytes that `./lotse start` would keep.
"""
from __future__ import annotations

import sys

from bot.quiet_logging import configure_logging


WITH_CONFLICTS = 3
"""Exit code: everything was loaded but what was changed in the files and in the database."""


def main() -> int:
    """The report on stdout and 0 or WITH_CONFLICTS, or the one sentence about what is wrong on stderr and 1."""
    configure_logging("ideenlotse.knowledge")
    sys.modules.setdefault("tensorflow", None)  # spaCy's thinc would load it unused: three seconds
    from bot.advising.misplaced import told_after_edit
    from bot.bootstrap import load_knowledge
    from bot.settings import read_settings
    from knowledge.errors import ContentError
    from knowledge.language import LanguageError
    from storage.database import StorageError

    try:
        settings = read_settings()
        report = load_knowledge(settings)
        misplaced = told_after_edit(settings)
    except (ContentError, LanguageError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print(report.summary, *(conflict.message for conflict in report.conflicts), *misplaced, sep="\n")
    return WITH_CONFLICTS if report.conflicts else 0


if __name__ == "__main__":
    sys.exit(main())
