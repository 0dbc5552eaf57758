"""What only looks like a time: names, greetings, numbers of rooms and paragraphs, telephones, idioms."""
from __future__ import annotations

import re

from knowledge.times.lexicon import MONTHS, WEEKDAYS, any_of

_SURNAMES = any_of(
    [*MONTHS, *WEEKDAYS, "sommer", "winter", "herbst", "fruehling", "ostern", "abend", "morgen", "mittag", "advent",
     "neujahr", "pfingsten", "weihnacht", "silvester", "heute"]
)  # fmt: skip
_TITLES = (
    r"herrn?|frau|hr\.|fr\.|familie|eheleute|dr\.|prof\.|pfarrer(?:in)?|pastor(?:in)?|buergermeister(?:in)?|"
    r"landrat|landraetin|kolleg(?:e|en|in)|firma|ich heisse(?: [a-z]{2,20})?|name ist(?: [a-z]{2,20})?|"
    r"ich bin (?:die|der)"
)
_NUMBERED = (
    r"nr\.?|nummer|art\.?|artikel|abs\.?|absatz|satz|ziffer|kapitel|kap\.|version|release|hausnummer|haus|zimmer|raum|"
    r"seite|s\.|anlage|top|modul|stufe|band|ausgabe|paragraph|paragraf|platz|gruppe|klasse|saal|linie|bus|din|"
    r"iso|az\.?|aktenzeichen|schritt|teil|phase|frage|los|tel\.?|telefon|telefonnummer|handy|mobil|fax|plz|"
    r"postleitzahl|pflegegrad|bauabschnitt|absatzes|option|variante|leader|windows|"
    r"(?<!um )punkt(?= ?\d[\d.]*(?! ?uhr)(?!\d))"
)
_UNITS = (
    r"€|euro|eur\b|prozent|%|km\b|kilometer|m\b|meter|qm\b|m²|kg\b|kilo\b|cent\b|ct\b|grad\b|°|jahre alt|liter|tausend|"
    r"tsd|mio|millionen"
)
_LOOKALIKES = re.compile(
    rf"(?<!\w)(?:{_TITLES}) (?:{_SURNAMES})(?!\w)"
    r"|(?<!\w)(?:guten?|(?:wunder)?schoene[nrsm]?|frohe[nrs]?|angenehme[nrs]?|gesegnete[ns]?|moin,?) "
    r"(?:noch )?(?:einen |ein )?(?:schoene[ns]? |guten |frohe )?"
    rf"(?:morgen|mittag|nachmittag|tag|abend|nacht|wochenende|woche|feierabend|ostern|weihnachten|neues|advent|"
    rf"pfingsten|ersten advent|{any_of(WEEKDAYS)})(?![\w-])(?: zusammen)?"
    r"|^(?:morgen|nabend|mahlzeit)(?= zusammen\b| allerseits\b| ?!)"
    r"|(?<!\w)von (?:heute auf morgen|einem tag auf den anderen)(?!\w)|(?<!\w)heute-journal|(?<!\w)24 ?/ ?7(?!\w)"
    r"|(?<!\w)24 ?h\b|(?<!\w)rund um die uhr(?!\w)|"
    r"(?<!\w)es ist (?:schon |bereits |laengst )?(?:fuenf|5|kurz) (?:vor|nach) (?:zwoelf|12)(?!\w)"
    r"|(?<!\w)(?:lieber heute als morgen|das leben von morgen)(?!\w)"
    r"|(?<!\w)(?:welt|generation|gesellschaft|stadt|dorf|land|ideen|menschen|arbeit|mobilitaet) von "
    r"(?:heute|morgen|gestern)"
    r"|§{1,2} ?\d{1,4}[a-z]?(?:,? (?:abs\.?|absatz|satz|nr\.?) ?\d{1,3}){0,3}"
    rf"|(?<![\w-])(?:{_NUMBERED}) ?:? ?[+(]?\d[\d.,/():+-]{{0,30}}(?: [\d/()-]{{2,12}}){{0,5}}"
    r"(?: (?:bis|und|-) \d{1,3}(?![\d.:])(?! ?uhr))?"
    r"|(?<![\w.,])\+?\(?0\d{2,5}\)?[ /-]{1,3}\d[\d /-]{3,20}|(?<!\w)\+\d{2}[\d /()-]{5,22}"
    r"|https?://\S{1,200}|www\.\S{1,200}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}"
    rf"|(?<![\w.,])\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?![\d])|(?<![\w.,])\d{{1,9}}(?:[.,]\d{{1,2}})?(?:,-)? ?(?:{_UNITS})"
    r"|(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,4}\.\d{1,4}(?!\w)"
    r"|(?<!\w)\d{1,2} ?: ?\d{1,2}(?= (?:gewonnen|verloren|fuer|unentschieden))"
)


def without_lookalikes(text: str) -> str:
    """Folded `text` with blanks („\\0“) over everything that is no time; the length stays."""
    return _LOOKALIKES.sub(lambda found: "\0" * len(found.group()), text)
