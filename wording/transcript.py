"""A conversation to read: who said what, with the buttons, links and files that came with an answer."""
from __future__ import annotations

from typing import Iterator, Sequence

from wording.reply import Attachment, Button, Link

PERSON, ASSISTANT = "Sie", "Ideenlotse"


def heading(name: str) -> str:
    """Above the transcript of the conversation `name`."""
    return f"— {name} —"


def said_line(words: str, is_press: bool) -> str:
    """What the person did: „Sie: …“, a pressed button in brackets."""
    return f"{PERSON}: [{words}]" if is_press else f"{PERSON}: {words}"


def answer_lines(
    text: str, buttons: Sequence[Button], links: Sequence[Link], attachments: Sequence[Attachment]
) -> Iterator[str]:
    """One answer: its text, then a line for each link, file and button."""
    yield f"{ASSISTANT}: {text}"
    yield from (f"  Link: {link.title}, {link.url}" for link in links)
    yield from (f"  Datei: {file.name}, {file.url}" for file in attachments)
    yield from (f"  [{button.title}]" for button in buttons)


def nothing_answered() -> str:
    """The assistant said nothing to this, as to a repeat."""
    return f"{ASSISTANT}: (keine Antwort)"


def no_such_button(title: str, offered: Sequence[str]) -> str:
    """A script presses what is not there."""
    there = f"Angeboten werden: {', '.join(f'„{one}“' for one in offered)}." if offered else "Es wird gerade keine angeboten."
    return f"Eine eindeutige Schaltfläche „{title}“ gibt es hier nicht. {there}"


def no_such_conversation(name: str) -> str:
    """No written conversation is called so."""
    return f"Ein Gespräch „{name}“ gibt es nicht. ./lotse conversations list zeigt alle."
