"""The database blocks, and the web process must not: its verbs run in threads."""
from __future__ import annotations

import asyncio
from typing import Any, Callable

from conversation.refusals import StorageUnavailable
from storage import StorageError


async def in_thread(verb: Callable[..., Any], *arguments: Any) -> Any:
    """What `verb` gives; raises StorageUnavailable if the database does not answer."""
    try:
        return await asyncio.to_thread(verb, *arguments)
    except StorageError as error:
        raise StorageUnavailable from error
