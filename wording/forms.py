"""What is said while a form is filled in: progress, what was noted, the summary, rest and end."""
from __future__ import annotations

from typing import Sequence

from knowledge.office import OfficeProfile
from wording.dates import listed
from wording.findings import office_to_ask
from wording.reply import Reply

HOW_TO_STEER = (
    "Sie können jederzeit zurück, überspringen, später weitermachen, abbrechen oder alles zeigen lassen. "
    "Oder Sie verlangen einen Menschen."
)
AFTER_FAILURES = (
    "Wenn es gerade nicht klappt: Schreiben Sie „hilfe“, „später“ oder dass Sie mit einem Menschen sprechen möchten."
)
WENT_BACK = "Zurück zur vorigen Frage."
IS_FIRST = "Das ist schon die erste Frage."
BEGUN_AGAIN = "Wir fangen neu an, das Bisherige ist gelöscht."
CANNOT_SKIP = "Diese Frage brauche ich, sonst geht es nicht weiter."
CANNOT_SKIP_CONSENT = "Ohne Ihr Ja darf ich nichts aufnehmen."
SKIPPED = "Gut, das lassen wir offen."
WHAT_TO_CHANGE = "Was möchten Sie ändern?"
CHANGE_IT = "Gut, das ändern wir."
IS_ALL_RIGHT = "Stimmt alles so?"
MAY_BE_SENT = "Gut. Soll ich es jetzt absenden?"
NOTHING_YET = "Bisher steht noch nichts da."
SO_FAR = "Das steht bisher da:"
BEFORE_SENDING = "Das steht jetzt da:"
TAKEN = "Das habe ich übernommen:"
RESUMED = "Machen wir weiter."
ALREADY_OVER = "Dieses Formular ist schon abgeschlossen. Wenn Sie noch etwas möchten, schreiben Sie es einfach."
HELD_UNTIL_CONSENT = "Was Sie schon geschrieben haben, übernehme ich erst, wenn Sie zustimmen."

SKIP, BACK, LATER, RESUME = "Überspringen", "Zurück", "Später weiter", "Weitermachen"
CANCEL, CHANGE, SHORTEN = "Abbrechen", "Etwas ändern", "Den Anfang übernehmen"
KEEP, LEAVE_AS_IT_IS = "Nein, weitermachen", "So lassen"
SURELY = {"cancel": "Ja, abbrechen", "restart": "Ja, neu anfangen"}
_LONGEST_SHOWN = 160


def started(title: str) -> str:
    """The begin of a form."""
    return f"{title}. {HOW_TO_STEER}"


def progress(number: int, of: int, question: str, is_optional: bool) -> str:
    """„Frage 2 von 5: Wie heißen Sie?“"""
    return f"Frage {number} von {of}{' (freiwillig)' if is_optional else ''}: {question}"


def asked(question: str, is_optional: bool) -> str:
    """A question of a form that asks only what is worth asking, and so cannot tell how many follow."""
    return f"Freiwillig: {question}" if is_optional else question


def left_open(labels: Sequence[str]) -> str:
    """What nobody has told and nobody has to tell."""
    return f"Offen: {listed(labels)}. Das darf so bleiben." if labels else ""


def noted(answers: Sequence[tuple[str, str | None]], is_change: bool = False) -> str:
    """„Notiert: Name und Zeit (morgen vormittag).“ The value stands only where it may be repeated."""
    parts = [f"{label} ({shown_short(value)})" if value else label for label, value in answers]
    return f"{'Geändert' if is_change else 'Notiert'}: {listed(parts)}." if parts else ""


def taken(lines: Sequence[tuple[str, str]]) -> str:
    """What one message has answered, one on a line."""
    return "\n".join([TAKEN, *(f"{label}: {value}" for label, value in lines)]) if lines else ""


def so_far(value: str) -> str:
    """What was answered to a question before."""
    return f"Bisher steht da: {shown_short(value)}"


def summary(lines: Sequence[tuple[str, str]], is_last: bool) -> str:
    """All answers, one on a line."""
    if not lines:
        return NOTHING_YET
    return "\n".join([BEFORE_SENDING if is_last else SO_FAR, *(f"{label}: {value}" for label, value in lines)])


def shown_short(value: str) -> str:
    """A value on one line and not too long."""
    tidy = " ".join(value.split())
    return tidy if len(tidy) <= _LONGEST_SHOWN else tidy[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"


def ask_if_sure(what: str, answers: int) -> str:
    """Before everything is thrown away."""
    lost = "Ihre Angabe wird dann gelöscht." if answers <= 1 else f"Ihre {answers} Angaben werden dann gelöscht."
    question = "Wirklich abbrechen?" if what == "cancel" else "Wirklich neu anfangen?"
    return f"{question} {lost}"


def paused(title: str, days: int, has_answers: bool) -> str:
    """The form rests because the person wants it."""
    kept = f"Ihre Angaben sind {days} Tage lang aufgehoben. " if has_answers else ""
    on = "Schreiben Sie „weitermachen“, dann geht es an derselben Stelle weiter."
    return f"Gut, wir machen Pause ({title}). {kept}{on}"


def rests(title: str) -> str:
    """Behind an answer that was more urgent than the form."""
    return f"{title}: Das ruht jetzt. Mit „weitermachen“ geht es an derselben Stelle weiter."


def rests_still(title: str) -> str:
    """Behind an ordinary answer, some time after something more urgent."""
    return f"{title}: Das ruht noch. Wenn Sie möchten, geht es mit „weiter“ an derselben Stelle weiter."


def unavailable_reply(office: OfficeProfile) -> Reply:
    """Where no draft can be kept: the database is away."""
    return Reply(
        "Das Formular steht gerade nicht zur Verfügung. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen "
        f"Sie an: {office.phone} ({'; '.join(office.hours)}).",
        outcome="TECHNICAL_PROBLEM",
    )


def cancelled() -> str:
    """Over, nothing stays."""
    return "Abgebrochen. Von Ihren Angaben bleibt nichts gespeichert."


def declined(office: OfficeProfile) -> str:
    """No consent: nothing is stored, and there are other ways."""
    return f"Gut, dann speichere ich nichts. Sie erreichen uns auch ohne dieses Formular. {office_to_ask(office)}"
