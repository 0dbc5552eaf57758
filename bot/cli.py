"""Ideenlotse: das Auskunftssystem für Menschen mit Ideen für das Gemeinwohl, von der Befehlszeile aus.

Was ein Befehl tut, sagt ./lotse BEFEHL --help.
"""
from __future__ import annotations

import argparse
import errno
import importlib
import os
import pkgutil
import re
import sys
from types import ModuleType

import bot.commands
from bot.env_file import read_env_file
from bot.settings import ROOT, SettingsError, read_settings

NO_SPACE = "Die Festplatte ist voll. Bitte schaffen Sie Platz und versuchen Sie es noch einmal."
GERMAN = (
    (r"the following arguments are required: (.*)", r"es fehlt: \1"),
    (r"unrecognized arguments: (.*)", r"unbekannte Angabe: \1"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1: \2 gibt es nicht; möglich sind \3"),
    (r"argument (.*): expected one argument", r"\1 braucht eine Angabe"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1: \2 passt nicht"),
)
"""What argparse says most often, in German."""


class GermanParser(argparse.ArgumentParser):
    """An argument parser whose own words are German as well."""

    def __init__(self, **given) -> None:
        super().__init__(**given, add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter)
        self._positionals.title, self._optionals.title = "Angaben", "Schalter"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Aufruf:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Aufruf:", 1)

    def error(self, message: str) -> None:
        for pattern, german in GERMAN:
            message = re.sub(f"^{pattern}$", german, message)
        self.exit(2, f"{self.prog}: {message}. Mehr zeigt {self.prog} --help\n")


def find_commands() -> dict[str, ModuleType]:
    """Every module of `bot/commands` that has HELP, `add_arguments` and `run`, by its name."""
    modules = (
        importlib.import_module(f"bot.commands.{found.name}")
        for found in pkgutil.iter_modules(bot.commands.__path__)
        if not found.name.startswith("_")
    )
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "HELP")}


def build_parser(commands: dict[str, ModuleType]) -> GermanParser:
    """The parser with one sub-parser for each command; its texts are the modules' own."""
    parser = GermanParser(prog="./lotse", description=__doc__)
    choices = parser.add_subparsers(title="Befehle", metavar="BEFEHL", dest="command", parser_class=GermanParser)
    for name, module in commands.items():
        command = choices.add_parser(name, help=module.HELP, description=module.__doc__)
        module.add_arguments(command)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; trouble that a person can mend is one sentence on stderr and exit code 1."""
    arguments = sys.argv[1:] if argv is None else argv
    commands = find_commands()
    parser = build_parser(commands)
    if arguments[:1] in ([], ["help"]):
        parser.print_help(sys.stdout if arguments else sys.stderr)
        return 0 if arguments else 2
    chosen = parser.parse_args(arguments)
    try:
        os.environ.update(read_env_file(ROOT / ".env", os.environ))
        return commands[chosen.command].run(chosen, read_settings())
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader, say `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1


def _sentence(error: Exception) -> str | None:
    """The one sentence for trouble that a person can mend; None for a mistake of ours."""
    from bot.errors import StartError

    if isinstance(error, (SettingsError, StartError)) or _is_known(error):
        return str(error)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NO_SPACE
    return None


def _is_known(error: Exception) -> bool:
    """Whether it is one of the errors with a German message; their modules are not loaded just to compare."""
    kinds = (
        ("knowledge.errors", "ContentError"),
        ("knowledge.errors", "RevisionError"),
        ("storage.database", "StorageError"),
        ("knowledge.language", "LanguageError"),
    )
    loaded = ((sys.modules.get(module), name) for module, name in kinds)
    return any(module and isinstance(error, getattr(module, name)) for module, name in loaded)


if __name__ == "__main__":
    sys.exit(main())
