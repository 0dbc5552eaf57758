"""What fits an idea that is about to be handed in, in a few lines and as buttons."""
from __future__ import annotations

from typing import Sequence

from knowledge.schema import Record
from wording.dates import listed
from wording.needs import NEED_OF_KIND, record_button, shortened
from wording.published_ideas import PAGE, TITLE
from wording.reply import Button, Link


def also_fitting(published: Sequence[tuple[str, str]], cases: Sequence[Record], funding: Sequence[Record]) -> str:
    """What is like the idea or may pay for it; empty if nothing is known. `published`: title and short words."""
    lines = []
    if published:
        told = "; ".join(f"„{title}“{f': {words}' if words else ''}" for title, words in published)
        lines.append(f"Ähnliche Ideen, die schon veröffentlicht sind: {told}.")
    if cases:
        lines.append(f"Ähnliches gibt es schon: {listed([one.name for one in cases])}.")
    if funding:
        lines.append(f"Geld dafür könnte es geben: {listed([one.name for one in funding])}.")
    return "\n".join(lines)


def published_links(published: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    """The page on which published ideas stand, where some were named."""
    return (Link(TITLE, PAGE),) if published else ()


def record_buttons(cases: Sequence[Record], funding: Sequence[Record]) -> tuple[Button, ...]:
    """Open the first of each."""
    return tuple(
        record_button(NEED_OF_KIND[one.kind], one.id, f"Ansehen: {shortened(one.name)}") for one in (*cases[:1], *funding[:1])
    )
