"""A store with mails and a job that sends them to a moody server, as the worker does, with little patience."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from office.mail import Backoff, Delivery, MailState, Outbox, enqueue
from storage import Database
from tests.fakes.smtp_server import MoodySmtpServer
from tests.office.mail_setup import NOW, a_mail
from worker.message import Sender
from worker.sending import SendMails
from worker.smtp import MailServer, Patience, Security, SmtpTransport

SENDER = Sender("Musterstelle", "lotse@musterstelle.example", "kontakt@musterstelle.example", ZoneInfo("Europe/Berlin"))
SHORT = Patience(command=0.4, connecting=0.8, mail=0.8, answer=0.6, ending=0.4)


def real_time() -> datetime:
    return datetime.now(timezone.utc)


def enqueue_mails(database: Database, *keys: str, **more) -> None:
    """A mail for each key to an address of its own."""
    with database.writing() as session:
        for key in keys:
            enqueue(session, a_mail(key, f"{key}@example.org", **more), NOW)


def a_delivery(database: Database, **more) -> Delivery:
    return Delivery(database, real_time, Backoff(draw=lambda: 0.5), **more)


def a_transport(server: MoodySmtpServer, patience: Patience = SHORT, **more) -> SmtpTransport:
    given = MailServer("127.0.0.1", server.port, Security.NONE)
    return SmtpTransport(replace(given, **more), patience)


def a_job(database: Database, transport: SmtpTransport | None, clock=real_time, **more) -> SendMails:
    return SendMails(a_delivery(database, **more), transport, SENDER, clock)


def mails(database: Database) -> dict[str, MailState]:
    return {one.key: one.state for one in Outbox(database).list(tuple(MailState))}


def problem_of(database: Database, key: str):
    return next(one for one in Outbox(database).list(tuple(MailState)) if one.key == key)


