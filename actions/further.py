"""„Weitere“, „mehr davon“, „noch mehr“ after a list: the next records of the same search that were not shown yet."""
from __future__ import annotations

from typing import Sequence

from rasa_sdk import Tracker

from actions.finder_steps import ANY_CHANGE
from actions.finder_steps import KIND as FUNDING
from actions.funding import wish_of
from actions.history import LastAnswer, latest_list, shown_records
from actions.known import context_of, search_with, subjects_of
from actions.services import ActionServices
from actions.speaking import Saying
from conversation.commands import CommandKind, find_command
from knowledge.funding_reasons import find_funding
from knowledge.schema import Record
from knowledge.search import Outcome
from wording.cards import short_card
from wording.funding_reasons import ReasonsInWords
from wording.further import further_reply, nothing_further
from wording.reply import Reply

AT_ONCE = 3
"""Records of one answer."""


def further_records(text: str, last: LastAnswer, tracker: Tracker, services: ActionServices) -> Saying | None:
    """The next records, or honest words that there are no more; None if that is not asked or no search is known."""
    command = find_command(text)
    if command is None or command.kind not in (CommandKind.FURTHER, CommandKind.MORE):
        return None
    record_id, _ = last.opened
    if record_id and command.kind is CommandKind.MORE:
        return None
    kind = _kind_of(latest_list(tracker) or last.records, services)
    if kind == FUNDING:
        reply, asks = _of_funding(tracker, services), ANY_CHANGE
    else:
        reply, asks = _of_kind(kind, tracker, services), ""
    return None if reply is None else Saying(reply, asks)


def _kind_of(listed: Sequence[str], services: ActionServices) -> str:
    """The kind of the records that were listed; empty if there are none or several kinds."""
    kinds = {record.kind for one in listed if (record := services.library.record(one)) is not None}
    return kinds.pop() if len(kinds) == 1 else ""


def _of_kind(kind: str, tracker: Tracker, services: ActionServices) -> Reply | None:
    earlier = subjects_of(tracker).latest
    if not kind or earlier is None or earlier.kind != kind:
        return None
    library, today, shown = services.library, services.now().date(), shown_records(tracker)
    asked, _ = search_with(context_of(tracker), library.reader.read(earlier.question), kind, services)
    result = library.search.find(asked, today, kind, len(shown) + AT_ONCE)
    records = _next([hit.record for hit in result.hits], shown)
    if not records or result.outcome is Outcome.NOTHING_FOUND:
        return nothing_further(kind, asked.text, library.office)
    return further_reply(
        result.outcome, records, asked, kind, library.terms, library.reader.places, lambda one: short_card(one, today)
    )


def _of_funding(tracker: Tracker, services: ActionServices) -> Reply | None:
    library, today, shown, wish = services.library, services.now().date(), shown_records(tracker), wish_of(tracker, services)
    if not wish.was_shown:
        return None
    found = find_funding(wish, library.search, library.reader, today, limit=len(shown) + AT_ONCE)
    records = _next([hit.record for hit in found.result.hits], shown)
    if not records:
        return nothing_further(FUNDING, wish.words, library.office)
    words = ReasonsInWords(library.terms, library.reader.places)
    matches = {match.record.id: match for match in found.matches}
    return further_reply(
        found.result.outcome, records, found.asked, FUNDING, library.terms, library.reader.places,
        lambda one: words.card(matches[one.id], today),
    )  # fmt: skip


def _next(records: Sequence[Record], shown: frozenset[str]) -> list[Record]:
    return [record for record in records if record.id not in shown][:AT_ONCE]
