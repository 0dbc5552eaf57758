"""What has to be there before the assistant runs or is tested: the knowledge in the database, and a model."""
from __future__ import annotations

from pathlib import Path

from bot.model import ensure_model
from bot.progress import Report, step
from bot.settings import Settings


def prepare(settings: Settings, report: Report) -> Path:
    """Load the knowledge and make sure of a model; gives the path of the model."""
    from bot.bootstrap import load_knowledge

    with step("Das Wissen wird geladen", 5, report):
        report(f"  {load_knowledge(settings).summary}")
    return ensure_model(settings, report=report)
