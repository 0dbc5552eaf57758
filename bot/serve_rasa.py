"""Serves the trained model on loopback; what `rasa run` does, but quiet, and honest when something fails.

`rasa run` goes on without a model when loading fails, and its REST channel answers 200 when a turn fails. Here the
process ends with an error in the first case, and the web process hears 503 in the second, so the person gets a
sentence instead of silence.
"""
from __future__ import annotations

import argparse
import logging
import os
import sys
from contextvars import ContextVar
from pathlib import Path

from bot.child_processes import RUN, child_environment
from bot.memory import collect_nothing_yet, keep_what_is_loaded
from bot.quiet_logging import QuietFormatter, configure_logging
from bot.settings import ROOT, Settings, read_settings
from bot.without_tensorflow import leave_out_if_unused

LOG = logging.getLogger("ideenlotse.rasa")
FIRST_MESSAGE = "Guten Tag, wer gibt uns in Bautzen Geld für einen Bürgerbus?"
"""Is read before the process says that it is ready, as the first one takes ten times as long; it belongs to nobody."""
_turn_failed: ContextVar[bool] = ContextVar("turn_failed", default=False)


def main(argv: list[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    model = parser.parse_args(argv).model
    settings = read_settings()
    os.environ.update(child_environment(settings))  # before Rasa and TensorFlow are loaded
    formatter = configure_logging("ideenlotse.rasa")
    formatter.starting = True
    collect_nothing_yet()
    leave_out_if_unused(model)
    complaint = _complaint_about_pipeline(model, settings)
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    serve(model, settings, formatter)
    return 0


def _complaint_about_pipeline(model: Path, settings: Settings) -> str | None:
    """The one sentence for a model of another spaCy pipeline, instead of a graph that cannot be built."""
    from bot.trained_pipeline import check_pipeline_of  # loads spaCy, which would load TensorFlow if it came earlier
    from knowledge.language import LanguageError

    try:
        check_pipeline_of(model, settings.spacy_model)
    except LanguageError as error:
        return str(error)
    return None


def write_endpoints(settings: Settings, folder: Path = RUN) -> Path:
    """A copy of endpoints.yml with the configured port of the action server."""
    from ruamel.yaml import YAML

    yaml = YAML()
    endpoints = yaml.load((ROOT / "endpoints.yml").read_text("utf-8"))
    endpoints["action_endpoint"]["url"] = f"{settings.actions_url}/webhook"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "endpoints.yml"
    with open(file, "w", encoding="utf-8") as out:
        yaml.dump(endpoints, out)
    return file


def serve(model: Path, settings: Settings, formatter: QuietFormatter) -> None:
    """Load the model, then listen: who gets an answer from the port gets one from the model."""
    from rasa.core.run import close_resources, configure_app, create_http_input_channels
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.common import update_sanic_log_level

    endpoints = AvailableEndpoints.read_endpoints(str(write_endpoints(settings)))
    channels = create_http_input_channels(None, str(ROOT / "credentials.yml"))
    app = configure_app(channels, enable_api=False, port=settings.rasa_port, endpoints=endpoints)
    update_sanic_log_level()
    _tell_failures(app)

    async def load(app, loop) -> None:
        await _load(app, loop, model, endpoints)
        formatter.starting = False

    app.register_listener(load, "before_server_start")
    app.register_listener(close_resources, "after_server_stop")
    app.run(host="127.0.0.1", port=settings.rasa_port, workers=1, access_log=False)


async def _load(app, loop, model: Path, endpoints) -> None:
    from rasa.core.run import load_agent_on_start

    from bot.tracker_store import DurableTrackerStore

    agent = await load_agent_on_start(str(model), endpoints, None, app, loop)
    if not agent.is_ready():
        raise RuntimeError(f"model {model.name} cannot be loaded")
    if not isinstance(agent.tracker_store, DurableTrackerStore):
        raise RuntimeError("endpoints.yml does not name our tracker store: conversations would be lost")
    _remember_failures(agent)
    await agent.parse_message(FIRST_MESSAGE)
    keep_what_is_loaded()
    LOG.info("ready with model %s", model.name)


def _remember_failures(agent) -> None:
    """The REST channel swallows what goes wrong in a turn; note it before it does."""
    handle_message = agent.handle_message

    async def handle(message):
        try:
            return await handle_message(message)
        except Exception:
            _turn_failed.set(True)
            raise

    agent.handle_message = handle


def _tell_failures(app) -> None:
    """Turn the channel's 200 into 503 when the turn failed."""
    from sanic.response import json

    @app.middleware("request")
    async def forget(_request) -> None:
        _turn_failed.set(False)  # a connection that stays open is one context for many requests

    @app.middleware("response")
    async def tell(_request, _response):
        return json({"error": "turn_failed"}, status=503) if _turn_failed.get() else None


if __name__ == "__main__":
    sys.exit(main())
