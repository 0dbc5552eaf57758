"""Talks to a running assistant through its own HTTP API, as every client does; for the terminal and for measuring."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
import uuid
from typing import Any

from bot.errors import StartError

_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
Message = dict[str, Any]
"""One answer as the API gives it: text, buttons, links, records."""


class ChatClient:
    """One conversation."""

    def __init__(self, base_url: str, seconds: float = 60.0) -> None:
        self._url = f"{base_url.rstrip('/')}/api/chat"
        self._seconds = seconds
        self.conversation: str | None = None

    def say(self, text: str) -> list[Message]:
        """Send what the person typed."""
        return self._send({"text": text})

    def press(self, payload: str) -> list[Message]:
        """Send the payload of a button that was offered."""
        return self._send({"payload": payload})

    def _send(self, content: dict[str, str]) -> list[Message]:
        body = {"conversation": self.conversation, "message_id": uuid.uuid4().hex, **content}
        request = urllib.request.Request(
            self._url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        try:
            with _DIRECT.open(request, timeout=self._seconds) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            return [{"text": _reason(error)}]
        except OSError as error:
            raise StartError(f"Die Ideenlotse antwortet nicht mehr ({error}). Was läuft, zeigt ./lotse status.") from None
        self.conversation = answer["conversation"]
        return answer["messages"]


def _reason(error: urllib.error.HTTPError) -> str:
    """The German reason of a refusal."""
    try:
        refusal = json.loads(error.read())
    except ValueError:
        refusal = {}
    said = refusal.get("error", {}).get("message")
    return said if isinstance(said, str) else f"Die Nachricht wurde abgelehnt (HTTP {error.code})."
