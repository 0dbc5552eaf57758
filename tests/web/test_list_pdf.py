"""The list as a PDF file: what a reader, a screen reader and a printer find in it."""
from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime, timezone

import pytest

from conversation.remembering import RememberLists
from tests.builders import TODAY, a_funding, an_office
from tests.chat_setup import NOW
from tests.services import missing
from tests.web.chat_app import RECORDS
from web.remembering.pages import FILES
from web.remembering.pdf import list_as_pdf
from wording.printing import printed_list

KEY = "a" * 64
UMLAUTS = "Straßenbahn „Öl für Jäger“ – 50 € für ÄÖÜ"


def as_pdf(records) -> bytes:
    printed = printed_list([(record, date(2026, 11, 20)) for record in records], 0, TODAY)
    return list_as_pdf(printed, an_office(), datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc))


@pytest.fixture
def text_of(tmp_path):
    """The text of a PDF file, read by poppler."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext is not installed (Debian: apt install poppler-utils)")

    def read(pdf: bytes, *options: str) -> str:
        file = tmp_path / "list.pdf"
        file.write_bytes(pdf)
        return subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, check=True).stdout.decode("utf-8")

    return read


def test_it_has_a_language_a_title_bookmarks_and_links():
    pdf = as_pdf(RECORDS)
    assert pdf.startswith(b"%PDF-") and b"/Lang (de-DE)" in pdf and b"/DisplayDocTitle true" in pdf
    assert "Meine Merkliste – Ideenlotse".encode("utf-16-be").hex().encode() in pdf
    assert pdf.count(b"/Title") == len(RECORDS) + 1 and b"/URI (https://quelle.example/bus)" in pdf
    assert b"DejaVuSans" in pdf and len(pdf) < 300_000


def test_its_text_can_be_taken_out_in_order_with_umlauts_quotation_marks_and_euro(text_of):
    text = " ".join(text_of(as_pdf([a_funding(name=UMLAUTS), *RECORDS])).split())
    assert UMLAUTS in text and "Meine Merkliste" in text and "Musterstelle für Soziale Innovation" in text
    assert text.index("So geht es:") < text.index("Gut zu wissen") < text.index("Quelle: Beispielquelle (Stand Mai 2026")
    assert "1. Fragen, wer fahren möchte 2. Einen Fahrplan schreiben" in text and "Seite 1 von " in text
    assert "https://quelle.example/bus" in text


def test_long_words_and_letters_that_the_font_lacks_break_nothing(text_of):
    odd = a_funding(name="W" * 400, summary="Ein Bus 🚌 fährt. " + "lang" * 300)
    assert "fährt." in text_of(as_pdf([odd]))


def test_a_full_list_is_made_in_reasonable_time_and_size():
    assert len(as_pdf([a_funding(id=f"foe-{number}") for number in range(50)])) < 1_000_000


async def test_it_is_a_file_to_save_by_link_and_by_cookie(client, database):
    lists = RememberLists(database, lambda: NOW)
    lists.remember(KEY, [record.id for record in RECORDS])
    link = lists.issue_link(KEY)
    await client.get(f"/merkliste/link/{link}")
    for path in (f"/merkliste/link/{link}/merkliste.pdf", "/merkliste/merkliste.pdf"):
        async with client.get(path) as response:
            assert response.status == 200 and response.content_type == "application/pdf"
            assert response.headers["Content-Disposition"] == 'attachment; filename="merkliste.pdf"'
            assert response.headers["Cache-Control"] == "no-store" and (await response.read()).startswith(b"%PDF-")
    statuses = [(await client.get("/merkliste/merkliste.pdf")).status for _ in range(FILES - 1)]
    assert set(statuses[:-1]) == {200} and statuses[-1] == 429
