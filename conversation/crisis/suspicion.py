"""For the second net: of which kind the need is that only the classifier has seen, and what merely sounds like need.

The classifier knows no kinds. Single words are enough to choose among the numbers to name, since somebody is in need
anyway; they would be far too little to find it.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversation.crisis.finding import CrisisKind, is_figure_of_speech
from knowledge.folding import fold

if TYPE_CHECKING:
    from knowledge.understanding import Understanding

_FEW_WORDS = 4

_HINTS = {
    CrisisKind.CHILD: (
        r"\b(?:papa|mama|stief\w+|onkel|trainer|lehrer\w*|mitschueler\w*|klasse|schule|schulhof|klassenkamerad\w*|bub|"
        r"nachbarskind\w*|baby)\b|\bbin (?:[5-9]|1[0-7])\b|\b(?:kinder|kind|junge|maedchen)\b.*\b(?:allein|weint|schreit|schlaeg)"
    ),
    CrisisKind.VIOLENCE: (
        r"mein\w* (?:ex|mann|freund|partner|frau|bruder|sohn|enkel)\b|\bex(?:mann|freund|frau)?\b|schl(?:ag|aeg|ug)|hau(?:t|en)\b|"
        r"gewalt|droht|bedroh|verfolg|folgt|stalk|lauer|vor meiner tuer|nacktbild|zwing|begrapsch|begrabsch|belaestig|"
        r"angst vor|einsperr|sperrt|eingesperrt|knallt|schubs|grob\b|laesst mich nicht|heiraten|messer|pfleger"
    ),
    CrisisKind.MEDICAL: (
        r"fieber|schmerz|\bweh\b|\barzt|doktor|kotz|uebel|erbrech|durchfall|geschwollen|umgeknickt|ausschlag|juckt|notdienst|"
        r"bauch|zahn|husten|gebrochen"
    ),
    CrisisKind.SUICIDE: (
        r"\bleben|sterb|\btod|\btot\b|suizid|selbstmord|sinn\b|aufwachen|verschwind|vermiss|schluss|abschied|klinge|"
        r"tabletten|pillen|seele|\bgott|himmel|\bwelt\b|wozu|\bende\b|kann nicht mehr|mag nicht mehr|existier|einsam|ruhe"
    ),
    CrisisKind.LIFE_DANGER: (
        r"blut|atme|\bluft\b|bewusstlos|ohnmaecht|\bgas|feuer|flamm|brennt|unfall|gefallen|gestuerzt|verschluckt|vergift|"
        r"ertrink|teich|krampf|klemmt|umgekippt|umkippt|getrunken|spuelmittel"
    ),
}
"""Kind → how its words begin, folded; of two that are told equally often the first one counts."""
_OF_OFFICES_AND_CLUBS = re.compile(
    r"\b(?:bescheid|antrag\w*|formular\w*|frist\w*|verein\w*|vorstand\w*|vorsitz\w*|kassenwart\w*|kassierer\w*|sitzung\w*|"
    r"satzung\w*|rechnung\w*|termin\w*|foerder\w*|projekt\w*|gemeinderat\w*|premiere|tempo 30|zebrastreifen|buerokratie|"
    r"papierkram|ehrenamt\w*|feuert|kuendigt|kuendigung|job|haftet|genehmigung\w*|krach|laerm)\b|\bhut\b|blicke nicht mehr durch|"
    r"keinen arzt mehr|mehr zeit|zettel\w*|\b(?:fast|beinahe|um ein haar|beinah)\b|"
    r"\bgeht\b.{0,12}\b(?:keiner|niemand|nie)\b.{0,12}\b(?:ran|hin)\b|warteschleife|anrufbeantworter"
)
"""What people complain of in words as strong as those of need, and what has nearly happened."""
_SWEARING = re.compile(
    r"\b(?:mist|verdammt\w*|verflixt\w*|zugenaeht|kruzifix|donnerwetter|herrgott\w*|menno|scheibenkleister|kaese|schmarrn|"
    r"mensch meier|krieg\w* die krise)\b"
)
_TELLS_OF_ONESELF = re.compile(
    r"\b(?:bin|ist|sind) (?:auch |von geburt an |selbst |sehr |fast |leider )?(?:taubblind|blind|taub|gehoerlos|schwerhoerig|"
    r"sehbehindert|behindert|autist\w*|chronisch krank|dement)\b|"
    r"\b(?:habe|hab|hat|haben|mit) (?:auch |seit \w+ )?(?:krebs|diabetes|demenz|rheuma|parkinson|alzheimer|ms|"
    r"eine behinderung)\b|"
    r"\bkann (?:das )?nicht mehr so gut\b|\bangst vor (?:dem )?telefon\w*|"
    r"\b(?:nach der|zur|wegen der) (?:beerdigung|trauerfeier|beisetzung)\b|"
    r"\bmein\w* (?:sohn|tochter|enkel\w*|mann|frau) (?:macht|schreibt|erledigt|bucht) (?:das|es) fuer "
    r"(?:mich|uns)\b"
)
"""A disability or a long illness: told so that one is answered in the right way, and no emergency by itself."""
_NEEDS_HELP_TO_TAKE_PART = re.compile(
    r"\b(?:rollstuhl\w*|rollator\w*|gehbehindert\w*|gehstock|kruecken|hoergeraet\w*|gebaerden\w*|blindenhund|stotter\w*)\b|"
    r"\b(?:hoere|sehe|laufe|gehe) (?:\w+ ){0,2}schlecht\b|\bkann (?:\w+ )?(?:schlecht|nicht (?:so |sehr )?gut) "
    r"(?:hoeren|sehen|laufen|gehen|lesen)\b|"
    r"\bbrauche (?:\w+ ){0,2}(?:mehr zeit|pausen)\b|\bkeine treppen?\b|\bautist\w*|\bkinderbetreuung\b|"
    r"\bpflege (?:\w+ )?(?:mutter|vater|eltern|angehoerige\w*)\b|\b(?:mutter|vater|eltern|angehoerige\w*) pflegen\b|"
    r"\bnicht (?:mehr|laenger|so lange) warten\b"
)
"""What somebody needs to take part: a wheelchair, more time, no stairs, or care for others meanwhile."""
_DESPAIR = re.compile(
    r"\b(?:will|wollen|mag|kann|koennen|schaffe?|pack\w*) (?:\w+ ){0,3}nicht mehr\b(?! (?:so|laenger|lange|warten))|"
    r"\bnicht (?:mehr )?aus(?:halten|zuhalten)?\b|verzweif|\bzu viel\b|\bkaputt\b|\bam ende\b|\bwein\w*\b|\bkeine kraft\b|"
    r"\bganz allein\b|\bpanik\b|\bschmerz|\bsinnlos|\bhoffnungslos"
)
"""Beside what somebody tells of themselves, these make it more than an answer."""
_CHOOSES = re.compile(
    r"(?:(?:ja|jo|ok|okay|gut|dann|also) )*(?:(?:ich|wir) )?(?:(?:den|das|diesen) )?nehm(?:e|en)? (?:(?:ich|wir) )?"
    r"(?:(?:dann|halt|gerne?|bitte|lieber) )*(?:(?:den|die|das) (?:da|hier|ersten?|zweiten?|dritten?|letzten?) )?"
    r"(?:(?:bitte|gerne?) )?|"
    r"(?:(?:bitte|ganz|so|moeglichst) )*(?:schnell|eilig) (?:(?:bitte|wie moeglich) )?|es eilt (?:sehr )?|bitte beeilen "
)
"""Folded, as the whole message: „den nehm ich“, „schnell“. As a classifier hears it, somebody takes something, or calls."""
_ONLY_WHERE = re.compile(
    r"(?:(?:hier|da|bei uns|bei mir) )*(?:in|im|auf) (?:(?:mein|unser)(?:e[mr])?|unsre[mr]|de[mr]) "
    r"(?:garten|strasse|dorf|ort|ortsteil|stadt|stadtteil|viertel|gemeinde|siedlung|nachbarschaft|gegend|region|"
    r"landkreis|kreis|land) "
)
"""Folded, as the whole message: „in meinem Garten“, an answer to where something shall be."""
_ONLY_WHO = re.compile(r"(?:(?:also|hallo|ja|nur|wir) )*sind (?:nur |bloss )?(?:ein|eine|ne) (?:\w+ )?\w+ ")
"""Folded, as the whole message: „wir sind eine GbR“, „wir sind ein kleiner Chor“."""
_NEVER_HARMLESS = re.compile(
    r"\bleben\b|sterb|\btot\b|\btod\b|umbring|suizid|selbstmord|schlaeg|schlag|schlug|blut|atme|verletz|messer|tabletten|pillen|springe|"
    r"\bstrick|vergewaltig|missbrauch|fass\w* mich|feuer\b|hilfe|"
    r"stecken ?geblieben|eingeklemmt|verirrt|eiskalt|erfrier"
)


def suspected_kind(text: str) -> CrisisKind | None:
    """The kind that most words of `text` point to; None if none do."""
    folded = fold(text)
    counted = {kind: len(re.findall(pattern, folded)) for kind, pattern in _HINTS.items()}
    best = max(counted, key=lambda kind: counted[kind])
    return best if counted[best] else None


def may_be_everyday(text: str) -> bool:
    """Whether `text` uses strong words of offices, clubs and deadlines, a figure of speech, or tells of a disability or a
    long illness, and has no word of need.

    Such a message is asked back, with 112 first, however sure the classifier is.
    """
    folded = fold(text)
    if _NEVER_HARMLESS.search(folded):
        return False
    everyday = _OF_OFFICES_AND_CLUBS.search(folded) or only_chooses(text) or only_tells_where(text)
    return bool(everyday) or tells_of_oneself(text) or is_figure_of_speech(text)


def only_chooses(text: str) -> bool:
    """Whether a message does nothing but take one of what was offered, or says that it is urgent."""
    return bool(_CHOOSES.fullmatch(_words(text)))


def only_tells_where(text: str) -> bool:
    """Whether a message names nothing but somebody's own street, garden or village."""
    return bool(_ONLY_WHERE.fullmatch(_words(text)))


