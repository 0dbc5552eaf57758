"""Questions from the conversation to the office, the answer, and back with number and code."""
from __future__ import annotations

import re

import pytest

from conversation.incoming import key_of
from office.matters.kind import WITHDRAWN
from office.matters.kinds.question import ANSWERED, OPEN, QUESTION
from office.matters.model import MatterFilter, Where
from tests.conversations.knowledge_base import loaded_services

pytestmark = pytest.mark.asyncio(loop_scope="session")
ALL = MatterFilter(states=frozenset(QUESTION.state_names))
ASKED = "Gibt es Fallbeispiele für eine Raumstation auf dem Mars?"


def questions():
    return loaded_services().office.of(QUESTION)


async def left(
    assistant, way: str = "mail an ada@beispiel.example", asked: str = ASKED, *more: str,
) -> tuple[str, str]:  # fmt: skip
    """Somebody has left a question; its number and code."""
    conversation = assistant.begin()
    await conversation.say(asked)
    await conversation.press("Frage an die Stelle geben")
    for says in ("ja", way, *more, "absenden"):
        await conversation.say(says)
    text = conversation.answers[0].text
    assert loaded_services().drafts.latest(key_of(conversation.id)) is None
    return re.search(r"FRAGE-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]


async def said(assistant, text: str) -> tuple[str, str]:
    (answer,) = await assistant.begin().say(text)
    return answer.outcome, answer.text


async def test_the_office_finds_it_with_the_words_the_place_and_the_consent(assistant):
    told = "Wer baut in Görlitz eine Raumstation?"
    number, _ = await left(assistant, "mail an ada@beispiel.example", ASKED, "ändere die Frage", told)
    kept = questions().find(number)
    assert kept.told == {"question": told, "answer_by": "contact"} and kept.email == "ada@beispiel.example"
    assert (kept.state, kept.where, kept.consent.version) == (OPEN, Where("DE-SN", "Landkreis Görlitz"), "2026-11c")
    assert kept in questions().list(MatterFilter(land="DE-SN"))


async def test_who_needs_no_answer_leaves_no_contact(assistant):
    number, _ = await left(assistant, "keine Antwort")
    kept = questions().find(number)
    assert kept.told == {"question": ASKED, "answer_by": "none"} and (kept.phone, kept.email) == (None, None)


async def test_sending_it_twice_leaves_it_once(assistant):
    before = len(questions().list(ALL))
    conversation = assistant.begin()
    await conversation.say(ASKED)
    await conversation.press("Frage an die Stelle geben")
    for says in ("ja", "ich frage hier mit der Nummer nach", "absenden", "absenden"):
        await conversation.say(says)
    assert len(questions().list(ALL)) == before + 1


async def test_the_answer_is_read_with_number_and_code_from_any_conversation(assistant):
    number, code = await left(assistant, "ich frage hier mit der Nummer nach")
    outcome, text = await said(assistant, f"{number} {code}")
    assert outcome == "QUESTION_SHOWN" and "Eine Antwort gibt es noch nicht" in text and ASKED in text
    questions().answer(number, "Auf dem Mars nicht, aber in Morgenröthe.", "Beratung", loaded_services().now())
    outcome, text = await said(assistant, f"Gibt es schon eine Antwort zu {number.lower()}? Mein Code: {code.lower()}")
    assert outcome == "QUESTION_SHOWN" and "aber in Morgenröthe" in text and "Beratung" in text
    outcome, text = await said(assistant, f"Wie steht es um {number}?")
    assert outcome == "CODE_NEEDED" and "gibt es eine Antwort" in text and "Morgenröthe" not in text


async def test_words_and_contact_are_changed_and_earlier_words_stay_visible(assistant):
    number, code = await left(assistant, "ich frage hier mit der Nummer nach")
    questions().answer(number, "Nein.", "Beratung", loaded_services().now())
    assert (await said(assistant, f"{number} {code} ändern"))[0] == "QUESTION_HOW_TO_CHANGE"
    outcome, text = await said(assistant, f"{number} {code} neue Frage: Und auf dem Mond, nicht mehr dem Mars?")
    assert outcome == "QUESTION_CHANGED" and "Und auf dem Mond, nicht mehr dem Mars?" in text and ASKED in text
    assert (await said(assistant, f"{number} {code} Telefon 0351 7654321"))[0] == "QUESTION_CHANGED"
    kept = questions().find(number)
    assert (kept.told["answer_by"], kept.phone) == ("contact", "+493517654321")
    assert [(one.state) for one in kept.history] == [OPEN, ANSWERED, OPEN]


async def test_withdrawing_deletes_words_contact_and_answer(assistant):
    number, code = await left(assistant)
    questions().answer(number, "Nein.", "Beratung", loaded_services().now())
    assert (await said(assistant, f"{number} {code} bitte nicht löschen"))[0] == "QUESTION_SHOWN"
    assert (await said(assistant, f"{number} {code} bitte löschen"))[0] == "QUESTION_WITHDRAWN"
    kept = questions().find(number)
    assert kept.state == WITHDRAWN and (kept.told, kept.email, kept.answers, kept.where) == ({}, None, (), Where())


async def test_a_wrong_code_tells_no_more_than_an_unknown_number(assistant):
    number, _ = await left(assistant)
    told = [await said(assistant, f"{one} 77777-77777-77777") for one in (number, "FRAGE-AAAAAA")]
    assert told[0] == told[1] and told[0][0] == "QUESTION_WRONG_CODE" and "Mars" not in told[0][1]


@pytest.mark.parametrize("text", ["Eine Frage kannst du mir beantworten?", "Frage: Wer fördert einen Dorfladen in Sachsen?"])
async def test_the_word_question_is_no_number(assistant, text):
    assert (await said(assistant, text))[0] != "CODE_NEEDED"


async def test_the_answer_comes_into_the_conversation_that_asked_and_into_no_other(assistant):
    mine, other = assistant.begin(), assistant.begin()
    await other.say("Guten Tag")
    await mine.say(ASKED)
    await mine.press("Frage an die Stelle geben")
    for says in ("[Ja, mit Auswertung]", "hier im Chat", "absenden"):
        await (mine.press(says[1:-1]) if says.startswith("[") else mine.say(says))
    (receipt,) = mine.answers
    assert "hier in diesem Gespräch" in receipt.text
    number = re.search(r"FRAGE-[0-9A-Z]{6}", receipt.text)[0]
    assert questions().find(number).may_be_evaluated
    questions().answer(number, "Auf dem Mars nicht.", "Beratung", loaded_services().now())
    told = [[one.text async for one in _told(assistant, each, 1)] for each in (mine, other)]
    assert "Auf dem Mars nicht." in told[0][-1] and not any("Mars nicht" in text for text in told[1])


async def _told(assistant, conversation, after: int):
    async for answer in assistant.turns.follow(conversation.id, after, heartbeat_seconds=0.05):
        if answer is None:
            return
        yield answer
