"""./lotse content on a folder of its own: every part from the command line, with a database that a console changed too."""
from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bot import cli
from bot.commands.content import KINDS as OFFERED_KINDS
from bot.compose_office import office_at_hand
from bot.preparation import ensure_knowledge
from bot.settings import read_settings
from knowledge.advisers import read_advisers
from knowledge.content_files import read_records
from knowledge.entries import read_entries
from knowledge.record_file import RecordFile
from knowledge.revisions import Origin
from knowledge.schema import KINDS, Adviser
from knowledge.schema.adviser import DayHours, Leave
from knowledge.store import RecordStore
from office.appointments.hours import LOCAL
from office.appointments.model import SessionWish
from storage import Database
from storage.migrate import migrate
from tests.builders import an_adviser, a_contact, a_funding, a_sound_source, an_event
from tests.library import CONTENT
from tests.office.appointments.booking_setup import booked

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc)
FUNDING = a_funding(**a_sound_source())
RECORDS = [FUNDING, a_contact(**a_sound_source()), an_event(**a_sound_source())]


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Three records in order, in a folder and a database of this test."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("office.yml", "terms.yml", "regionen.yml"):
        shutil.copy(CONTENT / name, folder)
    for kind, model in KINDS.items():
        file = RecordFile("# Einträge.\n[]\n", model)
        for record in RECORDS:
            if record.kind == kind:
                file.append(record)
        (folder / f"{kind}.yml").write_text(file.text, "utf-8")
    file = RecordFile("# Beratung.\n[]\n", Adviser)
    file.append(an_adviser())
    (folder / "beratung.yml").write_text(file.text, "utf-8")
    monkeypatch.setenv("LOTSE_CONTENT", str(folder))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_NOW", "2026-11-22T10:00")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    return folder


@pytest.fixture
def store(content, tmp_path) -> RecordStore:
    database = Database(f"sqlite:///{tmp_path / 'lotse.db'}")
    migrate(database)
    store = RecordStore(database)
    store.load(read_entries(content), NOW)
    yield store
    database.close()


@pytest.fixture
def lotse(capsys):
    """Runs `./lotse content …`; gives exit code, what it said, and what it said of trouble."""

    def lotse(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["content", *arguments])
        return (code, *capsys.readouterr())

    return lotse


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_kinds_offered_are_those_that_there_are():
    assert OFFERED_KINDS == tuple(KINDS)


def test_a_check_of_what_is_in_order_says_so(content, lotse):
    code, said, beside = lotse("check")
    assert code == 0 and beside == "Ob gebuchte Termine noch passen, ist nicht geprüft. Es gibt noch keine Datenbank.\n"
    assert not (content.parent / "lotse.db").exists(), "it only looks"
    assert said == "3 Einträge geprüft, davon 0 als ausgelaufen oder vergangen gekennzeichnet.\nEs ist alles in Ordnung.\n"


def test_a_check_names_everything_that_is_wrong_and_fails(content, lotse):
    replace(content / "foerderung.yml", "status: offen", "status: ofen")
    replace(content / "foerderung.yml", "level: land", "level: dorf")
    (content / "kontakte.yml").unlink()
    (content / "office.yml").write_text("name: x\n", "utf-8")
    code, said, _ = lotse("check")
    assert code == 1
    for part in ("Feld status", "Feld level", "kontakte.yml: die Datei fehlt", "office.yml, office", "Fehler im Aufbau (4)"):
        assert part in said


def test_a_contradiction_fails_and_a_hint_does_only_in_a_strict_check(content, lotse, monkeypatch):
    monkeypatch.setenv("LOTSE_NOW", "2027-06-01T10:00")
    replace(content / "veranstaltungen.yml", "2026-12-03", "2027-12-03")
    code, said, _ = lotse("check")
    assert code == 0 and "Prüfung fällig (2)" in said and "Zuständig: Redaktion Förderung." in said
    assert lotse("check", "--strict")[0] == 1
    monkeypatch.setenv("LOTSE_NOW", "2027-12-04T10:00")
    code, said, _ = lotse("check")
    assert code == 1 and "Widerspruch (1)" in said and "der letzte Termin war am 3.12.2027" in said


