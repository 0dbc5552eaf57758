"""„Meine Daten“ in a real Chromium: files, deletion, and what stays in the browser."""
from __future__ import annotations

import json

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from conversation.incoming import key_of
from tests.browser.test_demo_page import a_page, browser, bubbles, rasa, server, write  # noqa: F401 (fixtures)
from web.services import SERVICES
from wording.my_data import EXPORT_PATH, Verb, my_data_payload

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHOICES = [
    {"text": "Hier ist es."},
    {"custom": {"outcome": "MY_DATA_EXPORT", "links": [{"title": "Meine Daten als Text", "url": f"{EXPORT_PATH}?format=text"}]}},
]


async def secret_of(page) -> str:
    return json.loads(await page.evaluate("sessionStorage.getItem('ideenlotse')"))["conversation"]


def rows_of(server, secret: str) -> int:
    held = server.app[SERVICES].my_data.held(key_of(secret))
    return sum(one.rows for one in held.parts)


async def open_my_data(page):
    await page.get_by_role("button", name="Meine Daten").click()
    dialog = page.get_by_role("dialog", name="Meine Daten")
    await expect(dialog).to_be_visible()
    return dialog


async def test_the_files_come_from_the_menu_and_from_a_link_and_no_address_holds_the_secret(browser, server, rasa):
    rasa.reply = lambda message: CHOICES
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        secret, addresses = await secret_of(page), []
        page.on("request", lambda request: addresses.append(request.url))
        dialog = await open_my_data(page)
        async with page.expect_download() as waiting:
            await dialog.get_by_role("button", name="Als JSON herunterladen").click()
        file = await waiting.value
        assert file.suggested_filename == "ideenlotse-meine-daten.json"
        with open(await file.path(), encoding="utf-8") as told:
            assert json.load(told)["conversation_key"] == key_of(secret)
        await expect(dialog.get_by_role("status")).to_contain_text("heruntergeladen")
        await dialog.get_by_role("button", name="Schließen").click()
        async with page.expect_download() as waiting:
            await page.get_by_role("link", name="Meine Daten als Text").click()
        assert (await waiting.value).suggested_filename == "ideenlotse-meine-daten.txt"
        assert not [url for url in addresses if secret in url and not url.endswith("events?after=0")]


async def test_deleting_asks_once_and_leaves_nothing_on_the_server_and_in_the_browser(browser, server):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "Kanarienvogel")
        await expect(bubbles(page)).to_have_count(4)
        secret = await secret_of(page)
        dialog = await open_my_data(page)
        await dialog.get_by_role("button", name="Gespräch löschen").click()
        await dialog.get_by_role("button", name="Nein, behalten").click()
        assert rows_of(server, secret) > 0
        await dialog.get_by_role("button", name="Gespräch löschen").click()
        await dialog.get_by_role("button", name="Ja, alles löschen").click()
        await expect(bubbles(page)).to_have_count(1)
        await expect(bubbles(page).first).to_contain_text("Das Gespräch ist gelöscht")
        assert rows_of(server, secret) == 0
        stored = await page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
        assert "Kanarienvogel" not in stored and secret not in stored
        await write(page, "eins")
        await expect(bubbles(page)).to_have_count(4)
        assert await secret_of(page) != secret


async def test_the_button_of_the_conversation_deletes_as_well(browser, server, rasa):
    sure = [{"text": "Löschen?", "buttons": [{"title": "Ja, alles löschen", "payload": my_data_payload(Verb.DELETE_SURELY)}]}]
    rasa.reply = lambda message: sure
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        secret = await secret_of(page)
        await bubbles(page).first.get_by_role("button", name="Ja, alles löschen").click()
        await expect(bubbles(page)).to_have_count(1)
        await expect(bubbles(page).first).to_contain_text("Das Gespräch ist gelöscht")
        assert rows_of(server, secret) == 0


async def test_the_keyboard_opens_and_closes_it_and_a_question_goes_into_the_conversation(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await page.get_by_role("button", name="Meine Daten").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_be_hidden()
        await expect(page.get_by_role("button", name="Meine Daten")).to_be_focused()
        dialog = await open_my_data(page)
        await dialog.get_by_role("button", name="Zeigen, was gespeichert ist").click()
        await expect(bubbles(page).nth(1)).to_contain_text("Was wissen Sie über mich?")
        await expect(bubbles(page)).to_have_count(4)  # answered: the question has arrived
        assert rasa.heard[-1] == "Was wissen Sie über mich?"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
async def test_it_is_accessible_and_nothing_is_cut_off(browser, server, scheme, width):
    async with a_page(browser, server, color_scheme=scheme, viewport={"width": width, "height": 640}) as page:
        await expect(bubbles(page)).to_have_count(1)
        dialog = await open_my_data(page)
        await dialog.get_by_role("button", name="Gespräch löschen").click()
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        box = await dialog.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
