"""Ellipses: „das zweite“, „mehr dazu“, „das mit der Lotterie“, „und in Bayern?“, „und rechtlich?“, „wer ist da zuständig?“.

They lean on what was shown and asked before. What is a question of its own is none: each way in is narrow, and a message
that fits none is answered for itself.
"""
from __future__ import annotations

import re

from rasa_sdk import Tracker

from actions.funding import KIND as FUNDING
from actions.funding import QUESTIONS, search_again, search_with_change
from actions.further import further_records
from actions.history import LastAnswer, last_answer, latest_list, said_before
from actions.known import subjects_of
from actions.message import is_typed, need_of, question_of
from actions.records import found, opened
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.commands import LAST, CommandKind, find_command
from knowledge.folding import fold
from conversation.context import Subject
from conversation.context.cutting import without_terms
from knowledge.schema import Funding, Record
from knowledge.told_place import without_places
from wording.deadlines import deadlines_reply
from wording.further import nothing_further
from wording.needs import KIND_OF_NEED
from wording.opened import EVERYTHING

MOST_WORDS = 8
"""A longer message is a question of its own."""
CLEARLY = 1.3
"""So many times more like the words of a description the record that is meant must be than the next one."""
_LONG = 4
"""Letters of a word by which a record can be meant."""
_DESCRIBED = re.compile(
    r"^(?:und )?(?:was ist mit |mehr (?:zu|über|ueber) )?(?:das|der|die|den|dem) (?:mit|von|vom|aus|für|fuer|über|ueber) (.+)$",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"^(?:und|oder|aber|gibt es das auch|geht das auch|auch|das auch|nein,? ich meinte?|doch)\b[ ,]*", re.IGNORECASE)
_POINTS = re.compile(
    r"^wer (?:hilft|berät|beraet|unterstützt|unterstuetzt) (?:mir|mich|uns|einen|einem)(?: weiter)?$|"
    r"^wer kann (?:mir|mich|uns|einen) (?:da(?:bei)? )?(?:helfen|beraten|weiterhelfen|unterstützen)$|"
    r"\b(?:da|dafür|dafuer|dazu|dabei|davon|dort|darüber|darueber|hierfür|hierfuer|hierzu|das|so was|sowas)\b|^und\b",
    re.IGNORECASE,
)
_ASKS_FOR = {
    "rechtliche_huerden": re.compile(r"rechtlich|gesetz|erlaubt|vorschrift|genehmig", re.IGNORECASE),
    "foerderung": re.compile(r"\bgeld\b|förder|foerder|zuschuss|zuschüsse|finanzier|bezahlt", re.IGNORECASE),
    "kontakte": re.compile(r"zuständig|zustaendig|ansprech|wer (?:hilft|berät|beraet|unterst)|wer kann (?:mir|mich|uns|einen)|an wen|wen (?:kann|soll|frag)", re.IGNORECASE),
    "fallbeispiele": re.compile(r"beispiel|anderswo|schon mal gemacht|vorbild", re.IGNORECASE),
}
_APPLIES = re.compile(r"bewerb|antrag|beantrag|anmeld|komme? ich (?:da )?ran", re.IGNORECASE)
_UNTIL_WHEN = re.compile(
    r"^(?:und )?(?:(?:die|welche|was ist die|wie ist die|wann ist die|gibt es eine|mit welcher) )?"
    r"(?:frist(?:en)?|antragsfrist|bewerbungsfrist|einsendeschluss|antragsschluss|stichtag|deadline)(?: (?:dafür|da|dazu|denn))?$|"
    r"^(?:und )?bis wann(?: (?:denn|geht das|kann (?:ich|man)|muss (?:ich|man)|können wir|müssen wir)\b.*)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:für|fuer|beim?|zum?|zur|über|ueber)\s+(?:(?:ein\w*|d(?:as|ie|en|em|er)|unser\w*|mein\w*)\s+)?(?P<what>\w{4,})",
    re.IGNORECASE,
)
_CHANGING = ("region", "organisationsform", "zielgruppe", "thema", "betrag")
_SMALL = re.compile(r"\b(?:uns|mir|hier|eigentlich|lieber|jetzt|und|oder|in|im|für|fuer|das|den|die|der|auch|es|gibt|geht|ich|meinte?|nein|doch|bei|aus|einen?|nicht)\b")


