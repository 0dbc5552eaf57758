"""spaCy's German pipeline as the Ideenlotse uses it: words, sentences, lemmas, and the terms of the field.

The built-in pipeline needs no model from outside: spaCy's German tokenizer, rule-based sentence ends, lemmas looked up
in a dictionary and a ruler over `terms.yml`. With the official `de_core_news_md` installed, its lemmas and names are
used instead. On the Python index a foreign package bears that name with version 999.9.9: it is refused.
"""
from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from typing import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from knowledge.spelling import dictionary
from knowledge.folding import fold
from knowledge.terms.mentions import not_meant, settled
from knowledge.terms.spelling import TermSpelling, word_pattern
from knowledge.terms.words import TermWords
from knowledge.terms import GAP, Term, Terms

OFFICIAL_MODEL = "de_core_news_md"
TERMS = "terms"
"""Under this key a document holds the spans that name a term of the field."""
BUILT_IN = "built-in"
AUTO = "auto"


class LanguageError(RuntimeError):
    """The wished spaCy model cannot be used; the message says why and what helps."""


def german_pipeline(terms: Terms, model: str = AUTO) -> Language:
    """A spaCy pipeline with sentences and lemmas, whose `spans[TERMS]` are the terms of the field.

    `model`: `auto` (the official model if it is there, else the built-in pipeline), `built-in`, or a model's name.
    A span's label is the entity (`thema` …), its `id_` the term's code. Spans may overlap: „Senioren“ is a topic
    and a target group. A token's norm is the folded spelling of the word that was meant (`knowledge.terms.spelling`).
    """
    name = choose_pipeline(model)
    nlp = _built_in() if name == BUILT_IN else _installed(name)
    cuts = list(_cuts(terms, nlp))
    nlp.add_pipe("term_norms", config={"words": sorted({word for *_, cut in cuts for word in cut if word != GAP})})
    nlp.add_pipe("term_words", config={"words": [[label, code, cut[0]] for label, code, cut in cuts if len(cut) == 1]})
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": TERMS, "overwrite": False})
    ruler.add_patterns([
        {"label": label, "id": code, "pattern": [_token_pattern(word) for word in cut]}
        for label, code, cut in cuts
        if len(cut) > 1
    ])  # fmt: skip
    nlp.add_pipe("term_mentions")
    return nlp


def pipeline_signature(model: str = AUTO) -> str:
    """What a trained model remembers of the pipeline: its name and version. Raises LanguageError like the pipeline."""
    name = choose_pipeline(model)
    if name == BUILT_IN:
        return f"{BUILT_IN} (spacy-{spacy.__version__}, {dictionary.SOURCE})"
    return f"{name} {_version(name)}"


def check_pipeline(trained_with: str, model: str = AUTO) -> None:
    """Raise LanguageError if `model` gives another pipeline than the signature with which a model was trained."""
    present = pipeline_signature(model)
    if present != trained_with:
        raise LanguageError(
            f"Das Modell wurde mit der spaCy-Pipeline {trained_with} trainiert, hier ist {present}. "
            "Bitte trainieren Sie es mit „./lotse train“ neu oder stellen Sie LOTSE_SPACY_MODEL passend ein."
        )


def choose_pipeline(model: str) -> str:
    """`built-in`, or the name of the installed model to use; raises LanguageError if the wish cannot be met."""
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


@lru_cache(maxsize=None)
def german_words() -> Language:
    """spaCy's rules for German words alone; one for the process, so that each new word is analysed once."""
    return spacy.blank("de")


def _built_in() -> Language:
    nlp = spacy.blank("de", vocab=german_words().vocab)
    nlp.tokenizer = german_words().tokenizer
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lookup_lemmas")
    return nlp


@Language.component("lookup_lemmas")
def lookup_lemmas(doc: Doc) -> Doc:
    """Lemmas from the dictionary, word by word, for the pipeline that has no tagger."""
    for token in doc:
        token.lemma_ = dictionary.lemma(token.text) if token.is_alpha else token.text
    return doc


@Language.component("term_mentions")
def term_mentions(doc: Doc) -> Doc:
    """Leaves of all spans that the ruler found those that are mentions of a term."""
    doc.spans[TERMS] = settled(doc.spans[TERMS])
    return doc


@Language.factory("term_norms", default_config={"words": []})
def term_norms(nlp, name, words):  # no annotations: spaCy's pydantic cannot read them as strings
    """The component that lets rules over norms find a word through endings and slips."""
    return TermNorms(words)


class TermNorms:
    """Sets each token's norm to the spelling by which the ruler knows the word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._spelling = TermSpelling(words)

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.norm_ = self._spelling.norm(token.text, token.lemma_) or token.text
        return doc


@Language.factory("term_words", default_config={"words": []})
def term_words(nlp, name, words):  # no annotations, as above
    """The component that finds the terms of one word."""
    return WordSpans(words)


class WordSpans:
    """Puts a span under `spans[TERMS]` for each meaning of each single word."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        self._words = TermWords((label, code, word) for label, code, word in words)

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[TERMS] = [
            Span(doc, token.i, token.i + 1, label=label, span_id=code)
            for token in doc
            for label, code in self._words.meanings(token.norm_)
        ]
        return doc


def _cuts(terms: Terms, nlp: Language) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Label, code and words of each way to write a term, and of each way that only looks like it."""
    for entity, group in terms.by_entity().items():
        for term in group:
            for label, words in ((entity, term.words), (not_meant(entity), term.not_words)):
                for cut in dict.fromkeys(cut for word in words for cut in _spellings(word, nlp)):
                    yield label, _code(term), cut


def _code(term: Term) -> str:
    return str(getattr(term.code, "value", term.code))


def _spellings(word: str, nlp: Language) -> Iterator[tuple[str, ...]]:
    """A term as the tokenizer cuts it in small and in capital letters: „e.v.“ is two tokens, „E.V.“ one."""
    for written in (word, word.upper()):
        tokens = nlp.make_doc(written.replace("*", _STAR))
        yield tuple(token.text.replace(_STAR, "*").lower() for token in tokens)


_STAR = "ѧ"
"""Stands for `*` while a term is cut into words: a letter that no German word has."""


def _token_pattern(word: str) -> dict:
    if word == GAP:
        return {"OP": "{0,5}"}
    return {"NORM": {"REGEX": f"^{word_pattern(word)}$"} if "*" in word else fold(word)}
