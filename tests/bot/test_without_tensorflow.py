"""The stand-in for TensorFlow: only where nothing uses it, and never silently in its place."""
from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.without_tensorflow import leave_out_if_unused

OURS = "bot.nlu.need_classifier.NeedClassifier"
RULES = "rasa.core.policies.rule_policy.RulePolicy"


def a_model(folder: Path, *components: str) -> Path:
    """An archive with the description of a model that uses these classes."""
    description = json.dumps({"predict_schema": {"nodes": {str(n): {"uses": one} for n, one in enumerate(components)}}})
    file = folder / "model.tar.gz"
    with tarfile.open(file, "w:gz") as archive:
        entry = tarfile.TarInfo("metadata.json")
        entry.size = len(description)
        archive.addfile(entry, io.BytesIO(description.encode()))
    return file


def in_a_process(model: Path, then: str) -> str:
    code = f"""
import sys
from pathlib import Path
from bot.without_tensorflow import leave_out_if_unused
print(leave_out_if_unused(Path({str(model)!r})))
{then}"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_rasa_serves_a_model_of_rules_and_our_classifier_without_it(tmp_path):
    then = "import rasa.core.agent\nprint('libtensorflow' in open('/proc/self/maps').read())"
    assert in_a_process(a_model(tmp_path, OURS, RULES), then) == "True\nFalse\n"


def test_who_wants_to_compute_with_the_stand_in_is_told(tmp_path):
    then = "import tensorflow as tf\ntry:\n    tf.constant([1.0])\nexcept RuntimeError as error:\n    print(error)"
    assert "TensorFlow is not loaded here" in in_a_process(a_model(tmp_path, OURS), then)


@pytest.mark.parametrize(
    "component",
    [
        "rasa.nlu.classifiers.diet_classifier.DIETClassifier",
        "rasa.core.policies.ted_policy.TEDPolicy",
        "rasa.nlu.selectors.response_selector.ResponseSelector",
        "rasa.nlu.featurizers.dense_featurizer.lm_featurizer.LanguageModelFeaturizer",
    ],
)
def test_a_model_that_computes_with_it_gets_the_real_one(tmp_path, component):
    finders = list(sys.meta_path)
    assert leave_out_if_unused(a_model(tmp_path, OURS, component)) is False
    assert sys.meta_path == finders


def test_a_file_that_is_no_model_is_left_to_rasa(tmp_path):
    (tmp_path / "broken.tar.gz").write_bytes(b"no archive")
    assert leave_out_if_unused(tmp_path / "broken.tar.gz") is False
    assert leave_out_if_unused(tmp_path / "absent.tar.gz") is False
