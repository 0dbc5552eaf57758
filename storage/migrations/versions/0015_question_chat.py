"""Where the answer to a question is told.

Revision: 0015, after: 0013
"""
from alembic import op
import sqlalchemy as sa

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "question_chat",
        sa.Column("matter_number", sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True),
        sa.Column(
            "conversation_key", sa.String(64), sa.ForeignKey("conversation.key", ondelete="CASCADE"), nullable=False
        ),
    )
    op.create_index("ix_question_chat_conversation_key", "question_chat", ["conversation_key"])


def downgrade() -> None:
    op.drop_table("question_chat")
