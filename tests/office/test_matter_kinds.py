"""What single kinds of matters declare."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from office.case_numbers import mint_case_number
from office.matters.kind import WITHDRAWN, MatterKind, State
from office.matters.kinds.callback import CALLBACK
from office.matters.kinds.idea import ASKED, IDEA, IN_REVIEW, NOT_SELECTED, PUBLISHED, SELECTED
from office.matters.kinds.question import ANSWERED, DONE, OPEN, QUESTION
from office.matters.model import MatterOutcome
from office.matters.service import Matters
from office.typed_text import Problem, Reason
from storage.migrate import migrate
from tests.office.matter_setup import NOW, a_matter, a_submission

LATER = NOW + timedelta(hours=1)


def of_kind(kind: MatterKind, database) -> Matters:
    migrate(database)
    return Matters(database, kind)


def test_an_idea_needs_a_problem_or_an_idea_and_keeps_one(database):
    ideas = of_kind(IDEA, database)
    missing = ideas.submit(a_submission(IDEA, problem="", idea=""), "k", NOW)
    assert missing.problems == (Problem("problem", Reason.MISSING, 4_000),)
    receipt = a_matter(ideas, problem="")
    assert ideas.change(receipt.number, receipt.code, {"idea": ""}, NOW).outcome is MatterOutcome.INVALID
    assert ideas.change(receipt.number, receipt.code, {"idea": "", "problem": "Kein Bus"}, NOW).outcome is MatterOutcome.CHANGED


def test_what_the_office_must_give_a_reason_for(database):
    ideas = of_kind(IDEA, database)
    number = a_matter(ideas).number
    for state in (ASKED, NOT_SELECTED):
        assert ideas.set_state(number, state, "Beratung", NOW).problems == (Problem("reason", Reason.MISSING, 1_000),)
    assert ideas.set_state(number, IN_REVIEW, "Beratung", NOW).outcome is MatterOutcome.MOVED


def test_a_number_alone_tells_the_public_state_only(database):
    ideas = of_kind(IDEA, database)
    number = a_matter(ideas).number
    seen = [ideas.public_state(number)]
    for state in (NOT_SELECTED, IN_REVIEW, ASKED, SELECTED, PUBLISHED):
        ideas.set_state(number, state, "Beratung", NOW, "Grund")
        seen.append(ideas.public_state(number))
    assert seen == ["received", "in_review", "in_review", "in_review", "selected", "published"]
    assert ideas.public_state(mint_case_number("IDEE")) is None and ideas.public_state("Quatsch") is None
    callbacks = of_kind(CALLBACK, database)
    assert callbacks.public_state(a_matter(callbacks, "r2").number) is None


def test_an_answered_question_that_is_put_anew_waits_again(database):
    questions = of_kind(QUESTION, database)
    receipt = a_matter(questions)
    questions.answer(receipt.number, "Der Kreis.", "Beratung", NOW)
    assert questions.list() == () and questions.public_state(receipt.number) == ANSWERED
    changed = questions.change(receipt.number, receipt.code, {"question": "Und wer zahlt den Fahrer?"}, LATER)
    assert changed.matter.state == OPEN and [one.number for one in questions.list()] == [receipt.number]
    assert [(one.state, one.by) for one in changed.matter.history] == [(OPEN, None), (ANSWERED, "Beratung"), (OPEN, None)]
    questions.set_state(receipt.number, DONE, "Beratung", LATER)
    assert questions.change(receipt.number, receipt.code, {"question": "?!"}, LATER).outcome is MatterOutcome.ALREADY_CLOSED
    assert questions.answer(receipt.number, "x", "Beratung", LATER).outcome is MatterOutcome.ALREADY_CLOSED


@pytest.mark.parametrize("wrong", [
    {"states": (State("open", leads_to=("gone",)),)}, {"states": (State(WITHDRAWN),)}, {"answered_as": "gone"},
    {"needs_one_of": ("gone",)},
])  # fmt: skip
def test_a_kind_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(ValueError):
        replace(CALLBACK, **wrong)
