"""Real Rasa in this process: the trained model behind its REST channel, with our real actions behind it.

`rasa test` never calls actions. Here an agent is loaded once; its action endpoint calls the SDK's executor directly,
and a small server speaks as Rasa's `rest` channel does, so that everything above it is the code that serves people.
"""
from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import Any, Sequence

from aiohttp import web
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor


class ActionsInProcess(EndpointConfig):
    """An action server without a port. Calls and answers go through JSON, as over the wire."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__("http://actions.in.process/webhook")
        self._executor = ActionExecutor()
        for action in actions:
            self._executor.register_action(action)

    async def request(self, *_: Any, **given: Any) -> Any:
        """Run the action that the call names."""
        return json.loads(json.dumps(await self._executor.run(json.loads(json.dumps(given["json"])))))


@dataclass
class RasaInProcess:
    """The agent with a memory of what it understood: `needs` has the last need of each conversation."""

    agent: Agent
    needs: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def load(cls, model: str, actions: Sequence[Action]) -> RasaInProcess:
        configure_structlog(logging.ERROR)
        return cls(Agent.load(model, action_endpoint=ActionsInProcess(actions)))

    def create_app(self) -> web.Application:
        """The paths of Rasa's `rest` channel (rasa.core.channels.rest)."""
        app = web.Application()
        app.router.add_get("/webhooks/rest/", self._health)
        app.router.add_post("/webhooks/rest/webhook", self._receive)
        return app

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _receive(self, request: web.Request) -> web.Response:
        told = await request.json()
        channel = CollectingOutputChannel()
        await self.agent.handle_message(
            UserMessage(
                told["message"], channel, told["sender"], input_channel="rest", metadata=told.get("metadata")
            )
        )
        tracker = await self.agent.tracker_store.retrieve(told["sender"])
        self.needs[told["sender"]] = tracker.latest_message.intent.get("name")
        return web.json_response(channel.messages)
