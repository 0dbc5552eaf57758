"""Zeigt, welche Prozesse dieser Ideenlotse laufen, ob sie bereit sind und wie viel Speicher sie belegen.

Rückgabewert 0: alle sind bereit; 3: es läuft nichts, oder nicht alle sind bereit.
"""
from __future__ import annotations

from bot.settings import Settings

HELP = "zeigen, was läuft"
NOT_READY = 3
EXPECTED = {"actions", "rasa", "web", "worker"}


def add_arguments(parser) -> None:
    """Nothing to choose."""


def run(arguments, settings: Settings) -> int:
    from bot.model import model_fits
    from bot.processes import running_processes

    found = running_processes()
    ready = EXPECTED <= {process.name for process in found if process.ready}
    _print_processes(found, ready, settings)
    print("Modell:  " + ("passt zu den Daten" if model_fits(settings) else "keines passt zu den Daten (./lotse train)"))
    print(f"Wissen:  {_count_records(settings)} Einträge in der Datenbank")
    _print_work(settings)
    return 0 if ready else NOT_READY


def _print_processes(found, ready: bool, settings: Settings) -> None:
    from bot.memory import own_megabytes
    from bot.processes import web_url

    for process in found:
        state = "bereit" if process.ready else "noch nicht bereit"
        print(f"{process.name:<8} {state:<18} Prozess {process.pid:<8} {own_megabytes(process.pid):5.0f} MB")
    if ready:
        print(f"Adresse: {web_url(settings)}")
    elif not found:
        print("Die Ideenlotse läuft nicht (./lotse start).")


def _print_work(settings: Settings) -> None:
    from sqlalchemy import inspect

    from bot.settings import TIME_ZONE
    from office.appointments.calendars import BusyTimes
    from office.mail import Outbox
    from office.work import WorkLog
    from storage.database import Database
    from wording.calendar_list import calendars_in_short
    from wording.outbox_list import counted, last_work

    database = Database(settings.database_url)
    try:
        if inspect(database.engine).has_table("calendar_state"):
            print(f"Mails:   {counted(Outbox(database).counts())}" + ("" if settings.smtp else " (kein Mailserver eingestellt)"))
            print(f"Kalender: {calendars_in_short(BusyTimes(database).states(), len(settings.calendars))}")
            print(f"Arbeit:  {last_work(WorkLog(database).runs(), TIME_ZONE)}")
    finally:
        database.close()


def _count_records(settings: Settings) -> int:
    from sqlalchemy import inspect

    from knowledge.store import RecordStore
    from storage.database import Database

    database = Database(settings.database_url)
    try:
        return RecordStore(database).count() if inspect(database.engine).has_table("record") else 0
    finally:
        database.close()
