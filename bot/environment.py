"""Makes `.venv` and installs what requirements.lock names; standard library only, runs before anything is installed.

`./lotse` calls it with the Python it found. An interrupted set-up is resumed: the stamp is written last. Everything
stays inside the checkout. Why uv, and why rasa comes last: docs/decisions/0002-python-and-lock.md.
"""
from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ((3, 10), (3, 11))
LAST = ("rasa", "rasa-sdk")
"""Declare Python below 3.11 although they run on it: pip takes them with --ignore-requires-python, uv cannot."""
NEEDED_BYTES = 3_000_000_000
"""Free space for a first set-up: 1.9 GB of packages, and the archives while they are unpacked."""

AGAIN = "Danach setzt ./lotse die Einrichtung fort."
NO_SPACE = f"Die Festplatte ist voll: Die Einrichtung braucht etwa 3 GB. Bitte schaffen Sie Platz. {AGAIN}"
NO_NETWORK = f"Das Verzeichnis der Python-Pakete ist nicht erreichbar. Bitte prüfen Sie die Netzverbindung. {AGAIN}"
WRONG_HASH = (
    "Ein geladenes Paket hat nicht die Prüfsumme aus requirements.lock und wurde nicht installiert. Bitte prüfen Sie, "
    "ob ein Zwischenspeicher im Netz (Proxy, eigenes Paketverzeichnis) Dateien verändert."
)
SIGNS = (
    (NO_SPACE, r"No space left on device|os error 28\b|Disk quota exceeded"),
    (WRONG_HASH, r"Hash mismatch|DO NOT MATCH THE HASHES"),
    (NO_NETWORK, r"Connection refused|Connection reset|name resolution|Name or service not known|dns error|Network is "
                 r"unreachable|No route to host|timed out|error sending request|Max retries|ProxyError|SSLError"),
)
"""What in the output of pip and uv tells which trouble it is; the first that is found counts."""


class SetupError(RuntimeError):
    """The set-up cannot go on; the message is one German sentence with the remedy."""


def main(arguments: list[str]) -> int:
    """Bring `.venv` into shape, or with `--fits` only say by the exit code whether it is."""
    if "--fits" in arguments:
        return 0 if fits() else 1
    try:
        set_up()
    except KeyboardInterrupt:
        return _complain("Die Einrichtung ist abgebrochen. Der nächste Aufruf von ./lotse setzt sie fort.", 130)
    except SetupError as error:
        return _complain(str(error), 1)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return _complain(NO_SPACE, 1)
        return _complain(f"Die Einrichtung kam nicht weiter ({error}). Bitte prüfen Sie die Rechte im Ordner {ROOT}.", 1)
    return 0


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


def fits() -> bool:
    """Whether `.venv` is complete for this lock, at this place."""
    try:
        return json.loads(_stamp().read_text("utf-8")) == _wanted(_python_of_venv())
    except (OSError, ValueError):
        return False


def set_up() -> None:
    """Everything up to a complete `.venv`; two calls at once wait for each other."""
    with _alone():
        if fits():
            return
        _check_space()
        _say("Die Umgebung .venv wird eingerichtet. Beim ersten Mal dauert das ein bis vier Minuten.")
        _make_venv()
        interrupted = _mark().exists()
        _stamp().unlink(missing_ok=True)
        _mark().touch()
        everything, last = _split_lock()
        _install(everything, interrupted)
        _pip("Rasa installieren", 20, "install", "--ignore-requires-python", *_exactly(last))
        _write_switches()
        _stamp().write_text(json.dumps(_wanted(_python_of_venv())), "utf-8")
        _mark().unlink()
        _say("Die Umgebung ist fertig.")


def _stamp() -> Path:
    return ROOT / ".venv" / "lotse-stamp.json"


def _mark() -> Path:
    """Lies in `.venv` while packages are being installed: who finds it knows that one may be half there."""
    return ROOT / ".venv" / "lotse-unfinished"


def _python() -> Path:
    return ROOT / ".venv" / "bin" / "python"


def _python_of_venv() -> str:
    """The version that `.venv` was made with, like `3.11`; empty if there is none."""
    file = ROOT / ".venv" / "pyvenv.cfg"
    found = re.search(r"^version\s*=\s*(\d+\.\d+)", file.read_text("utf-8"), re.M) if file.is_file() else None
    return found.group(1) if found else ""


def _wanted(python: str) -> dict[str, str]:
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    return {"lock": lock, "python": python, "place": str((ROOT / ".venv").resolve())}


