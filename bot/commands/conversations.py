"""Spielt Gespräche mit dem ganzen Assistenten und gibt sie als lesbare Mitschrift aus.

list nennt die geschriebenen Gespräche (tests/conversations/ways), show spielt eines davon oder alle einer Datei vor,
play spielt, was Sie selbst schreiben: in jeder Zeile das, was die Person sagt; [Titel] drückt eine Schaltfläche.
Gespielt wird mit einer eigenen Datenbank, die danach gelöscht wird: Nichts davon erreicht die Stelle.
"""
from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from typing import TYPE_CHECKING, Iterable, Iterator

from bot.commands import given_path
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.rehearsal.assistant import Assistant, Conversation
    from bot.rehearsal.scripts import Script, Step

HELP = "Gespräche spielen und mitschreiben"


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )
    listing = choices.add_parser("list", help="alle geschriebenen Gespräche nennen")
    show = choices.add_parser(
        "show", help="ein geschriebenes Gespräch spielen",
        description="Spielt an dem Tag, für den die Gespräche geschrieben sind: 22. November 2026, 10 Uhr.",
    )  # fmt: skip
    show.add_argument("name", metavar="NAME", help="Name des Gesprächs, ein Teil davon, oder der Name der Datei: alle daraus")
    play = choices.add_parser(
        "play", help="eigene Zeilen spielen",
        description="Gespielt wird heute, oder an dem Tag, den LOTSE_NOW nennt. Eine Zeile, die mit # beginnt, ist eine Bemerkung.\n"
        "Eine YAML-Datei ist eine Liste von Zeilen oder aufgebaut wie die geschriebenen Gespräche.",
    )  # fmt: skip
    play.add_argument("file", nargs="?", default="-", metavar="DATEI", help="Textdatei oder YAML; - oder nichts: Eingabe")
    for part in (listing, show, play):
        part.add_argument("--json", action="store_true", help="eine Zeile JSON je Gespräch (list) oder je Nachricht")


def run(arguments, settings: Settings) -> int:
    return _PARTS[arguments.part](arguments, settings)


def _list(arguments, _settings: Settings) -> int:
    from bot.rehearsal.scripts import known_scripts

    file = None
    for script in known_scripts():
        if arguments.json:
            print(json.dumps({"file": script.file, "way": script.name, "turns": len(tuple(script.steps))}, ensure_ascii=False))
            continue
        if script.file != file:
            file = script.file
            print(file)
        print(f"  {script.name}")
    return 0


def _show(arguments, settings: Settings) -> int:
    from bot.errors import StartError
    from bot.rehearsal.knowledge_base import WRITTEN_FOR
    from bot.rehearsal.scripts import known_scripts, scripts_called
    from wording.transcript import no_such_conversation

    chosen = scripts_called(arguments.name, known_scripts())
    if not chosen:
        raise StartError(no_such_conversation(arguments.name))
    _play_all(chosen, settings, WRITTEN_FOR, arguments.json)
    return 0


def _play(arguments, settings: Settings) -> int:
    from bot.rehearsal.scripts import Script, scripts_of_file, steps_of_lines

    if arguments.file.casefold().endswith((".yml", ".yaml")):
        chosen = scripts_of_file(given_path(arguments.file), arguments.file)
    else:
        from bot.lines import read_texts

        chosen = [Script("", arguments.file, steps_of_lines(read_texts(arguments.file)))]
    _play_all(chosen, settings, None, arguments.json)
    return 0


def _play_all(scripts: Iterable[Script], settings: Settings, now, as_json: bool) -> None:
    """Play them one after the other, each as a conversation of its own, and print every turn at once."""
    from bot.child_processes import child_environment
    from bot.model import ensure_model
    from bot.progress import say_on_stderr
    from bot.quiet_logging import configure_logging
    from bot.rehearsal.knowledge_base import rehearsal_settings

    model = ensure_model(settings, report=say_on_stderr)
    with rehearsal_settings(settings, now, say_on_stderr) as rehearsing:
        os.environ.update(child_environment(rehearsing))
        configure_logging("conversations", logging.ERROR, sys.stderr)
        asyncio.run(_play_with(str(model), rehearsing, scripts, as_json))


async def _play_with(model: str, settings: Settings, scripts: Iterable[Script], as_json: bool) -> None:
    from bot.bootstrap import action_services, actions
    from bot.rehearsal.assistant import running_assistant
    from wording.transcript import heading

    services = action_services(settings)
    async with running_assistant(model, settings, actions(services), services.library) as assistant:
        for script in scripts:
            if script.name and not as_json:
                print(f"{heading(script.name)}\n", flush=True)
            await _play_one(assistant, script, as_json)


async def _play_one(assistant: Assistant, script: Script, as_json: bool) -> None:
    conversation = assistant.begin()
    for step in script.steps:
        await _take(step, conversation)
        lines = [_as_json(script, step, conversation)] if as_json else [*_as_text(step, conversation), ""]
        print(*lines, sep="\n", flush=True)


async def _take(step: Step, conversation: Conversation) -> None:
    from bot.errors import StartError
    from bot.rehearsal.assistant import NoSuchButton
    from wording.transcript import no_such_button

    do = getattr(conversation, step.way)
    try:
        await do(step.words)
    except NoSuchButton as error:
        raise StartError(no_such_button(error.title, error.offered)) from None


def _as_text(step: Step, conversation: Conversation) -> Iterator[str]:
    from wording.transcript import answer_lines, nothing_answered, said_line

    yield said_line(step.words, step.is_press)
    if not conversation.answers:
        yield nothing_answered()
    for one in conversation.answers:
        yield ""
        yield from answer_lines(one.text, one.buttons, one.links, one.attachments)


def _as_json(script: Script, step: Step, conversation: Conversation) -> str:
    from bot.rehearsal.scripts import SAID_AS

    told = {
        "way": script.name or None,
        SAID_AS[step.way]: step.words,
        "need": conversation.need,
        "messages": [one.to_json() for one in conversation.answers],
    }
    return json.dumps(told, ensure_ascii=False)


_PARTS = {"list": _list, "show": _show, "play": _play}
