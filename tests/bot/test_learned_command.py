"""`./lotse questions learned`: a person's question becomes one of a record, on a copy of the real records."""
from __future__ import annotations

import io
import shutil

import pytest

from bot import cli
from bot.compose_office import office_at_hand
from bot.settings import read_settings
from knowledge.content_files import read_records
from office.consent import Purpose
from office.matters.kinds.question import QUESTION
from office.matters.model import Submission
from tests.library import CONTENT
from tests.office.matter_setup import NOW, a_consent
from wording.consent import current_text

RECORD = "foe-by-sela"
ASKED = "Mein Name ist Ada Lovelace, 0351 7654321:\nwer bezahlt eine Hebamme auf Probe?"
CONSENTS = {
    "with": (a_consent(Purpose.QUESTION), a_consent(Purpose.EVALUATION, current_text(Purpose.EVALUATION, with_quotes=True).version)),
    "without": (a_consent(Purpose.QUESTION),),
    "without quoting": (a_consent(Purpose.QUESTION), a_consent(Purpose.EVALUATION, "2026-11")),
}


@pytest.fixture
def content(tmp_path, monkeypatch):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    monkeypatch.setenv("LOTSE_CONTENT", str(folder))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lotse.db'}")
    monkeypatch.setenv("LOTSE_ENV", "test")
    return folder


@pytest.fixture
def asked(content):
    """Leaves a question with one of CONSENTS; gives the receipt."""

    def leave(consents: str = "with", question: str = ASKED):
        with office_at_hand(read_settings()) as office:
            told = Submission({"question": question, "answer_by": "number"}, CONSENTS[consents])
            return office.of(QUESTION).submit(told, question, NOW)

    return leave


@pytest.fixture
def learned(capfd, monkeypatch):
    def call(number: str, *more: str, says: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(says))
        code = cli.main(["questions", "learned", number, *more])
        return code, "".join(capfd.readouterr())

    return call


def questions(content) -> tuple[str, ...]:
    return next(one for one in read_records(content) if one.id == RECORD).fragen


def test_it_is_shown_without_name_and_number_and_written_only_after_a_yes(content, asked, learned):
    before, number = questions(content), asked().number
    files = {file.name: file.read_bytes() for file in content.glob("*.yml")}
    for no in ("", "nein\n", "vielleicht\n"):
        code, said = learned(number, RECORD, says=no)
        assert code == 1 and "nichts geschrieben" in said and "wer bezahlt eine Hebamme auf Probe?" in said
        assert "Ada" not in said and "7654321" not in said and "Geschwärzt" in said
    assert {file.name: file.read_bytes() for file in content.glob("*.yml")} == files
    code, said = learned(number, RECORD, says="ja\n")
    (new,) = set(questions(content)) - set(before)
    assert code == 0 and "foerderung.yml" in said and new.endswith("wer bezahlt eine Hebamme auf Probe?")
    assert "Ada" not in new and "7654321" not in new and "\n" not in new
    assert learned(number, RECORD, "--yes")[1].strip().endswith(f"Das steht schon bei {RECORD}.")
    changed = [file.name for file in content.glob("*.yml") if file.read_bytes() != files[file.name]]
    assert changed == ["foerderung.yml"] and len(questions(content)) == len(before) + 1


@pytest.mark.parametrize("consents", ["without", "without quoting", "revoked", "withdrawn"])
def test_without_the_consent_to_use_the_words_nothing_is_shown(content, asked, learned, consents):
    receipt = asked(consents if consents in CONSENTS else "with")
    with office_at_hand(read_settings()) as office:
        if consents == "revoked":
            office.of(QUESTION).revoke_evaluation(receipt.number, receipt.code, NOW)
        if consents == "withdrawn":
            office.of(QUESTION).withdraw(receipt.number, receipt.code, NOW)
    for more in ((), ("--words", "Wer bezahlt eine Hebamme?")):
        code, said = learned(receipt.number, RECORD, "--yes", *more)
        assert code == 1 and "keine Zustimmung" in said and "auf Probe" not in said


def test_it_may_be_said_shorter_but_not_with_names_and_never_too_long(content, asked, learned):
    number = asked(question="Wer zahlt das, wenn die Hebamme kommt? " * 10).number
    assert "höchstens 200 Zeichen" in learned(number, RECORD, "--yes")[1]
    assert "in keinen Eintrag gehört" in learned(number, RECORD, "--yes", "--words", "Ruft ada@beispiel.example an")[1]
    assert learned(number, RECORD, "--yes", "--words", "Wer bezahlt eine Hebamme?")[0] == 0
    assert "Wer bezahlt eine Hebamme?" in questions(content)


def test_a_number_or_a_record_that_is_none_is_named(content, asked, learned):
    assert "FRAGE-234567" in learned("FRAGE-234567", RECORD, "--yes")[1]
    assert "foe-gibt-es-nicht gibt es nicht" in learned(asked().number, "foe-gibt-es-nicht", "--yes")[1]
