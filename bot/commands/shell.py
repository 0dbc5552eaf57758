"""Ein Gespräch im Terminal. Läuft die Ideenlotse noch nicht, wird sie dafür gestartet und danach beendet.

Schaltflächen haben Nummern: Wer eine Nummer tippt, drückt die Schaltfläche. Strg-D oder „ende“ beendet das Gespräch.
"""
from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from typing import Callable, Iterator

from bot.settings import ROOT, Settings

HELP = "ein Gespräch im Terminal führen"
ENOUGH = {"ende", "exit", "quit"}
PATIENCE_SECONDS = 600
"""For a start that has to train first."""


def add_arguments(parser) -> None:
    """Nothing to choose."""


def run(arguments, settings: Settings) -> int:
    from bot.chat_client import ChatClient
    from bot.processes import web_url

    with _running_assistant(settings):
        print("Schreiben Sie Ihr Anliegen. Nummern drücken Schaltflächen, „ende“ oder Strg-D beendet das Gespräch.\n")
        talk(ChatClient(web_url(settings)), _ask)
    return 0


def talk(client, ask: Callable[[], str | None]) -> None:
    """Ask and answer until `ask` gives None or a word for enough."""
    offered: list[dict] = []
    while (text := ask()) is not None and text.lower() not in ENOUGH:
        if not text:
            continue
        chosen = int(text) if text.isdigit() and 1 <= int(text) <= len(offered) else None
        messages = client.press(offered[chosen - 1]["payload"]) if chosen else client.say(text)
        offered = [button for message in messages for button in buttons_of(message)]
        print_answer(messages)


def buttons_of(message: dict) -> list[dict]:
    """The buttons of a message, and those that rate it."""
    rating = message.get("feedback") or {}
    titles = {"helpful": "Hilfreich", "unhelpful": "Nicht hilfreich"}
    return [
        *(message.get("buttons") or []),
        *({"title": title, "payload": rating[one]} for one, title in titles.items() if one in rating),
    ]


def print_answer(messages: list[dict]) -> None:
    """Texts, links as plain lines, and the buttons numbered through."""
    number = 0
    for message in messages:
        print(message.get("text") or "")
        for link in message.get("links") or []:
            print(f"  {link['title']}: {link['url']}")
        for button in buttons_of(message):
            number += 1
            print(f"  [{number}] {button['title']}")
    print()


def _ask() -> str | None:
    try:
        return input("> ").strip()
    except EOFError:
        print()
        return None


@contextmanager
def _running_assistant(settings: Settings) -> Iterator[None]:
    """The one that runs already, or one of our own for as long as the conversation lasts."""
    from bot.probe import answers
    from bot.processes import web_url

    ready = f"{web_url(settings)}health/ready"
    if answers(ready):
        yield
        return
    print("Die Ideenlotse wird für dieses Gespräch gestartet (etwa 20 Sekunden, mit Training länger) …", flush=True)
    command = [sys.executable, "-m", "bot.cli", "start", "--quiet"]
    starting = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait(starting, lambda: answers(ready))
        yield
    finally:
        starting.terminate()
        starting.wait()


def _wait(starting: subprocess.Popen, is_ready: Callable[[], bool]) -> None:
    """Until it is ready; if it ends instead, it has already said why on stderr."""
    from bot.errors import StartError

    until = time.monotonic() + PATIENCE_SECONDS
    while not is_ready():
        if starting.poll() is not None or time.monotonic() > until:
            raise StartError("Für das Gespräch konnte die Ideenlotse nicht gestartet werden.")
        time.sleep(0.3)
