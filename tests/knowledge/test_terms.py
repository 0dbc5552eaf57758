"""Terms of the field in messages: compounds, figures of speech, slips; and the schema of their file."""
from __future__ import annotations

import pytest
import yaml

from knowledge.errors import ContentError
from knowledge.terms import read_terms


@pytest.fixture(scope="module")
def found(library):
    """Entity and code of each mention in a text, as often as it is there."""

    def found(text: str) -> list[tuple[str, str]]:
        terms = ("thema", "zielgruppe", "organisationsform", "format")
        return [(one.entity, one.value) for one in library.reader.read(text).entities if one.entity in terms]

    return found


@pytest.mark.parametrize(
    ("text", "topic", "other"),
    [
        ("Jugendraum", "kinder_jugend", ("zielgruppe", "jugendliche")), ("Seniorencafé", "begegnung", ("zielgruppe", "aeltere")),
        ("Frauentreff", "begegnung", ("zielgruppe", "frauen")), ("Kinderchor", "kultur", ("zielgruppe", "kinder")),
        ("Demenztreff", "begegnung", ("zielgruppe", "demenz")), ("Familiencafé", "begegnung", ("zielgruppe", "familien")),
        ("Musikverein", "kultur", ("organisationsform", "verein")), ("Kinderarmut", "armut", ("zielgruppe", "kinder")),
        ("Altersarmut", "armut", ("thema", "alter")), ("Elterncafé", "begegnung", ("thema", "familie")),
    ],
)  # fmt: skip
def test_a_compound_says_all_that_is_in_it(found, text, topic, other):
    assert {("thema", topic), other} <= set(found(f"Wir planen etwas: {text}."))


@pytest.mark.parametrize(
    "text",
    [
        "Das Formular war ein Kinderspiel.", "kinderleicht", "Der Boden ist pflegeleicht.", "Die Klimaanlage brummt.",
        "Mein Kulturbeutel ist weg.", "Gesundheit, du hast geniest!", "Man muss die Initiative ergreifen.",
        "im Verein mit dem Chef", "Das Klima zwischen uns ist schlecht.", "ein Familienfoto", "Betreff", "Ich wohne hier.",
        "Wir wohnen in einem Haus.", "Diskurs", "Das Dementi kam spät.",
        "Ich fühle mich schuldig.", "an den Schultern", "Er hat mich nicht angerufen.", "Kann man das besuchen?",
    ],
)  # fmt: skip
def test_a_figure_of_speech_is_no_term(found, text):
    assert found(text) == []


def test_the_same_word_counts_where_it_is_meant(found):
    assert ("thema", "klima_umwelt") in found("Wir tun etwas fürs Klima.")
    assert ("thema", "wohnen") in found("Thema Wohnen im Alter")
    assert ("organisationsform", "verein") in found("Sind Sie im Verein?")
    assert ("organisationsform", "initiative") in found("Unsere Initiative wächst.")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("pflegende Angehörige", ("zielgruppe", "pflegende")), ("ältere Menschen", ("zielgruppe", "aeltere")),
        ("bürgerschaftliches Engagement", ("thema", "engagement")), ("junge Familien", ("zielgruppe", "familien")),
        ("Menschen mit Demenz", ("zielgruppe", "demenz")), ("gemeinnützige UG", ("organisationsform", "gug")),
    ],
)  # fmt: skip
def test_one_thing_is_one_mention(found, text, mention):
    assert found(text).count(mention) == 1


def test_a_term_inside_a_longer_one_of_its_kind_does_not_count(found):
    assert [code for entity, code in found("eine gemeinnützige GmbH") if entity == "organisationsform"] == ["ggmbh"]
    assert [code for entity, code in found("die GmbH") if entity == "organisationsform"] == ["unternehmen"]


def test_who_founds_a_legal_form_looks_for_no_job(found):
    assert ("thema", "arbeit") not in found("Wir wollen eine Stiftung gründen.")
    assert ("thema", "arbeit") in found("Beratung zur Existenzgründung")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bürgebusverein", "mobilitaet"), ("Senirenverein", "alter"), ("Kuturverein", "kultur"), ("Bildunsangebot", "bildung"),
        ("Familenzentrum", "familie"), ("Jugenclub", "kinder_jugend"),
    ],
)  # fmt: skip
def test_a_slip_at_the_begin_of_a_compound_is_mended(found, text, topic):
    assert ("thema", topic) in found(f"unser {text}")


def test_a_slip_is_not_where_another_word_goes_on(found):
    assert ("thema", "mobilitaet") not in found("das Bürgerbudget")
    assert ("thema", "gesundheit") not in found("der Kreisverein")  # no „Krebs“
    assert ("thema", "bildung") not in found("ein Bindungsangebot")


def a_term(**changes) -> dict:
    return {"code": "alter", "label": "Alter", "words": ["senior*"], **changes}


@pytest.mark.parametrize(
    "change",
    [{"not_words": ["senior*"]}, {"words": ["senior … treff"]}, {"not_words": "seniorita"}, {"words": []}],
)
def test_a_broken_term_is_an_error_that_names_the_file(tmp_path, change):
    groups = {"topics": [a_term(**change)], "organisation_forms": [], "target_groups": [], "formats": []}
    (tmp_path / "terms.yml").write_text(yaml.safe_dump(groups, allow_unicode=True), "utf-8")
    with pytest.raises(ContentError, match="terms.yml"):
        read_terms(tmp_path)
