"""What is kept of a conversation, in words: the parts with their buttons, and what is said when one is dropped."""
from __future__ import annotations

from typing import Sequence

from knowledge.terms import Terms
from wording.dates import listed
from wording.money import euros
from wording.needs import TITLES, need_button, payload
from wording.reply import ContextPart, Reply

COMMAND = "kontext"
"""The intent of the buttons that remove a part."""
PART = "part"
"""The entity that names it."""
NOTED = "CONTEXT_NOTED"
CHANGED = "CONTEXT_CHANGED"
_NEXT = ("foerderung", "rechtliche_huerde", "kontakt", "fallbeispiele")
_MOST_LETTERS = 60


def place_title(where: str) -> str:
    """„in Sachsen“"""
    return where


def topic_title(topics: Sequence[str], terms: Terms) -> str:
    """„Thema Nahversorgung“; their names have an „und“ of their own."""
    return f"Thema {', '.join(terms.label('thema', one) for one in topics[:2])}"


def target_group_title(groups: Sequence[str], terms: Terms) -> str:
    """„für Jugendliche“"""
    return f"für {listed([terms.label('zielgruppe', one) for one in groups])}"


def legal_form_title(forms: Sequence[str], terms: Terms) -> str:
    """„für Vereine“"""
    return f"für {listed([terms.label('organisationsform', one) for one in forms])}"


def amount_title(amount_eur: int) -> str:
    """„5.000 Euro“"""
    return euros(amount_eur)


def context_part(kind: str, title: str) -> ContextPart:
    """The part with the payload that removes it."""
    return ContextPart(kind, title, payload(COMMAND, {PART: kind}))


def dropped(titles: Sequence[str]) -> str:
    """One sentence that says what no longer counts."""
    return f"Gut, das lasse ich weg: {', '.join(titles)}."


def nothing_asked_yet(sentence: str) -> Reply:
    """After a removal, when no question is there to be answered again."""
    return _what_next(sentence, CHANGED)


def all_forgotten(titles: Sequence[str]) -> Reply:
    """After everything was dropped. It must not sound as if stored messages were deleted."""
    told = f" ({', '.join(titles)})" if titles else ""
    return _what_next(
        f"Gut, wir fangen neu an. Was Sie vorher gesagt haben{told}, zählt ab jetzt nicht mehr. Gelöscht ist das Gespräch "
        "damit nicht.", CHANGED,
    )  # fmt: skip


def nothing_to_drop() -> Reply:
    """When somebody removes what is not there, as with a button of long ago."""
    return _what_next("Das spielt bei mir gerade keine Rolle.", CHANGED)


def noted(titles: Sequence[str]) -> Reply:
    """When somebody has told where or who they are and nothing else."""
    return _what_next(understood(titles), NOTED)


def understood(titles: Sequence[str]) -> str:
    """One sentence that says what was understood."""
    return f"Verstanden: {', '.join(titles)}."


def back_again(question: str) -> str:
    """One sentence before the answer to an earlier question."""
    return f"Zurück zu Ihrer Frage: {_shortened(question)}"


def no_earlier_question() -> Reply:
    """When there is nothing to go back to."""
    return _what_next("Vorher haben Sie in diesem Gespräch noch keine andere Frage gestellt.", CHANGED)


def _what_next(sentence: str, outcome: str) -> Reply:
    buttons = tuple(need_button(need, title=TITLES[need]) for need in _NEXT)
    return Reply(f"{sentence} Was möchten Sie wissen?", outcome=outcome, buttons=buttons)


def _shortened(question: str) -> str:
    calm = " ".join(question.split())
    return f"„{calm}“" if len(calm) <= _MOST_LETTERS else f"„{calm[:_MOST_LETTERS].rsplit(' ', 1)[0]} …“"
