"""Ratings of answers.

Revision: 0007, after: 0006
"""
from alembic import op
import sqlalchemy as sa

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("conversation_key", sa.String(64), primary_key=True),
        sa.Column("answer", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("is_helpful", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(20)),
        sa.Column("words", sa.String(500)),
        sa.Column("asked", sa.String(1000)),
        sa.Column("outcome", sa.String(60), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_feedback_rated_at", "feedback", ["rated_at"])


def downgrade() -> None:
    op.drop_table("feedback")
