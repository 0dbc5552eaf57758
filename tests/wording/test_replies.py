"""Whole replies: every outcome has its words, its buttons lead somewhere, and the office is named."""
from __future__ import annotations

import pytest
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from knowledge.schema import KINDS, Contact
from knowledge.search import Hit, Outcome, SearchResult
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event, an_office
from wording.cards import NO_LEGAL_ADVICE
from wording.crisis import DEFAULT_RECORDS, crisis_reply, unavailable_reply
from wording.fallback import asking_back, still_unsure
from wording.findings import ask_for_more, nothing_found, search_reply
from wording.needs import KIND_OF_NEED, NEED_OF_KIND, TITLES, need_button, record_button
from wording.opened import record_reply
from wording.remembering import remember_button

OFFICE = an_office()
ODD = 'Was kostet ein „Bus“ {für} "alle"?\nUnd: wer zahlt \\ /foerderung 🚌 \u2028 ende'
RECORDS = [a_funding(), a_legal_hurdle(), a_contact(), a_case(), a_method(), an_event()]


def read_back(payload: str) -> tuple[str, dict[str, str]]:
    """What Rasa reads in a payload: the intent and the entities."""
    message = YAMLStoryReader.unpack_regex_message(Message({"text": payload}))
    assert message.get("intent"), f"Rasa does not read {payload}"
    return message.get("intent")["name"], {one["entity"]: one["value"] for one in message.get("entities")}


@pytest.fixture
def reply_to(library):
    """The reply to a question that ended with these records."""

    def reply_to(question: str, outcome: Outcome, kind: str, *records, beside=None):
        asked = library.reader.read(question)
        result = SearchResult(outcome, tuple(Hit(record, 0.5, {"words": 0.5}) for record in records))
        places = library.reader.places
        return search_reply(result, asked, kind, OFFICE, library.terms, places, TODAY, beside=beside)

    return reply_to


@pytest.mark.parametrize(
    ("question", "outcome", "kind", "words"),
    [
        ("Bus für einen Verein in Görlitz, 5k", Outcome.FOUND, "foerderung", "für Vereine, 5.000 Euro"),
        ("Bus in der Oberlausitz", Outcome.FOUND, "foerderung", "in der Oberlausitz"),
        ("", Outcome.FOUND, "foerderung", "am ehesten:"),
        ("Bus in Sachsen", Outcome.FOUND_OTHER_REGION, "foerderung", "Für Ihre Gegend (in Sachsen"),
        ("Bus", Outcome.OUTDATED_ONLY, "foerderung", "die schon vorbei sind"),
        ("Bus", Outcome.OUTDATED_ONLY, "veranstaltungen", "Ein kommender Termin dazu ist mir nicht bekannt"),
        ("Bus in der Lausitz", Outcome.FOUND, "kontakte", "Brandenburg oder Sachsen. Schreiben Sie bitte das Bundesland dazu"),
        ("Bus", Outcome.FOUND, "rechtliche_huerden", NO_LEGAL_ADVICE),
    ],
)
def test_a_reply_says_what_it_went_by_and_how_sure_it_is(reply_to, question, outcome, kind, words):
    record = next(one for one in RECORDS if one.kind == kind)
    reply = reply_to(question, outcome, kind, record)
    assert words in reply.text and reply.outcome == outcome.value
    assert "1. Dorfbus für alle" in reply.text and "Quelle: Beispielquelle" in reply.text
    assert reply.records == (record.id,) and reply.links[0].url == record.source_url
    assert "None" not in reply.text and "()" not in reply.text


@pytest.mark.parametrize("kind", KINDS)
def test_three_records_are_numbered_and_each_has_its_button(reply_to, kind):
    first = next(one for one in RECORDS if one.kind == kind)
    others = [first.copy(update={"id": f"{first.id}-{number}", "name": f"Nummer {number}"}) for number in (2, 3)]
    reply = reply_to("Bus", Outcome.FOUND, kind, first, *others)
    assert [line for line in reply.text.splitlines() if line[:3] in ("1. ", "2. ", "3. ")] == [
        "1. Dorfbus für alle", "2. Nummer 2", "3. Nummer 3",
    ]  # fmt: skip
    opened = [read_back(button.payload) for button in reply.buttons[:3]]
    assert opened == [(NEED_OF_KIND[kind], {"record": record.id}) for record in (first, *others)]
    assert all(button.title.startswith(f"Mehr zu {number}: ") for number, button in enumerate(reply.buttons[:3], 1))
    remember, next_step = reply.buttons[3:]
    assert remember == remember_button([first, *others]) and read_back(next_step.payload)[0] in TITLES


