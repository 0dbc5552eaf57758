"""Startet die Ideenlotse: lädt das Wissen, trainiert das Modell, wenn keines passt, und startet alle Prozesse.

Strg-C beendet alles. Die Protokolle liegen in var/log/.
"""
from __future__ import annotations

import asyncio
import time

from bot.progress import say, silence
from bot.settings import Settings

HELP = "die Ideenlotse starten (Strg-C beendet sie)"


def add_arguments(parser) -> None:
    parser.add_argument("--quiet", action="store_true", help="nur Probleme zeigen")


def run(arguments, settings: Settings) -> int:
    from bot.preparation import prepare
    from bot.processes import assistant_processes, check_ports, only_one_start
    from bot.supervisor import Supervisor

    report = silence if arguments.quiet else say
    with only_one_start():
        check_ports(settings)
        model = prepare(settings, report)
        report("Die Prozesse werden gestartet (etwa 15 Sekunden) …")
        began = time.monotonic()
        supervisor = Supervisor(assistant_processes(settings, model), report=say)
        asyncio.run(supervisor.run(lambda: report(_greeting(settings, time.monotonic() - began))))
        report("Die Ideenlotse ist beendet.")
    return 0


def _greeting(settings: Settings, seconds: float) -> str:
    from bot.processes import web_url

    return f"""  … bereit nach {seconds:.0f} Sekunden.

Die Ideenlotse läuft. Öffnen Sie im Browser: {web_url(settings)}
Fragen Sie dort zum Beispiel: „Wir wollen einen Bürgerbus aufbauen, wer gibt uns Geld dafür?“
In einem zweiten Fenster: ./lotse shell (Gespräch im Terminal), ./lotse status (was läuft). Strg-C beendet alles.
"""
