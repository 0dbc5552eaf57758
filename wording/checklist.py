"""What somebody may get ready for an advisory session. It asks for nothing that a session could not do without."""
from __future__ import annotations

from typing import Iterable, Mapping

from knowledge.schema.record import Topic
from knowledge.schema.adviser import SessionFormat

_ALWAYS = ("Was Sie vorhaben, in zwei oder drei Sätzen.", "Ihre wichtigsten Fragen.", "Was es schon gibt und wer mitmacht.")
_MONEY = ("Was es ungefähr kosten soll und wie viel Geld schon da ist.", "Wann Sie beginnen möchten, oder ob Sie schon begonnen haben.")
_FORM = ("Wer dazugehört und wer entscheiden soll.", "Ihre Satzung oder Ihr Entwurf, wenn es einen gibt.")
_PLACE = ("Um welches Haus oder welchen Platz es geht und wem das gehört.",)
_ROUTES = ("Welche Strecken gebraucht werden und wie oft.",)
_TOPICS: Mapping[str, tuple[str, ...]] = {
    Topic.FINANCE.value: _MONEY,
    Topic.LEGAL_FORM.value: _FORM,
    Topic.HOUSING.value: _PLACE,
    Topic.LOCAL_SUPPLY.value: _PLACE,
    Topic.MEETING.value: _PLACE,
    Topic.REGIONAL_DEVELOPMENT.value: _PLACE,
    Topic.MOBILITY.value: _ROUTES,
}
_FORMATS: Mapping[SessionFormat, tuple[str, ...]] = {
    SessionFormat.PHONE: ("Einen ruhigen Platz am Telefon und etwas zum Schreiben.",),
    SessionFormat.VIDEO: ("Ein Gerät mit Kamera und Ton. Probieren Sie beides vorher aus.",),
    SessionFormat.ON_SITE: ("Unterlagen, die Sie zeigen möchten.",),
    SessionFormat.VISIT: ("Unterlagen, die Sie zeigen möchten.", "Einen Platz, an dem wir in Ruhe sprechen können."),
}
MOST = 6
"""Points that are named; what belongs to the topic goes before what is always good."""


def checklist(topics: Iterable[str], format_: SessionFormat) -> tuple[str, ...]:
    """The points, the general ones first. `topics` are values of `Topic`."""
    told = set(topics)
    of_topics = dict.fromkeys(point for topic, points in _TOPICS.items() if topic in told for point in points)
    room = MOST - len(_ALWAYS) - len(_FORMATS[format_])
    return (*_ALWAYS, *list(of_topics)[:room], *_FORMATS[format_])


def checklist_text(topics: Iterable[str], format_: SessionFormat) -> str:
    """The points below a heading, a line for each."""
    points = "\n".join(f"– {one}" for one in checklist(topics, format_))
    return f"Wenn Sie sich vorbereiten möchten:\n{points}"