def test_a_record_is_shown_as_people_see_it_and_what_is_to_do(content, lotse):
    replace(content / "foerderung.yml", "name: Dorfbus für alle", "name: Rollende Dörfer\n  einfach: ['Sie bekommen Geld (viel).']")
    code, said, _ = lotse("show", FUNDING.id)
    assert code == 0
    for part in ("Rollende Dörfer", "Höhe: ", "Zuständig: Redaktion Förderung. Nächste Prüfung bis 01.05.2027.", "eine Klammer"):
        assert part in said


def test_a_record_that_cannot_be_shown_is_told_with_the_reason(content, lotse):
    assert lotse("show", "foe-x") == (1, "", "Einen lesbaren Eintrag foe-x gibt es nicht.\n")
    replace(content / "foerderung.yml", "status: offen", "status: ofen")
    code, _, trouble = lotse("show", FUNDING.id)
    assert code == 1 and "Feld „status“: kennt nur: offen" in trouble


def test_an_export_of_the_same_says_so_and_gives_the_same_bytes(content, store, lotse, tmp_path):
    code, said, _ = lotse("export", "--to", "heraus")
    assert code == 0 and "kein Unterschied" in said
    for kind in KINDS:
        assert (tmp_path / "heraus" / f"{kind}.yml").read_bytes() == (content / f"{kind}.yml").read_bytes()


def test_only_in_place_writes_where_the_records_are(content, store, lotse):
    store.revise(FUNDING.copy(update={"deadline": "bald"}), 1, Origin.CONSOLE, NOW)
    before = (content / "foerderung.yml").read_text("utf-8")
    code, _, trouble = lotse("export", "--to", str(content))
    assert code == 1 and "--in-place" in trouble and (content / "foerderung.yml").read_text("utf-8") == before
    code, said, _ = lotse("export", "--in-place")
    assert code == 0 and "1 geändert: foe-beispiel" in said
    assert (content / "foerderung.yml").read_text("utf-8") == before.replace("deadline: laufend", "deadline: bald")
    assert store.load(read_entries(content), NOW).summary == "4 Einträge in der Wissensbasis (nichts geändert)."


def test_an_export_in_place_never_touches_what_the_file_has_newer(content, store, lotse):
    store.revise(FUNDING.copy(update={"deadline": "bald"}), 1, Origin.CONSOLE, NOW)
    replace(content / "foerderung.yml", "name: Dorfbus für alle", "name: Rollende Dörfer")
    replace(content / "kontakte.yml", "name: Dorfbus für alle", "name: Stelle")
    before = [(content / f"{kind}.yml").read_bytes() for kind in KINDS]
    code, said, _ = lotse("export", "--in-place")
    assert code == 0 and "im Konflikt" in said and "noch nicht geladen: kon-beispiel" in said
    assert [(content / f"{kind}.yml").read_bytes() for kind in KINDS] == before


def test_an_empty_database_is_not_exported(content, lotse):
    code, _, trouble = lotse("export", "--to", "heraus")
    assert code == 1 and "Die Datenbank ist leer" in trouble


def test_a_conflict_is_decided_and_stands_in_the_history(content, store, lotse):
    store.revise(FUNDING.copy(update={"deadline": "bald"}), 1, Origin.CONSOLE, NOW, role="Geschäftsstelle")
    replace(content / "foerderung.yml", "name: Dorfbus für alle", "name: Rollende Dörfer")
    assert len(store.load(read_entries(content), NOW).conflicts) == 1
    code, said, _ = lotse("take", "yaml", FUNDING.id)
    assert code == 0 and "gilt jetzt die Datei" in said
    _, said, _ = lotse("history", FUNDING.id)
    assert said.splitlines() == [
        "  1  22.11.2026 10:00  Datei, Redaktion Förderung: neu",
        "  2  22.11.2026 10:00  Datenbank, Geschäftsstelle: geändert: deadline",
        "  3  22.11.2026 10:00  Datei, Redaktion Förderung: geändert: name, deadline",
    ]
    assert lotse("take", "database", FUNDING.id)[0] == 1, "there is no conflict any more"
    assert lotse("history", "foe-x")[0] == 1


