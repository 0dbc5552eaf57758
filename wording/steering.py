"""Short sentences for commands of a form where there is none."""
from __future__ import annotations

from wording.needs import need_button
from wording.reply import Reply

OUTCOME = "NOTHING_TO_STEER"
_ASK = "Wenn Sie etwas wissen möchten, schreiben Sie es einfach."


def nothing_to_cancel() -> Reply:
    """„Abbrechen“, „stopp“"""
    return Reply(f"In Ordnung. Es läuft gerade nichts, was abzubrechen wäre. {_ASK}", outcome=OUTCOME)


def nothing_to_resume() -> Reply:
    """„Weitermachen“"""
    return Reply(f"Gern. Ein angefangenes Formular gibt es in diesem Gespräch nicht. {_ASK}", outcome=OUTCOME)


def nothing_to_show() -> Reply:
    """„Zeig mir alles“"""
    return Reply(
        "Zu zeigen gibt es gerade nichts: In diesem Gespräch haben Sie noch kein Formular ausgefüllt. "
        "Was Sie sich gemerkt haben, zeigt „Merkliste“.",
        outcome=OUTCOME,
    )  # fmt: skip


def nothing_to_send() -> Reply:
    """„Absenden“"""
    return Reply(f"Es gibt gerade nichts abzusenden. {_ASK}", outcome=OUTCOME)


def later() -> Reply:
    """„Später“"""
    return Reply("Gut. Sie können hier jederzeit weiterschreiben.", outcome=OUTCOME)


def begun_anew() -> Reply:
    """„Neu anfangen“"""
    return Reply("Gern. Was haben Sie vor? Schreiben Sie es in einem Satz.", outcome=OUTCOME)


def what_for_help() -> Reply:
    """A bare „Hilfe“: it may be meant for the program or for life."""
    return Reply(
        "Wobei brauchen Sie Hilfe? Ich suche Förderungen, Regeln, Anlaufstellen, Beispiele, Vorgehen und Veranstaltungen "
        "heraus. Schreiben Sie in einem Satz, was Sie vorhaben. Wenn Sie oder andere in Gefahr sind, wählen Sie bitte "
        "sofort 112.",
        outcome=OUTCOME,
        buttons=(need_button("foerderung"), need_button("kontakt"), need_button("mensch")),
    )
