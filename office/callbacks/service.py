"""The verbs on call-backs. Everything here blocks: call it from a thread. Raises `office.errors.StorageError`."""
from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any, Callable, Mapping

from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.callbacks.checking import check, check_whole
from office.callbacks.model import (
    PREFIX,
    Callback,
    CallbackField,
    CallbackFilter,
    CallbackOutcome,
    CallbackResult,
    CallbackState,
)
from office.callbacks.tables import CallbackRow
from office.case_numbers import mint_case_number, read_case_number
from office.code_checks import CodeChecks, forget_tries
from office.consent import Consent, Purpose
from office.secret_codes import hash_code, new_code
from office.tables import ConsentRow
from office.typed_text import Problem, Unfit, fitting
from storage import Database

CODE_RENEWAL = timedelta(minutes=10)
"""A request that comes again within this time gets a new code: the answer with the first one may have been lost."""
KEPT_WHEN_CLOSED = timedelta(days=30)
"""Done and withdrawn call-backs are deleted so long after that (GDPR Art. 5(1)(e))."""
KEPT_WHEN_OPEN = timedelta(days=180)
"""All others so long after they were asked for, as the consent says: nobody waits for that call any more."""
LONGEST_ROLE = 80
_MINTINGS = 20
_FORGOTTEN = dict.fromkeys(("name", "phone", "email", "best_time", "subject"))
_CLOSED = {
    CallbackState.DONE.value: CallbackOutcome.ALREADY_DONE,
    CallbackState.WITHDRAWN.value: CallbackOutcome.ALREADY_WITHDRAWN,
}
"""States that end a call-back, and what is said to whoever would go on."""


