"""`./lotse eval nlu` as it is called, and what it measures against."""
from __future__ import annotations

import os
import subprocess

import pytest
import yaml

from bot.measuring.stock import PER_NEED, _sample, stock_config
from bot.settings import ROOT
from evaluation.message_sets import messages_by_need
from evaluation.tables import put_between_marks

MARKS = (
    "nlu-summary nlu-styles nlu-needs nlu-confusions nlu-calibration nlu-sealed nlu-two-needs nlu-entities nlu-crisis "
    "nlu-statements nlu-parts nlu-stock"
).split()


def test_the_stock_pipeline_is_rasas_own_in_german(tmp_path):
    stock = yaml.safe_load(stock_config(tmp_path).read_text("utf-8"))
    assert stock["language"] == "de"
    assert {"DIETClassifier", "FallbackClassifier"} <= {one["name"] for one in stock["pipeline"]}
    assert {"TEDPolicy", "UnexpecTEDIntentPolicy"} <= {one["name"] for one in stock["policies"]}


def test_the_sample_holds_every_need_and_is_the_same_at_every_call(tmp_path):
    one, other = (messages_by_need(_sample(tmp_path / name) / "nlu") for name in ("one", "other"))
    assert one == other and set(one) == set(messages_by_need())
    assert {len(texts) for texts in one.values()} == {PER_NEED}
    assert (tmp_path / "one" / "rules").is_dir() and (tmp_path / "one" / "stories").is_dir()


def test_the_document_has_a_place_for_every_table(tmp_path):
    document = tmp_path / "understanding.md"
    document.write_text((ROOT / "docs" / "understanding.md").read_text("utf-8"), "utf-8")
    for mark in MARKS:
        put_between_marks(document, mark, "| x |")
    assert document.read_text("utf-8").count("| x |") == len(MARKS)


@pytest.mark.slow
def test_the_sealed_set_is_measured_without_a_word_of_it_and_nothing_is_written(trained_model):
    before = (ROOT / "docs" / "understanding.md").read_text("utf-8")
    done = subprocess.run(
        [str(ROOT / "lotse"), "eval", "nlu", "--sealed"], capture_output=True, text=True, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    assert "need right at first try" in done.stdout and "Macro-F1" in done.stdout
    assert (ROOT / "docs" / "understanding.md").read_text("utf-8") == before


def test_an_unknown_thing_to_measure_is_told_in_german():
    done = subprocess.run([str(ROOT / "lotse"), "eval", "wetter"], capture_output=True, text=True)
    assert done.returncode == 2 and "möglich sind" in done.stderr
