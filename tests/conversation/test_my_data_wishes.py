"""Which of its buttons a typed message about data protection means."""
from __future__ import annotations

import pytest

from conversation.crisis import find_crisis
from conversation.incoming import words_of
from conversation.my_data_wishes import command_in, wish_in
from tests.chat_setup import a_request
from wording.my_data import Verb, my_data_payload

MEANT = {
    Verb.SHOW: ["Was wissen Sie über mich?", "Welche Daten haben Sie von mir?", "was speichert ihr von mir", "Auskunft nach Art. 15 DSGVO",
                "Zeigen Sie mir bitte meine Daten"],
    Verb.EXPORT: ["Daten exportieren", "Ich hätte gern eine Kopie meiner Daten", "kann ich das runterladen", "daten export als JSON"],
    Verb.DELETE: ["Löschen Sie alles", "lösch bitte alles was du von mir hast", "mach meine handynummer wieder raus",
                  "Ich widerspreche der Speicherung", "Vergessen Sie bitte alles", "Können Sie das wieder löschen?"],
    Verb.OBJECT: ["Ich widerspreche der Auswertung", "Ich möchte der Durchsicht meines Gesprächs widersprechen",
                  "Widerspruch gegen das Mitlesen zur Verbesserung"],
    Verb.WITHDRAW: ["Ich widerrufe meine Einwilligung", "Hiermit nehme ich meine Zustimmung zurück"],
    None: ["Wo stehen Ihre Server?", "Wann werden meine Daten gelöscht?", "Wird mein Gespräch danach gelöscht?",
           "Geben Sie meine Angaben an die Stadt weiter?", "Auf welcher Rechtsgrundlage verarbeiten Sie meine Daten?",
           "Wer liest hier mit?", "Wie lange heben Sie das auf?", ""],
}  # fmt: skip


@pytest.mark.parametrize("verb, text", [(verb, text) for verb, texts in MEANT.items() for text in texts])
def test_the_wish(verb, text):
    assert wish_in(text) is verb


@pytest.mark.parametrize(
    "text",
    ["Ich widerspreche der Auswertung", "ich widerspreche.", "Widerspruch gegen die Durchsicht dieses Gesprächs",
     "Hiermit lege ich Widerspruch ein", "ICH MÖCHTE DER AUSWERTUNG WIDERSPRECHEN"],
)  # fmt: skip
def test_an_objection_is_found_before_rasa_is_asked(text):
    assert words_of(a_request(text)) == my_data_payload(Verb.OBJECT)


@pytest.mark.parametrize(
    "text",
    ["Wie lege ich Widerspruch gegen einen Förderbescheid ein?", "Ich widerspreche der Auswertung der Umfrage im Gemeinderat",
     "widersprüchlich", "Einspruch gegen die Baugenehmigung", "Löschen Sie alles", "x" * 20_000, "widerspreche " * 50],
)  # fmt: skip
def test_nothing_else_is_taken_for_one(text):
    assert command_in(text) is None


def test_none_of_it_sounds_like_a_crisis():
    assert [text for texts in MEANT.values() for text in texts if find_crisis(text)] == []
