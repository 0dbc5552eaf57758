"""`./lotse advisory advisers`, `slots` and `day`: who has time when. Nothing is changed."""
from __future__ import annotations

from typing import Sequence

from bot.advising.chosen import advisers_of, in_order, print_lines, roles_of
from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.terms import read_terms
from knowledge.terms.topics import TopicWords
from knowledge.times.meanings import Days
from knowledge.times.wish import TimeWish
from office.appointments.hours import hours_on, is_away
from office.appointments.model import AppointmentFilter, OfferOutcome, SessionWish
from office.appointments.public_holidays import holiday_name
from office.appointments.topics import topics_by
from office.services import OfficeServices
from wording.advisory_list import (
    adviser_as_dict, appointment_as_dict, appointment_line, no_slots, hours_of_day, nearest_slots, slot_as_dict, slot_line,
    topic_unknown, whole_adviser,
)  # fmt: skip
from wording.calendar_list import COLLIDES
from wording.dates import weekday_in_words
from wording.misplaced import WHY


def advisers(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print all advisers."""
    everyone = advisers_of(office)
    if arguments.json:
        print_lines(map(adviser_as_dict, everyone))
    else:
        print("\n\n".join(map(whole_adviser, everyone)))
    return 0


def slots(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print free slots for a wish, or why there are none."""
    by_id = {one.id: one for one in advisers_of(office)}
    wish = _wish(office, arguments, settings)
    offer = office.appointments.find(wish, settings.now(), max(1, arguments.limit))
    is_wished = offer.outcome is OfferOutcome.FOUND
    if arguments.json:
        print_lines({**slot_as_dict(one, by_id[one.adviser]), "is_wished": is_wished} for one in offer.slots)
        return 0
    if not offer.slots:
        print(no_slots(offer))
        return 0
    if not is_wished:
        print(nearest_slots())
    print("\n".join(slot_line(one, by_id[one.adviser]) for one in offer.slots))
    return 0


def day(office: OfficeServices, arguments, settings: Settings) -> int:
    """Print who is there on a day, and their sessions."""
    wanted = arguments.day or settings.now().astimezone(TIME_ZONE).date()
    chosen = advisers_of(office, arguments.adviser)
    sessions = office.appointments.list(AppointmentFilter(arguments.adviser, wanted, wanted))
    meeting = office.calendar_entries.colliding(sessions)
    if arguments.json:
        roles = roles_of(advisers_of(office))
        print_lines({**appointment_as_dict(one, roles), "collides": one.number in meeting} for one in sessions)
        return 0
    misfits = {one.appointment.number: one.misfit for one in office.appointments.misplaced(settings.now())}
    print(weekday_in_words(wanted))
    for one in chosen:
        leave = office.timetable.absences(one.id)
        print(f"\n{one.role} ({one.id}): " + hours_of_day(
            hours_on(one, wanted, leave), is_away(one, wanted, leave), holiday_name(one.holidays, wanted)
        ))  # fmt: skip
        for session in (each for each in sessions if each.slot.adviser == one.id):
            print(appointment_line(session))
            if session.number in meeting:
                print(f"    {COLLIDES}")
            if session.number in misfits:
                print(f"    Achtung: {WHY[misfits[session.number]]}")
    orphans = [each for each in sessions if each.slot.adviser not in {one.id for one in chosen}]
    if orphans:
        print("\nBei Plätzen, die es nicht mehr gibt:", *map(appointment_line, orphans), sep="\n")
    return 0


def _wish(office: OfficeServices, arguments, settings: Settings) -> SessionWish:
    if arguments.adviser:
        advisers_of(office, arguments.adviser)
    land, kreis = _place(arguments.place, settings) if arguments.place else (None, None)
    return SessionWish(
        topics=_topics(arguments.topic, settings),
        land=land,
        kreis=kreis,
        format=SessionFormat(arguments.format) if arguments.format else None,
        language=arguments.language,
        access=frozenset(map(AccessNeed, arguments.access)),
        minutes=arguments.minutes,
        times=_times(arguments, settings),
        adviser=arguments.adviser,
    )


def _topics(given: Sequence[str], settings: Settings) -> frozenset[str]:
    """By their names, or in any words that name one; raises StartError."""
    terms = read_terms(settings.content)
    words, topics_of = TopicWords(terms), topics_by(terms)
    found = {text: {called} if (called := words.called(text)) else topics_of(text) for text in given}
    unknown = [text for text, topics in found.items() if not topics]
    if unknown:
        raise StartError(topic_unknown(unknown[0], [one.label for one in terms.topics]))
    return frozenset().union(*found.values())


def _times(arguments, settings: Settings) -> TimeWish:
    if arguments.day and (arguments.first or arguments.last):
        raise StartError("Bitte geben Sie entweder --day an oder --from und --until.")
    first, last = (arguments.day, arguments.day) if arguments.day else in_order(arguments.first, arguments.last)
    if not (first or last):
        return TimeWish()
    return TimeWish(days=(Days(first or settings.now().astimezone(TIME_ZONE).date(), last),))


def _place(text: str, settings: Settings) -> tuple[str, str | None]:
    """Land and Kreis that a place lies in; raises StartError."""
    from knowledge.places import PlaceResolver

    found = PlaceResolver.from_content(settings.content).resolve(text)
    if found.land is None:
        reason = "kann mehrere Orte meinen" if found.candidates else "ist nicht bekannt"
        raise StartError(f"Der Ort „{text}“ {reason}. Bitte nennen Sie den Kreis oder das Land dazu, etwa „Neustadt in Sachsen“.")
    return found.land, found.kreis


PARTS = {"advisers": advisers, "slots": slots, "day": day}