def test_nothing_found_is_said_honestly_with_somebody_to_ask(reply_to):
    reply = reply_to("Bus", Outcome.NOTHING_FOUND, "foerderung")
    assert reply.outcome == "NOTHING_FOUND" and "nichts Passendes" in reply.text
    assert OFFICE.phone in reply.text and OFFICE.email in reply.text and OFFICE.hours[0] in reply.text
    assert [read_back(button.payload) for button in reply.buttons] == [
        ("formular", {"wahl": "frage", "question": "Bus"}), ("mensch", {}),
    ] and reply.records == ()  # fmt: skip


def test_a_record_of_another_kind_is_named_beside_what_was_found_and_shown_where_nothing_was(reply_to):
    law = a_legal_hurdle(name="Verein gründen")
    beside = reply_to("Bus", Outcome.FOUND, "foerderung", a_funding(), beside=law)
    assert "Vielleicht hilft Ihnen auch: Verein gründen." in beside.text and law.id not in beside.records
    alone = reply_to("Bus", Outcome.NOTHING_FOUND, "methoden", beside=law)
    assert alone.text.startswith("Dazu habe ich keine Vorgehensweisen gefunden. Vielleicht hilft Ihnen das:\n\nVerein gründen")
    assert alone.outcome == "FOUND" and alone.records == (law.id,) and NO_LEGAL_ADVICE in alone.text
    for reply in (beside, alone):
        assert ("rechtliche_huerde", {"record": law.id}) in [read_back(button.payload) for button in reply.buttons]


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.kind)
def test_a_record_that_is_opened_shows_its_source_first_and_no_address_twice(record):
    reply = record_reply(record, TODAY)
    urls = [link.url for link in reply.links]
    assert reply.outcome == "RECORD_SHOWN" and reply.records == (record.id,)
    assert urls[0] == record.source_url and len(urls) == len(set(urls))
    assert all(link.title for link in reply.links)
    remember, next_step = reply.buttons[-2:]
    assert remember.title == "Auf die Merkliste" and read_back(next_step.payload)[0] in TITLES
    assert record_reply(record, TODAY, is_remembered=True).buttons[-2].title == "Von der Liste nehmen"


@pytest.mark.parametrize(
    ("phone", "called"),
    [
        ("030 23125-101", ["tel:+493023125101"]), ("112", ["tel:112"]), ("116 117", ["tel:116117"]),
        ("+49 30 23125-101", ["tel:+493023125101"]), ("+49 (0)30 23125-101", ["tel:+493023125101"]), (None, []),
        ("030 23125-101 oder 030 23125-102", ["tel:+493023125101", "tel:+493023125102"]),
        ("116111 (Kinder), 0800 1110550 (Eltern)", ["tel:116111", "tel:+498001110550"]),
        ("0351 828714; 0176 178458", ["tel:+49351828714", "tel:+49176178458"]),
    ],
)  # fmt: skip
def test_every_telephone_number_can_be_called(phone, called):
    links = [one.url for one in record_reply(a_contact(phone=phone), TODAY).links]
    assert [one for one in links if one.startswith("tel:")] == called


@pytest.mark.parametrize("need", TITLES)
@pytest.mark.parametrize("question", ["", "  ", "Wer zahlt den Bus?", ODD, "ä" * 1_000, "{" * 50, "/foerderung"])
def test_the_question_comes_back_from_a_button_as_it_was_asked(need, question):
    button = need_button(need, question)
    assert button.title == TITLES[need] and "\n" not in button.payload
    expected = {"question": question.strip()[:300]} if question.strip() else {}
    assert read_back(button.payload) == (need, expected)


def test_a_button_opens_the_record_of_every_kind():
    for record in RECORDS:
        button = record_button(NEED_OF_KIND[record.kind], record.id, "Mehr")
        need, told = read_back(button.payload)
        assert KIND_OF_NEED[need] == record.kind and told == {"record": record.id}


@pytest.mark.parametrize("name", ["Kurz", "Wort " * 30, "Einwortdasnichtaufhoertundnichtaufhoertundnichtaufhoert", "A (B) " * 12])
def test_long_names_are_shortened_on_buttons(reply_to, name):
    title = reply_to("Bus", Outcome.FOUND, "foerderung", a_funding(name=name)).buttons[0].title
    assert len(title) <= len("Mehr zu 1: ") + 47 and not title.endswith((",  …", "( …"))


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_has_only_chosen_a_subject_is_asked_for_more(kind):
    reply = ask_for_more(kind)
    assert reply.outcome == "ASKED_FOR_MORE" and "?" in reply.text


