"""Builders for call-backs: what somebody tells, a consent, a receipt."""
from __future__ import annotations

from datetime import datetime, timezone

from office.callbacks import CallbackField, CallbackOutcome, CallbackResult, Callbacks
from office.consent import Consent, Purpose

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
TOLD = {
    CallbackField.NAME: "Uli Muster",
    CallbackField.REACH: "0351 1234567 oder uli@example.org",
    CallbackField.BEST_TIME: "werktags ab 17 Uhr",
    CallbackField.SUBJECT: "Bürgerbus in Görlitz",
}


def told(**changes: str) -> dict[CallbackField, str]:
    """What somebody tells; `told(name="Ada")` changes one thing of it."""
    return {**TOLD, **{CallbackField(name): text for name, text in changes.items()}}


def a_consent(purpose: Purpose = Purpose.CALLBACK, version: str = "2026-11", given_at: datetime = NOW) -> Consent:
    return Consent(purpose, version, given_at)


def a_callback(callbacks: Callbacks, key: str = "request-1", now: datetime = NOW, **changes: str) -> CallbackResult:
    """The receipt of a call-back that was asked for, with number and code."""
    result = callbacks.request(told(**changes), a_consent(given_at=now), key, now)
    assert result.outcome is CallbackOutcome.REQUESTED
    return result