def test_a_table_from_the_template_is_taken_over(content, lotse, tmp_path):
    _, head, legend = lotse("template", "--kind", "kontakte")
    assert head.startswith("\ufeffId;Name;") and "Telefon: Text" in legend and "Themen: alter, arbeit" in legend
    cells = {"Name": "Mobilitätszentrale", "Kurzbeschreibung": "Sie berät.", "Fakten": "Sie berät.", "Themen": "mobilitaet",
             "Gebiete": "DE-SN", "Suchwörter": "Bus|Rufbus", "Adresse der Quelle": "https://www.sachsen.de/",
             "Titel der Quelle": "Sachsen", "Sicherheit": "hoch", "Geprüft am": "20.11.2026", "Stelle": "Zentrale",
             "Aufgabe": "Beratung", "Zuständig für Themen": "mobilitaet", "Zuständig für Gebiete": "DE-SN"}  # fmt: skip
    titles = head.strip("\ufeff\r\n").split(";")
    (tmp_path / "neu.csv").write_bytes((head + ";".join(cells.get(title, "") for title in titles)).encode())
    before = (content / "kontakte.yml").read_text("utf-8")
    code, said, _ = lotse("import", "neu.csv", "--kind", "kontakte", "--dry-run")
    assert code == 0 and "geschrieben wurde nichts" in said and (content / "kontakte.yml").read_text("utf-8") == before
    code, said, _ = lotse("import", "neu.csv", "--kind", "kontakte")
    assert code == 0 and "kon-mobilitaetszentrale: Mobilitätszentrale" in said and "Telefon und E-Mail fehlen." in said
    assert (content / "kontakte.yml").read_text("utf-8").startswith(before)
    assert [one.id for one in read_records(content)] == ["foe-beispiel", "kon-beispiel", "kon-mobilitaetszentrale", "ver-beispiel"]


def test_a_table_with_an_error_writes_nothing(content, lotse, tmp_path):
    (tmp_path / "neu.csv").write_text("Name;Farbe\nx;rot\n", "utf-8")
    before = (content / "kontakte.yml").read_bytes()
    code, said, _ = lotse("import", "neu.csv", "--kind", "kontakte")
    assert code == 1 and "Zeile 1, Spalte „Farbe“" in said and "Es wurde nichts geschrieben." in said
    assert (content / "kontakte.yml").read_bytes() == before
    code, _, trouble = lotse("import", "fehlt.csv", "--kind", "kontakte")
    assert code == 1 and "fehlt.csv lässt sich nicht lesen" in trouble


def test_an_adviser_is_checked_like_a_record(content, lotse):
    replace(content / "beratung.yml", "holidays: DE-SN", "holidays: DE-XX")
    code, said, _ = lotse("check")
    assert code == 1 and "beratung.yml, ber-beispiel, Feld holidays: nennt „DE-XX“, das kein Land ist" in said
    assert "wie DE-SN" in lotse("show", "ber-beispiel")[1]


