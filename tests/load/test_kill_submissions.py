"""The small size of `kill_submissions`: each process is killed twice or three times, each kind of matter is handed in twice; `python -m tests.load.kill_submissions` does more."""
from __future__ import annotations

import pytest

from tests.load.kill_submissions import SAID, kill_submissions

pytestmark = pytest.mark.slow
COUNT = 10


def test_what_was_confirmed_is_there_once_whichever_process_dies(trained_model, tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "LOTSE_RATE_CONVERSATION", "LOTSE_RATE_ADDRESS", "LOTSE_ENV"):
        monkeypatch.setenv(name, "")  # put back at the end, whatever the script sets
    report = kill_submissions(trained_model, COUNT, tmp_path, kinds=tuple(SAID))
    assert report.is_good, report
    assert len({one.number for one in report.submissions}) == COUNT
