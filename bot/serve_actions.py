"""The action server on loopback.

The stock command listens to the whole world without a password, runs actions on its event loop, and echoes the whole
conversation in its error answers. This one runs each action in a thread and answers errors plainly.
"""
from __future__ import annotations

import asyncio
import logging
import sys
from typing import Sequence

from aiohttp import web

from bot.quiet_logging import configure_logging
from bot.settings import read_settings

LARGEST_CALL = 64 * 1024 * 1024
"""Rasa sends the whole conversation with every call."""

log = logging.getLogger("ideenlotse.actions")


def create_app(actions: Sequence[object]) -> web.Application:
    """Serve `actions` (instances of `rasa_sdk.Action`) at POST /webhook, as Rasa calls them."""
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    for action in actions:
        executor.register_action(action)
    app = web.Application(client_max_size=LARGEST_CALL)
    app.add_routes([web.get("/health", _health), web.post("/webhook", _webhook(executor))])
    return app


async def _health(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


def _webhook(executor):
    from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

    async def webhook(request: web.Request) -> web.Response:
        call = await request.json()
        name = call.get("next_action")
        try:
            result = await asyncio.to_thread(asyncio.run, executor.run(call))
        except ActionExecutionRejection as rejection:
            return web.json_response({"error": rejection.message, "action_name": name}, status=400)
        except ActionNotFoundException:
            return web.json_response({"error": "no such action", "action_name": name}, status=404)
        except Exception as error:  # whatever breaks an action must not show the conversation to anybody
            log.error("Die Aktion %s ist gescheitert (%s).", name, _where(error))
            return web.json_response({"error": "action failed", "action_name": name}, status=500)
        return web.json_response(result)

    return webhook


def _where(error: Exception) -> str:
    """Type and place of an error, without its message, which may hold a person's words."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__}, {place}"


def main() -> int:
    """Build the services, then serve the actions with them until told to stop."""
    sys.modules.setdefault("tensorflow", None)  # spaCy's thinc would load it unused: three seconds and 300 MB
    configure_logging("ideenlotse.actions")
    from bot.bootstrap import action_services, actions
    from bot.readiness import MESSAGE, ready_to_book, ready_to_hear
    from conversation.commands.finding import find_command
    from conversation.context.changes import find_removal
    from conversation.crisis.finding import find_crisis
    from conversation.feedback_phrases import reason_in, verdict_in

    settings = read_settings()
    services = action_services(settings)
    services.library.ask(MESSAGE, "foerderung", settings.now().date())
    ready_to_hear(find_crisis, find_command, find_removal, verdict_in, reason_in, services.masking.mask)
    ready_to_book()
    app = create_app(actions(services))
    web.run_app(app, host="127.0.0.1", port=settings.actions_port, print=None, access_log=None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
