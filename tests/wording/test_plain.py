"""Einfache Sprache: no sentence of ours is too hard in it, records come in their plain form, and fewer of them."""
from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path

import pytest

from knowledge.content_files import read_records
from knowledge.search import Hit, Outcome, SearchResult
from office.matters.model import MatterOutcome, MatterResult
from office.privacy.model import DataPart, Held
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event, an_office
from tests.library import CONTENT
from tests.wording.invented_words import Checker
from tests.wording.plain_sentences import hard_sentences, is_hard, templates
from wording import (
    callbacks, fallback, feedback, findings, forms, matters, my_data, questions, remembering, report_consent, steering,
    unasked,
)  # fmt: skip
from wording.cards import NO_LEGAL_ADVICE, full_card
from wording.cards.plain import NOT_WRITTEN, UNTESTED, plain_card, plain_list_card
from wording.cards.sentences import sentences
from wording.opened import EVERYTHING, PLAIN, record_reply
from wording.plain import MOST_RECORDS, plainly
from wording.plain.catalogue import CATALOGUE, EXEMPT
from wording.plain.replies import NOT_PLAIN, in_plain_words
from wording.plain.switching import switched_reply
from wording.reply import Reply
from wording.small_talk import VARIANTS

OFFICE = an_office()
NOW = datetime(2026, 6, 1, 12, tzinfo=timezone.utc)
HELD = Held(
    (DataPart("Gespräch", "turn", 3), DataPart("Gespräch", "answer", 3), DataPart("Entwurf", "form_draft", 1, NOW)), NOW
)
RECEIVED = MatterResult(MatterOutcome.RECEIVED, number="FRAGE-7K3M9U", code="7K4MQ-2XN9R-TB3HC")
WORDING = Path(findings.__file__).parent
FILES = [
    file for file in WORDING.rglob("*.py")
    if file.relative_to(WORDING).as_posix() not in EXEMPT and file.name not in ("catalogue.py", "languages.py")
]  # fmt: skip
RECORDS = read_records(CONTENT)
PLAIN_SENTENCES = ("Es gibt einen Bus.", "Er fährt im Dorf.", "Er kostet nichts.", "Rufen Sie dort an.")
_NO_SENTENCE = re.compile(r"^\W*$|^[^.?]*$")
"""What has neither full stop nor question mark is a label, a title or a piece of a sentence."""


def plain(reply: Reply, *records) -> Reply:
    return plainly(reply, {record.id: record for record in records}.get, OFFICE, TODAY)


def _filled(template: str) -> str:
    """A gap between two sentences is a sentence, any other one a name."""
    return re.sub(r"(?:^|(?<=[.?] )){}(?= [A-ZÄÖÜ]|$)", "Satz.", template).replace("{}", "Name")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(WORDING).as_posix())
def test_every_hard_sentence_of_the_wording_has_plain_ones_in_the_catalogue(file):
    hard = [
        sentence for template in templates(file) if " " in template
        for sentence in sentences(_filled(in_plain_words(template, OFFICE)))
        if not _NO_SENTENCE.match(sentence) and is_hard(sentence)
    ]  # fmt: skip
    assert hard == [], "add plain sentences to wording/plain/catalogue.py, or make this one shorter"


def test_every_exempt_module_is_there():
    assert [name for name in EXEMPT if not (WORDING / name).is_file()] == []


def test_every_key_of_the_catalogue_is_said_somewhere():
    said = "\n".join(template for file in WORDING.rglob("*.py") if file.name != "catalogue.py" for template in templates(file))
    assert [key for key in CATALOGUE if key not in said] == []


@pytest.mark.parametrize("key", CATALOGUE)
def test_the_sentences_of_the_catalogue_are_plain(key):
    told = CATALOGUE[key].format(*["Name"] * key.count("{}"))
    kept_as_it_is = "Name ".join(re.split(r"{}\s?", key))
    assert [one for one in hard_sentences(told) if not kept_as_it_is.startswith(one[:20])] == []
    assert len(re.findall(r"{\d?}", CATALOGUE[key])) <= key.count("{}")


def test_small_talk_and_the_choice_of_the_manner_are_plain_anyway():
    texts = [text for variants in VARIANTS.values() for text in variants.texts]
    texts += [switched_reply(choice, OFFICE).text for choice in (True, False)]
    told = [text.format(office_name="Stelle", office_phone="030 1") for text in texts]
    assert [one for text in told for one in hard_sentences(text, (OFFICE.name, OFFICE.phone))] == []


