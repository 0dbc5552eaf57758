"""A wish as it is kept in the database: JSON of what was said, nothing of what was not."""
from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any, Mapping

from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.meanings import Days, Minutes
from knowledge.times.wish import TimeWish
from office.appointments.model import SessionWish

_DAYS, _HOURS, _WEEKDAYS = ("days", "not_days"), ("hours", "not_hours"), ("weekdays", "not_weekdays")


def wish_to_json(wish: SessionWish) -> dict[str, Any]:
    """What `json` can write."""
    kept = {
        "topics": sorted(wish.topics), "access": sorted(one.value for one in wish.access),
        "format": wish.format and wish.format.value, "times": _times_to_json(wish.times),
        **{name: getattr(wish, name) for name in ("land", "kreis", "language", "minutes", "adviser")},
    }  # fmt: skip
    return {name: value for name, value in kept.items() if value}


def wish_from_json(kept: Mapping[str, Any]) -> SessionWish:
    """The wish that was kept."""
    told = {one.name: kept[one.name] for one in fields(SessionWish) if one.name in kept}
    told["topics"] = frozenset(kept.get("topics", ()))
    told["access"] = frozenset(map(AccessNeed, kept.get("access", ())))
    told["format"] = SessionFormat(kept["format"]) if "format" in kept else None
    told["times"] = _times_from_json(kept.get("times", {}))
    return SessionWish(**told)


def _times_to_json(times: TimeWish) -> dict[str, Any]:
    kept: dict[str, Any] = {name: sorted(getattr(times, name)) for name in _WEEKDAYS}
    kept.update({name: [[str(one.first), one.last and str(one.last)] for one in getattr(times, name)] for name in _DAYS})
    kept.update({name: [[one.first, one.last] for one in getattr(times, name)] for name in _HOURS})
    return {name: value for name, value in (*kept.items(), ("is_urgent", times.is_urgent)) if value}


def _times_from_json(kept: Mapping[str, Any]) -> TimeWish:
    told: dict[str, Any] = {name: frozenset(kept.get(name, ())) for name in _WEEKDAYS}
    told.update({
        name: tuple(Days(date.fromisoformat(first), last and date.fromisoformat(last)) for first, last in kept.get(name, ()))
        for name in _DAYS
    })  # fmt: skip
    told.update({name: tuple(Minutes(*one) for one in kept.get(name, ())) for name in _HOURS})
    return TimeWish(is_urgent=kept.get("is_urgent", False), **told)
