"""Records in words: every card tells its source and what is not sure, and none shows a gap."""
from __future__ import annotations

import re
from datetime import date

import pytest

from knowledge.content_files import read_records
from knowledge.schema import KINDS, Contact, Funding, LegalHurdle, Record
from knowledge.schema.funding import StatedStatus
from tests.builders import TODAY, a_case, a_contact, a_funding, a_legal_hurdle, a_method, an_event
from tests.library import CONTENT
from wording.cards import NO_LEGAL_ADVICE, SHORT, first_card, full_card, further_pieces, piece_card, short_card
from wording.cards.sentences import first_sentences
from wording.cards.sources import OLD, source_line
from wording.dates import day_in_words, source_date_in_words

WRONG = {
    "a None": re.compile(r"\bNone\b|\bnull\b"),
    "a Python value": re.compile(r"datetime|Enum|<\w+|\w+\.\w+: '|\bTrue\b|\bFalse\b|\{|\}"),
    "an empty label": re.compile(r"^[^•\n]{1,60}:\s*$", re.MULTILINE),
    "an empty point": re.compile(r"^(•|\d+\.)\s*$", re.MULTILINE),
    "double punctuation": re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|::|[,;:]\.|\.;|\?\.|\(\)|\( |\s[.,;:?)]|\.\)\.\)"),
    "blanks at the end of a line": re.compile(r"[ \t]+$", re.MULTILINE),
    "two blanks": re.compile(r"  "),
    "three line ends": re.compile(r"\n{3}"),
}
RECORDS = read_records(CONTENT)
def pieces_of(record: Record, today: date) -> str:
    """All further pieces in one text."""
    return "\n\n".join(piece_card(record, today, piece) for piece in further_pieces(record, today).values())


CARDS = [short_card, first_card, full_card, pieces_of]
each_card = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.__name__)


def complaints(record: Record, card: str) -> list[str]:
    return [f"{record.id} has {name}: …{found.group()}…" for name, wrong in WRONG.items() if (found := wrong.search(card))]


@each_card
@pytest.mark.parametrize("kind", KINDS)
def test_every_real_card_ends_with_its_source_the_date_of_the_source_and_of_our_check(card, kind):
    for record in (one for one in RECORDS if one.kind == kind):
        last = card(record, TODAY).splitlines()[-1]
        assert record.source_title in last, record.id
        assert source_date_in_words(record.as_of) in last, record.id
        assert f"von uns geprüft am {day_in_words(record.checked_on)}" in last, record.id
        assert ("nicht ganz sicher" in last) is record.is_uncertain, record.id


@each_card
@pytest.mark.parametrize("kind", KINDS)
def test_no_real_card_shows_a_gap(card, kind):
    cards = [(record, card(record, TODAY)) for record in RECORDS if record.kind == kind]
    assert [one for record, text in cards for one in complaints(record, text)] == []
    assert all(text.startswith(record.name) for record, text in cards)


@each_card
@pytest.mark.parametrize("text", ["Höhe: None", "Frist:", "Frist:  \nx", "•", "bald..", "Verein ,", "am 3. Mai;.", "a\n\n\nb"])
def test_gaps_would_be_seen(card, text):
    assert complaints(a_method(), f"{card(a_method(), TODAY)}\n{text}")


def test_a_short_card_is_short():
    for record in RECORDS:
        assert len(short_card(record, TODAY)) < 1_000, record.id
        assert len(short_card(record, TODAY)) <= len(full_card(record, TODAY)), record.id


def test_every_real_programme_that_has_ended_says_so():
    ended = [one for one in RECORDS if isinstance(one, Funding) and one.status_on(TODAY) is StatedStatus.ENDED]
    assert len(ended) > 3
    for record in ended:
        assert "Achtung: ausgelaufen" in short_card(record, TODAY) and "Achtung: ausgelaufen" in full_card(record, TODAY)


def test_every_real_legal_record_says_that_it_is_no_legal_advice():
    legal = [one for one in RECORDS if isinstance(one, LegalHurdle)]
    assert len(legal) > 50
    assert all(NO_LEGAL_ADVICE in full_card(record, TODAY) for record in legal)
    assert "keine Rechtsberatung" in NO_LEGAL_ADVICE


def test_every_real_contact_tells_a_way_to_reach_it():
    for record in (one for one in RECORDS if isinstance(one, Contact)):
        assert re.search(r"^(Telefon|E-Mail): |Der Weg führt über die Internetseite", short_card(record, TODAY), re.M)


