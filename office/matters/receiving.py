"""How a matter is kept, once, whatever the number of times it is sent. The unit of work is the caller's."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Callable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.case_numbers import mint_case_number
from office.consent import Consent, Purpose
from office.matters.checking import check_whole
from office.matters.kind import MatterKind
from office.matters.model import MatterOutcome, MatterResult, Submission
from office.matters.rows import hash_request, keep_consents, keep_texts, note_state
from office.matters.tables import MatterRow
from office.secret_codes import hash_code, new_code

CODE_RENEWAL = timedelta(minutes=10)
"""A request that comes again within this time gets a new code: the answer with the first one may have been lost."""
_MINTINGS = 20


@dataclass(frozen=True)
class DrawnCode:
    """A code with its hash, which is slow: made before the unit of work."""

    code: str = field(repr=False)
    code_hash: str = field(repr=False)

    @staticmethod
    def new() -> DrawnCode:
        code = new_code()
        return DrawnCode(code, hash_code(code))


@dataclass(frozen=True)
class Arrival:
    """A submission that serves. `values` by field, with telephone and mail, cleaned."""

    kind: MatterKind
    request_key: str = field(repr=False)
    submission: Submission
    values: Mapping[str, str | None] = field(repr=False)
    consents: tuple[Consent, ...]
    drawn: DrawnCode


def arriving(kind: MatterKind, submission: Submission, request_key: str) -> Arrival | MatterResult:
    """What may be kept, or why nothing may: CONSENT_MISSING | INVALID. Slow, so before the unit of work."""
    consents = _asked_for(kind, submission.consents)
    if not any(one.purpose is kind.purpose for one in consents):
        return MatterResult(MatterOutcome.CONSENT_MISSING)
    checked = check_whole(kind, submission.told, submission.reach)
    if checked.problems:
        return MatterResult(MatterOutcome.INVALID, problems=checked.problems)
    return Arrival(kind, request_key, submission, checked.values, consents, DrawnCode.new())


def receive(
    session: Session, arrival: Arrival, now: datetime, mint: Callable[[str], str] = mint_case_number, by: str | None = None
) -> tuple[MatterRow, MatterResult]:
    """Keep it: RECEIVED | ALREADY_RECEIVED; its row is locked. `by`: the role that entered it for the person."""
    row, is_new = _kept_once(session, arrival, now, mint)
    if not is_new:
        return row, received_before(arrival.kind, row, arrival.drawn, now)
    keep_texts(session, row.number, arrival.values, now)
    keep_consents(session, row.number, arrival.consents)
    note_state(session, row, row.state, now, by)
    return row, MatterResult(MatterOutcome.RECEIVED, row.number, arrival.drawn.code)


def row_of_request(session: Session, request_key: str) -> MatterRow | None:
    """The row of this request, locked."""
    mine = select(MatterRow).filter_by(request_hash=hash_request(request_key))
    return session.scalars(mine.with_for_update()).first()


def received_before(kind: MatterKind, row: MatterRow, drawn: DrawnCode, now: datetime) -> MatterResult:
    """The answer to a request that was kept before: within CODE_RENEWAL with the drawn code, which counts from now on."""
    if row.state == kind.first_state.name and now < row.received_at + CODE_RENEWAL:
        row.code_hash = drawn.code_hash
        return MatterResult(MatterOutcome.ALREADY_RECEIVED, row.number, drawn.code)
    return MatterResult(MatterOutcome.ALREADY_RECEIVED, row.number)


def _asked_for(kind: MatterKind, given: Sequence[Consent]) -> tuple[Consent, ...]:
    """Those that this kind asks for, of a known text."""
    asked = {kind.purpose, *((Purpose.EVALUATION,) if kind.can_be_evaluated else ())}
    return tuple(one for one in given if one.purpose in asked and one.version)


def _kept_once(
    session: Session, arrival: Arrival, now: datetime, mint: Callable[[str], str]
) -> tuple[MatterRow, bool]:
    """The row of this request, locked, and whether it is new; two constraints of the database decide."""
    kind, submission = arrival.kind, arrival.submission
    for _ in range(_MINTINGS):
        row = row_of_request(session, arrival.request_key)
        if row is not None:
            return row, False
        row = MatterRow(
            number=mint(kind.prefix),
            kind=kind.name,
            state=kind.first_state.name,
            received_at=now,
            touched_at=now,
            request_hash=hash_request(arrival.request_key),
            code_hash=arrival.drawn.code_hash,
            land=submission.where.land,
            kreis=submission.where.kreis,
            desk=submission.desk,
        )
        try:
            with session.begin_nested():
                session.add(row)
            return row, True
        except IntegrityError:
            continue  # the number is taken, or the same request came in at the same time
    raise RuntimeError(f"no free number in {_MINTINGS} tries")
