"""The questions of the form for a concern, and the buttons that begin it."""
from __future__ import annotations

FORM = "anliegen"
TITLE = "Nachricht an die Stelle"
SEND = "Ja, Nachricht abschicken"
SORTS = {"experience": "Erfahrung", "suggestion": "Vorschlag", "praise": "Lob", "complaint": "Beschwerde", "other": "Anderes"}
"""Value that is stored → its German name."""
CONCERN_LABEL = "Ihre Nachricht"
CONCERN = "Was möchten Sie der Stelle sagen? Schreiben Sie es in Ihren Worten."
CONCERN_HELP = "Erfahrung, Vorschlag, Lob oder Beschwerde: Alles ist willkommen. Ein Satz genügt."
SORT_LABEL = "Art der Nachricht"
SORT = "Was ist es am ehesten?"
SORT_HELP = "Die Art hilft beim Zuordnen. Ihre Worte bleiben, wie sie sind."
OFFER_SORT = "Art wählen"
PLACE_LABEL = "Ort"
PLACE = "Um welchen Ort geht es?"
PLACE_HELP = "Der Ort oder der Landkreis genügt."
WHO_LABEL = "Name"
WHO = "Wie möchten Sie genannt werden?"
WHO_HELP = "Das ist freiwillig. Ein erfundener Name genügt."
CONTACT_LABEL = "Kontakt"
CONTACT = (
    "Möchten Sie eine Antwort? Dann schreiben Sie eine E-Mail-Adresse oder Telefonnummer. Ohne sie bleibt Ihre Nachricht anonym, "
    "und Sie können hier mit Nummer und Code nachsehen."
)
CONTACT_HELP = "Zum Beispiel: name@beispiel.de oder 030 23125 412. Wenn Sie keine Antwort brauchen, überspringen Sie die Frage."