def test_an_adviser_that_was_changed_in_the_database_comes_into_the_file_by_an_export(content, store, lotse):
    changed = store.advisers()[0].copy(update={"notice": 48})
    store.revise(changed, 1, Origin.CONSOLE, NOW, role="Leitung")
    before = (content / "beratung.yml").read_text("utf-8")
    code, said, _ = lotse("export", "--in-place")
    assert code == 0 and "1 geändert: ber-beispiel" in said and read_advisers(content) == (changed,)
    after = (content / "beratung.yml").read_text("utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == ["  notice: 48"]
    assert lotse("history", "ber-beispiel")[1].splitlines()[1].endswith("Datenbank, Leitung: geändert: notice")


def test_a_conflict_about_an_adviser_is_decided_like_any_other(content, store, lotse):
    store.revise(store.advisers()[0].copy(update={"notice": 48}), 1, Origin.CONSOLE, NOW)
    replace(content / "beratung.yml", "role: Beispielberatung", "role: Andere Beratung")
    assert [one.record_id for one in store.load(read_entries(content), NOW).conflicts] == ["ber-beispiel"]
    assert store.advisers()[0].notice == 48, "until somebody decides, the database holds"
    assert lotse("take", "yaml", "ber-beispiel")[0] == 0
    assert (store.advisers()[0].role, store.advisers()[0].notice) == ("Andere Beratung", 24)


def test_a_check_reckons_with_what_the_database_keeps_and_with_advisers_that_are_gone(content, store, lotse):
    with office_at_hand(read_settings()) as office:
        number = booked(office.appointments, office.appointments.find(SessionWish(), NOW).slots[0], now=NOW).number
    assert number not in lotse("check")[1]
    file, text = content / "beratung.yml", (content / "beratung.yml").read_text("utf-8")
    file.write_text("[]\n", "utf-8")
    assert f"  {number}" in lotse("check")[1] and "Diesen Platz gibt es nicht mehr." in lotse("check")[1]
    store.revise(store.advisers()[0].copy(update={"notice": 48}), 1, Origin.CONSOLE, NOW)
    assert number not in lotse("check")[1], "a conflict: until somebody decides, the database holds"
    file.write_text(text.replace("holidays: DE-SN", "holidays: DE-XX"), "utf-8")
    code, said, beside = lotse("check")
    assert code == 1 and number not in said and beside == "", "what cannot be loaded misplaces nothing"


@pytest.mark.parametrize("url", ["sqlite:///{}/kein.db", "postgresql://lotse@127.0.0.1:1/lotse"])
def test_a_database_that_is_away_keeps_nobody_from_checking(content, lotse, monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url.format(content))
    (content / "kein.db").write_text("Das ist keine Datenbank, auch wenn sie so heißt, und lang genug dafür ist sie auch.")
    code, said, beside = lotse("check")
    assert code == 0 and "Es ist alles in Ordnung." in said
    assert beside.startswith("Ob gebuchte Termine noch passen, ist nicht geprüft. Die Datenbank (") and beside.count("\n") == 1


def test_whoever_edits_an_adviser_hears_which_sessions_no_longer_fit(content, store, lotse):
    """In a check before, when the file is loaded, as `./lotse start` does it, and when a conflict is decided."""
    for file in CONTENT.iterdir():
        if not (content / file.name).exists():
            shutil.copy(file, content)
    settings = read_settings()
    with office_at_hand(settings) as office:
        slot = office.appointments.find(SessionWish(), NOW).slots[0]
        number = booked(office.appointments, slot, now=NOW).number
    day = slot.starts_at.astimezone(LOCAL)
    adviser = store.advisers()[0]
    file = RecordFile("# Beratung.\n[]\n", Adviser)
    file.append(adviser.copy(update={"exceptions": (DayHours(am=day.date(), zeiten=()),)}))
    (content / "beratung.yml").write_text(file.text, "utf-8")
    told = f"  {number}  {day:%d.%m.%Y %H:%M} Uhr  ber-beispiel: Der Platz hat zu dieser Zeit keine Sprechstunde."
    code, said, beside = lotse("check")
    assert (code, beside) == (0, "") and told in said
    assert "Nach dem nächsten ./lotse start passt dieser Termin nicht mehr" in said
    assert "Gefunden: 1 × Termin passt nicht mehr." in said and lotse("check", "--strict")[0] == 1
    assert store.advisers() == (adviser,), "a check changes nothing"
    report: list[str] = []
    ensure_knowledge(settings, report.append)
    assert number not in lotse("check")[1], "that is known now"
    assert f"  {told}" in report and any("Dieser Termin passt nicht mehr" in line for line in report)
    store.revise(adviser.copy(update={"leave": (Leave(von=day.date(), bis=day.date()),)}), 2, Origin.CONSOLE, NOW)
    replace(content / "beratung.yml", "role: Beispielberatung", "role: Andere Beratung")
    code, said, _ = lotse("take", "database", "ber-beispiel")
    assert code == 0 and f"{number}  {day:%d.%m.%Y %H:%M} Uhr  ber-beispiel: Der Platz ist an diesem Tag abwesend." in said
    with office_at_hand(settings) as office:
        assert office.appointments.find_number(number).slot == slot
