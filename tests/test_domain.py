"""Domain, rules, actions and wording speak of the same things, and nothing is left over."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from actions.funding import SLOT
from actions.known import ASKED, CONTEXT
from actions.manner import SLOT as MANNER
from actions.small_talk import NEEDS as SMALL_TALK
from bot.settings import read_settings
from knowledge.funding_finder import Question
from knowledge.office import read_office
from knowledge.schema import KINDS
from knowledge.terms import read_terms
from tests.conversations.knowledge_base import loaded_actions
from tests.conversations.manners import check_german
from tests.wording.plain_sentences import hard_sentences
from wording.funding_finder import COMMAND
from wording.languages import ANSWERED, PLAIN
from wording.needs import NEED_OF_KIND, NEXT_STEP, TITLES
from wording.responses import office_particulars

ROOT = Path(__file__).resolve().parent.parent
NEEDS = (
    "foerderung rechtliche_huerde kontakt fallbeispiele methode veranstaltungen mentoring vernetzung idee_einreichen "
    "idee_status beratung_buchen beratung_aendern huerde_melden anliegen mensch datenschutz ueber_bot notlage "
    "andere_sprache gruss danke abschied ja nein unzufrieden beleidigung ausserhalb"
).split()
"""What people need: the list that the project was given (docs/glossary.md). An addition needs a reason."""
COMMANDS = ["merkliste", "formular", "kontext", "rueckmeldung"]
"""No needs: only buttons and a closed list of phrases lead to them, so the classifier never learns them."""
FOREIGN = [code for code in ANSWERED if code != PLAIN]
CONTENT = read_settings({}).content
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
RULES = [
    rule for file in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for rule in yaml.safe_load(file.read_text("utf-8"))["rules"]
]  # fmt: skip
ACTION_OF = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in RULES}
TEXTS = {name: [one["text"] for one in variants] for name, variants in DOMAIN["responses"].items()}
BUTTONS = [
    (name, button) for name, variants in DOMAIN["responses"].items() for one in variants
    for button in one.get("buttons", ())
]  # fmt: skip


def test_the_intents_are_the_needs_the_commands_and_the_doubt_of_the_classifier():
    assert sorted(DOMAIN["intents"]) == sorted([*NEEDS, *COMMANDS, "nlu_fallback"])


def test_each_intent_has_exactly_one_rule():
    assert sorted(rule["steps"][0]["intent"] for rule in RULES) == sorted(DOMAIN["intents"])
    assert all(len(rule["steps"]) == 2 for rule in RULES)


def test_the_actions_of_the_domain_are_those_that_are_served():
    served = sorted(action.name() for action in loaded_actions())
    assert sorted(DOMAIN["actions"]) == served == sorted(set(ACTION_OF.values()))


def test_needs_with_a_kind_of_record_are_answered_from_the_knowledge():
    by_knowledge = {need for need, action in ACTION_OF.items() if action == "action_answer_from_knowledge"}
    assert by_knowledge == set(NEED_OF_KIND.values()) and set(NEED_OF_KIND) == set(KINDS)


def test_each_response_is_used_and_each_that_is_used_exists():
    by_office = {need for need, action in ACTION_OF.items() if action == "action_answer_for_office"}
    wanted = {f"utter_{need}" for need in by_office - SMALL_TALK}
    plain = {name for name in DOMAIN["responses"] if name.endswith(f"_{PLAIN}")}
    assert SMALL_TALK < by_office and {name.removesuffix(f"_{PLAIN}") for name in plain} <= wanted
    assert set(DOMAIN["responses"]) == wanted | plain | {f"utter_andere_sprache_{code}" for code in FOREIGN}


@pytest.mark.parametrize("need", sorted(set(NEEDS) - {"andere_sprache"}))
def test_each_response_is_plain_or_has_a_plain_one(need):
    name = f"utter_{need}_{PLAIN}" if f"utter_{need}_{PLAIN}" in TEXTS else f"utter_{need}"
    particulars = office_particulars(read_office(CONTENT))
    for text in TEXTS.get(name, ()):
        assert hard_sentences(text.format(**particulars), particulars.values()) == []


def test_each_placeholder_of_a_response_is_filled_and_each_particular_of_the_office_exists():
    particulars = office_particulars(read_office(CONTENT))
    used = {found for texts in TEXTS.values() for text in texts for found in re.findall(r"{(\w+)}", text)}
    assert used <= set(particulars) and all(particulars.values())
    for name, texts in TEXTS.items():
        for text in texts:
            assert not re.search(r"[{}]", text.format(**particulars)), name


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_responses_are_polite_german_with_umlauts(name):
    foreign = {f"utter_andere_sprache_{code}" for code in FOREIGN}
    if name not in foreign:
        for text in TEXTS[name]:
            check_german(text)


@pytest.mark.parametrize("name, button", BUTTONS)
def test_buttons_of_responses_lead_to_a_need_that_exists(name, button):
    need, _, told = button["payload"].removeprefix("/").partition("{")
    assert need in [*NEEDS, *COMMANDS]
    check_german(button["title"])
    if told:  # braces are doubled, so that Rasa does not look for a placeholder between them
        assert told.startswith("{") and told.endswith("}}"), button["payload"]
        assert set(json.loads(told[:-1])) <= {"question", "record", "wahl"}


def test_the_needs_on_buttons_are_intents_with_titles_in_good_german():
    assert set(TITLES) <= set(NEEDS)
    assert {need for need, _ in NEXT_STEP.values()} <= set(TITLES)
    for title in [*TITLES.values(), *(title for _, title in NEXT_STEP.values())]:
        check_german(title)


def test_the_domain_knows_every_entity_that_is_read_from_messages_or_carried_by_buttons():
    found_by_rules = {"region", "betrag", "datum", "uhrzeit", "vorgangsnummer"}
    by_terms = set(read_terms(CONTENT).by_entity())
    finder = {COMMAND, *(question.value for question in Question)}
    assert set(DOMAIN["entities"]) == found_by_rules | by_terms | {"record", "part", "question", "verb", "wahl", "bewertung"} | finder


def test_what_is_kept_of_a_conversation_decides_nothing():
    kept = {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
    assert DOMAIN["slots"] == {SLOT: kept, ASKED: kept, CONTEXT: kept, MANNER: kept}


def test_stories_use_only_what_the_rules_decide():
    for file in (ROOT / "data" / "stories").glob("*.yml"):
        for story in yaml.safe_load(file.read_text("utf-8"))["stories"]:
            steps = story["steps"]
            pairs = [(one["intent"], two["action"]) for one, two in zip(steps[::2], steps[1::2])]
            assert all(ACTION_OF[intent] == action for intent, action in pairs), story["story"]


def test_each_action_tells_what_is_known():
    assert [action.name() for action in loaded_actions() if not hasattr(type(action).run, "__wrapped__")] == []
