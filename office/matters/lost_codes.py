"""A new code for whoever has lost theirs: a link in a mail to the confirmed address of the matter makes it.

Nobody learns from the answer whether there is such a matter or address. Everything here blocks.
Raises `office.errors.StorageError`.
"""
from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Callable

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from knowledge.case_numbers import find_case_numbers
from office.mail import Mails, NewMail
from office.mail.model import Write
from office.mail.posting import is_confirmed
from office.matters.kind import EMAIL, WITHDRAWN
from office.matters.tables import CodeLinkRow, MatterRow, MatterTextRow
from office.secret_codes import hash_code, new_code
from office.tables import CodeTryRow
from storage import Database

VALID = timedelta(hours=24)
MOST_A_DAY = 2
"""Mails with a link for one number within 24 hours: nobody shall be flooded by somebody who knows the number."""

WriteLink = Callable[[str, str], Write]
"""The number and the secret of a link → what writes the mail."""


@dataclass(frozen=True)
class NewCode:
    """The code that counts from now on."""

    number: str
    code: str = field(repr=False)


class LostCodes:
    """Verbs of somebody who has the number, and reads the mails of the matter."""

    def __init__(self, database: Database, mails: Mails, write: WriteLink) -> None:
        self._database = database
        self._mails = mails
        self._write = write

    def ask(self, typed: str, now: datetime) -> None:
        """Mail a link, if the number is that of a matter with a confirmed mail address and no limit stands against it."""
        found = find_case_numbers(typed)
        if not found:
            return
        with self._database.writing() as session:
            row = session.get(MatterRow, found[0].value, with_for_update=True)
            email = None if row is None or row.state == WITHDRAWN else _confirmed_address(session, row.number)
            if email is None or _made_lately(session, row.number, now) >= MOST_A_DAY:
                return
            secret = secrets.token_urlsafe(24)
            session.add(CodeLinkRow(token_hash=_hash(secret), matter_number=row.number, made_at=now))
            key = f"{row.number}:code:{_hash(secret)[:16]}"
            mail = NewMail(key, email, self._write(row.number, secret), row.number, useful_until=now + VALID)
            self._mails.post(session, mail, now)

    def look(self, secret: str, now: datetime) -> bool:
        """Whether the link still makes a code."""
        with self._database.reading() as session:
            return _usable(session.get(CodeLinkRow, _hash(secret)), now)

    def renew(self, secret: str, now: datetime) -> NewCode | None:
        """Make a new code, once; the old one is void. None if the link does not serve any more."""
        code = new_code()
        code_hash = hash_code(code)  # slow, so before the unit of work
        with self._database.writing() as session:
            link = session.get(CodeLinkRow, _hash(secret), with_for_update=True)
            if not _usable(link, now):
                return None
            row = session.get(MatterRow, link.matter_number, with_for_update=True)
            if row is None or row.state == WITHDRAWN:
                return None
            row.code_hash = code_hash
            of_it = update(CodeLinkRow).where(CodeLinkRow.matter_number == row.number, CodeLinkRow.used_at.is_(None))
            session.execute(of_it.values(used_at=now).execution_options(synchronize_session=False))
            session.execute(delete(CodeTryRow).filter_by(case_number=row.number))
            return NewCode(row.number, code)

    def forget_older_than(self, now: datetime) -> int:
        """Delete the links that have no more use; how many."""
        with self._database.writing() as session:
            old = delete(CodeLinkRow).where(CodeLinkRow.made_at < now - VALID)
            return session.execute(old.execution_options(synchronize_session=False)).rowcount


def _confirmed_address(session: Session, number: str) -> str | None:
    email = session.scalar(
        select(MatterTextRow.text).filter_by(matter_number=number, field=EMAIL).order_by(MatterTextRow.version.desc()).limit(1)
    )
    return email if email and is_confirmed(session, email) else None


def _made_lately(session: Session, number: str, now: datetime) -> int:
    made = select(func.count()).select_from(CodeLinkRow).where(CodeLinkRow.matter_number == number)
    return session.scalar(made.where(CodeLinkRow.made_at > now - VALID))


def _usable(link: CodeLinkRow | None, now: datetime) -> bool:
    return link is not None and link.used_at is None and now < link.made_at + VALID


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
