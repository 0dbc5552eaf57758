"""Which funding fits a wish, and what speaks for and against each: codes and values, no words."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Iterator

from knowledge.funding_finder import FundingWish
from knowledge.schema.funding import Cost, Funding, FundingKind, StatedStatus
from knowledge.schema.record import Confidence
from knowledge.search import Hit, Outcome, Search, SearchResult, has_ended
from knowledge.understanding import Reader, Understanding

KIND = "foerderung"
_LOOKED_AT = 12
"""So many of the best hits are weighed against each other."""
_NOT_FOR_THEM = 6.0
"""What a record loses in the ranking (`knowledge.search.weights`) if the legal form is not among those that may apply:
more than a fitting Land and topic give."""
_FAR_TOO_BIG, _FOR_BIG_PROJECTS = 20, 1.5
"""Whose highest sum is so many times the wished one, and names no least one, usually wants big projects and loses this."""
_FOR_EVERYBODY = "Förderdatenbank, Stiftungssuche, Förderfinder"
"""What is looked for where nobody has told anything: the places to search oneself."""


class Ground(str, Enum):
    """What can speak for funding or against it."""

    LAND = "land"
    NATIONWIDE = "nationwide"
    EUROPE = "europe"
    FORM = "form"
    TOPIC = "topic"
    AMOUNT = "amount"
    OPEN = "open"
    NO_OWN_SHARE = "no_own_share"
    PAYS_STAFF = "pays_staff"

    ENDED = "ended"
    OTHER_REGION = "other_region"
    ONLY_IN = "only_in"
    PERHAPS_NOT_HERE = "perhaps_not_here"
    FORM_NOT_LISTED = "form_not_listed"
    ABOVE_MAXIMUM = "above_maximum"
    BELOW_MINIMUM = "below_minimum"
    AMOUNT_UNKNOWN = "amount_unknown"
    NO_GRANT = "no_grant"
    STAFF_UNKNOWN = "staff_unknown"
    STAFF_EXCLUDED = "staff_excluded"
    OWN_SHARE = "own_share"
    OWN_SHARE_NOTE = "own_share_note"
    UNCLEAR = "unclear"
    LOW_CONFIDENCE = "low_confidence"
    DEADLINE = "deadline"
    DEADLINE_PASSED = "deadline_passed"
    DEADLINE_NOTE = "deadline_note"


MISFITS = frozenset(
    {Ground.ENDED, Ground.OTHER_REGION, Ground.FORM_NOT_LISTED, Ground.ABOVE_MAXIMUM, Ground.BELOW_MINIMUM,
     Ground.STAFF_EXCLUDED}
)  # fmt: skip
"""With one of these the money does not fit as it was asked for."""
_NO_GRANTS = frozenset(FundingKind) - {FundingKind.GRANT, FundingKind.PLATFORM, FundingKind.STIPEND}
_STAFF = (Cost.STAFF, Cost.DEVELOPMENT)
_PERCENT_FIRST = re.compile(r"(?:Mindestens )?(\d+) Prozent\b")
_NOTHING_NEEDED = re.compile(r"Kein Eigenanteil(?! (?:bekannt|genannt|für))")


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for funding or has to be minded; `value` is what it is about: codes, a sum, a day."""

    ground: Ground
    value: Any = None


@dataclass(frozen=True)
class FundingMatch:
    """Funding with its reasons."""

    record: Funding
    in_favour: tuple[Reason, ...]
    to_mind: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        return not any(reason.ground in MISFITS for reason in self.to_mind)


@dataclass(frozen=True)
class FundingList:
    """What was found for `asked`: the result of the search, and the same records with reasons."""

    asked: Understanding
    result: SearchResult
    matches: tuple[FundingMatch, ...]

    @property
    def something_fits(self) -> bool:
        return any(match.fits for match in self.matches)

    @property
    def surely_pays_staff(self) -> bool:
        return any(reason.ground is Ground.PAYS_STAFF for match in self.matches for reason in match.in_favour)


