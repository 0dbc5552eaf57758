"""The services of the office, as front ends are given them."""
from __future__ import annotations

from dataclasses import dataclass

from office.callbacks import Callbacks


@dataclass(frozen=True)
class OfficeServices:
    """One service for each sort of case."""

    callbacks: Callbacks
