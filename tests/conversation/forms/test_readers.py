"""What fields read out of answers, and what they find in any message."""
from __future__ import annotations

import pytest

from conversation.forms.contact_reader import join_contact, read_contact, show_contact, spot_contact
from conversation.forms.hearing import Heard, heard_as, is_insult, looks_like_question, yes_or_no
from conversation.forms.model import NO, YES, Choice, Refusal, Taken
from conversation.forms.readers import choice_reader, own_words_reader, read_name, read_time, spot_name, spot_time
from tests.conversation.forms.forms_setup import FORMS, NOW, STAGES, said, understood
from wording.form_refusals import SENTENCES, refusal_in_words


def read(reader, text):
    found = reader(text, understood(text), NOW)
    if isinstance(found, Refusal):
        assert refusal_in_words(found.key, found.about).strip()
        return found.key
    return found.value


def spotted(spot, text):
    found = spot(text, understood(text), NOW)
    return found and found.value


@pytest.mark.parametrize("text, phone", [
    ("0171 5556677", "0171 5556677"), ("0171/555 66 77.", "0171/555 66 77"), ("+49 171 5556677", "+49 171 5556677"),
    ("+49 (0)351/123456", "+49 (0)351/123456"), ("(030) 23125-412", "(030) 23125-412"), ("0049 351 123456", "0049 351 123456"),
    ("Meine Nummer ist 030 23125 412, danke", "030 23125 412"), ("Tel. 03581-123456 ab 17 Uhr", "03581-123456"),
    ("null eins sieben eins fünf fünf fünf sechs sechs", "017155566"), ("erst 12 Uhr, dann 0171 5556677", "0171 5556677"),
])  # fmt: skip
def test_telephone_numbers(text, phone):
    assert read(read_contact, text) == {"phone": phone} == spotted(spot_contact, text)


@pytest.mark.parametrize("text, mail", [
    ("petra@lustig.example", "petra@lustig.example"), ("Mail: Petra.Lustig+bus@dorf-verein.example.", "Petra.Lustig+bus@dorf-verein.example"),
    ("petra(at)lustig.example", "petra@lustig.example"), ("petra [at] lustig [punkt] example", "petra@lustig.example"),
    ("petra punkt lustig at web punkt de", "petra.lustig@web.de"), ("petra minus l ät gmx punkt net", "petra-l@gmx.net"),
    ("info@bürgerbus.example", "info@bürgerbus.example"),
])  # fmt: skip
def test_mail_addresses(text, mail):
    assert read(read_contact, text) == {"mail": mail}


def test_both_and_each_by_itself():
    both = "0171 5556677 oder petra@lustig.example"
    assert read(read_contact, both) == {"phone": "0171 5556677", "mail": "petra@lustig.example"}
    assert show_contact(read(read_contact, both)) == "Telefon 0171 5556677, E-Mail petra@lustig.example"
    assert join_contact({"phone": "1", "mail": "m"}, {"phone": "2"}) == {"phone": "2", "mail": "m"}


@pytest.mark.parametrize("text, key", [
    ("5556677", "phone_without_area_code"), ("0171", "phone_too_short"), ("0171 5556677 5556677 55", "phone_too_long"),
    ("112", "phone_not_own"), ("116117", "phone_not_own"), ("petra@lustig", "mail_incomplete"), ("petra@", "mail_incomplete"),
    ("petra@lustig..example", "mail_incomplete"), ("a" * 260 + "@lustig.example", "mail_too_long"), ("keins", "contact_missing"),
    ("am 1.3. um 10:30", "contact_missing"), ("Dienstag", "contact_missing"), ("01.03.2027", "contact_missing"),
    ("0" * 300, "contact_missing"),
])  # fmt: skip
def test_what_nobody_can_call_or_write_to(text, key):
    assert read(read_contact, text) == key and spotted(spot_contact, text) is None


@pytest.mark.parametrize("text, name", [
    ("Petra Lustig", "Petra Lustig"), ("petra", "petra"), ("Ich heiße Petra Lustig, meine Nummer ist 0171", "Petra Lustig"),
    ("Ich bin die Petra", "Petra"), ("Dr. Anna von der Tann", "Dr. Anna von der Tann"), ("Hier spricht Karl-Heinz Müller.", "Karl-Heinz Müller"),
    ("Mein Name ist Petra Lustig und ich suche Geld", "Petra Lustig"), ("anonym", "anonym"), ("Frau O'Neil", "Frau O'Neil"),
    ("Name: Petra Lustig aus Görlitz", "Petra Lustig"), ("„Waldfee“", "Waldfee"), ("Ulla P.", "Ulla P"), ("Oma Erna 3", "Oma Erna 3"),
])  # fmt: skip
def test_names(text, name):
    assert read(read_name, text) == name


