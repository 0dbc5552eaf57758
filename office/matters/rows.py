"""Matters to and from their rows. Everything here happens inside somebody's unit of work."""
from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import datetime
from typing import Any, Iterable, Mapping, Sequence

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from office.appointments.tables import AppointmentRow
from office.consent import Consent, Purpose
from office.mail.forgetting import forget_case
from office.matters.kind import EMAIL, KEPT_WHEN_WITHDRAWN, PHONE, WITHDRAWN, MatterKind
from office.matters.model import Event, Matter, MatterFilter, OfficeAnswer, Version, Where
from office.matters.tables import (
    CodeLinkRow, MatterAnswerRow, MatterDerivedRow, MatterEventRow, MatterRow, MatterTextRow, PublishedIdeaRow,
)  # fmt: skip
from office.tables import ConsentRow

_UNVERSIONED = (PHONE, EMAIL)
"""An earlier telephone number serves nobody any more, so it goes (GDPR Art. 5(1)(c))."""


def fitting_rows(kind: MatterKind, wanted: MatterFilter) -> ColumnElement[bool]:
    """The condition by which the rows of a list are selected, but for the sort, which stands among the texts."""
    states = kind.to_do if wanted.states is None else wanted.states
    limits = [MatterRow.kind == kind.name, MatterRow.state.in_(states)]
    limits += [MatterRow.received_at >= wanted.since] if wanted.since else []
    limits += [MatterRow.received_at < wanted.until] if wanted.until else []
    told = {MatterRow.land: wanted.land, MatterRow.kreis: wanted.kreis, MatterRow.desk: wanted.desk}
    return and_(*limits, *(column == value for column, value in told.items() if value))


def read_matters(session: Session, kind: MatterKind, rows: Sequence[MatterRow], chosen: Any) -> tuple[Matter, ...]:
    """The matters of `rows`, in their order; `chosen` is the condition by which the rows were selected."""

    def beside(table: Any, *order: Any) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = defaultdict(list)
        joined = select(table).join(MatterRow, MatterRow.number == table.matter_number).where(chosen)
        for one in session.scalars(joined.order_by(*order)):
            found[one.matter_number].append(one)
        return found

    texts = beside(MatterTextRow, MatterTextRow.field, MatterTextRow.version)
    events = beside(MatterEventRow, MatterEventRow.position)
    answers = beside(MatterAnswerRow, MatterAnswerRow.position)
    derived = beside(MatterDerivedRow, MatterDerivedRow.name)
    consents: dict[str, list[ConsentRow]] = defaultdict(list)
    given = select(ConsentRow).join(MatterRow, MatterRow.number == ConsentRow.case_number).where(chosen)
    for one in session.scalars(given.order_by(ConsentRow.purpose)):
        consents[one.case_number].append(one)
    return tuple(
        _matter(kind, row, *(one[row.number] for one in (texts, events, answers, derived, consents))) for row in rows
    )


def chosen_matters(session: Session, kind: MatterKind, wanted: MatterFilter) -> tuple[Matter, ...]:
    """The matters that fit, the oldest first."""
    chosen = fitting_rows(kind, wanted)
    rows = session.scalars(select(MatterRow).where(chosen).order_by(MatterRow.received_at, MatterRow.number)).all()
    found = read_matters(session, kind, rows, chosen)
    return tuple(one for one in found if wanted.sort in (None, one.told.get("sort")))


def read_matter(session: Session, kind: MatterKind, row: MatterRow) -> Matter:
    """The matter of one row, as it stands in this unit of work."""
    session.flush()
    return read_matters(session, kind, [row], MatterRow.number == row.number)[0]


def keep_texts(session: Session, number: str, values: Mapping[str, str | None], now: datetime) -> bool:
    """Keep what is new in `values` as the next version; whether anything was new."""
    latest: dict[str, MatterTextRow] = {}
    for one in session.scalars(select(MatterTextRow).filter_by(matter_number=number).order_by(MatterTextRow.version)):
        latest[one.field] = one
    changed = {name: text for name, text in values.items() if (latest[name].text if name in latest else "") != (text or "")}
    for name, text in changed.items():
        version = latest[name].version + 1 if name in latest else 1
        if name in _UNVERSIONED:
            session.execute(delete(MatterTextRow).filter_by(matter_number=number, field=name))
        if name not in _UNVERSIONED or text:
            session.add(MatterTextRow(matter_number=number, field=name, version=version, text=text or "", told_at=now))
    return bool(changed)


def note_state(
    session: Session, row: MatterRow, state: str, now: datetime, by: str | None = None, reason: str | None = None
) -> None:
    """The matter has come to `state`."""
    row.state, row.touched_at = state, now
    position = _next_position(session, MatterEventRow, row.number)
    session.add(MatterEventRow(matter_number=row.number, position=position, at=now, state=state, reason=reason, by=by))
    session.flush()


