"""The services of the office, as front ends are given them."""
from __future__ import annotations

from dataclasses import dataclass

from office.callbacks import Callbacks
from office.feedback import FeedbackBook
from office.mail import Mails


@dataclass(frozen=True)
class OfficeServices:
    """One service for each thing that the office does for people, and what writes mails about it."""

    callbacks: Callbacks
    feedback: FeedbackBook
    mails: Mails
