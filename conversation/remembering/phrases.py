"""What people type to use their remember list: a closed list, the same in every state of a conversation.

Whatever is not here, word for word, is an ordinary message: „Ich will mir eine Förderung merken“ is a question.
"""
from __future__ import annotations

import re

from wording.remembering import Verb, list_payload

_PHRASES = {
    Verb.REMEMBER: """
        merken | das merken | bitte merken | merken bitte | das bitte merken | bitte das merken | alle merken
        alles merken | merk dir das | merke dir das | merk dir das bitte | merken sie sich das
        bitte merken sie sich das | merk das | merke das | auf die merkliste | das auf die merkliste
        auf die merkliste setzen | zur merkliste hinzufügen | auf meine merkliste""",
    Verb.SHOW: """
        merkliste | meine merkliste | merkliste zeigen | merkliste anzeigen | merkliste öffnen | zeig meine merkliste
        zeige meine merkliste | zeig mir meine merkliste | zeigen sie meine merkliste | zeigen sie mir meine merkliste
        zeig die merkliste | meine merkliste zeigen | meine merkliste anzeigen | merkliste bitte
        zeig meine liste | zeige meine liste | zeig mir meine liste | zeig die liste | zeig mir die liste | meine liste
        zeigen sie meine liste | zeigen sie mir meine liste | was habe ich mir gemerkt | was habe ich gemerkt
        ich hatte was auf der merkliste | ich hatte etwas auf der merkliste
        was steht auf meiner merkliste | merkliste drucken | merkliste ausdrucken | merkliste als pdf""",
    Verb.CHOOSE: """
        von der liste nehmen | von der merkliste nehmen | das von der merkliste nehmen | von der merkliste löschen
        von der merkliste entfernen""",
    Verb.CLEAR: """
        merkliste leeren | meine merkliste leeren | liste leeren | merkliste löschen | meine merkliste löschen""",
    Verb.CODE: """
        code für ein anderes gerät | code für anderes gerät | merkliste auf einem anderen gerät
        code für die merkliste | code für meine merkliste""",
}
_LONGEST = 60


def _plain(text: str) -> str:
    """Lower case, umlauts written either way, without punctuation and double blanks."""
    lower = text.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return " ".join(re.sub(r"[^\w\s]", " ", lower).split())


_VERB_OF = {
    _plain(phrase): verb
    for verb, phrases in _PHRASES.items()
    for line in phrases.strip().splitlines()
    for phrase in line.split("|")
}


def command_in(text: str) -> str | None:
    """The payload of the command that `text` is as a whole, or None."""
    verb = _VERB_OF.get(_plain(text)) if len(text) <= _LONGEST else None
    return None if verb is None else list_payload(verb)
