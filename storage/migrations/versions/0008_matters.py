"""Matters of every kind in one set of tables; the call-backs move into them.

Revision: 0008, after: 0007
"""
from alembic import op
import sqlalchemy as sa

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_FIELDS = ("name", "phone", "email", "best_time", "subject")
_MOMENT = sa.DateTime(timezone=True)
_WITHDRAWN = "withdrawn"


def upgrade() -> None:
    op.create_table(
        "matter",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("touched_at", _MOMENT, nullable=False),
        sa.Column("request_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("code_hash", sa.String(150), nullable=False),
        sa.Column("land", sa.String(5)),
        sa.Column("kreis", sa.String(80)),
    )
    op.create_index("ix_matter_kind", "matter", ["kind", "state", "received_at"])
    op.create_table(
        "matter_text",
        _of_a_matter(),
        sa.Column("field", sa.String(20), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("told_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "matter_event",
        _of_a_matter(),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("by", sa.String(80)),
    )
    op.create_table(
        "matter_answer",
        _of_a_matter(),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answered_at", _MOMENT, nullable=False),
        sa.Column("by", sa.String(80), nullable=False),
    )
    op.create_table(
        "matter_derived",
        _of_a_matter(),
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("derived_at", _MOMENT, nullable=False),
    )
    _move_callbacks(op.get_bind())
    op.drop_table("callback")


def downgrade() -> None:
    """Call-backs go back as they are now; other kinds have no place there and are deleted, with their consents."""
    connection = op.get_bind()
    _create_callback_table()
    _move_back(connection)
    others = "SELECT number FROM matter WHERE kind <> 'callback'"
    connection.execute(sa.text(f"DELETE FROM consent WHERE case_number IN ({others})"))
    for table in ("matter_derived", "matter_answer", "matter_event", "matter_text", "matter"):
        op.drop_table(table)


def _of_a_matter() -> sa.Column:
    return sa.Column(
        "matter_number", sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True
    )


def _create_callback_table() -> None:
    op.create_table(
        "callback",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("requested_at", _MOMENT, nullable=False),
        sa.Column("touched_at", _MOMENT, nullable=False),
        sa.Column("request_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("code_hash", sa.String(150), nullable=False),
        sa.Column("name", sa.String(80)),
        sa.Column("phone", sa.String(20)),
        sa.Column("email", sa.String(254)),
        sa.Column("best_time", sa.String(200)),
        sa.Column("subject", sa.String(500)),
        sa.Column("handled_by", sa.String(80)),
    )
    op.create_index("ix_callback_requested_at", "callback", ["requested_at"])
    op.create_index("ix_callback_state", "callback", ["state", "touched_at"])


def _table(name: str, connection) -> sa.Table:
    return sa.Table(name, sa.MetaData(), autoload_with=connection)


def _move_callbacks(connection) -> None:
    callback, matter, text, event = (
        _table(name, connection) for name in ("callback", "matter", "matter_text", "matter_event")
    )
    for row in connection.execute(sa.select(callback)).mappings().all():
        number, received, touched = row["number"], row["requested_at"], row["touched_at"]
        same = {name: row[name] for name in ("number", "state", "touched_at", "request_hash", "code_hash")}
        connection.execute(matter.insert().values(kind="callback", received_at=received, **same))
        for field in _FIELDS:
            if row[field]:
                told = dict(matter_number=number, field=field, version=1, text=row[field], told_at=received)
                connection.execute(text.insert().values(told))
        history = [("open", received, None)]
        if row["state"] != "open" or row["handled_by"]:
            history.append((row["state"], touched, row["handled_by"]))
        for position, (state, at, by) in enumerate(history, start=1):
            noted = dict(matter_number=number, position=position, at=at, state=state, by=by)
            connection.execute(event.insert().values(noted))


def _move_back(connection) -> None:
    callback, matter, text, event = (
        _table(name, connection) for name in ("callback", "matter", "matter_text", "matter_event")
    )
    for row in connection.execute(sa.select(matter).where(matter.c.kind == "callback")).mappings().all():
        texts = sa.select(text).where(text.c.matter_number == row["number"]).order_by(text.c.version)
        told = {one["field"]: one["text"] for one in connection.execute(texts).mappings()}
        empty = None if row["state"] == _WITHDRAWN else ""
        handled = sa.select(event.c.by).where(event.c.matter_number == row["number"], event.c.by.is_not(None))
        by = connection.execute(handled.order_by(event.c.position.desc())).scalars().first()
        same = {name: row[name] for name in ("number", "state", "touched_at", "request_hash", "code_hash")}
        kept = {name: told.get(name, None if name in ("phone", "email") else empty) for name in _FIELDS}
        connection.execute(callback.insert().values(requested_at=row["received_at"], handled_by=by, **same, **kept))
