"""Trouble that is urgent and none of ours: a burst pipe, a lost key, no current, a dog that ran away.

Kindly said, with what everybody knows (112, 110) and the town, since nothing else about the place is known.
"""
from __future__ import annotations

import re

from wording.reply import Reply

_OURS = re.compile(
    r"förder|foerder|antrag|verein|projekt|idee|haft|versicher|gründ|gruend|geld|zuschuss|kurs|genehmig|finanzier", re.IGNORECASE
)
"""Who asks about money, law or a project means something else."""
_LOST = r"(?:verloren|weg|vergessen|verschwunden|liegen\sgelassen|gestohlen|geklaut|nicht\smehr\sda)"
_GONE = r"(?:weggelaufen|entlaufen|abgehauen|weg|verschwunden|ausgebüxt|ausgebuext|entflogen)"
_TROUBLES = (
    (
        re.compile(r"rohrbruch|rohr (?:ist )?(?:gebrochen|geplatzt)|wasser(?:leitung|rohr) (?:ist )?(?:geplatzt|kaputt|gebrochen)|"
                   r"keller (?:ist |steht |läuft )?(?:unter wasser|voll ?gelaufen|überflutet)|wasser (?:läuft|tropft) (?:aus|von|durch) de[rn]? (?:decke|wand|leitung)",
                   re.IGNORECASE),
        "Wer bei Ihnen zuständig ist, sagt Ihnen Ihre Hausverwaltung oder Ihre Stadt oder Gemeinde. Sind Menschen in Gefahr, "
        "rufen Sie die Feuerwehr: 112.",
    ),
    (
        re.compile(rf"schlüssel.{{0,25}}{_LOST}|{_LOST}.{{0,15}}schlüssel|(?:habe|hab|bin).{{0,15}}ausgesperrt|tür.{{0,15}}zugefallen|"
                   rf"(?:geldbeutel|portemonnaie|geldbörse|handy|ausweis|brieftasche).{{0,25}}{_LOST}", re.IGNORECASE),
        "Nach Verlorenem können Sie bei Ihrer Stadt oder Gemeinde fragen. Bei einem Diebstahl oder in Gefahr hilft die Polizei: "
        "110.",
    ),
    (
        re.compile(r"stromausfall|strom (?:ist )?(?:weg|ausgefallen|aus)\b|kein(?:en)? strom|heizung (?:ist )?(?:kaputt|ausgefallen|geht nicht)|"
                   r"kein(?:e)? (?:warmes wasser|heizung)", re.IGNORECASE),
        "Wer bei Ihnen zuständig ist, sagt Ihnen Ihre Hausverwaltung oder Ihre Stadt oder Gemeinde. Ist dadurch jemand in "
        "Lebensgefahr, rufen Sie 112.",
    ),
    (
        re.compile(rf"(?:hund|katze|kater|wellensittich|papagei|hase|kaninchen|pferd|kuh|schaf).{{0,25}}\b{_GONE}|"
                   rf"{_GONE}.{{0,15}}\b(?:hund|katze|kater)|(?:hund|katze) (?:gefunden|zugelaufen)", re.IGNORECASE),
        "Fragen Sie bitte bei Ihrer Stadt oder Gemeinde. Bringt ein Tier auf einer Straße Menschen in Gefahr, rufen Sie 110.",
    ),
)  # fmt: skip
_LEAD = "Das ist ärgerlich. Dafür bin ich aber nicht da: Ich helfe bei Ideen für das Gemeinwohl."


def everyday_trouble_reply(text: str) -> Reply | None:
    """Who can help with the trouble that `text` tells, or None if it tells none of these."""
    if _OURS.search(text):
        return None
    advice = next((words for pattern, words in _TROUBLES if pattern.search(text)), None)
    return None if advice is None else Reply(f"{_LEAD} {advice}", outcome="NOT_OURS")
