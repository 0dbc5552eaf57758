"""The pages of the remember list in a real Chromium: without scripts, on paper, for everybody."""
from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from conversation.remembering import RememberLists
from tests.browser.test_demo_page import a_page, browser, rasa, server  # noqa: F401
from tests.chat_setup import NOW, a_database
from tests.web.chat_app import RECORDS

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def link(tmp_path, server):  # noqa: F811
    """The path that a conversation with six remembered records gives out."""
    database = a_database(tmp_path)
    lists = RememberLists(database, lambda: NOW)
    lists.remember("a" * 64, [record.id for record in RECORDS])
    yield f"/merkliste/link/{lists.issue_link('a' * 64)}"
    database.close()


async def enter_code(page, server, code):  # noqa: F811
    await page.goto(str(server.make_url("/merkliste")))
    await page.get_by_label("Code der Merkliste").fill(code)
    await page.get_by_role("button", name="Merkliste öffnen").click()


async def test_the_whole_way_needs_no_script(browser, server, link):  # noqa: F811
    async with a_page(browser, server, java_script_enabled=False) as page:
        await page.goto(str(server.make_url(link)))
        assert page.url == str(server.make_url("/merkliste"))
        await expect(page.get_by_role("heading", name="Dorfbus für alle")).to_have_count(len(RECORDS))
        await page.get_by_role("button", name="Neuen Code anzeigen").click()
        code = await page.locator("#code").inner_text()
        async with a_page(browser, server, java_script_enabled=False) as other:
            await enter_code(other, server, "falsch")
            await expect(other.get_by_role("alert")).to_contain_text("gibt es keine Merkliste")
            await enter_code(other, server, code.lower().replace("-", " "))
            await expect(other.get_by_role("heading", name="Meine Merkliste")).to_be_visible()
            assert code not in other.url
            async with other.expect_download() as download:
                await other.get_by_role("link", name="als PDF-Datei").click()
            assert (await download.value).suggested_filename == "merkliste.pdf"
            await other.get_by_role("link", name="Liste löschen").click()
            await other.get_by_role("button", name="Ja, Liste löschen").click()
            await expect(other.get_by_role("status")).to_contain_text("gelöscht")
        await page.goto(str(server.make_url("/merkliste")))
        await expect(page.get_by_label("Code der Merkliste")).to_be_visible()


async def test_closing_shuts_it_on_this_device(browser, server, link):  # noqa: F811
    async with a_page(browser, server) as page:
        await page.goto(str(server.make_url(link)))
        assert "merkliste" not in await page.evaluate("document.cookie")
        await page.get_by_role("button", name="Auf diesem Gerät schließen").click()
        await page.goto(str(server.make_url("/merkliste")))
        await expect(page.get_by_label("Code der Merkliste")).to_be_visible()
        assert await page.context.cookies() == []


async def test_from_another_site_nobody_can_use_the_cookie(browser, server, link):  # noqa: F811
    async with a_page(browser, server) as page:
        await page.goto(str(server.make_url(link)))
        foreign = str(server.make_url("/impressum")).replace("127.0.0.1", "localhost")
        form = f"<form method=post action={server.make_url('/merkliste/code')}><button>los</button></form>"

        async def answer(route):
            await route.fulfill(body=form, content_type="text/html")

        other = await page.context.new_page()
        await other.route(foreign, answer)
        await other.goto(foreign)
        await other.get_by_role("button").click()
        await expect(other.locator(".notice")).to_contain_text("nicht von unserer Seite")


async def show_list(page, server, link):  # noqa: F811
    await page.goto(str(server.make_url(link)))


async def show_wrong_code(page, server, _):  # noqa: F811
    await enter_code(page, server, "falsch")


async def show_code(page, server, link):  # noqa: F811
    await show_list(page, server, link)
    await page.get_by_role("button", name="Neuen Code anzeigen").click()


async def show_question(page, server, link):  # noqa: F811
    await show_list(page, server, link)
    await page.get_by_role("link", name="Liste löschen").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("show", [show_list, show_wrong_code, show_code, show_question])
async def test_the_pages_are_accessible_and_fit_small_screens(browser, server, link, show, scheme):  # noqa: F811
    async with a_page(browser, server, color_scheme=scheme, viewport={"width": 320, "height": 640}) as page:
        await show(page, server, link)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


async def test_on_paper_there_are_addresses_and_no_buttons(browser, server, link):  # noqa: F811
    async with a_page(browser, server, color_scheme="dark") as page:
        await show_list(page, server, link)
        await page.emulate_media(media="print")
        await expect(page.get_by_role("button", name="Neuen Code anzeigen")).to_be_hidden()
        await expect(page.get_by_role("link", name="als PDF-Datei")).to_be_hidden()
        await expect(page.get_by_role("heading", name="Dorfbus für alle").first).to_be_visible()
        content = "getComputedStyle(document.querySelector('.addresses a[href^=http]'), '::after').content"
        assert "https://quelle.example/bus" in await page.evaluate(content)
        assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
