"""A model that was trained with another spaCy pipeline is refused in one sentence, before Rasa is loaded."""
from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.trained_pipeline import PIPELINE_FILE, check_pipeline_of
from knowledge.language import BUILT_IN, OFFICIAL_MODEL, LanguageError, pipeline_signature
from tests.spacy_model import install_model


def a_model(folder: Path, signature: str) -> Path:
    """An archive with nothing but the memory of a pipeline."""
    told = json.dumps(signature).encode()
    with tarfile.open(folder / "model.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo(f"components/train_x/{PIPELINE_FILE}")
        member.size = len(told)
        archive.addfile(member, io.BytesIO(told))
    return folder / "model.tar.gz"


def test_a_model_of_the_same_pipeline_may_be_served(tmp_path):
    check_pipeline_of(a_model(tmp_path, pipeline_signature(BUILT_IN)), BUILT_IN)


def test_a_model_of_another_pipeline_is_refused(tmp_path):
    with pytest.raises(LanguageError, match="de_core_news_md 3.4.0 trainiert, hier ist built-in"):
        check_pipeline_of(a_model(tmp_path, "de_core_news_md 3.4.0"), BUILT_IN)


def test_what_is_no_model_is_left_to_rasa(tmp_path):
    (tmp_path / "model.tar.gz").write_text("no archive", "utf-8")
    check_pipeline_of(tmp_path / "model.tar.gz", BUILT_IN)
    check_pipeline_of(tmp_path / "absent.tar.gz", BUILT_IN)


def test_the_rasa_process_says_one_german_sentence_and_ends(tmp_path):
    (tmp_path / "site").mkdir()
    install_model(tmp_path / "site", OFFICIAL_MODEL, "3.4.0")
    model = a_model(tmp_path, pipeline_signature(BUILT_IN))
    done = subprocess.run(
        [sys.executable, "-m", "bot.serve_rasa", "--model", str(model)], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path / 'site'}:{ROOT}", "LOTSE_SPACY_MODEL": "auto"},
    )  # fmt: skip
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.strip().endswith("stellen Sie LOTSE_SPACY_MODEL passend ein.")
