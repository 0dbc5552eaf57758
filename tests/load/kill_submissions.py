"""Ideas and other matters are handed in while processes are killed: what was confirmed to the person is there, once.

    .venv/bin/python -m tests.load.kill_submissions --model models/….tar.gz --count 500 --together 4

All processes run under the real supervisor on a database of their own. Each submission is a conversation over the public
API, by somebody who leaves a mail address. 0 to 300 milliseconds after the confirming request was sent, one process, each in turn,
gets SIGKILL; the supervisor starts it anew. `--together`: so many people send within those 300 milliseconds before one kill,
each at a moment of their own. The client does what a real one does: it sends the same message with the same
id again until an answer comes. Then the numbers that people were told are compared with what is stored, and with the
outbox, where the mail about each of them must wait. `--kinds idea question …`: of these kinds in turn; without, ideas only.
"""
from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Sequence

import aiohttp

from conversation.drafts import DraftStore
from conversation.incoming import key_of
from office.mail import Outbox
from office.matters.every_kind import EVERY_KIND
from office.matters.kind import MatterKind
from office.matters.model import MatterFilter
from office.matters.service import Matters
from storage import Database
from tests.processes.running import RunningAssistant, wait_for

PROCESSES = ("web", "rasa", "actions", "worker")
LONGEST_DELAY = 0.3
"""Seconds between the confirming request and the kill."""
PATIENCE = 150
"""Seconds in which the person must get the number after all."""
_MAIL = "person{}@example.org"
SAID = {
    "idea": ("Ich möchte eine Idee einreichen: Wir wollen in Görlitz eine Werkstatt Nummer {} für Kinder aufbauen.", "ja", "Geld", _MAIL),
    "obstacle": (
        "Seit einem Jahr wartet die Werkstatt Nummer {} für Kinder in Görlitz auf die Genehmigung, das Bauamt antwortet nicht.", "ja",
        "überspringen", "ändere den Kontakt", _MAIL,
    ),
    "concern": ("Ihre Formulare zur Werkstatt Nummer {} für Kinder versteht kein Mensch, machen Sie die bitte einfacher.", "ja", _MAIL),
    "question": (
        "Gibt es Fallbeispiele für eine Raumstation Nummer {} für Kinder auf dem Mars?",
        "Können Sie die Frage bitte an die Stelle weitergeben?", "ja", _MAIL,
    ),
    "callback": ("Ich möchte einen Rückruf", "ja", "Uli", _MAIL, "jederzeit", "Werkstatt Nummer {} für Kinder"),
}  # fmt: skip
"""What is said before the confirming message, by kind; the person's index stands in it once."""
_NUMBER = re.compile(rf"\b(?:{'|'.join(one.prefix for one in EVERY_KIND)})-[0-9A-Z]{{6}}\b")
_READY = 60
SHOWN_EVERY = 10
"""Kills between two lines that tell how far it is."""


@dataclass
class Submission:
    """One person: what they were told."""

    index: int
    kind: MatterKind
    conversation: str | None = None
    number: str | None = None
    code: str | None = None
    seconds: float = 0.0


@dataclass
class Report:
    """What came of all of them. Empty lists are good."""

    submissions: list[Submission] = field(default_factory=list)
    unanswered: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    doubled: list[int] = field(default_factory=list)
    wrong_code: list[int] = field(default_factory=list)
    without_mail: list[int] = field(default_factory=list)
    lost_drafts: list[int] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not (self.unanswered or self.lost or self.doubled or self.wrong_code or self.without_mail or self.lost_drafts)


class Client:
    """Speaks to the API as our page does: a message is sent again, with its id, until it has its answer."""

    def __init__(self, base: str, http: aiohttp.ClientSession) -> None:
        self._base, self._http = base, http

    async def say(self, submission: Submission, text: str, message_id: str) -> list[dict]:
        """All messages of the answer, the late one included."""
        body = {"conversation": submission.conversation, "message_id": message_id, "text": text}
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                async with self._http.post(f"{self._base}/api/chat", json=body) as response:
                    if response.status == 200:
                        told = await response.json()
                        submission.conversation = told["conversation"]
                        if any(one["outcome"] != "TECHNICAL_PROBLEM" for one in told["messages"]):
                            return told["messages"]
            except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
                pass  # the web process was killed: again
            await asyncio.sleep(0.2)
        return []


async def fill_in(client: Client, submission: Submission, drafts: DraftStore, report: Report) -> None:
    """All that comes before the confirming message."""
    for at, text in enumerate(SAID[submission.kind.name]):
        await client.say(submission, text.format(submission.index), f"m{at}")
    state = await asyncio.to_thread(drafts.latest, key_of(submission.conversation))
    if state is None or not state.values:
        report.lost_drafts.append(submission.index)


