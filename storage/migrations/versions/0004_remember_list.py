"""Remember lists, the records on them, and the ways in.

Revision: 0004, after: 0003
"""
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remember_list",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("conversation_key", sa.String(64), nullable=False, unique=True),
        sa.Column("code_hash", sa.String(64), unique=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_remember_list_used_at", "remember_list", ["used_at"])
    op.create_table(
        "remembered_record",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("remember_list.id", ondelete="CASCADE"), nullable=False),
        sa.Column("record_id", sa.String(120), nullable=False),
        sa.Column("remembered_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("list_id", "record_id", name="uq_remembered_record"),
    )
    op.create_table(
        "remember_list_pass",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("remember_list.id", ondelete="CASCADE"), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_remember_list_pass_list_id", "remember_list_pass", ["list_id"])
    op.create_index("ix_remember_list_pass_expires_at", "remember_list_pass", ["expires_at"])


def downgrade() -> None:
    op.drop_table("remember_list_pass")
    op.drop_table("remembered_record")
    op.drop_table("remember_list")
