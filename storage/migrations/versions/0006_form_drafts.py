"""Drafts of forms.

Revision: 0006, after: 0005
"""
from alembic import op
import sqlalchemy as sa

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "form_draft",
        sa.Column(
            "conversation_key",
            sa.String(64),
            sa.ForeignKey("conversation.key", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("form_name", sa.String(40), primary_key=True),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_form_draft_updated_at", "form_draft", ["updated_at"])


def downgrade() -> None:
    op.drop_table("form_draft")
