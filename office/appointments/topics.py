"""What a session is about, as topics: by them an adviser is chosen and a checklist is written."""
from __future__ import annotations

import re
from typing import Callable, Iterable

from knowledge.schema.record import Topic
from knowledge.terms import Terms
from knowledge.terms.topics import TopicWords

TopicsOf = Callable[[str], frozenset[str]]
"""The topics (values of `Topic`) of somebody's own words."""
_MONEY = re.compile(r"förder|foerder|zusch[uü]|geld|finanz|spende|crowdfunding|antrag", re.IGNORECASE)
_FOUNDING = re.compile(r"vereinsgründ|gründ|gruend|rechtsform|genossenschaft|satzung|gemeinnützig", re.IGNORECASE)


def session_topics(words: str, named: Iterable[str]) -> frozenset[str]:
    """The topics that are `named` in `words`; money and legal forms count here, though almost every question has them."""
    told = {*named} | ({Topic.FINANCE.value} if _MONEY.search(words) else set())
    return frozenset(told | ({Topic.LEGAL_FORM.value} if _FOUNDING.search(words) else set()))


def topics_by(terms: Terms) -> TopicsOf:
    """Reads topics by the words of the field alone."""
    words = TopicWords(terms)
    return lambda text: session_topics(text, words.named_in(text))