@pytest.mark.parametrize("reply", [
    findings.nothing_found(OFFICE), *map(findings.ask_for_more, ("foerderung", "kontakte", "methoden")),
    fallback.asking_back(["methode"], "Bus", OFFICE, perhaps_in_danger=True), fallback.still_unsure([], "Bus", OFFICE, TODAY),
    Reply(forms.started("Rückruf")), Reply(forms.progress(5, 5, "Worum geht es?", True)), forms.unavailable_reply(OFFICE),
    Reply(forms.paused("Rückruf", 30, True)), Reply(forms.declined(OFFICE)), remembering.empty_reply(), remembering.code_reply("x"),
    remembering.remembered_reply([a_funding()], 1, True, False), matters.not_kept(OFFICE), matters.code_needed("einem Rückruf"),
    steering.what_for_help(), unasked.with_note(Reply("Gut."), ["name", "phone"]), feedback.to_human(OFFICE),
    feedback.say_it_again(OFFICE), feedback.reason_asked(7), callbacks.not_sent_yet("rueckruf"),
    *[words.received(RECEIVED, OFFICE) for words in (callbacks, questions)], questions.how_to_change("FRAGE-7K3M9U"),
    callbacks.how_to_change("RUECKRUF-7K3M9U"), Reply(report_consent.consent_help(OFFICE)),
    *[my_data.shown_reply(HELD, cases, at, OFFICE, NOW) for cases, at in (((), None), (("FRAGE-7K3M9U",), NOW))],
    *[my_data.sure_to_delete(HELD, cases) for cases in ((), ("FRAGE-7K3M9U",))], my_data.objected_reply(),
    my_data.general_reply(OFFICE, 90), my_data.withdraw_reply(OFFICE), my_data.export_reply(), my_data.deleted_reply(),
], ids=lambda reply: reply.text[:30])  # fmt: skip
def test_whole_replies_are_plain(reply):
    quotes = [OFFICE.name, OFFICE.phone, OFFICE.email, *OFFICE.hours, "Dorfbus für alle"]
    told = plain(reply).text
    assert hard_sentences(told, quotes) == []
    assert all(quote in told for quote in quotes if quote in reply.text)
    assert not re.search(f"{re.escape(OFFICE.hours[-1])}[^\n]", told)


def a_list(*records, outcome: Outcome = Outcome.FOUND, library):
    asked = library.reader.read("Bus für einen Verein in Görlitz")
    result = SearchResult(outcome, tuple(Hit(record, 0.5, {"words": 0.5}) for record in records))
    return findings.search_reply(result, asked, records[0].kind, OFFICE, library.terms, library.reader.places, TODAY)


def test_a_list_has_fewer_records_each_in_its_plain_form_with_its_source(library):
    first = a_funding(einfach=PLAIN_SENTENCES)
    others = [a_funding(id=f"foe-{number}", name=f"Nummer {number}", source_url=f"https://{number}.example/") for number in (2, 3)]
    reply = plain(a_list(first, *others, library=library), first, *others)
    assert reply.records == (first.id, "foe-2") and len(reply.records) == MOST_RECORDS
    assert reply.text.startswith("Sie suchen: in Görlitz")
    assert f"{UNTESTED}\n{PLAIN_SENTENCES[0]}" in reply.text and NOT_WRITTEN in reply.text
    assert reply.text.count("Quelle: Beispielquelle (") == 2 and "Nummer 3" not in reply.text
    assert first.summary not in reply.text
    assert [button.title for button in reply.buttons][:3] == ["Mehr zu 1: Dorfbus für alle", "Mehr zu 2: Nummer 2", "Beide merken"]
    assert not any("foe-3" in button.payload for button in reply.buttons)
    assert "https://3.example/" not in [link.url for link in reply.links]


@pytest.mark.parametrize("outcome", [Outcome.FOUND, Outcome.FOUND_OTHER_REGION, Outcome.OUTDATED_ONLY])
@pytest.mark.parametrize("record", [a_funding(), a_contact(), a_case(), a_method(), an_event(), a_legal_hurdle()],
                         ids=lambda record: record.kind)  # fmt: skip
def test_what_is_said_around_a_list_is_plain(library, record, outcome):
    reply = plain(a_list(record, outcome=outcome, library=library), record)
    ours = [one for one in reply.text.split("\n\n") if record.name not in one]
    assert [one for part in ours for one in hard_sentences(part)] == []
    assert (NO_LEGAL_ADVICE in reply.text) is (record.kind == "rechtliche_huerden")


def test_an_opened_record_is_plain_and_the_whole_text_says_that_it_is_not():
    record = a_legal_hurdle(einfach=PLAIN_SENTENCES)
    opened = plain(record_reply(record, TODAY, PLAIN), record)
    assert all(sentence in opened.text for sentence in PLAIN_SENTENCES) and NO_LEGAL_ADVICE in opened.text
    whole = plain(record_reply(record, TODAY, EVERYTHING), record)
    assert whole.text == f"{NOT_PLAIN}\n\n{full_card(record, TODAY)}"


def test_without_plain_sentences_the_shortest_form_says_so():
    text = plain_card(a_contact(), TODAY)
    assert NOT_WRITTEN in text and "030 23125-101" in text and len(text) < len(full_card(a_contact(), TODAY))


def test_plain_cards_of_all_records_say_nothing_that_the_records_do_not():
    invented = {}
    for record in RECORDS:
        checker = Checker((record,), TODAY)
        invented[record.id] = checker.in_text(plain_card(record, TODAY)) + checker.in_text(plain_list_card(record, TODAY))
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 300


def test_what_is_said_in_another_language_stays_as_it_is():
    reply = Reply("I am a computer program (really); call 112.", lang="en")
    assert plain(reply) == reply


def test_a_name_with_brackets_is_no_sentence_of_ours():
    assert in_plain_words("Frankfurt (Oder)", OFFICE) == "Frankfurt (Oder)"
    assert in_plain_words("Das passt am ehesten (in Frankfurt (Oder)):", OFFICE) == (
        "Sie suchen: in Frankfurt (Oder)\nDas passt am ehesten:"
    )
