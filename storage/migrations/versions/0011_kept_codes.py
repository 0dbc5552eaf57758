"""Halves of secret codes on their way through a conversation.

Revision: 0011, after: 0010
"""
from alembic import op
import sqlalchemy as sa

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_code",
        sa.Column("mark_hash", sa.String(64), primary_key=True),
        sa.Column(
            "conversation_key",
            sa.String(64),
            sa.ForeignKey("conversation.key", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("half", sa.LargeBinary(), nullable=False),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_kept_code_conversation_key", "kept_code", ["conversation_key"])
    op.create_index("ix_kept_code_kept_until", "kept_code", ["kept_until"])


def downgrade() -> None:
    op.drop_table("kept_code")
