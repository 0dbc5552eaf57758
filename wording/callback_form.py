"""The questions of the form for a call back. Whoever changes the consent changes its version too."""
from __future__ import annotations

from knowledge.office import OfficeProfile

TITLE = "Rückruf"
SEND = "Ja, Rückruf anfordern"
AGREE, REFUSE = "Ja, ich stimme zu", "Nein, lieber nicht"
CONSENT_LABEL = "Einwilligung"
WHO_LABEL = "Name"
WHO = "Wie dürfen wir Sie nennen? Ein Vorname oder ein erfundener Name genügt."
WHO_HELP = "Der Name steht auf dem Zettel für den Rückruf, damit wir wissen, nach wem wir fragen."
CONTACT_LABEL = "Telefon oder E-Mail"
CONTACT = "Unter welcher Telefonnummer oder E-Mail-Adresse erreichen wir Sie?"
CONTACT_HELP = "Bitte die Telefonnummer mit Vorwahl, zum Beispiel 030 23125 412. Oder eine E-Mail-Adresse."
WHEN_LABEL = "Beste Zeit"
WHEN = "Wann passt es Ihnen am besten?"
WHEN_HELP = "Schreiben Sie es, wie Sie es sagen würden: werktags ab 16 Uhr, Dienstag vormittag oder jederzeit."
SUBJECT_LABEL = "Thema"
SUBJECT = "Worum geht es? Ein Satz genügt."
SUBJECT_HELP = "Mit dem Thema kann sich die Person vorbereiten, die zurückruft. Sie können die Frage auch überspringen."


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand Ihre Angaben aufbewahren. Bei einem Nein wird nichts gespeichert. "
        f"Sie können auch selbst anrufen: {office.phone} ({'; '.join(office.hours)})."
    )
