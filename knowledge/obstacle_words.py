"""What a told obstacle is about: the kind of it, and the rules and offices that it names.

Both are proposals by words, for lists and figures; the person may put them right. What is not named stays open.
"""
from __future__ import annotations

import re

from knowledge.obstacles import Obstacle

_WORDS: dict[Obstacle, str] = {
    Obstacle.PERMIT: (
        r"genehmig\w*|erlaubnis\w*|bauantr\w+|bauvoranfrage\w*|nutzungsänderung\w*|brandschutz\w*|auflagen?\b|statik\b|"
        r"konzession\w*|denkmalschutz\w*|\w*gutachten|fluchtweg\w*|stellplätze\w*|stellplatz\w*|bebauungsplan\w*|außenbereich|"
        r"sicherheitskonzept\w*|hygiene\w*|sondernutzung\w*|verboten|verbietet|bauordnung\w*|lärmschutz\w*|zulassung\w*"
    ),
    Obstacle.LAW: (
        r"gesetz\w*|\w+recht\b|\w+rechts\b|vorschrift\w*|verordnung\w*|paragra\w+|§|gemeinnützigkeit\w*|umsatzsteuer\w*|"
        r"haftpflicht\w*|haftung\w*|personenbeförderung\w*|mindestlohn\w*|vergaberegel\w*|vergaberecht\w*|gema\b|\w*satzung\w*|"
        r"besserstellung\w*|residenzpflicht|anerkannt|anerkennung\w*|aberkannt|versicher\w*"
    ),
    Obstacle.FINANCE: (
        r"geld\w*|eigenanteil\w*|eigenmittel\w*|vorfinanz\w*|zuschuss\w*|zuschüsse\w*|förder(?:geld|mittel|antrag|ung|programm)\w*|"
        r"kosten\b|kostet|gebühr\w*|miete\b|euro\b|zu teuer|bezahl\w*|spenden\w*|auslegen|haushaltssicherung|konto\b|kredit\w*"
    ),
    Obstacle.BUREAUCRACY: (
        r"bürokrat\w*|papierkram|formular\w*|nachweis\w*|amtsschimmel|zuständig\w*|antwortet\w*|(?:keine|ohne) (?:antwort|rückmeldung)|"
        r"warten\b|wartezeit\w*|sachbearbeit\w*|schieb\w+ (?:\w+ ){0,4}zu|von pontius|hin und her|fristen?\b|bearbeitungszeit\w*|"
        r"funkstille|antr[äa]ge?\b|bescheid\w*|verwendungsnachweis\w*|stellungnahme\w*|ausfüllen"
    ),
    Obstacle.STAFF: (
        r"fachkräfte\w*|fachkraft\w*|personal\w*|hauptamt\w*|personalmangel|stellen? (?:nicht )?besetz\w*|pflegekräfte\w*|"
        r"lehrkräfte\w*|kein\w* (?:arzt|ärzt\w+|erzieher\w*)"
    ),
    Obstacle.VOLUNTEERS: (
        r"ehrenamt\w*|freiwillige\w*|helfer\w*|nachwuchs\w*|mitstreiter\w*|vorstand (?:finden|gesucht)|aufwandsentschädigung|"
        r"übungsleiter\w*|niemand (?:mehr )?mitmach\w*"
    ),
    Obstacle.COOPERATION: (
        r"reden nicht miteinander|(?:arbeiten|reden) nicht (?:mit|zusammen)|kooperation\w*|zusammenarbeit\w*|"
        r"widersprechen sich|schieben sich|will (?:uns )?nicht mitmachen|kein\w* partner\w*|absprach\w*"
    ),
    Obstacle.ACCEPTANCE: (
        r"akzeptanz|anwohner\w*|nachbarn? (?:sind|ist|klag\w*|beschwer\w*)|gegenwind|widerstand|vorurteil\w*|"
        r"beschweren sich|anfeindung\w*|misstrauen|ablehnung im dorf|dagegen sind"
    ),
    Obstacle.DIGITAL: (
        r"digital\w*|internet\w*|glasfaser\w*|breitband\w*|mobilfunk\w*|funkloch\w*|online\w*|portal\w*|software|website\w*|"
        r"kein netz|smartphone\w*|wlan"
    ),
    Obstacle.DATA_PROTECTION: r"datenschutz\w*|dsgvo|einwilligungserklärung\w*|personenbezogen\w*|schweigepflicht",
    Obstacle.ROOMS: (
        r"räume?\b|räumlichkeit\w*|raum\b|leerstand\w*|leer ?steh\w*|steht leer|gebäude|turnhalle\w*|vereinsheim\w*|gewerberaum|"
        r"kein\w* (?:raum|räume|platz)|grundstück\w*"
    ),
    Obstacle.MOBILITY: (
        r"bus\b|busse\b|rufbus\w*|bürgerbus\w*|mitfahr\w*|fahrdienst\w*|bahn\b|bahnhof\w*|zug\b|nahverkehr|öpnv|radweg\w*|"
        r"haltestelle\w*|linienkonzession\w*|fährt nicht|fahrer\w*"
    ),
    Obstacle.KNOWLEDGE: (
        r"wissen nicht(?:,)? (?:wie|wo|wer|wen|was)|weiß (?:niemand|keiner)|unübersichtlich|kein\w* (?:beratung|auskunft|überblick)|"
        r"niemand (?:kann|konnte) (?:uns |mir )?(?:sagen|erklären)|kennt sich (?:niemand|keiner)|versteht (?:niemand|keiner|kein mensch)|"
        r"fehlt\w* (?:uns )?(?:das )?wissen"
    ),
    Obstacle.CONTINUATION: (
        r"verstetig\w*|dauerhaft\w*|projektförderung\w*|nach (?:dem )?projektende|förderung läuft aus|läuft aus|anschlussfinanz\w*|"
        r"nur (?:für )?ein jahr|immer (?:etwas )?neue[sn]?|regelfinanzierung|befristet\w*"
    ),
}
_KINDS = {kind: re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE) for kind, words in _WORDS.items()}
_OFFICE_AT_ALL = re.compile(
    r"(?<!\w)(?:\w*(?:amt|ämter|ämtern|behörde|behörden|aufsicht|ministerium)|amts?\b|abgelehnt|ablehnung\w*|unterlagen)(?!\w)",
    re.IGNORECASE,
)
"""An office or a refusal, and nothing that tells more."""
_RANK = {kind: rank for rank, kind in enumerate(_WORDS)}
"""Where two kinds have as many words, the earlier one is nearer to what can be changed."""
_SPECIAL = (
    Obstacle.DATA_PROTECTION, Obstacle.CONTINUATION, Obstacle.MOBILITY, Obstacle.ROOMS, Obstacle.VOLUNTEERS, Obstacle.DIGITAL,
)  # fmt: skip
"""Kinds whose words often tell only what the project is: they count a little less than a rule, an office or money."""

