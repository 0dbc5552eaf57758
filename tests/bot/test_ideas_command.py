"""`./lotse ideas` and `./lotse digest` as the staff calls them, on a real database."""
from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand, office_services
from bot.settings import read_settings
from office.matters.kind import WITHDRAWN
from office.matters.kinds.idea import ASKED, IDEA, NOT_SELECTED, SELECTED
from office.matters.model import Where
from tests.office.matter_setup import a_matter

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-24T10:00")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return read_settings()


@pytest.fixture
def numbers(settings) -> list[str]:
    with office_at_hand(settings) as office:
        ideas = office.of(IDEA)
        first = a_matter(ideas, "r1", NOW, title="=HYPERLINK(1)")
        return [first.number, a_matter(ideas, "r2", NOW.replace(day=23), where=Where("DE-TH", "Gotha")).number]


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main([*arguments])
        return (code, *capfd.readouterr())

    return call


def found(settings, number: str):
    return office_services(settings).of(IDEA).find(number)


def test_the_list_is_narrowed_by_state_place_and_time(numbers, lotse):
    def shown(*filters):
        return [number in lotse("ideas", "list", *filters)[1] for number in numbers]

    assert shown() == [True, True] and shown("--land=DE-TH") == [False, True] and shown("--kreis=Görlitz") == [True, False]
    assert shown("--since=2026-11-23") == [False, True] and shown("--until=2026-11-22") == [True, False]
    lotse("ideas", "set-state", numbers[0], "in_review")
    assert shown("--state=in_review") == [True, False] and shown("--state=all") == [True, True]


def test_a_state_that_needs_a_reason_is_refused_without_one(settings, numbers, lotse):
    code, _, error = lotse("ideas", "set-state", numbers[0], "not_selected")
    assert code == 1 and "--reason" in error and found(settings, numbers[0]).state == "received"
    lotse("ideas", "set-state", numbers[0], "asked", "--reason=Wem gehört das Haus?", "--by=Beratung")
    kept = found(settings, numbers[0])
    assert (kept.state, kept.history[-1].reason, kept.handled_by) == (ASKED, "Wem gehört das Haus?", "Beratung")
    lotse("ideas", "set-state", numbers[0], "not_selected", "--reason=Es fehlt ein Träger.")
    assert found(settings, numbers[0]).state == NOT_SELECTED


def test_publishing_keeps_only_what_the_office_has_typed(settings, numbers, lotse):
    lotse("ideas", "set-state", numbers[0], "selected")
    code, out, _ = lotse("ideas", "set-state", numbers[0], "published", "--title=Dorfbus", "--words=Ein Bus für alle")
    assert code == 0 and "veröffentlicht" in out
    (told,) = office_services(settings).published.all()
    assert (told.title, told.words) == ("Dorfbus", "Ein Bus für alle")
    code, out, _ = lotse("ideas", "set-state", numbers[0], "published", "--title=Dorfbus für alle")
    assert code == 0 and "ausgetauscht" in out
    assert [(one.title, one.words) for one in office_services(settings).published.all()] == [("Dorfbus für alle", "")]


@pytest.mark.parametrize("words", [(), ("--words=Ein Bus",), ("--title=" + "x" * 121,), ("--title=Bus", "--words=" + "x" * 301)])
def test_nothing_is_published_without_words_that_fit(settings, numbers, lotse, words):
    lotse("ideas", "set-state", numbers[0], "selected")
    code, _, error = lotse("ideas", "set-state", numbers[0], "published", *words)
    assert code == 1 and "--title" in error and found(settings, numbers[0]).state == SELECTED


def test_only_a_selected_idea_is_published(settings, numbers, lotse):
    code, out, _ = lotse("ideas", "set-state", numbers[0], "published", "--title=Dorfbus")
    assert code == 0 and "nichts geändert" in out and found(settings, numbers[0]).state == "received"
    assert office_services(settings).published.all() == ()


def test_a_title_without_publishing_is_refused(settings, numbers, lotse):
    code, _, error = lotse("ideas", "set-state", numbers[0], "in_review", "--title=Dorfbus")
    assert code == 1 and "nur für published" in error and found(settings, numbers[0]).state == "received"


def test_json_holds_everything_that_is_shown(numbers, lotse):
    lines = [json.loads(line) for line in lotse("ideas", "list", "--json")[1].splitlines()]
    assert [one["number"] for one in lines] == numbers and lines[0]["told"]["problem"] == "Kein Bus fährt."
    shown = json.loads(lotse("ideas", "show", numbers[0], "--json")[1])
    assert shown == lines[0] and shown["received_at"].startswith("2026-11-22") and shown["consents"][0]["purpose"] == "idea"


def test_answering_withdrawing_and_the_table(settings, numbers, lotse):
    assert lotse("ideas", "answer", numbers[0], "Rufen Sie uns an.")[0] == 0
    assert found(settings, numbers[0]).answers[0].text == "Rufen Sie uns an."
    table = list(csv.reader(io.StringIO(lotse("ideas", "export")[1].lstrip("\ufeff")), delimiter=";"))
    assert len(table) == 3 and any(cell.startswith("'=HYPERLINK") for cell in table[1])
    lotse("ideas", "withdraw", numbers[0])
    assert found(settings, numbers[0]).state == WITHDRAWN


def test_the_digest_shows_numbers_and_no_words(numbers, lotse):
    code, out, _ = lotse("digest", "show")
    assert code == 0 and all(number in out for number in numbers) and "Kein Bus" not in out and "Uli" not in out