@pytest.mark.parametrize("text, key", [
    ("ja", "name_missing"), ("danke", "name_missing"), ("…", "name_missing"), ("0171 5556677", "name_is_number"),
    ("petra@lustig.example", "name_is_number"), ("Petra " * 20, "name_too_long"), ("12345", "name_is_number"),
    ("Meinen Namen möchte ich nicht sagen", "name_missing"), ("Geht Sie nichts an", "name_missing"),
])  # fmt: skip
def test_what_is_no_name(text, key):
    assert read(read_name, text) == key


@pytest.mark.parametrize("text, name", [
    ("Guten Tag, ich heiße Petra   Lustig. Ich suche", "Petra Lustig"), ("hier ist Karla", "Karla"), ("ich bin Frau Munter", "Frau Munter"),
    ("Wir suchen Geld", None), ("Ich bin Rentnerin", None), ("Mein Name ist", None), ("ich heiße " + "a" * 200, None),
])  # fmt: skip
def test_names_in_any_message(text, name):
    assert spotted(spot_name, text) == name


@pytest.mark.parametrize("text, understood_as", [
    ("morgen ab 16 Uhr", ["2026-11-25", "16:00/24:00"]), ("jederzeit", []), ("dienstags", ["FREQ=WEEKLY;BYDAY=TU"]), ("egal", []),
    ("dienstags, aber nicht nächste Woche", []), ("Mo-Fr ab 17 Uhr", []), ("Montag bis Freitag nach 17 Uhr", []), ("nicht gestern", []),
])  # fmt: skip
def test_times(text, understood_as):
    assert read(read_time, text) == {"text": text, "understood": understood_as}


@pytest.mark.parametrize("text, key", [("gestern", "time_is_past"), ("am 1.11.2026", "time_is_past"), ("danke", "time_missing"), ("kevin@", "mail_begun"), ("…", "time_missing")])
def test_what_is_no_time(text, key):
    assert read(read_time, text) == key


@pytest.mark.parametrize("text, words", [
    ("Bitte um Rückruf unter 0171 3920047 ab 17 Uhr", "ab 17 Uhr"), ("am besten vormittags", "am besten vormittags"),
    ("Rufen Sie mich morgen früh an", "morgen früh"), ("erreichbar bin ich ab 17 Uhr", "ab 17 Uhr"), ("Seit gestern geht nichts mehr", None), ("Der Bus fährt um 9 Uhr", None),
    ("Rufen Sie mich an, es geht um den Brief von gestern", None), ("Kevin, 0171 2345678, morgen früh", "morgen früh"),
    ("Petra; gern ab 17 Uhr; 030 23125412", "gern ab 17 Uhr"), ("Das Fest ist am 3. Mai, wir brauchen Hilfe", None), ("morgen früh", None),
])  # fmt: skip
def test_times_in_any_message(text, words):
    found = spotted(spot_time, text)
    assert (found and found["text"]) == words


@pytest.mark.parametrize("text, key", [
    ("Es läuft schon", "laeuft"), ("es laeuft schon", "laeuft"), ("es ist geplannt", "geplant"), ("idee", "idee"),
    ("Ich glaube, es ist geplant", "geplant"), ("nichts davon", "no_choice"), ("erst Idee, dann geplant", "no_choice"),
])  # fmt: skip
def test_choices(text, key):
    assert read(choice_reader(STAGES), text) == key


def test_yes_and_no_where_they_are_offered():
    reader = choice_reader((Choice(YES, "Ja, ich stimme zu"), Choice(NO, "Nein, lieber nicht")))
    assert [read(reader, text) for text in ("klar", "ja, ich stimme zu", "auf keinen Fall", "weiß nicht", "Ja, aber warum?")] == [
        YES, YES, NO, "yes_or_no", "yes_or_no",
    ]  # fmt: skip


