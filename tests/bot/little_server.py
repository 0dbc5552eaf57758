"""A real little process for the tests of the supervisor: answers 200 on a port, in one of several moods.

    little_server.py PORT [--after SECONDS] [--die-after SECONDS] [--deaf] [--child FILE] [--say LINE]
"""
from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class Answer(BaseHTTPRequestHandler):
    """200 to everything."""

    def do_GET(self) -> None:  # noqa: N802 (the name is http.server's)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Nothing to tell."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--after", type=float, default=0)
    parser.add_argument("--die-after", type=float)
    parser.add_argument("--deaf", action="store_true", help="does not mind SIGTERM")
    parser.add_argument("--child", type=Path, help="start a child of its own and write its pid there")
    parser.add_argument("--say", default="")
    chosen = parser.parse_args()
    if chosen.deaf:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if chosen.child:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        chosen.child.write_text(str(child.pid))
    if chosen.say:
        print(chosen.say, flush=True)
    if chosen.die_after is not None:
        threading.Timer(chosen.die_after, lambda: os._exit(7)).start()
    time.sleep(chosen.after)
    HTTPServer(("127.0.0.1", chosen.port), Answer).serve_forever()


if __name__ == "__main__":
    main()
