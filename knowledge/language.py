"""spaCy's German pipeline as the Ideenlotse uses it: words, sentences, and the terms of the field.

The built-in pipeline needs no model from outside: spaCy's German tokenizer, rule-based sentence ends and a ruler
over `terms.yml`. With the official `de_core_news_md` installed, its tagger, lemmas and names come in addition. On the
Python index a foreign package bears that name with version 999.9.9: it is refused.
"""
from __future__ import annotations

import re
from importlib import metadata
from typing import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from knowledge.folding import fold
from knowledge.terms import Terms

OFFICIAL_MODEL = "de_core_news_md"
TERMS = "terms"
"""Under this key a document holds the spans that name a term of the field."""
BUILT_IN = "built-in"
AUTO = "auto"


class LanguageError(RuntimeError):
    """The wished spaCy model cannot be used; the message says why and what helps."""


def german_pipeline(terms: Terms, model: str = AUTO) -> Language:
    """A spaCy pipeline whose tokens carry folded norms and whose `spans[TERMS]` are the terms of the field.

    `model`: `auto` (the official model if it is there, else the built-in pipeline), `built-in`, or a model's name.
    A span's label is the entity (`thema` …), its `id_` the term's code. Spans may overlap: „Senioren“ is a topic
    and a target group.
    """
    name = _choose(model)
    nlp = _built_in() if name == BUILT_IN else _installed(name)
    nlp.add_pipe("fold_norms", first=True)
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": TERMS})
    ruler.add_patterns(list(_patterns(terms, nlp)))
    return nlp


def _choose(model: str) -> str:
    if model == BUILT_IN:
        return BUILT_IN
    wanted = OFFICIAL_MODEL if model == AUTO else model
    version = _version(wanted)
    if version and version.startswith("999"):
        raise LanguageError(
            f"Das installierte Paket {wanted} {version} stammt nicht von spaCy. "
            f"Bitte mit „pip uninstall {wanted}“ entfernen."
        )
    if version:
        return wanted
    if model == AUTO:
        return BUILT_IN
    raise LanguageError(f"Das spaCy-Modell „{model}“ ist nicht installiert. LOTSE_SPACY_MODEL=built-in braucht keines.")


def _installed(model: str) -> Language:
    try:
        return spacy.load(model)
    except (OSError, ImportError, AttributeError, ValueError) as error:
        raise LanguageError(
            f"Das Paket „{model}“ ist kein brauchbares spaCy-Modell. LOTSE_SPACY_MODEL=built-in braucht keines."
        ) from error


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _built_in() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    return nlp


@Language.component("fold_norms")
def fold_norms(doc: Doc) -> Doc:
    """Norms without capitals and umlauts, so that `Bürger` and `buerger` are one word to every rule."""
    for token in doc:
        token.norm_ = fold(token.text) or token.text
    return doc


def _patterns(terms: Terms, nlp: Language) -> Iterator[dict]:
    for entity, group in terms.by_entity().items():
        for term in group:
            for tokens in _spellings(term.words, nlp):
                yield {"label": entity, "pattern": tokens, "id": str(getattr(term.code, "value", term.code))}


def _spellings(words: Sequence[str], nlp: Language) -> Iterator[list[dict]]:
    """Each word as the tokenizer cuts it in small and in capital letters: „e.v.“ is two tokens, „E.V.“ one."""
    for word in words:
        cuts = [nlp.make_doc(written.replace("*", _STAR)) for written in (word, word.upper())]
        patterns = [[_token_pattern(token.text) for token in cut] for cut in cuts]
        yield patterns[0]
        if patterns[1] != patterns[0]:
            yield patterns[1]


_STAR = "ѧ"
"""Stands for `*` while a term is cut into words: a letter that no German word has."""


def _token_pattern(word: str) -> dict:
    if _STAR not in word:
        return {"NORM": fold(word)}
    expression = ".*".join(re.escape(fold(part)) for part in word.split(_STAR))
    return {"NORM": {"REGEX": f"^{expression}$"}}
