"""How much each part of the ranking counts: learned, not guessed (`./lotse eval search --learn`)."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("weights.yml")


@dataclass(frozen=True)
class Weights:
    """One factor for each part. A sum that is larger by 1 makes a record e times as likely to be the right one.

    `found` is the likeness (words and meaning together) from which a record counts as an answer; `found_if_it_fits`
    holds where a topic of it was asked for or it has all the words of a short question, `found_in_land` where its Land
    was asked for.
    """

    words: float
    summary: float
    questions: float
    land: float
    nationwide: float
    elsewhere: float
    unasked_land: float
    topic: float
    form: float
    amount: float
    ended: float
    found: float
    found_if_it_fits: float
    found_in_land: float

    def write(self, file: Path = FILE) -> None:
        """Keep them for the next start."""
        head = "# Gewichte der Suche, gelernt mit `./lotse eval search --learn`; was sie bedeuten: weights.py.\n"
        file.write_text(head + yaml.safe_dump(asdict(self), sort_keys=False), "utf-8")


def read_weights(file: Path = FILE) -> Weights:
    """The learned weights; raises TypeError or YAMLError if the file is not as `write` leaves it."""
    return Weights(**yaml.safe_load(file.read_text("utf-8")))
