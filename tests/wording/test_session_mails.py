"""What people and advisers read about sessions: polite German, short lines, nothing that is not theirs to read."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from bot.settings import read_settings
from knowledge.schema.adviser import AccessNeed, SessionFormat
from knowledge.schema.record import Topic
from knowledge.terms import read_terms
from office.appointments.model import Occasion
from office.appointments.reminders import Reminder
from office.appointments.topics import topics_by
from office.appointments.waiting_model import Joined, JoinOutcome, Waiting, WaitingOffer
from office.appointments.model import SessionWish, Slot
from tests.builders import an_office
from tests.conversations.manners import check_german
from tests.session_setup import NOW, NUMBER, an_adviser, an_appointment, local
from tests.wording.plain_sentences import hard_sentences
from wording import waiting as say
from wording.checklist import MOST, checklist, checklist_text
from wording.mails import (
    Letterhead, adviser_mail, day_list_mail, ended_mail, joined_mail, offer_mail, reminder_mail, session_mail,
)  # fmt: skip
from wording.mails.frame import WIDTH
from wording.session_words import ACCESS_NEEDS, FORMATS, reminders_told

TOPICS_OF = topics_by(read_terms(read_settings({}).content))
HEAD = Letterhead(an_office(), "https://lotse.example")
FAR = an_appointment(local(2026, 12, 15, 9), email="uli@example.org")
OFFER = WaitingOffer(Slot(local(2026, 12, 15, 9), 30, "ber-foerderung"), local(2026, 12, 1, 18))


def person_mails():
    for occasion, format_ in product((Occasion.BOOKED, Occasion.MOVED, Occasion.CANCELLED), SessionFormat):
        one = replace(FAR, format=format_, told={"name": "Uli", "place": "Vereinshaus"}, is_cancelled=occasion is Occasion.CANCELLED)
        for told in (one, replace(one, phone=None, cancelled_by="Beratung", reason="Das Haus ist zu.", moved_from=OFFER.slot)):
            yield session_mail(HEAD, TOPICS_OF, told, an_adviser(), occasion)("token")
            yield session_mail(HEAD, TOPICS_OF, told, None, occasion)("token")
    for which in Reminder:
        yield reminder_mail(HEAD, TOPICS_OF, FAR, an_adviser(), which)("token")
    yield joined_mail(HEAD, "geheim")("token")
    yield offer_mail(HEAD, OFFER, "geheim")("token")
    yield ended_mail(HEAD, "token")


@pytest.mark.parametrize("mail", person_mails(), ids=lambda one: one.subject)
def test_each_mail_is_in_polite_german_with_short_lines(mail):
    check_german(mail.subject + "\n" + mail.body)
    assert [one for one in mail.body.splitlines() if len(one) > WIDTH and not one.startswith("https://")] == []
    assert len(mail.subject) <= 60 and not re.search(r"[{}]|\bNone\b", mail.body) and "Uli" not in mail.body


@pytest.mark.parametrize("occasion", Occasion)
def test_the_adviser_reads_when_and_how_but_not_who(occasion):
    mail = adviser_mail(replace(FAR, told={"name": "Uli Muster", "topic": "Dorfbus", "note": "Geheim"}), occasion)
    check_german(mail.subject + "\n" + mail.body)
    assert NUMBER in mail.body and "Dienstag, 15. Dezember 2026" in mail.body
    for private in ("Uli", "uli@example.org", "+49351", "Geheim", "lotse.example"):
        assert private not in mail.body


def test_the_list_of_the_day_has_only_the_way_to_reach_that_is_needed():
    by_phone = replace(FAR, told={"name": "Uli", "place": "Zuhause"})
    by_video, visit = replace(by_phone, format=SessionFormat.VIDEO), replace(by_phone, format=SessionFormat.VISIT)
    phone, video, at_home = (day_list_mail(an_adviser(), date(2026, 12, 15), [one], ()).body for one in (by_phone, by_video, visit))
    assert "+49351123456" in phone and "uli@example.org" not in phone and "Zuhause" not in phone
    assert "uli@example.org" in video and "+49351" not in video and "Zuhause" in at_home


@pytest.mark.parametrize("numbers", [(NUMBER,), (NUMBER, "TERMIN-7K3M9X")])
def test_the_list_of_the_day_names_sessions_that_meet_something_else(numbers):
    mail = day_list_mail(an_adviser(), date(2026, 12, 15), [replace(FAR, number=one) for one in numbers], (), numbers)
    check_german(mail.subject + "\n" + mail.body)
    assert mail.body.count("Achtung: ") == len(numbers) and len(mail.subject) <= 60
    assert ("Ein Termin stößt" if len(numbers) == 1 else "2 Termine stoßen") in mail.body


def test_who_left_only_a_telephone_hears_that_no_reminder_comes():
    assert "nur mit einer Mail" in reminders_told(replace(FAR, email=None))
    assert reminders_told(FAR) == "Wir erinnern Sie eine Woche und einen Tag vorher mit einer Mail."
    assert reminders_told(replace(FAR, changed_at=FAR.slot.starts_at - timedelta(hours=20))) == ""


@pytest.mark.parametrize("format_", SessionFormat)
def test_the_checklist_fits_and_is_plain(format_):
    for topics in ([], *([one.value] for one in Topic), [one.value for one in Topic]):
        points = checklist(topics, format_)
        assert 4 <= len(points) <= MOST and len(set(points)) == len(points)
        assert hard_sentences("\n".join(points)) == []
    check_german(checklist_text(["finanzierung"], format_))
    assert "kosten" in checklist_text(["finanzierung"], format_)


def test_the_list_is_about_what_the_person_asked_and_else_about_what_the_adviser_does():
    adviser, routes, money = an_adviser(topics=["finanzierung"]), "Welche Strecken", "Was es ungefähr kosten soll"

    def bodies(topic: str, adviser=adviser) -> str:
        told = replace(FAR, told={"name": "Uli", **({"topic": topic} if topic else {})})
        booked = session_mail(HEAD, TOPICS_OF, told, adviser, Occasion.BOOKED)("token").body
        week = reminder_mail(HEAD, TOPICS_OF, told, adviser, Reminder.WEEK)("token").body
        assert (routes in booked, money in booked) == (routes in week, money in week)
        return booked

    assert routes in bodies("Unser Dorfbus") and money not in bodies("Unser Dorfbus")
    assert money in bodies("Fördermittel für unseren Verein", an_adviser())
    assert money in bodies("") and money in bodies("Eine Idee")
    assert money not in bodies("", an_adviser()) and money not in bodies("", None)


def test_there_are_words_for_every_format_and_need():
    assert set(FORMATS) == set(SessionFormat) and set(ACCESS_NEEDS) == set(AccessNeed)


def test_what_the_chat_says_of_the_list():
    waiting = Waiting(SessionWish(), NOW, NOW, 3)
    ways = product(JoinOutcome, (0, 1, 4), (True, False), (True, False))
    replies = [say.joined_reply(Joined(one, before, NOW, mail), HEAD.office, is_free) for one, before, mail, is_free in ways]
    each = (None, waiting, replace(waiting, offer=OFFER))
    replies += [*map(say.place_reply, each), *map(say.too_late_reply, each)]
    replies += [say.let_pass_reply(), say.ended_reply(), say.left_reply(), say.declined_reply()]
    replies.append(say.with_place(say.left_reply()))
    texts = [one.text for one in replies] + [button.title for one in replies for button in one.buttons]
    texts += [*map(say.waiting_list_offered, (True, False)), say.LOOK_FIRST, say.NOBODY_THEN]
    texts += [say.not_taken(OFFER), say.taking(OFFER.slot, an_adviser())]
    for text in texts:
        check_german(text)
    assert "Dienstag, 1. Dezember 2026, 18 Uhr" in say.place_reply(replace(waiting, offer=OFFER)).text
    assert say.offered_reply(OFFER).buttons[0].payload == '/formular{"wahl":"warteplatz.nehmen.20261215T0800"}'


def test_no_word_about_the_list_promises_a_session():
    joined = say.joined_reply(Joined(JoinOutcome.JOINED, 2, NOW, True), HEAD.office).text
    assert "Ob etwas frei wird, weiß ich nicht" in joined and "30 Tage" in joined
    assert "Angerufen werden Sie nicht" in say.joined_reply(Joined(JoinOutcome.JOINED, 2, NOW), HEAD.office).text
