"""The trained model: does it fit the present data, and if not, train one.

Rasa's own fingerprints decide which parts are trained again; but asking them means importing Rasa, which takes eight
seconds. So the hash of everything that a training reads lies beside each model, and equal hashes need no Rasa.
"""
from __future__ import annotations

import fcntl
import hashlib
import re
import sys
import sysconfig
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Iterable, Iterator

from bot.child_processes import child_environment, run_with_log
from bot.errors import StartError
from bot.progress import Report, say, step
from bot.settings import ROOT, Settings

READ_BY_RASA = ("config.yml", "domain.yml", "data/**/*.yml", "data/**/*.yaml")
READ_BY_TRAINING = (
    *READ_BY_RASA,
    "bot/nlu/**/*.py",
    "knowledge/spelling/*.py",
    "knowledge/folding.py",
    "knowledge/embedding.py",
    "knowledge/sentence_network.py",
    "knowledge/content/dialects.yml",
    "knowledge/content/terms.yml",
    "requirements.lock",
)
KEPT_MODELS = 2
_COMPLAINT = re.compile(r"^(?:\x1b\[\d+m)*(?:\w+\.)*(\w+(?:Exception|Error)): (.+?)(?:\x1b\[0m)?$", re.M)


def ensure_model(settings: Settings, force: bool = False, report: Report = say, root: Path = ROOT) -> Path:
    """The newest model if it fits the data, else a newly trained one; raises StartError if that is impossible.

    Two calls at once wait for each other, and the second one finds the model of the first.
    """
    check_training_files(root)
    with _alone(root):
        stamp = compute_stamp(settings.spacy_model, root)
        model = None if force else fitting_model(stamp, root)
        return model or _train(settings, stamp, force, report, root)


def model_fits(settings: Settings, root: Path = ROOT) -> bool:
    """Whether a model of the present data lies there."""
    return fitting_model(compute_stamp(settings.spacy_model, root), root) is not None


def fitting_model(stamp: str, root: Path = ROOT) -> Path | None:
    """The newest model that was trained with `stamp`."""
    return next((model for model in _our_models(root) if _stamp_of(model).read_text("utf-8") == stamp), None)


def compute_stamp(spacy_model: str, root: Path = ROOT) -> str:
    """One hash over the names and contents of everything that a training reads, and over the German spaCy models."""
    whole = hashlib.sha256()
    for file in _files(root, READ_BY_TRAINING):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(root)} {content}\n".encode())
    whole.update(f"{spacy_model} {_installed_spacy_models()}".encode())
    return whole.hexdigest()


def check_training_files(root: Path = ROOT) -> None:
    """Raise StartError if a file that Rasa reads for training is broken."""
    check_yaml(_files(root, READ_BY_RASA), root)


def check_yaml(files: Iterable[Path], root: Path = ROOT) -> None:
    """Raise StartError with file and line if one of the files is no YAML; Rasa itself names neither in a sentence."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    for file in files:
        name = file.relative_to(root)
        try:
            YAML(typ="safe", pure=False).load(file.read_text("utf-8"))
        except UnicodeDecodeError:
            raise StartError(f"{name} ist nicht in UTF-8 gespeichert. Bitte speichern Sie die Datei so.") from None
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = f", Zeile {mark.line + 1}" if mark else ""
            reason = " ".join((error.problem or error.context or "").split())
            raise StartError(f"{name}{line}: Das ist kein gültiges YAML ({reason}). Bitte berichtigen Sie es.") from None
        except YAMLError as error:
            reason = " ".join(str(error).split())
            raise StartError(f"{name}: Das ist kein gültiges YAML ({reason}). Bitte berichtigen Sie es.") from None


def _files(root: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted({file for pattern in patterns for file in root.glob(pattern) if file.is_file()})


def _installed_spacy_models() -> list[str]:
    packages = Path(sysconfig.get_path("purelib"))
    return sorted(found.name for found in packages.glob("de_*_news_*.dist-info"))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    folder = root / "var" / "run"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "train.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _our_models(root: Path) -> list[Path]:
    """The models with a stamp, newest first. Others, say from `rasa train`, are the person's own and left alone."""
    models = (model for model in (root / "models").glob("*.tar.gz") if _stamp_of(model).is_file())
    return sorted(models, key=lambda model: (model.stat().st_mtime, model.name), reverse=True)


def _stamp_of(model: Path) -> Path:
    return model.with_name(model.name.removesuffix(".tar.gz") + ".stamp")


def _train(settings: Settings, stamp: str, force: bool, report: Report, root: Path) -> Path:
    missing = [name for name in ("config.yml", "domain.yml", "data") if not (root / name).exists()]
    if missing:
        raise StartError(f"Zum Trainieren fehlt {', '.join(missing)}. Bitte holen Sie die Dateien aus dem Archiv zurück.")
    name = time.strftime("%Y%m%d-%H%M%S")
    model = root / "models" / f"{name}.tar.gz"
    command = [sys.executable, "-m", "bot.train_rasa", "--fixed-model-name", name, "--out", "models"]
    environment = child_environment(settings, LOTSE_SPACY_MODEL=settings.spacy_model)
    log = root / "var" / "log" / "train.log"
    with step("Das Modell wird trainiert", 60, report):
        code, output = run_with_log(command + ["--force"] * force, log, environment, root)
        if code or not model.is_file():
            raise StartError(_why_it_failed(output, log))
    _stamp_of(model).write_text(stamp, "utf-8")
    _remove_old(root)
    return model


def _why_it_failed(output: str, log: Path) -> str:
    if "No space left on device" in output:
        return "Die Festplatte ist voll, das Training brach ab. Bitte schaffen Sie Platz und versuchen Sie es noch einmal."
    complaints = _COMPLAINT.findall(output)
    reason = f" ({complaints[-1][0]}: {complaints[-1][1]})" if complaints else ""
    return f"Das Training ist misslungen{reason}. Die ganze Ausgabe steht in {log.relative_to(log.parents[2])}."


def _remove_old(root: Path) -> None:
    for model in _our_models(root)[KEPT_MODELS:]:
        model.unlink()
        _stamp_of(model).unlink()
