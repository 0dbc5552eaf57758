"""The revisions of every record. What was loaded before has none: the next load adds its first one.

Revision: 0003, after: 0002
"""
from alembic import op
import sqlalchemy as sa

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record_revision",
        sa.Column("record_id", sa.String(120), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("content_hash", sa.String(64)),
        sa.Column("file_hash", sa.String(64)),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("role", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("record_revision")
