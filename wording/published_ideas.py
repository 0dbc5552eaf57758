"""The page on which everybody reads the ideas that the office has published."""
from __future__ import annotations

from datetime import datetime, tzinfo

from knowledge.office import OfficeProfile
from wording.dates import day_in_words

PAGE = "/ideen"
"""Its address in the web process."""
TITLE = "Veröffentlichte Ideen"
NONE_YET = "Noch ist keine Idee veröffentlicht."
OWN_IDEA = "Haben Sie selbst eine Idee? Erzählen Sie sie dem Ideenlotsen"
AWAY = "Die Ideen lassen sich gerade nicht zeigen. Bitte versuchen Sie es in einigen Minuten noch einmal: {phone}."


def introduction(office: OfficeProfile) -> str:
    """Whose ideas these are, and whose words."""
    return (
        f"Diese Ideen haben Menschen eingereicht. Die {office.name} hat sie ausgewählt und beschreibt sie hier in eigenen "
        "Worten. Wer hinter einer Idee steht, verrät diese Seite nicht."
    )


def published_on(at: datetime, zone: tzinfo | None) -> str:
    """„Veröffentlicht am 26. November 2026“"""
    return f"Veröffentlicht am {day_in_words(at.astimezone(zone).date())}"
