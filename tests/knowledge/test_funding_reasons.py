"""What speaks for and against funding, and which comes first; the day is set."""
from __future__ import annotations

from datetime import date

import pytest

from knowledge.funding_finder import FundingWish
from knowledge.funding_reasons import Ground, Reason, find_funding, is_named, weighed
from knowledge.schema.funding import Cost, FundingKind
from knowledge.search import Outcome, has_ended
from tests.builders import TODAY, a_funding

IN_SAXONY = FundingWish(words="Bus", has_purpose=True, where="in Sachsen", lands=("DE-SN",))


@pytest.fixture
def weigh(library):
    """The grounds for and against a programme that differs in `changes`, for a wish."""

    def weigh(wish: FundingWish = IN_SAXONY, today: date = TODAY, **changes):
        match = weighed(a_funding(**changes), wish, wish.asked(library.reader), today)
        return match, {one.ground: one.value for one in (*match.in_favour, *match.to_mind)}

    return weigh


@pytest.mark.parametrize(
    ("regions", "lands", "ground"),
    [
        (("DE-SN",), ("DE-SN",), Ground.LAND),
        (("DE-SN",), ("DE-BB", "DE-SN"), Ground.LAND),
        (("DE", "DE-SN"), ("DE-SN",), Ground.LAND),
        (("DE", "DE-SN"), ("DE-BY",), Ground.NATIONWIDE),
        (("DE",), (), Ground.NATIONWIDE),
        (("EU",), ("DE-SN",), Ground.EUROPE),
        (("EU", "DE-BY"), ("DE-SN",), Ground.PERHAPS_NOT_HERE),
        (("DE-BY",), ("DE-SN",), Ground.OTHER_REGION),
        (("DE-BY",), (), Ground.ONLY_IN),
    ],
)
def test_the_region(weigh, regions, lands, ground):
    match, grounds = weigh(FundingWish(words="Bus", where="dort" if lands else "", lands=lands), regions=regions)
    regional = {Ground.LAND, Ground.NATIONWIDE, Ground.EUROPE, Ground.PERHAPS_NOT_HERE, Ground.OTHER_REGION, Ground.ONLY_IN}
    assert set(grounds) & regional == {ground}
    assert match.fits == (ground is not Ground.OTHER_REGION)


@pytest.mark.parametrize(
    ("forms", "ground", "fits"),
    [(("verein",), Ground.FORM, True), (("initiative", "verein"), Ground.FORM, True),
     (("einzelperson",), Ground.FORM_NOT_LISTED, False), ((), None, True)],
)  # fmt: skip
def test_the_legal_form(weigh, forms, ground, fits):
    match, grounds = weigh(FundingWish(words="Bus", forms=forms))
    assert set(grounds) & {Ground.FORM, Ground.FORM_NOT_LISTED} == ({ground} if ground else set())
    assert match.fits is fits


@pytest.mark.parametrize(
    ("wanted", "least", "most", "ground", "value"),
    [
        (5_000, 1_000, 5_000, Ground.AMOUNT, 5_000), (5_001, 1_000, 5_000, Ground.ABOVE_MAXIMUM, 5_000),
        (999, 1_000, 5_000, Ground.BELOW_MINIMUM, 1_000), (9, None, 10, Ground.AMOUNT, 9),
        (11, 10, None, Ground.AMOUNT, 11), (5, None, None, Ground.AMOUNT_UNKNOWN, None),
    ],
)  # fmt: skip
def test_the_sum(weigh, wanted, least, most, ground, value):
    _, grounds = weigh(FundingWish(words="Bus", amount_eur=wanted), amount_min_eur=least, amount_max_eur=most)
    assert grounds[ground] == value


def test_without_a_wished_sum_nothing_is_said_of_it(weigh):
    assert not {Ground.AMOUNT, Ground.AMOUNT_UNKNOWN} & set(weigh()[1])


@pytest.mark.parametrize(
    ("note", "rate", "reason"),
    [
        ("Mindestens 20 Prozent eigene Mittel.", 80.0, Reason(Ground.OWN_SHARE, 20.0)),
        ("20 Prozent Eigenanteil.", 80.0, Reason(Ground.OWN_SHARE, 20.0)),
        ("20 bis 30 Prozent.", 80.0, Reason(Ground.OWN_SHARE_NOTE, "20 bis 30 Prozent")),
        ("Mindestens 30 Prozent.", 80.0, Reason(Ground.OWN_SHARE_NOTE, "Mindestens 30 Prozent")),
        ("Nicht genannt.", None, Reason(Ground.OWN_SHARE_NOTE, "Nicht genannt")),
        ("Kein Eigenanteil.", 100.0, Reason(Ground.NO_OWN_SHARE)),
        ("Kein Eigenanteil bekannt; Festbetrag.", None, Reason(Ground.OWN_SHARE_NOTE, "Kein Eigenanteil bekannt; Festbetrag")),
    ],
)
def test_the_own_share(weigh, note, rate, reason):
    match, _ = weigh(own_share_note=note, funding_rate_pct=rate)
    assert reason in (*match.in_favour, *match.to_mind)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"recurrence": ["06-30"]}, Reason(Ground.DEADLINE, date(2027, 6, 30))),
        ({"deadline_on": "2026-11-22"}, Reason(Ground.DEADLINE, TODAY)),
        ({"deadline_on": "2026-11-21"}, Reason(Ground.DEADLINE_PASSED, date(2026, 11, 21))),
        ({"deadline": "nicht bekannt"}, Reason(Ground.DEADLINE_NOTE, "nicht bekannt")),
    ],
)
def test_the_deadline(weigh, fields, reason):
    assert reason in weigh(**fields)[0].to_mind


