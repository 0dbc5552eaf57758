"""Zeigt, wie es um die Kalender der Beratung steht (CalDAV), und prüft die Verbindung.

Was ein Unterbefehl tut, sagt ./lotse calendars UNTERBEFEHL --help. Wie ein Kalender angeschlossen wird, steht in
docs/handbuch/kalender.md. Rückgabewert 1: Ein Kalender ist nicht zu gebrauchen.
"""
from __future__ import annotations

from bot.settings import Settings

HELP = "die Kalender der Beratung: wie es um sie steht, Verbindung prüfen"


def add_arguments(parser) -> None:
    """For `bot.cli`."""
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )
    choices.add_parser("list", help="zeigen, wann sie gelesen wurden und was fehlt", description="Fragt die Server nicht.")
    choices.add_parser("check", help="die Verbindung jetzt prüfen", description="Fragt jeden Server und ändert dort nichts.")


def run(arguments, settings: Settings) -> int:
    """For `bot.cli`."""
    from bot.compose_calendars import attached_calendars, reading
    from storage.migrate import database_at_hand
    from wording.calendar_list import NONE_ATTACHED

    calendars = attached_calendars(settings)
    if not calendars:
        print(NONE_ATTACHED)
        return 1 if settings.calendars else 0
    with database_at_hand(settings.database_url) as database:
        if arguments.part == "check":
            job = reading(database, calendars)
            return max(_check(one, job, settings) for one in calendars)
        return _list(calendars, database, settings)


def _check(calendar, job, settings: Settings) -> int:
    from wording.calendar_list import checked
    from worker.caldav.line import CalendarTrouble

    may_write, adviser = None, calendar.adviser
    try:
        may_write = calendar.remote.may_write()
        problem = job.read(calendar, settings.now())
    except CalendarTrouble as trouble:
        problem = trouble.problem
    print(checked(adviser.id, adviser.role, problem, may_write))
    return int(problem is not None or may_write is False)


def _list(calendars, database, settings: Settings) -> int:
    from office.appointments.calendars import BusyTimes, CalendarEntries
    from wording.calendar_list import attached, collision_lines

    states = {one.adviser: one for one in BusyTimes(database).states()}
    entries, now = CalendarEntries(database), settings.now()
    for one in calendars:
        state = states.get(one.adviser.id)
        print(attached(one.adviser.id, one.adviser.role, state, len(entries.due(one.adviser.id, now, also_paused=True))))
    for line in collision_lines(entries.collisions(now)):
        print(line)
    return int(any(one.adviser.id in states and states[one.adviser.id].problem for one in calendars))
