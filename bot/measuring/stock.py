"""Our pipeline against the one that `rasa init` writes (DIET, TED): same messages, same machine, same run.

Both learn from the same sample of the training messages, because one epoch of DIET over all of them takes most of a
minute here, and it wants a hundred.
"""
from __future__ import annotations

import resource
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from random import Random

from bot.child_processes import LOGS, child_environment, run_with_log
from bot.errors import StartError
from bot.measuring.models import read_with
from bot.progress import say_on_stderr, step
from bot.settings import ROOT, Settings
from evaluation.measures import accuracy, macro_f1, out_of_scope
from evaluation.message_sets import messages_by_need, read_need_messages
from evaluation.tables import table

PER_NEED = 60
"""Training messages of each need in the sample."""


def against_stock(settings: Settings) -> str:
    """Trains both from nothing and lets each read the development set; takes many minutes."""
    with tempfile.TemporaryDirectory() as folder:
        data = _sample(Path(folder) / "data")
        rows = [
            _row(f"ours, {PER_NEED} messages a need", ROOT / "config.yml", data, settings),
            _row(f"stock (`rasa init`), the same {PER_NEED}", stock_config(Path(folder)), data, settings),
            _row("ours, all messages", ROOT / "config.yml", ROOT / "data", settings),
        ]
    head = [
        "pipeline", "right", "macro-F1", "messy styles", "out of scope recognised", "good ones sent away", "CPU s to train",
        "s to ready", "MB", "ms (median)",
    ]  # fmt: skip
    return table(head, rows)


def stock_config(folder: Path) -> Path:
    """The pipeline and policies that Rasa itself fills in for `rasa init`, for German, as a file in `folder`."""
    from ruamel.yaml import YAML

    yaml = YAML()
    stock = yaml.load((files("rasa.engine.recipes.config_files") / "default_config.yml").read_text("utf-8"))
    stock["language"], stock["assistant_id"] = "de", "stock"
    with open(folder / "stock.yml", "w", encoding="utf-8") as out:
        yaml.dump(stock, out)
    return folder / "stock.yml"


def _sample(folder: Path) -> Path:
    """`data/` with at most PER_NEED messages of each need, the same ones at every call."""
    chance = Random(20261126)
    folder.mkdir()
    for part in ("rules", "stories"):
        shutil.copytree(ROOT / "data" / part, folder / part)
    (folder / "nlu").mkdir()
    for need, texts in messages_by_need().items():
        chosen = "".join(f"    - {text}\n" for text in chance.sample(texts, min(PER_NEED, len(texts))))
        block = f'version: "3.1"\nnlu:\n- intent: {need}\n  examples: |\n{chosen}'
        (folder / "nlu" / f"{need}.yml").write_text(block, "utf-8")
    return folder


def _row(name: str, config: Path, data: Path, settings: Settings) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        seconds = _train(config, data, Path(folder), settings)
        measured = read_with(Path(folder) / "measured.tar.gz", read_need_messages(), settings)
    readings = measured.readings
    recognised, sent_away, *_ = out_of_scope(readings)
    messy = [one for one in readings if one.message.is_messy]
    return [
        name, f"{accuracy(readings).value:.3f}", f"{macro_f1(readings):.3f}", f"{accuracy(messy).value:.3f}",
        f"{recognised.value:.3f}", f"{sent_away.value:.3f}", f"{seconds:.0f}", f"{measured.seconds_to_ready:.1f}",
        f"{measured.megabytes:.0f}", f"{measured.median_milliseconds:.1f}",
    ]  # fmt: skip


def _train(config: Path, data: Path, folder: Path, settings: Settings) -> float:
    """Train from nothing into `folder`; gives the seconds of CPU. Raises StartError if it fails."""
    command = [
        sys.executable, "-m", "bot.train_rasa", "--config", str(config), "--data", str(data),
        "--fixed-model-name", "measured", "--out", str(folder), "--force",
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
