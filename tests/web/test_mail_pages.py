"""The pages that links in mails open: a link changes nothing, the button does, and nobody learns an address."""
from __future__ import annotations

import re

import pytest

from office.mail import Addresses, MailState, Outbox
from tests.chat_setup import NOW
from tests.conversations.manners import check_german
from tests.office.mail_setup import ADDRESS, post, token_in
from tests.web.chat_app import a_chat_client

CONFIRM, STOP = "/mail/bestaetigen", "/mail/abbestellen"


@pytest.fixture
def token(database) -> str:
    """The pass in the mail that asks for confirmation; another mail waits for it."""
    post(database, now=NOW)
    return token_in(database)


async def asked(client, path, method="GET", **more):
    async with client.request(method, path, allow_redirects=False, **more) as response:
        return response.status, await response.text(), response.headers


def state_of(database) -> str:
    (mail,) = [one for one in Outbox(database).list(tuple(MailState)) if one.key == "k1"]
    return mail.state.value


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("page", [CONFIRM, STOP])
async def test_to_open_a_link_changes_nothing(client, database, token, method, page):
    status, shown, headers = await asked(client, f"{page}/{token}", method)
    assert status == 200 and state_of(database) == "held" and not Addresses(database).may_get_mail(ADDRESS)
    assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"] and "Set-Cookie" not in headers
    if method == "GET":
        assert '<form method="post"><button' in shown and "<script" not in shown
        assert ADDRESS not in shown and token not in shown


async def test_the_button_confirms_and_what_waited_goes(client, database, token):
    status, shown, _ = await asked(client, f"{CONFIRM}/{token}", "POST")
    assert status == 200 and "ist bestätigt" in shown and state_of(database) == "waiting"
    assert "schon bestätigt" in (await asked(client, f"{CONFIRM}/{token}", "POST"))[1]
    assert "<form" not in (await asked(client, f"{CONFIRM}/{token}"))[1]


async def test_the_button_refuses_and_what_waited_is_dropped(client, database, token):
    status, shown, _ = await asked(client, f"{STOP}/{token}", "POST")
    assert status == 200 and "schreiben dieser Adresse nicht mehr" in shown and state_of(database) == "dropped"
    assert (await asked(client, f"{STOP}/{token}", "POST"))[0] == 200
    assert "<form" not in (await asked(client, f"{STOP}/{token}"))[1]


@pytest.mark.parametrize("page", [CONFIRM, STOP])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("wrong", ["geraten", "x" * 500, "%00", "%3Cscript%3E"])
async def test_a_pass_that_is_none_opens_nothing(client, database, token, page, method, wrong):
    status, shown, _ = await asked(client, f"{page}/{wrong}", method)
    assert status == 404 and "Dieser Link öffnet nichts" in shown and "<script" not in shown
    assert state_of(database) == "held"


@pytest.mark.parametrize("headers", [{"Origin": "https://andere.example"}, {"Sec-Fetch-Site": "cross-site"}])
@pytest.mark.parametrize("page", [CONFIRM, STOP])
async def test_forms_of_other_sites_are_refused(client, database, token, page, headers):
    status, _, _ = await asked(client, f"{page}/{token}", "POST", headers=headers)
    assert status == 403 and state_of(database) == "held"


async def test_our_form_is_taken_as_browsers_send_it(client, database, token):
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert (await asked(client, f"{CONFIRM}/{token}", "POST", headers=own))[0] == 200 and state_of(database) == "waiting"


async def test_guessing_is_counted_like_all_requests(database, rasa):
    async with a_chat_client(database, rasa, address_rate=(2, 60)) as client:
        statuses = [(await asked(client, f"{CONFIRM}/geraten{number}", "POST"))[0] for number in range(3)]
    assert statuses == [404, 404, 429]


async def test_without_a_database_a_page_names_the_telephone(client, database, token):
    with database.changing_tables() as connection:
        connection.exec_driver_sql("DROP TABLE mail_pass")
    status, shown, headers = await asked(client, f"{CONFIRM}/{token}")
    assert status == 503 and "030 23125-100" in shown and headers["Retry-After"] == "60"


@pytest.mark.parametrize("page", [CONFIRM, STOP])
async def test_the_pages_are_in_polite_german(client, token, page):
    for method in ("GET", "POST"):
        _, shown, _ = await asked(client, f"{page}/{token}", method)
        check_german(re.sub(r"<!doctype html>|<[^>]+>", " ", shown))
