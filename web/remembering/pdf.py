"""The list as a PDF file: text that can be selected and read aloud in order, bookmarks, links, German as its language.

fpdf2 is loaded at the first use: half a second and some megabytes that most processes never need. The page in HTML
remains the accessible form, for fpdf2 cannot mark headings and lists for screen readers (docs/decisions/0011).
"""
from __future__ import annotations

from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.office import OfficeProfile
from wording.printing import TITLE, Block, PrintedList, PrintedRecord

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = "DejaVu"
_MARGIN, _INDENT = 20, 6
_LINE = 5.4
_SOFT, _STRONG, _LINK = (77, 91, 93), (30, 42, 44), (15, 95, 92)


def list_as_pdf(printed: PrintedList, office: OfficeProfile, now: datetime) -> bytes:
    """The whole file; takes some seconds for a full list, so call it from a thread."""
    pdf = _new_document(office, now)
    _heading(pdf, TITLE, size=20)
    _paragraph(pdf, f"{printed.summary}. {office.name}, Telefon {office.phone}, E-Mail {office.email}", colour=_SOFT)
    for note in printed.notes:
        _paragraph(pdf, note, colour=_SOFT)
    for record in printed.records:
        _record(pdf, record)
    return bytes(pdf.output())


def _new_document(office: OfficeProfile, now: datetime) -> FPDF:
    from fpdf import FPDF

    class Document(FPDF):
        def footer(self) -> None:
            self.set_y(-14)
            self.set_font(_FONT, size=8)
            self.set_text_color(*_SOFT)
            self.cell(text=f"Ideenlotse · {TITLE} · Seite {self.page_no()} von {{nb}}", w=0, align="C")

    pdf = Document()
    pdf.set_lang("de-DE")
    pdf.set_title(f"{TITLE} – Ideenlotse")
    pdf.set_author(office.name)
    pdf.set_creator("Ideenlotse")
    pdf.set_creation_date(now)
    pdf.set_display_mode("default")
    pdf.viewer_preferences = _title_in_the_window()
    pdf.set_margins(_MARGIN, _MARGIN)
    pdf.set_auto_page_break(True, margin=_MARGIN)
    for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        pdf.add_font(_FONT, style, _fonts() / name)
    pdf.add_page()
    return pdf


def _title_in_the_window():
    from fpdf import ViewerPreferences

    return ViewerPreferences(display_doc_title=True)


def _fonts() -> Path:
    """DejaVu as matplotlib brings it (Bitstream Vera licence, may be embedded); matplotlib itself is not loaded."""
    return Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"


def _record(pdf: FPDF, record: PrintedRecord) -> None:
    if pdf.will_page_break(_LINE * 8):
        pdf.add_page()
    pdf.ln(5)
    pdf.start_section(record.name, level=0)
    _heading(pdf, record.name, size=13)
    _paragraph(pdf, record.label, colour=_SOFT)
    for block in record.blocks:
        _block(pdf, block)
    for link in record.links:
        _paragraph(pdf, f"{link.title}: {link.url.removeprefix('tel:')}", colour=_LINK, link=link.url)


def _heading(pdf: FPDF, text: str, size: int) -> None:
    pdf.set_font(_FONT, "B", size)
    pdf.set_text_color(*_STRONG)
    pdf.multi_cell(0, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(1)


def _block(pdf: FPDF, block: Block) -> None:
    if block.lines:
        _paragraph(pdf, "\n".join(block.lines), gap=0.5 if block.points else 2)
    for number, point in enumerate(block.points, 1):
        sign = f"{number}." if block.is_numbered else "•"
        pdf.set_x(_MARGIN)
        pdf.cell(_INDENT, _LINE, sign)
        _paragraph(pdf, point, gap=0.5, indent=_INDENT)
    if block.points:
        pdf.ln(1.5)


def _paragraph(
    pdf: FPDF, text: str, colour: tuple[int, int, int] = _STRONG, gap: float = 2, indent: float = 0, link: str = ""
) -> None:
    pdf.set_font(_FONT, size=10)
    pdf.set_text_color(*colour)
    pdf.set_x(_MARGIN + indent)
    pdf.multi_cell(0, _LINE, text, align="L", new_x="LMARGIN", new_y="NEXT", link=link)
    pdf.ln(gap)
