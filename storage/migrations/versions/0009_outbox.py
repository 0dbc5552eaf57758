"""Outbox, addresses that mails may go to, and what the worker did last.

Revision: 0009, after: 0008
"""
from alembic import op
import sqlalchemy as sa

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _moment(name: str, **more) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), **more)


def upgrade() -> None:
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(120), nullable=False, unique=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("recipient_hash", sa.String(64), nullable=False),
        sa.Column("recipient", sa.String(254)),
        sa.Column("subject", sa.String(200)),
        sa.Column("body", sa.Text()),
        sa.Column("case_number", sa.String(20)),
        sa.Column("conversation_key", sa.String(64)),
        _moment("created_at", nullable=False),
        _moment("useful_until", nullable=False),
        _moment("next_try_at", nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        _moment("first_tried_at"),
        sa.Column("holder", sa.String(32)),
        _moment("lease_until"),
        _moment("dot_at"),
        sa.Column("problem_kind", sa.String(60)),
        sa.Column("problem_phase", sa.String(10)),
        sa.Column("problem_code", sa.Integer()),
        _moment("closed_at"),
    )
    op.create_index("ix_outbox_mail_due", "outbox_mail", ["state", "next_try_at"])
    for column in ("recipient_hash", "case_number", "conversation_key"):
        op.create_index(f"ix_outbox_mail_{column}", "outbox_mail", [column])
    op.create_table(
        "outbox_attachment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mail_id", sa.Integer(), sa.ForeignKey("outbox_mail.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_outbox_attachment_mail_id", "outbox_attachment", ["mail_id"])
    op.create_table(
        "mail_address",
        sa.Column("address_hash", sa.String(64), primary_key=True),
        sa.Column("state", sa.String(12), nullable=False),
        _moment("asked_at"),
        _moment("decided_at"),
        _moment("used_at", nullable=False),
    )
    op.create_index("ix_mail_address_used_at", "mail_address", ["used_at"])
    op.create_table(
        "mail_pass",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column(
            "address_hash",
            sa.String(64),
            sa.ForeignKey("mail_address.address_hash", ondelete="CASCADE"),
            nullable=False,
        ),
        _moment("made_at", nullable=False),
    )
    op.create_index("ix_mail_pass_address_hash", "mail_pass", ["address_hash"])
    op.create_table(
        "worker_job",
        sa.Column("name", sa.String(40), primary_key=True),
        _moment("ended_at", nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(60)),
    )
    op.create_table(
        "worker_leader",
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("holder", sa.String(32), nullable=False),
        _moment("lease_until", nullable=False),
    )


def downgrade() -> None:
    for name in ("worker_leader", "worker_job", "mail_pass", "mail_address", "outbox_attachment", "outbox_mail"):
        op.drop_table(name)