async def confirm(client: Client, submission: Submission, wait: float) -> None:
    """After `wait` seconds send the confirming message, until there is an answer."""
    await asyncio.sleep(wait)
    began = time.monotonic()
    text = "\n".join(one["text"] for one in await client.say(submission, "absenden", "confirm"))
    submission.seconds = time.monotonic() - began
    number, code = _NUMBER.search(text), re.search(r"Ihr Code: (\S+)", text)
    submission.number, submission.code = number and number[0], code and code[1]


async def run(
    assistant: RunningAssistant, database: Database, count: int, together: int, seed: int, kinds: Sequence[MatterKind]
) -> Report:
    """All submissions, `together` at a time, each time with a kill 0 to LONGEST_DELAY seconds after each of them was sent."""
    chance, report, drafts = random.Random(seed), Report(), DraftStore(database)
    timeout = aiohttp.ClientTimeout(total=20)
    async with aiohttp.ClientSession(timeout=timeout) as http:
        client = Client(assistant.base, http)
        for at, first in enumerate(range(0, count, together)):
            people = [Submission(index, kinds[index % len(kinds)]) for index in range(first, min(first + together, count))]
            report.submissions += people
            await asyncio.gather(*(fill_in(client, one, drafts, report) for one in people))
            waits = [chance.uniform(0, LONGEST_DELAY) for _ in people]
            waits = [one - min(waits) for one in waits]
            kill = _kill(assistant, PROCESSES[at % len(PROCESSES)], chance.uniform(max(waits), LONGEST_DELAY))
            await asyncio.gather(kill, *(confirm(client, one, wait) for one, wait in zip(people, waits)))
            report.unanswered += [one.index for one in people if one.number is None]
            if at % SHOWN_EVERY == 0:
                print(f"{len(report.submissions)} von {count}; ohne Antwort: {report.unanswered or 'keine'}", flush=True)
    return report


async def _kill(assistant: RunningAssistant, name: str, wait: float) -> None:
    """After `wait` seconds end the process and wait until there is another one."""
    await asyncio.sleep(wait)
    old = assistant.pids[name]
    os.kill(old, signal.SIGKILL)
    await asyncio.to_thread(wait_for, lambda: assistant.pids.get(name, old) != old, _READY, f"a new {name}")


def check(report: Report, database: Database, now) -> None:
    """Compare what people were told with what is stored."""
    matters = {kind.name: Matters(database, kind) for kind in EVERY_KIND}
    words = {
        one.number: "\n".join(one.told.values())
        for each in matters.values() for one in each.list(MatterFilter(states=frozenset(each.kind.state_names)))
    }  # fmt: skip
    mailed = Counter(one.case_number for one in Outbox(database).list())
    for one in report.submissions:
        mine = [number for number, text in words.items() if f"Nummer {one.index} für" in text]
        if one.number and not (one.number in mine and one.number.startswith(one.kind.prefix)):
            report.lost.append(one.index)
        if len(mine) > 1:
            report.doubled.append(one.index)
        if one.number and one.code and matters[one.kind.name].show(one.number, one.code, now).matter is None:
            report.wrong_code.append(one.index)
        if one.number and mailed[one.number] != 1:
            report.without_mail.append(one.index)


def kill_submissions(
    model: str, count: int, folder: Path, together: int = 1, seed: int = 1, kinds: Sequence[str] = ("idea",)
) -> Report:
    """Start everything, hand in `count` matters of these kinds in turn, and tell what came of it."""
    from bot.bootstrap import load_knowledge
    from bot.settings import read_settings

    chosen = [one for name in kinds for one in EVERY_KIND if one.name == name]
    url = f"sqlite:///{folder / 'lotse.db'}"
    os.environ.update(DATABASE_URL=url, LOTSE_RATE_CONVERSATION="10000/60", LOTSE_RATE_ADDRESS="100000/60", LOTSE_ENV="test")
    settings = read_settings()
    load_knowledge(settings)
    assistant = RunningAssistant.start(model, url, folder, quick=1.0)  # killed so often, they are not to be given up
    database = Database(url)
    try:
        report = asyncio.run(run(assistant, database, count, together, seed, chosen))
        check(report, database, settings.now())
        return report
    finally:
        database.close()
        if assistant.starter.poll() is None:
            assistant.stop(signal.SIGTERM)


def main() -> int:
    """For the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--together", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=tuple(SAID), default=["idea"])
    told = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lotse-kill-") as folder:
        report = kill_submissions(str(Path(told.model).resolve()), told.count, Path(folder), told.together, told.seed, told.kinds)
    seconds = sorted(one.seconds for one in report.submissions)
    kills = -(-told.count // told.together)
    print(f"{told.count} Einreichungen mit {kills} Abbrüchen in {time.monotonic() - began:.0f} s; Antwort nach dem Absenden: "
          f"Median {seconds[len(seconds) // 2]:.1f} s, längste {seconds[-1]:.1f} s")  # fmt: skip
    for name in ("unanswered", "lost", "doubled", "wrong_code", "without_mail", "lost_drafts"):
        print(f"{name}: {getattr(report, name) or 'keine'}")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
