"""Advisers' own calendars: when they are busy, whether they could be read, and which bookings stand there.

Revision: 0019, after: 0018
"""
from alembic import op
import sqlalchemy as sa

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calendar_busy",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("adviser", sa.String(60), nullable=False),
        sa.Column("begins_at", _MOMENT, nullable=False),
        sa.Column("ends_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_calendar_busy_adviser_begins_at", "calendar_busy", ["adviser", "begins_at"])
    op.create_table(
        "calendar_state",
        sa.Column("adviser", sa.String(60), primary_key=True),
        sa.Column("read_at", _MOMENT),
        sa.Column("failing_since", _MOMENT),
        sa.Column("problem", sa.String(12)),
        sa.Column("unreadable", sa.Integer(), nullable=False),
    )
    op.create_table(
        "calendar_entry",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("adviser", sa.String(60), primary_key=True),
        sa.Column("ends_at", _MOMENT, nullable=False),
        sa.Column("sequence", sa.Integer()),
        sa.Column("etag", sa.String(300)),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", _MOMENT),
        sa.Column("problem", sa.String(12)),
    )
    op.create_index("ix_calendar_entry_ends_at", "calendar_entry", ["ends_at"])


def downgrade() -> None:
    for table in ("calendar_entry", "calendar_state", "calendar_busy"):
        op.drop_table(table)
