"""The waiting list in the conversation, with a clock that moves and the worker's job between the messages."""
from __future__ import annotations

from datetime import datetime

import pytest

from bot.compose_office import offering
from conversation.forms.callback import CONSENT
from conversation.forms.callback import NAME as CALLBACK
from conversation.forms.waiting_list import NAME as LIST_FORM
from conversation.forms.waiting_offer import NAME as OFFER_FORM
from conversation.incoming import key_of
from office.appointments.hours import LOCAL
from office.appointments.waiting_model import OFFERED_IN_CHAT
from storage import Database
from tests.conversations.knowledge_base import loaded_services, loaded_settings
from tests.conversations.manners import check_manners
from tests.conversations.test_appointments import booked_at, numbers, walked

pytestmark = pytest.mark.asyncio(loop_scope="session")

FIRST_DAY = datetime(2027, 1, 18, 10, tzinfo=LOCAL)
"""Later than anything that other tests book."""


@pytest.fixture
def clock(office):
    """The clock of the office from FIRST_DAY on; afterwards it stands where it stood, whatever is tested next."""
    clock = office[1]
    before = clock.ahead
    clock.ahead = FIRST_DAY - loaded_services().now()
    yield clock
    clock.ahead = before


@pytest.fixture
def wait_for(begin, clock):
    """Somebody has the hour, others get onto the list for it; at the end nobody is left there."""
    everybody = []

    async def wait_for(day: str, *reaches: str, more: str = ", per Video"):
        taken = begin()
        await walked(taken, wanted(day, ", per Video"), "ja", f"Max, 0351 55{abs(hash(day)) % 100000:05}", "ja", "ja")
        assert taken.answers[0].outcome == "SESSION_BOOKED", taken.log
        waiting = []
        for reach in reaches:
            one = begin()
            answer = await walked(one, wanted(day, more))
            assert "ist nichts frei" in answer.text and "auf die Warteliste setzen" in answer.text, one.log
            answer = await walked(one, "ja, bitte auf die Warteliste", "ja", f"Uli, {reach}", "ja")
            assert answer.outcome == "WAITING_JOINED", one.log
            waiting.append(one)
        everybody.extend(waiting)
        return taken, waiting

    yield wait_for
    for one in everybody:
        loaded_services().office.waiting_list.leave(key_of(one.id))


def wanted(day: str, more: str) -> str:
    return f"Beratungstermin zur Pflege in Sachsen am {day} um 10 Uhr{more}, ich brauche Gebärdensprache"


def free(taken, clock) -> None:
    """The session is called off, and the worker looks for who waits for it."""
    number, code = numbers(taken.answers[0].text)
    loaded_services().office.appointments.cancel(number, code, clock())
    look(clock)


def look(clock) -> None:
    settings = loaded_settings()
    offering(Database(settings.database_url), settings).offer_due(clock())


async def pushed(conversation):
    """What came unasked after the latest answer; its buttons can be pressed then."""
    after = conversation.answers[-1].id
    async for answer in conversation.assistant.turns.follow(conversation.id, after, heartbeat_seconds=0.05):
        if answer is None:
            return conversation.answers[0] if conversation.answers[-1].id > after else None
        check_manners(answer, conversation.assistant.library)
        conversation.answers = (answer,)
        conversation.log.append(f"<<< {answer.text}")


def place(conversation, clock):
    return loaded_services().office.waiting_list.offered(key_of(conversation.id), clock())


