"""Mails about matters, lost codes, published ideas and the digest, on both databases."""
from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

import pytest

from office.digest import Digest
from office.mail import MailState, Outbox
from office.matters.kinds.callback import CALLBACK
from office.matters.kinds.idea import ASKED, IDEA, IN_REVIEW, NOT_SELECTED, PUBLISHED, RECEIVED, SELECTED
from office.matters.lost_codes import MOST_A_DAY, VALID, LostCodes
from office.matters.model import MatterOutcome
from office.matters.notices import Notices
from office.matters.published import PublishedIdea, PublishedIdeas
from office.matters.service import Matters
from storage.migrate import migrate
from tests.builders import an_office
from tests.office.mail_setup import ADDRESS, DAY, MAILS, MINUTE, NOW, confirm
from tests.office.matter_setup import a_matter
from wording.digest import digest_mail
from wording.mails import Letterhead, code_link_mail, matter_mail

HEAD = Letterhead(an_office(), "https://lotse.example")


@pytest.fixture
def ideas(database) -> Matters:  # noqa: F811
    migrate(database)
    return Matters(database, IDEA, notices=Notices(MAILS, partial(matter_mail, HEAD)))


@pytest.fixture
def lost(database, ideas) -> LostCodes:
    return LostCodes(database, MAILS, lambda number, secret: partial(code_link_mail, HEAD, number, secret))


def mails(database, number: str = "") -> list:
    every = Outbox(database).list(tuple(MailState))
    return [one for one in every if one.case_number and one.case_number == (number or one.case_number)]


def secret_in(database) -> str:
    body = next(one.body for one in mails(database) if ":code:" in one.key)
    return re.search(r"/code/([\w-]+)", body)[1]


def test_the_receipt_waits_for_the_confirmation_and_holds_the_number_but_no_code(database, ideas):
    result = a_matter(ideas, reach=ADDRESS)
    (mail,) = mails(database, result.number)
    assert result.has_mail and mail.state is MailState.HELD
    assert result.number in mail.body and result.code not in mail.body and "Kein Bus fährt." not in mail.body
    assert [one.key for one in Outbox(database).list() if one.key.startswith("confirm:")]


def test_a_repeat_writes_no_second_receipt_and_without_address_there_is_none(database, ideas):
    a_matter(ideas, reach=ADDRESS)
    assert ideas.submit(_again(ideas), "request-1", NOW).outcome is MatterOutcome.ALREADY_RECEIVED
    assert len(mails(database)) == 1
    assert not a_matter(ideas, "other", reach="0351 1234567").has_mail and len(mails(database)) == 1


def _again(ideas):
    from tests.office.matter_setup import a_submission

    return a_submission(ideas.kind, ADDRESS)


def test_each_step_of_the_office_is_told_with_its_question_or_reason(database, ideas):
    confirm(database)
    number = a_matter(ideas, reach=ADDRESS).number
    ideas.set_state(number, IN_REVIEW, "Beratung", NOW)
    ideas.set_state(number, ASKED, "Beratung", NOW, "Wem gehört das Haus?")
    ideas.answer(number, "Wir rufen Sie an.", "Beratung", NOW)
    ideas.set_state(number, NOT_SELECTED, "Beratung", NOW, "Es fehlt ein Träger.")
    told = [" ".join(one.body.split()) for one in mails(database, number)]
    assert len(told) == 5 and {one.state for one in mails(database, number)} == {MailState.WAITING}
    for words in ("Wem gehört das Haus?", "Wir rufen Sie an.", "Es fehlt ein Träger."):
        assert sum(words in one for one in told) == 1


def test_mail_and_matter_are_kept_together_or_not_at_all(database, ideas):
    def fails(matter, occasion):
        raise RuntimeError("no words")

    broken = Matters(database, IDEA, notices=Notices(MAILS, fails))
    with pytest.raises(RuntimeError):
        a_matter(broken, "broken", reach=ADDRESS)
    assert not mails(database) and broken.list() == ()


def test_withdrawing_and_time_delete_the_mails_of_the_matter(database, ideas):
    confirm(database)
    first, second = a_matter(ideas, "1", reach=ADDRESS), a_matter(ideas, "2", reach=ADDRESS)
    ideas.withdraw(first.number, first.code, NOW)
    assert {one.case_number for one in mails(database)} == {second.number}
    ideas.forget_older_than(NOW + IDEA.kept_when_open + DAY)
    assert mails(database) == []


