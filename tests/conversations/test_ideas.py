"""Ideas from the conversation to the office and back with number and code: what is stored, told, changed, withdrawn."""
from __future__ import annotations

import re

import pytest

from conversation.incoming import key_of
from office.consent import Purpose
from office.matters.kind import WITHDRAWN
from office.matters.kinds.idea import ASKED, IDEA, IN_REVIEW, NOT_SELECTED, PUBLISHED, SELECTED
from office.matters.model import MatterFilter, Where
from tests.conversations.knowledge_base import loaded_services

pytestmark = pytest.mark.asyncio(loop_scope="session")
ALL = MatterFilter(states=frozenset(IDEA.state_names))
TOLD = (
    "Hallo, wir sind ein paar Nachbarinnen aus Großschönau bei Zittau und möchten, dass bei alleinlebenden alten Leuten "
    "jemand merkt, wenn der Briefkasten nicht geleert wird."
)


def ideas():
    return loaded_services().office.of(IDEA)


def now():
    return loaded_services().now()


async def handed_in(assistant, *says: str, told: str = TOLD) -> tuple[str, str]:
    """Somebody has handed in an idea; its number and code."""
    conversation = assistant.begin()
    await conversation.say(told)
    for one in says or ("ja", "Rat", "keine", "absenden"):
        await (conversation.press(one[1:-1]) if one.startswith("[") else conversation.say(one))
    text = conversation.answers[0].text
    assert loaded_services().drafts.latest(key_of(conversation.id)) is None
    return re.search(r"IDEE-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]


async def said(assistant, text: str) -> tuple[str, str]:
    (answer,) = await assistant.begin().say(text)
    return answer.outcome, answer.text


async def test_the_office_gets_the_parts_the_place_and_both_consents(assistant):
    number, _ = await handed_in(assistant, "[Ja, mit Auswertung]", "Rat", "ada@beispiel.example", "passt so", "absenden")
    kept = ideas().find(number)
    assert kept.told["title"] == "Wenn der Briefkasten nicht geleert wird" and kept.told["needs"] == "Rat"
    assert kept.told["place"] == "Großschönau bei Zittau" and kept.where == Where("DE-SN", "Landkreis Görlitz")
    assert kept.told["organisation"] == "ein paar Nachbarinnen" and kept.email == "ada@beispiel.example"
    assert {one.purpose for one in kept.consents} == {Purpose.IDEA, Purpose.EVALUATION} and kept.may_be_evaluated


async def test_a_plain_yes_allows_no_evaluation(assistant):
    number, _ = await handed_in(assistant)
    assert not ideas().find(number).may_be_evaluated


async def test_sending_it_twice_hands_it_in_once(assistant):
    before = len(ideas().list(ALL))
    conversation = assistant.begin()
    for says in (TOLD, "ja", "Rat", "keine"):
        await conversation.say(says)
    await conversation.say_twice("absenden")
    await conversation.say("absenden")
    assert len(ideas().list(ALL)) == before + 1


async def test_without_consent_nothing_is_stored(assistant):
    before = len(ideas().list(ALL))
    conversation = assistant.begin()
    await conversation.say(TOLD)
    await conversation.press("Nein, lieber nicht")
    await conversation.say("absenden")
    assert len(ideas().list(ALL)) == before and loaded_services().drafts.latest(key_of(conversation.id)) is None


async def test_the_number_tells_the_public_state_only_and_with_the_code_everything(assistant):
    number, code = await handed_in(assistant)
    outcome, text = await said(assistant, f"Wie steht es um {number}?")
    assert outcome == "CODE_NEEDED" and "Diese Idee ist angekommen." in text and "Briefkasten" not in text
    outcome, text = await said(assistant, f"{number} {code}")
    assert outcome == "IDEA_SHOWN" and "Briefkasten" in text and "Auswertung: nein" in text
    ideas().set_state(number, NOT_SELECTED, "Beratung", now(), "Es fehlt ein Träger.")
    _, public = await said(assistant, f"Stand {number}")
    assert "wird geprüft" in public and "nicht ausgewählt" not in public
    _, whole = await said(assistant, f"{number} {code}")
    assert "nicht ausgewählt" in whole and "Die Begründung: Es fehlt ein Träger." in whole


async def test_a_question_of_the_office_is_answered_behind_number_and_code(assistant):
    number, code = await handed_in(assistant)
    ideas().set_state(number, ASKED, "Beratung", now(), "Wer würde nachsehen?")
    _, text = await said(assistant, f"{number} {code}")
    assert "Wer würde nachsehen?" in text and "Schreiben Sie Ihre Antwort" in text
    outcome, text = await said(assistant, f"{number} {code} Die Postbotin hat schon zugesagt, dass sie klingelt.")
    assert outcome == "IDEA_CHANGED"
    kept = ideas().find(number)
    assert kept.told["reply"] == "Die Postbotin hat schon zugesagt, dass sie klingelt." and kept.state == IN_REVIEW


@pytest.mark.parametrize("words, field, text", [
    ("neuer Titel: Blick auf den Briefkasten", "title", "Blick auf den Briefkasten"),
    ("neues Problem: Niemand merkt etwas", "problem", "Niemand merkt etwas"),
    ("neue Idee: Die Post meldet sich", "idea", "Die Post meldet sich"),
    ("neuer Ort: Zittau", "place", "Zittau"), ("neuer Stand: läuft seit Mai", "stage", "läuft seit Mai"),
])  # fmt: skip
async def test_each_field_is_changed_and_the_earlier_text_stays_visible(assistant, words, field, text):
    number, code = await handed_in(assistant)
    before = ideas().find(number).told[field]
    outcome, told = await said(assistant, f"{number} {code} {words}")
    kept = ideas().find(number)
    assert outcome == "IDEA_CHANGED" and kept.told[field] == text and text in told
    assert not before or before in [one.text for one in kept.versions] and before in told


async def test_a_new_place_brings_the_idea_to_its_land_and_kreis(assistant):
    number, code = await handed_in(assistant)
    _, told = await said(assistant, f"{number} {code} neuer Ort: Erfurt")
    assert ideas().find(number).where == Where("DE-TH", "Erfurt")
    assert "Früher (Ort, bis zur Änderung): Großschönau bei Zittau" in told
    _, told = await said(assistant, f"{number} {code} neuer Ort: Löbau")
    assert ideas().find(number).where == Where("DE-SN", "Landkreis Görlitz") and "Ort: Löbau (Landkreis Görlitz)" in told


async def test_the_evaluation_is_revoked_by_itself_and_the_idea_withdrawn(assistant):
    number, code = await handed_in(assistant, "[Ja, mit Auswertung]", "Rat", "keine", "absenden")
    outcome, text = await said(assistant, f"{number} {code} bitte nicht mehr auswerten")
    assert outcome == "IDEA_EVALUATION_REVOKED" and not ideas().find(number).may_be_evaluated and "Auswertung: nein" in text
    outcome, _ = await said(assistant, f"{number} {code} zurückziehen")
    assert outcome == "IDEA_WITHDRAWN" and ideas().find(number).state == WITHDRAWN and ideas().find(number).told == {}


async def test_a_wrong_code_tells_nothing(assistant):
    number, _ = await handed_in(assistant)
    outcome, text = await said(assistant, f"{number} 7K4MQ-2XN9R-TB3HC")
    assert outcome == "IDEA_WRONG_CODE" and "Briefkasten" not in text
    assert text == (await said(assistant, "IDEE-7K3M9U 7K4MQ-2XN9R-TB3HC"))[1]


async def test_a_lost_code_gets_the_same_answer_whether_there_is_a_matter_or_not(assistant):
    number, _ = await handed_in(assistant, "ja", "Rat", "ada@beispiel.example", "absenden")
    there, missing = await said(assistant, f"Code verloren {number}"), await said(assistant, "Code verloren IDEE-7K3M9U")
    assert there[0] == missing[0] == "CODE_LOST" and there[1].replace(number, "IDEE-7K3M9U") == missing[1]


async def test_a_published_idea_like_it_is_named_with_the_words_of_the_office_only(assistant):
    number, _ = await handed_in(assistant, told="Wir wollen in Riesa eine Fahrradwerkstatt für Kinder aufbauen, für Oma Erna.")
    ideas().set_state(number, SELECTED, "Beratung", now())
    ideas().set_state(number, PUBLISHED, "Beratung", now())
    loaded_services().office.published.tell(number, "Räder für alle Kinder", "Eine Fahrradwerkstatt zum Mitmachen", now())
    conversation = assistant.begin()
    for says in ("Wir möchten in Torgau eine Fahrradwerkstatt für Kinder eröffnen.", "ja", "Geld", "keine"):
        await conversation.say(says)
    text = conversation.answers[0].text
    assert "„Räder für alle Kinder“: Eine Fahrradwerkstatt zum Mitmachen" in text and "Oma Erna" not in text
    assert "/ideen" in [link.url for link in conversation.answers[0].links]


async def test_what_is_typed_is_kept_as_text_without_what_hides(assistant):
    told = "<b>Wir</b> wollen ein Café\u202e\u0007 in Görlitz eröffnen'; DROP TABLE matter;-- 🎉"
    conversation = assistant.begin()
    for says in ("Ich möchte eine Idee einreichen", "ja", told, "Geld", "keine", "absenden"):
        await conversation.say(says)
    kept = ideas().find(re.search(r"IDEE-[0-9A-Z]{6}", conversation.answers[0].text)[0])
    assert "<b>Wir</b>" in kept.told["idea"] and "DROP TABLE matter;--" in kept.told["idea"] and "🎉" in kept.told["idea"]
    assert not set("\u202e\u0007") & set(kept.told["idea"])


async def test_an_answer_that_was_lost_on_the_way_comes_again_with_a_code_that_counts(assistant):
    conversation = assistant.begin()
    for says in (TOLD, "ja", "Rat", "keine", "absenden"):
        await conversation.say(says)
    first = re.search(r"Code: (\S+)", conversation.answers[0].text)[1]
    number = re.search(r"IDEE-[0-9A-Z]{6}", conversation.answers[0].text)[0]
    key, drafts = key_of(conversation.id), loaded_services().drafts
    left = drafts.load(key, "idee")
    assert left.has_ended and not left.values and drafts.latest(key) is None
    request = f"{key}:idee:{left.started_at.isoformat()}"
    again = ideas().repeat(request, now())
    assert again.number == number and again.code != first
    assert drafts.handed_over_by(key, left.last_message_id) == left and drafts.handed_over_by(key, "another") is None