def find_funding(
    wish: FundingWish, search: Search, reader: Reader, today: date, as_asked: bool = False, limit: int = 3
) -> FundingList:
    """The funding that fits `wish` best, with reasons.

    The search ranks. What has ended comes only if there is nothing else or it is asked for by name. Beside that, a
    question in the person's own words keeps the ranking of the search (`as_asked`); in a refined list, what does not
    take the legal form comes later, what surely pays staff first if that is wished, what pays none not at all, and
    something that fits comes first if nothing of the best does.
    """
    asked = wish.asked(reader)
    if not wish.words:
        asked = replace(asked, text=f"{_FOR_EVERYBODY if not wish.known else ''} {asked.text}".strip())
    result = _found_by_words(wish, asked, search, today) if wish.words else _found_by_traits(wish, asked, search, today)
    hits = list(result.hits)
    if not as_asked:
        hits = [hit for hit in hits if not (wish.wants_staff_costs and _staff(hit.record) is False)]
        hits.sort(key=lambda hit: _place_in_list(hit, wish))
    current = [hit for hit in hits if not has_ended(hit.record, today) or is_named(hit.record, asked.text)]
    weighed_hits = [(hit, weighed(hit.record, wish, asked, today)) for hit in current or hits]
    chosen = weighed_hits[:limit] if as_asked else _with_some_that_fit(weighed_hits, limit)
    result = SearchResult(result.outcome if chosen else Outcome.NOTHING_FOUND, tuple(hit for hit, _ in chosen))
    return FundingList(asked, result, tuple(match for _, match in chosen))


def weighed(record: Funding, wish: FundingWish, asked: Understanding, today: date) -> FundingMatch:
    """`record` with what speaks for and against it on `today`."""
    parts = [*_status(record, today), *_region(record, wish), *_form(record, wish), *_topic(record, asked),
             *_amount(record, wish), *_costs(record, wish), *_kind(record), *_own_share(record),
             *_deadline(record, today)]  # fmt: skip
    favour = [Ground.LAND, Ground.NATIONWIDE, Ground.EUROPE, Ground.FORM, Ground.TOPIC, Ground.AMOUNT,
              Ground.PAYS_STAFF, Ground.NO_OWN_SHARE, Ground.OPEN]  # fmt: skip
    in_favour = sorted((one for one in parts if one.ground in favour), key=lambda one: favour.index(one.ground))
    return FundingMatch(record, tuple(in_favour), tuple(one for one in parts if one.ground not in favour))


