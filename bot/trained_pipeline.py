"""With which spaCy pipeline a stored model was trained, read from its archive before Rasa is loaded."""
from __future__ import annotations

import json
import tarfile
from pathlib import Path

from knowledge.language import check_pipeline

PIPELINE_FILE = "pipeline.json"
"""What `bot/nlu/field_entities.py` leaves in the model."""


def check_pipeline_of(model: Path, spacy_model: str) -> None:
    """Raise LanguageError if the model was trained with another pipeline than `spacy_model` gives here.

    A file that is no model, and a model without our entities, are left to Rasa.
    """
    try:
        with tarfile.open(model) as archive:
            found = [member for member in archive if member.name.endswith(f"/{PIPELINE_FILE}")]
            signatures = [json.load(archive.extractfile(member)) for member in found]
    except (OSError, tarfile.TarError, ValueError):
        return
    for signature in signatures:
        check_pipeline(signature, spacy_model)
