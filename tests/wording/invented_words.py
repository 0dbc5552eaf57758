"""Finds what an answer says that no record says.

An answer is made of quotes from its records, of what follows from their fields (dates in words, sums, numbered steps),
and of our own words. Quotes and what follows are taken out, the longest first. In what is left no digit, §, mail or web
address may stand, and no word that is not in `wording/`. Dates, sums and names of months are worked out here anew, so
that a mistake in `wording/dates.py` or `wording/money.py` is seen.
"""
from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, Iterator, Sequence

from bot.settings import ROOT
from knowledge.office import OfficeProfile
from knowledge.schema import Case, Event, Funding, LegalHurdle, Method, Record
from knowledge.schema.event import EventStatus
from wording.cards import case, funding
from wording.reply import Attachment, Link, Reply

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
HIDDEN = {
    "id", "topics", "regions", "keywords", "fragen", "note", "confidence", "country", "related", "eligible", "dates",
    "obstacles", "organisation_forms", "funding_kind", "level", "jurisdiction", "event_kind", "stage", "status",
    "checked_on", "as_of", "recurrence", "deadline_on", "open_until", "legal_basis",
}  # fmt: skip
"""Fields of a record that no answer quotes: they are not shown, or only in the words of `_following`."""
_ISO = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?\b")
_FACT = re.compile(r"§+|[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+|\S*\d\S*")
_WORD = re.compile(r"[^\W\d_]+(?:[-+][^\W\d_]+)*")
_GAP = re.compile(r"(?<=[.?“)])\s+")
TAKEN = "¶"


@dataclass
class Checker:
    """Knows the records of an answer, the office, and the day on which it is given."""

    records: tuple[Record, ...]
    day: date
    office: OfficeProfile | None = None
    also: tuple[str, ...] = ()
    """Further texts that may be quoted: names of similar records, the place that was asked about."""

    def in_text(self, text: str) -> list[str]:
        """What in `text` neither stands in the records nor is a word of ours."""
        left = self._pattern.sub(TAKEN, text)
        facts = _FACT.findall(left)
        words = [word for word in _WORD.findall(_FACT.sub(" ", left)) if word.lower() not in vocabulary()]
        return facts + words

    def in_reply(self, reply: Reply) -> list[str]:
        """The same for everything of a reply that is shown or opened."""
        shown = [reply.text, *(link.title for link in reply.links), *(one.name for one in reply.attachments)]
        found = [one for text in shown for one in self.in_text(text)]
        found += [one for button in reply.buttons for one in self.in_text(button.title)]
        return found + [link.url for link in reply.links if not self._is_known(link)] + [
            one.url for one in reply.attachments if not self._is_file(one)
        ]  # fmt: skip

    def in_calendar_file(self, file: str) -> list[str]:
        """The same for a calendar file."""
        text = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), file.replace("\r\n ", ""))
        text = text.replace("\r\n", "\n").replace("PRODID:-//Ideenlotse//Veranstaltungen//DE\nBEGIN", "BEGIN")
        text = text.replace("BEGIN:VCALENDAR\nVERSION:2.0", "")
        for record in self.records:
            for phrase in _calendar_phrases(record):
                text = text.replace(phrase, TAKEN)
        return self.in_text(re.sub(r"^(URL|LOCATION|SUMMARY|DESCRIPTION|BEGIN|END|TRANSP):", "", text, flags=re.M))

    def _is_known(self, link: Link) -> bool:
        if not link.url.startswith("tel:"):
            return link.url in {one for record in self.records for one in _leaves(record.dict(exclude={"note"}))}
        called = re.sub(r"^\+49", "0", link.url.removeprefix("tel:"))
        return called in {re.sub(r"\D", "", one) for record in self.records for one in _numbers(record)}

    def _is_file(self, file: Attachment) -> bool:
        return file.url in {f"/termine/{record.id}.ics" for record in self.records}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        phrases = {*self.also}.union(*(_phrases(record, self.day) for record in self.records))
        if self.office is not None:
            phrases.update([*_leaves(self.office.dict()), "; ".join(self.office.hours)])
        longest_first = sorted((one for one in phrases if one), key=len, reverse=True)
        one_of_them = "|".join(map(re.escape, longest_first)) or "(?!)"
        return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{one_of_them})(?!\w)(?![.,]\d)")


@lru_cache(maxsize=1)
def vocabulary() -> frozenset[str]:
    """The words of our own wording in small letters: of all texts in `wording/` but those that depend on a field."""
    words: set[str] = set()
    for file in (ROOT / "wording").rglob("*.py"):
        if file.name not in ("dates.py", "languages.py", "crisis.py"):
            words.update(word.lower() for text in _texts(file.read_text("utf-8")) for word in _WORD.findall(text))
    return frozenset((words | _LITTLE_WORDS) - {one.lower() for one in MONTHS + WEEKDAYS})


_LITTLE_WORDS = {"und", "oder", "stand", "unbekannt", "vcalendar", "vevent", "transparent"}
"""What `wording/dates.py` joins lists with, what it calls the date of a source, and the frame of a calendar file."""


