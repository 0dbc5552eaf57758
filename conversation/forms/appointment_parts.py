"""What a message tells for an advisory session: topic, form, length and what somebody needs to take part. Pure."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Iterable, Mapping

from conversation.forms.model import Spotted
from conversation.forms.slot_choice import heard_wish, plain_wish
from conversation.masking.model import PLACEHOLDERS
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.wish import TimeWish
from knowledge.understanding import Understanding
from office.appointments.topics import session_topics

_AREA = (
    r"(?:dorf|ort\b|ortschaft|ortsteil|stadt\b|stadtteil|viertel|kiez|gemeinde\b|landkreis|kreis\b|region|gegend|nähe|"
    r"umgebung|straße)"
)
"""„der Laden bei uns im Dorf“ tells where something is, not where to talk."""
_FORMATS: Mapping[SessionFormat, re.Pattern[str]] = {
    SessionFormat.VISIT: re.compile(
        r"\b(?:(?:zu|bei) (?:uns|mir) (?:kommen|vorbei|nach hause|vor ort|vorbeikommen)|kommen sie (?:zu|bei) (?:uns|mir)|kommt (?:ihr|jemand) (?:zu|bei) "
        r"(?:uns|mir)|besuch(?:en sie uns|t uns| bei uns)?|hausbesuch|"
        rf"bei uns (?:im|in der) (?!{_AREA})\w+|(?:persönlich|vor ort|gerne?|bitte|lieber) bei uns)\b",
        re.IGNORECASE,
    ),
    SessionFormat.PHONE: re.compile(r"\b(?:telefonisch\w*|(?:am|per|übers?|ueber|mit|nur) telefon|telefonat|telefontermin|telefonieren|telefonberatung|"
                                    r"anrufen|angerufen|ruf(?:en|t)? (?:sie )?(?:mich|uns) an|(?<!\[)telefon)\b",
                                    re.IGNORECASE),
    SessionFormat.VIDEO: re.compile(
        r"\b(?:video\w*|zoom|teams|skype|bigbluebutton|bbb|jitsi|online\w*|virtuell|webcam|bildschirm\w*)\b", re.IGNORECASE
    ),
    SessionFormat.ON_SITE: re.compile(
        r"\b(?:persönlich\w*|persoenlich\w*|vor ort|vorbeikommen|in präsenz|praesenz|präsenz|vis a vis|im büro|im buero|"
        r"(?<!termin )(?<!beratung )(?<!gespräch )(?:bei ihnen|bei euch)|"
        r"hinkommen|komme (?:zu ihnen|vorbei)|face to face)\b", re.IGNORECASE,
    ),
}  # fmt: skip
"""In this order: „bei uns vor Ort“ is a visit."""
_NOT = re.compile(r"\b(?:nicht|kein\w*|ohne|bloß nicht|nix|ungern|statt|außer)\b[\w ]{0,12}$", re.IGNORECASE)
_LENGTHS: Mapping[str, re.Pattern[str]] = {
    "60": re.compile(r"\b(?:(?:eine?|1|ganze) (?:ganze )?stunde|60 ?min\w*|stündig|einstündig)\b", re.IGNORECASE),
    "30": re.compile(r"\b(?:halbe stunde|halbstündig|30 ?min\w*|dreißig minuten|kurz(?:er|en)? termin|kurzes gespräch)\b", re.IGNORECASE),
}
_ACCESS: Mapping[AccessNeed, re.Pattern[str]] = {
    AccessNeed.STEP_FREE: re.compile(r"\b(?:rollstuhl\w*|rollator\w*|gehbehindert\w*|stufenlos|barrierefreie[rnms]? (?:zugang|eingang|raum|räume)|"
                                     r"keine treppen?|ohne (?:treppen?|stufen))\b", re.IGNORECASE),
    AccessNeed.SIGN_LANGUAGE: re.compile(r"\b(?:gebärden\w*|gebaerden\w*|dgs|gehörlos\w*|gehoerlos\w*|taub)\b", re.IGNORECASE),
    AccessNeed.PLAIN_LANGUAGE: re.compile(r"\b(?:einfache[rn]? sprache|leichte[rn]? sprache)\b", re.IGNORECASE),
    AccessNeed.WRITTEN: re.compile(r"\b(?:schwerhörig\w*|schwerhoerig\w*|höre schlecht|mitschreiben|mittippen|schriftlich mit\w*|hörgerät\w*)\b",
                                   re.IGNORECASE),
    AccessNeed.MORE_TIME: re.compile(r"\b(?:mehr zeit (?:brauche|für)|brauche mehr zeit|stotter\w*|aphasie|langsam sprech\w*)\b", re.IGNORECASE),
}  # fmt: skip
_TOPIC = re.compile(
    r"\b(?:zu[mr]?|über|ueber|wegen|bezüglich|bzgl\.?|betreffs?|thema:?|rund um|geht (?:es )?um|gehts um|bei (?:der|unserem|meinem)) "
    r"(?P<topic>(?:[^,;.!?\n]|(?<=\d)\.){3,160})",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bfür (?:de[rn]|die|das|eine[nrm]?|ein|unser\w*|mein\w*) (?P<topic>(?:[^,;.!?\n]|(?<=\d)\.){3,160})", re.IGNORECASE
)
"""Less sure than _TOPIC: „für unsere Sitzung am Montag“ tells when, so here the topic has to be a known one."""
_NO_TOPIC = re.compile(
    r"^(?:de[rmn] |eine[rmn]? )?(?:beratung\w*|termin\w*|gespräch\w*|ihnen|euch|uns|mir|zeit\b|nächst\w*|naechst\w*|sprechstunde\w*|"
    r"einem menschen|frühest\w*|hause|\d)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de[rmns]|die|das|eine[rmns]?) ")
_TOPIC_END = re.compile(
    r"\s+(?:und (?:ich |wir )?(?:brauchen?|benötigen?)|am liebsten|am besten|möglichst|per|telefonisch|bitte|gern[e]?|"
    r"und zwar|ich (?:bin|habe|kann)|wir sind|(?:eine?n?|der|die|den) (?:\w+ )?(?:termin|beratung)\w*|vereinbaren|buchen|"
    r"ausmachen|machen|haben|sprechen|reden)\b.*$",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(r"\b(?:(?:erst|beratungs)?(?:termine?|beratung|gespräch)|sprechstunde)\b", re.IGNORECASE)
"""The word for a session among others that are no sentence."""
_BESIDE_KEYWORDS = re.compile(
    r"\b(?:ich|wir|brauchen?|bräuchten?|suchen?|möchten?|hätten?|wollen|will|buchen|vereinbaren|ausmachen|gerne?|bitte|"
    r"dringend|mal|neue[rn]?|ein(?:en?|e[rm])?|hallo|guten tag|moin|in|im|bei|aus|am|um|ab|und|für|zu|zum|zur|per|thema|ort|"
    r"kreis|raum|region)\b",
    re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(
    r"[?]|\b(?:uns|mir|mich|sie|ihr|er|es|man|nicht|kein\w*|ist|sind|war|haben?|hat|kann|können|muss|müssen|dass|weil|wenn|"
    r"mein\w*|unser\w*|de[rmn]|die|das|wie|was|wer|wann|wo)\b",
    re.IGNORECASE,
)
_MOST_KEYWORDS = 5
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
"""What stands in a message for a name or a number that nobody had asked for."""
_ASKS = (
    r"^\W*(?:(?:und|aber|ja|ok|okay|gut|nein|moment|hallo|guten tag|ach|achso)\b[,.! ]*)*(?:was|wie ?viele?|"
    r"kostet|kosten|muss|m(?:ü|ue)ssen|"
    r"wie (?:läuft|laeuft|lange|geht|funktioniert)|wer ber(?:ä|ae)t|ist|sind|kann|k(?:ö|oe)nnen|k(?:ö|oe)nnte|darf)\b"
)
_ABOUT_SESSIONS = re.compile(
    rf"{_ASKS}.*\b(?:kostet|kosten|bezahl\w*|zahlen|kostenlos|kostenfrei|umsonst|gratis|geb(?:ü|ue)hr\w*|dauert|"
    rf"(?:ab)?l(?:ä|ae)uft|mitbringen|"
    r"vorbereiten|funktioniert|vertraulich|ber(?:ä|ae)t|geht das|ohne (?:einen )?(?:beratungs)?termin)\b",
    re.IGNORECASE,
)
_CHANGED_LATER = re.compile(
    rf"{_ASKS}.*\b(?:sp(?:ä|ae)ter|noch|notfalls|eventuell|auch|wieder|danach|nachher)\b.*\b(?:verschieben|verlegen|"
    rf"absagen|stornieren|(?:ä|ae)ndern|umbuchen)\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:das|es|man|sie|ihr|ihnen|euch|(?:beratungs)?termin\w*|beratung\w*|gespr(?:ä|ae)ch\w*)\b", re.IGNORECASE
)
_LONGEST_QUESTION = 14


def asks_about_sessions(text: str) -> bool:
    """„Was kostet eine Beratung?“, „Kann ich den Termin später noch absagen?“: somebody wants to know, not to book."""
    asks = _ABOUT_SESSIONS.search(text) or _CHANGED_LATER.search(text)
    return bool(asks) and len(text.split()) <= _LONGEST_QUESTION


def asks_about_this_session(text: str) -> bool:
    """The same in the middle of booking, where „Was kostet ein Lastenrad?“ may be what it shall be about."""
    return asks_about_sessions(text) and bool(_THIS.search(text))


def spot_format(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """How the session shall take place; „nicht per Video“ names no form."""
    for format_, pattern in _FORMATS.items():
        found = pattern.search(text)
        if found and not _NOT.search(text[: found.start()]):
            return Spotted(format_.value, (found.span(),))
    return None


def spot_length(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """„eine Stunde“, „30 Minuten“"""
    for minutes, pattern in _LENGTHS.items():
        if found := pattern.search(text):
            return Spotted(minutes, (found.span(),))
    return None


def spot_access(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """What somebody says that they need to take part, in their own words."""
    found = sorted(one.span() for pattern in _ACCESS.values() if (one := pattern.search(text)))
    return Spotted(", ".join(text[start:end] for start, end in found), ()) if found else None


def access_in(words: str) -> frozenset[AccessNeed]:
    """What of the needs in somebody's words an adviser can be chosen by."""
    if words in {one.value for one in AccessNeed}:
        return frozenset({AccessNeed(words)})
    return frozenset(need for need, pattern in _ACCESS.items() if pattern.search(words))


