"""Reading the advisers from `beratung.yml`, and what must hold for each of them and between them."""
from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Iterator, Sequence

from knowledge.content_files import checked_wholly, read_yaml
from knowledge.errors import ContentError
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.gazetteer_file import load_gazetteer
from knowledge.schema.adviser import Adviser, SessionFormat, Span

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")


def read_advisers(content: Path) -> tuple[Adviser, ...]:
    """All advisers in the order of the file, none if the office gives no appointments; raises ContentError."""
    advisers, errors = inspect_advisers(content)
    if errors:
        raise errors[0]
    return advisers


def inspect_advisers(content: Path) -> tuple[tuple[Adviser, ...], list[ContentError]]:
    """The advisers that can be read, and everything that is wrong with the others and between them."""
    file = content / f"{Adviser.kind}.yml"
    try:
        entries = read_yaml(file, list)
        gazetteer = load_gazetteer(content / "regionen.yml")
    except ContentError as error:
        return (), [error]
    advisers: list[Adviser] = []
    errors: list[ContentError] = []
    for number, entry in enumerate(entries, start=1):
        name = str(entry.get("id") or f"Eintrag {number}") if isinstance(entry, dict) else f"Eintrag {number}"
        read = checked_wholly(Adviser, entry, file, name)
        if isinstance(read, list):
            errors.extend(read)
        else:
            advisers.append(read)
    faults = [fault for one in advisers for fault in faults_of(one, gazetteer)]
    if not errors:
        faults.extend(_faults_between(advisers))
    return tuple(advisers), [*errors, *(ContentError(file.name, *fault) for fault in faults)]


Fault = tuple[str | None, str | None, str, str]
"""Of which adviser and field, what is wrong, and what to do, the latter two in German."""


def faults_of(adviser: Adviser, gazetteer: Gazetteer) -> Iterator[Fault]:
    """What is wrong with one adviser although each field for itself has the right form."""
    for field, reason, remedy in (*_of_places(adviser, gazetteer), *_of_hours(adviser), *_of_lengths(adviser)):
        yield adviser.id, field, reason, remedy
    if SessionFormat.ON_SITE in adviser.formats and not adviser.place:
        yield (adviser.id, "place", "fehlt, obwohl Menschen vor Ort beraten werden",
               "Bitte nennen Sie die Anschrift, oder nehmen Sie vor_ort aus formats.")  # fmt: skip


def _of_places(adviser: Adviser, gazetteer: Gazetteer) -> Iterator[tuple[str, str, str]]:
    lands = {one.iso for one in gazetteer.lands}
    land_of = {one.name: one.land for one in gazetteer.kreise}
    for field, named in (("lands", adviser.lands), ("holidays", (adviser.holidays,))):
        for land in named:
            if land not in lands:
                yield field, f"nennt „{land}“, das kein Land ist", "Bitte schreiben Sie das Kürzel wie DE-SN."
    for kreis in adviser.kreise:
        if kreis not in land_of:
            yield ("kreise", f"nennt „{kreis}“, den regionen.yml nicht kennt",
                   "Bitte schreiben Sie den Kreis wie dort unter name, etwa Landkreis Bautzen.")  # fmt: skip
        elif land_of[kreis] in adviser.lands:
            yield ("kreise", f"nennt „{kreis}“, dessen Land {land_of[kreis]} schon ganz genannt ist",
                   "Bitte nehmen Sie das Land aus lands, wenn nur der Kreis gemeint ist, sonst den Kreis aus kreise.")  # fmt: skip


def _of_hours(adviser: Adviser) -> Iterator[tuple[str, str, str]]:
    days = [(f"week.{name}", adviser.week.on(number)) for number, name in enumerate(_WEEKDAYS)]
    days += [(f"exceptions.{number}", one.hours) for number, one in enumerate(adviser.exceptions)]
    for field, spans in days:
        for earlier, later in pairwise(sorted(spans, key=lambda one: one.begins)):
            if later.begins < earlier.ends:
                yield (field, f"hat Zeiten, die sich überschneiden ({_clock(earlier)} und {_clock(later)})",
                       "Bitte machen Sie eine Zeit daraus, oder trennen Sie die beiden.")  # fmt: skip
    for day, times in Counter(one.day for one in adviser.exceptions).items():
        if times > 1:
            yield "exceptions", f"nennt den {day:%d.%m.%Y} zweimal", "Bitte führen Sie die Zeiten des Tages zusammen."


def _of_lengths(adviser: Adviser) -> Iterator[tuple[str, str, str]]:
    spans = [span for day in range(7) for span in adviser.week.on(day)]
    spans += [span for one in adviser.exceptions for span in one.hours]
    longest = max((_minutes(span) for span in spans), default=0)
    if not longest:
        yield "week", "nennt keine Zeit", "Bitte tragen Sie wenigstens an einem Tag eine Zeit ein."
    elif max(adviser.lengths) > longest:
        yield ("lengths", f"nennt {max(adviser.lengths)} Minuten, die längste Zeit hat aber nur {longest}",
               "Bitte nehmen Sie diese Länge heraus, oder machen Sie eine Zeit länger.")  # fmt: skip
    if len(set(adviser.lengths)) < len(adviser.lengths):
        yield "lengths", "nennt eine Länge zweimal", "Bitte nennen Sie jede Länge einmal."
    if adviser.notice >= adviser.days_ahead * 24:
        yield ("notice", f"lässt keinen Termin übrig: {adviser.notice} Stunden vorher ist früher als {adviser.days_ahead} Tage",
               "Bitte machen Sie notice kleiner oder days_ahead größer.")  # fmt: skip


def _faults_between(advisers: Sequence[Adviser]) -> Iterator[Fault]:
    for field in ("id", "role"):
        for value, times in Counter(getattr(one, field) for one in advisers).items():
            if times > 1:
                first = next(one.id for one in advisers if getattr(one, field) == value)
                yield first, field, f"kommt {times}-mal vor („{value}“)", "Bitte geben Sie jedem Eintrag etwas Eigenes."
    if advisers and not any(is_for_everything(one) for one in advisers):
        yield (None, None, "kein Eintrag ist für alle Themen und alle Orte da",
               "Bitte lassen Sie bei einem Eintrag topics, lands und kreise weg; sonst gehen manche leer aus.")  # fmt: skip


def is_for_everything(adviser: Adviser) -> bool:
    """Whether the adviser is there for every topic and every place."""
    return not (adviser.topics or adviser.lands or adviser.kreise)


def _minutes(span: Span) -> int:
    return (span.ends.hour - span.begins.hour) * 60 + span.ends.minute - span.begins.minute


def _clock(span: Span) -> str:
    return f"{span.begins:%H:%M}–{span.ends:%H:%M}"
