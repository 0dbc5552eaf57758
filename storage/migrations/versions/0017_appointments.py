"""Advisory sessions: bookings, holds, and the claims on an adviser's time.

Revision: 0017, after: 0016
"""
from alembic import op
import sqlalchemy as sa

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("matter", sa.Column("runs_until", _MOMENT))
    op.create_table(
        "appointment",
        sa.Column("matter_number", sa.String(20), sa.ForeignKey("matter.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("adviser", sa.String(60), nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("booked_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_appointment_start", "appointment", ["starts_at", "adviser"])
    op.create_table(
        "slot_hold",
        sa.Column("holder", sa.String(64), primary_key=True),
        sa.Column("adviser", sa.String(60), nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("held_at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT),
        sa.Column("extensions", sa.Integer(), nullable=False),
        sa.Column("counted_from", _MOMENT, nullable=False),
        sa.Column("holds", sa.Integer(), nullable=False),
        sa.Column("bookings", sa.Integer(), nullable=False),
    )
    _claims("slot_claim", sa.Column("quantum", sa.Integer(), primary_key=True))
    _claims("day_claim", sa.Column("day", sa.Date(), primary_key=True), sa.Column("place", sa.Integer(), primary_key=True))


def downgrade() -> None:
    for table in ("day_claim", "slot_claim", "slot_hold", "appointment"):
        op.drop_table(table)
    op.execute("DELETE FROM consent WHERE case_number IN (SELECT number FROM matter WHERE kind = 'appointment')")
    op.execute("DELETE FROM matter WHERE kind = 'appointment'")
    op.drop_column("matter", "runs_until")


def _claims(name: str, *key: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("adviser", sa.String(60), primary_key=True),
        *key,
        sa.Column("holder", sa.String(64), sa.ForeignKey("slot_hold.holder", ondelete="CASCADE"), index=True),
        sa.Column("number", sa.String(20), sa.ForeignKey("appointment.matter_number", ondelete="CASCADE"), index=True),
        sa.CheckConstraint("(holder IS NULL) <> (number IS NULL)", name=f"ck_{name}_whose"),
    )
