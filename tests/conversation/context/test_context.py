"""The pure model of what is known: what a message adds, replaces and takes away."""
from __future__ import annotations

import pytest

from bot.settings import read_settings
from conversation.context import Context, Part, Subject, Subjects
from conversation.context.cutting import without_terms
from knowledge.reading import open_reader
from knowledge.told_form import denied_legal_forms, own_legal_forms


@pytest.fixture(scope="module")
def reader():
    return open_reader(read_settings({}).content, "built-in")


def known_after(reader, *messages: str) -> Context:
    context = Context()
    for message in messages:
        context = context.take(reader.read(message), reader)
    return context


def test_a_message_tells_place_topic_people_form_and_sum(reader):
    known = known_after(reader, "Wir sind ein Verein in Görlitz und brauchen 5.000 Euro für ein Theater mit Jugendlichen")
    assert known.parts == tuple(Part)
    assert (known.where, known.lands, known.legal_forms) == ("in Görlitz", ("DE-SN",), ("verein",))
    assert known.amount_eur == 5000 and "kultur" in known.topics and known.target_groups == ("jugendliche",)


def test_what_is_named_replaces_and_the_rest_stays(reader):
    known = known_after(reader, "Wir sind ein Verein in Sachsen", "nein, ich meinte Thüringen")
    assert (known.where, known.lands, known.legal_forms) == ("in Thüringen", ("DE-TH",), ("verein",))


def test_a_new_subject_keeps_only_who_and_where(reader):
    known = known_after(reader, "Für einen Dorfladen in Sachsen braucht unser Verein 5.000 Euro")
    assert known.of_the_person.parts == (Part.PLACE, Part.LEGAL_FORM)


@pytest.mark.parametrize("part", Part)
def test_a_part_that_is_removed_is_gone_and_nothing_else(reader, part):
    known = known_after(reader, "Wir sind ein Verein in Görlitz und brauchen 5.000 Euro für ein Theater mit Jugendlichen")
    assert known.without([part]).parts == tuple(one for one in Part if one is not part)


def test_it_comes_back_from_plain_values(reader):
    known = known_after(reader, "Wir sind ein Verein in Neustadt und brauchen 5.000 Euro")
    assert Context.from_dict(known.to_dict()) == known and len(known.lands) > 1
    assert Context.from_dict(None) == Context()


@pytest.mark.parametrize(
    "text, own",
    [
        ("Wir sind ein Verein in Görlitz", ("verein",)),
        ("Ich frage als Gemeinde", ("kommune",)),
        ("Gibt es Geld für unseren Verein?", ("verein",)),
        ("Verein", ("verein",)),
        ("für Vereine", ("verein",)),
        ("Wie gründen wir einen Verein?", ()),
        ("Wir sind kein Verein", ()),
        ("Geht das ohne Verein?", ()),
        ("Was ist in unserer Gemeinde erlaubt?", ()),
        ("Gibt es Beispiele für Genossenschaften auf dem Land?", ()),
    ],
)
def test_the_legal_form_counts_only_if_it_is_theirs(reader, text, own):
    assert own_legal_forms(reader.read(text)) == own


def test_a_form_that_is_denied_is_no_form(reader):
    assert denied_legal_forms(reader.read("Wir sind kein Verein")) == ("verein",)
    assert denied_legal_forms(reader.read("Wir sind ein Verein")) == ()


def test_a_known_place_is_added_to_a_question_that_names_none(reader):
    known = known_after(reader, "Wir sind in Görlitz")
    asked = known.place_added(reader.read("Wer ist für Ehrenamt zuständig?"), reader)
    assert asked.text == "Wer ist für Ehrenamt zuständig in Görlitz" and asked.lands == {"DE-SN"}
    own = reader.read("Wer ist in Bayern für Ehrenamt zuständig?")
    assert known.place_added(own, reader) == own


@pytest.mark.parametrize(
    "question, entity, values, left",
    [
        ("Wer fördert Projekte für Kinder und Jugendliche in Sachsen?", "zielgruppe", ["jugendliche"],
         "Wer fördert Projekte für Kinder in Sachsen?"),
        ("Wer fördert Projekte für Kinder und Jugendliche in Sachsen?", "zielgruppe", ["kinder"],
         "Wer fördert Projekte für Jugendliche in Sachsen?"),
        ("Wer fördert Projekte für Kinder und Jugendliche in Sachsen?", "zielgruppe", None,
         "Wer fördert Projekte in Sachsen?"),
        ("Wer fördert einen Dorfladen in Sachsen?", "thema", None, "Wer fördert in Sachsen?"),
        ("Wer hilft?", "thema", None, "Wer hilft?"),
    ],
)  # fmt: skip
def test_words_that_no_longer_count_are_cut_out(reader, question, entity, values, left):
    assert without_terms(reader.read(question), entity, values) == left


def test_a_compound_stays_where_only_the_people_are_replaced(reader):
    read = reader.read("Wer fördert einen Jugendtreff für Jugendliche?")
    assert without_terms(read, "zielgruppe", only_behind_for=True) == "Wer fördert einen Jugendtreff?"


SHOP, BUS, LAW = Subject("foerderung", "Dorfladen"), Subject("foerderung", "Bürgerbus"), Subject("kontakte", "Recht")


def test_a_new_question_makes_the_latest_an_earlier_one_and_going_back_swaps():
    subjects = Subjects().asked(SHOP).asked(BUS)
    assert (subjects.latest, subjects.before, subjects.first) == (BUS, SHOP, SHOP)
    swapped = subjects.asked(SHOP)
    assert (swapped.latest, swapped.before) == (SHOP, BUS) and len(swapped.earlier) == 1


def test_a_correction_leaves_no_earlier_question_behind():
    assert Subjects().asked(SHOP).changed(BUS) == Subjects(BUS)


def test_five_subjects_are_at_hand_and_the_first_one_is_never_dropped():
    subjects = Subjects()
    for number in range(9):
        subjects = subjects.asked(Subject("kontakte", f"Frage {number}"))
    assert [one.question for one in subjects.earlier] == ["Frage 7", "Frage 6", "Frage 5", "Frage 0"]
    assert Subjects.from_dict(subjects.to_dict()) == subjects and Subjects.from_dict(None) == Subjects()
    assert Subjects().to_dict() is None


def test_a_question_is_kept_no_longer_than_a_button_carries_it():
    assert len(Subjects().asked(Subject("kontakte", "x" * 1000)).latest.question) == 300
