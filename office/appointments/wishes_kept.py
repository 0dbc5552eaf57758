"""A wish as it is kept in the database: JSON of what was said, nothing of what was not."""
from __future__ import annotations

from dataclasses import fields
from typing import Any, Mapping

from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.times.wish import TimeWish
from office.appointments.model import SessionWish


def wish_to_json(wish: SessionWish) -> dict[str, Any]:
    """What `json` can write."""
    kept = {
        "topics": sorted(wish.topics), "access": sorted(one.value for one in wish.access),
        "format": wish.format and wish.format.value, "times": wish.times.to_plain(),
        **{name: getattr(wish, name) for name in ("land", "kreis", "language", "minutes", "adviser")},
    }  # fmt: skip
    return {name: value for name, value in kept.items() if value}


def wish_from_json(kept: Mapping[str, Any]) -> SessionWish:
    """The wish that was kept."""
    told = {one.name: kept[one.name] for one in fields(SessionWish) if one.name in kept}
    told["topics"] = frozenset(kept.get("topics", ()))
    told["access"] = frozenset(map(AccessNeed, kept.get("access", ())))
    told["format"] = SessionFormat(kept["format"]) if "format" in kept else None
    told["times"] = TimeWish.from_plain(kept.get("times", {}))
    return SessionWish(**told)
