"""The step in which somebody agrees to a report being kept, and, if they like, to its being evaluated."""
from __future__ import annotations

from knowledge.office import OfficeProfile

LABEL = "Einwilligung"
AGREE_TO_BOTH = "Ja, und auswerten"
AGREE = "Ja, aber nicht auswerten"
REFUSE = "Nein, lieber nicht"
EVALUATED = "speichern und auswerten"
NOT_EVALUATED = "speichern, nicht auswerten"


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand aufbewahren, was Sie schreiben. Bei einem Nein wird nichts gespeichert. Die Auswertung ist "
        f"freiwillig und hat ihren eigenen Knopf. Sie können auch selbst anrufen: {office.phone} ({'; '.join(office.hours)})."
    )