@pytest.mark.parametrize(
    ("build", "fields", "short", "full"),
    [
        (a_funding, {}, "Höhe: 1.000 bis 5.000 Euro", "Wer bekommt: Vereine und Kommunen"),
        (a_funding, {"amount_min_eur": None, "amount_max_eur": None}, "Frist: laufend", "Anteil: bis 80 Prozent der Kosten"),
        (a_funding, {"deadline": "am 31. März.", "recurrence": ["03-31"]},
         "Frist: am 31. März (nächster genannter Stichtag: 31. März 2027)", "Eigenanteil: Ein Fünftel"),
        (a_funding, {"open_until": "2026-11-21"}, "Achtung: ausgelaufen", "Achtung: ausgelaufen"),
        (a_funding, {"status": "unklar"}, "Bitte beim Geldgeber nachfragen", "So geht es: Antrag bei der Stiftung"),
        (a_legal_hurdle, {}, "Rechtsgrundlage: § 1 PBefG", "Die übliche Falle: Der Fahrpreis"),
        (a_contact, {}, "Telefon: 030 23125-101", "Stelle: Beispielstelle"),
        (a_contact, {"phone": None, "email": None}, "Telefon und E-Mail sind uns nicht bekannt", "Telefon: uns nicht bekannt"),
        (a_contact, {"unit": "Ideen", "person": "Mara Muster"}, "Erreichbar: werktags",
         "Genannte Person (kann gewechselt haben): Mara Muster"),
        (a_case, {}, "Ort: Musterdorf", "Zeit: seit 2020 (läuft)"),
        (a_case, {"stage": "unklar", "contact": {}}, "Was geholfen hat oder schwer war: Es half",
         "Ansprechstelle: uns nicht bekannt"),
        (a_case, {"obstacles": ["finanzierung", "recht"]}, "Ort: Musterdorf",
         "Schwierig war dabei: das Geld und rechtliche Fragen"),
        (a_case, {"activities_results": []}, "Ort: Musterdorf", "Was herauskam\n• Der Bus fährt zweimal am Tag."),
        (a_method, {}, "Aufwand: vier Wochen", "1. Fragen, wer fahren möchte\n2. Einen Fahrplan schreiben"),
        (an_event, {}, "Termin: Donnerstag, 3. Dezember 2026", "Kosten: kostenlos"),
        (an_event, {"dates": ["2026-11-21"]}, "Vorbei: Der letzte Termin war am 21. November 2026.", "Ort: Görlitz"),
        (an_event, {"dates": ["2026-12-04", "2026-12-03"]}, "Termine: Donnerstag, 3. Dezember 2026; Freitag, 4. Dezember",
         "Anmeldung: per E-Mail"),
        (an_event, {"dates": [], "status": "vergangen"}, "Vorbei. Ein kommender Termin ist nicht bekannt.", "Vorbei."),
        (an_event, {"dates": [], "event_kind": "plattform", "costs": None}, "Dauerhaftes Angebot.", "Kosten: uns nicht bekannt"),
        (an_event, {"dates": [], "status": "unklar", "online": True}, "Ein kommender Termin ist nicht bekannt.",
         "Görlitz (auch online)"),
    ],
)  # fmt: skip
def test_a_card_tells_what_matters_for_its_kind(build, fields, short, full):
    record = build(**fields)
    assert short in short_card(record, TODAY) and full in full_card(record, TODAY)
    for card in CARDS:
        assert complaints(record, card(record, TODAY)) == []


