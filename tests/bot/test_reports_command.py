"""`./lotse obstacles`, `concerns`, `report` and `questions gap` as the staff calls them, on a real database."""
from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand, office_services
from bot.settings import read_settings
from office.consent import Consent, Purpose
from office.matters.kind import WITHDRAWN
from office.matters.kinds import concern, obstacle
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.obstacle import OBSTACLE, PASSED_ON
from office.matters.kinds.question import QUESTION
from office.matters.model import MatterOutcome, Submission, Where
from tests.conversations.manners import check_german
from tests.office.matter_setup import a_matter
from wording.concern_list import WORDS as CONCERN_WORDS
from wording.consent import current_text
from wording.obstacle_list import WORDS as OBSTACLE_WORDS

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
WORDS = {"obstacles": OBSTACLE_WORDS, "concerns": CONCERN_WORDS}


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    monkeypatch.setenv("LOTSE_NOW", "2027-01-24T10:00")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return read_settings()


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main([*arguments])
        return (code, *capfd.readouterr())

    return call


@pytest.fixture
def numbers(settings) -> dict[str, list[str]]:
    """Two of each kind: the first with what a spreadsheet could take for a formula."""
    with office_at_hand(settings) as office:
        obstacles, concerns = office.of(OBSTACLE), office.of(CONCERN)
        return {
            "obstacles": [
                a_matter(obstacles, "r1", NOW, obstacle="=HYPERLINK(1)", desk="Förderberatung").number,
                a_matter(obstacles, "r2", NOW + timedelta(days=3), where=Where("DE-TH", "Gotha"), sort="recht").number,
            ],
            "concerns": [
                a_matter(concerns, "r3", NOW, concern="@SUM(1)", desk="Zentrale").number,
                a_matter(concerns, "r4", NOW + timedelta(days=3), where=Where("DE-TH", "Gotha"), sort="praise").number,
            ],
        }


@pytest.mark.parametrize("command, sort, desk", [("obstacles", "recht", "Förderberatung"), ("concerns", "praise", "Zentrale")])
def test_lists_are_narrowed_by_time_place_kind_state_and_desk(numbers, lotse, command, sort, desk):
    first, second = numbers[command]

    def shown(*more: str) -> list[bool]:
        listed = lotse(command, "list", *more)[1]
        return [first in listed, second in listed]

    assert shown() == [True, True] and shown(f"--sort={sort}") == [False, True] and shown(f"--desk={desk}") == [True, False]
    assert shown("--land=DE-TH") == [False, True] and shown("--kreis=Görlitz") == [True, False]
    assert shown("--since=2026-11-25") == [False, True] and shown("--until=2026-11-24") == [True, False]
    assert shown("--until=2026-11-25") == [True, True]
    lotse(command, "set-state", first, "done")
    assert shown() == [False, True] and shown("--state=done") == [True, False]


@pytest.mark.parametrize("command", WORDS)
def test_the_export_has_no_formulas(numbers, lotse, command):
    head, first, second = csv.reader(io.StringIO(lotse(command, "export")[1].lstrip("\ufeff")), delimiter=";")
    assert tuple(head) == WORDS[command].columns and "Platz" in head
    assert {"'=HYPERLINK(1)", "'@SUM(1)"} & set(first) and "'+493511234567" in first


def test_whom_it_was_passed_on_to_has_to_be_said_and_is_kept_for_the_person(numbers, settings, lotse):
    number = numbers["obstacles"][0]
    code, _, complaint = lotse("obstacles", "set-state", number, "passed_on")
    assert code == 1 and "--reason" in complaint
    code, said, _ = lotse("obstacles", "set-state", number, "passed_on", "--reason", "an das Ministerium", "--by", "Beratung")
    kept = office_services(settings).of(OBSTACLE).find(number)
    assert code == 0 and "weitergegeben" in said and kept.state == PASSED_ON
    assert (kept.history[-1].reason, kept.history[-1].by) == ("an das Ministerium", "Beratung")
    assert "Es ist nichts geändert" in lotse("obstacles", "set-state", number, "checked")[1]
    assert "an das Ministerium" in lotse("obstacles", "show", number)[1]


@pytest.mark.parametrize("command", WORDS)
def test_answers_and_withdrawals_are_kept(numbers, settings, lotse, command):
    first, second = numbers[command]
    matters = office_services(settings).of(WORDS[command].kind)
    assert "Nummer und Code" in lotse(command, "answer", first, "Danke.", "--by", "Leitung")[1]
    assert [one.text for one in matters.find(first).answers] == ["Danke."] and first not in lotse(command, "list")[1]
    lotse(command, "withdraw", second)
    assert matters.find(second).state == WITHDRAWN


