"""Puts a whole reply into Einfache Sprache: fewer records, each in its plain form, and no sentence that is too hard."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Callable, Sequence

from knowledge.office import OfficeProfile
from knowledge.schema import Record
from wording.cards.plain import plain_list_card
from wording.opened import PLAIN
from wording.plain.catalogue import CATALOGUE
from wording.remembering import remember_button
from wording.reply import Button, Reply

LISTS = ("FOUND", "FOUND_OTHER_REGION", "OUTDATED_ONLY", "NEAREST_SHOWN")
"""Outcomes of answers that show records as cards."""
OPENED = "RECORD_SHOWN"
NOT_PLAIN = "Dieser Text ist nicht in Einfacher Sprache."
MOST_RECORDS = 2
"""So many records stand in one answer."""
_UNDERSTOOD = re.compile(r"^(?P<words>[^()\n]+) \((?P<told>.+)\):$", re.MULTILINE)
"""What an answer went by, in brackets before its list."""
_NUMBERED = re.compile(r"^(?:\d+\. )?")


def plainly(
    reply: Reply, record_of: Callable[[str], Record | None], office: OfficeProfile, today: date
) -> Reply:  # fmt: skip
    """The same reply in plain words. One in another language stays as it is; so does the part of an opened record that
    somebody has chosen to read in its own words, which says so."""
    if reply.lang != "de":
        return reply
    if reply.outcome == OPENED:
        return reply if reply.part == PLAIN else replace(reply, text=f"{NOT_PLAIN}\n\n{reply.text}")
    if reply.outcome not in LISTS:
        return replace(reply, text=in_plain_words(reply.text, office))
    records = [record for one in reply.records if (record := record_of(one)) is not None]
    shown, dropped = records[:MOST_RECORDS], records[MOST_RECORDS:]
    paragraphs = [_paragraph(one, shown, dropped, office, today) for one in reply.text.split("\n\n")]
    urls = {record.source_url for record in dropped} - {record.source_url for record in shown}
    return replace(
        reply,
        text="\n\n".join(filter(None, paragraphs)),
        buttons=tuple(_buttons(reply.buttons, shown, dropped)),
        links=tuple(link for link in reply.links if link.url not in urls),
        records=tuple(record.id for record in shown),
    )


def in_plain_words(text: str, office: OfficeProfile) -> str:
    """`text` with each hard sentence of ours exchanged for plain ones, and the hours of the office one on a line."""
    for pattern, plain in _patterns():
        text = pattern.sub(partial(_exchanged, plain), text)
    text = _UNDERSTOOD.sub(r"Sie suchen: \g<told>\n\g<words>:", text)
    return text.replace("; ".join(office.hours), "\n".join(office.hours))


def _exchanged(plain: str, found: re.Match[str]) -> str:
    """The plain sentences with what fills their gaps, and the space or the end of the line behind them."""
    *gaps, space = found.groups()
    return plain.format(*gaps) + ("\n" if space and "\n" in plain else space)


def _paragraph(
    text: str, shown: Sequence[Record], dropped: Sequence[Record], office: OfficeProfile, today: date
) -> str:  # fmt: skip
    """A card as a plain one, nothing for one that is dropped, anything else in plain words."""
    number = _NUMBERED.match(text).group()
    begin = text[len(number) :].split("\n")[0]
    for record in shown:
        if begin == record.name:
            return number + plain_list_card(record, today)
    if any(begin == record.name for record in dropped):
        return ""
    return in_plain_words(text, office)


def _buttons(buttons: Sequence[Button], shown: Sequence[Record], dropped: Sequence[Record]):
    gone = [f'"{record.id}"' for record in dropped]
    for button in buttons:
        if not any(one in button.payload for one in gone):
            yield button
        elif button.payload.startswith("/merkliste"):
            yield remember_button(shown)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Longest first, so that no sentence is taken for a piece of another one. A sentence ends where no letter follows:
    the full stop in an address of the last gap is none of its own."""
    keys = sorted(CATALOGUE, key=len, reverse=True)
    return tuple(
        (re.compile(r"([^\n]+?)".join(map(re.escape, key.split("{}"))) + r"(?!\w)( ?)"), CATALOGUE[key]) for key in keys
    )