async def test_what_becomes_free_comes_into_the_chat_and_is_booked_there(wait_for, clock):
    taken, (first, second) = await wait_for("26. Januar", "0351 4410001", "0351 4410002")
    free(taken, clock)
    offer = await pushed(first)
    assert offer.outcome == "WAITING_OFFERED" and "Dienstag, 26. Januar 2027, 10 bis 10:30 Uhr" in offer.text
    assert await pushed(second) is None
    (consent,) = await first.press("Ja, diesen Termin nehmen")
    assert "Darf die Musterstelle" in consent.text and "Beratung Pflege und Gesundheit" in consent.text
    (booked,) = await first.press("Ja, ich stimme zu")
    number, code = numbers(booked.text)
    assert booked.outcome == "SESSION_BOOKED" and booked.attachments[0].url.endswith(".ics")
    (kept,) = booked_at(2027, 1, 26, 10)
    assert kept.number == number and (kept.told["name"], kept.phone) == ("Uli", "+493514410001")
    assert kept.told["topic"] == "Pflege in Sachsen" and "Gebärdensprache" in kept.told["needs"]
    assert place(first, clock) is None and (await walked(first, f"{number} {code}")).outcome == "SESSION_SHOWN"


async def test_a_bare_yes_and_no_mean_the_offer_that_was_just_told(wait_for, clock):
    taken, (first, second) = await wait_for("28. Januar", "0351 4410003", "0351 4410004")
    free(taken, clock)
    await pushed(first)
    assert (await walked(first, "nein danke")).outcome == "WAITING_DECLINED" and place(first, clock).before == 1
    look(clock)
    assert (await pushed(second)).outcome == "WAITING_OFFERED"
    assert "Darf die Musterstelle" in (await walked(second, "ja, den nehme ich")).text
    assert (await walked(second, "ja")).outcome == "SESSION_BOOKED" and len(booked_at(2027, 1, 28, 10)) == 1
    assert (await walked(first, "nein danke")).outcome != "WAITING_DECLINED"


async def test_a_yes_after_something_else_was_said_means_that(wait_for, clock):
    taken, (one,) = await wait_for("25. Februar", "0351 4410012")
    await walked(one, "Ich möchte mit einem Menschen sprechen")
    await one.press("Um einen Rückruf bitten")
    free(taken, clock)
    await pushed(one)
    assert (await walked(one, "Wer fördert einen Dorfladen in Sachsen?")).outcome == "FOUND"
    await walked(one, "ja")
    callback = loaded_services().drafts.load(key_of(one.id), CALLBACK)
    assert CONSENT in callback.values and place(one, clock).offer and not booked_at(2027, 2, 25, 10), one.log
    assert "Darf die Musterstelle" in (await walked(one, "ich nehme den Termin von der Warteliste")).text


async def test_a_late_tap_says_so_and_keeps_the_place(wait_for, clock):
    taken, (first, second) = await wait_for("2. Februar", "0351 4410005", "0351 4410006")
    free(taken, clock)
    await pushed(first)
    tap = next(one.payload for one in first.answers[0].buttons if one.title.startswith("Ja"))
    await first._send("[im Gespräch]", payload=tap)
    clock.wait(seconds=OFFERED_IN_CHAT.total_seconds())
    answer = await walked(first, "ja")
    assert answer.outcome == "WAITING_TOO_LATE" and "Sie bleiben auf der Warteliste" in answer.text, first.log
    look(clock)
    assert (await pushed(first)).outcome == "WAITING_LET_PASS" and (await pushed(second)).outcome == "WAITING_OFFERED"
    await first._send("[alter Knopf]", payload=tap)
    assert first.answers[0].outcome == "WAITING_TOO_LATE" and "eine Person" in first.answers[0].text
    assert not booked_at(2027, 2, 2, 10) and loaded_services().drafts.load(key_of(first.id), OFFER_FORM).has_ended


async def test_two_tabs_and_a_double_tap_book_once(wait_for, clock):
    taken, (one,) = await wait_for("4. Februar", "0351 4410007")
    free(taken, clock)
    await pushed(one)
    tap = next(button.payload for button in one.answers[0].buttons if button.title.startswith("Ja"))
    for tab in ("erster Tab", "zweiter Tab"):
        await one._send(f"[{tab}]", payload=tap)
        assert "Darf die Musterstelle" in one.answers[0].text, one.log
    agree = next(button.payload for button in one.answers[0].buttons if button.title.startswith("Ja"))
    await one._send("[einmal]", payload=agree)
    number, _ = numbers(one.answers[0].text)
    one.assistant.pace.wait()
    await one._send("[noch einmal]", payload=agree)
    await one._send("[der alte Knopf]", payload=tap)
    assert one.answers[0].outcome == "WAITING_TOO_LATE" and "Wann ist mein Termin" in one.answers[0].text
    assert [kept.number for kept in booked_at(2027, 2, 4, 10)] == [number]
    assert number in (await walked(one, "Wann ist mein Termin?")).text


