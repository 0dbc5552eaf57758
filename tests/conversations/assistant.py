"""The whole assistant in one process over the database of the tests."""
from __future__ import annotations

from typing import AsyncContextManager

from bot.rehearsal.assistant import Assistant, Conversation, NoSuchButton, running_assistant
from tests.conversations.knowledge_base import loaded_actions, loaded_services, loaded_settings

__all__ = ["Assistant", "Conversation", "NoSuchButton", "an_assistant"]


def an_assistant(model: str) -> AsyncContextManager[Assistant]:
    """The assistant with the trained `model` and all records."""
    return running_assistant(model, loaded_settings(), loaded_actions(), loaded_services().library)