@pytest.mark.parametrize(
    ("likely", "offered"),
    [
        (["methode", "kontakt"], ["methode", "kontakt"]),
        (["methode", "kontakt", "mentoring", "anliegen"], ["methode", "kontakt", "mentoring"]),
        (["mensch", "gruss", "kontakt"], ["kontakt"]),
        ([], ["foerderung", "kontakt", "idee_einreichen"]),
        (["gruss"], ["foerderung", "kontakt", "idee_einreichen"]),
    ],
)
def test_asking_back_offers_at_most_three_needs_a_human_and_something_else(likely, offered):
    reply = asking_back(likely, ODD, OFFICE)
    assert [read_back(button.payload) for button in reply.buttons] == [
        *((need, {"question": ODD}) for need in offered), ("mensch", {}), ("nlu_fallback", {"question": ODD}),
    ]  # fmt: skip
    assert OFFICE.phone in reply.text and reply.outcome == "ASKED_BACK"


def test_words_that_may_be_of_a_crisis_stand_on_no_button():
    first, then = asking_back(["methode"], ODD, OFFICE, perhaps_in_danger=True), still_unsure([], ODD, OFFICE, TODAY, True)
    for reply in (first, then):
        assert reply.text.startswith("Wenn Sie oder andere in Gefahr sind") and "112" in reply.text
        assert not any("question" in button.payload for button in reply.buttons)


def test_who_is_in_need_hears_the_numbers_first(library):
    contacts = {one.id: one for one in library.search.records if isinstance(one, Contact)}
    assert set(DEFAULT_RECORDS) <= set(contacts)
    reply = crisis_reply(DEFAULT_RECORDS, contacts, library.office)
    assert "112" in reply.text.split("\n")[0] and "110" in reply.text.split("\n")[0]
    assert reply.outcome == "CRISIS" and reply.records == DEFAULT_RECORDS and len(reply.links) == 3
    for record in DEFAULT_RECORDS:
        assert contacts[record].phone in reply.text
    assert ".." not in reply.text and "None" not in reply.text and "Geprüft am" in reply.text
    assert library.office.name in reply.text and "Computerprogramm" in reply.text


def test_who_is_in_need_hears_112_even_if_every_record_is_gone():
    reply = crisis_reply(DEFAULT_RECORDS, {}, OFFICE)
    assert "112" in reply.text and reply.outcome == "CRISIS" and reply.records == ()


def test_the_order_of_the_numbers_is_that_of_their_urgency():
    contacts = {f"kon-{one}": a_contact(id=f"kon-{one}", name=f"Stelle {one}", phone=one) for one in ("111", "222")}
    text = crisis_reply(["kon-222", "kon-gone", "kon-111"], contacts, OFFICE).text
    assert text.index("Stelle 222") < text.index("Stelle 111")


def test_who_gets_no_answer_is_told_whom_to_call():
    reply = unavailable_reply(OFFICE)
    assert reply.outcome == "TECHNICAL_PROBLEM" and OFFICE.phone in reply.text and OFFICE.hours[0] in reply.text


def test_nothing_found_never_guesses_a_record():
    reply = nothing_found(OFFICE)
    assert reply.links == () and reply.records == ()


def test_after_asking_back_in_vain_the_nearest_and_a_human_are_named():
    law = a_legal_hurdle()
    reply = still_unsure([a_funding(), law], "Kuchen", OFFICE, TODAY)
    assert reply.outcome == "NEAREST_SHOWN" and reply.records == ("foe-beispiel", law.id) and NO_LEGAL_ADVICE in reply.text
    assert reply.text.count("Quelle: ") == 2 and OFFICE.phone in reply.text
    titles = [button.title for button in reply.buttons]
    assert titles[-3:] == ["Frage an die Stelle geben", "Um einen Rückruf bitten", TITLES["mensch"]] and len(titles) == 5
    nothing = still_unsure([], "Kuchen", OFFICE, TODAY)
    assert nothing.outcome == "NOT_UNDERSTOOD" and OFFICE.phone in nothing.text and not nothing.records


def test_asking_back_offers_the_nearest_record_in_the_place_of_the_third_need():
    reply = asking_back(["foerderung", "kontakt", "methode"], "Dorfbus", OFFICE, nearest=a_case())
    assert [button.title for button in reply.buttons] == [
        "Dorfbus für alle", TITLES["foerderung"], TITLES["kontakt"], TITLES["mensch"], "Etwas anderes",
    ]  # fmt: skip
