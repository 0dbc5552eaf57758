"""The questions of the form in which an idea is handed in, and the buttons that begin it."""
from __future__ import annotations

from knowledge.office import OfficeProfile
from wording.form_buttons import begin_button
from wording.needs import need_button
from wording.reply import Button, Reply

FORM = "idee"
TITLE = "Idee einreichen"
BEGIN = "Diese Idee einreichen"
SEND = "Ja, Idee absenden"
AGREE, AGREE_TO_BOTH, REFUSE = "Ja, ohne Auswertung", "Ja, mit Auswertung", "Nein, lieber nicht"
CONSENT_LABEL = "Einwilligung"
TITLE_LABEL, TITLE_QUESTION = "Titel", "Wie soll Ihre Idee heißen?"
TITLE_HELP = "Wenige Worte genügen. Der Vorschlag besteht aus Ihren eigenen Worten."
IDEA_LABEL = "Idee"
IDEA_QUESTION = (
    "Erzählen Sie bitte von Ihrer Idee: Was ist das Problem, was haben Sie vor, für wen und wo? Eine einzige Nachricht genügt."
)
IDEA_HELP = "Schreiben Sie, wie Sie es einer Nachbarin erzählen würden. Was ich darin finde, zeige ich Ihnen."
PROBLEM_LABEL, PROBLEM_QUESTION = "Problem", "Welches Problem soll Ihre Idee lösen?"
PROBLEM_HELP = "Ein Satz genügt: Was fehlt, was stört, für wen ist es schwierig?"
PEOPLE_LABEL, PEOPLE_QUESTION = "Für wen", "Für wen ist Ihre Idee?"
PEOPLE_HELP = "Zum Beispiel: ältere Menschen im Dorf, Jugendliche, Familien."
PLACE_LABEL, PLACE_QUESTION = "Ort", "Wo soll das sein? Nennen Sie bitte Ort oder Landkreis."
PLACE_HELP = "Der Ort hilft, Zuständige und Förderungen zu finden. Bei kleinen Orten hilft auch die nächste Stadt."
STAGE_LABEL, STAGE_QUESTION = "Stand", "Wie weit sind Sie?"
STAGE_HELP = "Wählen Sie eines davon, oder schreiben Sie es in Ihren Worten."
STAGES = {
    "idea": "Es ist erst eine Idee", "planned": "Es ist geplant", "started": "Wir haben angefangen",
    "running": "Es läuft schon",
}  # fmt: skip
WHO_LABEL, WHO_QUESTION = "Wer dahintersteht", "Wer steht hinter der Idee? Zum Beispiel Sie allein, eine Gruppe, ein Verein, eine Gemeinde."
WHO_HELP = "Die Rechtsform entscheidet oft, welche Förderung passt. Namen von Personen brauchen wir hier nicht."
NEEDS_LABEL, NEEDS_QUESTION = "Gebraucht wird", "Was brauchen Sie für Ihre Idee? Sie können auch mehreres schreiben."
NEEDS_HELP = "Zum Beispiel Geld, Rat, Partner, eine Genehmigung, Räume oder Menschen, die mitmachen."
NEEDS = {
    "money": "Geld", "advice": "Rat", "partners": "Partner", "permission": "Genehmigung", "volunteers": "Mithilfe",
    "rooms": "Räume",
}  # fmt: skip
NAME_LABEL, NAME_QUESTION = "Name", "Wie dürfen wir Sie nennen? Ein Vorname oder ein erfundener Name genügt."
NAME_HELP = "Sie müssen keinen Namen angeben."
CONTACT_LABEL = "Kontakt"
CONTACT_QUESTION = "Wie erreicht die Stelle Sie, wenn sie eine Frage hat? Schreiben Sie eine E-Mail-Adresse oder Telefonnummer."
CONTACT_HELP = (
    "Ohne Kontakt sehen Sie hier im Chat nach, mit Nummer und Code. An eine E-Mail-Adresse schicken wir Ihnen zuerst eine Mail, "
    "in der Sie die Adresse bestätigen."
)
EVALUATION_LABEL, EVALUATION_QUESTION = "Auswertung", "Darf die Stelle Ihre Angaben auswerten, um häufige Hindernisse zu finden?"
EVALUATION_HELP = "Das ist freiwillig. Ihre Idee wird genauso geprüft, wenn Sie Nein sagen."
EVALUATE, DO_NOT_EVALUATE = "Ja, auswerten", "Nein, nicht auswerten"
_NEXT = {"foerderung": "Geld dafür finden", "fallbeispiele": "Ähnliche Projekte ansehen"}


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand Ihre Idee aufbewahren. Bei einem Nein wird nichts gespeichert. Das Auswerten ist freiwillig. "
        f"Sie können Ihre Idee auch so erzählen: {office.phone} ({'; '.join(office.hours)})."
    )


def ways_instead() -> tuple[Button, ...]:
    """What else can be done with an idea."""
    return tuple(need_button(need, title=title) for need, title in _NEXT.items())


def hand_in_button(told: str = "") -> Button:
    """Begins the form with what was told."""
    return begin_button(FORM, BEGIN, told)


def how_to_hand_in(office: OfficeProfile) -> Reply:
    """To somebody who asks how it is done."""
    return Reply(
        "Eine Idee können Sie hier im Chat einreichen. Sie erzählen sie in Ihren Worten, ich frage höchstens zweimal nach und "
        f"zeige Ihnen alles, bevor es an die {office.name} geht. Danach bekommen Sie eine Nummer und einen Code, mit denen Sie "
        "nachsehen, ändern oder zurückziehen können. Eine Zusage ist das Einreichen nicht.",
        outcome="IDEA_EXPLAINED",
        buttons=(begin_button(FORM, TITLE), *ways_instead()),
    )
