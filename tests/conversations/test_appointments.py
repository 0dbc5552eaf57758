"""Sessions in the conversation with a clock that moves: holds that end, two tabs, repeats, what is kept and when."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from actions.booking import booked_again
from conversation.forms.appointment import CONTACT, SLOT, WHO
from conversation.forms.appointment import NAME as FORM
from conversation.incoming import key_of
from office.appointments.hours import LOCAL
from office.appointments.model import AppointmentFilter
from office.matters.kinds.appointment import APPOINTMENT
from tests.conversations.knowledge_base import loaded_services

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def walked(conversation, *says: str):
    for one in says:
        await conversation.say(one)
    return conversation.answers[0]


def draft(conversation):
    return loaded_services().drafts.load(key_of(conversation.id), FORM)


def wanted(when: str) -> str:
    return f"Beratungstermin zu Zuschüssen in Hessen, {when}, telefonisch"


def numbers(text: str) -> tuple[str, str]:
    return re.search(r"TERMIN-[0-9A-Z]{6}", text)[0], re.search(r"Code: (\S+)", text)[1]


def booked_at(*moment: int):
    day = datetime(*moment, tzinfo=LOCAL)
    return [one for one in loaded_services().office.appointments.list(AppointmentFilter(first=day.date(), last=day.date()))
            if one.slot.starts_at == day]  # fmt: skip


async def test_what_was_told_is_booked_with_consent_and_nothing_else_is_kept(begin):
    conversation = begin()
    answer = await walked(conversation, wanted("am 2. Dezember um 9 Uhr"), "ja", "Erika, 0351 1234567", "ja", "ja")
    number, _ = numbers(answer.text)
    kept = loaded_services().office.of(APPOINTMENT).find(number)
    assert (kept.told["name"], kept.told["topic"], kept.phone) == ("Erika", "Zuschüssen in Hessen", "+493511234567")
    assert kept.consent.version and [one.number for one in booked_at(2026, 12, 2, 9)] == [number]
    assert loaded_services().drafts.latest(key_of(conversation.id)) is None


async def test_before_the_consent_name_and_number_are_only_held_and_a_pause_drops_them(begin):
    conversation = begin()
    await walked(conversation, wanted("am 2. Dezember um 10 Uhr"), "ja", "Erika, 0351 4400001")
    state = draft(conversation)
    assert {WHO, CONTACT} <= set(state.held) and not {WHO, CONTACT} & set(state.values) and SLOT in state.values
    await conversation.say("pause")
    assert draft(conversation).held == {}
    assert "Wie dürfen wir Sie nennen" in (await walked(conversation, "weitermachen")).text


async def test_a_hold_that_ends_while_somebody_types_is_taken_again_if_it_is_free(begin, clock):
    conversation = begin()
    await walked(conversation, wanted("am 3. Dezember um 9 Uhr"), "ja")
    clock.wait(minutes=11)
    answer = await walked(conversation, "Erika, 0351 4400002")
    assert "Die Reservierung war abgelaufen" in answer.text and "noch frei" in answer.text
    assert (await walked(conversation, "ja", "ja")).outcome == "SESSION_BOOKED"


async def test_a_hold_that_ends_while_somebody_types_may_be_lost_and_others_are_offered(begin, clock):
    slow, quick = begin(), begin()
    await walked(slow, wanted("am 3. Dezember um 10 Uhr"), "ja", "Lena, 0351 7654321")
    clock.wait(minutes=11)
    await walked(quick, wanted("am 3. Dezember um 10 Uhr"), "ja")
    answer = await walked(slow, "ja")
    assert "10 bis 10:30 Uhr: Diese Zeit ist inzwischen vergeben" in answer.text and "Erstberatung" in answer.text
    answer = await walked(slow, "der erste")
    assert "für Sie reserviert" in answer.text
    assert (await walked(slow, "ja")).outcome == "SESSION_BOOKED"


async def test_the_slot_may_be_lost_at_the_very_last_step(begin, clock):
    slow, quick = begin(), begin()
    await walked(slow, wanted("am 4. Dezember um 9 Uhr"), "ja", "Lena, 0351 7654321", "ja")
    clock.wait(minutes=11)
    assert (await walked(quick, wanted("am 4. Dezember um 9 Uhr"), "ja", "Max, 0351 111222", "ja", "ja")).outcome == "SESSION_BOOKED"
    answer = await walked(slow, "ja")
    assert "Diese Zeit ist inzwischen vergeben" in answer.text and answer.outcome == "FORM_ACCEPTED"
    assert len(booked_at(2026, 12, 4, 9)) == 1
    assert (await walked(slow, "der erste", "ja")).outcome == "SESSION_BOOKED"


async def test_what_one_holds_is_not_offered_to_another_until_it_ends(begin, clock):
    one, other = begin(), begin()
    await walked(one, wanted("am 4. Dezember um 10 Uhr"), "ja")
    assert "Förderberatung" not in (await walked(other, wanted("am 4. Dezember um 10 Uhr"))).text
    clock.wait(minutes=11)
    assert "Förderberatung" in (await walked(begin(), wanted("am 4. Dezember um 10 Uhr"))).text


async def test_two_tabs_of_one_person_hold_one_time(begin):
    conversation = begin()
    await walked(conversation, wanted("am 7. Dezember vormittags"))
    first, _, second = [one.payload for one in conversation.answers[0].buttons[:3]]
    await conversation._send("[erster Tab]", payload=first)
    await conversation._send("[zweiter Tab]", payload=second)
    assert "10 bis 10:30 Uhr (Förderberatung): Diese Zeit ist bis" in conversation.answers[0].text
    other = begin()
    assert "1. Montag, 7. Dezember 2026, 9 bis 9:30" in (await walked(other, wanted("am 7. Dezember vormittags"))).text


async def test_a_double_click_books_once(begin):
    conversation = begin()
    await walked(conversation, wanted("am 8. Dezember um 9 Uhr"), "ja", "Erika, 0351 4400003", "ja")
    send = next(one.payload for one in conversation.answers[0].buttons if one.title == "Ja, Termin buchen")
    await conversation._send("[einmal]", payload=send)
    assert conversation.answers[0].outcome == "SESSION_BOOKED"
    number, _ = numbers(conversation.answers[0].text)
    await conversation._send("[noch einmal]", payload=send)
    assert number in conversation.answers[0].text and len(booked_at(2026, 12, 8, 9)) == 1


async def test_an_answer_that_was_lost_comes_again_with_the_same_number_and_books_nothing_more(begin):
    conversation = begin()
    first = await walked(conversation, wanted("am 8. Dezember um 10 Uhr"), "ja", "Erika, 0351 4400008", "ja", "ja")
    number, code = numbers(first.text)
    key, services = key_of(conversation.id), loaded_services()
    left = services.drafts.load(key, FORM)
    assert left.has_ended and not left.known and services.drafts.handed_over_by(key, left.last_message_id) == left
    again = booked_again(left, key, services)
    assert again.text.startswith("Ihr Termin war schon gebucht.") and "8. Dezember 2026, 10 bis 10:30" in again.text
    assert again.attachments[0].url.startswith("/termin") and len(booked_at(2026, 12, 8, 10)) == 1
    shown = services.codes.filled_in(key, again.text, services.now())
    assert numbers(shown)[0] == number and numbers(shown)[1] != code
    assert (await walked(begin(), " ".join(numbers(shown)))).outcome == "SESSION_SHOWN"
    assert booked_again(replace(left, started_at=left.started_at + timedelta(seconds=1)), key, services) is None


async def test_who_goes_on_after_a_day_is_offered_what_is_still_free(begin, clock):
    conversation = begin()
    await walked(conversation, wanted("am 26. November um 9 Uhr"), "ja", "pause")
    clock.wait(days=4)
    answer = await walked(conversation, "weitermachen")
    assert "Diese Zeit ist inzwischen vergeben" in answer.text and "Am nächsten kommen" in answer.text


async def test_a_crisis_lets_it_rest_and_the_way_back_holds_the_time_again(begin, clock):
    conversation = begin()
    await walked(conversation, wanted("am 10. Dezember um 9 Uhr"), "ja")
    assert (await walked(conversation, "ich will nicht mehr leben")).outcome == "CRISIS"
    clock.wait(minutes=20)
    answer = await walked(conversation, "weitermachen")
    assert "war noch frei und ist jetzt wieder" in answer.text and "Wie dürfen wir Sie nennen" in answer.text


async def test_number_and_code_open_it_from_any_conversation_and_nothing_is_given_up_before_the_new_time_is_sure(begin):
    number, code = numbers((await walked(
        begin(), wanted("am 14. Dezember um 9 Uhr"), "ja", "Erika, 0351 4400004", "ja", "ja"
    )).text)  # fmt: skip
    other = begin()
    assert (await walked(other, f"{number} {code}")).outcome == "SESSION_SHOWN"
    answer = await walked(other, f"{number} {code} verschieben auf den 15. Dezember um 9 Uhr", "ja")
    assert "Neu: Dienstag, 15. Dezember 2026, 9 bis 9:30 Uhr" in answer.text
    assert len(booked_at(2026, 12, 14, 9)) == 1
    assert (await walked(other, "ja")).outcome == "SESSION_MOVED"
    assert not booked_at(2026, 12, 14, 9) and len(booked_at(2026, 12, 15, 9)) == 1
    answer = await walked(other, f"{number} {code} neue Nummer 0351 999888")
    assert answer.outcome == "SESSION_CHANGED" and loaded_services().office.of(APPOINTMENT).find(number).phone == "+49351999888"
    assert "Soll ich diesen Termin absagen" in (await walked(other, f"{number} {code} bitte absagen")).text
    assert len(booked_at(2026, 12, 15, 9)) == 1
    assert (await walked(other, "ja")).outcome == "SESSION_CANCELLED"
    assert not booked_at(2026, 12, 15, 9)
    assert (await walked(other, f"{number} {code}")).outcome == "SESSION_CANCELLED_BEFORE"


async def test_despair_beside_number_and_code_is_answered_with_both_and_a_crisis_goes_before_the_session(begin):
    """Only the classifier hears need in the first words, the closed lists in the last."""
    number, code = numbers((await walked(
        begin(), wanted("am 6. Januar um 9 Uhr"), "ja", "Erika, 0351 4400009", "ja", "ja"
    )).text)  # fmt: skip
    despair, one = "mir ist alles egal, ich bin am Ende, ich weine und habe solche Angst.", begin()
    answer = await walked(one, f"{despair} {number} {code} absagen")
    assert one.need == "notlage" and answer.text.startswith("Wenn Sie oder andere in Gefahr sind"), one.log
    assert "TelefonSeelsorge" in answer.text and "Soll ich diesen Termin absagen" in answer.text and code not in answer.text
    assert (await walked(one, "nein")).outcome == "SESSION_LEFT_ALONE"
    answer = await walked(one, f"{despair} {number} {code}")
    assert one.need == "notlage" and "TelefonSeelsorge" in answer.text and answer.outcome == "SESSION_SHOWN"
    answer = await walked(one, f"{number} {code} verschieben")
    assert "Welche Zeit passt" in answer.text and "Gefahr" not in answer.text
    answer = await walked(one, f"{number} {code} absagen, ich will nicht mehr leben")
    assert answer.outcome == "CRISIS" and number not in answer.text
    assert "Welche Zeit passt" in (await walked(one, "weitermachen")).text, one.log
    assert len(booked_at(2027, 1, 6, 9)) == 1


async def test_consent_is_taken_back_with_all_that_was_told(begin):
    number, code = numbers((await walked(
        begin(), wanted("am 16. Dezember um 9 Uhr"), "ja", "Erika, 0351 4400005", "ja", "ja"
    )).text)  # fmt: skip
    answer = await walked(begin(), f"{number} {code} alles löschen")
    assert "alle Angaben dazu löschen" in answer.text
    other = begin()
    assert (await walked(other, f"{number} {code} alles löschen", "ja")).outcome == "SESSION_WITHDRAWN"
    kept = loaded_services().office.of(APPOINTMENT).find(number)
    assert (kept.told, kept.phone) == ({}, None) and not booked_at(2026, 12, 16, 9)


async def test_an_idea_from_another_day_is_handed_over_with_both_numbers_and_codes(begin):
    told = await walked(
        begin(), "Wir möchten in Kassel eine offene Fahrradwerkstatt für Jugendliche aufbauen", "ja", "überspringen", "keine",
        "passt so", "absenden",
    )  # fmt: skip
    idea, its_code = re.search(r"IDEE-[0-9A-Z]{6}", told.text)[0], re.search(r"Code: (\S+)", told.text)[1]
    session, code = numbers((await walked(
        begin(), wanted("am 11. Dezember um 9 Uhr"), "ja", "Erika, 0351 4400007", "ja", "ja"
    )).text)  # fmt: skip
    sheets, other = loaded_services().office.idea_sheets, begin()
    answer = await walked(other, "Kann ich meine Idee zum Beratungstermin mitgeben?", f"{session} {its_code}")
    assert "passen nicht zusammen" in answer.text and sheets.handed(session) is None
    answer = await walked(other, f"{session} {code} und die Idee {idea} {its_code}")
    assert "Ihre Idee lesen" in answer.text and sheets.handed(session) is None
    assert (await walked(other, "ja")).outcome == "IDEA_SHEET_ALLOWED" and sheets.handed(session) == idea
    stranger = begin()
    assert "Soll es dabei bleiben" in (await walked(stranger, "meine Idee nicht zum Termin mitgeben", f"{session} {code}")).text
    assert (await walked(stranger, "nein")).outcome == "IDEA_SHEET_REFUSED" and sheets.handed(session) is None


async def test_too_near_it_is_changed_by_telephone_only(begin, clock):
    number, code = numbers((await walked(
        begin(), wanted("am 17. Dezember um 9 Uhr"), "ja", "Erika, 0351 4400006", "ja", "ja"
    )).text)  # fmt: skip
    clock.ahead = datetime(2026, 12, 16, 12, tzinfo=LOCAL) - loaded_services().now()
    answer = await walked(begin(), f"{number} {code} absagen")
    assert answer.outcome == "SESSION_TOO_LATE" and "030 23125-100" in answer.text and len(booked_at(2026, 12, 17, 9)) == 1
