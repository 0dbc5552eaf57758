"""Lines of calendar files (RFC 5545): texts escaped, lines folded. Every writer of such files uses these."""
from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Iterable

MEDIA_TYPE = "text/calendar"
_LONGEST_LINE = 75
"""Bytes of a line before it is folded."""
_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
"""Whatever a reader could take for the end of a line."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def calendar_text(lines: Iterable[str]) -> str:
    """A whole file: each line folded and ended."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """A TEXT value (3.3.11). However lines are broken in `text`, no property or component can begin in it."""
    text = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def quoted(text: str) -> str:
    """The value of a parameter, in quotes (3.2), which cannot be escaped and so become apostrophes (cf. RFC 6868)."""
    line = _CONTROLS.sub("", _BREAKS.sub(" ", text)).replace('"', "'")
    return f'"{line}"'


def utc_moment(moment: datetime) -> str:
    """A moment in UTC (3.3.5, form 2)."""
    return moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> str:
    """`line` in pieces of at most 75 bytes that begin with a space, never cut within a letter (3.1)."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode("utf-8")) > _LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
