"""The page that makes a new code: the link changes nothing, the button does, once."""
from __future__ import annotations

import re
from functools import partial

import pytest

from office.matters.kinds.idea import IDEA
from office.matters.lost_codes import LostCodes
from office.matters.model import MatterOutcome
from office.matters.service import Matters
from office.mail import MailState, Outbox
from tests.chat_setup import NOW
from tests.conversations.manners import check_german
from tests.office.mail_setup import ADDRESS, MAILS, confirm
from tests.office.matter_setup import a_matter
from tests.web.chat_app import LETTERHEAD, a_chat_client
from wording.mails import code_link_mail


@pytest.fixture
def kept(database):
    confirm(database, now=NOW)
    return a_matter(Matters(database, IDEA), reach=ADDRESS, now=NOW)


@pytest.fixture
def path(database, kept) -> str:
    LostCodes(database, MAILS, lambda number, secret: partial(code_link_mail, LETTERHEAD, number, secret)).ask(kept.number, NOW)
    (mail,) = [one for one in Outbox(database).list(tuple(MailState)) if ":code:" in one.key]
    return re.search(r"/code/[\w-]+", mail.body)[0]


async def asked(client, path, method="GET", **more):
    async with client.request(method, path, allow_redirects=False, **more) as response:
        return response.status, await response.text(), response.headers


async def test_the_button_shows_a_new_code_once_and_the_old_one_is_void(database, rasa, kept, path):
    ideas = Matters(database, IDEA)
    async with a_chat_client(database, rasa) as client:
        for _ in range(3):
            status, html, headers = await asked(client, path)
            assert status == 200 and "Ja, neuen Code zeigen" in html and headers["Cache-Control"] == "no-store"
        assert ideas.show(kept.number, kept.code, NOW).outcome is MatterOutcome.SHOWN
        status, html, _ = await asked(client, path, "POST")
        code = re.search(r"neuer Code: ([\w-]+)", html)[1]
        assert status == 200 and kept.number in html
        check_german(" ".join(re.sub(r"<[^>]+>", " ", html).split()))
        assert (await asked(client, path, "POST"))[0] == 404 and (await asked(client, path))[0] == 404
    assert ideas.show(kept.number, code, NOW).outcome is MatterOutcome.SHOWN
    assert ideas.show(kept.number, kept.code, NOW).outcome is MatterOutcome.WRONG_CODE


async def test_another_site_cannot_press_the_button_and_a_guess_opens_nothing(database, rasa, kept, path):
    async with a_chat_client(database, rasa) as client:
        status, html, _ = await asked(client, path, "POST", headers={"Origin": "https://evil.example"})
        assert status == 403 and "Code:" not in html
        assert (await asked(client, "/code/" + "x" * 32, "POST"))[0] == 404
    assert Matters(database, IDEA).show(kept.number, kept.code, NOW).outcome is MatterOutcome.SHOWN
