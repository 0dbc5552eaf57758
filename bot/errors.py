"""Trouble that a person at the command line can mend."""
from __future__ import annotations


class StartError(RuntimeError):
    """A command cannot go on; the message is one German sentence (or two) with the remedy."""
