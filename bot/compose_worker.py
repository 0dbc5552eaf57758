"""Puts the worker together. A part of the one place of composition, beside bot/bootstrap.py."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from functools import partial

from bot.compose_calendars import attached_calendars, forget_calendars, reading, writing
from bot.compose_office import day_lists, lost_codes, my_data, offering, office_digest, session_notices
from bot.settings import TIME_ZONE, Settings
from conversation.drafts import DraftStore
from knowledge.office import OfficeProfile, read_office
from office.mail import Addresses, Delivery, Outbox
from office.services import every_matter, forget_old
from office.work import WorkLog
from storage import Database
from worker.caldav.jobs import AttachedCalendar
from worker.jobs import Lane, WorkerServices, calendar_jobs, mail_jobs, worker_jobs
from worker.message import Sender
from worker.sending import SendMails
from worker.smtp import MailServer, Security, SmtpTransport


@dataclass(frozen=True)
class WorkerParts:
    """The lanes of jobs, where they are noted, the way to the mail server, if one is set, and the calendars of advisers,
    each with a lane."""

    main_lane: Lane
    mail_lane: Lane
    worklog: WorkLog
    transport: SmtpTransport | None
    calendars: tuple[AttachedCalendar, ...] = ()
    calendar_lanes: tuple[Lane, ...] = ()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All of them."""
        return self.main_lane, self.mail_lane, *self.calendar_lanes

    def stop(self) -> None:
        """Break off what waits for another server; may come from a signal handler."""
        if self.transport is not None:
            self.transport.stop()
        for one in self.calendars:
            one.remote.stop()


def worker_parts(settings: Settings, database: Database) -> WorkerParts:
    """What the worker works with; raises ContentError."""
    transport = None if settings.smtp is None else SmtpTransport(_server(settings))
    delivery = Delivery(database, real_time)
    mine = my_data(database, settings)
    calendars = attached_calendars(settings)
    lists = day_lists(database, settings)
    send = SendMails(delivery, transport, mail_sender(settings, read_office(settings.content)), real_time)
    services = WorkerServices(
        forget_calendars=forget_calendars(database, calendars),
        forget_matters=partial(forget_old, every_matter(database)),
        drafts=DraftStore(database),
        outbox=Outbox(database),
        addresses=Addresses(database),
        forget_code_links=lost_codes(database, settings).forget_older_than,
        post_digest=lambda now: office_digest(database, settings).post(now, settings.digest_hour),
        post_reminders=session_notices(database, settings).remind,
        post_day_lists=lambda now: lists.post(now, settings.day_list_hour),
        offer_waiting=offering(database, settings).offer_due,
        sweep=lambda now: sum(mine.sweep(now).rows.values()),
    )
    lanes = tuple(
        calendar_jobs(one.adviser, reading(database, one), writing(database, one, settings, real_time)) for one in calendars
    )
    return WorkerParts(worker_jobs(services), mail_jobs(send), WorkLog(database), transport, calendars, lanes)


def mail_sender(settings: Settings, office: OfficeProfile) -> Sender:
    """From whom mails come: LOTSE_MAIL_FROM or the office's address; answers always go to the office."""
    return Sender(office.name, settings.mail_from or office.email, office.email, TIME_ZONE)


def real_time() -> datetime:
    """The real moment, whatever LOTSE_NOW says: leases are about processes that live or not."""
    return datetime.now(timezone.utc)


def _server(settings: Settings) -> MailServer:
    smtp = settings.smtp
    return MailServer(smtp.host, smtp.port, Security(smtp.security), smtp.user, smtp.password)
