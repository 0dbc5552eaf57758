"""A process that has loaded collects garbage again, and leaves out what it has loaded."""
from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT

LOADING = """
import gc
from bot.memory import collect_nothing_yet, keep_what_is_loaded
collect_nothing_yet()
assert not gc.isenabled()
loaded, circle = [[] for _ in range(1000)], []
circle.append(circle)
keep_what_is_loaded()
kept = gc.get_freeze_count()
later = []
later.append(later)
del later, circle
print(gc.isenabled(), kept >= 1000, gc.collect() >= 1)
"""


TRAINING = """
import gc
from bot.memory import collect_rarely
before = gc.get_threshold()[0]
collect_rarely()
print(gc.isenabled(), gc.get_threshold()[0] > 100 * before)
"""


def test_garbage_is_looked_for_again_once_all_is_loaded():
    done = subprocess.run([sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True", "True"], done.stderr


def test_a_training_looks_for_garbage_rarely_but_does():
    done = subprocess.run([sys.executable, "-c", TRAINING], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True"], done.stderr