def test_another_address_gets_a_receipt_of_its_own(database, ideas):
    kept = a_matter(ideas, reach=ADDRESS)
    ideas.change(kept.number, kept.code, {}, NOW, "ada@example.org")
    assert {one.recipient for one in mails(database, kept.number)} == {ADDRESS, "ada@example.org"}


def test_a_call_back_is_told_of_as_well(database, ideas):
    callbacks = Matters(database, CALLBACK, notices=Notices(MAILS, partial(matter_mail, HEAD)))
    number = a_matter(callbacks, reach=ADDRESS).number
    assert "Rückruf" in mails(database, number)[0].subject


# The lost code

def test_the_link_to_the_confirmed_address_makes_a_new_code_once(database, ideas, lost):
    confirm(database)
    kept = a_matter(ideas, reach=ADDRESS)
    lost.ask(kept.number.lower().replace("-", " "), NOW)
    secret = secret_in(database)
    assert lost.look(secret, NOW) and lost.look(secret, NOW + VALID - MINUTE) and not lost.look(secret, NOW + VALID)
    assert ideas.show(kept.number, kept.code, NOW).outcome is MatterOutcome.SHOWN, "a link alone changes nothing"
    made = lost.renew(secret, NOW)
    assert made.number == kept.number
    assert ideas.show(kept.number, made.code, NOW).outcome is MatterOutcome.SHOWN
    assert ideas.show(kept.number, kept.code, NOW).outcome is MatterOutcome.WRONG_CODE
    assert lost.renew(secret, NOW) is None and not lost.look(secret, NOW)


def test_without_a_confirmed_address_or_such_a_number_no_link_is_written(database, ideas, lost):
    unconfirmed, by_phone = a_matter(ideas, "1", reach=ADDRESS), a_matter(ideas, "2", reach="0351 1234567")
    before = len(mails(database))
    for typed in (unconfirmed.number, by_phone.number, "IDEE-7K3M9U", "", ADDRESS):
        assert lost.ask(typed, NOW) is None
    assert len(mails(database)) == before


def test_a_day_has_two_links_for_a_number(database, ideas, lost):
    confirm(database)
    number = a_matter(ideas, reach=ADDRESS).number
    for _ in range(MOST_A_DAY + 3):
        lost.ask(number, NOW)
    assert sum(":code:" in one.key for one in mails(database)) == MOST_A_DAY
    assert lost.forget_older_than(NOW + VALID + MINUTE) == MOST_A_DAY
    lost.ask(number, NOW + VALID + MINUTE)
    assert sum(":code:" in one.key for one in mails(database)) == MOST_A_DAY + 1


def test_a_new_code_ends_the_wait_after_wrong_ones(database, ideas, lost):
    confirm(database)
    kept = a_matter(ideas, reach=ADDRESS)
    for _ in range(5):
        ideas.show(kept.number, a_matter_code(), NOW)
    assert ideas.show(kept.number, kept.code, NOW).outcome is MatterOutcome.WAIT
    lost.ask(kept.number, NOW)
    made = lost.renew(secret_in(database), NOW)
    assert ideas.show(kept.number, made.code, NOW).outcome is MatterOutcome.SHOWN


def a_matter_code() -> str:
    from office.secret_codes import new_code

    return new_code()


def test_a_withdrawn_matter_gets_no_new_code(database, ideas, lost):
    confirm(database)
    kept = a_matter(ideas, reach=ADDRESS)
    lost.ask(kept.number, NOW)
    secret = secret_in(database)
    ideas.withdraw(kept.number, kept.code, NOW)
    assert lost.renew(secret, NOW) is None


# Published ideas, the digest

def test_only_what_the_office_has_typed_of_a_published_idea_is_told(database, ideas):
    published = PublishedIdeas(database)
    kept = a_matter(ideas)
    assert not published.tell(kept.number, "Dorfbus", "", NOW)
    ideas.set_state(kept.number, SELECTED, "Beratung", NOW)
    assert published.tell(kept.number, "Bus", "", NOW) and published.all() == ()
    ideas.set_state(kept.number, PUBLISHED, "Beratung", NOW)
    assert published.tell(kept.number, "Dorfbus", "Ein Bus, den Freiwillige fahren", NOW + timedelta(days=1))
    assert published.all() == (PublishedIdea(kept.number, "Dorfbus", "Ein Bus, den Freiwillige fahren", NOW),)
    ideas.set_state(kept.number, SELECTED, "Beratung", NOW)
    assert published.all() == ()
    ideas.set_state(kept.number, PUBLISHED, "Beratung", NOW)
    assert len(published.all()) == 1
    ideas.withdraw(kept.number, kept.code, NOW)
    assert published.all() == ()


