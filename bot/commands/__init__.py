"""One module for each command of `./lotse`; whoever adds a module adds a command.

A command module has a docstring (its long help), `HELP` (its line in the overview), `add_arguments(parser)` and
`run(arguments, settings) -> exit code`. What is slow to import belongs inside `run`.
"""
from __future__ import annotations

import os
from pathlib import Path


def given_path(text: str) -> Path:
    """A file name from the command line, meant from where the person called `./lotse`; `type=` for argparse."""
    return Path(os.environ.get("LOTSE_CALLED_FROM", "."), text)
