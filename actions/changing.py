"""Changing what is known: a part is dropped by word or by button, an earlier question is taken up again."""
from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Callable, Collection

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import funding
from actions.known import ASKED, CONTEXT, context_of, search_with, subjects_of, titles_of
from actions.history import last_answer
from actions.message import chosen, is_typed, question_of
from actions.places import ask_which_place
from actions.records import found
from actions.services import ActionServices, open_services
from actions.speaking import Events, Saying
from actions.turn import as_turn
from conversation.context import Context, Part, Removal, Return, Subject, find_removal, find_return
from conversation.context.cutting import without_terms
from knowledge.folding import fold
from knowledge.told_form import own_legal_forms
from knowledge.told_place import in_words, without_places
from knowledge.understanding import Understanding
from wording import context as wording
from wording.findings import ask_for_more
from wording.places import ASKED_FOR_PLACE

_LONG = 4
"""Letters of a word by which an earlier question can be meant."""
_TELLING = re.compile(
    r"\b(?:hallo|guten|tag|moin|morgen|abend|also|wir|ich|sind|bin|ist|es|uns|unser\w*|mein\w*|komme[n]?|lebe[n]?|wohne[n]?|"
    r"sitze[n]?|sitz|haben|habe|hier|ein\w*|d(?:er|ie|as|en|em)|in|im|aus|bei|für|als|und|auch|doch|ja|kleiner?|liegt|"
    r"verein\w*|projekt|vorhaben|nähe|von|vom|am|an|nun|jetzt|eigentlich|lieber|stattdessen|wo|warte|nein|ach|liege[n]?|seite|"
    r"wollen|werden|möchten)\b",
    re.IGNORECASE,
)
_TERM_OF = {Part.TOPIC: "thema", Part.TARGET_GROUP: "zielgruppe"}
_KINDS = {
    "foerderung": re.compile(r"geld|förder|foerder|zuschu", re.IGNORECASE),
    "rechtliche_huerden": re.compile(r"recht|gesetz|vorschrift|regel", re.IGNORECASE),
    "kontakte": re.compile(r"kontakt|anlaufstelle|ansprech|zuständig", re.IGNORECASE),
    "fallbeispiele": re.compile(r"beispiel", re.IGNORECASE),
    "methoden": re.compile(r"methode|vorgeh|schritt", re.IGNORECASE),
    "veranstaltungen": re.compile(r"veranstaltung|termin", re.IGNORECASE),
}


class ChangeContext(Action):
    """Does what the button of a part says: forgets it."""

    def __init__(self, services: Callable[[], ActionServices] = open_services) -> None:
        self._services = services

    def name(self) -> str:
        return "action_change_context"

    @as_turn
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        services, named = self._services(), chosen(tracker, wording.PART)
        parts = frozenset(part for part in Part if part.value == named) & frozenset(context_of(tracker).parts)
        said = _without(parts, None, tracker, services) if parts else Saying(wording.nothing_to_drop())
        return said.send(dispatcher)