def only_tells_who(text: str) -> bool:
    """Whether a message says nothing but what kind of group writes; too little to hear an emergency in it."""
    return bool(_ONLY_WHO.fullmatch(_words(text))) and not _NEVER_HARMLESS.search(fold(text))


def _words(text: str) -> str:
    """Folded, each with a blank behind it."""
    return "".join(f"{word} " for word in re.findall(r"\w+", fold(text)))


def tells_of_oneself(text: str) -> bool:
    """Whether somebody tells of a disability, a long illness, or what they need to take part, and has no word of need.

    Where a form asks something that is an answer like any other.
    """
    folded = fold(text)
    if _NEVER_HARMLESS.search(folded) or _DESPAIR.search(folded):
        return False
    if _TELLS_OF_ONESELF.search(folded):
        return True
    return suspected_kind(text) is None and _NEEDS_HELP_TO_TAKE_PART.search(folded) is not None


def only_swears(text: str) -> bool:
    """Whether `text` is a few words that swear and mean nobody, with none of need: „verflixt und zugenäht“."""
    folded = fold(text)
    if len(text.split()) > _FEW_WORDS or _NEVER_HARMLESS.search(folded) or suspected_kind(text) is not None:
        return False
    return bool(_SWEARING.search(folded))


def names_only_the_field(read: Understanding) -> bool:
    """Whether a message is nothing but some words of the field: „Demenz WG“, „Niedersachsen, ambulant“.

    Too few words for the classifier to tell anything, and none of them of need.
    """
    words = len(read.text.split())
    named = len({entity.start for entity in read.entities if entity.entity != "uhrzeit"})
    sounds_bad = _NEVER_HARMLESS.search(fold(read.text)) or suspected_kind(read.text)
    return words <= _FEW_WORDS and 0 < words <= named * 2 and not sounds_bad
