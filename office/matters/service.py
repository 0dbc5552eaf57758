"""The verbs on matters, the same for every kind. They block: call them from a thread. They raise `office.errors.StorageError`."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Callable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from office.case_numbers import mint_case_number, read_case_number
from office.code_checks import CodeChecks, forget_tries
from office.consent import Consent, Purpose
from office.matters.checking import check, check_whole
from office.matters.kind import EMAIL, WITHDRAWN, MatterKind
from office.matters.model import Matter, MatterFilter, MatterOutcome, MatterResult, Submission, Where
from office.matters.notices import Notices, Occasion
from office.matters.rows import (
    chosen_matters, forget_old_matters, forget_words, hash_request, keep_answer, keep_consents, keep_texts, kept_code_hash,
    note_state, read_matter, revoke_evaluation,
)  # fmt: skip
from office.matters.tables import MatterDerivedRow, MatterRow
from office.secret_codes import hash_code, new_code
from office.typed_text import Problem, Reason, Unfit, fitting
from storage import Database

CODE_RENEWAL = timedelta(minutes=10)
"""A request that comes again within this time gets a new code: the answer with the first one may have been lost."""
LONGEST_ROLE, LONGEST_REASON, LONGEST_ANSWER = 80, 1_000, 8_000
_MINTINGS = 20

_Verb = Callable[[Session, MatterRow], MatterResult]


class Matters:
    """Matters of one kind, by verbs: first those of the person, then those of the office. `now` has a time zone."""

    def __init__(
        self, database: Database, kind: MatterKind, mint: Callable[[str], str] = mint_case_number,
        notices: Notices = Notices(),
    ) -> None:  # fmt: skip
        self._database = database
        self._notices = notices
        self._codes = CodeChecks(database)
        self._mint = mint
        self.kind = kind

    def submit(self, submission: Submission, request_key: str, now: datetime) -> MatterResult:
        """Keep a matter: RECEIVED | ALREADY_RECEIVED | CONSENT_MISSING | INVALID.

        `request_key` names this one request, whatever the number of times it is sent, and must be known only to the
        conversation that sends it: whoever sends it again within CODE_RENEWAL gets a code. Only its hash is kept.
        """
        consents = self._consents(submission.consents)
        if not any(one.purpose is self.kind.purpose for one in consents):
            return MatterResult(MatterOutcome.CONSENT_MISSING)
        checked = check_whole(self.kind, submission.told, submission.reach)
        if checked.problems:
            return MatterResult(MatterOutcome.INVALID, problems=checked.problems)
        code = new_code()
        kept = dict(
            kind=self.kind.name,
            state=self.kind.first_state.name,
            received_at=now,
            touched_at=now,
            request_hash=hash_request(request_key),
            code_hash=hash_code(code),  # slow, so before the unit of work
            land=submission.where.land,
            kreis=submission.where.kreis,
            desk=submission.desk,
        )
        with self._database.writing() as session:
            row, is_new = self._kept_once(session, kept)
            if is_new:
                keep_texts(session, row.number, checked.values, now)
                keep_consents(session, row.number, consents)
                note_state(session, row, row.state, now)
                told = self._notify(session, row, Occasion.RECEIVED, now)
                return MatterResult(MatterOutcome.RECEIVED, row.number, code, has_mail=told)
            return self._received_before(row, code, kept["code_hash"], now)

    def repeat(self, request_key: str, now: datetime) -> MatterResult | None:
        """The answer to a request whose first answer was lost, as `submit` gives it: ALREADY_RECEIVED; None: never kept."""
        code_hash = hash_code(code := new_code())
        with self._database.writing() as session:
            row = session.scalars(select(MatterRow).filter_by(request_hash=hash_request(request_key)).with_for_update()).first()
            return None if row is None else self._received_before(row, code, code_hash, now)

    def _received_before(self, row: MatterRow, code: str, code_hash: str, now: datetime) -> MatterResult:
        if row.state == self.kind.first_state.name and now < row.received_at + CODE_RENEWAL:
            row.code_hash = code_hash
            return MatterResult(MatterOutcome.ALREADY_RECEIVED, row.number, code)
        return MatterResult(MatterOutcome.ALREADY_RECEIVED, row.number)

    def public_state(self, number: str) -> str | None:
        """What the number alone tells of a matter; None if that is nothing, or if nobody has this number."""
        with self._database.reading() as session:
            row = self._row(session, number)
            return None if row is None else self.kind.state(row.state).public

    def show(self, number: str, code: str, now: datetime) -> MatterResult:
        """What is kept (GDPR Art. 15): SHOWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, lambda session, row: self._result(
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
        return self._opened(number, code, now, lambda session, row: self._changed(session, row, checked.values, now, where))

    def withdraw(self, number: str, code: str, now: datetime) -> MatterResult:
        """Take consent back and delete what was told (Art. 7(3), 17): WITHDRAWN | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""
        return self._opened(number, code, now, lambda session, row: self._withdrawn(session, row, None, now))

    def revoke_evaluation(self, number: str, code: str, now: datetime) -> MatterResult:
        """Take back only the consent to evaluation: EVALUATION_REVOKED | ALREADY_WITHDRAWN | WRONG_CODE | WAIT."""

        def revoked(session: Session, row: MatterRow) -> MatterResult:
            if row.state == WITHDRAWN:
                return self._result(session, row, MatterOutcome.ALREADY_WITHDRAWN)
            revoke_evaluation(session, row.number, now)
            return self._result(session, row, MatterOutcome.EVALUATION_REVOKED)

        return self._opened(number, code, now, revoked)

    def list(self, wanted: MatterFilter = MatterFilter()) -> tuple[Matter, ...]:
        """The matters that fit, the oldest first; for staff."""
        with self._database.reading() as session:
            return chosen_matters(session, self.kind, wanted)

    def find(self, number: str) -> Matter | None:
        """The matter with this number, however it is typed; for staff, who need no code."""
        with self._database.reading() as session:
            row = self._row(session, number)
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
            row = self._row(session, number, locked=True)
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

    def _consents(self, given: Sequence[Consent]) -> list[Consent]:
        """Those that this kind asks for, of a known text."""
        asked = {self.kind.purpose, *((Purpose.EVALUATION,) if self.kind.can_be_evaluated else ())}
        return [one for one in given if one.purpose in asked and one.version]

    def _kept_once(self, session: Session, kept: Mapping[str, Any]) -> tuple[MatterRow, bool]:
        """The row of this request, locked, and whether it is new; two constraints of the database decide."""
        mine = select(MatterRow).filter_by(request_hash=kept["request_hash"]).with_for_update()
        for _ in range(_MINTINGS):
            row = session.scalars(mine).first()
            if row is not None:
                return row, False
            row = MatterRow(number=self._mint(self.kind.prefix), **kept)
            try:
                with session.begin_nested():
                    session.add(row)
                return row, True
            except IntegrityError:
                continue  # the number is taken, or the same request came in at the same time
        raise RuntimeError(f"no free number in {_MINTINGS} tries")

    def _opened(self, typed: str, code: str, now: datetime, verb: _Verb) -> MatterResult:
        """What the verb of the person gives, if the code opens the matter."""
        number = read_case_number(typed, self.kind.prefix)
        if number is None:  # its check sign is wrong: no matter can have it, which everybody may know
            return MatterResult(MatterOutcome.WRONG_CODE)
        entry = self._codes.check(number, code, kept_code_hash, now)
        if entry.wait_until is not None:
            return MatterResult(MatterOutcome.WAIT, wait_until=entry.wait_until)
        if not entry.granted:
            return MatterResult(MatterOutcome.WRONG_CODE)
        with self._database.writing() as session:
            row = self._row(session, number, locked=True)
            return MatterResult(MatterOutcome.WRONG_CODE) if row is None else verb(session, row)

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
            row = self._row(session, number, locked=True)
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
        note_state(session, row, state, now, by, reason)
        self._notify(session, row, Occasion.MOVED, now)
        return self._result(session, row, MatterOutcome.MOVED)

    def _answered(self, session: Session, row: MatterRow, text: str, by: str, now: datetime) -> MatterResult:
        if not self.kind.state(row.state).takes_changes:
            return self._result(session, row, _ended(row))
        keep_answer(session, row.number, text, by, now)
        note_state(session, row, self.kind.answered_as or row.state, now, by)
        self._notify(session, row, Occasion.ANSWERED, now)
        return self._result(session, row, MatterOutcome.ANSWERED)

    def _withdrawn(self, session: Session, row: MatterRow, by: str | None, now: datetime) -> MatterResult:
        if row.state == WITHDRAWN:
            return self._result(session, row, MatterOutcome.ALREADY_WITHDRAWN)
        forget_words(session, row, now, by)
        return self._result(session, row, MatterOutcome.WITHDRAWN)

    def _notify(self, session: Session, row: MatterRow, occasion: Occasion, now: datetime) -> bool:
        return self._notices.post(session, read_matter(session, self.kind, row), occasion, now)

    def _result(self, session: Session, row: MatterRow, outcome: MatterOutcome) -> MatterResult:
        return MatterResult(outcome, row.number, matter=read_matter(session, self.kind, row))

    def _row(self, session: Session, typed: str, locked: bool = False) -> MatterRow | None:
        number = read_case_number(typed, self.kind.prefix)
        return None if number is None else session.get(MatterRow, number, with_for_update=locked or None)


def _ended(row: MatterRow) -> MatterOutcome:
    return MatterOutcome.ALREADY_WITHDRAWN if row.state == WITHDRAWN else MatterOutcome.ALREADY_CLOSED
