"""Call-backs: somebody leaves a name, a way to be reached and a time, and the office calls."""
from office.callbacks.model import (
    Callback,
    CallbackField,
    CallbackFilter,
    CallbackOutcome,
    CallbackResult,
    CallbackState,
)
from office.callbacks.service import Callbacks

__all__ = [
    "Callback",
    "CallbackField",
    "CallbackFilter",
    "CallbackOutcome",
    "CallbackResult",
    "CallbackState",
    "Callbacks",
]