@pytest.mark.parametrize("command", WORDS)
@pytest.mark.parametrize("part", ["list", "show", "answer", "set-state", "withdraw", "export"])
def test_each_part_explains_itself(command, part, capsys):
    with pytest.raises(SystemExit):
        cli.main([command, part, "--help"])
    shown = capsys.readouterr().out
    assert f"Aufruf: ./lotse {command} {part}" in shown
    check_german(shown)


@pytest.mark.parametrize("command, kind", [("obstacles", obstacle), ("concerns", concern)])
def test_every_state_and_choice_has_a_german_name(command, kind):
    words = WORDS[command]
    assert set(words.states) == set(words.kind.state_names)
    assert {name for one in words.kind.fields for name in one.choices} == set(words.choices)
    assert set(words.moved) == {name for one in words.kind.states for name in one.leads_to}


# Figures


def report(matters, key: str, day: str, sort: str = "recht", where: Where = Where("DE-SN", "Görlitz"), rule: str = "Bauamt",
           told: str = "Das Amt antwortet nicht.", consent: str | None = current_text(Purpose.EVALUATION, with_quotes=True).version) -> str:  # fmt: skip
    now = datetime.fromisoformat(f"{day}T12:00+01:00")
    consents = [Consent(Purpose.OBSTACLE, "2026-11", now)]
    consents += [Consent(Purpose.EVALUATION, consent, now)] if consent else []
    fields = {"obstacle": told, "sort": sort, "rule_or_office": rule}
    result = matters.submit(Submission(fields, tuple(consents), where=where), key, now)
    assert result.outcome is MatterOutcome.RECEIVED
    return result.number


@pytest.fixture
def reported(settings) -> None:
    """In the last quarter of 2026: 7 about law in Görlitz, 3 about money in Gotha, 6 without consent; 5 in the next one."""
    with office_at_hand(settings) as office:
        matters = office.of(OBSTACLE)
        for at in range(7):
            report(matters, f"a{at}", f"2026-{10 + at % 2}-0{at + 1}", told=f"Herr Max Müller vom Bauamt in Görlitz lehnt Plan {at} ab.")
        for at in range(3):
            report(matters, f"b{at}", "2026-12-31", "finanzierung", Where("DE-TH", "Gotha"), "GEMA", consent="2026-11")
        for at in range(6):
            report(matters, f"c{at}", "2026-11-11", "mobilitaet", consent=None)
        for at in range(5):
            report(matters, f"d{at}", "2027-01-01", "raeume")


def test_only_what_may_be_evaluated_is_counted_and_nothing_small_is_told(reported, lotse):
    code, written, _ = lotse("report", "obstacles", "--quarter", "2026Q4", "--json")
    figures = json.loads(written)
    assert code == 0 and figures["total"] == 10 and figures["quarter"] == "2026Q4"
    assert figures["sorts"] == {"counts": {}, "rest": 10} and figures["lands"] == {"counts": {}, "rest": 10}
    assert figures["kreise"] == {} and figures["named"]["counts"] == {"bauamt": 7}
    assert figures["months"] == {"counts": {}, "rest": 10}
    assert figures["quotes"] == []
    for hidden in ("mobilitaet", "finanzierung", "gema", "DE-TH", "Gotha", "raeume"):
        assert hidden not in written


def test_kreise_are_told_within_their_land_only(settings, lotse):
    with office_at_hand(settings) as office:
        matters = office.of(OBSTACLE)
        for at in range(22):
            where = Where("DE-SN", "Görlitz") if at < 8 else Where("DE-SN", "Bautzen") if at < 15 else Where("DE-TH", "Gotha")
            report(matters, f"e{at}", "2026-10-05", where=Where("DE-SN", None) if at in (13, 14) else where)
    figures = json.loads(lotse("report", "obstacles", "--quarter=2026Q4", "--json")[1])
    assert figures["lands"] == {"counts": {"DE-SN": 15, "DE-TH": 7}, "rest": 0}
    assert figures["kreise"]["DE-SN"] == {"counts": {"Görlitz": 8}, "rest": 7} and figures["kreise"]["DE-TH"]["counts"] == {"Gotha": 7}
    text = lotse("report", "obstacles", "--quarter", "2026Q4")[1]
    assert "Kreis (Sachsen):" in text and "alle übrigen Kreise und ohne Kreis" in text
    check_german(text)