def test_the_digest_counts_what_came_in_and_names_what_waits_without_a_word_of_anybody(database, ideas):
    old, new = a_matter(ideas, "1", NOW - 5 * DAY), a_matter(ideas, "2", NOW)
    done = a_matter(ideas, "3", NOW - 2 * DAY)
    ideas.set_state(done.number, NOT_SELECTED, "Beratung", NOW, "Nein.")
    digest = Digest(database, "stelle@example.org", digest_mail)
    idea = next(one for one in digest.of(NOW) if one.kind == "idea")
    assert idea.came_in == 1 and [one.number for one in idea.waiting] == [old.number, new.number]
    text = digest_mail(digest.of(NOW), NOW).body
    assert f"{old.number}  seit 5 Tagen" in text and "Kein Bus" not in text and "Uli" not in text and done.number not in text


def test_the_digest_watches_promised_answers_from_what_the_person_told_last(database, ideas):
    late, soon = a_matter(ideas, "1", NOW - 22 * DAY), a_matter(ideas, "2", NOW - 20 * DAY)
    reviewed, asked = a_matter(ideas, "3", NOW - 22 * DAY), a_matter(ideas, "4", NOW - 22 * DAY)
    ideas.set_state(reviewed.number, IN_REVIEW, "Beratung", NOW - DAY)
    ideas.set_state(asked.number, ASKED, "Beratung", NOW - DAY, "Wem gehört das Haus?")
    digest = Digest(database, "stelle@example.org", digest_mail, {"idea": 21, "concern": None})
    idea = next(one for one in digest.of(NOW) if one.kind == "idea")
    overdue = {one.number: one.is_overdue(NOW) for one in idea.waiting}
    assert overdue == {late.number: True, soon.number: False, reviewed.number: True, asked.number: False}
    mail = digest_mail(digest.of(NOW), NOW)
    lines = mail.body.splitlines()
    assert "2 überfällig" in mail.subject and "ÜBERFÄLLIG" in lines[3] and late.number in lines[3]
    assert sum("ÜBERFÄLLIG" in line for line in lines) == 2 and f"{soon.number}  seit 20 Tagen" in mail.body
    assert "Antwort bis" in next(line for line in lines if soon.number in line)
    assert "zugesagt" not in next(line for line in lines if asked.number in line)
    ideas.change(asked.number, asked.code, {"reply": "Der Gemeinde."}, NOW)
    idea = next(one for one in digest.of(NOW + 21 * DAY) if one.kind == "idea")
    assert next(one.promised for one in idea.waiting if one.number == asked.number) == NOW + 21 * DAY


def test_the_digest_is_mailed_once_a_day_from_its_hour_on_and_not_for_nothing(database, ideas):
    digest = Digest(database, "stelle@example.org", digest_mail)
    assert digest.post(NOW, 7) == 0, "nothing came in"
    a_matter(ideas, reach="0351 1234567")
    early = NOW.replace(hour=6)
    posted = [digest.post(moment, 7) for moment in (early, NOW, NOW + timedelta(hours=3), NOW + DAY)]
    assert posted == [0, 1, 0, 1]
    assert {one.recipient for one in Outbox(database).list()} == {"stelle@example.org"}


def test_an_answer_to_the_question_of_the_office_brings_it_back_into_review(ideas):
    kept = a_matter(ideas)
    ideas.set_state(kept.number, ASKED, "Beratung", NOW, "Wem gehört das Haus?")
    assert ideas.public_state(kept.number) == IN_REVIEW
    result = ideas.change(kept.number, kept.code, {"reply": "Der Gemeinde."}, NOW)
    assert (result.matter.state, result.matter.told["reply"]) == (IN_REVIEW, "Der Gemeinde.")
    assert [one.state for one in result.matter.history] == [RECEIVED, ASKED, IN_REVIEW]