class Callbacks:
    """Call-backs, by verbs: first those of the person, then those of the office. `now` has a time zone everywhere."""

    def __init__(self, database: Database, mint: Callable[[str], str] = mint_case_number) -> None:
        self._database = database
        self._codes = CodeChecks(database)
        self._mint = mint

    def request(
        self, told: Mapping[CallbackField, str], consent: Consent | None, request_key: str, now: datetime
    ) -> CallbackResult:
        """Keep a call-back: REQUESTED | ALREADY_REQUESTED | CONSENT_MISSING | INVALID.

        `request_key` names this one request, whatever the number of times it is sent, and must be known only to the
        conversation that sends it: whoever sends it again within CODE_RENEWAL gets a code. Only its hash is kept.
        """
        if consent is None or consent.purpose is not Purpose.CALLBACK or not consent.version:
            return CallbackResult(CallbackOutcome.CONSENT_MISSING)
        checked = check_whole(told)
        if checked.problems:
            return CallbackResult(CallbackOutcome.INVALID, problems=checked.problems)
        code = new_code()
        kept = dict(
            checked.values,
            state=CallbackState.OPEN.value,
            requested_at=now,
            touched_at=now,
            request_hash=hashlib.sha256(request_key.encode("utf-8", "replace")).hexdigest(),
            code_hash=hash_code(code),  # slow, so before the unit of work
        )
        with self._database.writing() as session:
            row, is_new = self._kept_once(session, kept)
            if is_new:
                session.add(_consent_row(row.number, consent))
                return CallbackResult(CallbackOutcome.REQUESTED, row.number, code)
            if row.state == CallbackState.OPEN.value and now < row.requested_at + CODE_RENEWAL:
                row.code_hash = kept["code_hash"]
                return CallbackResult(CallbackOutcome.ALREADY_REQUESTED, row.number, code)
            return CallbackResult(CallbackOutcome.ALREADY_REQUESTED, row.number)

    def show(self, number: str, code: str, now: datetime) -> CallbackResult:
        """What is kept (GDPR Art. 15): SHOWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, _shown)

    def change(self, number: str, code: str, told: Mapping[CallbackField, str], now: datetime) -> CallbackResult:
        """Put the fields in `told` right (Art. 16): CHANGED | INVALID | ALREADY_DONE | ALREADY_WITHDRAWN | WRONG_CODE | WAIT.

        A changed call-back is open again, so that somebody reads it. INVALID costs no try of the code.
        """
        checked = check(told)
        if checked.problems:
            return CallbackResult(CallbackOutcome.INVALID, problems=checked.problems)
        return self._opened(number, code, now, lambda session, row: _changed(session, row, checked.values, now))

    def withdraw(self, number: str, code: str, now: datetime) -> CallbackResult:
        """Take consent back and delete what was told (Art. 7(3), 17): WITHDRAWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, lambda session, row: _withdrawn(session, row, None, now))

    def list(self, wanted: CallbackFilter = CallbackFilter()) -> tuple[Callback, ...]:
        """The call-backs that fit, the oldest first; for staff."""
        rows = select(CallbackRow).where(CallbackRow.state.in_([one.value for one in wanted.states]))
        if wanted.since is not None:
            rows = rows.where(CallbackRow.requested_at >= wanted.since)
        with self._database.reading() as session:
            found = session.scalars(rows.order_by(CallbackRow.requested_at, CallbackRow.number)).all()
            return tuple(_callback(session, row) for row in found)

    def find(self, number: str) -> Callback | None:
        """The call-back with this number, however it is typed; for staff, who need no code."""
        with self._database.reading() as session:
            row = _row(session, number)
            return None if row is None else _callback(session, row)

    def mark_called(self, number: str, by: str, now: datetime) -> CallbackResult:
        """Note that nobody answered and the office will try again: CALLED | ALREADY_DONE | ALREADY_WITHDRAWN | …"""
        return self._handled(number, by, lambda session, row, role: _marked(session, row, CallbackState.CALLED, role, now))

    def mark_done(self, number: str, by: str, now: datetime) -> CallbackResult:
        """Note that the person was spoken to; `by` is a role: DONE | ALREADY_DONE | ALREADY_WITHDRAWN | UNKNOWN_NUMBER | INVALID."""
        return self._handled(number, by, lambda session, row, role: _marked(session, row, CallbackState.DONE, role, now))

    def mark_withdrawn(self, number: str, by: str, now: datetime) -> CallbackResult:
        """Withdraw for somebody who told the office so, say because the code is lost: WITHDRAWN | ALREADY_WITHDRAWN | …"""
        return self._handled(number, by, lambda session, row, role: _withdrawn(session, row, role, now))

    def forget_older_than(self, now: datetime) -> int:
        """Delete what `now` is too old to be kept, with its consents; gives the number of call-backs."""
        is_closed = CallbackRow.state.in_(_CLOSED)
        is_old = or_(
            is_closed & (CallbackRow.touched_at < now - KEPT_WHEN_CLOSED),
            ~is_closed & (CallbackRow.requested_at < now - KEPT_WHEN_OPEN),
        )
        with self._database.writing() as session:
            numbers = session.scalars(select(CallbackRow.number).where(is_old).with_for_update()).all()
            session.execute(delete(ConsentRow).where(ConsentRow.case_number.in_(numbers)))
            session.execute(delete(CallbackRow).where(CallbackRow.number.in_(numbers)))
            forget_tries(session, now)
        return len(numbers)

    def _kept_once(self, session: Session, kept: Mapping[str, Any]) -> tuple[CallbackRow, bool]:
        """The row of this request, locked, and whether it is new; two constraints of the database decide."""
        mine = select(CallbackRow).filter_by(request_hash=kept["request_hash"]).with_for_update()
        for _ in range(_MINTINGS):
            row = session.scalars(mine).first()
            if row is not None:
                return row, False
            row = CallbackRow(number=self._mint(PREFIX), **kept)
            try:
                with session.begin_nested():
                    session.add(row)
                return row, True
            except IntegrityError:
                continue  # the number is taken, or the same request came in at the same time
        raise RuntimeError(f"no free number in {_MINTINGS} tries")

    def _opened(
        self, typed: str, code: str, now: datetime, verb: Callable[[Session, CallbackRow], CallbackResult]
    ) -> CallbackResult:
        """What the verb of the person gives, if the code opens the call-back."""
        number = read_case_number(typed, PREFIX)
        if number is None:  # its check sign is wrong: no case can have it, which everybody may know
            return CallbackResult(CallbackOutcome.WRONG_CODE)
        entry = self._codes.check(number, code, _kept_hash, now)
        if entry.wait_until is not None:
            return CallbackResult(CallbackOutcome.WAIT, wait_until=entry.wait_until)
        if not entry.granted:
            return CallbackResult(CallbackOutcome.WRONG_CODE)
        with self._database.writing() as session:
            row = _row(session, number, locked=True)
            return CallbackResult(CallbackOutcome.WRONG_CODE) if row is None else verb(session, row)

    def _handled(
        self, typed: str, by: str, verb: Callable[[Session, CallbackRow, str], CallbackResult]
    ) -> CallbackResult:
        """What the verb of the office gives, if the number and the role serve."""
        try:
            role = fitting(by, LONGEST_ROLE)
        except Unfit as unfit:
            return CallbackResult(CallbackOutcome.INVALID, problems=(Problem("by", unfit.reason, LONGEST_ROLE),))
        with self._database.writing() as session:
            row = _row(session, typed, locked=True)
            if row is None:
                return CallbackResult(CallbackOutcome.UNKNOWN_NUMBER)
            return verb(session, row, role)


