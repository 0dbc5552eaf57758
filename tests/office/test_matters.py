"""What holds for matters of every kind, on SQLite and on PostgreSQL."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa

from office.case_numbers import mint_case_number
from office.code_checks import FREE_TRIES
from office.consent import Purpose
from office.matters.every_kind import EVERY_KIND
from office.matters.kind import KEPT_WHEN_WITHDRAWN, WITHDRAWN, MatterKind, State
from office.matters.model import Event, MatterFilter, MatterOutcome, Version, Where
from office.matters.service import CODE_RENEWAL, LONGEST_ANSWER, Matters
from office.matters.tables import TABLES, MatterRow
from office.secret_codes import new_code
from office.services import every_matter, forget_old
from office.tables import CodeTryRow, ConsentRow
from office.typed_text import Problem, Reason
from storage import Database
from tests.office.matter_setup import NOW, REACH, TOLD, a_matter, a_submission

LATER = NOW + timedelta(hours=1)
INSTANT = timedelta(seconds=1)
EVIL = (
    "'); DROP TABLE matter; --", "<script>alert(1)</script>", "=HYPERLINK(1)", "{{7*7}} {0} %s ${x}", "../../etc/passwd",
    "a\\n[b](javascript:1)", "Subject: x Bcc: y@z.example",
)  # fmt: skip
CANARY = "Blaubeermund"


@pytest.fixture
def database(migrated) -> Database:
    """The same, empty."""
    with migrated.writing() as session:
        for row in (MatterRow, ConsentRow, CodeTryRow):
            session.execute(sa.delete(row))
    return migrated


@pytest.fixture(params=EVERY_KIND, ids=lambda kind: kind.name)
def matters(request, database) -> Matters:
    return Matters(database, request.param)


def everything(matters: Matters) -> MatterFilter:
    return MatterFilter(frozenset(matters.kind.state_names))


def own_words(kind: MatterKind) -> list[str]:
    """The fields in which people write what they like."""
    return [one.name for one in kind.fields if not one.choices]


def a_word(kind: MatterKind) -> str:
    """A field that is surely told."""
    return next(name for name in TOLD[kind.name] if name in own_words(kind))


def cells(database) -> str:
    """All cells of all tables of the office, as one text."""
    with database.reading() as session:
        tables = [one.__table__ for one in (*TABLES, ConsentRow, CodeTryRow)]
        return "\n".join(str(row) for table in tables for row in session.execute(sa.select(table)))


# Handing in


def test_what_is_told_is_kept_with_its_consent_and_opens_with_the_code(matters):
    receipt = a_matter(matters)
    assert receipt.number.startswith(matters.kind.prefix + "-")
    shown = matters.show(receipt.number, receipt.code, LATER)
    assert shown.outcome is MatterOutcome.SHOWN
    assert {name: text for name, text in shown.matter.told.items() if text} == TOLD[matters.kind.name]
    assert (shown.matter.phone, shown.matter.email) == ("+493511234567", "uli@example.org")
    assert shown.matter.where == Where("DE-SN", "Görlitz")
    assert shown.matter.consent.purpose is matters.kind.purpose and not shown.matter.may_be_evaluated
    assert shown.matter.history == (Event(NOW, matters.kind.first_state.name),)
    assert matters.list() == (matters.find(receipt.number),)


def test_a_contact_is_asked_of_nobody_who_need_not_be_reached(matters):
    result = matters.submit(a_submission(matters.kind, reach=" "), "k", NOW)
    if matters.kind.needs_reach:
        assert result.problems == (Problem("reach", Reason.MISSING, 300),)
    else:
        kept = matters.find(result.number)
        assert result.outcome is MatterOutcome.RECEIVED and (kept.phone, kept.email) == (None, None)


def test_however_often_it_is_sent_it_is_kept_once(matters):
    first = a_matter(matters)
    for minutes in (0, 5, 30, 60 * 24):
        now = NOW + timedelta(minutes=minutes)
        again = matters.submit(a_submission(matters.kind), "request-1", now)
        assert (again.outcome, again.number) == (MatterOutcome.ALREADY_RECEIVED, first.number)
        assert (again.code is not None) == (now < NOW + CODE_RENEWAL)
    assert len(matters.list(everything(matters))) == 1


def test_parallel_senders_of_one_request_get_one_number(matters):
    start = Barrier(4)

    def send(_: int):
        start.wait(10)
        return matters.submit(a_submission(matters.kind), "request-1", NOW)

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(send, range(4)))
    assert len({one.number for one in results}) == 1 and len(matters.list(everything(matters))) == 1
    assert sorted(one.outcome.value for one in results) == ["ALREADY_RECEIVED"] * 3 + ["RECEIVED"]
    assert [matters.show(one.number, one.code, NOW).outcome for one in results].count(MatterOutcome.SHOWN) == 1


def test_without_its_consent_nothing_is_kept(matters):
    whole = a_submission(matters.kind, purposes=(Purpose.EVALUATION,))
    for consents in ((), whole.consents[1:]):
        result = matters.submit(replace(whole, consents=consents), "k", NOW)
        assert result.outcome is MatterOutcome.CONSENT_MISSING
    assert matters.list(everything(matters)) == ()


def test_20_000_characters_are_refused_with_the_limit_and_nothing_is_kept(matters):
    for name in own_words(matters.kind):
        result = matters.submit(a_submission(matters.kind, **{name: "ä" * 20_000}), "k", NOW)
        assert result.outcome is MatterOutcome.INVALID
        assert result.problems == (Problem(name, Reason.TOO_LONG, matters.kind.field(name).longest),)
    assert matters.list(everything(matters)) == ()


def test_the_longest_text_is_kept_whole(matters):
    longest = {name: "🚌" * matters.kind.field(name).longest for name in own_words(matters.kind)}
    told = matters.find(a_matter(matters, **longest).number).told
    assert {name: told[name] for name in longest} == longest


def test_what_is_needed_must_be_told(matters):
    empty = {name: " " for name in own_words(matters.kind)}
    result = matters.submit(a_submission(matters.kind, **empty), "k", NOW)
    assert result.outcome is MatterOutcome.INVALID and {one.reason for one in result.problems} == {Reason.MISSING}


def test_a_choice_is_one_of_the_list(matters):
    for one in matters.kind.fields:
        if one.choices:
            result = matters.submit(a_submission(matters.kind, **{one.name: "Quatsch"}), "k", NOW)
            assert result.problems == (Problem(one.name, Reason.NO_CHOICE, one.longest),)


def test_whatever_is_typed_is_text(matters):
    name = a_word(matters.kind)
    for evil in EVIL:
        receipt = a_matter(matters, evil, **{name: evil})
        assert matters.show(receipt.number, receipt.code, NOW).matter.told[name] == evil
    assert [one.told[name] for one in sorted(matters.list(), key=lambda one: EVIL.index(one.told[name]))] == list(EVIL)


def test_what_cannot_be_seen_is_not_kept(matters):
    name = a_word(matters.kind)
    typed = "\u202eDer\u200b Bus\x00\x1b[31m \u2060fährt\ufeff\t 👩\u200d👩\u200d👧 \u00ad\U000e0041a\u0308b\u200dc"
    assert matters.find(a_matter(matters, **{name: typed}).number).told[name] == "Der Bus [31m fährt 👩\u200d👩\u200d👧 äbc"


def test_half_a_sign_is_unreadable(matters):
    name = a_word(matters.kind)
    result = matters.submit(a_submission(matters.kind, **{name: "a\ud83d"}), "k", NOW)
    assert [one.reason for one in result.problems] == [Reason.UNREADABLE]


def test_only_a_longer_text_keeps_its_lines(matters):
    for name in own_words(matters.kind):
        kept = matters.find(a_matter(matters, name, **{name: " a \r\nb\n\n\n\n\x0bc "}).number).told[name]
        assert kept == ("a\nb\n\nc" if matters.kind.field(name).keeps_lines else "a b c")


# With number and code


def test_a_wrong_code_tells_nothing_and_then_waits(matters):
    real, unknown = a_matter(matters), mint_case_number(matters.kind.prefix)
    verbs = (matters.show, matters.withdraw, matters.revoke_evaluation, lambda *rest: matters.change(rest[0], rest[1], {}, rest[2]))
    seen = {number: [verbs[at % 4](number, new_code(), NOW) for at in range(FREE_TRIES + 2)] for number in (real.number, unknown)}
    assert seen[real.number] == seen[unknown]
    assert [one.outcome.value for one in seen[unknown]] == ["WRONG_CODE"] * FREE_TRIES + ["WAIT"] * 2
    assert matters.show(real.number, real.code, NOW).outcome is MatterOutcome.WAIT


def test_the_code_of_one_matter_opens_no_other(matters):
    one, other = a_matter(matters, "r1"), a_matter(matters, "r2")
    assert matters.show(one.number, other.code, NOW).outcome is MatterOutcome.WRONG_CODE


def test_a_change_keeps_the_earlier_text_as_a_version(matters):
    receipt, name = a_matter(matters), a_word(matters.kind)
    earlier = TOLD[matters.kind.name][name]
    for number, text in enumerate(("Neu gefasst", "Noch neuer"), start=1):
        changed = matters.change(receipt.number, receipt.code, {name: text}, NOW + number * INSTANT)
        assert changed.outcome is MatterOutcome.CHANGED and changed.matter.told[name] == text
    assert changed.matter.versions == (Version(name, earlier, NOW), Version(name, "Neu gefasst", NOW + INSTANT))
    rest = {one: text for one, text in changed.matter.told.items() if one != name and text}
    assert rest == {one: text for one, text in TOLD[matters.kind.name].items() if one != name}


def test_the_same_words_again_are_no_new_version_and_an_old_contact_goes(matters, database):
    receipt = a_matter(matters)
    same = matters.change(receipt.number, receipt.code, TOLD[matters.kind.name], LATER, reach=REACH)
    assert same.matter.versions == () and same.matter.touched_at == NOW
    changed = matters.change(receipt.number, receipt.code, {}, LATER, reach="ada@example.org").matter
    assert (changed.phone, changed.email, changed.versions) == (None, "ada@example.org", ())
    assert "uli@" not in cells(database) and "351123" not in cells(database)


def test_a_change_that_does_not_serve_changes_nothing(matters):
    receipt, name = a_matter(matters), a_word(matters.kind)
    result = matters.change(receipt.number, receipt.code, {name: "neu"}, LATER, reach="112")
    assert result.problems == (Problem("reach", Reason.PHONE_NOT_CALLED, 300),)
    assert matters.find(receipt.number).told[name] == TOLD[matters.kind.name][name]


def test_withdrawing_leaves_no_word_of_the_person_in_any_column(matters, database):
    told = {name: f"{CANARY} {name}" for name in own_words(matters.kind)}
    receipt = a_matter(matters, reach=f"{CANARY}@example.org", where=Where("DE-SN", CANARY),
                       purposes=(Purpose.EVALUATION,), desk=f"Platz {CANARY}", **told)  # fmt: skip
    name = a_word(matters.kind)
    matters.change(receipt.number, receipt.code, {name: f"Neu: {CANARY}"}, NOW)
    matters.answer(receipt.number, f"Zu {CANARY}: nein.", "Beratung", NOW)
    for state in matters.kind.state(matters.find(receipt.number).state).leads_to[:1]:
        matters.set_state(receipt.number, state, "Beratung", NOW, reason=f"Wegen {CANARY}")
    matters.keep_derived(receipt.number, "theme", CANARY, NOW)
    assert CANARY in cells(database)
    gone = matters.withdraw(receipt.number, receipt.code, LATER)
    assert gone.outcome is MatterOutcome.WITHDRAWN and gone.matter.is_withdrawn
    assert CANARY not in cells(database) and "DE-SN" not in cells(database)
    assert {one.withdrawn_at for one in gone.matter.consents} == {LATER}
    for verb in (matters.show, matters.withdraw, matters.revoke_evaluation):
        assert verb(receipt.number, receipt.code, LATER).outcome is MatterOutcome.ALREADY_WITHDRAWN
    assert matters.answer(receipt.number, "x", "Beratung", LATER).outcome is MatterOutcome.ALREADY_WITHDRAWN
    assert matters.change(receipt.number, receipt.code, {name: "x"}, LATER).outcome is MatterOutcome.ALREADY_WITHDRAWN
    again = matters.submit(a_submission(matters.kind), "request-1", NOW)
    assert (again.number, again.code) == (receipt.number, None) and CANARY not in cells(database)


def test_what_was_derived_needs_a_consent_of_its_own_and_goes_with_it(matters, database):
    without = a_matter(matters, "r1")
    assert not matters.keep_derived(without.number, "theme", CANARY, NOW)
    allowed = a_matter(matters, "r2", purposes=(Purpose.EVALUATION,))
    is_allowed = matters.kind.can_be_evaluated
    assert matters.keep_derived(allowed.number, "theme", CANARY, NOW) is is_allowed
    assert matters.find(allowed.number).derived == ({"theme": CANARY} if is_allowed else {})
    revoked = matters.revoke_evaluation(allowed.number, allowed.code, LATER)
    assert revoked.outcome is MatterOutcome.EVALUATION_REVOKED and revoked.matter.derived == {}
    assert revoked.matter.told == matters.find(without.number).told and revoked.matter.consent.withdrawn_at is None
    assert not matters.keep_derived(allowed.number, "theme", CANARY, LATER) and CANARY not in cells(database)


def test_what_is_logged_tells_nobody(matters):
    receipt = a_matter(matters, **{a_word(matters.kind): CANARY})
    matters.answer(receipt.number, CANARY, "Beratung", NOW)
    shown = matters.show(receipt.number, receipt.code, NOW)
    for word in (receipt.code, CANARY, "351", "example.org"):
        assert word not in repr(receipt) + repr(shown) + repr(a_submission(matters.kind, **{a_word(matters.kind): CANARY}))


# By the office


def test_an_answer_is_read_with_number_and_code(matters):
    receipt = a_matter(matters)
    answered = matters.answer(receipt.number, "Ja.\n\nBis Mai.", "Förderberatung", LATER)
    assert answered.outcome is MatterOutcome.ANSWERED
    assert answered.matter.state == (matters.kind.answered_as or matters.kind.first_state.name)
    matters.answer(receipt.number, "Ja.\n\nBis Mai.", "Förderberatung", LATER)
    matters.answer(receipt.number, "Doch bis Juni.", "Leitung", LATER + INSTANT)
    answers = matters.show(receipt.number, receipt.code, LATER).matter.answers
    assert [(one.text, one.by) for one in answers] == [("Ja.\n\nBis Mai.", "Förderberatung"), ("Doch bis Juni.", "Leitung")]


@pytest.mark.parametrize("text, reason", [(" ", Reason.MISSING), ("x" * (LONGEST_ANSWER + 1), Reason.TOO_LONG)])
def test_an_answer_must_be_one(matters, text, reason):
    result = matters.answer(a_matter(matters).number, text, "Beratung", NOW)
    assert result.problems == (Problem("answer", reason, LONGEST_ANSWER),)


def test_the_history_tells_when_by_whom_and_why(matters):
    receipt = a_matter(matters)
    target = matters.kind.first_state.leads_to[-1]
    moved = matters.set_state(receipt.number, target, "Beratung", LATER, "Weil es so ist.")
    assert moved.outcome is MatterOutcome.MOVED and moved.matter.handled_by == "Beratung"
    assert moved.matter.history[1:] == (Event(LATER, target, "Weil es so ist.", "Beratung"),)


def test_the_office_moves_only_along_the_ways_of_the_kind(matters):
    for state in matters.kind.states:
        for target in matters.kind.states:
            number = a_matter(matters, f"{state.name} {target.name}").number
            at = at_state(matters, number, state)
            result = matters.set_state(number, target.name, "Beratung", LATER, "Grund")
            if target.name in state.leads_to:
                assert (result.outcome, result.matter.state) == (MatterOutcome.MOVED, target.name)
            else:
                refused = MatterOutcome.NOT_ALLOWED if state.leads_to else MatterOutcome.ALREADY_CLOSED
                assert (result.outcome, result.matter.state) == (refused, at)


def at_state(matters: Matters, number: str, wanted: State) -> str:
    """Bring a new matter to a state, by the shortest way."""
    ways, seen = [[matters.kind.first_state.name]], set()
    while ways[0][-1] != wanted.name:
        way = ways.pop(0)
        seen.add(way[-1])
        ways += [[*way, one] for one in matters.kind.state(way[-1]).leads_to if one not in seen]
    for step in ways[0][1:]:
        assert matters.set_state(number, step, "Beratung", NOW, "Grund").outcome is MatterOutcome.MOVED
    return ways[0][-1]


def test_lists_are_narrowed_by_state_time_and_place(matters):
    places = (Where("DE-SN", "Görlitz"), Where("DE-SN", "Bautzen"), Where("DE-TH", "Gotha"), Where())
    numbers = [a_matter(matters, f"r{day}", NOW + timedelta(days=day), where=where).number for day, where in enumerate(places)]
    matters.mark_withdrawn(numbers[3], "Beratung", NOW + timedelta(days=4))

    def found(**wanted):
        return [one.number for one in matters.list(MatterFilter(**wanted))]

    assert found() == numbers[:3] and found(states=frozenset({WITHDRAWN})) == numbers[3:]
    assert found(since=NOW + timedelta(days=1)) == numbers[1:3] and found(until=NOW + timedelta(days=1)) == numbers[:1]
    assert found(land="DE-SN") == numbers[:2] and found(land="DE-SN", kreis="Bautzen") == [numbers[1]]
    assert found(kreis="Nirgendwo") == []


def test_lists_are_narrowed_by_desk_and_by_sort(matters):
    numbers = [a_matter(matters, desk, desk=desk).number for desk in ("Beratung", "Zentrale")]
    assert [matters.find(one).desk for one in numbers] == ["Beratung", "Zentrale"]
    assert [one.number for one in matters.list(MatterFilter(desk="Zentrale"))] == numbers[1:]
    sorts = next((one.choices for one in matters.kind.fields if one.name == "sort"), ())
    for sort in sorts[:1]:
        receipt = a_matter(matters, "sorted", sort=sorts[1])
        assert [one.number for one in matters.list(MatterFilter(sort=sorts[1]))] == [receipt.number]
        matters.change(receipt.number, receipt.code, {"sort": sort}, LATER)
        assert [one.number for one in matters.list(MatterFilter(sort=sort))] == [receipt.number]
        assert matters.list(MatterFilter(sort=sorts[1])) == ()


def test_kinds_do_not_see_each_other(database):
    numbers = {one.kind: a_matter(one, one.kind.name).number for one in every_matter(database)}
    for matters in every_matter(database):
        kind = matters.kind
        assert [one.number for one in matters.list(everything(matters))] == [numbers[kind]]
        assert [other.name for other in EVERY_KIND if matters.find(numbers[other])] == [kind.name]


# Deletion by age


def test_each_matter_is_deleted_after_its_time_with_everything_that_belongs_to_it(matters, database):
    kind, kept = matters.kind, {}
    for state in kind.states:
        number = a_matter(matters, state.name, purposes=(Purpose.EVALUATION,)).number
        at_state(matters, number, state)
        kept[number] = kind.kept_when_settled if state.is_settled else kind.kept_when_open
    number = a_matter(matters, WITHDRAWN).number
    matters.mark_withdrawn(number, "Beratung", NOW)
    kept[number] = KEPT_WHEN_WITHDRAWN
    for time in sorted(set(kept.values())):
        assert matters.forget_older_than(NOW + time) == 0
        assert matters.forget_older_than(NOW + time + INSTANT) == list(kept.values()).count(time)
        left = {one.number for one in matters.list(everything(matters))}
        assert left == {number for number, longest in kept.items() if longest > time}
    assert cells(database) == ""


def test_time_is_up_for_all_kinds_at_once(database):
    all_matters = every_matter(database)
    for matters in all_matters:
        a_matter(matters, matters.kind.name)
    assert forget_old(all_matters, NOW) == 0
    assert forget_old(all_matters, NOW + timedelta(days=1_000)) == len(EVERY_KIND) and cells(database) == ""