def test_who_takes_the_consent_back_is_counted_no_more(settings, lotse):
    with office_at_hand(settings) as office:
        numbers = [report(office.of(OBSTACLE), f"f{at}", "2026-10-05") for at in range(5)]
    assert json.loads(lotse("report", "obstacles", "--quarter=2026Q4", "--json")[1])["total"] == 5
    with office_at_hand(settings) as office:
        office.of(OBSTACLE).mark_withdrawn(numbers[0], "Stelle", NOW)
    told = lotse("report", "obstacles", "--quarter=2026Q4")[1]
    assert "Weniger als 5 Meldungen" in told and "Bauamt" not in told


def test_quotes_need_a_consent_that_asks_for_them_and_name_nobody_and_no_place(reported, lotse):
    figures = json.loads(lotse("report", "obstacles", "--quarter", "2026Q4", "--json", "--quotes")[1])
    assert len(figures["quotes"]) == 7
    for quote in figures["quotes"]:
        assert "Müller" not in quote and "Görlitz" not in quote and "Bauamt" in quote and "[Ort]" in quote
    assert "vor dem Weitergeben" in lotse("report", "obstacles", "--quarter=2026Q4", "--quotes")[1]


def test_the_table_and_the_text_say_the_same(reported, lotse, tmp_path):
    assert lotse("report", "obstacles", "--quarter=2026q4", "--csv", "--to", "zahlen.csv") == (0, "", "")
    rows = list(csv.reader(io.StringIO((tmp_path / "zahlen.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rows[1] == ["2026Q4", "Gesamt", "", "", "10"] and ["2026Q4", "Genannte Regel oder Stelle", "", "Bauamt", "7"] in rows
    text = lotse("report", "obstacles", "--quarter=2026Q4")[1]
    assert "10 Meldungen dürfen ausgewertet werden" in text and "7  Bauamt" in text and "noch nicht zu Ende" not in text
    assert "noch nicht zu Ende" in lotse("report", "obstacles", "--quarter=2027Q1")[1]
    check_german(text)


@pytest.mark.parametrize("quarter", ["2026", "2026Q5", "Q4", "gestern"])
def test_what_is_no_quarter_is_refused(settings, lotse, quarter):
    with pytest.raises(SystemExit):
        lotse("report", "obstacles", "--quarter", quarter)


# Gaps


@pytest.fixture
def gaps(settings, tmp_path) -> tuple[str, object]:
    """A question, and a file for what is missing."""
    file = tmp_path / "gaps.md"
    file.write_text("# Was fehlt\n\nAlt.\n", "utf-8")
    with office_at_hand(settings) as office:
        asked = "Wer zahlt in unserem Dorf den Bürgerbus für die alten Leute?"
        return a_matter(office.of(QUESTION), "q1", NOW, question=asked).number, file


def test_a_gap_is_written_once_in_the_offices_words_and_without_the_number(gaps, lotse):
    number, file = gaps
    for said in ("Steht jetzt in gaps.md.\n", "Das steht schon in gaps.md.\n"):
        assert lotse("questions", "gap", number, "Betriebskosten\nvon Bürgerbussen fehlen.", "--file", "gaps.md") == (0, said, "")
    lotse("questions", "gap", number, "Noch eins.", "--file", "gaps.md")
    assert file.read_text("utf-8") == (
        "# Was fehlt\n\nAlt.\n\n## Aus Fragen an die Stelle\n\n- 2027-01-24: Betriebskosten von Bürgerbussen fehlen.\n- 2027-01-24: "
        "Noch eins.\n"
    )


@pytest.mark.parametrize("text, complaint", [
    ("Frage: wer zahlt in unserem Dorf den Bürgerbus", "Worte aus der Frage"), ("  ", "was fehlt"), ("x" * 401, "was fehlt"),
    ("Bitte uli@example.org fragen", "Adressen"), ("Siehe FRAGE-7K3M9U", "Nummern"), ("0351 1234567", "Nummern"),
])  # fmt: skip
def test_what_leads_to_a_person_is_not_written(gaps, lotse, text, complaint):
    number, file = gaps
    code, _, said = lotse("questions", "gap", number, text, "--file", "gaps.md")
    assert code == 1 and complaint in said and file.read_text("utf-8") == "# Was fehlt\n\nAlt.\n"


def test_a_gap_of_no_question_or_into_no_file_is_one_sentence(gaps, lotse):
    assert "gibt es nicht" in lotse("questions", "gap", "FRAGE-222222", "Etwas fehlt.", "--file", "gaps.md")[2]
    assert "lässt sich nicht ändern" in lotse("questions", "gap", gaps[0], "Etwas fehlt.", "--file", "fehlt.md")[2]
