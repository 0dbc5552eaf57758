"""Asking back when the need is not clear."""
from __future__ import annotations

from datetime import date
from typing import Sequence

from knowledge.office import OfficeProfile
from knowledge.schema import Record
from wording.cards import NO_LEGAL_ADVICE, short_card
from wording.form_buttons import begin_button
from wording.links import source_link
from wording.needs import LONGEST_QUESTION, NEED_OF_KIND, TITLES, need_button, payload, record_button, shortened
from wording.question_form import leave_button
from wording.reply import Button, Reply

ASKED_BACK = "ASKED_BACK"
"""The outcome of a question back."""
MOST_CHOICES = 3
SOMETHING_ELSE = "Etwas anderes"
_DANGER = "Wenn Sie oder andere in Gefahr sind, wählen Sie bitte sofort 112. "
_USUAL = ("foerderung", "kontakt", "idee_einreichen")


def asking_back(
    likely: Sequence[str], question: str, office: OfficeProfile, perhaps_in_danger: bool = False,
    nearest: Record | None = None,
) -> Reply:  # fmt: skip
    """One question with at most three choices, a human and something else; the question asked already is carried along.

    `perhaps_in_danger` puts the emergency number first, and no button carries the words: nothing of a crisis is kept.
    `nearest`, the record that the words come nearest to, is offered in the place of the third need.
    """
    first = _DANGER if perhaps_in_danger else ""
    question = "" if perhaps_in_danger else question
    offered = [need for need in likely if need in TITLES and need != "mensch"][:MOST_CHOICES] or list(_USUAL)
    record = []
    if nearest is not None:
        del offered[MOST_CHOICES - 1 :]
        record = [record_button(NEED_OF_KIND[nearest.kind], nearest.id, shortened(nearest.name))]
    return Reply(
        f"{first}Da bin ich nicht sicher, was Sie brauchen. Passt eines davon? "
        f"Sie können es auch mit anderen Worten schreiben oder die {office.name} anrufen: {office.phone}.",
        outcome=ASKED_BACK,
        buttons=(
            *record, *(need_button(need, question) for need in offered), need_button("mensch"),
            Button(SOMETHING_ELSE, _something_else(question)),
        ),  # fmt: skip
    )


def _something_else(question: str) -> str:
    asked = question.strip()[:LONGEST_QUESTION]
    return payload("nlu_fallback", {"question": asked} if asked else {})


def still_unsure(
    nearest: Sequence[Record], question: str, office: OfficeProfile, today: date, perhaps_in_danger: bool = False
) -> Reply:  # fmt: skip
    """When asking back has not helped: no second question, but what comes nearest, the question left for the office, and
    the way to a human. `perhaps_in_danger` as in `asking_back`."""
    first = _DANGER if perhaps_in_danger else ""
    question = "" if perhaps_in_danger else question
    human = (
        f"Ein Mensch kann Ihnen sicher weiterhelfen: {office.name}, Telefon {office.phone} ({'; '.join(office.hours)}). "
        "Oder Sie lassen Ihre Frage hier oder bitten um einen Rückruf."
    )
    ways = (leave_button(question), begin_button("rueckruf", "Um einen Rückruf bitten"), need_button("mensch"))
    if not nearest:
        return Reply(f"{first}Das verstehe ich leider nicht. {human}", outcome="NOT_UNDERSTOOD", buttons=ways)
    cards = [f"{number}. {short_card(record, today)}" for number, record in enumerate(nearest, 1)]
    about_law = any(record.kind == "rechtliche_huerden" for record in nearest)
    parts = [f"{first}Sicher bin ich nicht, was Sie meinen. Das kommt dem am nächsten:", *cards,
             *([NO_LEGAL_ADVICE] if about_law else []), human]  # fmt: skip
    openers = (
        record_button(NEED_OF_KIND[record.kind], record.id, f"Mehr zu {number}: {shortened(record.name)}")
        for number, record in enumerate(nearest, 1)
    )
    return Reply(
        "\n\n".join(parts),
        outcome="NEAREST_SHOWN",
        buttons=(*openers, *ways),
        links=tuple(source_link(record) for record in nearest),
        records=tuple(record.id for record in nearest),
    )
