"""The waiting list, links to calendar files, and ideas that an adviser may read.

Revision: 0018, after: 0017
"""
from alembic import op
import sqlalchemy as sa

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def _of_matter(name: str, **more: bool) -> sa.Column:
    return sa.Column(name, sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), **more)


def upgrade() -> None:
    op.create_table(
        "calendar_link",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        _of_matter("matter_number", nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_calendar_link_matter_number", "calendar_link", ["matter_number"])
    op.create_table(
        "session_idea",
        _of_matter("matter_number", primary_key=True),
        _of_matter("idea_number", nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("allowed_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_session_idea_idea_number", "session_idea", ["idea_number"])
    op.create_table(
        "waiting_entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation_key", sa.String(64), nullable=False, unique=True),
        sa.Column("wish", sa.JSON, nullable=False),
        sa.Column("email", sa.String(254)),
        sa.Column("joined_at", _MOMENT, nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("missed", sa.Integer, nullable=False),
        sa.Column("adviser", sa.String(60)),
        sa.Column("offered_at", _MOMENT),
        sa.Column("minutes", sa.Integer),
        sa.Column("offered_until", _MOMENT),
    )
    op.create_index("ix_waiting_entry_email", "waiting_entry", ["email"])
    op.create_index("ix_waiting_entry_joined_at", "waiting_entry", ["joined_at"])
    op.create_table(
        "waiting_pass",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("entry_id", sa.Integer, sa.ForeignKey("waiting_entry.id", ondelete="CASCADE"), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_waiting_pass_entry_id", "waiting_pass", ["entry_id"])


def downgrade() -> None:
    for table in ("waiting_pass", "waiting_entry", "session_idea", "calendar_link"):
        op.drop_table(table)
