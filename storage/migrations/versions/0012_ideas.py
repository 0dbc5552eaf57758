"""Published ideas, and the links by which somebody who has lost the code makes a new one.

Revision: 0012, after: 0011
"""
from alembic import op
import sqlalchemy as sa

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "published_idea",
        sa.Column("matter_number", sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("words", sa.String(300), nullable=False),
        sa.Column("published_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "code_link",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("matter_number", sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT),
    )
    op.create_index("ix_code_link_matter_number", "code_link", ["matter_number"])


def downgrade() -> None:
    op.drop_table("code_link")
    op.drop_table("published_idea")
