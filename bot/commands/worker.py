"""Tut einmal alles, was der Worker sonst im Hintergrund tut: fällige Mails verschicken und löschen, was zu alt ist.

./lotse start tut das von selbst. Außerhalb des Betriebs setzt LOTSE_NOW die Zeit, zu der es fällig ist.
Rückgabewert 0: alles ist getan; 1: etwas ist gescheitert.
"""
from __future__ import annotations

from bot.settings import Settings

HELP = "einmal tun, was der Worker im Hintergrund tut (once)"


def add_arguments(parser) -> None:
    parser.add_argument("part", choices=("once",), metavar="once", help="alles, was fällig ist, einmal tun")


def run(arguments, settings: Settings) -> int:
    import logging
    import sys

    from bot.compose_worker import worker_parts
    from bot.quiet_logging import configure_logging
    from storage.migrate import database_at_hand
    from wording.outbox_list import NO_SERVER, job_result
    from worker.jobs import run_jobs, run_lanes

    configure_logging("ideenlotse.worker", logging.WARNING, sys.stderr)
    with database_at_hand(settings.database_url) as database:
        parts = worker_parts(settings, database)
        now = settings.now()
        runs = run_lanes(parts.calendar_lanes, parts.worklog, now)  # first, so that lists and digests know the collisions
        runs += run_jobs((*parts.main_lane, *parts.mail_lane), parts.worklog, now)  # what was written now is sent now
    print("\n".join(map(job_result, runs)))
    if parts.transport is None:
        print(NO_SERVER)
    return 1 if any(one.failure for one in runs) else 0
