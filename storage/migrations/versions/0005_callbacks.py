"""Call-backs, the consents of cases, and wrong codes.

Revision: 0005, after: 0004
"""
from alembic import op
import sqlalchemy as sa

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("case_number", sa.String(20), primary_key=True),
        sa.Column("purpose", sa.String(20), primary_key=True),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "code_try",
        sa.Column("case_number", sa.String(20), primary_key=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wait_until", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_code_try_tried_at", "code_try", ["tried_at"])
    op.create_table(
        "callback",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("code_hash", sa.String(150), nullable=False),
        sa.Column("name", sa.String(80)),
        sa.Column("phone", sa.String(20)),
        sa.Column("email", sa.String(254)),
        sa.Column("best_time", sa.String(200)),
        sa.Column("subject", sa.String(500)),
        sa.Column("handled_by", sa.String(80)),
    )
    op.create_index("ix_callback_requested_at", "callback", ["requested_at"])
    op.create_index("ix_callback_state", "callback", ["state", "touched_at"])


def downgrade() -> None:
    op.drop_table("callback")
    op.drop_table("code_try")
    op.drop_table("consent")
