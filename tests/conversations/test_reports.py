"""Obstacles and concerns from the conversation to the office, their state, and back with number and code."""
from __future__ import annotations

import re

import pytest

from conversation.incoming import key_of
from office.consent import Purpose
from office.matters.kind import WITHDRAWN
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.obstacle import ANSWERED, CHECKED, OBSTACLE, PASSED_ON, RECEIVED
from office.matters.model import MatterFilter, Where
from tests.conversations.knowledge_base import loaded_services
from wording.consent import current_text

pytestmark = pytest.mark.asyncio(loop_scope="session")
KONSUM = (
    "Seit einem Jahr warten wir auf die Nutzungsänderung für den alten Konsum, das Bauamt und der Brandschutz schieben sich das "
    "gegenseitig zu"
)
DIALOGUE = "Ich wollte nur mal sagen, dass mir Ihr Dialog in Weißwasser sehr geholfen hat"
FORMS = "Ihre Formulare versteht kein Mensch, machen Sie die bitte einfacher"


def of(kind):
    return loaded_services().office.of(kind)


async def reported(assistant, *messages: str) -> tuple[str, str]:
    """Somebody has reported something; number and code."""
    conversation = assistant.begin()
    for text in (*messages, "absenden"):
        await (conversation.press(text[1:-1]) if text.startswith("[") else conversation.say(text))
    text = conversation.answers[0].text
    left = loaded_services().drafts.latest(key_of(conversation.id))
    assert left is None or left.resting and left.form == "rueckruf"
    return re.search(r"(?:HUERDE|ANLIEGEN)-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]


async def said(assistant, text: str) -> tuple[str, str]:
    (answer,) = await assistant.begin().say(text)
    return answer.outcome, answer.text


async def test_an_obstacle_arrives_in_the_persons_words_with_kind_place_desk_and_both_consents(assistant):
    number, _ = await reported(assistant, KONSUM, "[Ja, mit Auswertung]", "in Löbau", "Eine Person, die beide Ämter an einen Tisch holt")
    kept = of(OBSTACLE).find(number)
    assert {name: text for name, text in kept.told.items() if text} == {
        "obstacle": KONSUM, "sort": "genehmigung", "rule_or_office": "Nutzungsänderung, Bauamt, Brandschutz", "place": "in Löbau",
        "since": "Seit einem Jahr", "remedy": "Eine Person, die beide Ämter an einen Tisch holt",
    }  # fmt: skip
    assert (kept.state, kept.where, kept.phone, kept.email) == (RECEIVED, Where("DE-SN", "Landkreis Görlitz"), None, None)
    assert {(one.purpose, one.version) for one in kept.consents} == {
        (Purpose.OBSTACLE, current_text(Purpose.OBSTACLE).version),
        (Purpose.EVALUATION, current_text(Purpose.EVALUATION, with_quotes=True).version),
    }
    assert kept in of(OBSTACLE).list(MatterFilter(desk=kept.desk, sort="genehmigung", land="DE-SN")) and kept.desk


async def test_a_bare_yes_agrees_to_no_evaluation(assistant):
    number, _ = await reported(assistant, KONSUM, "ja", "überspringen", "überspringen")
    kept = of(OBSTACLE).find(number)
    assert [one.purpose for one in kept.consents] == [Purpose.OBSTACLE] and not kept.may_be_evaluated
    assert kept.where == Where()


@pytest.mark.parametrize("text, sort, where", [
    (DIALOGUE, "praise", Where("DE-SN", "Landkreis Görlitz")), (FORMS, "complaint", Where()),
])  # fmt: skip
async def test_a_concern_arrives_with_its_kind_and_place(assistant, text, sort, where):
    number, _ = await reported(assistant, text, "ja", "überspringen")
    kept = of(CONCERN).find(number)
    assert (kept.told["concern"], kept.told["sort"], kept.where) == (text, sort, where)
    assert kept in of(CONCERN).list()


async def test_sending_it_twice_leaves_it_once(assistant):
    before = len(of(CONCERN).list(MatterFilter(frozenset(CONCERN.state_names))))
    conversation = assistant.begin()
    for text in (FORMS, "ja", "überspringen", "absenden", "absenden"):
        await conversation.say(text)
    assert conversation.answers[0].outcome == "ALREADY_SENT"
    assert len(of(CONCERN).list(MatterFilter(frozenset(CONCERN.state_names)))) == before + 1


async def test_a_long_report_carried_by_a_button_arrives_whole(assistant):
    long = f"{KONSUM}. " + "Wir haben schon dreimal alles neu eingereicht, und jedes Mal fehlt etwas anderes. " * 6
    number, _ = await reported(assistant, "ruft mich bitte zurück", long, "[Hindernis melden]", "ja", "überspringen", "überspringen")
    assert of(OBSTACLE).find(number).told["obstacle"] == long.strip()


async def test_a_place_in_a_question_in_the_middle_changes_nothing_that_was_told(assistant):
    asked = "Wer fördert einen Dorfladen in Bayern?"
    number, _ = await reported(assistant, KONSUM, asked, "ja", asked, "Löbau", asked, "überspringen", asked)
    kept = of(OBSTACLE).find(number)
    assert (kept.told["place"], kept.told["obstacle"], kept.told["remedy"], kept.where.land) == ("Löbau", KONSUM, "", "DE-SN")


async def test_the_number_tells_the_state_and_number_with_code_to_whom_it_went(assistant):
    number, code = await reported(assistant, KONSUM, "ja", "Löbau", "überspringen")
    assert "liegt bei der Stelle" in (await said(assistant, f"Wie steht es um {number}?"))[1]
    now = loaded_services().now()
    of(OBSTACLE).set_state(number, CHECKED, "Beratung", now)
    assert "ist geprüft" in (await said(assistant, number))[1]
    of(OBSTACLE).set_state(number, PASSED_ON, "Beratung", now, "an das Ministerium für Bauen")
    outcome, public = await said(assistant, f"Was ist mit {number}?")
    assert outcome == "CODE_NEEDED" and "weitergegeben" in public and "Ministerium" not in public and "Konsum" not in public
    of(OBSTACLE).answer(number, "Das Ministerium prüft die Bauordnung.", "Beratung", now)
    outcome, text = await said(assistant, f"{number} {code}")
    assert outcome == "OBSTACLE_SHOWN"
    for told in ("an das Ministerium für Bauen", "prüft die Bauordnung", "Konsum", "Genehmigung", "Auswertung: nicht erlaubt"):
        assert told in text
    assert of(OBSTACLE).find(number).state == ANSWERED


async def test_the_evaluation_is_taken_back_alone_with_number_and_code(assistant):
    number, code = await reported(assistant, KONSUM, "[Ja, mit Auswertung]", "Löbau", "überspringen")
    assert of(OBSTACLE).keep_derived(number, "theme", "Bauen", loaded_services().now())
    outcome, text = await said(assistant, f"{number} {code} Auswertung zurücknehmen")
    assert outcome == "OBSTACLE_EVALUATION_REVOKED" and "nicht ausgewertet" in text
    kept = of(OBSTACLE).find(number)
    assert not kept.may_be_evaluated and kept.derived == {} and kept.told["obstacle"] == KONSUM


async def test_words_are_changed_and_withdrawn_with_number_and_code(assistant):
    number, code = await reported(assistant, FORMS, "ja", "überspringen")
    assert (await said(assistant, f"{number} {code} ändern"))[0] == "CONCERN_HOW_TO_CHANGE"
    outcome, text = await said(assistant, f"{number} {code} neue Nachricht: Die Schrift ist zu klein.")
    assert outcome == "CONCERN_CHANGED" and "Die Schrift ist zu klein." in text and FORMS in text
    assert (await said(assistant, f"{number} {code} bitte löschen"))[0] == "CONCERN_WITHDRAWN"
    kept = of(CONCERN).find(number)
    assert (kept.state, kept.told, kept.where, kept.desk) == (WITHDRAWN, {}, Where(), None)


@pytest.mark.parametrize("prefix, outcome", [("HUERDE", "OBSTACLE_WRONG_CODE"), ("ANLIEGEN", "CONCERN_WRONG_CODE")])
async def test_a_wrong_code_tells_no_more_than_an_unknown_number(assistant, prefix, outcome):
    number, _ = await reported(assistant, KONSUM if prefix == "HUERDE" else FORMS, "ja", "überspringen", "überspringen")
    told = [await said(assistant, f"{one} 77777-77777-77777") for one in (number, f"{prefix}-AAAAAA")]
    assert told[0] == told[1] and told[0][0] == outcome


async def test_what_was_asked_for_in_the_same_breath_is_offered_behind_the_receipt(assistant):
    told = f"{KONSUM}. Und gibt es für den Umbau Geld vom Land?"
    conversation = assistant.begin()
    for text in (told, "ja", "Löbau", "überspringen"):
        await conversation.say(text)
    await conversation.press("Ja, Meldung abschicken")
    (receipt,) = conversation.answers
    assert receipt.outcome == "OBSTACLE_RECEIVED" and "noch etwas gefragt" in receipt.text
    await conversation.press("Ihre zweite Frage: Geld")
    assert conversation.need == "foerderung" and conversation.answers[0].outcome != "ASKED_BACK"


async def test_the_reporter_is_told_in_how_many_days_there_is_an_answer_and_nothing_more(assistant):
    conversation = assistant.begin()
    for text in (FORMS, "ja", "überspringen", "absenden"):
        await conversation.say(text)
    days = loaded_services().library.office.answer_days.concern
    assert f"innerhalb von {days} Tagen" in conversation.answers[0].text
