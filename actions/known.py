"""What is known in the conversation, for every action: read from the tracker's slots, told with each answer."""
from __future__ import annotations

from dataclasses import asdict, replace
from functools import wraps
from typing import Any, Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.message import is_typed, need_of, question_of
from actions.services import ActionServices
from actions.speaking import Events
from conversation.context import Context, Part, Subject, Subjects
from knowledge.library import Library
from knowledge.search import Outcome, SearchResult
from knowledge.told_place import in_words, somewhere_in
from knowledge.understanding import Understanding
from wording import context as wording
from wording.reply import ContextPart

CONTEXT = "context"
"""The slot with what is known (`conversation.context.Context`)."""
ASKED = "asked"
"""The slot with what was asked: the latest subject and the earlier ones (`conversation.context.Subjects`)."""
_LAW = "rechtliche_huerden"
_PLACE_COUNTS = ("foerderung", "kontakte", "veranstaltungen")
"""Kinds that are searched in the place that is known, though the question does not name it."""
_MORE_THAN_SHOWN = 9
_SHOWN = 3
_TELLS_NOTHING = ("notlage", "ausserhalb", "beleidigung", "datenschutz", "ueber_bot")
"""Needs of messages whose places and legal forms are not the person's."""
_FORM_OUTCOMES = ("FORM_", "CALLBACK_", "IDEA_", "OBSTACLE_", "CONCERN_")
_FORM_BEGUN = "FORM_STARTED"


def context_of(tracker: Tracker) -> Context:
    """What is known before the latest message."""
    return Context.from_dict(tracker.get_slot(CONTEXT))


def subjects_of(tracker: Tracker) -> Subjects:
    """What was asked before the latest message."""
    return Subjects.from_dict(tracker.get_slot(ASKED))


def slots_after(tracker: Tracker, known: Context, subject: Subject, goes_on: bool) -> dict[str, Any]:
    """What Rasa keeps after `subject` was answered; `goes_on`: it is the latest one, made more exact."""
    subjects = subjects_of(tracker)
    is_latest = goes_on and subjects.latest is not None and subjects.latest.kind == subject.kind
    now = subjects.changed(subject) if is_latest else subjects.asked(subject)
    return {CONTEXT: known.to_dict(), ASKED: now.to_dict()}


def titles_of(context: Context, library: Library) -> dict[Part, str]:
    """The parts that are known, in words."""
    terms = library.terms
    titles = {
        Part.PLACE: lambda: wording.place_title(context.where),
        Part.TOPIC: lambda: wording.topic_title(context.topics, terms),
        Part.TARGET_GROUP: lambda: wording.target_group_title(context.target_groups, terms),
        Part.LEGAL_FORM: lambda: wording.legal_form_title(context.legal_forms, terms),
        Part.AMOUNT: lambda: wording.amount_title(context.amount_eur or 0),
    }
    return {part: titles[part]() for part in context.parts}


def parts_of(context: Context, library: Library) -> tuple[ContextPart, ...]:
    """The parts as they are shown to people, each with what removes it."""
    return tuple(wording.context_part(part.value, title) for part, title in titles_of(context, library).items())


def search_with(
    known: Context, read: Understanding, kind: str, services: ActionServices
) -> tuple[Understanding, SearchResult]:
    """The question as it was searched for, with what is known, and what was found.

    The place counts for money, contacts and events. Law: rules of other Länder are left out, and the legal form helps
    where nothing is found without it; as words of the question they would find what has only the place or the form in
    common with it. Cases and methods help wherever they come from.
    """
    library, today = services.library, services.now().date()
    if kind in _PLACE_COUNTS:
        asked = known.place_added(read, library.reader)
        return asked, library.search.find(asked, today, kind)
    result = library.search.find(read, today, kind)
    if kind != _LAW:
        return read, result
    if result.outcome is Outcome.NOTHING_FOUND and known.legal_forms and not read.organisation_forms:
        forms = wording.legal_form_title(known.legal_forms, library.terms)
        read = library.reader.read(f"{read.text.rstrip(' ?!.')} {forms}")
        result = library.search.find(read, today, kind)
    if not known.lands or read.lands or result.outcome is Outcome.NOTHING_FOUND:
        return read, result
    hits = library.search.find(read, today, kind, _MORE_THAN_SHOWN).hits
    there = tuple(one for one in hits if not one.record.lands or one.record.lands & set(known.lands))[:_SHOWN]
    if not there:
        return read, result
    where = library.reader.places.resolve(known.where)
    said = where if in_words(where, library.reader) == known.where else somewhere_in(known.lands)
    return replace(read, where=said), SearchResult(result.outcome, there)


Run = Callable[[Any, CollectingDispatcher, Tracker, dict[str, Any]], Events]


def with_context(run: Run) -> Run:
    """Let the answers of an action carry what is known after them, and keep what a message tells beside its question."""

    @wraps(run)
    def carrying(self: Action, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        events = run(self, dispatcher, tracker, domain)
        services, before = self._services(), context_of(tracker)
        told = [event["value"] for event in events if event.get("event") == "slot" and event.get("name") == CONTEXT]
        known = Context.from_dict(told[-1]) if told else _overheard(before, tracker, services, dispatcher)
        if not told and known != before:
            events = [*events, SlotSet(CONTEXT, known.to_dict())]
        _carry([asdict(part) for part in parts_of(known, services.library)], dispatcher)
        return events

    return carrying


def _overheard(
    before: Context, tracker: Tracker, services: ActionServices, dispatcher: CollectingDispatcher
) -> Context:
    """What is known after a message that was not answered from the knowledge: „Wir sind ein Verein in Görlitz, hallo“.

    What somebody writes in a form belongs to the form; the message that begins one was said before it.
    """
    outcomes = [(one.get("custom") or {}).get("outcome") or "" for one in dispatcher.messages]
    is_of_a_form = any(one.startswith(_FORM_OUTCOMES) and one != _FORM_BEGUN for one in outcomes)
    if not is_typed(tracker) or is_of_a_form or need_of(tracker) in _TELLS_NOTHING:
        return before
    reader = services.library.reader
    return before.take_of_the_person(reader.read(question_of(tracker)), reader)


def _carry(parts: list[dict[str, str]], dispatcher: CollectingDispatcher) -> None:
    """Put the parts into what stands beside each text for the channel (`actions.speaking.say`)."""
    for message in dispatcher.messages:
        if message.get("custom") and parts:
            message["custom"]["context"] = parts
