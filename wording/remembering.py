"""The remember list in the conversation: its buttons and what is said about it."""
from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Sequence

from knowledge.office import OfficeProfile
from knowledge.schema import Record
from wording.cards import source_line
from wording.needs import NEED_OF_KIND, payload, record_button, shortened
from wording.reply import Attachment, Button, Link, Reply

INTENT = "merkliste"
"""What Rasa calls it. It is no need: only buttons and the closed list of phrases lead to it."""
PAGE = "/merkliste"
"""The address of the page, on the server that answers."""

MOST_SHOWN = 10
_MOST_BUTTONS = 5
_STORED = (
    "Gespeichert werden nur die Einträge und der Zeitpunkt, unter der zufälligen Kennung dieses Gesprächs und ohne "
    "Ihren Namen. Wenn Sie die Liste 90 Tage nicht benutzen, wird sie gelöscht. Leeren können Sie sie jederzeit."
)


class Verb(str, Enum):
    """What can be done with the list; a button carries it as the entity `verb`."""

    REMEMBER = "remember"
    SHOW = "show"
    FORGET = "forget"
    CHOOSE = "choose"
    """Asks which record to forget."""
    CLEAR = "clear"
    """Asks whether to clear."""
    CLEAR_SURELY = "clear_surely"
    CODE = "code"


def list_payload(verb: Verb, record_ids: Sequence[str] = ()) -> str:
    """What a button of the list carries."""
    told = {"verb": verb.value}
    return payload(INTENT, {**told, "record": list(record_ids)} if record_ids else told)


def remember_button(records: Sequence[Record], are_remembered: bool = False) -> Button:
    """Under records that are shown: puts them on the list, or takes the one that is on it off."""
    ids = [record.id for record in records]
    if are_remembered:
        return Button("Von der Liste nehmen", list_payload(Verb.FORGET, ids))
    titles = {1: "Auf die Merkliste", 2: "Beide merken", 3: "Alle drei merken"}
    return Button(titles.get(len(ids), f"Alle {len(ids)} merken"), list_payload(Verb.REMEMBER, ids))


def remembered_reply(added: Sequence[Record], total: int, is_first: bool, is_full: bool) -> Reply:
    """After remembering: what is new on the list, what is stored, and how to go on."""
    parts = [_what_was_remembered(added, is_full)]
    if is_first:
        parts.append(_STORED)
    else:
        parts.append(f"Auf Ihrer Merkliste {_stand(total)} jetzt {_entries(total)}.")
    undo = (Button("Von der Liste nehmen", list_payload(Verb.FORGET, [added[0].id])),) if len(added) == 1 else ()
    return Reply(
        "\n\n".join(parts),
        outcome="REMEMBERED",
        buttons=(_SHOW, *undo),
        records=tuple(record.id for record in added),
    )


def what_to_remember() -> Reply:
    """„Merken“ where nothing was shown before."""
    return Reply(
        "Was soll ich mir merken? Lassen Sie sich zuerst einen Eintrag zeigen. Darunter steht dann „Auf die Merkliste“.",
        outcome="REMEMBER_LIST_UNCHANGED",
        buttons=(_SHOW,),
    )


def shown_reply(records: Sequence[Record], gone: int, token: str, today: date) -> Reply:
    """The list: names and sources, the page to print, the PDF. `gone` records are no longer in the knowledge base."""
    shown = records[:MOST_SHOWN]
    total = len(records)
    parts = [f"Auf Ihrer Merkliste {_stand(total)} {_entries(total)}:"]
    parts += [f"{number}. {record.name}\n{source_line(record, today)}" for number, record in enumerate(shown, 1)]
    if total > len(shown):
        parts.append(f"Alle {total} Einträge stehen auf der Seite zum Ausdrucken.")
    if gone:
        parts.append(_gone(gone))
    parts.append("Die Seite zum Ausdrucken und die PDF-Datei lassen sich von hier aus zwei Stunden lang öffnen.")
    openers = [
        record_button(NEED_OF_KIND[one.kind], one.id, f"Mehr zu {number}: {shortened(one.name)}")
        for number, one in enumerate(shown[:_MOST_BUTTONS], 1)
    ]
    return Reply(
        "\n\n".join(parts),
        outcome="REMEMBER_LIST_SHOWN",
        buttons=(*openers, _CHOOSE, _CODE, _CLEAR),
        links=(Link("Merkliste zum Ausdrucken", page_address(token)),
               *(Link(f"Quelle: {record.source_title}", record.source_url) for record in shown)),
        records=tuple(record.id for record in shown),
        attachments=(Attachment("Merkliste als PDF", f"{page_address(token)}/merkliste.pdf", "application/pdf"),),
    )  # fmt: skip


