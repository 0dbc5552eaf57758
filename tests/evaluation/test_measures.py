"""Figures over readings, on examples that can be reckoned by hand."""
from __future__ import annotations

import pytest

from evaluation import measures, need_report
from evaluation.intervals import bootstrap, wilson
from evaluation.message_sets import NeedMessage
from evaluation.readings import Reading, accept, changed_sides
from evaluation.tables import MarkMissing, put_between_marks, shares, table


def a_reading(need: str, seen: str, confidence: float = 0.9, asks_back: bool = False, style: str = "formal", text=None):
    return Reading(NeedMessage(text or f"{need} {seen}", need, style), seen, confidence, asks_back)


READINGS = [
    a_reading("kontakt", "kontakt"),
    a_reading("kontakt", "kontakt", style="klein"),
    a_reading("kontakt", "foerderung", 0.3, asks_back=True, style="klein"),
    a_reading("foerderung", "foerderung"),
    a_reading("ausserhalb", "ausserhalb", 0.5),
    a_reading("ausserhalb", "kontakt", 0.2, asks_back=True),
]


def test_wilson_gives_the_known_interval_and_never_leaves_the_possible():
    low, high = wilson(90, 100)
    assert (low, high) == (pytest.approx(0.8256, abs=1e-3), pytest.approx(0.9448, abs=1e-3))
    assert wilson(0, 10)[0] == pytest.approx(0, abs=1e-9) and wilson(10, 10)[1] == pytest.approx(1)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_bootstrap_is_the_same_at_every_call_and_holds_the_mean():
    shares_of = [1, 0, 1, 1, 0, 1, 1, 1, 0, 1] * 10
    low, high = bootstrap(shares_of, lambda drawn: sum(drawn) / len(drawn))
    assert low < 0.7 < high and (low, high) == bootstrap(shares_of, lambda drawn: sum(drawn) / len(drawn))


def test_accuracy_and_macro_f1_are_as_reckoned_by_hand():
    assert (measures.accuracy(READINGS).right, measures.accuracy(READINGS).of) == (4, 6)
    # kontakt: 2 hits, named 3 + 3; foerderung: 1, 2 + 1; ausserhalb: 1, 1 + 2
    assert measures.macro_f1(READINGS) == pytest.approx((4 / 6 + 2 / 3 + 2 / 3) / 3)


def test_styles_and_needs_are_counted_apart_and_messy_styles_together():
    styles = {one.name: (one.right, one.of) for one in measures.by_style(READINGS)}
    assert styles == {"formal": (3, 4), "klein": (1, 2), "messy styles together": (1, 2)}
    assert {one.name: one.right for one, _ in measures.by_need(READINGS)} == {
        "kontakt": 2, "foerderung": 1, "ausserhalb": 1,
    }  # fmt: skip


def test_out_of_scope_counts_what_is_done_not_what_is_likeliest():
    recognised, sent_away, asked_back, right = measures.out_of_scope(READINGS)
    assert (recognised.right, recognised.of) == (2, 2) and (sent_away.right, sent_away.of) == (1, 4)
    assert (asked_back.right, asked_back.of) == (2, 6) and (right.right, right.of) == (4, 4)


def test_calibration_is_the_mean_gap_between_confidence_and_truth():
    error, bins = measures.calibration([a_reading("ja", "ja", 0.95), a_reading("ja", "nein", 0.95)])
    assert error == pytest.approx(0.45) and [one.count for one in bins] == [2]


def test_confusions_come_by_frequency_with_their_messages():
    twice = [*READINGS, a_reading("kontakt", "foerderung")]
    wanted, seen, messages = measures.confusions(twice)[0]
    assert (wanted, seen, len(messages)) == ("kontakt", "foerderung", 2)
    assert "2 × kontakt taken for foerderung" in need_report.mistakes(twice)


def test_messages_that_changed_sides_are_told_losses_first(tmp_path):
    file = tmp_path / "accepted.json"
    before = [a_reading("ja", "ja", text="a"), a_reading("ja", "nein", text="b"), a_reading("ja", "gruss", text="c")]
    accept(before, file)
    now = [a_reading("ja", "nein", text="a"), a_reading("ja", "ja", text="b"), a_reading("ja", "nein", text="c")]
    changed = changed_sides([*now, a_reading("ja", "nein", text="new")], file)
    assert [(one.message.text, one.is_gain) for one in changed] == [("a", False), ("b", True)]
    assert "1 messages were gained and 1 lost" in need_report.changes(changed)
    assert changed_sides(now, tmp_path / "absent.json") == []


def test_a_report_names_every_share_with_its_interval():
    told = need_report.summary(READINGS)
    assert "| need right at first try | 6 | 0.667 | 0.300–0.903 |" in told and "Macro-F1 0.667" in told
    for part in (need_report.styles, need_report.needs, need_report.calibration, need_report.confusions):
        assert part(READINGS).startswith("| ")


def test_a_table_is_put_between_its_marks_and_nowhere_else(tmp_path):
    document = tmp_path / "a.md"
    document.write_text("before\n<!-- x -->\nold\n<!-- /x -->\nafter\n", "utf-8")
    put_between_marks(document, "x", table(["a", "b"], [["1", "2"]]))
    assert document.read_text("utf-8") == "before\n<!-- x -->\n| a | b |\n| --- | --: |\n| 1 | 2 |\n<!-- /x -->\nafter\n"
    with pytest.raises(MarkMissing, match="a.md.*„y“"):
        put_between_marks(document, "y", "new")
    assert shares("name", measures.by_style(READINGS)).count("\n") == 4


def test_two_needs_are_counted_with_and_without_their_order():
    pairs = [
        Reading(NeedMessage("a", "kontakt", ""), "kontakt", 1, False, "foerderung"),
        Reading(NeedMessage("b", "kontakt", ""), "foerderung", 1, False, "kontakt"),
        Reading(NeedMessage("c", "kontakt", ""), "kontakt", 1, False, None),
        Reading(NeedMessage("d", "kontakt", ""), "kontakt", 1, False, "foerderung"),
    ]
    both, in_order, split, right = measures.two_needs(pairs, ["foerderung", "foerderung", "foerderung", None])
    assert (both.right, both.of) == (2, 3) and (in_order.right, in_order.of) == (1, 3)
    assert (split.right, split.of) == (1, 1) and (right.right, right.of) == (1, 1)
