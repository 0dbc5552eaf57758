"""Trainiert das Modell, wenn keines zu den Daten in config.yml, domain.yml und data/ passt.

Was schon gelernt ist, nimmt Rasa aus seinem Zwischenspeicher; die Ausgabe steht in var/log/train.log.
"""
from __future__ import annotations

from bot.settings import ROOT, Settings

HELP = "das Modell trainieren, wenn keines zu den Daten passt"


def add_arguments(parser) -> None:
    parser.add_argument("--force", action="store_true", help="auch dann trainieren, wenn das Modell passt")


def run(arguments, settings: Settings) -> int:
    from bot.model import ensure_model

    print(f"Das Modell ist {ensure_model(settings, force=arguments.force).relative_to(ROOT)}.")
    return 0