@pytest.mark.parametrize("text, agrees", [
    ("ja", True), ("Ja gern!", True), ("passt so", True), ("ja, aber natürlich", True), ("klar, machen Sie das", True), ("ja ja, passt", True), ("na ja", None), ("ja, schon", None), ("in Ordnung", True), ("Alles richtig, danke", True), ("nein", False),
    ("nee", False), ("Nein, das will ich nicht", False), ("lieber nicht", False), ("nicht einverstanden", False),
    ("ja und nein", None), ("vielleicht", None), ("Ja?", None), ("", None), ("Petra", None),
])  # fmt: skip
def test_yes_and_no(text, agrees):
    assert yes_or_no(said(text)) is agrees


def test_a_sure_classifier_may_make_a_no_but_never_a_yes():
    vague = ("na ja, geht so", "hm joa schon irgendwie", "glaub schon", "vielleicht", "mal sehen", "ja, vielleicht", "eher ja")
    assert [yes_or_no(said(text, need="ja", confidence=0.99)) for text in vague] == [None] * len(vague)
    assert yes_or_no(said("dat is nicht jut", need="ja", confidence=0.95)) is None
    assert yes_or_no(said("bloß net", need="nein", confidence=0.95)) is False


@pytest.mark.parametrize("key, text, sure, is_one", [
    ("name", "du Idiot", 1.0, True), ("name", "Arschloch", 0.0, True), ("name", "Sack", 1.0, False), ("name", "Herr Blöd", 1.0, False),
    ("name", "du Idiot", 0.5, False), ("kontakt", "0171 2345678 du Idiot", 1.0, False), ("thema", "Mein Nachbar ist ein Idiot", 1.0, False),
    ("thema", "fick dich", 1.0, True), ("zeit", "ihr seid alle doof", 0.99, True),
])  # fmt: skip
def test_an_insult_is_no_answer_but_a_name_is_one(key, text, sure, is_one):
    assert is_insult(said(text, need="beleidigung", confidence=sure), FORMS["rueckruf"].field(key)) is is_one


def test_own_words():
    assert read(own_words_reader(), "  Ein  Bus\n\nfür alle ") == "Ein Bus\n\nfür alle"
    assert [read(own_words_reader(), text) for text in ("ok", "123", "x", "vielen Dank")] == ["says_nothing"] * 4


@pytest.mark.parametrize("key, text, need, sure, heard", [
    ("kontakt", "Was kostet das", "", 0, Heard.QUESTION), ("kontakt", "ist mir egal", "", 0, Heard.ANSWER),
    ("kontakt", "ich suche Fördermittel", "foerderung", 0.9, Heard.QUESTION), ("kontakt", "ich suche was", "foerderung", 0.8, Heard.ANSWER),
    ("kontakt", "ich möchte einen Termin", "beratung_buchen", 0.9, Heard.QUESTION), ("thema", "ich suche Fördermittel", "foerderung", 0.99, Heard.ANSWER),
    ("thema", "Gibt es Fördermittel", "foerderung", 0.99, Heard.QUESTION), ("thema", "Gibt es Fördermittel?", "foerderung", 0.8, Heard.ANSWER),
    ("thema", "Wie melde ich eine Idee?", "idee_einreichen", 0.99, Heard.ANSWER), ("thema", "einen Menschen bitte", "mensch", 0.9, Heard.HUMAN),
    ("thema", "Wort " * 60 + "?", "foerderung", 0.99, Heard.ANSWER), ("name", "tschüss", "abschied", 0.9, Heard.GOODBYE),
])  # fmt: skip
def test_what_a_message_is_to_a_question(key, text, need, sure, heard):
    form = FORMS["rueckruf"]
    assert heard_as(said(text, need=need, confidence=sure), text, form.field(key), form) is heard


def test_questions_end_or_begin_as_questions_do():
    assert looks_like_question("Und das Geld?") and looks_like_question("wie geht es weiter") and looks_like_question("gibt es noch Geld")
    assert not looks_like_question("gibt es noch Geld", verbs=False) and not looks_like_question("") and not looks_like_question("wie neu")


def test_no_sentence_is_left_over():
    assert {"empty", "too_long", "confirm_yes_or_no"} < set(SENTENCES)
    assert all("!" not in one and one.strip().endswith((".", "?")) for one in SENTENCES.values())
    assert isinstance(own_words_reader()("Ein Bus", understood("Ein Bus"), NOW), Taken)
