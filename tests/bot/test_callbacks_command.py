"""`./lotse callbacks` as the staff calls it, on a real database."""
from __future__ import annotations

import csv
import io
import stat
from datetime import datetime, timedelta, timezone

import pytest

from bot import cli
from bot.compose_office import office_at_hand, office_services
from bot.settings import read_settings
from office.matters.kind import WITHDRAWN
from office.matters.kinds.callback import CALLBACK, CALLED, DONE
from tests.conversations.manners import check_german
from tests.office.matter_setup import a_matter
from wording import callbacks
from wording.callback_list import WORDS

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
    """Two open call-backs, of the day before yesterday and of yesterday."""
    with office_at_hand(settings) as office:
        first = a_matter(office.of(CALLBACK), "r1", NOW, name="=HYPERLINK(1)")
        return [first.number, a_matter(office.of(CALLBACK), "r2", NOW + timedelta(days=1), name="Ada").number]


@pytest.fixture
def lotse(capfd):
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["callbacks", *arguments])
        return (code, *capfd.readouterr())

    return call


def state_of(settings, number: str) -> str:
    return office_services(settings).of(CALLBACK).find(number).state


def test_an_empty_office_says_so_even_before_the_first_start(settings, lotse):
    assert lotse("list") == (0, "Es gibt keine Rückrufe, die dazu passen.\n", "")


def test_the_list_shows_who_waits_the_oldest_first(numbers, lotse):
    code, shown, _ = lotse("list")
    assert code == 0 and shown.index(numbers[0]) < shown.index(numbers[1])
    assert f"{numbers[1]}  offen          seit 23.11.2026 10:00\n    Ada, +493511234567, uli@example.org\n" in shown
    assert "werktags ab 17 Uhr" in shown and "Bürgerbus in Görlitz" in shown


def test_the_list_can_be_narrowed(numbers, lotse):
    lotse("done", numbers[0])
    assert numbers[0] not in lotse("list")[1] and numbers[1] in lotse("list")[1]
    assert numbers[0] in lotse("list", "--state", "done")[1]
    assert all(number in lotse("list", "--state", "all")[1] for number in numbers)
    assert [number in lotse("list", "--state=all", "--since=2026-11-23")[1] for number in numbers] == [False, True]


def test_one_call_back_is_shown_whole_however_its_number_is_typed(numbers, lotse):
    lotse("called", numbers[1], "--by", "Beratung")
    code, shown, _ = lotse("show", numbers[1][-6:].lower())
    assert code == 0
    for line in ("Stand:                  angerufen", "Name:                   Ada", "Bearbeitet von:         Beratung",
                 "Letzte Änderung:        24.11.2026 10:00", "Einwilligung (Fassung): 2026-11"):  # fmt: skip
        assert line in shown


@pytest.mark.parametrize(
    ("part", "state"),
    [("called", CALLED), ("done", DONE), ("withdraw", WITHDRAWN)],
)
def test_what_became_of_it_is_kept_and_said(numbers, settings, lotse, part, state):
    code, said, _ = lotse(part, numbers[0])
    assert code == 0 and said.startswith(numbers[0])
    check_german(said)
    assert state_of(settings, numbers[0]) == state


def test_twice_done_changes_nothing_and_says_so(numbers, lotse):
    lotse("done", numbers[0])
    assert lotse("done", numbers[0])[1] == f"{numbers[0]} war schon erledigt. Es ist nichts geändert.\n"
    lotse("withdraw", numbers[0])
    assert "war schon zurückgezogen" in lotse("done", numbers[0])[1]


@pytest.mark.parametrize("part", ["show", "done", "called", "withdraw"])
def test_an_unknown_number_is_one_sentence(settings, lotse, part):
    code, said, complaint = lotse(part, "RUECKRUF-222222")
    assert (code, said) == (1, "") and "„RUECKRUF-222222“ gibt es nicht" in complaint


def test_the_role_must_be_one(numbers, lotse):
    assert lotse("done", numbers[0], "--by", "x" * 81)[::2] == (1, "--by braucht eine Rolle mit höchstens 80 Zeichen.\n")


@pytest.mark.parametrize("wrong", [["list", "--state", "offen"], ["list", "--since", "gestern"], ["show"], ["löschen"], []])
def test_a_wrong_call_is_one_german_sentence(settings, wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["callbacks", *wrong])
    said = capsys.readouterr().err
    assert ended.value.code == 2 and said.count("\n") == 1 and "Mehr zeigt ./lotse callbacks" in said


@pytest.mark.parametrize("part", ["list", "show", "called", "done", "withdraw", "export", "forget"])
def test_each_part_explains_itself(part, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["callbacks", part, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0 and f"Aufruf: ./lotse callbacks {part}" in shown
    check_german(shown)


def test_the_export_is_a_table_without_formulas_that_only_its_owner_reads(numbers, tmp_path, lotse):
    assert lotse("export", "--to", "rueckrufe.csv") == (0, "", "")
    file = tmp_path / "rueckrufe.csv"
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and stat.S_IMODE(file.stat().st_mode) == 0o600
    head, first, second = csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";")
    assert tuple(head) == WORDS.columns and [first[0], second[0]] == numbers
    assert first[4:6] == ["'=HYPERLINK(1)", "'+493511234567"]


def test_the_export_goes_to_the_output_and_can_be_narrowed(numbers, lotse, capfd):
    lotse("withdraw", numbers[0])
    code, written, _ = lotse("export", "--state", "withdrawn")
    assert code == 0 and numbers[0] in written and numbers[1] not in written and "HYPERLINK" not in written


def test_an_export_never_overwrites(numbers, tmp_path, lotse):
    (tmp_path / "da.csv").write_text("alt", "utf-8")
    assert lotse("export", "--to", "da.csv")[::2] == (1, "Die Datei da.csv gibt es schon. Bitte nennen Sie einen anderen Namen.\n")
    assert "lässt sich nicht schreiben" in lotse("export", "--to", "fehlt/da.csv")[2]
    assert (tmp_path / "da.csv").read_text("utf-8") == "alt"


def test_what_is_too_old_is_deleted_on_command(numbers, lotse, monkeypatch):
    assert lotse("forget")[1] == "Kein Rückruf war zu alt.\n"
    lotse("done", numbers[0])
    monkeypatch.setenv("LOTSE_NOW", "2026-12-25T10:00")
    assert lotse("forget")[1] == "Ein Rückruf ist gelöscht.\n"
    monkeypatch.setenv("LOTSE_NOW", "2027-12-25T10:00")
    assert lotse("forget")[1] == "Ein Rückruf ist gelöscht.\n"


def test_every_state_has_a_german_name():
    assert set(WORDS.states) == set(CALLBACK.state_names)


def test_whoever_is_hard_to_reach_is_written_to_and_reads_it_with_number_and_code(lotse, settings):
    with office_at_hand(settings) as office:
        kept = a_matter(office.of(CALLBACK), "r3", NOW)
    code, out, err = lotse("answer", kept.number, "Bitte rufen Sie uns am Montag an.", "--by", "Zentrale")
    assert (code, err) == (0, "") and kept.number in out
    opened = callbacks.opened(office_services(settings).of(CALLBACK).show(kept.number, kept.code, NOW), timezone.utc)
    assert opened.text.endswith("Antwort der Stelle (Zentrale) vom 24. November 2026:\nBitte rufen Sie uns am Montag an.")
    assert kept.number in lotse("list")[1]
