"""Which of its buttons a typed message about data protection means: a closed list of patterns.

Asked where the classifier has found the need `datenschutz`. What nothing fits is answered in general, and nothing is
deleted without the question before. The objection, of which the first message speaks, is found before Rasa is asked.
"""
from __future__ import annotations

import re

from knowledge.folding import fold
from wording.my_data import Verb, my_data_payload

_LONGEST = 100
"""Characters of an objection that is nothing else."""

_REVIEW = r"auswert|durchs[ie]cht|durchsehen|qualitaet|mitles|verbesser|nachles|review|einsehen"
_OBJECT = re.compile(rf"(?:widersprech|widerspruch|einspruch).*(?:{_REVIEW})|(?:{_REVIEW}).*(?:widersprech|widerspruch|einspruch)")
_WITHDRAW = re.compile(
    r"(?:einwilligung|zustimmung|einverstaendnis).*(?:zurueck|widerruf|streich|entzieh|zieh)|widerruf\w*.*(?:einwilligung|zustimmung)"
)
_EXPORT = re.compile(
    r"\bexport|datenexport|daten ?export|exportier|herunterlad|runterlad|download|mitnehm|mitgeb|\bkopie\b|"
    r"als (?:datei|pdf|json|text)|"
    r"\bauszug\b|uebertragbar|(?:schick|sende)\w* .*\b(?:daten|alles|was)\b"
)
_DELETE = re.compile(
    r"\bloesch|geloescht (?:wird|werden|haben)|\bloeschung|loeschen|entfern|vernicht|\bvergiss|vergessen(?:werden)?\b|"
    r"\bweg(?:mach|schmeiss|werf)|(?:mach|schmeiss|tu)\w* .*\bweg\b|\bwieder (?:raus|weg)\b|nicht (?:mehr )?(?:behalten|speichern)|"
    r"\braus ?nehm|nichts (?:mehr )?von mir|\b(?:speicherung|verarbeitung)\b.*widersp|widersp.*\b(?:speicherung|verarbeitung)\b"
)
_ONLY_ASKS = re.compile(
    r"\b(?:wann|wie lange)\b|\birgendwann\b|^(?:wird|werden|loescht (?:ihr|man)|habt ihr)\b(?!.*\b(?:bitte|moechte|will|koennen|"
    r"kann)\b)"
)
_SHOW = re.compile(
    r"was (?:wissen|wisst|weisst|weiss|speicher|habt|haben|hast|steht|ist|liegt|wird)\b.*(?:mich|mir|gespeichert|von uns)|"
    r"was speicher|welche\w* .*(?:daten|angaben|informationen)|auskunft|artikel 15|art\.? ?15|"
    r"(?:zeig|nenn)\w* .*\b(?:daten|angaben)\b|was .*\bgespeichert\b|wird (?:das|mein) .*gespeichert|speichert ihr"
)
_ELSE = re.compile(r"rechtsgrundlage|\bserver|\bgeb(?:en|t)\b.*\bweiter|\busa\b|amerika")
_OBJECTION = re.compile(
    r"(?:hiermit |bitte )?(?:ich )?(?:moechte |will )?(?:widersprech\w*|widerspruch|(?:lege )?(?:ich )?widerspruch)(?: ich)?(?: dem)?"
    r"(?: gegen)?(?: hiermit)?(?: der| die| dieser| jeder| einer)?(?: geschwaerzten?)?"
    r"(?: auswertung| durchsicht| pruefung| qualitaetspruefung)?(?: (?:meines|dieses|von|meiner) gespraech\w*)?(?: ein)?"
    r"|ich (?:moechte|will) (?:der|dieser|einer) (?:auswertung|durchsicht)(?: (?:meines|dieses) gespraech\w*)? widersprechen"
)


def command_in(text: str) -> str | None:
    """The payload of the objection if `text` is one as a whole, such as „Ich widerspreche der Auswertung“; else None."""
    plain = _plain(text) if len(text) <= _LONGEST else ""
    return my_data_payload(Verb.OBJECT) if plain and _OBJECTION.fullmatch(plain) else None


def wish_in(text: str) -> Verb | None:
    """What somebody wants done with what is stored of them; None for any other question about it."""
    plain = _plain(text)
    if _OBJECT.search(plain):
        return Verb.OBJECT
    if _WITHDRAW.search(plain):
        return Verb.WITHDRAW
    if _EXPORT.search(plain):
        return Verb.EXPORT
    if _DELETE.search(plain) and not _ONLY_ASKS.search(plain):
        return Verb.DELETE
    return Verb.SHOW if _SHOW.search(plain) and not _ELSE.search(plain) else None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|(?<!art)\.", " ", fold(text)).split())
