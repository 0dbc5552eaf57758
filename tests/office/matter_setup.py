"""Builders for matters: what somebody tells for each kind, a consent, a receipt."""
from __future__ import annotations

from datetime import datetime, timezone

from office.consent import Consent, Purpose
from office.matters.kind import MatterKind
from office.matters.kinds.callback import CALLBACK
from office.matters.model import MatterOutcome, MatterResult, Submission, Where
from office.matters.service import Matters

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
REACH = "0351 1234567 oder uli@example.org"
TOLD = {
    "callback": {"name": "Uli Muster", "best_time": "werktags ab 17 Uhr", "subject": "Bürgerbus in Görlitz"},
    "question": {"question": "Wer zahlt den Bürgerbus?", "answer_by": "contact"},
    "idea": {"title": "Bürgerbus", "problem": "Kein Bus fährt.", "idea": "Wir fahren selbst.", "place": "Görlitz"},
    "obstacle": {"obstacle": "Das Bauamt antwortet nicht.", "sort": "buerokratie", "place": "Görlitz"},
    "concern": {"concern": "Ihre Formulare versteht niemand.", "sort": "complaint", "name": "Uli Muster"},
    "appointment": {"name": "Uli Muster", "topic": "Geld für einen Bürgerbus", "note": "Wir sind zu dritt."},
}
"""Something for each kind; every field may be changed by a test."""


def told(kind: MatterKind = CALLBACK, **changes: str) -> dict[str, str]:
    """What somebody tells; `told(name="Ada")` changes one thing of it."""
    return {**TOLD[kind.name], **changes}


def a_consent(purpose: Purpose = Purpose.CALLBACK, version: str = "2026-11", given_at: datetime = NOW) -> Consent:
    return Consent(purpose, version, given_at)


def a_submission(
    kind: MatterKind = CALLBACK, reach: str = REACH, where: Where = Where("DE-SN", "Görlitz"), now: datetime = NOW,
    purposes: tuple[Purpose, ...] = (), desk: str | None = None, **changes: str,
) -> Submission:  # fmt: skip
    """What is handed in, with the consent of the kind and to further `purposes`."""
    consents = tuple(a_consent(purpose, given_at=now) for purpose in (kind.purpose, *purposes))
    return Submission(told(kind, **changes), consents, reach, where, desk)


def a_matter(
    matters: Matters, key: str = "request-1", now: datetime = NOW, reach: str = REACH,
    where: Where = Where("DE-SN", "Görlitz"), purposes: tuple[Purpose, ...] = (), desk: str | None = None, **changes: str,
) -> MatterResult:  # fmt: skip
    """The receipt of something that was handed in, with number and code."""
    result = matters.submit(a_submission(matters.kind, reach, where, now, purposes, desk, **changes), key, now)
    assert result.outcome is MatterOutcome.RECEIVED
    return result
