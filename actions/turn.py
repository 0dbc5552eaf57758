"""What every action does around its answer: it speaks in the manner of the conversation and tells its context."""
from __future__ import annotations

from actions.known import Run, with_context
from actions.manner import in_its_manner


def as_turn(run: Run) -> Run:
    """Decorates `Action.run`; a test finds an action that forgot it."""
    return with_context(in_its_manner(run))
