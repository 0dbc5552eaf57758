"""Mails to people: the outbox, the addresses that it may write to, and what a worker does with it.

Whoever keeps a matter writes the mail about it with `Mails.post` in the same unit of work. docs/decisions/0019-mail.md.
"""
from office.mail.addresses import Addresses
from office.mail.backoff import Backoff
from office.mail.delivery import Delivery
from office.mail.model import (
    AddressOutcome,
    AddressState,
    ClaimedMail,
    MailAttachment,
    MailState,
    MailText,
    NewMail,
    OutboxMail,
    Phase,
    PostOutcome,
    Problem,
    StaffOutcome,
    Why,
)
from office.mail.outbox import Outbox
from office.mail.posting import Mails, enqueue

__all__ = [
    "AddressOutcome", "AddressState", "Addresses", "Backoff", "ClaimedMail", "Delivery", "MailAttachment", "MailState",
    "MailText", "Mails", "NewMail", "Outbox", "OutboxMail", "Phase", "PostOutcome", "Problem", "StaffOutcome", "Why",
    "enqueue",
]  # fmt: skip