@pytest.mark.parametrize(
    ("status", "today", "ground"),
    [("offen", TODAY, Ground.OPEN), ("unklar", TODAY, Ground.UNCLEAR), ("ausgelaufen", TODAY, Ground.ENDED),
     ("offen", date(2027, 1, 1), Ground.ENDED)],
)  # fmt: skip
def test_the_status_is_that_of_the_day(weigh, status, today, ground):
    match, grounds = weigh(today=today, status=status, open_until="2026-12-31")
    assert set(grounds) & {Ground.OPEN, Ground.UNCLEAR, Ground.ENDED} == {ground}
    assert match.fits == (ground is not Ground.ENDED)


@pytest.mark.parametrize(
    ("fields", "wanted", "ground"),
    [
        ({"covers": ("personal",)}, False, Ground.PAYS_STAFF), ({"covers": ("entwicklung",)}, True, Ground.PAYS_STAFF),
        ({}, True, Ground.STAFF_UNKNOWN), ({"covers": ("bau",)}, True, Ground.STAFF_UNKNOWN),
        ({"covers_not": ("personal",)}, True, Ground.STAFF_EXCLUDED), ({"covers_not": ("personal",)}, False, None),
    ],
)  # fmt: skip
def test_staff_costs_are_known_excluded_or_unknown(weigh, fields, wanted, ground):
    _, grounds = weigh(FundingWish(words="Bus", wants_staff_costs=wanted), **fields)
    assert set(grounds) & {Ground.PAYS_STAFF, Ground.STAFF_UNKNOWN, Ground.STAFF_EXCLUDED} == ({ground} if ground else set())


def test_a_loan_is_no_grant_and_low_confidence_is_minded(weigh):
    _, grounds = weigh(funding_kind="darlehen", confidence="niedrig")
    assert grounds[Ground.NO_GRANT] is FundingKind.LOAN and Ground.LOW_CONFIDENCE in grounds


def test_the_topic(weigh):
    assert weigh(FundingWish(words="Bürgerbus"))[1][Ground.TOPIC] == ("mobilitaet",)


def test_a_record_is_named_by_the_long_words_of_its_name():
    assert is_named(a_funding(name="Neulandgewinner"), "Kann man sich noch beim Neulandgewinner bewerben?")
    assert not is_named(a_funding(name="Orte der Demokratie (Sachsen)"), "Dorfladen in Sachsen")


@pytest.mark.parametrize("words", ["Wer fördert einen Dorfladen in Sachsen?", "Geld für einen Bürgerbus",
                                   "Gemeinwesenarbeit in Niedersachsen", "Mehrgenerationenwohnen in Bayern"])  # fmt: skip
def test_what_has_ended_is_never_offered_unless_it_is_named(library, words):
    found = find_funding(FundingWish(words=words, has_purpose=True), library.search, library.reader, TODAY)
    assert found.matches and not any(has_ended(match.record, TODAY) for match in found.matches)


def test_what_has_ended_is_found_by_name_and_said_to_be_over(library):
    wish = FundingWish(words="Neulandgewinner: kann ich mich noch bewerben?", has_purpose=True)
    first = find_funding(wish, library.search, library.reader, TODAY).matches[0]
    assert first.record.id == "foe-neulandgewinner" and Ground.ENDED in {one.ground for one in first.to_mind}


def test_a_question_in_own_words_keeps_the_ranking_of_the_search(library):
    text = "Geld für einen Bürgerbus in Nordrhein-Westfalen, wir sind ein Verein"
    asked = library.reader.read(text)
    wish = FundingWish(words=text, has_purpose=True, lands=("DE-NW",), where="in Nordrhein-Westfalen", forms=("verein",))
    found = find_funding(wish, library.search, library.reader, TODAY, as_asked=True)
    assert found.result == library.search.find(asked, TODAY, "foerderung")


def test_who_wants_staff_paid_sees_first_what_surely_pays_and_never_what_excludes_it(library):
    wish = FundingWish(words="Angebot für Kinder und Jugendliche", has_purpose=True, forms=("verein",), wants_staff_costs=True)
    found = find_funding(wish, library.search, library.reader, TODAY, limit=30)
    pays = [bool({Cost.STAFF, Cost.DEVELOPMENT} & set(match.record.covers)) and match.fits for match in found.matches]
    assert pays[0] and found.surely_pays_staff and pays == sorted(pays, reverse=True)
    assert not any(Cost.STAFF in match.record.covers_not for match in found.matches)


def test_something_that_fits_comes_first_if_nothing_of_the_best_does(library):
    wish = FundingWish(words="Dorfladen", has_purpose=True, where="in Sachsen", lands=("DE-SN",), forms=("initiative",))
    assert find_funding(wish, library.search, library.reader, TODAY).something_fits


def test_who_says_not_what_for_gets_what_is_open_to_them(library):
    wish = FundingWish(where="in Thüringen", lands=("DE-TH",), forms=("initiative",), amount_eur=3_000)
    found = find_funding(wish, library.search, library.reader, TODAY)
    assert found.result.outcome is Outcome.FOUND and all(match.fits for match in found.matches)
    assert "foe-th-aktiv-vor-ort" in [match.record.id for match in found.matches]


def test_who_says_nothing_gets_the_places_to_search_oneself(library):
    found = find_funding(FundingWish(), library.search, library.reader, TODAY)
    assert {match.record.funding_kind for match in found.matches} == {FundingKind.PLATFORM}
