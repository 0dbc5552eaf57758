"""The services of the office, as front ends are given them."""
from __future__ import annotations

from dataclasses import dataclass

from office.callbacks import Callbacks
from office.mail import Mails


@dataclass(frozen=True)
class OfficeServices:
    """One service for each sort of case, and what writes mails about them."""

    callbacks: Callbacks
    mails: Mails