_NOT_AN_OFFICE = frozenset(
    "ehrenamt ehrenämter hauptamt hauptamtlich gesamt insgesamt amt ämter amtes behörde behörden nebenamt samt aufgabenordnung "
    "unordnung tagesordnung anordnung zuordnung hausordnung gesetz gesetze gesetzes verordnung verordnungen satzung satzungen "
    "richtlinie richtlinien vorschrift vorschriften ordnung beirat vorrat verrat".split()
)
_NAMED = re.compile(
    r"§+\s?\d+[a-z]?(?:\s(?:Abs\.|Absatz)\s?\d+)?(?:\s[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,9}(?![\w]))?|"
    r"(?<!\w)(?:[\wäöüß-]*(?:amt|amtes|ämter|ämtern|behörde|behörden|ministerium|ministeriums|ministerien|verwaltung|gericht|aufsicht|"
    r"rathaus|jobcenter|kasse|direktion|verordnung|gesetz|gesetzes|ordnung|satzung|richtlinie|gesetzbuch|recht|schutz|"
    r"änderung|genehmigung|konzession|plan|auflagen?|gebühr(?:en)?|pflicht|kammer|register|betrieb|zuwendung)|"
    r"gema|dsgvo|leader|notar\w*|netzbetreiber|bauvoranfrage|bauantrag)(?!\w)",
    re.IGNORECASE,
)
_ENDINGS = (("ämtern", "amt"), ("ämter", "amt"), ("amtes", "amt"), ("amts", "amt"), ("behörden", "behörde"), ("gesetzes", "gesetz"),
            ("ministeriums", "ministerium"), ("ministerien", "ministerium"), ("auflagen", "auflage"), ("gebühren", "gebühr"),
            ("genehmigungen", "genehmigung"), ("rechts", "recht"), ("schutzes", "schutz"), ("änderungen", "änderung"))  # fmt: skip
_PLAIN = frozenset(
    "recht plan schutz änderung pflicht kasse betrieb kammer register verwaltung aufsicht gericht genehmigung konzession auflage "
    "auflagen gebühr gebühren direktion zuwendung unrecht zurecht sparkasse vorkasse krankenkasse nachtrag "
    "verkehrsbetrieb bauernbetrieb gastbetrieb handwerksbetrieb busbetrieb".split()
)
"""Words that name no certain rule or office."""
_CERTAIN = frozenset("krankenkasse pflegekasse unfallkasse genehmigung auflage".split())


def words_for(text: str) -> dict[Obstacle, float]:
    """Kind → how many words of `text` speak for it, where there is any."""
    counts = {kind: len({one.group().lower() for one in words.finditer(text)}) for kind, words in _KINDS.items()}
    return {kind: number - 0.5 * (kind in _SPECIAL) for kind, number in counts.items() if number}


def proposed_sort(text: str) -> Obstacle | None:
    """The kind that most words of `text` speak for, or None if no word tells one."""
    weighed = words_for(text)
    if not weighed and _OFFICE_AT_ALL.search(text):
        return Obstacle.BUREAUCRACY
    return min(weighed, key=lambda kind: (-weighed[kind], _RANK[kind]), default=None)


def named_rules(text: str) -> tuple[tuple[int, int, str], ...]:
    """The rules and offices that `text` names: where each stands, and how it is counted („bauamt“, „§ 34 baugb“)."""
    found = []
    for one in _NAMED.finditer(text):
        counted = _counted(one.group())
        if counted:
            found.append((one.start(), one.end(), counted))
    return tuple(found)


def _counted(written: str) -> str:
    """The name in one form, so that „Bauamtes“ and „Bauamt“ are counted together; empty if it names nothing certain."""
    name = " ".join(written.lower().replace("§§", "§").split())
    if name.startswith("§"):
        return re.sub(r"^§\s?", "§ ", name)
    for ending, base in _ENDINGS:
        if name.endswith(ending):
            name = name.removesuffix(ending) + base
            break
    is_plain = name in _PLAIN and name not in _CERTAIN
    return "" if is_plain or name in _NOT_AN_OFFICE or len(name) < 4 else name
