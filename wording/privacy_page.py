"""What the page „Datenschutz“ says of each sort of data (GDPR Art. 13(1)(c), (2)(a)). Periods come from the declarations of
the tables, so that page and program cannot disagree.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from knowledge.office import OfficeProfile
from office.privacy.model import Period

TITLES = {
    "conversation": "Gespräch",
    "draft": "Angefangene Formulare",
    "remember_list": "Merkliste",
    "matter": "Was Sie der Stelle übergeben (Rückruf, Frage, Idee, Hürde, Anliegen, Beratungstermin)",
    "hold": "Vorgemerkte Beratungszeiten",
    "calendar_entry": "Termine im Kalender der Beratung",
    "waiting": "Warteliste für Beratungstermine",
    "feedback": "Rückmeldungen zu Antworten",
    "mail": "Mails an Sie",
    "mail_address": "Bestätigte Mailadressen",
    "consent": "Einwilligungen",
    "code_tries": "Falsche Codes",
}
"""Part of the data (`storage.privacy`) → its name for people. Every part that a table names is here and in `_WHAT`."""
_WHAT = {
    "conversation": "Ihre Nachrichten, die Antworten, wie das Programm Sie verstanden hat, und die Zeitpunkte, unter einer "
    "zufälligen Kennung. Haben Sie eine Frage an die Stelle gegeben, auch deren Nummer, damit "
    "die Antwort hierher kommt. Nach Ihrem Namen fragt das Fenster nicht. Worte, in denen das Programm eine Notlage erkennt, "
    "speichert es nicht.",
    "draft": "Was Sie in ein Formular geschrieben haben, das noch nicht abgesendet ist.",
    "remember_list": "Welche Einträge Sie sich gemerkt haben und seit wann, ohne Ihren Namen. Vom Code für ein anderes Gerät "
    "speichern wir nur eine Prüfsumme.",
    "matter": "Nur wenn Sie zustimmen: was Sie in das Formular schreiben, der Ort, wenn Sie einen nennen, eine Telefonnummer oder "
    "Mailadresse, wenn Sie eine angeben, der Stand und die Antworten der Stelle. Mit Nummer und Code können Sie es ansehen, "
    "ändern und zurückziehen; dann wird es sofort gelöscht.",
    "hold": "Welche Zeit Sie ausgesucht haben, bis wann sie für Sie frei gehalten wird und wie oft Sie eine Zeit vorgemerkt "
    "haben.",
    "calendar_entry": "Führt die Beratung einen eigenen Kalender, steht Ihr Termin auch dort: mit Nummer, Zeit, Thema und Art "
    "des Gesprächs, und nur wenn die Stelle es so einstellt, mit Namen und Erreichbarkeit. Hier merken wir uns, in welchem "
    "Kalender er steht. Nach einer Absage oder wenn Sie zurückziehen, wird er dort gelöscht.",
    "waiting": "Nur wenn Sie zustimmen: was für einen Termin Sie suchen, Name oder Pseudonym, Telefonnummer oder Mailadresse, und "
    "welche Zeit Ihnen gerade angeboten ist.",
    "feedback": "Nur wenn Sie eine Antwort bewerten: ob sie geholfen hat, Ihr Grund, wenn Sie einen nennen, Ihre Frage und die "
    "gezeigten Einträge. Namen und Nummern werden vorher geschwärzt, soweit das Programm sie erkennt.",
    "mail": "Nur wenn Sie eine Mailadresse angeben: der Text der Mail und die Adresse, bis die Mail verschickt ist. Danach "
    "bleibt nur, dass und wann sie verschickt wurde.",
    "mail_address": "Von einer Mailadresse eine Prüfsumme und ob ihr Besitzer oder ihre Besitzerin sie bestätigt oder weitere "
    "Mails abgelehnt hat. Vorher bekommt sie eine einzige Mail mit der Bitte um Bestätigung.",
    "consent": "Wann Sie welchem Text zugestimmt und wann Sie das zurückgenommen haben, unter der Nummer Ihres Vorgangs.",
    "code_tries": "Wie oft für eine Nummer ein falscher Code kam, damit niemand Codes durchprobiert.",
}
_PURPOSE = {
    "conversation": "damit der Ideenlotse antworten und an das Gesagte anknüpfen kann",
    "draft": "damit Sie später weitermachen können",
    "remember_list": "damit Sie Einträge wiederfinden",
    "matter": "damit die Stelle bearbeiten kann, was Sie ihr übergeben",
    "hold": "damit niemand Ihnen die Zeit nimmt, während Sie antworten",
    "calendar_entry": "damit die Beratung den Termin in ihrem Kalender sieht",
    "waiting": "damit Sie erfahren, wenn ein Termin frei wird",
    "feedback": "damit die Stelle sieht, welche Antworten nicht helfen",
    "mail": "damit Sie Nachricht über Ihren Vorgang bekommen",
    "mail_address": "damit niemand Mails bekommt, der sie nicht will",
    "consent": "weil wir Einwilligungen nachweisen müssen",
    "code_tries": "zum Schutz Ihrer Angaben",
}
_KEPT = {
    "conversation": "{days} Tage nach der letzten Nachricht",
    "draft": "{days} Tage nach der letzten Änderung, spätestens mit dem Gespräch",
    "remember_list": "{days} Tage nach der letzten Benutzung; ein Link aus dem Gespräch gilt zwei Stunden",
    "matter": "Rückruf: {callback_settled} Tage nach dem Anruf, sonst {callback_open} Tage; Frage: {question_settled} Tage nach der "
    "Antwort, sonst {question_open} Tage; Idee: {idea_settled} Tage nach dem Abschluss, sonst {idea_open} Tage; Hürde: "
    "{obstacle_settled} Tage nach dem Abschluss, sonst {obstacle_open} Tage; Anliegen: {concern_settled} Tage nach dem "
    "Abschluss, sonst {concern_open} Tage; Beratungstermin: {appointment_settled} Tage nach dem Termin "
    "oder der Absage. Nach dem Zurückziehen bleiben nur Nummer und Zeitpunkte 30 Tage",
    "hold": "{days} Tag nach dem Vormerken, früher mit dem Gespräch",
    "calendar_entry": "bis der Termin im Kalender der Beratung gelöscht ist; gelingt das nicht, {over} Tage nach dem Termin",
    "waiting": "höchstens {days} Tage, früher mit dem Gespräch oder wenn Sie die Liste verlassen",
    "feedback": "{days} Tage nach der Bewertung, früher mit dem Gespräch",
    "mail": "{held} Tage, wenn die Adresse nicht bestätigt wird; sonst {closed} Tage nach dem Verschicken",
    "mail_address": "{unconfirmed} Tage ohne Bestätigung, {confirmed} Tage nach der letzten Mail; eine Ablehnung bis auf Weiteres",
    "consent": "zusammen mit dem Vorgang, zu dem sie gehören",
    "code_tries": "{days} Tag nach dem letzten falschen Code",
}
_BASES = {
    "Art. 6(1)(a) GDPR": "Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)",
    "Art. 6(1)(c) GDPR": "unsere Pflicht zum Nachweis (Art. 6 Abs. 1 Buchst. c mit Art. 7 Abs. 1 DSGVO)",
    "Art. 6(1)(f) GDPR": "unser berechtigtes Interesse, Ihre Fragen zu beantworten und den Dienst zu schützen "
    "(Art. 6 Abs. 1 Buchst. f DSGVO)",
}
_PUBLIC_BASIS = "unsere Aufgabe im öffentlichen Interesse (Art. 6 Abs. 1 Buchst. e DSGVO)"


@dataclass(frozen=True)
class KeptData:
    """One sort of data as the page tells of it."""

    title: str
    what: str
    why: str
    kept: str


def kept_data(periods: Iterable[Period], office: OfficeProfile) -> tuple[KeptData, ...]:
    """One entry for each part, in the order of TITLES; raises KeyError for a part without words."""
    found: dict[str, Period] = {}
    for one in periods:
        known = found.get(one.part)
        if known is None or known.with_owner or (not known.days.get("days") and any(one.days.values())):
            found[one.part] = one
    wordless = set(found) - set(TITLES)
    if wordless:
        raise KeyError(f"wording.privacy_page has no words for: {', '.join(sorted(wordless))}")
    return tuple(
        KeptData(TITLES[part], _WHAT[part], f"{_PURPOSE[part]}; {_basis(found[part], office)}", _kept(found[part]))
        for part in TITLES
        if part in found
    )


def _kept(period: Period) -> str:
    return _KEPT[period.part].format(**period.days)


def _basis(period: Period, office: OfficeProfile) -> str:
    if office.is_public_body and period.basis == "Art. 6(1)(f) GDPR":
        return _PUBLIC_BASIS
    return _BASES[period.basis]
