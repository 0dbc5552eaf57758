"""What becomes of the output of a process: all of it in a file of bounded size, problems also on the terminal."""
from __future__ import annotations

import logging
import logging.handlers
import re
import time
from asyncio import StreamReader
from pathlib import Path

from bot.progress import Report
from bot.settings import ROOT

MAX_BYTES = 2_000_000
OLD_FILES = 2
SHOWN_PER_MINUTE = 10
_PROBLEM = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|^(\w+\.)*\w*(Error|Exception)(:|$)")


class ProcessLog:
    """The log of one process, `var/log/<name>.log`."""

    def __init__(self, name: str, folder: Path, report: Report) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = name
        self.file = folder / f"{name}.log"
        self.shown_name = self.file.relative_to(ROOT) if self.file.is_relative_to(ROOT) else self.file
        self._report = report
        self._handler = _Rotating(self.file, maxBytes=MAX_BYTES, backupCount=OLD_FILES, encoding="utf-8")
        self._minute, self._shown = 0.0, 0

    async def collect(self, stream: StreamReader) -> None:
        """Take lines until the stream ends; a line may be of any length."""
        rest = b""
        while chunk := await stream.read(65536):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self.take(line.decode("utf-8", "replace").rstrip())
        if rest:
            self.take(rest.decode("utf-8", "replace"))

    def take(self, line: str) -> None:
        """Keep a line, and show it if it tells of a problem."""
        self._handler.emit(logging.makeLogRecord({"msg": line}))
        if _PROBLEM.search(line):
            self._show(line)

    def tail(self, lines: int = 10) -> list[str]:
        """The last lines, for the person who has to find out why it ended."""
        return self.file.read_text("utf-8", "replace").splitlines()[-lines:] if self.file.is_file() else []

    def close(self) -> None:
        """Close the file."""
        self._handler.close()

    def _show(self, line: str) -> None:
        """No flood: after ten lines in a minute the file has to do."""
        if time.monotonic() - self._minute > 60:
            self._minute, self._shown = time.monotonic(), 0
        self._shown += 1
        if self._shown <= SHOWN_PER_MINUTE:
            self._report(f"{self.name:<7} | {line[:300]}")
        elif self._shown == SHOWN_PER_MINUTE + 1:
            self._report(f"{self.name:<7} | … mehr davon in {self.shown_name}")


class _Rotating(logging.handlers.RotatingFileHandler):
    """Goes on when a line cannot be written (a full disk): the process matters more than its log."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the name is logging's)
        """Nothing: the line is shown on the terminal anyway if it tells of a problem."""
