"""No answer says what its records do not: all records in all forms, calendar files, fuzzed questions, and mutations."""
from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from typing import Iterator

import pytest

from knowledge.content_files import read_records
from knowledge.office import read_office
from knowledge.places import PlaceResolver
from knowledge.schema import KINDS, Event, Record
from knowledge.search import Outcome, SearchResult
from knowledge.terms import read_terms
from knowledge.understanding import Understanding
from tests.builders import TODAY, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.library import CONTENT
from tests.wording.answer_forms import answers_for
from tests.wording.invented_words import Checker, euros, shortened_forms, vocabulary
from wording.calendar import calendar_file
from wording.cards import full_card, short_card
from wording.dates import day_in_words
from wording.fallback import still_unsure
from wording.findings import ask_for_more, nothing_found, search_reply
from wording.printing import printed_list
from wording.remembering import page_address, shown_reply
from wording.reply import Reply

RECORDS = {record.id: record for record in read_records(CONTENT)}
OFFICE = read_office(CONTENT)
TERMS, PLACES = read_terms(CONTENT), PlaceResolver.from_content(CONTENT)
DAYS = [TODAY, date(2021, 10, 1), date(2030, 1, 1)]
"""Deadlines and events lie before and after these."""
MESSAGES = 2_000
MUTATIONS_CAUGHT = 0.99
LANDS = {
    "DE-BW": "Baden-Württemberg", "DE-BY": "Bayern", "DE-BE": "Berlin", "DE-BB": "Brandenburg", "DE-HB": "Bremen",
    "DE-HH": "Hamburg", "DE-HE": "Hessen", "DE-MV": "Mecklenburg-Vorpommern", "DE-NI": "Niedersachsen",
    "DE-NW": "Nordrhein-Westfalen", "DE-RP": "Rheinland-Pfalz", "DE-SL": "Saarland", "DE-SN": "Sachsen",
    "DE-ST": "Sachsen-Anhalt", "DE-SH": "Schleswig-Holstein", "DE-TH": "Thüringen",
}  # fmt: skip


def names_of_similar(record: Record) -> tuple[str, ...]:
    return tuple(form for one in getattr(record, "related", ()) for form in shortened_forms(RECORDS[one].name))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_form_of_any_record_says_what_the_record_does_not(kind, day):
    invented = {}
    for record in (one for one in RECORDS.values() if one.kind == kind):
        checker = Checker((record,), day, also=names_of_similar(record))
        for part, reply in answers_for(record, day, RECORDS.get).items():
            invented[record.id, part] = checker.in_reply(reply)
        invented[record.id, "short"] = checker.in_text(short_card(record, day))
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 100


def test_plain_sentences_are_quoted_and_nothing_is_added():
    record = a_funding(einfach=("Es gibt Geld für Busse.", "Rufen Sie 2 Leute an."))
    for reply in answers_for(record, TODAY, RECORDS.get).values():
        assert Checker((record,), TODAY).in_reply(reply) == []


def test_calendar_files_say_what_the_records_do():
    files = 0
    for event in (one for one in RECORDS.values() if isinstance(one, Event) and one.dates):
        assert Checker((event,), min(event.dates)).in_calendar_file(calendar_file(event, min(event.dates))) == []
        files += 1
    assert files > 10


# Questions

def a_question(chance: random.Random, words: list[str]) -> str:
    """Words of records, noise, sums, numbers and slips of the keyboard."""
    said = chance.sample(words, chance.randint(1, 9))
    for _ in range(chance.randint(0, 3)):
        said.insert(chance.randint(0, len(said)), chance.choice(
            ["wir", "brauchen", "Geld", "für", "in", "Sachsen", "Görlitz", "Lausitz", "Neustadt", "Verein", "im Dorf",
             f"{chance.randint(1, 999_999)} Euro", f"{chance.randint(1, 90)}k", f"§ {chance.randint(1, 99)}", "xqz", "??",
             str(chance.randint(0, 10**9)), "zehntausend Euro", f"am {chance.randint(1, 31)}.12.", "Müller@example.org"]
        ))  # fmt: skip
    text = " ".join(said)
    for _ in range(chance.choice([0, 0, 1, 3])):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(["", text[at] * 2, chance.choice("aeiounrst")]) + text[at + 1 :]
    return text