async def test_what_is_not_known_yet_is_asked_before_it_is_booked(wait_for, clock):
    taken, (one,) = await wait_for("9. Februar", "uli@example.org", more="")
    free(taken, clock)
    await pushed(one)
    await one.press("Ja, diesen Termin nehmen")
    (answer,) = await one.press("Ja, ich stimme zu")
    assert "Wie soll das Gespräch stattfinden" in answer.text
    (answer,) = await one.press("Am Telefon")
    assert "brauche ich Ihre Telefonnummer" in answer.text
    assert (await walked(one, "uli2@example.org")).outcome == "FORM_INVALID"
    assert (await walked(one, "0351 4410008")).outcome == "SESSION_BOOKED", one.log
    (kept,) = booked_at(2027, 2, 9, 10)
    assert (kept.phone, kept.email) == ("+493514410008", "uli@example.org")


async def test_without_consent_nothing_is_booked_and_the_offer_stands(wait_for, clock):
    taken, (one,) = await wait_for("11. Februar", "0351 4410009")
    free(taken, clock)
    await pushed(one)
    await one.press("Ja, diesen Termin nehmen")
    (answer,) = await one.press("Nein, lieber nicht")
    assert answer.outcome == "WAITING_OFFERED" and "ich buche nichts" in answer.text and not booked_at(2027, 2, 11, 10)
    assert (await walked(one, "Stand meines Wartelistenplatzes")).outcome == "WAITING_OFFERED"
    assert (await walked(one, "Ich möchte von der Warteliste gestrichen werden")).outcome == "WAITING_LEFT"
    assert place(one, clock) is None
    found = await walked(one, wanted("11. Februar", ", per Video"))
    assert "Passt Ihnen diese Zeit" in found.text


async def test_who_books_another_hour_is_told_that_the_place_stands(wait_for, clock):
    _, (one,) = await wait_for("16. Februar", "0351 4410011")
    await walked(one, wanted("16. Februar", ", per Video").replace("10 Uhr", "11 Uhr"), "ja", "Uli, 0351 4410011", "ja")
    (booked,) = await one.press("Ja, Termin buchen")
    assert booked.outcome == "SESSION_BOOKED" and "stehen Sie weiter" in booked.text, one.log
    (left,) = await one.press("Die Warteliste verlassen")
    assert left.outcome == "WAITING_LEFT" and place(one, clock) is None


async def test_what_is_kept_is_handed_out_and_goes_with_the_conversation(wait_for, clock):
    taken, (one,) = await wait_for("23. Februar", "0351 4410010")
    services, key = loaded_services(), key_of(one.id)
    (kept,) = services.my_data.export(key, clock())["data"]["waiting"]["waiting_entry"]
    assert kept["told"]["name"] == "Uli" and kept["phone"] == "+493514410010"
    services.my_data.delete(key)
    assert place(one, clock) is None
    free(taken, clock)  # reaches nobody, and breaks nothing


async def test_before_the_consent_name_and_number_are_kept_nowhere(wait_for, begin):
    await wait_for("18. Februar")
    one = begin()
    await walked(one, wanted("18. Februar", ", per Video"), "auf die Warteliste")
    draft = loaded_services().drafts.load(key_of(one.id), LIST_FORM)
    assert set(draft.values) == {"thema", "ort", "format", "zeit", "bedarf"} and not draft.held
    assert (await walked(one, "nein", "ja")).outcome == "FORM_CANCELLED"
    assert loaded_services().office.waiting_list.offered(key_of(one.id), FIRST_DAY) is None
