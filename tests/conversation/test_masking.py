"""What the masking does with single messages, whatever they are."""
from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from conversation.masking.masking import Masking, open_masking
from conversation.masking.model import Found, Kind, joined
from conversation.masking.name_lists import NameLists, read_name_lists
from knowledge.errors import ContentError
from knowledge.language import german_pipeline
from knowledge.places import PlaceResolver
from knowledge.reading import open_reader
from knowledge.terms import read_terms
from tests.conversation.masked_messages import PARTS, ROOT, read_marked, the_masking

CONTENT = ROOT / "knowledge" / "content"
MESSAGES = [read_marked(message)[0] for part in PARTS.values() for group in part.values() for message in group]
PIECES = st.sampled_from(
    (
        "Frau Herr Dr. Anna Lehmann sabine koch ich heiße mein Name ist LG Grüße von der Stiftung Görlitz Am Anger 3a , . \n "
        "@ 0172 992 59 04 DE89 geb. 3.4.1951 IDEE- 7K3M9Q [Name] [ ] [Telefon] § 12 € Hauptstr. https:// insta K.- ' d' null "
        "eins 02763"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.sampled_from(MESSAGES),
)


def masked(text: str) -> str:
    return the_masking().mask(text).text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ich heiße Anna Lehmann, Tel. 030 23125 100.", "Ich heiße [Name], Tel. [Telefon]."),
        ("Mail: anna@post.example", "Mail: [E-Mail]"),
        ("DE89 3704 0044 0532 0130 00 ist die IBAN", "[IBAN] ist die IBAN"),
        ("Hauptstr. 12, 02763 Zittau", "[Anschrift], 02763 Zittau"),
        ("geb. 3.4.1951 in Löbau", "geb. [Geburtsdatum] in Löbau"),
        ("Kennzeichen GR-AB 123", "Kennzeichen [Kennzeichen]"),
        ("Steuer-ID 12 345 678 903", "Steuer-ID [Nummer]"),
        ("wie steht es um IDEE-7K3M9Q?", "wie steht es um [Vorgangsnummer]?"),
        ("Passwort: Sommer2024!", "Passwort: [Kennwort]"),
        ("ich bin @jana_und_der_garten", "ich bin [Profil]"),
        ("www.xing.com/profile/Jana_Noack", "[Link]"),
    ],
)
def test_each_kind_has_a_placeholder_of_its_own(text, expected):
    assert masked(text) == expected


def test_found_tells_kind_and_place_in_the_original():
    text = "Frau Lehmann, 030 23125 100"
    found = the_masking().mask(text).found
    assert found == (Found(Kind.NAME, 5, 12), Found(Kind.PHONE, 14, 27))
    assert [text[one.start : one.end] for one in found] == ["Lehmann", "030 23125 100"]


@pytest.mark.parametrize(
    "number", ["0172/123 45 67", "+49 (0)351-2312510", "0351 23 12 510", "(0351) 2312510", "0049 172 9925904"]
)
def test_a_telephone_number_is_masked_however_it_is_written(number):
    assert masked(f"Bitte rufen Sie mich an: {number}, danke") == "Bitte rufen Sie mich an: [Telefon], danke"


@pytest.mark.parametrize(
    "text",
    [
        "Im Notfall 112 oder 110, ärztlicher Dienst 116 117, Seelsorge 0800 1110111",
        "Die Robert Bosch Stiftung und die Konrad-Adenauer-Stiftung fördern an der Anne-Frank-Schule",
        "§ 3 Nr. 26a EStG, bis zum 31.12.2026, 5.000 Euro",
        "Am 01.05.2026 um 09.30 Uhr im Bürgerhaus in 02763 Zittau",
        "Treffpunkt ist am Anger in Karl-Marx-Stadt oder in Sankt Peter-Ording",
        "Frau und Mann, Oma und Opa, Bürgermeister und Pfarrer",
        "Unser Tante-Emma-Laden braucht eine Rosa Bank",
    ],
)
def test_what_tells_about_the_idea_stays(text):
    assert masked(text) == text


