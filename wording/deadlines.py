"""The deadlines of funding that was shown."""
from __future__ import annotations

from datetime import date
from typing import Sequence

from knowledge.schema import Funding
from wording.cards import deadline_card
from wording.links import source_link
from wording.needs import NEED_OF_KIND, record_button, shortened
from wording.reply import Reply

DEADLINES_SHOWN = "DEADLINES_SHOWN"


def deadlines_reply(records: Sequence[Funding], today: date) -> Reply:
    """Name, deadline, state and source of each; they keep their numbers, so that „das zweite“ stays the same."""
    cards = [deadline_card(record, today) for record in records]
    if len(cards) > 1:
        cards = [f"{number}. {card}" for number, card in enumerate(cards, 1)]
    return Reply(
        "\n\n".join(cards),
        outcome=DEADLINES_SHOWN,
        buttons=tuple(
            record_button(NEED_OF_KIND[one.kind], one.id, f"So stellen Sie den Antrag: {shortened(one.name)}", "antrag")
            for one in records
        ),
        links=tuple(source_link(one) for one in records),
        records=tuple(one.id for one in records),
    )
