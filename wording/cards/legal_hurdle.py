"""Law: the rule in plain words, the statute, the usual trap, the ways forward, whom to ask. No legal advice."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import LegalHurdle
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets

_NAMED = 3
"""So many statutes stand in a list."""


def short(record: LegalHurdle, today: date) -> Iterator[str]:
    yield f"Rechtsgrundlage: {'; '.join(record.legal_basis[:_NAMED])}"


def first(record: LegalHurdle, today: date) -> Iterator[str]:
    yield from short(record, today)


def pieces(record: LegalHurdle, today: date) -> Mapping[str, Piece]:
    return {
        "falle": Piece.of("Was oft schiefgeht", f"Die übliche Falle: {record.typical_trap}"),
        "wege": Piece.of("Wege, die helfen", bullets("Wege, die helfen", record.ways_forward),
                         f"Wer entscheidet: {record.who_decides}\nDort können Sie nachfragen."),
        FACTS: Piece.of("Die Regeln genauer", bullets("Die Regeln", record.facts), _basis(record)),
    }  # fmt: skip


def _basis(record: LegalHurdle) -> str:
    return f"Rechtsgrundlage: {'; '.join(record.legal_basis)}"
