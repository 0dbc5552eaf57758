"""All tables and what they declare. Whoever opens the service has imported the tables (`bot/all_tables.py`)."""
from __future__ import annotations

from typing import Iterator

from sqlalchemy import Table
from sqlalchemy.sql import ColumnElement, select

from storage.base import FOREIGN, Base
from storage.privacy import ByConversation, ByParent, Privacy, declaration_of

ROOT = "conversation"
"""The table of conversations, on which all others hang."""


def all_tables() -> list[Table]:
    """Ours and those of others, owners before what belongs to them."""
    return [*Base.metadata.sorted_tables, *FOREIGN.sorted_tables]


def undeclared(tables: list[Table]) -> list[str]:
    """The tables that say nothing, or do not say of every column whether it is personal; as sentences for a test."""
    wrong = []
    for table in tables:
        declaration = declaration_of(table)
        if declaration is None:
            wrong.append(f"{table.name}: declares nothing about personal data (docs/privacy.md says how)")
        elif isinstance(declaration, Privacy):
            named = {*declaration.personal, *declaration.inner}
            columns = {column.name for column in table.columns}
            if named != columns or len(named) != len(declaration.personal) + len(declaration.inner):
                odd = ", ".join(sorted(named ^ columns)) or "a column named twice"
                wrong.append(f"{table.name}: every column is either `personal` or `inner`; look at: {odd}")
    return wrong


def personal_tables() -> Iterator[tuple[Table, Privacy]]:
    """The tables with personal data."""
    for table in all_tables():
        declaration = declaration_of(table)
        if isinstance(declaration, Privacy):
            yield table, declaration


def of_conversation(table: Table, privacy: Privacy, key: str) -> ColumnElement | None:
    """The condition that a row belongs to the conversation `key`; None where no way leads from conversations."""
    if isinstance(privacy.owner, ByConversation):
        return table.c[privacy.owner.column] == key
    if isinstance(privacy.owner, ByParent):
        column = table.c[privacy.owner.column]
        parent_column = next(iter(column.foreign_keys)).column
        parent = parent_column.table
        condition = of_conversation(parent, declaration_of(parent), key)
        return None if condition is None else column.in_(select(parent_column).where(condition))
    return None


def hangs_on_the_conversation(table: Table, privacy: Privacy) -> bool:
    """Whether the database itself deletes the rows with their conversation (ON DELETE CASCADE)."""
    keys = table.c[privacy.owner.column].foreign_keys
    return any(key.column.table.name == ROOT and key.ondelete == "CASCADE" for key in keys)
