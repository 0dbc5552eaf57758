"""The lists of the funding finder say no number, date, § or address that neither the record nor the person has said."""
from __future__ import annotations

import re
from datetime import date
from typing import Iterator

import pytest

from knowledge.funding_finder import FundingWish
from knowledge.funding_reasons import weighed
from knowledge.schema import Funding
from tests.wording.invented_words import MONTHS, Checker, euros
from tests.wording.test_invented_words import DAYS, RECORDS
from wording.funding_reasons import ReasonsInWords

WISHES = (
    FundingWish(words="Dorfladen"),
    FundingWish(words="Dorfladen", where="Sachsen", lands=("DE-SN",), forms=("verein",), amount_eur=20_000),
    FundingWish(words="Personal", forms=("kommune", "einzelperson"), amount_eur=777, wants_staff_costs=True),
)
FUNDING = [record for record in RECORDS.values() if isinstance(record, Funding)]


def may_say(record: Funding, day: date, wish: FundingWish) -> Iterator[str]:
    """What the card takes from fields, worked out here anew: parts of notes, days, the sum that was asked about."""
    share = record.own_share_note.rstrip(".").replace("; ", ", ")
    yield share.split(". ")[0]
    yield from re.findall(r"^(?:Mindestens )?(\d+ Prozent)\b", share)
    yield in_words(record.deadline.rstrip(".").replace("; ", ", "))
    yearly = [(year, *map(int, one.split("-"))) for one in record.recurrence for year in (day.year, day.year + 1)]
    days = [date(*one) for one in yearly] + ([record.deadline_on] if record.deadline_on else [])
    yield from (f"{one.day}. {MONTHS[one.month - 1]} {one.year}" for one in days)
    yield from (euros(one) for one in (record.amount_min_eur, record.amount_max_eur, wish.amount_eur) if one)


def in_words(text: str) -> str:
    return re.sub(
        r"\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)\b", lambda found: f"{int(found[3])}. {MONTHS[int(found[2]) - 1]} {found[1]}", text
    )


def facts_in(card: str, record: Funding, day: date, wish: FundingWish) -> list[str]:
    """What stands in the card beside quotes of the record and the sum that was asked about, and is no plain word."""
    left = Checker((record,), day, also=tuple(may_say(record, day, wish))).in_text(card)
    return [one for one in left if re.search(r"[\d§@]|https?:", one)]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("wish", WISHES)
def test_no_reason_of_any_funding_names_a_figure_of_its_own(library, wish, day):
    words, asked = ReasonsInWords(library.terms, library.reader.places), wish.asked(library.reader)
    invented = {}
    for record in FUNDING:
        found = facts_in(words.card(weighed(record, wish, asked, day), day), record, day, wish)
        if found:
            invented[record.id] = found
    assert invented == {} and len(FUNDING) > 100


def test_a_changed_digit_is_caught(library):
    words, wish, day = ReasonsInWords(library.terms, library.reader.places), WISHES[1], DAYS[0]
    caught, changed = 0, 0
    for record in FUNDING[:40]:
        card = words.card(weighed(record, wish, wish.asked(library.reader), day), day)
        for digit in re.finditer(r"\d", card):
            wrong = card[: digit.start()] + str((int(digit[0]) + 1) % 10) + card[digit.end() :]
            changed += 1
            caught += bool(facts_in(wrong, record, day, wish))
    assert changed > 500 and caught / changed >= 0.99
