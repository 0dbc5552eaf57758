"""The verbs on ratings. Everything here blocks: call it from a thread. Raises `office.errors.StorageError`."""
from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.feedback.model import Change, FeedbackFilter, RatedAnswer, Rating, Reason, RecordCount
from office.feedback.tables import FeedbackRow
from office.typed_text import cleaned
from storage import Database

DAYS_KEPT = 180
"""Days for which a rating is kept after its last change (GDPR Art. 5(1)(e))."""
LONGEST_WORDS = 500
LONGEST_ASKED = 1000
"""Characters; what is longer is cut."""


class FeedbackBook:
    """Ratings of answers, by verbs. `now` has a time zone everywhere; whoever rates hands over masked texts only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rate(self, answer: RatedAnswer, is_helpful: bool, now: datetime) -> Change:
        """Keep whether an answer helped, in place of an earlier rating of it.

        The same again changes nothing; another one drops the reason that was given for the first.
        """
        with self._database.writing() as session:
            row, is_new = _kept_once(session, answer, is_helpful, now)
            if is_new:
                return Change.NEW
            if row.is_helpful == is_helpful:
                return Change.UNCHANGED
            row.is_helpful, row.reason, row.words, row.rated_at = is_helpful, None, None, now
            return Change.CHANGED

    def give_reason(self, key: str, number: int, reason: Reason, words: str | None, now: datetime) -> bool:
        """Keep why an answer did not help, in place of an earlier reason; False if it was not rated so.

        Own words add to a reason that was chosen before.
        """
        with self._database.writing() as session:
            row = session.get(FeedbackRow, (key, number), with_for_update=True)
            if row is None or row.is_helpful:
                return False
            own_words = _fitting(words, LONGEST_WORDS)
            row.reason = row.reason if own_words and row.reason else reason.value
            row.words = own_words or row.words
            row.rated_at = now
            return True

    def find(self, key: str, number: int) -> Rating | None:
        """The rating of one answer, or None."""
        with self._database.reading() as session:
            row = session.get(FeedbackRow, (key, number))
            return None if row is None else _rating(row)

    def list(self, wanted: FeedbackFilter = FeedbackFilter()) -> tuple[Rating, ...]:
        """The ratings that fit, the newest first; for staff."""
        rows = select(FeedbackRow)
        if wanted.since is not None:
            rows = rows.where(FeedbackRow.rated_at >= wanted.since)
        if wanted.is_helpful is not None:
            rows = rows.where(FeedbackRow.is_helpful == wanted.is_helpful)
        in_order = rows.order_by(FeedbackRow.rated_at.desc(), FeedbackRow.conversation_key, FeedbackRow.answer)
        with self._database.reading() as session:
            found = tuple(map(_rating, session.scalars(in_order)))
        return tuple(one for one in found if wanted.record is None or wanted.record in one.answer.records)

    def count_by_record(self, wanted: FeedbackFilter = FeedbackFilter()) -> tuple[RecordCount, ...]:
        """How the answers with each record were rated, those that disappoint most often first; for staff."""
        counted = Counter((record, one.is_helpful) for one in self.list(wanted) for record in one.answer.records)
        counts = [
            RecordCount(record, counted[record, True], counted[record, False])
            for record in {record for record, _ in counted}
            if wanted.record in (None, record)
        ]
        return tuple(sorted(counts, key=lambda one: (-one.unhelpful, one.helpful, one.record)))

    def forget_older_than(self, now: datetime, days: int = DAYS_KEPT) -> int:
        """Delete what was rated so long ago; gives the number of ratings."""
        return self._deleted(FeedbackRow.rated_at < now - timedelta(days=days))

    def forget_conversation(self, key: str) -> int:
        """Delete all ratings of one conversation (GDPR Art. 17); gives their number."""
        return self._deleted(FeedbackRow.conversation_key == key)

    def _deleted(self, which) -> int:
        with self._database.writing() as session:
            return session.execute(delete(FeedbackRow).where(which).execution_options(synchronize_session=False)).rowcount


def _kept_once(session: Session, answer: RatedAnswer, is_helpful: bool, now: datetime) -> tuple[FeedbackRow, bool]:
    """The row of this answer, locked, and whether it is new; the primary key decides between two at once."""
    key = (answer.conversation_key, answer.number)
    row = session.get(FeedbackRow, key, with_for_update=True)
    if row is not None:
        return row, False
    row = FeedbackRow(
        conversation_key=answer.conversation_key, answer=answer.number, is_helpful=is_helpful, rated_at=now,
        asked=_fitting(answer.asked, LONGEST_ASKED), outcome=answer.outcome, records=list(answer.records),
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(row)
        return row, True
    except IntegrityError:
        return session.get(FeedbackRow, key, with_for_update=True, populate_existing=True), False


def _fitting(text: str | None, longest: int) -> str | None:
    """The text on one line, cut; None if nothing is left of it."""
    return (cleaned(text)[:longest].rstrip() or None) if text else None


def _rating(row: FeedbackRow) -> Rating:
    answer = RatedAnswer(row.conversation_key, row.answer, row.outcome, tuple(row.records), row.asked)
    return Rating(answer, row.is_helpful, row.rated_at, Reason(row.reason) if row.reason else None, row.words)