@pytest.mark.parametrize("confidence", ["hoch", "mittel", "niedrig"])
def test_the_source_line_warns_of_what_is_not_sure(confidence):
    line = source_line(a_method(confidence=confidence, as_of=None), TODAY)
    told = "Quelle: Beispielquelle (Stand unbekannt, von uns geprüft am 1. November 2026)."
    assert line == told + ("" if confidence == "hoch" else " Diese Angaben sind nicht ganz sicher. Bitte nachprüfen.")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ein Satz.", ["Ein Satz."]),
        ("Ein Satz ohne Punkt", ["Ein Satz ohne Punkt"]),
        ("Wer zahlt? Das Land. Gut.", ["Wer zahlt?", "Das Land.", "Gut."]),
        ("Es hilft z. B. Vereinen. Auch Dörfern.", ["Es hilft z. B. Vereinen.", "Auch Dörfern."]),
        ("Es hilft z.B. Vereinen. Auch Dörfern.", ["Es hilft z.B. Vereinen.", "Auch Dörfern."]),
        ("Der Bus e. V. Sachsen fährt. Er ist rot.", ["Der Bus e. V. Sachsen fährt.", "Er ist rot."]),
        ("Der Bus e.V. Sachsen fährt. Er ist rot.", ["Der Bus e.V. Sachsen fährt.", "Er ist rot."]),
        ("Fragen Sie Dr. Muster. Sie weiß es.", ["Fragen Sie Dr. Muster.", "Sie weiß es."]),
        ("Ab dem 1. Januar gilt es. Vorher nicht.", ["Ab dem 1. Januar gilt es.", "Vorher nicht."]),
        ("Bis zum 15. Lebensjahr. Danach nicht.", ["Bis zum 15. Lebensjahr.", "Danach nicht."]),
        ("Es endete 2021. Danach nichts.", ["Es endete 2021.", "Danach nichts."]),
        ("Nach Nr. 3 Abs. 2 gilt es. Ja.", ["Nach Nr. 3 Abs. 2 gilt es.", "Ja."]),
        ("Rund 3 Mio. Euro gab es. Viel.", ["Rund 3 Mio. Euro gab es.", "Viel."]),
        ("Vereine, Stiftungen u. a. Träger. Auch Sie.", ["Vereine, Stiftungen u. a. Träger.", "Auch Sie."]),
        ("In der Mühlenstr. Nord. Dort.", ["In der Mühlenstr. Nord.", "Dort."]),
        ("Das sagt die EU. Wirklich.", ["Das sagt die EU.", "Wirklich."]),
        ("Das Programm „Demokratie leben!“ hilft. Sehr.", ["Das Programm „Demokratie leben!“ hilft.", "Sehr."]),
        ("Sie sagen „Ja.“ Dann geht es (meist). Gut.", ["Sie sagen „Ja.“", "Dann geht es (meist).", "Gut."]),
        ("Zu 50 %. Der Rest fehlt.", ["Zu 50 %.", "Der Rest fehlt."]),
    ],
)
def test_a_text_is_only_cut_where_a_sentence_ends(text, sentences):
    assert " ".join(sentences) == text
    for number in range(1, len(sentences) + 1):
        kept = " ".join(sentences[:number])
        assert first_sentences(text, len(kept)) == kept
    assert first_sentences(text, 0) == sentences[0]


def test_whole_sentences_are_kept_up_to_the_length():
    text = "Eins ist da. " * 50
    kept = first_sentences(text.strip(), 100)
    assert len(kept) <= 100 < len(kept) + len(" Eins ist da.") and kept.endswith("da.")


def test_no_real_summary_is_cut_in_a_sentence():
    for record in RECORDS:
        kept = first_sentences(record.summary, SHORT)
        assert record.summary.startswith(kept) and kept[-1] in ".?!“)%", record.id
        assert not re.search(r"\b(\d{1,2}|z\. ?B|e\. ?V|Dr|Nr|bzw|ca)\.$", kept) or kept == record.summary, record.id


@pytest.mark.parametrize(
    ("as_of", "old"),
    [
        (None, False), ("2026", False), ("2025", False), ("2024", True), ("2025-11", False), ("2025-10", True),
        ("2025-11-21", True), ("2025-11-22", False), ("2024-02-29", True),
    ],
)  # fmt: skip
def test_what_is_certainly_older_than_a_year_says_so(as_of, old):
    for card in CARDS:
        assert (OLD in card(a_funding(as_of=as_of), TODAY)) is old
    assert ("Stand unbekannt" in source_line(a_funding(as_of=as_of), TODAY)) is (as_of is None)


def test_the_whole_card_says_everything_that_the_pieces_say_and_nothing_twice():
    for record in RECORDS:
        whole = full_card(record, TODAY)
        said = [line for line in (first_card(record, TODAY) + "\n" + pieces_of(record, TODAY)).splitlines() if line]
        assert [line for line in said if line not in whole] == [], record.id
        lines = [line for line in whole.splitlines() if line]
        assert len(lines) == len(set(lines)), record.id


def test_no_piece_has_no_text():
    for record in RECORDS:
        for piece in further_pieces(record, TODAY).values():
            assert piece.title and piece.paragraphs and all(piece.paragraphs), record.id


def test_a_card_depends_on_the_day_it_is_shown():
    record = a_funding(open_until="2026-12-31")
    assert "ausgelaufen" not in short_card(record, date(2026, 12, 31))
    assert "ausgelaufen" in short_card(record, date(2027, 1, 1))
