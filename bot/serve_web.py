"""The web process: the only one that listens to the world."""
from __future__ import annotations

import logging

from aiohttp import web

from bot.compose_web import web_services
from bot.quiet_logging import configure_logging
from bot.readiness import ready_to_book, ready_to_hear
from bot.settings import read_settings
from conversation.crisis.finding import find_crisis
from web.app import create_app

LOG = logging.getLogger("ideenlotse.web")


def main() -> None:
    """Serve until SIGINT or SIGTERM. No access log: the path of an event stream holds the secret of a conversation."""
    settings = read_settings()
    configure_logging("ideenlotse.web")
    services = web_services(settings)
    ready_to_hear(find_crisis)
    ready_to_book()
    app = create_app(services)
    LOG.info("listening on %s:%s", settings.web_host, settings.web_port)
    web.run_app(
        app, host=settings.web_host, port=settings.web_port, access_log=None, print=None, shutdown_timeout=5
    )


if __name__ == "__main__":
    main()
