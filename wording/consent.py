"""What people agree to, word for word. A changed text gets a new version at the end; the old ones stay, because the
office must be able to show what somebody agreed to (GDPR Art. 7(1)). They say what Art. 13 asks for, as short as it goes.
"""
from __future__ import annotations

from dataclasses import dataclass

from knowledge.office import OfficeProfile
from office.consent import Purpose


@dataclass(frozen=True)
class ConsentText:
    """One version of the text for one purpose. `allows_quotes`: it asks whether sentences may be quoted without a name."""

    purpose: Purpose
    version: str
    text: str
    allows_quotes: bool = False

    def filled(self, office: OfficeProfile) -> str:
        """The text with the names of the office."""
        contact = office.privacy_contact
        return self.text.format(office=office.name, privacy_name=contact.name, privacy_email=contact.email)


TEXTS = (
    ConsentText(
        Purpose.CALLBACK,
        "2026-11",
        "Darf die {office} für diesen Rückruf speichern, was Sie dazu angeben: Name oder Pseudonym, Telefonnummer oder "
        "Mailadresse, Ihre Wunschzeit und Ihr Thema? Nur Menschen, die dort arbeiten, sehen es, und nur, um sich bei Ihnen "
        "zu melden. 30 Tage danach wird es gelöscht; kommt kein Gespräch zustande, 180 Tage nach Ihrer Bitte. Sie "
        "müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie "
        "bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.QUESTION,
        "2026-11",
        "Darf die {office} Ihre Frage speichern, um sie zu beantworten, und dazu Telefonnummer oder Mailadresse, wenn Sie "
        "eine angeben? Nur Menschen, die dort arbeiten, sehen es. 90 Tage nach der Antwort wird es gelöscht; gibt es keine, "
        "365 Tage nach Ihrer Frage. Sie müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der "
        "Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.IDEA,
        "2026-11",
        "Darf die {office} speichern, was Sie zu Ihrer Idee angeben, um sie zu prüfen und Ihnen zu antworten? Nur Menschen, "
        "die dort arbeiten, sehen es. 365 Tage nach dem Ende der Prüfung wird es gelöscht; endet sie nicht, 730 Tage nach dem "
        "Einreichen. Sie müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der Nummer und dem "
        "Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.IDEA,
        "2026-11b",
        "Darf die {office} speichern, was Sie zu Ihrer Idee angeben, um sie zu prüfen und Ihnen zu antworten, auch mit Mails, "
        "wenn Sie eine Adresse angeben? Nur Menschen, die dort arbeiten, sehen es. 365 Tage nach dem Ende der Prüfung wird es "
        "gelöscht; endet sie nicht, 730 Tage nach dem Einreichen. Sie müssen nicht zustimmen und können Ihre Zustimmung "
        "jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann "
        "wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.OBSTACLE,
        "2026-11",
        "Darf die {office} speichern, was Sie zu dem Hindernis angeben, um der Sache nachzugehen? Einen Namen brauchen wir "
        "nicht. Nur Menschen, die dort arbeiten, sehen es. 365 Tage nach der Antwort wird es gelöscht; gibt es keine, 730 Tage "
        "nach Ihrer Meldung. Sie müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der Nummer und "
        "dem Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.CONCERN,
        "2026-11",
        "Darf die {office} speichern, was Sie uns mitteilen, um es zu lesen und Ihnen zu antworten? Nur Menschen, die dort "
        "arbeiten, sehen es. 90 Tage nach der Antwort wird es gelöscht; gibt es keine, 365 Tage nach Ihrer Mitteilung. Sie "
        "müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie "
        "bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.APPOINTMENT,
        "2026-11",
        "Darf die {office} für diesen Beratungstermin speichern, was Sie dazu angeben: Name oder Pseudonym, Telefonnummer oder "
        "Mailadresse, Ihr Thema, was Sie für die Teilnahme brauchen, und Ihre Notiz? Nur Menschen, die dort arbeiten, sehen es; an "
        "eine Mailadresse gehen dazu auch Mails. 90 Tage nach dem Termin wird es gelöscht, nach einer Absage 90 Tage danach. Sie "
        "müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie bekommen, "
        "oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht, und der Termin entfällt.",
    ),
    ConsentText(
        Purpose.EVALUATION,
        "2026-11",
        "Darf die {office} Ihre Angaben außerdem auswerten, um zu sehen, was viele Menschen behindert? Das ist freiwillig und "
        "ändert nichts daran, wie Ihr Anliegen bearbeitet wird. Sie können diese Zustimmung jederzeit für sich allein "
        "zurücknehmen, mit Nummer und Code oder bei: {privacy_name}, {privacy_email}. Dann wird gelöscht, was aus Ihren Angaben "
        "abgeleitet wurde.",
    ),
    ConsentText(
        Purpose.CALLBACK,
        "2026-11b",
        "Darf die {office} für diesen Rückruf speichern, was Sie dazu angeben: Name oder Pseudonym, Telefonnummer oder "
        "Mailadresse, Ihre Wunschzeit und Ihr Thema? Nur Menschen, die dort arbeiten, sehen es, und nur, um sich bei Ihnen "
        "zu melden; an eine Mailadresse gehen dazu auch Mails. 30 Tage danach wird es gelöscht; kommt kein Gespräch zustande, "
        "180 Tage nach Ihrer Bitte. Sie müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, mit der "
        "Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.QUESTION,
        "2026-11b",
        "Darf die {office} Ihre Frage speichern, um sie zu beantworten, und dazu Telefonnummer oder Mailadresse, wenn Sie "
        "eine angeben? An eine Mailadresse gehen dazu auch Mails. Nur Menschen, die dort arbeiten, sehen es. 90 Tage nach der "
        "Antwort wird es gelöscht; gibt es keine, 365 Tage nach Ihrer Frage. Sie müssen nicht zustimmen und können Ihre "
        "Zustimmung jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, "
        "{privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.EVALUATION,
        "2026-11b",
        "Darf die {office} Ihre Angaben außerdem ohne Namen auswerten und Sätze daraus zitieren, um zu zeigen, was vielen "
        "hilft und was viele behindert? Das ist freiwillig. Sie können es jederzeit für sich allein zurücknehmen, mit Nummer und "
        "Code oder bei: {privacy_name}, {privacy_email}. Dann wird gelöscht, was aus Ihren Angaben abgeleitet wurde.",
        allows_quotes=True,
    ),
    ConsentText(
        Purpose.OBSTACLE,
        "2026-11b",
        "Darf die {office} speichern, was Sie zu dem Hindernis angeben, um der Sache nachzugehen? Einen Namen brauchen wir "
        "nicht. Nur Menschen, die dort arbeiten, sehen es; geben Sie eine Mailadresse an, gehen dahin auch Mails. 365 Tage nach "
        "der Antwort wird es gelöscht; gibt es keine, 730 Tage nach Ihrer Meldung. Sie müssen nicht zustimmen und können Ihre "
        "Zustimmung jederzeit zurücknehmen, mit der Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, "
        "{privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.CONCERN,
        "2026-11b",
        "Darf die {office} speichern, was Sie uns mitteilen, um es zu lesen und Ihnen zu antworten? Nur Menschen, die dort "
        "arbeiten, sehen es; geben Sie eine Mailadresse an, gehen dahin auch Mails. 90 Tage nach der Antwort wird es gelöscht; gibt "
        "es keine, 365 Tage nach Ihrer Mitteilung. Sie müssen nicht zustimmen und können Ihre Zustimmung jederzeit zurücknehmen, "
        "mit der Nummer und dem Code, die Sie bekommen, oder bei: {privacy_name}, {privacy_email}. Dann wird alles sofort gelöscht.",
    ),
    ConsentText(
        Purpose.IDEA_SHEET,
        "2026-11",
        "Darf die Person, die Sie für die {office} berät, Ihre Idee lesen, so wie Sie sie eingereicht haben, ohne Ihren Namen? Sie "
        "bekommt sie am Tag vor dem Gespräch mit einer Mail. Das ist freiwillig; der Termin hängt nicht davon ab. Bis dahin können "
        "Sie es zurücknehmen, mit Nummer und Code oder bei: {privacy_name}, {privacy_email}.",
    ),
    ConsentText(
        Purpose.WAITING_LIST,
        "2026-11",
        "Darf die {office} bis zu 30 Tage lang speichern, was für einen Termin Sie suchen, und dazu Ihre Mailadresse, wenn Sie eine "
        "angeben, um Ihnen einen Termin anzubieten, der frei wird? Sie müssen nicht zustimmen. Sie können die Liste jederzeit "
        "verlassen, hier oder mit dem Link in jeder Mail, oder bei: {privacy_name}, {privacy_email}. Dann wird alles dazu sofort "
        "gelöscht. Auch wenn Sie dieses Gespräch löschen, ist Ihr Platz auf der Liste weg.",
    ),
    ConsentText(
        Purpose.WAITING_LIST,
        "2026-11b",
        "Darf die {office} bis zu 30 Tage lang speichern, was für einen Termin Sie suchen, dazu Name oder Pseudonym und Telefonnummer "
        "oder Mailadresse, um Ihnen hier und mit Mails einen Termin anzubieten, der frei wird? Vor einer Buchung fragen wir Sie noch "
        "einmal. Sie müssen nicht zustimmen. Sie können die Liste jederzeit verlassen, hier oder mit dem Link in jeder Mail, oder bei: "
        "{privacy_name}, {privacy_email}. Dann wird alles dazu sofort gelöscht. Auch wenn Sie dieses Gespräch löschen, ist Ihr Platz "
        "auf der Liste weg.",
    ),
    ConsentText(
        Purpose.EVALUATION,
        "2026-11c",
        "Darf sie Ihre Angaben außerdem ohne Namen auswerten und Sätze daraus zitieren, um zu zeigen, was viele betrifft, und "
        "besser zu antworten? Auch das ist freiwillig, und Sie können es für sich allein zurücknehmen.",
        allows_quotes=True,
    ),
    ConsentText(
        Purpose.OBSTACLE,
        "2026-11c",
        "Darf die {office} Ihre Meldung speichern, um der Sache nachzugehen und Ihnen zu antworten? Ihren Namen brauchen wir nicht. "
        "Nur Menschen, die dort arbeiten, lesen sie. Sie müssen nicht zustimmen und können es jederzeit zurücknehmen: mit "
        "Nummer und Code oder bei {privacy_email}. Gelöscht wird 365 Tage nach der Antwort, ohne Antwort nach 730 Tagen.",
    ),
    ConsentText(
        Purpose.CONCERN,
        "2026-11c",
        "Darf die {office} Ihre Nachricht speichern, um sie zu lesen und Ihnen zu antworten? Ihren Namen brauchen wir nicht. Nur "
        "Menschen, die dort arbeiten, lesen sie. Sie müssen nicht zustimmen und können es jederzeit zurücknehmen: mit Nummer "
        "und Code oder bei {privacy_email}. Gelöscht wird 90 Tage nach der Antwort, ohne Antwort nach 365 Tagen.",
    ),
    ConsentText(
        Purpose.QUESTION,
        "2026-11c",
        "Darf die {office} Ihre Frage speichern, um sie zu beantworten: hier im Gespräch, und an Telefon oder E-Mail, wenn Sie "
        "eines davon angeben? Ihren Namen brauchen wir nicht. Nur Menschen, die dort arbeiten, lesen sie. Sie müssen nicht zustimmen "
        "und können es jederzeit zurücknehmen: mit Nummer und Code oder bei {privacy_email}. Gelöscht wird 90 Tage nach der "
        "Antwort, ohne Antwort nach 365 Tagen.",
    ),
)
"""All versions, of each purpose the newest last."""


def current_text(purpose: Purpose, with_quotes: bool = False) -> ConsentText:
    """The text that people are shown now; `with_quotes`: the one that asks for quoting as well."""
    return [one for one in TEXTS if one.purpose is purpose and one.allows_quotes is with_quotes][-1]


def text_of(purpose: Purpose, version: str) -> ConsentText | None:
    """The text that somebody agreed to earlier, or None if there never was such a version."""
    return next((one for one in TEXTS if (one.purpose, one.version) == (purpose, version)), None)


def quoting_versions() -> frozenset[str]:
    """The versions of the consent to evaluation by which sentences may be quoted without a name."""
    return frozenset(one.version for one in TEXTS if one.purpose is Purpose.EVALUATION and one.allows_quotes)
