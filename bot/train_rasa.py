"""What `rasa train` does, with the same arguments, in a tenth less time: it looks for garbage more rarely."""
from __future__ import annotations

import sys

from bot.memory import collect_rarely


def main() -> None:
    """Train as the command line says; ends with Rasa's exit code."""
    collect_rarely()
    from rasa.__main__ import main as rasa

    sys.argv = ["rasa", "train", *sys.argv[1:]]
    rasa()


if __name__ == "__main__":
    main()
