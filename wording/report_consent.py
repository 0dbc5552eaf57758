"""The step in which somebody agrees to a report being kept, and, if they like, to its being evaluated."""
from __future__ import annotations

from knowledge.office import OfficeProfile

LABEL = "Einwilligung"
AGREE_TO_BOTH, AGREE, REFUSE = "Ja, mit Auswertung", "Ja, ohne Auswertung", "Nein, lieber nicht"
EVALUATION_LABEL = "Auswertung"
EVALUATION = "Darf die Stelle Ihre Angaben ohne Namen auswerten und Sätze daraus zitieren?"
EVALUATION_HELP = "Das ist freiwillig. Mit einem Nein geht alles genauso weiter."
EVALUATE, DO_NOT_EVALUATE = "Ja, auswerten", "Nein, nicht auswerten"


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand aufbewahren, was Sie schreiben. Bei einem Nein wird nichts gespeichert. Die Auswertung ist "
        f"freiwillig und hat ihren eigenen Knopf. Sie können auch selbst anrufen: {office.phone} ({'; '.join(office.hours)})."
    )
