"""No word of a person gets into a log, whatever library writes it."""
from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT

TALKATIVE = """
import logging, warnings
from bot.quiet_logging import configure_logging
configure_logging("ideenlotse.rasa")
import structlog
warnings.warn("GEHEIM in einer Warnung")
logging.getLogger("ideenlotse.rasa").info("ready")
logging.getLogger("rasa").info("GEHEIM in einer Mitteilung")
logging.getLogger("rasa").error("Circuit breaker for sender 'GEHEIM-0123456789abcdef'.")
structlog.get_logger().info("rest.message.received", text="GEHEIM")
structlog.get_logger().error("rest.message.received.timeout", text="GEHEIM")
def turn(text):
    local = text
    try:
        raise KeyError(text)
    except KeyError as error:
        raise RuntimeError("GEHEIM: " + local) from error
for log in (structlog.get_logger().exception, logging.getLogger("rasa").exception):
    try:
        turn("GEHEIM")
    except RuntimeError:
        log("rest.message.received.failure")
from storage.database import StorageError
try:
    raise StorageError("Die Datenbank antwortet nicht.")
except StorageError:
    logging.getLogger("rasa").exception("turn failed")
"""


def test_logs_say_what_happened_and_where_but_not_what_was_written():
    done = subprocess.run([sys.executable, "-c", TALKATIVE], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    shown = done.stdout + done.stderr
    assert "GEHEIM" not in shown
    for told in ("ready", "Circuit breaker", "received.timeout", "builtins.RuntimeError", "builtins.KeyError",
                 " in turn", "StorageError: Die Datenbank antwortet nicht."):
        assert told in shown
    assert shown.count("received.failure") == 2
