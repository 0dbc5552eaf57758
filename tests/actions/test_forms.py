"""Forms where something else goes wrong: the database is away, or the classifier hears an emergency in a command."""
from __future__ import annotations

from dataclasses import replace

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.crisis import AnswerCrisis
from actions.forms import begin, heard_by_form, let_form_rest
from conversation.drafts import DraftStore
from conversation.tables import ConversationRow
from storage import Database
from tests.chat_setup import a_database
from tests.conversations.knowledge_base import loaded_services


@pytest.fixture
def without_database(tmp_path):
    """The services, but for the drafts, whose database cannot be opened."""
    database = Database(f"sqlite:///{tmp_path / 'no' / 'folder' / 'lotse.db'}")
    yield replace(loaded_services(), drafts=DraftStore(database))
    database.close()


def a_tracker(text: str, need: str) -> Tracker:
    message = {"text": text, "intent": {"name": need, "confidence": 1.0}, "entities": []}
    return Tracker("s1", {}, message, [{"event": "user", "text": text}], False, None, {}, "action_listen")


def test_a_form_that_cannot_begin_names_the_telephone_number(without_database):
    dispatcher = CollectingDispatcher()
    begin("rueckruf", a_tracker("ruft mich bitte zurück", "mensch"), without_database, dispatcher)
    text, beside = dispatcher.messages[0]["text"], dispatcher.messages[1]["custom"]
    assert beside["outcome"] == "TECHNICAL_PROBLEM" and without_database.library.office.phone in text


def test_other_messages_are_answered_as_ever(without_database):
    said = heard_by_form(a_tracker("Danke", "danke"), without_database, CollectingDispatcher(), lambda: ["answered"])
    assert said == ["answered"]


def test_a_crisis_is_not_held_up(without_database):
    assert let_form_rest("s1", without_database) is None


@pytest.mark.parametrize("word, outcome", [("abbrechen", "FORM_CANCELLED"), ("später weiter", "FORM_PAUSED")])
def test_a_command_reaches_the_open_form_also_when_the_classifier_hears_an_emergency(word, outcome, tmp_path):
    database = a_database(tmp_path)
    services = replace(loaded_services(), drafts=DraftStore(database))
    with database.writing() as session:
        session.add(ConversationRow(key="s1", created_at=services.now(), last_seen_at=services.now()))
    begin("rueckruf", a_tracker("ruft mich bitte zurück", "mensch"), services, CollectingDispatcher())
    dispatcher = CollectingDispatcher()
    AnswerCrisis(lambda: services).run(dispatcher, a_tracker(word, "notlage"), {})
    assert dispatcher.messages[-1]["custom"]["outcome"] == outcome
    database.close()
