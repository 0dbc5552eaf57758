"""Logs of the processes: a line per start and per problem, and never a word that a person wrote.

Rasa logs messages as values of structured events, SQLAlchemy and aiohttp put data into the texts of their errors, and
structlog's tracebacks show local variables. So of a structured event only its name is kept, and of a foreign error
only its type and the places in the code.
"""
from __future__ import annotations

import logging
import re
import sys
import traceback
import warnings
from typing import TextIO

OWN = ("bot.", "knowledge.", "storage.", "conversation.")
"""Errors defined there have messages of ours, which hold no data of people."""
_CONVERSATION = re.compile(r"(sender(?:_id| id)?\W{1,4})[\w-]{8,}")


def configure_logging(process: str, level: int = logging.WARNING, stream: TextIO | None = None) -> QuietFormatter:
    """Log to `stream` (stdout, where the supervisor collects it, unless given).

    `process` names our own logger, which also tells starts.
    """
    handler = logging.StreamHandler(stream or sys.stdout)
    formatter = QuietFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.getLogger(process).setLevel(logging.INFO)
    warnings.showwarning = _drop_warning  # filters do not last: libraries set their own when they are imported
    _configure_structlog(level)
    return formatter


class QuietFormatter(logging.Formatter):
    """Shows where an error happened and of which type it is, but not its message unless the error is ours."""

    starting = False
    """Before anybody can write, foreign errors are shown with their messages, which help to mend the start."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without the id of a conversation, which is a secret of the person."""
        return _CONVERSATION.sub(r"\1…", super().format(record))

    def formatException(self, ei) -> str:  # noqa: N802 (the name is logging's)
        """The types and places of an error and of what it came from."""
        lines, error = [], ei[1]
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            lines = [*places, _named(error, self.starting), *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def _drop_warning(*_warning: object, **_where: object) -> None:
    """Warnings are for those who write code: the tests show them."""


def _named(error: BaseException, with_message: bool) -> str:
    kind = type(error)
    text = f": {error}" if with_message or kind.__module__.startswith(OWN) else ""
    return f"{kind.__module__}.{kind.__qualname__}{text}"


def _configure_structlog(level: int) -> None:
    """Rasa's structured events go through `logging` with nothing but their name and a traceback."""
    try:
        import structlog
    except ImportError:
        return
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _only_the_name],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def _only_the_name(_logger: object, _method: str, event: dict) -> tuple[tuple, dict]:
    return (str(event.get("event", "")),), {"exc_info": True} if event.get("exc_info") or _method == "exception" else {}