def change_of_context(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What „egal wo“, „doch nicht für Jugendliche“, „alles vergessen“, „zurück zu vorhin“ lead to; None for the rest."""
    text = question_of(tracker).strip()
    if not is_typed(tracker) or not text:
        return None
    removal = find_removal(text)
    if removal is not None:
        return _removed(removal, tracker, services)
    back = find_return(text)
    return _back(back, tracker, services) if back is not None else None


def is_change_of_context(text: str) -> bool:
    """Whether `text` is in the closed lists of these."""
    return find_removal(text) is not None or find_return(text) is not None


def _removed(removal: Removal, tracker: Tracker, services: ActionServices) -> Saying | None:
    known = context_of(tracker)
    if removal.is_everything:
        titles = list(titles_of(known, services.library).values())
        return Saying(wording.all_forgotten(titles), slots={CONTEXT: None, ASKED: None, funding.SLOT: None})
    if removal.named:
        return _without_named(removal, tracker, services)
    parts = removal.parts & frozenset(known.parts)
    if parts:
        return _without(parts, None, tracker, services)
    asked = funding.skipped_part(removal.parts, tracker, services)
    if asked is not None:
        return asked
    return Saying(wording.nothing_to_drop())


def _without_named(removal: Removal, tracker: Tracker, services: ActionServices) -> Saying | None:
    """„den Verein“, „für Jugendliche“: only what is really known; anything else is a message of its own."""
    library, known = services.library, context_of(tracker)
    read = library.reader.read(removal.named)
    if not read.entities or _beside(read):
        return None
    named = _parts_named(read, known)
    if not named:
        return None
    if removal.instead and (changed := _instead(removal.instead, named, tracker, services)):
        return changed
    return _without(frozenset(named), named, tracker, services)


def _parts_named(read: Understanding, known: Context) -> dict[Part, tuple[str, ...]]:
    """What of the known is named, by part with the codes; a group of people is not also a topic here."""
    named: dict[Part, tuple[str, ...]] = {}
    if read.lands & set(known.lands):
        named[Part.PLACE] = ()
    groups = tuple(one for one in read.values("zielgruppe") if one in known.target_groups)
    topics = tuple(one for one in read.topics if one in known.topics)
    if groups:
        named[Part.TARGET_GROUP] = groups
    elif topics:
        named[Part.TOPIC] = topics
    if set(read.organisation_forms) & set(known.legal_forms):
        named[Part.LEGAL_FORM] = read.organisation_forms
    if read.amount_eur is not None and read.amount_eur == known.amount_eur:
        named[Part.AMOUNT] = ()
    return named


def _instead(text: str, named: Collection[Part], tracker: Tracker, services: ActionServices) -> Saying | None:
    """„…, sondern für Senioren“: the latest question with that."""
    from actions.followups import with_change

    latest = subjects_of(tracker).latest
    return with_change(latest, text.strip(), tracker, services) if latest else None


def _without(
    parts: Collection[Part], named: dict[Part, tuple[str, ...]] | None, tracker: Tracker, services: ActionServices
) -> Saying:
    """Forget `parts`, say so in one sentence, and answer the latest question again."""
    library, known, subjects = services.library, context_of(tracker), subjects_of(tracker)
    titles = titles_of(_named_only(known, parts, named), library)
    sentence = wording.dropped([titles[part] for part in Part if part in titles])
    rest = _rest_of(known, parts, named)
    latest = subjects.latest
    if latest is None:
        slots = {CONTEXT: rest.to_dict(), **funding.slot_without(parts, None, tracker, services)}
        return Saying(wording.nothing_asked_yet(sentence), slots=slots)
    question = _question_without(latest.question, parts, named, services)
    if latest.kind == funding.KIND:
        said = funding.search_without(parts, question, tracker, services)
    elif _says_nothing(question, parts, services):
        said = Saying(ask_for_more(latest.kind), slots={CONTEXT: rest.to_dict()})
    else:
        said = found(tracker, services, latest.kind, question, goes_on=True, known=rest)
        said = replace(said, slots={**funding.slot_without(parts, None, tracker, services), **said.slots})
    return _begun_with(sentence, said)


def _named_only(known: Context, parts: Collection[Part], named: dict[Part, tuple[str, ...]] | None) -> Context:
    """What is dropped."""
    dropped = known.without(part for part in Part if part not in parts)
    if named and Part.TARGET_GROUP in named:
        dropped = replace(dropped, target_groups=named[Part.TARGET_GROUP])
    return replace(dropped, topics=named[Part.TOPIC]) if named and Part.TOPIC in named else dropped


def _rest_of(known: Context, parts: Collection[Part], named: dict[Part, tuple[str, ...]] | None) -> Context:
    rest = known.without(parts)
    if named and Part.TARGET_GROUP in named:
        rest = replace(rest, target_groups=tuple(one for one in known.target_groups if one not in named[Part.TARGET_GROUP]))
    if named and Part.TOPIC in named:
        rest = replace(rest, topics=tuple(one for one in known.topics if one not in named[Part.TOPIC]))
    return rest


def _question_without(
    question: str, parts: Collection[Part], named: dict[Part, tuple[str, ...]] | None, services: ActionServices
) -> str:
    """The question in the words that are left."""
    reader = services.library.reader
    if Part.PLACE in parts:
        question = without_places(question, reader)
    for part, entity in _TERM_OF.items():
        if part in parts:
            question = without_terms(reader.read(question), entity, named[part] if named else None)
    if Part.LEGAL_FORM in parts:
        question = without_terms(reader.read(question), "organisationsform", only_behind_for=True)
    if Part.AMOUNT in parts:
        question = without_terms(reader.read(question), "betrag")
    return question


def _says_nothing(question: str, parts: Collection[Part], services: ActionServices) -> bool:
    """Whether a question has lost what it was about."""
    return bool(set(parts) & set(_TERM_OF)) and not funding.tells_purpose(question, services)


def _begun_with(sentence: str, said: Saying) -> Saying:
    return replace(said, reply=replace(said.reply, text=f"{sentence}\n\n{said.reply.text}"))


def _back(back: Return, tracker: Tracker, services: ActionServices) -> Saying | None:
    """The earlier question, answered with what is known now."""
    subjects = subjects_of(tracker)
    if back.named:
        subject = _subject_named(back.named, tracker, services)
        if subject is None:
            return None
    else:
        subject = subjects.first if back.is_first else subjects.before
        if subject is None:
            return Saying(wording.no_earlier_question()) if subjects.latest or tracker.get_slot(CONTEXT) else None
    question = _in_the_present_place(subject.question, tracker, services)
    again = replace(subject, question=question)
    said = answer_again(again, tracker, services)
    return _begun_with(wording.back_again(question), said)


def answer_again(subject: Subject, tracker: Tracker, services: ActionServices) -> Saying:
    """An earlier question as a subject of its own."""
    if subject.kind == funding.KIND:
        return funding.search_subject(subject, tracker, services)
    return found(tracker, services, subject.kind, subject.question)


def _in_the_present_place(question: str, tracker: Tracker, services: ActionServices) -> str:
    """The question with the place that is known now for the one that it named."""
    reader = services.library.reader
    if not reader.read(question).lands:
        return question
    return f"{without_places(question, reader)} {context_of(tracker).where}".strip()


def _subject_named(words: str, tracker: Tracker, services: ActionServices) -> Subject | None:
    """The newest subject that has one of the words, a topic, or the kind that is named."""
    subjects = subjects_of(tracker)
    all_of_them = [one for one in (*subjects.earlier, subjects.latest) if one is not None]
    reader = services.library.reader
    said = [word for word in re.findall(r"\w+", fold(words)) if len(word) >= _LONG]
    by_words = [one for one in all_of_them if any(word in fold(one.question) for word in said)]
    topics = set(reader.read(words).topics)
    by_topic = [one for one in all_of_them if topics & set(reader.read(one.question).topics)]
    kinds = [kind for kind, pattern in _KINDS.items() if pattern.search(words)]
    by_kind = [one for one in all_of_them if one.kind in kinds]
    return next(iter((*by_words, *by_topic, *by_kind)), None)


def only_told(tracker: Tracker, services: ActionServices) -> Saying | None:
    """What follows when somebody tells where or who they are and nothing else: the open question about the place once
    more, the latest question again, or that it is understood.
    """
    text = question_of(tracker).strip()
    if not is_typed(tracker) or not text or text.endswith("?"):
        return None
    reader = services.library.reader
    read = reader.read(text)
    told = titles_of(Context().take_of_the_person(read, reader), services.library)
    if not {Part.PLACE, Part.LEGAL_FORM} & told.keys() or _beside(read) or read.topics:
        return None
    known, latest = context_of(tracker).take_of_the_person(read, reader), subjects_of(tracker).latest
    asked = last_answer(tracker).question
    if asked is not None and asked.outcome == ASKED_FOR_PLACE and latest is not None and not read.lands:
        searched, _ = search_with(known, reader.read(latest.question), latest.kind, services)
        which = ask_which_place(services.library, searched, latest.kind, services.now().date())
        if which is not None:
            text = f"{wording.understood(list(told.values()))} {which.text}"
            return Saying(replace(which, text=text), slots={CONTEXT: known.to_dict()})
    if latest is not None and read.lands and latest.kind != funding.KIND:
        question = f"{without_places(latest.question, reader)} {in_words(read.where, reader)}".strip()
        return found(tracker, services, latest.kind, question, goes_on=True, known=known)
    if latest is not None and latest.kind == funding.KIND:
        return funding.search_with_change(text, tracker, services)
    return Saying(wording.noted(list(told.values())), slots={CONTEXT: known.to_dict()})


def tells_only_known(text: str, services: ActionServices) -> bool:
    """Whether `text` only tells a place or a legal form: „eigentlich Bayern“, which the classifier takes for a complaint."""
    read = services.library.reader.read(text)
    return bool(read.lands or own_legal_forms(read)) and not _beside(read) and "?" not in text


def _beside(read: Understanding) -> bool:
    """Whether something else is said than places, legal forms, groups, topics and sums."""
    rest = read.text
    for one in sorted(read.entities, key=lambda entity: -entity.start):
        rest = rest[: one.start] + " " + rest[one.end :]
    return bool(re.findall(r"\w{2,}", _TELLING.sub(" ", rest)))
