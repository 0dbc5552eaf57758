"""The German pipeline: terms of the field in every spelling, and only a spaCy model that is one."""
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from knowledge.language import (
    BUILT_IN,
    OFFICIAL_MODEL,
    TERMS,
    LanguageError,
    check_pipeline,
    german_pipeline,
    pipeline_signature,
)
from knowledge.terms import read_terms
from tests.library import CONTENT
from tests.spacy_model import PERSON, install_model


@pytest.fixture(scope="module")
def terms():
    return read_terms(CONTENT)


@pytest.fixture(scope="module")
def nlp(terms):
    return german_pipeline(terms, BUILT_IN)


def found(nlp, text: str) -> set[tuple[str, str, str]]:
    doc = nlp(text)
    return {(span.label_, span.id_, span.text) for span in doc.spans[TERMS]}


@pytest.mark.parametrize(
    ("text", "entity", "code", "words"),
    [
        ("ein Bürgerbus im Dorf", "thema", "mobilitaet", "Bürgerbus"),
        ("ein buergerbus im dorf", "thema", "mobilitaet", "buergerbus"),
        ("EIN BÜRGERBUSVEREIN", "thema", "mobilitaet", "BÜRGERBUSVEREIN"),
        ("ein Repair-Café", "thema", "begegnung", "Repair-Café"),
        ("ein repaircafe", "thema", "begegnung", "repaircafe"),
        ("für alte Menschen", "thema", "alter", "alte Menschen"),
        ("für Seniorinnen", "thema", "alter", "Seniorinnen"),
        ("unser Turnverein", "organisationsform", "verein", "Turnverein"),
        ("der Förderkreis e.V.", "organisationsform", "verein", "e.V."),
        ("der Förderkreis e. V.", "organisationsform", "verein", "e. V."),
        ("die gemeinnützige GmbH", "organisationsform", "ggmbh", "gemeinnützige GmbH"),
        ("unsere Gemeinde", "organisationsform", "kommune", "Gemeinde"),
        ("für Alleinerziehende", "zielgruppe", "alleinerziehende", "Alleinerziehende"),
        ("Menschen mit Behinderungen", "zielgruppe", "behinderung", "Menschen mit Behinderungen"),
    ],
)
def test_a_term_is_found_in_every_spelling(nlp, text, entity, code, words):
    assert (entity, code, words) in found(nlp, text)


@pytest.mark.parametrize("text", ["", "   ", "Hallo", "Autobahn", "die Oper", "Sparsamkeit", "🚌", "1234"])
def test_words_that_only_look_alike_are_no_terms(nlp, text):
    assert found(nlp, text) == set()


def test_a_word_may_mean_a_topic_and_a_target_group(nlp):
    assert {(entity, code) for entity, code, _ in found(nlp, "für Senioren")} >= {
        ("thema", "alter"), ("zielgruppe", "aeltere"),
    }  # fmt: skip


def test_every_word_of_every_term_is_found_as_it_stands(nlp, terms):
    missed = []
    for entity, group in terms.by_entity().items():
        for term in group:
            code = getattr(term.code, "value", term.code)
            for word in term.words:
                if (entity, code) not in {(one[0], one[1]) for one in found(nlp, word.replace("*", ""))}:
                    missed.append((entity, code, word))
    assert missed == []


def test_sentences_end_where_german_sentences_do(nlp):
    doc = nlp("Wir sind ein Verein. Wer gibt Geld? Das wäre schön.")
    assert [sentence.text for sentence in doc.sents] == ["Wir sind ein Verein.", "Wer gibt Geld?", "Das wäre schön."]


