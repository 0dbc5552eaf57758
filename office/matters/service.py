"""The verbs on matters, the same for every kind. They block: call them from a thread. They raise `StorageError`."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Callable, Mapping

from sqlalchemy.orm import Session

from office.case_numbers import mint_case_number
from office.code_checks import forget_tries
from office.matters.checking import check
from office.matters.kind import EMAIL, WITHDRAWN, MatterKind
from office.matters.model import Event, Matter, MatterFilter, MatterOutcome, MatterResult, Submission, Where
from office.matters.notices import Notices, Occasion, Told
from office.matters.opening import Opening, row_of
from office.matters.receiving import CODE_RENEWAL as CODE_RENEWAL  # part of what `submit` promises
from office.matters.receiving import DrawnCode, arriving, receive, received_before, row_of_request
from office.matters.rows import (
    chosen_matters, forget_old_matters, forget_words, keep_answer, keep_texts, note_state, read_matter, revoke_evaluation,
)  # fmt: skip
from office.matters.tables import MatterDerivedRow, MatterRow
from office.typed_text import Problem, Reason, Unfit, fitting
from storage import Database

LONGEST_ROLE, LONGEST_REASON, LONGEST_ANSWER = 80, 1_000, 8_000

Follow = Callable[[Session, MatterRow, Event], None]
"""What else happens in the unit of work in which a matter is brought to another state, withdrawing included;
called just before that is done."""


def nothing_else(session: Session, row: MatterRow, event: Event) -> None:
    """The matter stands for itself."""


class Matters:
    """Matters of one kind, by verbs: first those of the person, then those of the office. `now` has a time zone."""

    def __init__(
        self, database: Database, kind: MatterKind, mint: Callable[[str], str] = mint_case_number,
        notices: Notices = Notices(), follow: Follow = nothing_else,
    ) -> None:  # fmt: skip
        self._database = database
        self._notices = notices
        self._follow = follow
        self._opening = Opening(database, kind)
        self._mint = mint
        self.kind = kind

    def submit(self, submission: Submission, request_key: str, now: datetime) -> MatterResult:
        """Keep a matter: RECEIVED | ALREADY_RECEIVED | CONSENT_MISSING | INVALID.

        `request_key` names this one request, whatever the number of times it is sent, and must be known only to the
        conversation that sends it: whoever sends it again within CODE_RENEWAL gets a code. Only its hash is kept.
        """
        arrival = arriving(self.kind, submission, request_key)
        if isinstance(arrival, MatterResult):
            return arrival
        with self._database.writing() as session:
            row, result = receive(session, arrival, now, self._mint)
            if result.outcome is MatterOutcome.RECEIVED:
                return replace(result, has_mail=self._notify(session, row, Occasion.RECEIVED, now).by_mail)
            return result

    def repeat(self, request_key: str, now: datetime) -> MatterResult | None:
        """The answer to a request whose first answer was lost, as `submit` gives it: ALREADY_RECEIVED; None: never kept."""
        drawn = DrawnCode.new()
        with self._database.writing() as session:
            row = row_of_request(session, request_key)
            return None if row is None else received_before(self.kind, row, drawn, now)

    def public_state(self, number: str) -> str | None:
        """What the number alone tells of a matter; None if that is nothing, or if nobody has this number."""
        with self._database.reading() as session:
            row = row_of(session, self.kind, number)
            return None if row is None else self.kind.state(row.state).public

    def show(self, number: str, code: str, now: datetime) -> MatterResult:
        """What is kept (GDPR Art. 15): SHOWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opening.opened(number, code, now, lambda session, row: self._result(
            session, row, MatterOutcome.ALREADY_WITHDRAWN if row.state == WITHDRAWN else MatterOutcome.SHOWN
        ))  # fmt: skip

    def change(
        self, number: str, code: str, told: Mapping[str, str], now: datetime, reach: str | None = None,
        where: Where | None = None,
    ) -> MatterResult:  # fmt: skip
        """Put the fields in `told`, `reach` and `where` right (Art. 16); the earlier texts stay as versions.

        CHANGED | INVALID | ALREADY_CLOSED | ALREADY_WITHDRAWN | WRONG_CODE | WAIT. INVALID costs no try of the code.
        """
        checked = check(self.kind, told, reach)
        if checked.problems:
            return MatterResult(MatterOutcome.INVALID, problems=checked.problems)
        return self._opening.opened(number, code, now, lambda session, row: self._changed(
            session, row, checked.values, now, where
        ))  # fmt: skip

    def withdraw(self, number: str, code: str, now: datetime) -> MatterResult:
        """Take consent back and delete what was told (Art. 7(3), 17): WITHDRAWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opening.opened(number, code, now, lambda session, row: self._withdrawn(session, row, None, now))

    def revoke_evaluation(self, number: str, code: str, now: datetime) -> MatterResult:
        """Take back only the consent to evaluation: EVALUATION_REVOKED | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""

        def revoked(session: Session, row: MatterRow) -> MatterResult:
            if row.state == WITHDRAWN:
                return self._result(session, row, MatterOutcome.ALREADY_WITHDRAWN)
            revoke_evaluation(session, row.number, now)
            return self._result(session, row, MatterOutcome.EVALUATION_REVOKED)

        return self._opening.opened(number, code, now, revoked)

    def list(self, wanted: MatterFilter = MatterFilter()) -> tuple[Matter, ...]:
        """The matters that fit, the oldest first; for staff."""
        with self._database.reading() as session:
            return chosen_matters(session, self.kind, wanted)

    def find(self, number: str) -> Matter | None:
        """The matter with this number, however it is typed; for staff, who need no code."""
        with self._database.reading() as session:
            row = row_of(session, self.kind, number)
            return None if row is None else read_matter(session, self.kind, row)

    def set_state(self, number: str, state: str, by: str, now: datetime, reason: str = "") -> MatterResult:
        """Bring it to another state; `by` is a role, `reason` is for the person.

        MOVED | NOT_ALLOWED | ALREADY_CLOSED | ALREADY_WITHDRAWN | UNKNOWN_NUMBER | INVALID. Raises KeyError for a state
        that the kind does not have.
        """
        needs_reason = self.kind.state(state).needs_reason
        typed = {"by": (by, LONGEST_ROLE, True), "reason": (reason, LONGEST_REASON, needs_reason)}
        return self._handled(number, typed, lambda session, row, told: self._moved(
            session, row, state, now, told["by"], told["reason"] or None
        ))  # fmt: skip

    def answer(self, number: str, text: str, by: str, now: datetime) -> MatterResult:
        """Write to the person, who reads it with number and code: ANSWERED | as `set_state`."""
        typed = {"by": (by, LONGEST_ROLE, True), "answer": (text, LONGEST_ANSWER, True)}
        return self._handled(number, typed, lambda session, row, told: self._answered(
            session, row, told["answer"], told["by"], now
        ))  # fmt: skip

    def mark_withdrawn(self, number: str, by: str, now: datetime) -> MatterResult:
        """Withdraw for somebody who told the office so, say because the code is lost: WITHDRAWN | ALREADY_WITHDRAWN | …"""
        typed = {"by": (by, LONGEST_ROLE, True)}
        return self._handled(number, typed, lambda session, row, told: self._withdrawn(session, row, told["by"], now))

    def keep_derived(self, number: str, name: str, value: str, now: datetime) -> bool:
        """Keep what an evaluation made of a matter, in place of an earlier value; False without the consent to it."""
        with self._database.writing() as session:
            row = row_of(session, self.kind, number, locked=True)
            if row is None or not read_matter(session, self.kind, row).may_be_evaluated:
                return False
            session.merge(MatterDerivedRow(matter_number=row.number, name=name, value=value, derived_at=now))
        return True

    def forget_older_than(self, now: datetime) -> int:
        """Delete what `now` is too old to be kept, with its consents; gives the number of matters."""
        with self._database.writing() as session:
            forgotten = forget_old_matters(session, self.kind, now)
            forget_tries(session, now)
        return forgotten

    def _handled(
        self, number: str, typed: Mapping[str, tuple[str, int, bool]],
        verb: Callable[[Session, MatterRow, dict[str, str]], MatterResult],
    ) -> MatterResult:  # fmt: skip
        """What the verb of the office gives, if the number and all that was typed (text, limit, required) serve."""
        told, problems = {}, []
        for name, (text, longest, is_required) in typed.items():
            try:
                told[name] = fitting(text, longest, is_required, keeps_lines=name != "by")
            except Unfit as unfit:
                problems.append(Problem(name, unfit.reason, longest))
        if problems:
            return MatterResult(MatterOutcome.INVALID, problems=tuple(problems))
        with self._database.writing() as session:
            row = row_of(session, self.kind, number, locked=True)
            return MatterResult(MatterOutcome.UNKNOWN_NUMBER) if row is None else verb(session, row, told)

    def _changed(
        self, session: Session, row: MatterRow, values: Mapping[str, str | None], now: datetime, where: Where | None
    ) -> MatterResult:
        state = self.kind.state(row.state)
        if not state.takes_changes:
            return self._result(session, row, _ended(row))
        if self.kind.needs_one_of and self._would_say_nothing(session, row, values):
            missing = Problem(self.kind.needs_one_of[0], Reason.MISSING)
            return MatterResult(MatterOutcome.INVALID, row.number, problems=(missing,))
        if keep_texts(session, row.number, values, now):
            row.touched_at = now
            if where is not None:
                row.land, row.kreis = where.land, where.kreis
            if values.get(EMAIL):
                self._notify(session, row, Occasion.NEW_ADDRESS, now)
            if state.after_change:
                note_state(session, row, state.after_change, now)
        return self._result(session, row, MatterOutcome.CHANGED)

    def _would_say_nothing(self, session: Session, row: MatterRow, values: Mapping[str, str | None]) -> bool:
        told = {**read_matter(session, self.kind, row).told, **values}
        return not any(told[name] for name in self.kind.needs_one_of)

    def _moved(
        self, session: Session, row: MatterRow, state: str, now: datetime, by: str, reason: str | None = None
    ) -> MatterResult:
        leads_to = self.kind.state(row.state).leads_to
        if not leads_to:
            return self._result(session, row, _ended(row))
        if state not in leads_to:
            return self._result(session, row, MatterOutcome.NOT_ALLOWED)
        self._follow(session, row, Event(now, state, reason, by))
        note_state(session, row, state, now, by, reason)
        return self._result(session, row, MatterOutcome.MOVED, self._notify(session, row, Occasion.MOVED, now))

    def _answered(self, session: Session, row: MatterRow, text: str, by: str, now: datetime) -> MatterResult:
        if not self.kind.state(row.state).takes_changes:
            return self._result(session, row, _ended(row))
        keep_answer(session, row.number, text, by, now)
        note_state(session, row, self.kind.answered_as or row.state, now, by)
        return self._result(session, row, MatterOutcome.ANSWERED, self._notify(session, row, Occasion.ANSWERED, now))

    def _withdrawn(self, session: Session, row: MatterRow, by: str | None, now: datetime) -> MatterResult:
        if row.state == WITHDRAWN:
            return self._result(session, row, MatterOutcome.ALREADY_WITHDRAWN)
        self._follow(session, row, Event(now, WITHDRAWN, by=by))
        forget_words(session, row, now, by)
        self._notify(session, row, Occasion.WITHDRAWN, now)
        return self._result(session, row, MatterOutcome.WITHDRAWN)

    def _notify(self, session: Session, row: MatterRow, occasion: Occasion, now: datetime) -> Told:
        return self._notices.post(session, read_matter(session, self.kind, row), occasion, now)

    def _result(self, session: Session, row: MatterRow, outcome: MatterOutcome, told: Told = Told()) -> MatterResult:
        matter = read_matter(session, self.kind, row)
        return MatterResult(outcome, row.number, matter=matter, has_mail=told.by_mail, is_in_chat=told.in_chat)


def _ended(row: MatterRow) -> MatterOutcome:
    return MatterOutcome.ALREADY_WITHDRAWN if row.state == WITHDRAWN else MatterOutcome.ALREADY_CLOSED
