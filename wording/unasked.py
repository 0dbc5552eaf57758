"""What is said when somebody has told personal data that nobody asked for, and where a code is not shown any more."""
from __future__ import annotations

from dataclasses import replace
from typing import Sequence, TypeVar

from wording.form_buttons import begin_button
from wording.reply import Reply

NO_LONGER_SHOWN = "(wird nicht mehr gezeigt)"
_KINDS = {
    "name": "den Namen",
    "phone": "die Telefonnummer",
    "email": "die E-Mail-Adresse",
    "address": "die Anschrift",
    "birth_date": "das Geburtsdatum",
    "iban": "die Bankverbindung",
    "number": "die Kennnummer",
    "plate": "das Kennzeichen",
    "profile": "den Profilnamen",
    "secret": "das Kennwort",
}
_NOT_KEPT = "habe ich nicht gespeichert"
_CALL = "Wenn sich jemand bei Ihnen melden soll, bitten Sie um einen Rückruf. Dann frage ich danach."
_CALL_BUTTON = begin_button("rueckruf", "Um einen Rückruf bitten")
Told = TypeVar("Told")


def nothing_else_said() -> Reply:
    """Somebody has sent such data and nothing besides."""
    return Reply(
        "Was möchten Sie wissen? Schreiben Sie es in Ihren Worten. Soll sich jemand bei Ihnen melden, hilft der Knopf "
        "darunter.",
        outcome="ASKED_BACK",
        buttons=(_CALL_BUTTON,),
    )


def with_note(answer: Told, kinds: Sequence[str]) -> Told:
    """`answer` (anything with `text`, `outcome` and `buttons`) that also says that these kinds of data were not kept.

    Where it begins a form, that asks for what it needs.
    """
    if not kinds:
        return answer
    names = [_KINDS[kind] for kind in kinds]
    listed = " und ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    it = "sie" if len(names) > 1 or listed.startswith("die") else "es" if listed.startswith("das") else "ihn"
    begins = answer.outcome == "FORM_STARTED"
    why = f"Wenn ich {it} brauche, frage ich danach." if begins else f"Hier brauche ich {it} nicht."
    note = f"{listed[0].upper()}{listed[1:]} {_NOT_KEPT}. {why}"
    buttons = answer.buttons
    if not begins and {"phone", "email"}.intersection(kinds):
        note = f"{note} {_CALL}"
        buttons = buttons if _CALL_BUTTON in buttons else (*buttons, _CALL_BUTTON)
    return replace(answer, text=f"{answer.text}\n\n{note}", buttons=buttons)


def note_in(text: str) -> frozenset[str]:
    """The kinds of which `text` says already that they were not kept."""
    noted = [line.lower() for line in text.split("\n") if _NOT_KEPT in line]
    return frozenset(kind for kind, name in _KINDS.items() if any(name.lower() in line for line in noted))