def is_named(record: Funding, text: str) -> bool:
    """Whether `text` asks for this record by its name: half of the long words of the name occur in it."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]{5,}", record.name)} - _IN_MANY_NAMES
    said = {word.lower() for word in re.findall(r"[^\W\d_]{5,}", text)}
    return bool(words) and 2 * len(words & said) >= len(words)


_IN_MANY_NAMES = frozenset(
    "förderung programm sachsen niedersachsen holstein schleswig bayern brandenburg deutschland bundesprogramm".split()
)


def _found_by_words(wish: FundingWish, asked: Understanding, search: Search, today: date) -> SearchResult:
    return search.find(asked, today, KIND, limit=len(search.records) if wish.wants_staff_costs else _LOOKED_AT)


def _found_by_traits(wish: FundingWish, asked: Understanding, search: Search, today: date) -> SearchResult:
    """Where nobody has said what for: all that is open to these people there."""
    ranked = search.ranking(asked, today, KIND, len(search.records), only_here=True)
    fitting = tuple(hit for hit in ranked if weighed(hit.record, wish, asked, today).fits)
    return SearchResult(Outcome.FOUND if fitting else Outcome.NOTHING_FOUND, fitting)


def _with_some_that_fit(hits: list[tuple[Hit, FundingMatch]], limit: int) -> list[tuple[Hit, FundingMatch]]:
    best = hits[:limit]
    if any(match.fits for _, match in best):
        return best
    fitting = [one for one in hits if one[1].fits][: limit - 1]
    return [*fitting, *best[: limit - len(fitting)]]


def _place_in_list(hit: Hit, wish: FundingWish) -> tuple[bool, float]:
    record = hit.record
    for_them = not wish.forms or bool(_eligible(record, wish))
    surely = wish.wants_staff_costs and for_them and _staff(record) is True
    most = record.amount_max_eur
    is_known = wish.amount_eur is not None and most is not None and record.amount_min_eur is None
    too_big = is_known and most > _FAR_TOO_BIG * wish.amount_eur
    return not surely, -(hit.score - _NOT_FOR_THEM * (not for_them) - _FOR_BIG_PROJECTS * too_big)


def _eligible(record: Funding, wish: FundingWish) -> tuple[str, ...]:
    return tuple(form.value for form in record.eligible if form.value in wish.forms)


def _staff(record: Funding) -> bool | None:
    """Whether staff or time to work an idea out is paid; None if it is not known. Who advises pays nobody."""
    if set(_STAFF) & set(record.covers):
        return True
    return False if Cost.STAFF in record.covers_not or record.funding_kind is FundingKind.ADVICE else None


def _status(record: Funding, today: date) -> Iterator[Reason]:
    status = record.status_on(today)
    if status is not StatedStatus.OPEN:
        yield Reason(Ground.ENDED if status is StatedStatus.ENDED else Ground.UNCLEAR)
    else:
        yield Reason(Ground.OPEN)
    if record.confidence is Confidence.LOW:
        yield Reason(Ground.LOW_CONFIDENCE)


def _region(record: Funding, wish: FundingWish) -> Iterator[Reason]:
    limited = tuple(one for one in record.regions if one.startswith("DE-"))
    here = tuple(land for land in limited if land in wish.lands)
    if here:
        yield Reason(Ground.LAND, here)
    elif "DE" in record.regions:
        yield Reason(Ground.NATIONWIDE)
    elif not limited:
        yield Reason(Ground.EUROPE)
    elif "EU" in record.regions:  # its regions cross borders of Länder, and the record names the most important ones
        yield Reason(Ground.PERHAPS_NOT_HERE if wish.lands else Ground.ONLY_IN, limited)
    else:
        yield Reason(Ground.OTHER_REGION if wish.lands else Ground.ONLY_IN, limited)


def _form(record: Funding, wish: FundingWish) -> Iterator[Reason]:
    eligible = _eligible(record, wish)
    if eligible:
        yield Reason(Ground.FORM, eligible)
    elif wish.forms:
        yield Reason(Ground.FORM_NOT_LISTED, (wish.forms, tuple(form.value for form in record.eligible)))


def _topic(record: Funding, asked: Understanding) -> Iterator[Reason]:
    shared = tuple(one.value for one in record.topics if one.value in asked.topics and one.value != "finanzierung")
    if shared:
        yield Reason(Ground.TOPIC, shared)


def _amount(record: Funding, wish: FundingWish) -> Iterator[Reason]:
    least, most, wanted = record.amount_min_eur, record.amount_max_eur, wish.amount_eur
    if wanted is None:
        return
    if most is not None and wanted > most:
        yield Reason(Ground.ABOVE_MAXIMUM, most)
    elif least is not None and wanted < least:
        yield Reason(Ground.BELOW_MINIMUM, least)
    elif most is None and least is None:
        yield Reason(Ground.AMOUNT_UNKNOWN)
    else:
        yield Reason(Ground.AMOUNT, wanted)


def _costs(record: Funding, wish: FundingWish) -> Iterator[Reason]:
    pays = _staff(record)
    if pays:
        yield Reason(Ground.PAYS_STAFF, tuple(one for one in _STAFF if one in record.covers))
    elif wish.wants_staff_costs:
        yield Reason(Ground.STAFF_UNKNOWN if pays is None else Ground.STAFF_EXCLUDED)


def _kind(record: Funding) -> Iterator[Reason]:
    if record.funding_kind in _NO_GRANTS:
        yield Reason(Ground.NO_GRANT, record.funding_kind)


def _own_share(record: Funding) -> Iterator[Reason]:
    """A plain percentage where the note begins with it, else the note itself, which also says that nothing is known."""
    note, rate = record.own_share_note.rstrip("."), record.funding_rate_pct
    first = _PERCENT_FIRST.match(note)
    if _NOTHING_NEEDED.match(note):
        yield Reason(Ground.NO_OWN_SHARE)
    elif first and rate is not None and int(first[1]) == 100 - rate:
        yield Reason(Ground.OWN_SHARE, 100 - rate)
    elif record.funding_kind is not FundingKind.PLATFORM:
        yield Reason(Ground.OWN_SHARE_NOTE, note)


def _deadline(record: Funding, today: date) -> Iterator[Reason]:
    coming = record.next_deadline(today)
    if coming:
        yield Reason(Ground.DEADLINE, coming)
    elif record.deadline_on:
        yield Reason(Ground.DEADLINE_PASSED, record.deadline_on)
    else:
        yield Reason(Ground.DEADLINE_NOTE, record.deadline.rstrip("."))