@contextmanager
def _alone() -> Iterator[None]:
    (ROOT / "var" / "log").mkdir(parents=True, exist_ok=True)
    with open(ROOT / "var" / "setup.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Ein anderer Aufruf von ./lotse richtet gerade ein; dieser wartet darauf.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _check_space() -> None:
    if not _python().exists() and shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        raise SetupError(NO_SPACE)


def _make_venv() -> None:
    """Keep a `.venv` whose Python starts and fits, make a new one otherwise (also after the checkout was moved)."""
    if _starts() and _made_here():
        return
    if sys.version_info[:2] not in PYTHONS:
        raise SetupError(f"Gebraucht wird Python 3.11 oder 3.10, gefunden wurde {sys.version.split()[0]}.")
    code, output = _run("Python-Umgebung anlegen", 8, [sys.executable, "-m", "venv", "--clear", str(ROOT / ".venv")])
    if code and "ensurepip" in output:
        raise SetupError(
            f"Diesem Python ({sys.executable}) fehlt das Modul ensurepip. Bitte installieren Sie es "
            f"(Debian und Ubuntu: sudo apt install python3-venv). {AGAIN}"
        )
    _check("das Anlegen von .venv", code, output)


def _starts() -> bool:
    question = f"import sys, pip; sys.exit(sys.version_info[:2] not in {PYTHONS})"
    try:
        return subprocess.run([_python(), "-I", "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def _made_here() -> bool:
    """Its commands name the folder they were made for, so a moved `.venv` is of no use; one that is a link is."""
    folder = (ROOT / ".venv").resolve()
    activate = folder / "bin" / "activate"
    return activate.is_file() and str(folder) in activate.read_text("utf-8", "replace")


def _split_lock() -> tuple[Path, Path]:
    """The lock as two files: all but rasa and rasa-sdk, and these two."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    blocks = [block for block in re.split(r"(?m)^(?=[A-Za-z0-9])", text) if re.match(r"[A-Za-z0-9]", block)]
    folder = ROOT / "var" / "setup"
    folder.mkdir(parents=True, exist_ok=True)
    files = folder / "first.txt", folder / "last.txt"
    for file, is_last in zip(files, (False, True)):
        chosen = (block for block in blocks if (re.split(r"[=\[ ;]", block)[0].lower() in LAST) is is_last)
        file.write_text("".join(chosen), "utf-8")
    return files


def _install(file: Path, interrupted: bool) -> None:
    """With uv if it can be had, else with pip; after an interruption nothing that lies there is trusted."""
    uv = _get_uv()
    if uv:
        command = [uv, "pip", "install", "--python", _python(), *_exactly(file), *["--reinstall"] * interrupted]
        code, output = _run("Pakete laden und installieren", 60, command, _as_pip_is_told())
        if code == 0:
            return
        if _trouble(output) in (NO_SPACE, WRONG_HASH):
            raise SetupError(_trouble(output))
        _say("  Mit uv ging es nicht (var/log/setup.log); nun mit pip.")
    again = ["--force-reinstall"] * interrupted
    _pip("Pakete laden und installieren", 240, "install", *_exactly(file), *again)


def _get_uv() -> str | None:
    """uv from the Python index into `.venv`; none if the index does not have it."""
    uv = _python().with_name("uv")
    lock = ROOT / "requirements.setup.lock"
    if not uv.exists():
        command = [_python(), "-m", "pip", "install", "--retries", "2", *_exactly(lock)]
        code, output = _run("Installationsprogramm uv laden", 5, command)
        if code and _trouble(output):
            raise SetupError(_trouble(output))
    return str(uv) if uv.exists() else None


def _as_pip_is_told() -> dict[str, str]:
    """What pip's configuration says of the index and of certificates (a mirror, a company's proxy), in uv's words."""
    listing = subprocess.run(
        [_python(), "-m", "pip", "config", "list"], env=_child_environment(), capture_output=True, text=True
    ).stdout
    told = dict(re.findall(r"^\S+\.(index-url|cert)='(.+)'$", listing, re.M))
    words = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}
    return {words[name]: value for name, value in told.items() if words[name] not in os.environ}


def _exactly(file: Path) -> list[str]:
    return ["--no-deps", "--require-hashes", "-r", str(file)]


def _pip(what: str, seconds: int, *arguments: str) -> None:
    code, output = _run(what, seconds, [_python(), "-m", "pip", *arguments])
    _check(f"„{what}“", code, output)


def _check(what: str, code: int, output: str) -> None:
    if code:
        raise SetupError(_trouble(output) or f"Bei der Einrichtung misslang {what}. Näheres steht in var/log/setup.log.")


def _trouble(output: str) -> str | None:
    return next((sentence for sentence, sign in SIGNS if re.search(sign, output, re.I)), None)


def _run(what: str, seconds: int, command: list, more: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a step with a line before and after; its output goes to var/log/setup.log and comes back with the code."""
    _say(f"  {what} (etwa {seconds} Sekunden) …")
    began = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        env={**_child_environment(), **(more or {})},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with open(ROOT / "var" / "log" / "setup.log", "a", encoding="utf-8") as log:
        log.write(f"\n== {time.strftime('%Y-%m-%d %H:%M:%S')} {what}: {done.returncode}\n{done.stdout}")
    if done.returncode == 0:
        _say(f"  … fertig nach {time.monotonic() - began:.0f} Sekunden.")
    return done.returncode, done.stdout


def _child_environment() -> dict[str, str]:
    """The person's environment, without what would lead the installation elsewhere; caches inside the checkout."""
    misleading = {"UV_PYTHON", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "UV_SYSTEM_PYTHON"}
    chosen = {name: value for name, value in os.environ.items() if name not in misleading}
    chosen.setdefault("UV_CACHE_DIR", str(ROOT / "var" / "cache" / "uv"))
    chosen.setdefault("PIP_CACHE_DIR", str(ROOT / "var" / "cache" / "pip"))
    return {**chosen, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "UV_NO_PROGRESS": "1", "LC_ALL": "C.UTF-8"}


def _write_switches() -> None:
    """Rasa's own commands, called inside `.venv`, send no telemetry and keep quiet as well (read by Python's site)."""
    switches = {
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "MPLCONFIGDIR": str(ROOT / "var" / "cache" / "matplotlib"),
    }
    line = f"import os; [os.environ.setdefault(*switch) for switch in {list(switches.items())!r}]\n"
    packages = next((ROOT / ".venv" / "lib").glob("python3.*/site-packages"))
    (packages / "ideenlotse_switches.pth").write_text(line, "utf-8")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
