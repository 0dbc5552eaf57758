"""What is said when somebody chooses how the assistant shall write."""
from __future__ import annotations

from knowledge.office import OfficeProfile
from wording.needs import payload
from wording.reply import Button, Reply
from wording.small_talk import PLAIN_BUTTON

NORMAL_BUTTON = Button("Wieder normale Sprache", payload("andere_sprache", {"question": "normale Sprache"}))


def switched_reply(plain: bool, office: OfficeProfile) -> Reply:
    """From now on in Einfache Sprache, or as usual again."""
    if not plain:
        return Reply("Gut, ich schreibe wieder wie gewohnt. Was möchten Sie wissen?", buttons=(PLAIN_BUTTON,))
    sentences = (
        "Ich schreibe einfach.",
        "Sie haben eine Idee?",
        "Sie brauchen Hilfe oder Geld für die Idee?",
        "Dann fragen Sie mich.",
        "Kurze Sätze sind gut.",
        "Möchten Sie wieder die normale Sprache?",
        "Dann schreiben Sie: wieder normal.",
        f"Sie können auch anrufen: {office.phone}.",
        f"Dort ist die {office.name}.",
    )
    return Reply("\n".join(sentences), buttons=(NORMAL_BUTTON,))
