"""The pages of the remember list over real HTTP: who gets in, what is shown, what is refused."""
from __future__ import annotations

import re
from html import unescape

import pytest

from conversation.remembering import RememberLists
from conversation.remembering.codes import in_groups, new_code
from tests.chat_setup import NOW
from tests.web.chat_app import RECORDS, a_chat_client

KEY = "a" * 64
ALL = [record.id for record in RECORDS]


@pytest.fixture
def lists(database):
    return RememberLists(database, lambda: NOW)


@pytest.fixture
def link(lists):
    lists.remember(KEY, ALL)
    return lists.issue_link(KEY)


async def get(client, path, **more):
    async with client.get(path, allow_redirects=False, **more) as response:
        return response.status, await response.text(), response.headers


async def post(client, path, fields=None, **more):
    async with client.post(path, data=fields or {}, allow_redirects=False, **more) as response:
        return response.status, await response.text(), response.headers


async def open_list(client, link):
    """As a browser does: follow the link, keep the cookie, read the page."""
    status, _, headers = await get(client, f"/merkliste/link/{link}")
    assert status == 303 and headers["Location"] == "/merkliste"
    return (await get(client, "/merkliste"))[1]


def proof_in(page: str) -> str:
    return re.search(r'name="proof" value="(\w+)"', page)[1]


async def test_without_a_code_there_is_only_the_form(client):
    status, page, headers = await get(client, "/merkliste")
    assert status == 200 and '<form method="post" action="/merkliste"' in page and "<script" not in page
    assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"] and 'name="robots" content="noindex' in page
    assert "Set-Cookie" not in headers


