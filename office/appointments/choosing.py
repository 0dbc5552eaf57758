"""Which advisers fit a wish."""
from __future__ import annotations

from typing import Sequence

from knowledge.schema.adviser import Adviser
from office.appointments.model import SessionWish


def fitting(advisers: Sequence[Adviser], wish: SessionWish) -> tuple[Adviser, ...]:
    """The advisers who can give what is wished, the best first; when they have time is not looked at.

    The topic goes before the place, a Kreis before a Land, then the order of `advisers`: who knows the subject helps by
    telephone from anywhere, who is near may not know it. Who names topics or places fits only a wish that has one of them.
    Where the wish names an adviser, topic and place have been decided already.
    """
    able = (one for one in advisers if _can_give(one, wish) and (wish.adviser or _is_there_for(one, wish)))
    return tuple(sorted(able, key=lambda one: _distance(one, wish)))


def _can_give(adviser: Adviser, wish: SessionWish) -> bool:
    """Whether format, language, length and what somebody needs to take part are there."""
    return (
        wish.adviser in (None, adviser.id)
        and (wish.format is None or wish.format in adviser.formats)
        and (wish.language is None or wish.language in adviser.languages)
        and (wish.minutes is None or wish.minutes in adviser.lengths)
        and wish.access <= set(adviser.access)
    )


def _is_there_for(adviser: Adviser, wish: SessionWish) -> bool:
    is_everywhere = not (adviser.lands or adviser.kreise)
    return (not adviser.topics or _has_topic(adviser, wish)) and (is_everywhere or _has_place(adviser, wish))


def _distance(adviser: Adviser, wish: SessionWish) -> tuple[bool, bool, bool]:
    """How far the adviser is from topic and place; less is nearer."""
    return not _has_topic(adviser, wish), wish.kreis not in adviser.kreise, not _has_place(adviser, wish)


def _has_topic(adviser: Adviser, wish: SessionWish) -> bool:
    return bool(wish.topics & {one.value for one in adviser.topics})


def _has_place(adviser: Adviser, wish: SessionWish) -> bool:
    return wish.kreis in adviser.kreise or wish.land in adviser.lands
