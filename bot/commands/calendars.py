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
    from bot.compose_calendars import attached_calendars
    from knowledge.store import RecordStore
    from storage.migrate import database_at_hand
    from wording.calendar_list import NONE_ATTACHED

    calendars = attached_calendars(settings)
    if not calendars:
        print(NONE_ATTACHED)
        return 0
    with database_at_hand(settings.database_url) as database:
        advisers = {one.id: one for one in RecordStore(database).advisers()}
        if arguments.part == "check":
            return max(_check(one, advisers.get(one.adviser), database, settings) for one in calendars)
        return _list(calendars, advisers, database, settings)


def _check(calendar, adviser, database, settings: Settings) -> int:
    from bot.compose_calendars import reading
    from wording.calendar_list import checked, of_nobody
    from worker.caldav.line import CalendarTrouble

    if adviser is None:
        print(of_nobody(calendar.adviser))
        return 1
    may_write = None
    try:
        may_write = calendar.remote.may_write()
        problem = reading(database, calendar).read(adviser, settings.now())
    except CalendarTrouble as trouble:
        problem = trouble.problem
    print(checked(adviser.id, adviser.role, problem, may_write))
    return int(problem is not None or may_write is False)


def _list(calendars, advisers, database, settings: Settings) -> int:
    from office.appointments.calendars import BusyTimes, CalendarEntries
    from wording.calendar_list import attached, collision_lines, of_nobody

    states = {one.adviser: one for one in BusyTimes(database).states()}
    entries, now, is_wrong = CalendarEntries(database), settings.now(), False
    for one in (each.adviser for each in calendars):
        adviser, state = advisers.get(one), states.get(one)
        is_wrong = is_wrong or adviser is None or bool(state and state.problem)
        waiting = len(entries.due(one, now, also_paused=True))
        print(attached(one, adviser.role, state, waiting) if adviser else of_nobody(one))
    for line in collision_lines(entries.collisions(now)):
        print(line)
    return int(is_wrong)