def empty_reply(gone: int = 0) -> Reply:
    """There is nothing on the list."""
    return Reply(
        f"{_gone(gone) + ' ' if gone else ''}Ihre Merkliste ist leer. Unter jedem Eintrag, den ich Ihnen zeige, steht "
        "ein Knopf zum Merken.",
        outcome="REMEMBER_LIST_EMPTY",
    )


def which_to_forget(records: Sequence[Record]) -> Reply:
    """One button for each record."""
    shown = records[:MOST_SHOWN]
    return Reply(
        "Welchen Eintrag soll ich von der Liste nehmen?",
        outcome="REMEMBER_LIST_ASKED",
        buttons=tuple(
            Button(f"{number}: {shortened(record.name)}", list_payload(Verb.FORGET, [record.id]))
            for number, record in enumerate(shown, 1)
        ),
    )


def forgotten_reply(names: Sequence[str], left: int) -> Reply:
    """After taking records from the list; nothing was on it if `names` is empty."""
    what = f"Von der Liste genommen: {'; '.join(names)}." if names else "Dieser Eintrag steht nicht auf Ihrer Liste."
    rest = f"Auf Ihrer Merkliste {_stand(left)} noch {_entries(left)}." if left else "Ihre Merkliste ist jetzt leer."
    return Reply(f"{what}\n\n{rest}", outcome="FORGOTTEN", buttons=(_SHOW,) if left else ())


def sure_to_clear(total: int) -> Reply:
    """The question before everything is deleted."""
    what = "den einen Eintrag" if total == 1 else f"alle {total} Einträge"
    return Reply(
        f"Soll ich {what} von der Merkliste löschen? Ein Code für ein anderes Gerät gilt dann auch nicht mehr.",
        outcome="REMEMBER_LIST_ASKED",
        buttons=(Button("Ja, Liste leeren", list_payload(Verb.CLEAR_SURELY)), Button("Nein, behalten", _SHOW.payload)),
    )


def cleared_reply() -> Reply:
    """After everything was deleted."""
    return Reply(
        "Ihre Merkliste ist gelöscht. Auch ein Code dafür öffnet nichts mehr.", outcome="REMEMBER_LIST_CLEARED"
    )


def code_reply(token: str) -> Reply:
    """Where the code is told: on the page, so that it stays out of the stored conversation."""
    return Reply(
        "Den Code bekommen Sie auf der Seite Ihrer Merkliste, unter „Auf einem anderen Gerät öffnen“. So steht er nicht "
        "im gespeicherten Gespräch. Auf dem anderen Gerät öffnen Sie den Ideenlotsen, wählen unten „Merkliste“ und "
        "geben den Code ein.",
        outcome="REMEMBER_LIST_CODE",
        buttons=(_SHOW,),
        links=(Link("Zum Code", f"{page_address(token)}#code"),),
    )


def list_unavailable(office: OfficeProfile) -> Reply:
    """When the database is away."""
    return Reply(
        "Ihre Merkliste lässt sich im Moment nicht öffnen, und geändert habe ich nichts. Bitte versuchen Sie es in "
        f"einigen Minuten noch einmal. Wenn es eilt: {office.name}, Telefon {office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )


def page_address(token: str) -> str:
    """The address under which the link of a conversation opens the page."""
    return f"{PAGE}/link/{token}"


def _what_was_remembered(added: Sequence[Record], is_full: bool) -> str:
    full = "Mehr passt nicht auf die Merkliste. Nehmen Sie bitte zuerst etwas herunter."
    if not added:
        return full if is_full else "Das steht schon auf Ihrer Merkliste."
    names = added[0].name if len(added) == 1 else "\n".join(["", *(f"• {record.name}" for record in added)])
    return f"Gemerkt: {names}" + (f"\n\n{full}" if is_full else "")


def _stand(number: int) -> str:
    return "steht" if number == 1 else "stehen"


def _entries(number: int) -> str:
    return "1 Eintrag" if number == 1 else f"{number} Einträge"


def _gone(number: int) -> str:
    if number == 1:
        return "Ein gemerkter Eintrag steht nicht mehr in unserer Sammlung."
    return f"{number} gemerkte Einträge stehen nicht mehr in unserer Sammlung."


_SHOW = Button("Merkliste zeigen", list_payload(Verb.SHOW))
_CHOOSE = Button("Etwas von der Liste nehmen", list_payload(Verb.CHOOSE))
_CODE = Button("Code für ein anderes Gerät", list_payload(Verb.CODE))
_CLEAR = Button("Liste leeren", list_payload(Verb.CLEAR))
