"""The page of a list as HTML. Every word that comes from outside is escaped here."""
from __future__ import annotations

from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from knowledge.office import OfficeProfile
from web.private_pages import Frame
from wording.dates import day_in_words
from wording.printing import TITLE, Block, PrintedList, PrintedRecord
from wording.reply import Link

_FOLDER = Path(__file__).parent
_SCHEMES = ("https", "http", "tel", "mailto")
_HAS_CODE = "Es gibt schon einen Code. Ein neuer ersetzt ihn."


class ListPages:
    """The pages, filled with the office profile once at the start."""

    def __init__(self, office: OfficeProfile) -> None:
        self._framed = Frame(office).around
        names = ("ask_code", "list", "code", "delete")
        self._templates = {name: Template((_FOLDER / f"{name}.html").read_text("utf-8")) for name in names}

    def ask_code(self, problem: str = "") -> str:
        """The form for the code; `problem` says why it is shown again."""
        told = f'      <p class="problem" id="code-problem" role="alert">{escape(problem)}</p>' if problem else ""
        body = self._filled(
            "ask_code",
            problem=told,
            described=" code-problem" if problem else "",
            invalid=' aria-invalid="true"' if problem else "",
        )
        return self._framed("Merkliste öffnen", body)

    def notice(self, title: str, sentence: str) -> str:
        """A page with one sentence and the way back."""
        back = '<p><a href="/merkliste">Merkliste öffnen</a> · <a href="/">Zum Ideenlotsen</a></p>'
        return self._framed(title, f'    <p class="notice" role="status">{escape(sentence)}</p>\n    {back}')

    def list(self, printed: PrintedList, has_code: bool, kept_until: datetime, proof: str) -> str:
        """All records, how to open the list elsewhere, how to close and delete it."""
        body = self._filled(
            "list",
            summary=escape(printed.summary),
            notes="\n".join(f"    <p>{escape(note)}</p>" for note in printed.notes),
            contents=_contents(printed.records),
            records="\n".join(map(_article, printed.records)),
            about_code=_HAS_CODE if has_code else "",
            kept_until=day_in_words(kept_until.date()),
            proof=_hidden(proof),
        )
        return self._framed(TITLE, body)

    def code(self, code: str, address: str) -> str:
        """The new code, shown once."""
        body = self._filled("code", code=escape(code), address=escape(address))
        return self._framed("Code für ein anderes Gerät", body)

    def sure_to_delete(self, proof: str) -> str:
        """The question before the list is deleted."""
        return self._framed("Merkliste löschen", self._filled("delete", proof=_hidden(proof)))

    def _filled(self, name: str, **words: str) -> str:
        return self._templates[name].substitute(words)


def _hidden(proof: str) -> str:
    return f'<input type="hidden" name="proof" value="{escape(proof)}">'


def _contents(records: tuple[PrintedRecord, ...]) -> str:
    if len(records) < 2:
        return ""
    items = "".join(f'<li><a href="#{escape(one.id)}">{escape(one.name)}</a></li>' for one in records)
    return f'    <nav aria-label="Inhalt"><ol>{items}</ol></nav>'


def _article(record: PrintedRecord) -> str:
    name = escape(record.id)
    parts = [f'<h2 id="{name}">{escape(record.name)}</h2>', f'<p class="kind">{escape(record.label)}</p>']
    parts += map(_block, record.blocks)
    parts.append(f'<ul class="addresses">{"".join(map(_link, record.links))}</ul>')
    return f'    <article aria-labelledby="{name}">\n      ' + "\n      ".join(parts) + "\n    </article>"


def _block(block: Block) -> str:
    lines = "<br>".join(map(escape, block.lines))
    told = f"<p>{lines}</p>" if lines else ""
    tag = "ol" if block.is_numbered else "ul"
    points = "".join(f"<li>{escape(point)}</li>" for point in block.points)
    return told + (f"<{tag}>{points}</{tag}>" if points else "")


def _link(link: Link) -> str:
    if urlsplit(link.url).scheme not in _SCHEMES:
        return f"<li>{escape(link.title)}</li>"
    return f'<li><a href="{escape(link.url)}" rel="noopener noreferrer">{escape(link.title)}</a></li>'
