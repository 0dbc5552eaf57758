"""The desk of the office that a matter belongs to.

Revision: 0013, after: 0012
"""
from alembic import op
import sqlalchemy as sa

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("matter", sa.Column("desk", sa.String(80)))


def downgrade() -> None:
    op.drop_column("matter", "desk")
