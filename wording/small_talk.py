"""Small talk: greetings, thanks, yes and no, silence, pictures, nonsense, insults. Short, calm, and not always the same.

Every sentence keeps the limits of Einfache Sprache, so there is no second wording for it.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, unique
from typing import Sequence

from knowledge.office import OfficeProfile
from wording.crisis import CRISIS
from wording.my_data import REVIEW_NOTICE
from wording.needs import need_button, payload
from wording.reply import COURTESY, Button, Reply

PLAIN_BUTTON = Button("In Einfacher Sprache", payload("andere_sprache", {"question": "einfache Sprache"}))


@unique
class Situation(Enum):
    """What was said that asks for nothing in particular. The first seven are needs of the same name in `domain.yml`."""

    GREETING = "gruss"
    THANKS = "danke"
    GOODBYE = "abschied"
    YES = "ja"
    NO = "nein"
    INSULT = "beleidigung"
    OUT_OF_SCOPE = "ausserhalb"
    SILENCE = "silence"
    QUESTION_MARK = "question_mark"
    PICTURE = "picture"
    NONSENSE = "nonsense"


@dataclass(frozen=True)
class Variants:
    """Ways to say something, in their order; when all were said, those from `again_from` on are said in turn."""

    texts: tuple[str, ...]
    again_from: int = 0


VARIANTS = {
    Situation.GREETING: Variants(
        (
            "Guten Tag. Ich bin der Ideenlotse, ein Computerprogramm der {office_name}. Ich helfe Menschen mit Ideen "
            "für das Gemeinwohl. Fragen Sie mich nach Geld, Recht, Beispielen und Anlaufstellen. Was haben Sie vor? Schreiben Sie "
            "es in Ihren Worten.",
            "Guten Tag noch einmal. Womit kann ich helfen?",
            "Hallo, ich bin noch da. Was möchten Sie wissen?",
        ),
        again_from=1,
    ),
    Situation.THANKS: Variants((
        "Gern. Wenn Sie noch etwas wissen möchten, schreiben Sie einfach weiter.",
        "Gern geschehen. Viel Erfolg mit Ihrem Vorhaben.",
        "Das freut mich. Ich bin da, wenn noch etwas offen ist.",
    )),
    Situation.GOODBYE: Variants((
        "Auf Wiedersehen und gutes Gelingen. Sie können jederzeit wiederkommen.",
        "Bis bald. Alles Gute für Ihr Vorhaben.",
    )),
    Situation.YES: Variants((
        "Gut. Was möchten Sie als Nächstes wissen? Schreiben Sie es in einem Satz, dann suche ich dazu.",
        "In Ordnung. Worum geht es als Nächstes?",
        "Ja, gern. Nennen Sie mir bitte ein Thema und einen Ort.",
    )),
    Situation.NO: Variants((
        "In Ordnung. Möchten Sie etwas anderes wissen? Die {office_name} erreichen Sie auch unter {office_phone}.",
        "Gut, dann nicht. Fragen Sie gern etwas anderes.",
        "Kein Problem. Sagen Sie mir, was Sie stattdessen brauchen.",
    )),
    Situation.INSULT: Variants(
        (
            "So möchte ich nicht weitersprechen. Wenn Sie eine Frage zu Ihrem Vorhaben haben, helfe ich gern. Menschen "
            "erreichen Sie unter {office_phone}.",
            "Vielleicht hilft Ihnen ein Mensch besser weiter. Rufen Sie die {office_name} an: {office_phone}.",
            "Wenn Sie eine Frage haben, suche ich gern.",
            "Ich warte auf Ihre Frage.",
        ),
        again_from=2,
    ),
    Situation.OUT_OF_SCOPE: Variants((
        "Das gehört nicht zu meinen Aufgaben. Ich helfe bei Ideen für das Gemeinwohl. Dazu suche ich Geld, "
        "Regeln, Beispiele und Anlaufstellen. Bei anderen Fragen hilft Ihre Gemeinde oft weiter.",
        "Damit kenne ich mich nicht aus. Fragen Sie mich etwas zu einem Vorhaben für Ihren Ort.",
        "Auch dazu weiß ich nichts. Ein Mensch hilft Ihnen unter {office_phone}.",
    )),
    Situation.SILENCE: Variants((
        "Ich bin noch da. Schreiben Sie einfach, was Sie vorhaben oder wissen möchten.",
        "Lassen Sie sich Zeit. Ein Satz genügt, wenn Sie so weit sind.",
        "Ich höre zu. Mit einem Menschen sprechen Sie unter {office_phone}.",
    )),
    Situation.QUESTION_MARK: Variants((
        "Ihre Frage habe ich nicht verstanden. Schreiben Sie bitte einen kurzen Satz dazu.",
        "War etwas unklar? Schreiben Sie mir, welches Wort oder welcher Teil.",
        "Nennen Sie bitte ein Thema, zum Beispiel: Geld für einen Spielplatz.",
    )),
    Situation.PICTURE: Variants((
        "Ein Bild allein kann ich nicht deuten. Schreiben Sie bitte ein paar Wörter dazu.",
        "Was meinen Sie mit dem Bild? Ein kurzer Satz genügt.",
        "Mit Wörtern klappt es besser. Worum geht es?",
    )),
    Situation.NONSENSE: Variants((
        "Das habe ich nicht verstanden. Schreiben Sie bitte einen kurzen Satz.",
        "Diese Zeichen ergeben für mich keinen Sinn. Was möchten Sie wissen?",
        "Das kann ich nicht lesen. Ein Mensch hilft Ihnen unter {office_phone}.",
    )),
}  # fmt: skip
_STARTS = ("foerderung", "rechtliche_huerde", "kontakt", "idee_einreichen")
_PROGRAM = "Computerprogramm"
INTRODUCTION = f"Hier antwortet ein {_PROGRAM}, kein Mensch."
_NAMES_A_HUMAN = "Rufen Sie"


def small_talk(situation: Situation, said_before: Sequence[str], office: OfficeProfile) -> Reply:
    """The next thing to say; `said_before` are the texts of the assistant in this conversation, in their order.

    The first variant that was not said yet, or else the one that was said longest ago.
    """
    variants = VARIANTS[situation]
    texts = [one.format(office_name=office.name, office_phone=office.phone) for one in variants.texts]
    text = _next(texts, variants.again_from, said_before)
    return Reply(text, outcome=COURTESY, buttons=_buttons(situation, text))


def _next(texts: Sequence[str], again_from: int, said_before: Sequence[str]) -> str:
    last_said = {
        text: max((at for at, said in enumerate(said_before) if said.startswith(text)), default=-1) for text in texts
    }
    unsaid = next((text for text in texts if last_said[text] < 0), None)
    return unsaid or min(texts[again_from:], key=last_said.__getitem__)


def _buttons(situation: Situation, text: str) -> tuple[Button, ...]:
    if situation is Situation.GREETING:
        return (*map(need_button, _STARTS), PLAIN_BUTTON)
    return (need_button("mensch"),) if situation is Situation.INSULT and _NAMES_A_HUMAN in text else ()


def introduced(reply: Reply) -> Reply:
    """The first answer of a conversation: at its end stands that a computer program answers, unless it tells that by
    itself, and that conversations may be reviewed. What is said in another language tells the first always; an emergency
    is no time for the second."""
    if reply.lang != "de":
        return reply
    who = () if _PROGRAM in reply.text else (INTRODUCTION,)
    review = () if reply.outcome == CRISIS else (REVIEW_NOTICE,)
    said = " ".join((*who, *review))
    return replace(reply, text=f"{reply.text}\n\n{said}") if said else reply