def spot_wish(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """When somebody would like to come, in a message about anything."""
    heard = heard_wish(text, now)
    if heard.wish == TimeWish() and not (heard.unknown or heard.no_such_days):
        return None
    return Spotted(plain_wish(heard), heard.places)


def spot_topic(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """What it shall be about, in the person's own words: „zu Fördermitteln für unseren Verein“."""
    for pattern in (_TOPIC, _FOR):
        for found in pattern.finditer(text):
            words = _TOPIC_END.sub("", _before_times(found["topic"], now)).strip(" :–-")
            words = _ARTICLE.sub("", words)
            says_one = any(one[:1].isupper() or len(one) > 6 for one in words.split()) and not _NO_TOPIC.match(words)
            is_known = pattern is _TOPIC or topics_in(words, understanding)
            if says_one and is_known and not _is_time(words, now):
                return Spotted(words[:1].upper() + words[1:], ())
    return _spot_keywords(text, understanding, now)


def _spot_keywords(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """The same in „Beratungstermin Vereinsgründung Dresden“, which is no sentence: only topics that are known."""
    if not _KEYWORDS.search(text) or _IN_A_SENTENCE.search(text):
        return None
    others = [spot(text, understanding, now) for spot in (spot_format, spot_length, spot_wish)]
    places = [
        *((one.start, one.end) for one in understanding.where.mentions),
        *(place for one in others if one for place in one.places),
        *(one.span() for one in _KEYWORDS.finditer(text)),
        *(one.span() for pattern in (*_ACCESS.values(), _PLACEHOLDER) for one in pattern.finditer(text)),
    ]
    left = _BESIDE_KEYWORDS.sub(" ", _without(text, places))
    words = re.findall(r"[\w-]+", left)
    topic = " ".join(words)
    if not 0 < len(words) <= _MOST_KEYWORDS or not topics_in(topic, understanding):
        return None
    return Spotted(topic[:1].upper() + topic[1:], ())


def topics_in(words: str, understanding: Understanding) -> frozenset[str]:
    """The topics by which an adviser is chosen."""
    return session_topics(words, understanding.topics)


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces in these stretches, so that the others stand where they stood."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _before_times(words: str, now: datetime) -> str:
    """What stands before the first time in it: „Zuschüssen in Hessen am 11. Dezember“."""
    first = min((start for start, _ in heard_wish(words, now).places), default=len(words))
    return re.sub(r"(?:\s+(?:am|um|ab|den|dem|an|gegen|zwischen|und|oder))+\s*$", "", words[:first]) if first else words


def _is_time(words: str, now: datetime) -> bool:
    heard = heard_wish(words, now)
    return any(start == 0 or words[:start].strip().lower() in ("am", "den", "dem") for start, _ in heard.places)
