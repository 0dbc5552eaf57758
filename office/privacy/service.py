"""The verbs on what we hold about people (GDPR Art. 5(1)(e), 15, 17, 20). Everything here blocks: call it from a thread.

Raises `office.errors.StorageError`. Cases with a number of their own are not found from a conversation: whoever has number
and code sees and withdraws them there (docs/decisions/0012-cases-of-people.md, 0020-my-data.md).
"""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Callable, Mapping

from sqlalchemy import Table, delete, func, inspect, select
from sqlalchemy.orm import Session

from office.privacy.declarations import ROOT, all_tables, hangs_on_the_conversation, of_conversation, personal_tables
from office.privacy.model import DataPart, Deletion, Held, Period, Sweep
from storage import Database
from storage.privacy import ByConversation, ByService, Days, Privacy, WithOwner, declaration_of

Forget = Callable[[datetime], int]


class PersonalData:
    """All personal data, by verbs. `key` is the hash under which a conversation is kept; `now` has a time zone.

    `forgetting` are the verbs of the services that delete cases by their state, under the names that the tables give;
    `days` the periods that an office has set, by the name of the setting.
    """

    def __init__(
        self, database: Database, forgetting: Mapping[str, Forget], days: Mapping[str, int] | None = None
    ) -> None:
        self._database = database
        self._forgetting = forgetting
        self._days = days or {}

    def periods(self) -> tuple[Period, ...]:
        """What is kept, why and how long, table by table."""
        return tuple(
            Period(privacy.part, table.name, privacy.basis.value, self._days_of(privacy), isinstance(privacy.kept, WithOwner))
            for table, privacy in personal_tables()
        )

    def declarations(self) -> list[dict[str, Any]]:
        """What each table says of itself, the silent ones included; for staff and the tests."""
        return [_told(table, self._days) for table in all_tables()]

    def held(self, key: str) -> Held:
        """How much there is of a conversation, and until when."""
        with self._database.reading() as session:
            parts = tuple(
                self._part(session, table, privacy, condition) for table, privacy, condition in self._rows_of(session, key)
            )
        return Held(parts, next((one.kept_until for one in parts if one.table == ROOT), None))

    def export(self, key: str) -> dict[str, Any]:
        """All personal data of a conversation, ready for `json.dumps`: `{part: {table: [row, …]}}`; empty without any."""
        found: dict[str, Any] = {}
        with self._database.reading() as session:
            for table, privacy, condition in self._rows_of(session, key):
                order = table.primary_key.columns
                rows = session.execute(select(table).where(condition).order_by(*order)).mappings().all()
                shown = [one for row in rows if (one := _shown(privacy, row)) is not None]
                if shown:
                    found.setdefault(privacy.part, {})[table.name] = shown
        return found

    def delete(self, key: str) -> Deletion:
        """Delete everything of a conversation, all of it or nothing. Safe to repeat.

        Whoever still answers it finds that it is gone: turns and drafts refer to its row, and the tracker store writes
        nothing for a key without one.
        """
        gone: dict[str, int] = {}
        with self._database.writing() as session:
            root = next(table for table, _ in personal_tables() if table.name == ROOT)
            session.execute(select(root.c.key).where(root.c.key == key).with_for_update())
            for table, _, condition in reversed(list(self._rows_of(session, key))):
                gone[table.name] = session.execute(delete(table).where(condition)).rowcount
        return Deletion(gone, self._database.empty_log())

    def sweep(self, now: datetime) -> Sweep:
        """Delete what is too old, then make it unreadable in the files."""
        gone: dict[str, int] = {}
        with self._database.writing() as session:
            for table, privacy in self._existing(session):
                if isinstance(privacy.kept, Days):
                    old = table.c[privacy.kept.since] < now - timedelta(days=self._days_of(privacy)["days"])
                    gone[table.name] = session.execute(delete(table).where(old)).rowcount
            for table, privacy in self._existing(session):
                if _may_be_left_over(table, privacy):
                    gone[table.name] = session.execute(_left_over(table, privacy)).rowcount
        for name, forget in self._forgetting.items():
            gone[name] = forget(now)
        names = [table.name for table, _ in self._existing_now()]
        return Sweep(gone, self._database.overwrite_deleted(names))

    def _rows_of(self, session: Session, key: str) -> list[tuple[Table, Privacy, Any]]:
        """The tables in which a conversation may have rows, each with the condition for them."""
        known = [(table, privacy, of_conversation(table, privacy, key)) for table, privacy in self._existing(session)]
        return [one for one in known if one[2] is not None]

    def _existing(self, session: Session) -> list[tuple[Table, Privacy]]:
        """The declared tables that are there: Rasa makes its own when it first starts."""
        there = set(inspect(session.connection()).get_table_names())
        return [(table, privacy) for table, privacy in personal_tables() if table.name in there]

    def _existing_now(self) -> list[tuple[Table, Privacy]]:
        with self._database.reading() as session:
            return self._existing(session)

    def _part(self, session: Session, table: Table, privacy: Privacy, condition: Any) -> DataPart:
        since = table.c[privacy.kept.since] if isinstance(privacy.kept, Days) else None
        wanted = [func.count()] if since is None else [func.count(), func.max(since)]
        rows, *newest = session.execute(select(*wanted).select_from(table).where(condition)).one()
        until = newest[0] + timedelta(days=self._days_of(privacy)["days"]) if newest and newest[0] else None
        return DataPart(privacy.part, table.name, rows, until)

    def _days_of(self, privacy: Privacy) -> Mapping[str, int]:
        if isinstance(privacy.kept, ByService):
            return privacy.kept.days
        if isinstance(privacy.kept, Days):
            return {"days": self._days.get(privacy.kept.setting, privacy.kept.days)}
        return {}


def _may_be_left_over(table: Table, privacy: Privacy) -> bool:
    """Whether rows could outlive their conversation: they go with it, but the database does not see to that itself."""
    is_of_conversation = isinstance(privacy.owner, ByConversation) and isinstance(privacy.kept, WithOwner)
    return is_of_conversation and table.name != ROOT and not hangs_on_the_conversation(table, privacy)


def _left_over(table: Table, privacy: Privacy) -> Any:
    root = next(one for one, _ in personal_tables() if one.name == ROOT)
    return delete(table).where(table.c[privacy.owner.column].not_in(select(root.c.key)))


def _told(table: Table, set_days: Mapping[str, int]) -> dict[str, Any]:
    declaration = declaration_of(table)
    if not isinstance(declaration, Privacy):
        why = declaration.why if declaration else "UNDECLARED"
        return {"table": table.name, "personal": [], "why": why}
    kept = declaration.kept
    if isinstance(kept, Days):
        days: Any = f"{set_days.get(kept.setting, kept.days)} days after {kept.since}"
    else:
        days = "as long as its owner" if isinstance(kept, WithOwner) else {kept.name: dict(kept.days)}
    return {
        "table": table.name, "part": declaration.part, "personal": list(declaration.personal),
        "inner": list(declaration.inner), "basis": declaration.basis.value, "kept": days,
        "owner": f"{type(declaration.owner).__name__}({declaration.owner.column})",
    }  # fmt: skip


def _shown(privacy: Privacy, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """A row as it is handed out."""
    if privacy.shown is None:
        shown: Mapping[str, Any] | None = {name: row[name] for name in privacy.personal}
    else:
        shown = privacy.shown(row)
    return None if shown is None else {name: _plain(value) for name, value in shown.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