def test_every_token_has_a_norm_without_capitals_and_umlauts(nlp):
    norms = {token.text: token.norm_ for token in nlp("Bürger GRÖSSE Straße \u0301")}
    assert norms["Bürger"] == "buerger" and norms["GRÖSSE"] == "groesse" and norms["Straße"] == "strasse"
    assert all(norms.values()), "an empty norm would match nothing or everything"


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a package that consists of nothing but its name and version on the path of modules."""

    def install(name: str, version: str, code: str | None = None) -> None:
        folder = Path(tmp_path, f"{name}-{version}.dist-info")
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        if code is not None:
            Path(tmp_path, f"{name}.py").write_text(code, "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))

    return install


@pytest.mark.parametrize("wished", ["auto", OFFICIAL_MODEL])
def test_the_foreign_package_with_the_name_of_the_official_model_is_refused(install, terms, wished):
    install(OFFICIAL_MODEL, "999.9.9", code="raise SystemExit('foreign code was run')")
    with pytest.raises(LanguageError, match=r"de_core_news_md 999\.9\.9 stammt nicht von spaCy.*pip uninstall"):
        german_pipeline(terms, wished)


def test_the_foreign_package_does_not_trouble_who_asked_for_the_built_in_pipeline(install, terms):
    install(OFFICIAL_MODEL, "999.9.9", code="raise SystemExit('foreign code was run')")
    assert "sentencizer" in german_pipeline(terms, BUILT_IN).pipe_names


def test_an_installed_model_is_used_and_gets_our_terms(install, terms):
    install("de_small_model", "3.7.0", code="import spacy\ndef load(**given):\n    return spacy.blank('de', meta={'name': 'small'})")
    nlp = german_pipeline(terms, "de_small_model")
    assert nlp.meta["name"] == "small"
    assert ("thema", "mobilitaet", "Bürgerbus") in found(nlp, "ein Bürgerbus")


def test_a_model_that_is_not_installed_is_one_german_error(terms):
    with pytest.raises(LanguageError, match="„de_gibt_es_nicht“ ist nicht installiert"):
        german_pipeline(terms, "de_gibt_es_nicht")


def test_a_package_that_is_no_model_is_one_german_error(install, terms):
    install("kein_modell", "1.0", code="x = 1")
    with pytest.raises(LanguageError, match="„kein_modell“ ist kein brauchbares spaCy-Modell"):
        german_pipeline(terms, "kein_modell")


@pytest.fixture
def official(tmp_path, monkeypatch):
    """A stand-in for the official model, installed for one test."""
    install_model(tmp_path, OFFICIAL_MODEL, "3.4.0")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield OFFICIAL_MODEL
    sys.modules.pop(OFFICIAL_MODEL, None)


def test_the_official_model_is_taken_by_itself_for_lemmas_and_names(official, terms):
    nlp = german_pipeline(terms)
    doc = nlp("Petra Lindner hilft in den Dörfern einem Bürgerbus.")
    assert [(one.text, one.label_) for one in doc.ents] == [(PERSON, "PER")]
    assert {token.text: token.lemma_ for token in doc}["Dörfern"] == "Dorf"
    assert ("thema", "mobilitaet", "Bürgerbus") in found(nlp, doc.text)
    assert "lookup_lemmas" not in nlp.pipe_names


def test_a_setting_keeps_the_built_in_pipeline_beside_an_installed_model(official, terms):
    doc = german_pipeline(terms, BUILT_IN)("Petra Lindner gründet Genossenschaften.")
    assert doc.ents == () and doc[3].lemma_ == "Genossenschaft"


def test_the_built_in_pipeline_looks_lemmas_up(nlp):
    lemmas = {token.text: token.lemma_ for token in nlp("Die Vereine gründeten 3 Kindergärten.")}
    assert lemmas["gründeten"] == "gründen" and lemmas["Kindergärten"] == "Kindergarten" and lemmas["3"] == "3"


def test_each_pipeline_has_a_signature_of_its_own(official):
    assert pipeline_signature() == "de_core_news_md 3.4.0"
    assert pipeline_signature(BUILT_IN).startswith("built-in (spacy-3.4.") and "simplemma-" in pipeline_signature(BUILT_IN)


def test_a_model_trained_with_another_pipeline_is_refused_in_one_german_sentence(official):
    check_pipeline(pipeline_signature(BUILT_IN), BUILT_IN)
    with pytest.raises(LanguageError, match=r"^Das Modell wurde mit .*built-in .* hier ist de_core_news_md 3\.4\.0\. .*lotse train"):
        check_pipeline(pipeline_signature(BUILT_IN))


@pytest.mark.parametrize(
    ("text", "entity", "code", "words"),
    [
        ("Angebote für Senoiren", "zielgruppe", "aeltere", "Senoiren"),
        ("eine Genossenshaft", "organisationsform", "genossenschaft", "Genossenshaft"),
        ("unser Tunrverein", "organisationsform", "verein", "Tunrverein"),
        ("die Pfelge", "thema", "pflege", "Pfelge"),
        ("fluchtlingen helfen", "zielgruppe", "zugewanderte", "fluchtlingen"),
        ("mit alten Menshcen", "thema", "alter", "alten Menshcen"),
    ],
)
def test_a_term_survives_a_slip_and_missing_dots(nlp, text, entity, code, words):
    assert (entity, code, words) in found(nlp, text)


@pytest.mark.parametrize("text", ["die Felge", "Schuhe", "die Genossen", "fordern", "verneinen"])
def test_real_words_one_slip_away_stay_what_they_are(nlp, text):
    assert found(nlp, text) == set()
