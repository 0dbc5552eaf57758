"""The needs as people read them, and the buttons that lead to them."""
from __future__ import annotations

import json
from typing import Mapping, Sequence

from wording.reply import Button

NEED_OF_KIND = {
    "foerderung": "foerderung",
    "rechtliche_huerden": "rechtliche_huerde",
    "kontakte": "kontakt",
    "fallbeispiele": "fallbeispiele",
    "methoden": "methode",
    "veranstaltungen": "veranstaltungen",
}
"""Kind of record → the need under which people ask for it."""
KIND_OF_NEED = {need: kind for kind, need in NEED_OF_KIND.items()}

TITLES = {
    "foerderung": "Geld und Förderung finden",
    "rechtliche_huerde": "Eine Rechtsfrage klären",
    "kontakt": "Wissen, wer zuständig ist",
    "fallbeispiele": "Beispiele von anderswo sehen",
    "methode": "Wissen, wie man vorgeht",
    "veranstaltungen": "Veranstaltungen finden",
    "mentoring": "Begleitung durch Mentorin oder Mentor",
    "vernetzung": "Mitstreitende finden",
    "idee_einreichen": "Eine Idee einreichen",
    "idee_status": "Stand einer eingereichten Idee",
    "beratung_buchen": "Einen Beratungstermin bekommen",
    "beratung_aendern": "Einen Termin ändern",
    "huerde_melden": "Ein Hindernis melden",
    "anliegen": "Der Stelle etwas mitteilen",
    "mensch": "Mit einem Menschen sprechen",
    "datenschutz": "Wissen, was gespeichert wird",
    "ueber_bot": "Wissen, was dieser Assistent kann",
}
"""How a need is named on a button; needs that are answers or small talk are never offered."""

NEXT_STEP = {
    "foerderung": ("fallbeispiele", "Ähnliche Projekte ansehen"),
    "rechtliche_huerden": ("kontakt", "Wer hilft bei dieser Frage?"),
    "kontakte": ("mensch", "Mit uns sprechen"),
    "fallbeispiele": ("foerderung", "Geld dafür finden"),
    "methoden": ("fallbeispiele", "Beispiele aus der Praxis"),
    "veranstaltungen": ("kontakt", "Wer hilft dazu vor Ort?"),
}
"""Kind of record → what many want to know next: the need and the title of its button."""

LONGEST_QUESTION = 300
_LONGEST_TITLE = 45


def need_button(need: str, question: str = "", title: str | None = None) -> Button:
    """A button for a need, carrying the question that the person has asked already."""
    told = {"question": question.strip()[:LONGEST_QUESTION]} if question.strip() else None
    return Button(title or TITLES[need], payload(need, told))


def other_needs_in_words(number: int) -> str:
    """Behind an answer, when the same message has asked for one or two other things as well."""
    if number == 1:
        return "Sie haben noch etwas gefragt. Darauf antworte ich mit dem ersten Knopf."
    return "Sie haben noch mehr gefragt. Darauf antworte ich mit den ersten beiden Knöpfen."


def other_need_buttons(needs: Sequence[str], question: str) -> list[Button]:
    """A button for each of the other needs, carrying the whole message."""
    titles = ("Ihre zweite Frage", "Ihre dritte Frage")
    return [need_button(need, question, f"{title}: {TITLES[need]}") for title, need in zip(titles, needs)]


def next_step(kind: str, question: str) -> Button:
    """The button for what many want to know after records of `kind`."""
    need, title = NEXT_STEP[kind]
    return need_button(need, "" if need == "mensch" else question, title)


def record_button(need: str, record_id: str, title: str, part: str = "") -> Button:
    """A button that opens one record, or one part of it."""
    return Button(title, payload(need, {"record": record_id, **({"part": part} if part else {})}))


def shortened(name: str) -> str:
    """A name as long as a button may be."""
    if len(name) <= _LONGEST_TITLE:
        return name
    return name[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" –-:,(") + " …"


def payload(need: str, told: Mapping[str, str | list[str]] | None = None) -> str:
    """What Rasa reads as the intent `need` with the entities `told`."""
    return f"/{need}" + (json.dumps(told, ensure_ascii=False, separators=(",", ":")) if told else "")
