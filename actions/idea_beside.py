"""What is shown beside an idea that is about to be handed in: published ideas, cases and money that fit it."""
from __future__ import annotations

from dataclasses import replace

from actions.services import ActionServices
from conversation.forms.idea_parts import IDEA, PEOPLE, PLACE, PROBLEM, TITLE, WHO
from conversation.forms.model import FormTurn, Outcome
from knowledge.funding_finder import FundingWish
from knowledge.schema import Record
from knowledge.search import Outcome as Found
from knowledge.told_form import own_legal_forms
from wording.idea_beside import also_fitting, published_links, record_buttons
from wording.idea_form import ways_instead
from wording.reply import Reply

_MOST = 2
"""Of each kind; more would be longer than the idea itself."""
_ALIKE = 0.5
"""Cosine of the sentence embeddings from which two ideas count as alike."""


def beside_idea(reply: Reply, turn: FormTurn, services: ActionServices) -> Reply:
    """The reply of the form with what helps at this moment: other ways at its begin, what fits before it is sent."""
    if turn.outcome is Outcome.STARTED:
        return replace(reply, buttons=(*reply.buttons, *ways_instead()))
    if turn.outcome is not Outcome.CONFIRM:
        return reply
    words = idea_in_words(turn.state.values)
    cases, funding = fitting_cases(words, services), fitting_funding(turn.state.values, services)
    published = like_published(words, services)
    lines = also_fitting(published, cases, funding)
    head, _, question = reply.text.rpartition("\n\n")
    text = "\n\n".join(filter(None, (head, lines, question)))
    records = tuple(one.id for one in (*cases, *funding))
    buttons = (*reply.buttons, *record_buttons(cases, funding))
    return replace(reply, text=text, records=records, buttons=buttons, links=(*reply.links, *published_links(published)))


def idea_in_words(values) -> str:
    """What an idea is about, as a question to the search."""
    return " ".join(str(values[key]) for key in (TITLE, IDEA, PROBLEM, PEOPLE) if values.get(key))


def like_published(words: str, services: ActionServices) -> tuple[tuple[str, str], ...]:
    """Title and words of published ideas that are like it."""
    ideas = services.office.published.all()
    likeness = services.library.search.likeness(words, [f"{one.title}. {one.words}" for one in ideas]) if ideas else ()
    near = sorted((-like, one.title, one.words) for like, one in zip(likeness, ideas) if like >= _ALIKE)
    return tuple((title, told) for _, title, told in near[:_MOST])


def fitting_cases(words: str, services: ActionServices) -> tuple[Record, ...]:
    """Projects elsewhere that are like it."""
    found = services.library.search.find(
        services.library.reader.read(words), services.now().date(), "fallbeispiele", limit=_MOST
    )
    return tuple(one.record for one in found.hits) if found.outcome is Found.FOUND else ()


def fitting_funding(values, services: ActionServices) -> tuple[Record, ...]:
    """Money for it, as far as place and legal form are known."""
    reader, place = services.library.reader, values.get(PLACE) or {}
    lands = (place["land"],) if place.get("land") else ()
    forms = own_legal_forms(reader.read(f"Wir sind {values[WHO]}")) if values.get(WHO) else ()
    wish = FundingWish(
        idea_in_words(values)[:500], has_purpose=True, where=place.get("text", "") if lands else "", lands=lands, forms=forms
    )
    found = services.library.search.find(wish.asked(reader), services.now().date(), "foerderung", limit=_MOST)
    return tuple(one.record for one in found.hits) if found.outcome is Found.FOUND else ()
