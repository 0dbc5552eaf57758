"""Lines that say what takes a while, when it begins and when it is done."""
from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import Callable, Iterator

Report = Callable[[str], None]
"""Where lines for the person go; a silent command gives `silence`."""


def say(line: str) -> None:
    """One line to the person, at once."""
    print(line, flush=True)


def say_on_stderr(line: str) -> None:
    """One line to the person, at once, for commands whose output is read by programs."""
    print(line, file=sys.stderr, flush=True)


def silence(_line: str) -> None:
    """For commands whose output is read by programs."""


@contextmanager
def step(what: str, about_seconds: int, report: Report = say) -> Iterator[None]:
    """Announce a step of more than two seconds and say how long it took; nothing is said when it fails."""
    report(f"{what} (etwa {about_seconds} Sekunden) …")
    began = time.monotonic()
    yield
    report(f"  … fertig nach {time.monotonic() - began:.0f} Sekunden.")
