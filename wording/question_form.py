"""The questions of the form that leaves a question with the office, and the buttons that begin it."""
from __future__ import annotations

from wording.form_buttons import begin_button
from wording.reply import Button

FORM = "frage"
TITLE = "Frage an die Stelle"
LEAVE = "Frage an die Stelle geben"
SEND = "Ja, Frage abschicken"
QUESTION_LABEL = "Ihre Frage"
QUESTION = "Wie lautet Ihre Frage? Schreiben Sie sie so, dass man sie ohne unser Gespräch versteht."
QUESTION_HELP = "Die Stelle sieht nur diese Worte, nicht das Gespräch. Ort und Vorhaben helfen ihr bei der Antwort."
ANSWER_LABEL = "Antwort"
ANSWER = (
    "Wie soll die Antwort zu Ihnen kommen? Schreiben Sie eine E-Mail-Adresse oder Telefonnummer, oder wählen Sie eines davon."
)
ANSWER_HELP = (
    "Im Chat steht die Antwort, sobald es sie gibt. Mit Nummer und Code lesen Sie sie auch von einem anderen Gerät."
)
BY_NUMBER, NOT_WANTED = "Hier im Chat", "Ich brauche keine Antwort"


def leave_button(question: str = "") -> Button:
    """Begins the form with what was asked in vain."""
    return begin_button(FORM, LEAVE, question)
