"""The objection to the masked review of a conversation, and an index to find conversations that are old.

Revision: 0010, after: 0009
"""
from alembic import op
import sqlalchemy as sa

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversation", sa.Column("review_objected_at", sa.DateTime(timezone=True)))
    op.create_index("ix_conversation_last_seen_at", "conversation", ["last_seen_at"])


def downgrade() -> None:
    op.drop_index("ix_conversation_last_seen_at", "conversation")
    op.drop_column("conversation", "review_objected_at")
