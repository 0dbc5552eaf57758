"""The desk of the office that a matter belongs to.

Revision: 0012, after: 0011
"""
from alembic import op
import sqlalchemy as sa

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("matter", sa.Column("desk", sa.String(80)))


def downgrade() -> None:
    op.drop_column("matter", "desk")
