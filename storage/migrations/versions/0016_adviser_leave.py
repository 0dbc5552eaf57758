"""Leave of advisers that is entered at short notice.

Revision: 0016, after: 0015
"""
from alembic import op
import sqlalchemy as sa

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "adviser_leave",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("adviser", sa.String(60), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.String(80), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_adviser_leave_adviser", "adviser_leave", ["adviser"])


def downgrade() -> None:
    op.drop_table("adviser_leave")
