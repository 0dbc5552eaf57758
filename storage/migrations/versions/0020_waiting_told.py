"""What somebody on the waiting list tells for the session that may come of it.

Revision: 0020, after: 0019
"""
from alembic import op
import sqlalchemy as sa

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("waiting_entry", sa.Column("told", sa.JSON))
    op.add_column("waiting_entry", sa.Column("phone", sa.String(40)))


def downgrade() -> None:
    with op.batch_alter_table("waiting_entry") as table:
        table.drop_column("phone")
        table.drop_column("told")
