"""Lines in, JSON lines out: what a line says, whatever it is."""
from __future__ import annotations

import io
import json
import sys

import pytest

from bot.errors import StartError
from bot.lines import read_texts, text_of, write_lines


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Hallo\n", "Hallo"), ("Hallo\r\n", "Hallo"), ("  Hallo  \n", "  Hallo  "), ("\n", ""), ("", ""),
        ('{"text": "Hallo"}', "Hallo"), ('{"q": "Hallo"}\n', "Hallo"), ('  {"q": "Hallo"}', "Hallo"),
        ('{"text": "eins", "q": "zwei"}', "eins"), ('{"text": ""}', ""), ('{"q": "zwei\\nZeilen"}', "zwei\nZeilen"),
        ('{"text": 5, "q": "Hallo"}', "Hallo"), ('{"q": "\\ud83d\\ude8c"}', "🚌"), ('{"q": "\\ud83d!"}', "\ufffd!"),
        ('{"message": "Hallo"}', '{"message": "Hallo"}'), ('{"q": 5}', '{"q": 5}'), ('{"q": null}', '{"q": null}'),
        ('{"q": "Hallo"', '{"q": "Hallo"'), ("{kein JSON}", "{kein JSON}"), ("{", "{"), ("{}", "{}"),
        ('["Hallo"]', '["Hallo"]'), ('"Hallo"', '"Hallo"'), ('{"q": "a"} {"q": "b"}', '{"q": "a"} {"q": "b"}'),
    ],
)  # fmt: skip
def test_a_line_is_plain_text_or_a_json_object_with_text_or_q(line, text):
    assert text_of(line) == text


def test_json_that_is_too_deep_or_too_large_is_taken_as_text():
    for line in ('{"q":' + "[" * 100_000, '{"q": ' + "9" * 10_000 + "}"):
        assert text_of(line) == line


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"", []), (b"eins", ["eins"]), (b"eins\n\nzwei\n", ["eins", "", "zwei"]), (b"eins\r\nzwei\r\n", ["eins", "zwei"]),
        ("Bürger\n🚌\n".encode(), ["Bürger", "🚌"]), (b'\xef\xbb\xbf{"q": "eins"}\nzwei\n', ["eins", "zwei"]),
        (b"B\xfcrger\nzwei\n", ["B\ufffdrger", "zwei"]), (b"a\x0bb\x0cc\x1cd\xc2\x85e\xe2\x80\xa8f\n", ["a\x0bb\x0cc\x1cd\x85e\u2028f"]),
    ],
)  # fmt: skip
class TestEveryLineOfAFile:
    def test_gives_one_text(self, tmp_path, content, texts):
        file = tmp_path / "zeilen.txt"
        file.write_bytes(content)
        assert list(read_texts(str(file))) == texts

    def test_gives_the_same_from_standard_input(self, monkeypatch, content, texts):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
        assert list(read_texts("-")) == texts


@pytest.mark.parametrize("name", ["gibt-es-nicht.txt", "."])
def test_a_file_that_cannot_be_read_is_one_german_error(tmp_path, name):
    with pytest.raises(StartError, match=r"Die Datei .* lässt sich nicht lesen"):
        list(read_texts(str(tmp_path / name)))


def test_a_file_is_meant_from_where_the_person_stands(tmp_path, monkeypatch):
    (tmp_path / "hier.txt").write_text("Hallo\n", "utf-8")
    monkeypatch.setenv("LOTSE_CALLED_FROM", str(tmp_path))
    assert list(read_texts("hier.txt")) == ["Hallo"]


def test_each_object_becomes_one_line_at_once(capsys):
    told = [{"q": "zwei\nZeilen \u2028", "umlaut": "ü"}, {"q": None}]

    def objects():
        yield told[0]
        assert json.loads(capsys.readouterr().out) == told[0], "the first line was kept back"
        yield told[1]

    write_lines(objects())
    assert capsys.readouterr().out == '{"q": null}\n'
