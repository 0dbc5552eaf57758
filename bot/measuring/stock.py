"""Our pipeline against the one that `rasa init` writes (DIET, TED): same messages, same machine, same run."""
from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from bot.child_processes import LOGS, child_environment, run_with_log
from bot.errors import StartError
from bot.measuring.models import read_with
from bot.progress import say_on_stderr, step
from bot.settings import ROOT, Settings
from evaluation.measures import accuracy, macro_f1, out_of_scope
from evaluation.message_sets import read_need_messages
from evaluation.tables import table

STOCK = Path(__file__).with_name("stock_config.yml")


def against_stock(settings: Settings) -> str:
    """Trains both from nothing and lets each read the development set; takes many minutes."""
    rows = [_row("ours (config.yml)", ROOT / "config.yml", settings), _row("stock (`rasa init`)", STOCK, settings)]
    head = [
        "pipeline", "right", "macro-F1", "messy styles", "out of scope recognised", "good ones sent away", "CPU s to train",
        "s to ready", "MB", "ms (median)",
    ]  # fmt: skip
    return table(head, rows)


def _row(name: str, config: Path, settings: Settings) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        seconds = _train(config, Path(folder), settings)
        measured = read_with(Path(folder) / "measured.tar.gz", read_need_messages(), settings)
    readings = measured.readings
    recognised, sent_away, *_ = out_of_scope(readings)
    messy = [one for one in readings if one.message.is_messy]
    return [
        name, f"{accuracy(readings).value:.3f}", f"{macro_f1(readings):.3f}", f"{accuracy(messy).value:.3f}",
        f"{recognised.value:.3f}", f"{sent_away.value:.3f}", f"{seconds:.0f}", f"{measured.seconds_to_ready:.1f}",
        f"{measured.megabytes:.0f}", f"{measured.median_milliseconds:.1f}",
    ]  # fmt: skip


def _train(config: Path, folder: Path, settings: Settings) -> float:
    """Train from nothing into `folder`; gives the seconds of CPU. Raises StartError if it fails."""
    command = [
        sys.executable, "-m", "rasa", "train", "--config", str(config), "--fixed-model-name", "measured",
        "--out", str(folder), "--force",
    ]  # fmt: skip
    environment = child_environment(settings, LOTSE_CONTENT=str(settings.content), LOTSE_SPACY_MODEL=settings.spacy_model)
    log = LOGS / f"train-{config.stem}.log"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with step(f"Training mit {config.name}", 60, say_on_stderr):
        code, _ = run_with_log(command, log, environment, ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code:
        raise StartError(f"Das Training mit {config.name} ist misslungen; die Ausgabe steht in {log.relative_to(ROOT)}.")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
