"""What a process loads before it says that it is ready; else the first person waits for it."""
from __future__ import annotations

from datetime import date
from typing import Callable

from office.appointments.public_holidays import holiday_name

MESSAGE = "Guten Tag, ich bin Uli Muster und habe am Montag um 9 Uhr Zeit. Telefon 0351 1234567, uli@example.org"
"""Stands for what people type; it is shown to nobody and kept nowhere."""


def ready_to_hear(*looks: Callable[[str], object]) -> None:
    """Load the lists of phrases with which `looks` look at a message."""
    for look in looks:
        look(MESSAGE)


def ready_to_book() -> None:
    """Load the holidays: for one Land the library reads the modules of all countries, 4 s from a disk that has other work;
    the next Land takes 2 ms."""
    holiday_name("DE-SN", date(2026, 1, 1))
