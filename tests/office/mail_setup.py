"""Builders for mails: an outbox that knows how to ask for confirmation, mails, confirmed addresses."""
from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from office.mail import Addresses, MailText, Mails, NewMail, Outbox, PostOutcome
from storage import Database

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ADDRESS = "uli@example.org"


def ask(token: str) -> MailText:
    """The mail that asks to confirm."""
    return MailText("Bitte bestätigen", f"Pass: {token}.")


MAILS = Mails(ask)


def a_mail(key: str = "k1", to: str = ADDRESS, **more) -> NewMail:
    return NewMail(key, to, lambda token: MailText(f"Nachricht {key}", f"Grüße aus Görlitz. Pass: {token}."), **more)


def post(database: Database, mail: NewMail | None = None, now: datetime = NOW) -> PostOutcome:
    with database.writing() as session:
        return MAILS.post(session, mail or a_mail(), now)


def token_in(database: Database, key_begins: str = "confirm:") -> str:
    """The pass in the mail with such a key."""
    (mail,) = [one for one in Outbox(database).list() if one.key.startswith(key_begins)]
    return re.search(r"Pass: ([\w-]+)\.", mail.body)[1]


def confirm(database: Database, address: str = ADDRESS, now: datetime = NOW) -> None:
    """The owner of the address confirms it; the mail that asked for it is dropped."""
    with database.writing() as session:
        assert MAILS.ask_to_confirm(session, address, now)
    Addresses(database).confirm(token_in(database), now)
    outbox = Outbox(database)
    for one in outbox.list():
        if one.key.startswith("confirm:"):
            outbox.drop(one.id, now)