async def test_the_link_of_a_conversation_moves_into_a_cookie(client, link):
    _, _, headers = await get(client, f"/merkliste/link/{link}")
    cookie = headers["Set-Cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Path=/merkliste", "Max-Age=7200"))
    assert "Secure" not in cookie and headers["Cache-Control"] == "no-store"
    _, _, headers = await get(client, f"/merkliste/link/{link}", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in headers["Set-Cookie"]


async def test_the_page_shows_each_record_with_its_source_and_links(client, link):
    page = await open_list(client, link)
    assert link not in page and KEY not in page and "6 Einträge, Stand: 22. November 2026" in page
    for record in RECORDS:
        assert f'<h2 id="{record.id}">{record.name}</h2>' in page
    assert page.count("Quelle: Beispielquelle (Stand Mai 2026, von uns geprüft am 1. November 2026)") == len(RECORDS)
    assert page.count('href="https://quelle.example/bus"') == len(RECORDS) and 'href="tel:+493023125101"' in page
    assert "<ol><li>Fragen, wer fahren möchte</li>" in page and "Gelöscht wird sie am 20. Februar 2027" in page
    assert not re.search(r"<script|\son\w+=|<style|style=", page)


async def test_the_code_opens_the_list_on_another_device(client, database, rasa, link):
    page = await open_list(client, link)
    status, page, _ = await post(client, "/merkliste/code", {"proof": proof_in(page)})
    code = re.search(r'id="code">([\w-]+)<', page)[1]
    assert status == 200 and re.fullmatch(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){2}", code) and "/merkliste</strong>" in page
    async with a_chat_client(database, rasa) as other:
        status, _, headers = await post(other, "/merkliste", {"code": f" {code.lower()} "})
        assert status == 303 and headers["Location"] == "/merkliste" and code not in str(headers)
        _, page, _ = await get(other, "/merkliste")
        assert "6 Einträge" in page and "Es gibt schon einen Code" in page


async def test_every_wrong_code_gets_the_same_answer(client, lists, link):
    old = lists.issue_code(link)
    lists.issue_code(link)
    answers = set()
    for typed in ("", "falsch", new_code(), in_groups(old), "<b>" * 9, "ä" * 500):
        status, page, headers = await post(client, "/merkliste", {"code": typed})
        assert status == 422 and "Set-Cookie" not in headers
        answers.add(page)
    assert len(answers) == 1 and 'role="alert"' in answers.pop()


async def test_guessing_codes_ends_with_a_page_that_names_the_wait(client):
    for _ in range(10):
        assert (await post(client, "/merkliste", {"code": new_code()}))[0] == 422
    status, page, headers = await post(client, "/merkliste", {"code": new_code()})
    assert status == 429 and "Bitte warten" in page and int(headers["Retry-After"]) > 0


async def test_requests_are_counted_like_all_others(database, rasa):
    async with a_chat_client(database, rasa, address_rate=(2, 60)) as client:
        assert [(await get(client, "/merkliste/link/geraten"))[0] for _ in range(3)] == [404, 404, 429]


@pytest.mark.parametrize("path", ["/merkliste/code", "/merkliste/loeschen"])
@pytest.mark.parametrize("fields", [{}, {"proof": ""}, {"proof": "0" * 64}, {"proof": "ä"}])
async def test_a_form_without_proof_changes_nothing(client, lists, link, path, fields):
    await open_list(client, link)
    assert (await post(client, path, fields))[0] == 403
    opened = lists.open(link)
    assert len(opened.records) == len(ALL) and not opened.has_code


@pytest.mark.parametrize("headers", [{"Origin": "https://andere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
async def test_forms_of_other_sites_are_refused(client, lists, link, headers):
    page = await open_list(client, link)
    for path in ("/merkliste", "/merkliste/code", "/merkliste/schliessen", "/merkliste/loeschen"):
        status, _, answered = await post(client, path, {"proof": proof_in(page), "code": "x"}, headers=headers)
        assert status == 403 and "Set-Cookie" not in answered
    assert len(lists.open(link).records) == len(ALL)


async def test_the_forms_of_our_own_page_are_taken_as_browsers_send_them(client, link):
    page = await open_list(client, link)
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert (await post(client, "/merkliste/code", {"proof": proof_in(page)}, headers=own))[0] == 200


async def test_deleting_asks_first_and_then_takes_everything(client, lists, link):
    await open_list(client, link)
    status, page, _ = await get(client, "/merkliste/loeschen")
    assert status == 200 and "nicht\n      zurücknehmen" in page and lists.open(link)
    status, page, headers = await post(client, "/merkliste/loeschen", {"proof": proof_in(page)})
    assert status == 200 and "Ihre Merkliste ist gelöscht." in page and 'merkliste=""' in headers["Set-Cookie"]
    assert lists.open(link) is None and lists.records(KEY) == ()
    assert (await get(client, f"/merkliste/link/{link}"))[0] == 404
    assert "Code der Merkliste" in (await get(client, "/merkliste"))[1]


async def test_closing_leaves_the_list_but_the_link_is_over(client, lists, link):
    page = await open_list(client, link)
    status, page, _ = await post(client, "/merkliste/schliessen", {"proof": proof_in(page)})
    assert status == 200 and "geschlossen" in page
    assert lists.open(link) is None and len(lists.records(KEY)) == len(ALL)


async def test_whoever_has_no_cookie_gets_nothing_and_learns_how_to_get_in(client, lists, link):
    for status, page, _ in [
        await get(client, "/merkliste/merkliste.pdf"), await get(client, "/merkliste/loeschen"),
        await get(client, "/merkliste/link/geraten/merkliste.pdf"), await post(client, "/merkliste/code"),
        await get(client, "/merkliste/merkliste.pdf", cookies={"merkliste": "x" * 500}),
    ]:  # fmt: skip
        assert status == 403 and "nicht mehr geöffnet" in page and "Dorfbus" not in page


async def test_records_that_left_the_knowledge_base_are_told(client, lists):
    lists.remember(KEY, [ALL[0], "foe-gibt-es-nicht-mehr"])
    page = await open_list(client, lists.issue_link(KEY))
    assert "1 Eintrag, Stand" in page and "Ein gemerkter Eintrag steht nicht mehr in unserer Sammlung" in page


async def test_everything_from_outside_is_escaped(database, rasa):
    odd = RECORDS[0].copy(update={"name": "<b>Bus & \"Bahn\"</b>", "source_title": "<script>x</script>"})
    lists = RememberLists(database, lambda: NOW)
    lists.remember(KEY, [odd.id])
    async with a_chat_client(database, rasa, records=(odd,)) as client:
        page = await open_list(client, lists.issue_link(KEY))
    assert "<b>Bus" not in page and "<script" not in page and odd.name in unescape(page)


async def test_without_a_database_a_page_names_the_telephone(client, database):
    with database.changing_tables() as connection:
        connection.exec_driver_sql("DROP TABLE remember_list_pass")
    status, page, headers = await get(client, "/merkliste", cookies={"merkliste": "irgendwas"})
    assert status == 503 and "030 23125-100" in page and headers["Retry-After"] == "60"
