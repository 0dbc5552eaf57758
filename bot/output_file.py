"""Where a command writes what it exports."""
from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import BinaryIO, Iterator

from bot.commands import given_path
from bot.errors import StartError


@contextmanager
def output_file(file: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a new file that nobody else may read; raises StartError if it cannot be written."""
    if file is None:
        yield sys.stdout.buffer
        return
    try:
        handle = os.open(given_path(file), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise StartError(f"Die Datei {file} gibt es schon. Bitte nennen Sie einen anderen Namen.") from None
    except OSError as error:
        raise StartError(f"Die Datei {file} lässt sich nicht schreiben ({error.strerror}).") from None
    with os.fdopen(handle, "wb") as out:
        yield out
