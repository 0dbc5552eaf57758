"""Conversations, their turns and answers.

Revision: 0002, after: 0001
"""
from alembic import op
import sqlalchemy as sa

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversation",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "conversation_key", sa.String(64), sa.ForeignKey("conversation.key", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("message_id", sa.String(100), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("outcome", sa.String(60)),
        sa.Column("pending_message", sa.Text()),
        sa.UniqueConstraint("conversation_key", "message_id", name="uq_turn_message"),
    )
    op.create_index("ix_turn_state", "turn", ["state", "received_at"])
    op.create_table(
        "answer",
        sa.Column(
            "conversation_key", sa.String(64), sa.ForeignKey("conversation.key", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("turn_id", sa.Integer(), sa.ForeignKey("turn.id", ondelete="CASCADE")),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_answer_turn_id", "answer", ["turn_id"])


def downgrade() -> None:
    op.drop_table("answer")
    op.drop_table("turn")
    op.drop_table("conversation")