def follow_up(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What an ellipsis means after the latest answer, or None if the message is none."""
    text = question_of(tracker).strip().rstrip("?!. ")
    if not is_typed(tracker) or not text or len(text.split()) > MOST_WORDS:
        return None
    last = last_answer(tracker)
    further = further_records(text, last, tracker, services)
    if further is not None:
        return further
    record = _meant(text, last, latest_list(tracker), services)
    if record is not None:
        if find_command(text) is None or last.opened[0] != record.id:
            return Saying(opened(record, tracker, services))
        return _more_of(record, tracker, services)
    return (
        _deadlines(text, last, services)
        or _how_to_apply(text, last, tracker, services)
        or _about_the_earlier(text, tracker, services)
    )


def _more_of(record: Record, tracker: Tracker, services: ActionServices) -> Saying:
    """The whole record; where that was said already, the next one of the list, or that there is no more."""
    whole, said, listed = opened(record, tracker, services, EVERYTHING), said_before(tracker), latest_list(tracker)
    if not said or not _spaced(said[-1]).startswith(_spaced(whole.text)):
        return Saying(whole)
    behind = listed[listed.index(record.id) + 1 :] if record.id in listed else []
    following = services.library.record(behind[0]) if behind else None
    if following is not None:
        return Saying(opened(following, tracker, services))
    return Saying(nothing_further(record.kind, record.name, services.library.office))


def _spaced(text: str) -> str:
    """Rasa keeps the empty lines of a text otherwise than they were said."""
    return " ".join(text.split())


def _meant(text: str, last: LastAnswer, listed: list[str], services: ActionServices) -> Record | None:
    """The shown record that is chosen by its number in the latest list, by „mehr dazu“ or by a description."""
    command = find_command(text)
    if command is not None and command.kind is CommandKind.CHOOSE:
        if command.is_bare and last.asks in QUESTIONS:
            return None  # „2“ may be the answer to the finder's question
        at = len(listed) if command.number == LAST else command.number
        return services.library.record(listed[at - 1]) if 1 <= at <= len(listed) else None
    shown = [record for one in last.records if (record := services.library.record(one)) is not None]
    if not shown:
        return None
    if command is not None and command.kind in (CommandKind.MORE, CommandKind.DETAILS, CommandKind.NEXT):
        return shown[0]
    described = _DESCRIBED.match(text)
    return _described(described.group(1), shown, services) if described and len(shown) > 1 else None


def _described(words: str, shown: list[Record], services: ActionServices) -> Record | None:
    """The one whose name has a word of the description, or else the one that is clearly most like it by words."""
    said = [word for word in fold(words).split() if len(word) >= _LONG]
    named = [record for record in shown if any(word in fold(record.name) for word in said)]
    if len(named) == 1:
        return named[0]
    library = services.library
    ids = {record.id for record in shown}
    ranked = library.search.ranking(library.reader.read(words), services.now().date(), None, len(library.search.records))
    best, *others = sorted((hit for hit in ranked if hit.record.id in ids), key=lambda hit: -hit.why["words"])
    is_clear = best.why["words"] > CLEARLY * max((hit.why["words"] for hit in others), default=0.0)
    return best.record if is_clear else None


def _how_to_apply(text: str, last: LastAnswer, tracker: Tracker, services: ActionServices) -> Saying | None:
    """„Wie bewerbe ich mich da?“ after funding was shown."""
    if not (_APPLIES.search(text) and _POINTS.search(text)) or not last.records:
        return None
    record = services.library.record(last.records[0])
    return Saying(opened(record, tracker, services, "antrag")) if isinstance(record, Funding) else None


def _deadlines(text: str, last: LastAnswer, services: ActionServices) -> Saying | None:
    """„Frist?“ after funding was shown."""
    if not _UNTIL_WHEN.match(text):
        return None
    shown = [record for one in last.records if isinstance(record := services.library.record(one), Funding)]
    return Saying(deadlines_reply(shown, services.now().date()), last.asks) if shown else None


def _about_the_earlier(text: str, tracker: Tracker, services: ActionServices) -> Saying | None:
    """The earlier question with another place, form, group or sum, or asked of another kind of record."""
    latest = subjects_of(tracker).latest
    if latest is None:
        return None
    tail = _CHANGES.sub("", text)
    if tail != text and (changed := with_change(latest, tail, tracker, services)):
        return changed
    wanted = _kind_asked_for(text, tracker)
    if wanted is None or wanted == latest.kind or not _POINTS.search(text) or _has_own_subject(text, services):
        return None
    if wanted == FUNDING:
        return search_again(latest.question, tracker, services)
    return found(tracker, services, wanted, latest.question, goes_on=True)


def _has_own_subject(text: str, services: ActionServices) -> bool:
    """Whether a question says itself what it is about: „Und welche Vorschriften gelten für ein Hoffest?“"""
    read = services.library.reader.read(text)
    if read.topics:
        return True
    for about in _ABOUT.finditer(text):
        start, end = about.span("what")
        is_known = any(one.start <= start and end <= one.end for one in read.entities)
        if not is_known and not any(pattern.search(about["what"]) for pattern in _ASKS_FOR.values()):
            return True
    return False


def with_change(latest: Subject, tail: str, tracker: Tracker, services: ActionServices) -> Saying | None:
    """The latest question with the place, form, people, topic or sum that `tail` names; None if it says anything else."""
    if not _only_changes(tail, services):
        return None
    if latest.kind == FUNDING:
        return search_with_change(tail, tracker, services)
    reader = services.library.reader
    told, question = reader.read(tail), latest.question
    if told.lands:
        question = without_places(question, reader)
    if told.values("zielgruppe"):
        question = without_terms(reader.read(question), "zielgruppe", only_behind_for=True)
    return found(tracker, services, latest.kind, f"{question.rstrip(' ?!.')} {tail}".strip(), goes_on=True)


def _only_changes(tail: str, services: ActionServices) -> bool:
    """Whether nothing but a place, a legal form, a group, a topic or a sum is said."""
    read = services.library.reader.read(tail)
    named = [one for one in read.entities if one.entity in _CHANGING]
    rest = tail
    for one in sorted(named, key=lambda entity: -entity.start):
        rest = rest[: one.start] + " " + rest[one.end :]
    return bool(named) and not re.findall(r"\w{2,}", _SMALL.sub(" ", rest.lower()))


def _kind_asked_for(text: str, tracker: Tracker) -> str | None:
    by_words = next((kind for kind, pattern in _ASKS_FOR.items() if pattern.search(text)), None)
    return by_words or KIND_OF_NEED.get(need_of(tracker))
