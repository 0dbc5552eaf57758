"""A little checkout with `./lotse`, a lock of two tiny packages, and a folder that stands in for the Python index."""
from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from bot.settings import ROOT

COMMAND = 'import os, sys, klein, rasa\nprint("runs", *sys.argv[1:], "in", os.getcwd(), "with", klein.WHO)\n'
HELP = 'import sys\nprint("help", *sys.argv[1:])\n'


def a_wheel(folder: Path, name: str, python: str = ">=3.8") -> str:
    """Build a wheel with one module that has WHO; gives its line in a lock."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": f'WHO = "{name}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nRequires-Python: {python}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_digest(text)},{len(text)}" for path, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""])
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n    # via nobody\n"


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class LittleProject:
    """The checkout, and an environment in which nothing but the stand-in index can be reached."""

    def __init__(self, folder: Path) -> None:
        self.root, self.index, self.home = folder / "checkout", folder / "index", folder / "home"
        for made in (self.root / "bot", self.index, self.home):
            made.mkdir(parents=True)
        shutil.copy(ROOT / "lotse", self.root)
        shutil.copy(ROOT / "bot" / "environment.py", self.root / "bot")
        (self.root / "bot" / "__init__.py").touch()
        (self.root / "bot" / "cli.py").write_text(COMMAND)
        (self.root / "requirements.setup.lock").write_text(f"uv==0.0.1 --hash=sha256:{'0' * 64}\n")
        self.lock = a_wheel(self.index, "klein") + a_wheel(self.index, "rasa", python="<3.10")
        (self.root / "requirements.lock").write_text(self.lock)
        self.uv_settings = folder / "uv.toml"
        self.uv_settings.write_text(f'no-index = true\nfind-links = ["{self.index}"]\n')
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.bin / "python3.11").symlink_to(Path(sys.base_prefix, "bin", f"python3.{sys.version_info[1]}"))

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "HOME": str(self.home),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.index),
            "UV_CONFIG_FILE": str(self.uv_settings),
            "PIP_RETRIES": "0",
        }

    def start(self, *arguments: str, **changes: str | None) -> subprocess.Popen[str]:
        """Call `./lotse`; a change to None takes a variable away."""
        given = {name: value for name, value in {**self.environment, **changes}.items() if value is not None}
        return subprocess.Popen(
            [self.root / "lotse", *arguments], cwd="/", env=given, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )

    def lotse(self, *arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
        """Call `./lotse` and wait."""
        running = self.start(*arguments, **changes)
        out, err = running.communicate(timeout=120)
        return subprocess.CompletedProcess(running.args, running.returncode, out, err)

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "lotse-stamp.json"

    @property
    def packages(self) -> Path:
        return next((self.root / ".venv" / "lib").glob("python3.*/site-packages"))
