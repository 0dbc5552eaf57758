"""What whoever has edited advisers has to know: which sessions no longer fit. Nothing is moved or cancelled."""
from __future__ import annotations

from bot.compose_office import office_at_hand
from bot.settings import Settings
from wording.misplaced import misplaced_lines


def told_after_edit(settings: Settings) -> list[str]:
    """The lines to print; raises StorageError."""
    with office_at_hand(settings) as office:
        return misplaced_lines(office.appointments.misplaced(settings.now()))
