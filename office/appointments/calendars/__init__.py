"""Advisers' own calendars: when they have something else to do, and which bookings stand there. How they are reached is
the worker's (`worker/caldav`). What is here and why: docs/decisions/0026-caldav.md.
"""
from office.appointments.calendars.busy import BusyTimes, joined
from office.appointments.calendars.collisions import colliding
from office.appointments.calendars.entries import CalendarEntries
from office.appointments.calendars.model import CalendarState, Collision, Problem, Span, Task, Wanted

__all__ = [
    "BusyTimes", "CalendarEntries", "CalendarState", "Collision", "Problem", "Span", "Task", "Wanted", "colliding", "joined",
]  # fmt: skip
