"""Call-backs as the staff of the office reads them: in a terminal and in a spreadsheet."""
from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Iterator

from office.callbacks import Callback, CallbackOutcome, CallbackResult, CallbackState

STATES = {
    CallbackState.OPEN: "offen",
    CallbackState.CALLED: "angerufen",
    CallbackState.DONE: "erledigt",
    CallbackState.WITHDRAWN: "zurückgezogen",
}
COLUMNS = (
    "Nummer", "Stand", "Eingang", "Letzte Änderung", "Name", "Telefon", "E-Mail", "Beste Zeit", "Thema",
    "Bearbeitet von", "Einwilligung (Fassung)", "Einwilligung am",
)  # fmt: skip
NOTHING = "Es gibt keine Rückrufe, die dazu passen."
_OUTCOMES = {
    CallbackOutcome.CALLED: "{number}: Es ist vermerkt, dass angerufen wurde. Der Rückruf bleibt auf der Liste.",
    CallbackOutcome.DONE: "{number} ist erledigt. Was die Person angegeben hat, wird nach 30 Tagen gelöscht.",
    CallbackOutcome.WITHDRAWN: "{number} ist zurückgezogen. Was die Person angegeben hat, ist gelöscht.",
    CallbackOutcome.ALREADY_DONE: "{number} war schon erledigt. Es ist nichts geändert.",
    CallbackOutcome.ALREADY_WITHDRAWN: "{number} war schon zurückgezogen. Es ist nichts geändert.",
}


def outcome_for_staff(result: CallbackResult) -> str:
    """What came of a verb of the office, in a sentence or two."""
    return _OUTCOMES[result.outcome].format(number=result.number)


def unknown_number(typed: str) -> str:
    """Nobody has this number, or not any more."""
    return f"Einen Rückruf mit der Nummer „{typed}“ gibt es nicht. ./lotse callbacks list --state all zeigt alle."


def callback_cells(callback: Callback, zone: tzinfo) -> tuple[str | None, ...]:
    """One row under COLUMNS."""
    return (
        callback.number,
        STATES[callback.state],
        _moment(callback.requested_at, zone),
        _moment(callback.touched_at, zone),
        callback.name,
        callback.phone,
        callback.email,
        callback.best_time,
        callback.subject,
        callback.handled_by,
        callback.consent.version,
        _moment(callback.consent.given_at, zone),
    )


def whole_callback(callback: Callback, zone: tzinfo) -> str:
    """All that is known of one call-back, a line for each column that is not empty."""
    width = max(map(len, COLUMNS)) + 2
    cells = zip(COLUMNS, callback_cells(callback, zone))
    return "\n".join(f"{column + ':':<{width}}{cell}" for column, cell in cells if cell)


def short_callback(callback: Callback, zone: tzinfo) -> str:
    """What somebody needs to call: a line with number, state and day, then who, when and what about."""
    head = f"{callback.number}  {STATES[callback.state]:<13}  seit {_moment(callback.requested_at, zone)}"
    return "\n    ".join([head, *_details(callback)])


def _details(callback: Callback) -> Iterator[str]:
    who = ", ".join(filter(None, (callback.name, callback.phone, callback.email)))
    yield from filter(None, (who, callback.best_time, callback.subject))


def _moment(moment: datetime, zone: tzinfo) -> str:
    """„22.11.2026 10:00“"""
    return moment.astimezone(zone).strftime("%d.%m.%Y %H:%M")