def test_what_a_model_takes_for_a_person_is_masked_as_well():
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PER", "pattern": "Blubb Knorzel"}, {"label": "LOC", "pattern": "Knorzelhausen"}])
    places = PlaceResolver.from_file(CONTENT / "regionen.yml")
    lists = NameLists(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), ())
    text = "Gestern kam Blubb Knorzel nach Knorzelhausen."
    assert Masking(nlp, places, lists).mask(text).text == "Gestern kam [Name] nach Knorzelhausen."
    assert Masking(spacy.blank("de"), places, lists).mask(text).text == text


def test_with_a_model_the_search_for_terms_is_left_out():
    nlp = german_pipeline(read_terms(CONTENT), "built-in")
    ruler = nlp.add_pipe("entity_ruler", name="ner", first=True)
    ruler.add_patterns([{"label": "PER", "pattern": "Blubb Knorzel"}])
    reader = open_reader(CONTENT, "built-in")
    reader.nlp = nlp
    assert open_masking(CONTENT, reader).mask("Blubb Knorzel und Lisa planen").text == "[Name] und [Name] planen"


def test_a_list_with_a_slip_names_file_and_line(tmp_path):
    (tmp_path / "surnames.txt").write_text("[immer]\nMüller\n", "utf-8")
    (tmp_path / "first_names.txt").write_text("# Namen\n[imer]\nAnna\n", "utf-8")
    with pytest.raises(ContentError, match="first_names.txt.*Zeile 2"):
        read_name_lists(tmp_path)
    (tmp_path / "first_names.txt").write_text("Anna\n", "utf-8")
    with pytest.raises(ContentError, match="Zeile 1"):
        read_name_lists(tmp_path)
    (tmp_path / "first_names.txt").unlink()
    with pytest.raises(ContentError, match="first_names.txt"):
        read_name_lists(tmp_path)


def test_the_lists_are_long_enough_and_no_name_is_both_sure_and_doubtful():
    lists = read_name_lists(CONTENT)
    assert len(lists.first) + len(lists.first_capital) > 900
    assert not lists.first & lists.first_weak
    assert not lists.surname & lists.surname_weak
    assert not lists.first & lists.first_capital


def test_finds_that_overlap_become_one_of_the_surer_kind():
    found = [Found(Kind.EMAIL, 3, 9), Found(Kind.NAME, 0, 5), Found(Kind.PHONE, 9, 12), Found(Kind.NAME, 20, 20)]
    assert joined(found) == [Found(Kind.EMAIL, 0, 9), Found(Kind.PHONE, 9, 12)]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_masking_a_masked_text_changes_nothing(text):
    once = the_masking().mask(text)
    assert the_masking().mask(once.text) == type(once)(once.text, ())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_the_offsets_fit_the_original(text):
    result = the_masking().mask(text)
    rebuilt, last = "", 0
    for one in result.found:
        assert last <= one.start < one.end <= len(text)
        rebuilt += text[last : one.start] + one.kind.placeholder
        last = one.end
    assert rebuilt + text[last:] == result.text


def test_a_message_takes_few_milliseconds_and_a_very_long_text_two_seconds_even_on_a_slow_machine():
    masking = the_masking()
    for text in MESSAGES:
        masking.mask(text)
    assert _seconds(masking, MESSAGES) / len(MESSAGES) < 0.012
    assert _seconds(masking, [" ".join(MESSAGES * 2)[:20_000]]) < 2


@pytest.mark.parametrize(
    "piece", ["Anna ", "sabine punkt ", "0 ", "https://", "Frau ", "LG, ", "1.", "wohne am ", "x1Y", "a@", "A-"]
)
def test_no_text_is_slow(piece):
    assert _seconds(the_masking(), [(piece * 20_000)[:20_000]]) < 10


def _seconds(masking: Masking, texts: list[str]) -> float:
    """The best of three, as other processes share the machine."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for text in texts:
            masking.mask(text)
        times.append(time.perf_counter() - start)
    return min(times)
