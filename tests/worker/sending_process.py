"""A worker that sends until nothing is left, with short leases; started and killed by tests.

    python -m tests.worker.sending_process DATABASE_URL PORT
"""
from __future__ import annotations

import sys
import time
from datetime import timedelta

from office.mail import Delivery, MailState, Outbox
from storage import Database
from tests.office.mail_setup import NOW
from tests.worker.mailing import SENDER, real_time
from worker.sending import SendMails
from worker.smtp import MailServer, Patience, Security, SmtpTransport

LEASE = timedelta(seconds=1)
PATIENCE = Patience(command=0.5, connecting=0.5, mail=0.6, answer=0.7, ending=0.2)


def main(url: str, port: int) -> None:
    database = Database(url)
    transport = SmtpTransport(MailServer("127.0.0.1", port, Security.NONE), PATIENCE)
    job = SendMails(Delivery(database, real_time, lease=LEASE, dot_lease=LEASE), transport, SENDER, real_time)
    outbox = Outbox(database)
    while outbox.counts()[MailState.WAITING] or outbox.counts()[MailState.SENDING]:
        job(NOW)
        time.sleep(0.05)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
