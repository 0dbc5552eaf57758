"""The public holidays of a Land.

From the library `holidays`, category „public“: what is free in the whole Land. Days that only some municipalities have
(Fronleichnam in Saxony and Thuringia, Mariä Himmelfahrt in Bavaria) are not among them; an office names them as exceptions.
"""
from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Mapping

from holidays import country_holidays


def holiday_name(land: str, day: date) -> str | None:
    """The German name of the holiday that `day` is in `land` (ISO 3166-2, 'DE-SN'); None if it is none."""
    return _of_year(land, day.year).get(day)


@lru_cache(maxsize=128)
def _of_year(land: str, year: int) -> Mapping[date, str]:
    """A table of its own for each year: the library fills one table while others may be reading it."""
    found = country_holidays("DE", subdiv=land.removeprefix("DE-"), years=year, language="de")
    return {day: name for day, name in found.items() if day.year == year}