def _shown(session: Session, row: CallbackRow) -> CallbackResult:
    is_withdrawn = row.state == CallbackState.WITHDRAWN.value
    return _result(session, row, CallbackOutcome.ALREADY_WITHDRAWN if is_withdrawn else CallbackOutcome.SHOWN)


def _changed(session: Session, row: CallbackRow, values: Mapping[str, str | None], now: datetime) -> CallbackResult:
    if row.state in _CLOSED:
        return _result(session, row, _CLOSED[row.state])
    _write(row, **values, state=CallbackState.OPEN.value, touched_at=now)
    return _result(session, row, CallbackOutcome.CHANGED)


def _marked(session: Session, row: CallbackRow, state: CallbackState, role: str, now: datetime) -> CallbackResult:
    if row.state in _CLOSED:
        return _result(session, row, _CLOSED[row.state])
    _write(row, state=state.value, handled_by=role, touched_at=now)
    return _result(session, row, CallbackOutcome[state.name])


def _withdrawn(session: Session, row: CallbackRow, role: str | None, now: datetime) -> CallbackResult:
    """Number, hashes and the consent stay for KEPT_WHEN_CLOSED: a late repeat must not ask again, and the office can show
    that it had a consent and that it was taken back. None of it tells who the person is."""
    if row.state == CallbackState.WITHDRAWN.value:
        return _result(session, row, CallbackOutcome.ALREADY_WITHDRAWN)
    _write(row, **_FORGOTTEN, state=CallbackState.WITHDRAWN.value, handled_by=role, touched_at=now)
    session.execute(update(ConsentRow).filter_by(case_number=row.number).values(withdrawn_at=now))
    return _result(session, row, CallbackOutcome.WITHDRAWN)


def _result(session: Session, row: CallbackRow, outcome: CallbackOutcome) -> CallbackResult:
    return CallbackResult(outcome, row.number, callback=_callback(session, row))


def _write(row: CallbackRow, **values: Any) -> None:
    for column, value in values.items():
        setattr(row, column, value)


def _row(session: Session, typed: str, locked: bool = False) -> CallbackRow | None:
    number = read_case_number(typed, PREFIX)
    return None if number is None else session.get(CallbackRow, number, with_for_update=locked or None)


def _kept_hash(session: Session, number: str) -> str | None:
    return session.scalar(select(CallbackRow.code_hash).filter_by(number=number))


def _consent_row(number: str, consent: Consent) -> ConsentRow:
    return ConsentRow(
        case_number=number, purpose=consent.purpose.value, version=consent.version, given_at=consent.given_at
    )


def _callback(session: Session, row: CallbackRow) -> Callback:
    given = session.get(ConsentRow, (row.number, Purpose.CALLBACK.value))
    columns = ("number", "requested_at", "touched_at", "handled_by", *_FORGOTTEN)
    return Callback(
        state=CallbackState(row.state),
        consent=Consent(Purpose.CALLBACK, given.version, given.given_at),
        **{column: getattr(row, column) for column in columns},
    )