def check_understood(told: str, asked: Understanding, labels: set[str]) -> Iterator[str]:
    """What stands in the understood part but is neither the sum that was asked about nor one of `labels`."""
    left = told
    for one in sorted({*labels, euros(asked.amount_eur or 0)} - {""}, key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", left)
    yield from re.findall(r"\w+", left.replace(" und ", ""))


@pytest.mark.slow
def test_no_answer_to_any_of_many_questions_says_what_its_records_do_not(library):
    chance = random.Random(20261122)
    words = sorted({word for record in RECORDS.values() for word in f"{record.name} {record.summary}".split()})
    terms, places = library.terms, library.reader.places
    checkers = {record.id: Checker((record,), TODAY) for record in RECORDS.values()}
    outcomes, invented = set(), []
    for _ in range(MESSAGES):
        question, kind = a_question(chance, words), chance.choice(list(KINDS))
        asked = library.reader.read(question)
        reply = search_reply(library.search.find(asked, TODAY, kind), asked, kind, library.office, terms, places, TODAY)
        outcomes.add(reply.outcome)
        before, *after = re.split(r"(?:^|\n\n)([1-3])\. (?=[^\n]*\n)", reply.text)
        assert after[::2] == [str(number) for number, _ in enumerate(reply.records, 1)]
        told, understood = without_understood(before)
        labels = {terms.label("thema", code) for code in asked.topics}
        labels |= {f"für {terms.label('organisationsform', code)}" for code in asked.organisation_forms}
        labels.add(places.in_words(asked.where) or "")
        invented += [(question, one) for one in check_understood(understood, asked, labels)]
        for record, card in zip(reply.records, after[1::2]):
            card, *end = card.split("\n\n")
            told += "\n".join(end)
            invented += [(question, one) for one in checkers[record].in_text(card)]
        lands = tuple(LANDS[land] for land in asked.lands)
        invented += [(question, one) for one in Checker((), TODAY, library.office, lands).in_text(told)]
        titles = [re.sub(r"^Mehr zu [1-3]: ", "", button.title) for button in reply.buttons]
        for title in titles + [link.title for link in reply.links]:
            invented += [(question, one) for one in in_any(checkers, reply.records, title)]
    assert invented == []
    assert {"FOUND", "FOUND_OTHER_REGION", "NOTHING_FOUND"} <= outcomes


def without_understood(introduction: str) -> tuple[str, str]:
    """The words before the list, and what stands in them in brackets as understood."""
    found = re.search(r" \((.*)\)(?=:$| habe ich)", introduction, re.S)
    return (introduction.replace(found[0], ""), found[1]) if found else (introduction, "")


def in_any(checkers: dict[str, Checker], records: tuple[str, ...], title: str) -> list[str]:
    """What is in a title and in none of these records; empty if one of them, or our own wording, explains it all."""
    found = [checker.in_text(title) for checker in [Checker((), TODAY), *(checkers[one] for one in records)]]
    return min(found, key=len)


@pytest.mark.parametrize("reply", [nothing_found(OFFICE), *map(ask_for_more, KINDS)])
def test_answers_without_records_name_only_the_office(reply):
    assert Checker((), TODAY, OFFICE).in_reply(reply) == []


def of_all_kinds() -> list[tuple[Record, Record, Record]]:
    """Three records at a time, of kinds one after the other, until each has stood somewhere."""
    kinds = [[record for record in RECORDS.values() if record.kind == kind] for kind in KINDS]
    longest = max(map(len, kinds))
    in_turn = [records[at % len(records)] for at in range(longest) for records in kinds]
    return list(zip(in_turn[::3], in_turn[1::3], in_turn[2::3]))


def test_what_comes_nearest_says_only_what_its_records_do():
    invented = {}
    for records in of_all_kinds():
        also = tuple(form for record in records for form in shortened_forms(record.name))
        reply = still_unsure(records, "Bus", OFFICE, TODAY)
        invented[records[0].id] = Checker(records, TODAY, OFFICE, also).in_reply(numbered_as_ours(reply))
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 100


def test_a_record_that_is_offered_beside_the_list_is_named_and_nothing_is_added():
    invented = {}
    for beside, *_ in of_all_kinds():
        kind = next(kind for kind in KINDS if kind != beside.kind)
        reply = search_reply(
            SearchResult(Outcome.NOTHING_FOUND, ()), Understanding(""), kind, OFFICE, TERMS, PLACES, TODAY, beside=beside
        )
        also = shortened_forms(beside.name)
        invented[beside.id] = Checker((beside,), TODAY, OFFICE, tuple(also)).in_reply(reply)
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 100


def test_a_printed_remember_list_says_only_what_its_records_do():
    invented = {}
    for record in RECORDS.values():
        printed = printed_list([(record, TODAY)], 0, TODAY)
        (one,) = printed.records
        text = "\n".join([one.name, one.label, *(line for block in one.blocks for line in (*block.lines, *block.points))])
        checker = Checker((record,), TODAY, also=(day_in_words(TODAY), *names_of_similar(record)))
        invented[record.id] = checker.in_text(text) + [found for link in one.links for found in checker.in_text(link.title)]
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 100


def test_the_remember_list_in_the_chat_says_only_what_its_records_do():
    invented = {}
    for records in of_all_kinds():
        also = tuple(form for record in records for form in (*shortened_forms(record.name), "3 Einträge"))
        reply = shown_reply(records, 0, "token", TODAY)
        reply = replace(reply, links=tuple(one for one in reply.links if one.url != page_address("token")), attachments=())
        invented[records[0].id] = Checker(records, TODAY, OFFICE, also).in_reply(numbered_as_ours(reply))
    assert {one: found for one, found in invented.items() if found} == {} and len(invented) > 100


def numbered_as_ours(reply: Reply) -> Reply:
    """Without the numbers that the list itself gives to its records, in the text and on the buttons."""
    text = re.sub(r"(?:^|(?<=\n))[1-3]\. ", "", reply.text)
    buttons = tuple(replace(one, title=re.sub(r"^(Mehr zu) [1-3]: ", r"\1: ", one.title)) for one in reply.buttons)
    return replace(reply, text=text, buttons=buttons)


# The checker itself

def mutations(text: str, chance: random.Random) -> Iterator[str]:
    """The paragraphs of `text` with one digit changed, for every digit."""
    for paragraph in text.split("\n\n"):
        for place in (found.start() for found in re.finditer(r"\d", paragraph)):
            other = chance.choice([digit for digit in "0123456789" if digit != paragraph[place]])
            yield paragraph[:place] + other + paragraph[place + 1 :]


@pytest.mark.slow
def test_a_changed_digit_is_seen():
    chance, caught, missed = random.Random(1), 0, []
    for record in RECORDS.values():
        checker = Checker((record,), TODAY)
        for card in (short_card(record, TODAY), full_card(record, TODAY)):
            for mutated in mutations(card, chance):
                if checker.in_text(mutated):
                    caught += 1
                else:
                    missed.append((record.id, mutated))
    print(f"{caught} of {caught + len(missed)} changed digits were seen, missed: {missed}")
    assert caught > 10_000 and caught / (caught + len(missed)) >= MUTATIONS_CAUGHT, missed


def test_a_changed_digit_of_a_step_or_a_calendar_file_is_seen():
    chance = random.Random(2)
    for record in (one for one in RECORDS.values() if one.kind == "methoden"):
        checker = Checker((record,), TODAY, also=names_of_similar(record))
        for reply in answers_for(record, TODAY, RECORDS.get).values():
            assert all(checker.in_text(mutated) for mutated in mutations(reply.text, chance)), record.id
    for event in (one for one in RECORDS.values() if isinstance(one, Event) and one.dates):
        file, checker = calendar_file(event, min(event.dates)), Checker((event,), min(event.dates))
        for mutated in mutations(file.replace("\r\n ", ""), chance):
            assert checker.in_calendar_file(mutated), mutated


@pytest.mark.parametrize(
    ("record", "true", "false"),
    [
        (a_funding(), "1. November 2026", "1. Dezember 2026"),
        (a_funding(), "Stand Mai 2026", "Stand Juni 2026"),
        (a_funding(), "1.000 bis 5.000 Euro", "1.000 bis 5.000 Mio. Euro"),
        (a_funding(), "Höhe: 1.000 bis 5.000 Euro", "Höhe: bis 5.000 Euro und 3 Cent"),
        (a_funding(), "bis 80 Prozent", "bis 8,0 Prozent"),
        (a_funding(), "Vereine und Kommunen", "Vereine und Stiftungen"),
        (a_funding(), "Stand: offen, soweit bekannt.", "Achtung: ausgelaufen."),
        (a_funding(), "Beispielstiftung", "Meyerstiftung"),
        (a_funding(), "Ein Fünftel zahlen Sie selbst.", "Ein Fünftel zahlen Sie selbst, an muster@beispiel.example."),
        (a_funding(), "Quelle: Beispielquelle", "Quelle: https://anderswo.example"),
        (a_legal_hurdle(), "§ 1 PBefG", "§§ PBefG"),
        (a_method(), "1. Fragen, wer fahren möchte", "2. Fragen, wer fahren möchte"),
        (an_event(), "Donnerstag, 3. Dezember 2026", "Freitag, 3. Dezember 2026"),
        (an_event(), "Görlitz", "Zittau"),
        (a_contact(), "030 23125-101", "030 23125-102"),
        (a_contact(), "bus@beispiel.example", "bus@beispie1.example"),
        (an_event(), "Termin:", "Termin um 18 Uhr:"),
    ],
)
def test_what_is_invented_is_seen(record, true, false):
    card, checker = full_card(record, TODAY), Checker((record,), TODAY)
    assert true in card and checker.in_text(card) == []
    assert checker.in_text(card.replace(true, false)), false


def test_our_own_words_hold_no_number_no_month_and_no_name():
    assert not any(re.search(r"\d", word) for word in vocabulary())
    assert not vocabulary() & {"mai", "dezember", "montag", "görlitz", "sachsen", "vereine", "müller"}
    assert {"quelle", "frist", "rechtsberatung", "weiter"} <= vocabulary()
