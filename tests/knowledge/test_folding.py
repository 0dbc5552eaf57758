"""One spelling for comparing."""
from __future__ import annotations

import pytest

from knowledge.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bürger", "buerger"), ("ÄÖÜß", "aeoeuess"), ("Görlitz", "goerlitz"), ("GOERLITZ", "goerlitz"),
        ("u\u0308ber", "ueber"), ("Café", "cafe"), ("Øresund", "oeresund"), ("Łódź", "łodz"), ("STRAẞE", "strasse"),
        ("e. V.", "e. v."), ("", ""), ("日本", "日本"),
    ],
)  # fmt: skip
def test_case_umlauts_and_accents_make_no_difference(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Bürger", "ÄÖÜß", "İstanbul", "ﬁn", "Łódź", "ẞ", "a\u0301\u0308"])
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