def keep_answer(session: Session, number: str, text: str, by: str, now: datetime) -> None:
    """Keep what the office wrote; the same words again are no second answer."""
    written = select(MatterAnswerRow).filter_by(matter_number=number).order_by(MatterAnswerRow.position.desc())
    last = session.scalars(written).first()
    if last is not None and last.text == text:
        return
    position = _next_position(session, MatterAnswerRow, number)
    session.add(MatterAnswerRow(matter_number=number, position=position, text=text, answered_at=now, by=by))


def hash_request(request_key: str) -> str:
    """The key of a request as it is kept."""
    return hashlib.sha256(request_key.encode("utf-8", "replace")).hexdigest()


def keep_consents(session: Session, number: str, consents: Iterable[Consent]) -> None:
    """Keep each with the version of its text."""
    for one in consents:
        session.add(
            ConsentRow(case_number=number, purpose=one.purpose.value, version=one.version, given_at=one.given_at)
        )


def forget_words(session: Session, row: MatterRow, now: datetime, by: str | None) -> None:
    """Withdraw: every word of the person goes, what the office wrote to them and what was derived too."""
    forget_case(session, row.number)
    for table in (MatterTextRow, MatterAnswerRow, MatterDerivedRow, PublishedIdeaRow, CodeLinkRow, AppointmentRow):
        session.execute(delete(table).filter_by(matter_number=row.number))
    session.execute(update(MatterEventRow).filter_by(matter_number=row.number).values(reason=None))
    row.land = row.kreis = row.desk = row.runs_until = None
    note_state(session, row, WITHDRAWN, now, by)
    session.execute(
        update(ConsentRow).filter_by(case_number=row.number, withdrawn_at=None).values(withdrawn_at=now)
    )


def forget_old_matters(session: Session, kind: MatterKind, now: datetime) -> int:
    """Delete the matters of a kind that `now` are too old to be kept, with their consents and mails; how many."""
    settled = MatterRow.state.in_([one.name for one in kind.states if one.is_settled])
    is_withdrawn = MatterRow.state == WITHDRAWN
    is_old = and_(MatterRow.kind == kind.name, or_(
        is_withdrawn & (MatterRow.touched_at < now - KEPT_WHEN_WITHDRAWN),
        settled & (MatterRow.touched_at < now - kind.kept_when_settled),
        ~is_withdrawn & ~settled & (running_since() < now - kind.kept_when_open),
    ))  # fmt: skip
    numbers = session.scalars(select(MatterRow.number).where(is_old).with_for_update()).all()
    for number in numbers:
        forget_case(session, number)
    session.execute(delete(ConsentRow).where(ConsentRow.case_number.in_(numbers)))
    session.execute(delete(MatterRow).where(MatterRow.number.in_(numbers)))
    return len(numbers)


def running_since() -> ColumnElement[datetime]:
    """From when the time of keeping of an open matter runs."""
    return func.coalesce(MatterRow.runs_until, MatterRow.received_at)


def revoke_evaluation(session: Session, number: str, now: datetime) -> None:
    """Take back the consent to evaluation, and with it everything that rests on it (GDPR Art. 17(1)(b))."""
    session.execute(delete(MatterDerivedRow).filter_by(matter_number=number))
    given = update(ConsentRow).filter_by(case_number=number, purpose=Purpose.EVALUATION.value, withdrawn_at=None)
    session.execute(given.values(withdrawn_at=now))


def _next_position(session: Session, table: Any, number: str) -> int:
    """The row of the matter is locked, so nobody else takes the same one."""
    return session.scalar(select(func.coalesce(func.max(table.position), 0)).filter_by(matter_number=number)) + 1


def _matter(
    kind: MatterKind, row: MatterRow, texts: Sequence[MatterTextRow], events: Sequence[MatterEventRow],
    answers: Sequence[MatterAnswerRow], derived: Sequence[MatterDerivedRow], consents: Sequence[ConsentRow],
) -> Matter:  # fmt: skip
    latest = {one.field: one for one in texts}
    told = {one.name: latest[one.name].text if one.name in latest else "" for one in kind.fields}
    return Matter(
        kind=row.kind,
        number=row.number,
        state=row.state,
        received_at=row.received_at,
        touched_at=row.touched_at,
        consents=tuple(Consent(Purpose(one.purpose), one.version, one.given_at, one.withdrawn_at) for one in consents),
        told={} if row.state == WITHDRAWN else told,
        phone=latest[PHONE].text if PHONE in latest else None,
        email=latest[EMAIL].text if EMAIL in latest else None,
        where=Where(row.land, row.kreis),
        desk=row.desk,
        history=tuple(Event(one.at, one.state, one.reason, one.by) for one in events),
        versions=tuple(Version(one.field, one.text, one.told_at) for one in texts if one is not latest[one.field]),
        answers=tuple(OfficeAnswer(one.text, one.answered_at, one.by) for one in answers),
        derived={one.name: one.value for one in derived},
    )