def _texts(source: str) -> Iterator[str]:
    """The string constants of a module, without docstrings, patterns, and the words for enum values."""
    tree = ast.parse(source)
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile":
            skipped.update(ast.walk(node))
        if isinstance(node, ast.Dict) and any(isinstance(key, ast.Attribute) for key in node.keys):
            skipped.update(node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.value


def _phrases(record: Record, day: date) -> frozenset[str]:
    """All that may be said of the record on `day`, worked out once."""
    known = _KNOWN.get((id(record), day))
    if known is None:
        known = _KNOWN[id(record), day] = (record, frozenset((*_quotes(record), *_following(record, day))))
    return known[1]


_KNOWN: dict[tuple[int, date], tuple[Record, frozenset[str]]] = {}
"""By identity, which the kept record guarantees: records have no hash."""


def shortened_forms(name: str) -> list[str]:
    """A name and what a button may show of it."""
    words = name.split(" ")
    return [name, *(" ".join(words[:count]).rstrip(" –-:,(") + " …" for count in range(1, len(words)))]


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _leaves(one)


def _quotes(record: Record) -> Iterator[str]:
    """The texts of the record as they may be shown: whole, without the last point, in whole sentences, shortened."""
    for text in map(_iso_in_words, _leaves(record.dict(exclude=HIDDEN))):
        if re.search(r"[^\W\d_]", text) or text == record.name:
            yield from (text, text.rstrip("."))
        else:  # „2028“ alone would excuse every 2028
            yield from (f"{label}{text}" for label in ("Frist: ", "Zeit: ", "Programm läuft bis: ", "Telefon: "))
    gaps = [found.span() for found in _GAP.finditer(record.summary)]
    for begin, end in gaps:
        yield from (record.summary[:begin], record.summary[end:])
    yield from shortened_forms(record.name)


def _following(record: Record, day: date) -> Iterator[str]:
    """What follows from the fields: dates, sums, numbers of steps, and the words for enum values."""
    yield f"von uns geprüft am {_day(record.checked_on)}"
    yield from (f"Anrufen: {number}" for number in _numbers(record))
    yield f"Stand {_iso_in_words(record.as_of)}" if record.as_of else "Stand unbekannt"
    if isinstance(record, Funding):
        yield from _of_funding(record, day)
    if isinstance(record, LegalHurdle):
        yield from ("; ".join(record.legal_basis), "; ".join(record.legal_basis[:3]))
    if isinstance(record, Case):
        hard = [case.OBSTACLES[one] for one in record.obstacles]
        yield f"Schwierig war dabei: {_joined(hard)}"
        yield f"({case.STAGES[record.stage]})" if record.stage in case.STAGES else ""
        yield f"E-Mail: {', '.join(record.contact.emails)}"
    if isinstance(record, Method):
        yield f"Der Weg hat {len(record.steps)} Schritte"
        for number, step in enumerate(record.steps, 1):
            yield from (f"{number}. {step}", f"Schritt {number} von {len(record.steps)}\n{step}")
    if isinstance(record, Event):
        yield from _of_event(record, day)


def _of_funding(record: Funding, day: date) -> Iterator[str]:
    yield f"Wer bekommt: {_joined([funding.RECIPIENTS[one] for one in record.eligible])}"
    yield funding.STATUS[record.status_on(day)]
    low, high = record.amount_min_eur or None, record.amount_max_eur
    if low and high:
        yield from (f"Höhe: {begin} bis {euros(high)}" for begin in (euros(low), euros(low).removesuffix(" Euro")))
    yield f"Höhe: {euros(high)}" if low == high and high else ""
    yield f"Höhe: bis {euros(high)}" if high and not low else ""
    yield f"Höhe: ab {euros(low)}" if low and not high else ""
    rate = record.funding_rate_pct
    yield f"Anteil: bis {str(rate).removesuffix('.0').replace('.', ',')} Prozent der Kosten" if rate else ""
    yearly = [(year, *map(int, one.split("-"))) for one in record.recurrence for year in (day.year, day.year + 1)]
    coming = sorted(one for one in [*(date(*one) for one in yearly), record.deadline_on or date.min] if one >= day)
    yield f"nächster genannter Stichtag: {_day(coming[0])}" if coming else ""


def _of_event(record: Event, day: date) -> Iterator[str]:
    coming = sorted(one for one in set(record.dates) if one >= day)
    named = "; ".join(f"{WEEKDAYS[one.weekday()]}, {_day(one)}" for one in coming)
    yield f"Termin: {named}" if len(coming) == 1 else f"Termine: {named}"
    if record.status_on(day) is EventStatus.PAST and record.dates:
        yield f"Vorbei: Der letzte Termin war am {_day(max(record.dates))}."


def _calendar_phrases(record: Record) -> Iterator[str]:
    for day in getattr(record, "dates", ()):
        yield (
            f"\nUID:{record.id}-{day:%Y%m%d}@ideenlotse\nDTSTAMP:{record.checked_on:%Y%m%d}T000000Z\n"
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}\nDTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\n"
        )


def _numbers(record: Record) -> Iterator[str]:
    """Each telephone number of the record by itself: „116111 (Kinder), 0800 1110550 (Eltern)“ are two."""
    for phone in (getattr(record, "phone", None), getattr(getattr(record, "contact", None), "phone", None)):
        yield from (one.strip() for one in re.split(r"oder|[,;]|\([^)]*\)", phone or "") if one.strip())


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _iso_in_words(text: str) -> str:
    """ISO days anywhere, and a month if the text is nothing else."""
    def words(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        if day is None and found[0] != text:
            return found[0]
        return f"{int(day)}. {MONTHS[int(month) - 1]} {year}" if day else f"{MONTHS[int(month) - 1]} {year}"

    return _ISO.sub(words, text)


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} und {words[-1]}" if words else ""


def euros(amount: int) -> str:
    if amount >= 1_000_000 and amount % 100_000 == 0:
        tenths = amount // 100_000
        return f"{tenths // 10}{f',{tenths % 10}' if tenths % 10 else ''} Mio. Euro"
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", str(amount))
    return f"{grouped} Euro"
