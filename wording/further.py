"""The next records of a search in words, and that there are no more."""
from __future__ import annotations

from typing import Callable, Sequence

from knowledge.office import OfficeProfile
from knowledge.places import PlaceResolver
from knowledge.schema import Record
from knowledge.search import Outcome
from knowledge.terms import Terms
from knowledge.understanding import Understanding
from wording.cards import NO_LEGAL_ADVICE
from wording.findings import NAMES, more_buttons, office_to_ask, understood
from wording.links import source_link
from wording.needs import need_button, next_step
from wording.remembering import remember_button
from wording.reply import Reply


def further_reply(
    outcome: Outcome, records: Sequence[Record], asked: Understanding, kind: str, terms: Terms, places: PlaceResolver,
    card: Callable[[Record], str],
) -> Reply:  # fmt: skip
    """The `records` as cards; what held for the first ones, as `outcome` says, holds for them too."""
    context = understood(asked, terms, places)
    lead = {
        Outcome.FOUND_OTHER_REGION: f"Diese {NAMES[kind]} gelten ebenfalls anderswo:",
        Outcome.OUTDATED_ONLY: "Auch das ist schon vorbei oder ausgelaufen:",
    }.get(outcome, f"Das passt auch noch{f' ({context})' if context else ''}:")
    cards = [f"{number}. {card(record)}" for number, record in enumerate(records, 1)]
    about_law = [NO_LEGAL_ADVICE] if kind == "rechtliche_huerden" else []
    return Reply(
        "\n\n".join([lead, *cards, *about_law]),
        outcome=outcome.value,
        buttons=(*more_buttons(records), remember_button(list(records)), next_step(kind, asked.text)),
        links=tuple(source_link(record) for record in records),
        records=tuple(record.id for record in records),
    )


def nothing_further(kind: str, question: str, office: OfficeProfile) -> Reply:
    """Everything that fits was shown."""
    return Reply(
        f"Mehr Passendes habe ich dazu nicht in meiner Sammlung. {office_to_ask(office)} "
        "Oder Sie fragen mich mit anderen Worten.",
        outcome="NOTHING_FURTHER",
        buttons=(next_step(kind, question), *([] if kind == "kontakte" else [need_button("mensch")])),
    )
