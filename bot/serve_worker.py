"""The worker process: sends the outbox and forgets what is too old. Listens on nothing; says by a file that it lives."""
from __future__ import annotations

import logging
import os
import signal
import sys

from bot.child_processes import WORKERS
from bot.compose_worker import real_time, worker_parts
from bot.probe import beat
from bot.quiet_logging import configure_logging
from bot.settings import read_settings
from storage import Database
from worker.running import Worker

LOG = logging.getLogger("ideenlotse.worker")


def main() -> int:
    """Work until SIGINT or SIGTERM; a mail server that hangs keeps neither it nor other jobs."""
    settings = read_settings()
    configure_logging("ideenlotse.worker")
    parts = worker_parts(settings, Database(settings.database_url))
    worker = Worker(parts.lanes, parts.worklog, real_time, settings.now, lambda: beat(WORKERS), parts.stop)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: worker.stop())
    LOG.info("mails are sent" if parts.transport else "no mail server is set: mails stay in the outbox")
    worker.run()
    sys.stdout.flush()
    os._exit(0)  # a thread that hangs in the name server or the database must not keep the process


if __name__ == "__main__":
    sys.exit(main())
