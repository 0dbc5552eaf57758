"""Asking back when the need is not clear."""
from __future__ import annotations

from typing import Sequence

from knowledge.office import OfficeProfile
from wording.needs import TITLES, need_button
from wording.reply import Reply

MOST_CHOICES = 3
_USUAL = ("foerderung", "kontakt", "idee_einreichen")


def asking_back(
    likely: Sequence[str], question: str, office: OfficeProfile, perhaps_in_danger: bool = False
) -> Reply:
    """One question with at most three likely needs and a human; the question asked already is carried along.

    `perhaps_in_danger` puts the emergency number first.
    """
    first = "Wenn Sie oder andere in Gefahr sind, wählen Sie bitte sofort 112. " if perhaps_in_danger else ""
    offered = [need for need in likely if need in TITLES and need != "mensch"][:MOST_CHOICES] or list(_USUAL)
    return Reply(
        f"{first}Da bin ich nicht sicher, was Sie brauchen. Passt eines davon? "
        f"Sie können es auch mit anderen Worten schreiben oder die {office.name} anrufen: {office.phone}.",
        outcome="ASKED_BACK",
        buttons=(*(need_button(need, question) for need in offered), need_button("mensch")),
    )
