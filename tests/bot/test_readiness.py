"""What the first person would wait for is loaded before a process says that it is ready."""
from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.settings import ROOT

WATCH = """
import json, sys
from datetime import date
from bot.readiness import ready_to_book, ready_to_hear
from conversation.commands import finding, phrase_list
from conversation import feedback_phrases
from conversation.context import changes
from conversation.crisis import finding as crisis
from office.appointments import public_holidays
{ready}
rows = [row for felt, seen in crisis._LINES.values() for lines in (felt, seen) if lines for row in lines._rows]
lists = (phrase_list.phrase_list, feedback_phrases._verdicts, feedback_phrases._reasons, changes._phrases)
before = set(sys.modules)
public_holidays.holiday_name("DE-BY", date(2026, 12, 25))
print(json.dumps({{
    "rows": sum("_needed" in vars(row) for row in rows) / len(rows),
    "lists": [one.cache_info().currsize for one in lists],
    "modules": len([one for one in set(sys.modules) - before if one.startswith("holidays")]),
}}))
"""


def watched(ready: str) -> dict:
    """In a process of its own: which share of the crisis words and which lists are loaded, and what booking still imports."""
    command = [sys.executable, "-W", "ignore", "-c", WATCH.format(ready=ready)]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_a_ready_process_has_loaded_the_lists_and_the_holidays():
    looks = "crisis.find_crisis, finding.find_command, changes.find_removal, feedback_phrases.verdict_in, "
    looks += "feedback_phrases.reason_in"
    assert watched(f"ready_to_hear({looks}); ready_to_book()") == {"rows": 1.0, "lists": [1, 1, 1, 1], "modules": 0}


def test_they_would_be_loaded_by_the_first_person_otherwise():
    """So the test above would notice if they were loaded elsewhere anyway, and this module could go."""
    found = watched("")
    assert found["rows"] == 0.0 and 0 in found["lists"] and found["modules"] > 100


@pytest.mark.parametrize("process", ["bot/serve_actions.py", "bot/serve_web.py"])
def test_the_processes_that_people_wait_for_do_it(process):
    text = (ROOT / process).read_text("utf-8")
    assert "ready_to_hear(find_crisis" in text
    assert text.index("ready_to_hear(") < text.rindex("run_app(") > text.index("ready_to_book()")
