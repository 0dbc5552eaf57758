"""The demo page in a real Chromium, on the real application; only Rasa is a stand-in."""
from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import async_playwright, expect

from conversation.patience import Patience
from tests.chat_setup import HASTY, a_database, a_turn_service
from tests.fakes.rasa_server import RasaServer, office_answer
from tests.web.chat_app import services
from web.app import create_app

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
pytestmark = pytest.mark.asyncio(loop_scope="module")  # one browser for all
GREETING = "Guten Tag. Was möchten Sie wissen?"


PARTS = [
    {"kind": "place", "title": "in Sachsen", "remove": '/kontext{"part":"place"}'},
    {"kind": "topic", "title": "Thema Begegnung und Nachbarschaft, Kinder und Jugend", "remove": '/kontext{"part":"topic"}'},
    {"kind": "legal_form", "title": "für Vereine", "remove": '/kontext{"part":"legal_form"}'},
]


def greet_or_answer(message):
    if message["message"] == "/gruss":
        return [{"text": GREETING, "buttons": [{"title": "Förderung finden", "payload": "/foerderung"}]}]
    if message["message"] == "markup":
        link = {"title": "böse", "url": "javascript:document.title='broken'"}
        return [
            {"text": "<img src=x onerror=\"document.title='broken'\"><b>fett</b>\n[Klick](javascript:alert(1))"},
            {"custom": {"outcome": "FOUND", "links": [link]}},
        ]
    if message["message"] == "ort":
        return [{"text": "Das passt am ehesten (in Sachsen):"}, {"custom": {"outcome": "FOUND", "context": PARTS}}]
    if message["message"] == PARTS[0]["remove"]:
        return [{"text": "Gut, das lasse ich weg: in Sachsen."}, {"custom": {"outcome": "FOUND", "context": PARTS[1:]}}]
    return office_answer(message)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium_path):
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def rasa():
    server = await RasaServer(reply=greet_or_answer).start()
    yield server
    await server.kill()


@pytest_asyncio.fixture(loop_scope="module")
async def server(tmp_path, rasa):
    async with a_server(tmp_path, rasa, HASTY) as server:
        yield server


@asynccontextmanager
async def a_server(tmp_path, rasa, patience):
    database = a_database(tmp_path)
    async with a_turn_service(database, rasa.url, patience) as turns:
        server = TestServer(create_app(services(turns, rasa, database)))
        await server.start_server()
        yield server
        await server.close()
    database.close()


@asynccontextmanager
async def a_page(browser, server, **options):
    """The page after the greeting; fails afterwards if the browser complained or asked anybody else."""
    context = await browser.new_context(**({"locale": "de-DE"} | options))
    page = await context.new_page()
    complaints, requests = [], []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("request", lambda request: requests.append(request.url))
    await page.goto(str(server.make_url("/")))
    yield page
    own = str(server.make_url("/"))
    assert complaints == [] and all(url.startswith(own) for url in requests)
    await context.close()


def bubbles(page):
    return page.locator("#log .bubble")


async def write(page, text):
    await page.get_by_label("Ihre Nachricht").fill(text)
    await page.get_by_role("button", name="Senden", exact=True).click()


async def test_a_message_is_answered_with_text_links_and_buttons(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page).first).to_contain_text(GREETING)
        await write(page, "Wir wollen in der Oberlausitz einen Bürgerbus aufbauen, wer gibt uns Geld dafür?")
        answer = bubbles(page).nth(3)
        await expect(answer).to_contain_text("Bürgerbus-Förderung")
        link = answer.get_by_role("link", name="Zur Quelle")
        assert await link.get_attribute("target") == "_blank"
        assert "noopener" in await link.get_attribute("rel")
        await expect(answer.get_by_role("link")).to_have_count(2)
        await answer.get_by_role("button", name="Mehr dazu").click()
        await expect(bubbles(page)).to_have_count(7)
        await expect(bubbles(page).nth(4)).to_contain_text("Mehr dazu")
        assert rasa.heard[-1] == '/mehr_dazu{"record": "foe-buergerbus"}'


async def test_what_is_known_stands_above_the_field_and_each_part_can_be_removed_by_keyboard(browser, server, rasa):
    async with a_page(browser, server) as page:
        group = page.get_by_role("group", name="Ich suche gerade:")
        await expect(bubbles(page)).to_have_count(1)
        await expect(group).to_be_hidden()
        await write(page, "ort")
        await expect(group.get_by_role("button")).to_have_count(3)
        place = group.get_by_role("button", name="in Sachsen entfernen", exact=True)
        await expect(place).to_have_text("in Sachsen×")
        await place.focus()
        await page.keyboard.press("Enter")
        await expect(bubbles(page).last).to_contain_text("Gut, das lasse ich weg: in Sachsen.")
        await expect(bubbles(page).nth(3)).to_contain_text("in Sachsen entfernen")
        assert rasa.heard[-1] == PARTS[0]["remove"]
        await expect(place).to_have_count(0)
        await expect(page.get_by_label("Ihre Nachricht")).to_be_focused()
        await page.reload()
        await expect(group.get_by_role("button")).to_have_count(2)
        await page.get_by_role("button", name="Neu beginnen").click()
        await expect(group).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 1200])
async def test_the_parts_are_large_enough_for_a_finger_and_stay_on_the_screen(browser, server, width):
    async with a_page(browser, server, viewport={"width": width, "height": 700}) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "ort")
        parts = page.get_by_role("group", name="Ich suche gerade:").get_by_role("button")
        await expect(parts).to_have_count(3)
        for part in await parts.all():
            box = await part.bounding_box()
            assert box["width"] >= 44 and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


async def test_the_keyboard_is_enough(browser, server, rasa):
    async with a_page(browser, server) as page:
        field = page.get_by_label("Ihre Nachricht")
        await expect(bubbles(page)).to_have_count(1)
        await field.focus()
        await page.keyboard.type("erste Zeile")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("zweite Zeile")
        await page.keyboard.press("Enter")
        await expect(bubbles(page)).to_have_count(4)
        assert rasa.heard[-1] == "erste Zeile\nzweite Zeile"
        await expect(field).to_be_focused()
        await expect(field).to_have_value("")


async def test_a_double_click_sends_once(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        rasa.delay = 0.1
        await page.get_by_label("Ihre Nachricht").fill("nur einmal")
        await page.get_by_role("button", name="Senden", exact=True).dblclick()
        await expect(bubbles(page)).to_have_count(4)
        rasa.delay = 0
        await bubbles(page).nth(3).get_by_role("button", name="Mehr dazu").dblclick()
        await expect(bubbles(page)).to_have_count(7)
        await asyncio.sleep(0.3)
        assert len(rasa.heard) == 3


async def test_who_sends_while_an_answer_is_on_its_way_is_heard_behind_it_and_who_writes_on_sends_later(browser, tmp_path, rasa):
    async with a_server(tmp_path, rasa, Patience()) as server:
        rasa.hold()
        async with a_page(browser, server) as page:
            field, activity = page.get_by_label("Ihre Nachricht"), page.locator("#activity")
            await expect(activity).to_contain_text("schreibt")
            await field.fill("vor dem Gruß")
            await field.press("Enter")
            await expect(activity).to_contain_text("geht danach ab")
            rasa.release()
            await expect(bubbles(page)).to_have_count(4)
            assert rasa.heard == ["/gruss", "vor dem Gruß"]
            await expect(field).to_have_value("")
            await expect(activity).to_be_empty()
            rasa.hold()
            await write(page, "eins")
            await expect(activity).to_contain_text("schreibt")
            await field.fill("noch nicht")
            await field.press("Enter")
            await expect(activity).to_contain_text("geht danach ab")
            await field.press_sequentially(" fertig")
            rasa.release()
            await expect(bubbles(page)).to_have_count(7)
            await expect(activity).to_be_empty()
            await expect(field).to_have_value("noch nicht fertig")
            assert rasa.heard[1:] == ["vor dem Gruß", "eins"]


async def test_a_reload_keeps_the_conversation_and_starting_anew_does_not(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "eins")
        await expect(bubbles(page)).to_have_count(4)
        before = await bubbles(page).all_inner_texts()
        await page.reload()
        await expect(bubbles(page)).to_have_count(4)
        assert await bubbles(page).all_inner_texts() == before
        assert rasa.heard == ["/gruss", "eins"]
        await write(page, "zwei")
        await expect(bubbles(page)).to_have_count(7)
        await page.get_by_role("button", name="Neu beginnen").click()
        await expect(bubbles(page)).to_have_count(1)
        assert len({message["sender"] for message in rasa.asked}) == 2


async def test_answers_are_shown_as_text_whatever_they_hold(browser, server):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "markup")
        await expect(bubbles(page)).to_have_count(3)
        await expect(bubbles(page).nth(2)).to_contain_text("<b>fett</b>")
        assert await page.locator("#log img, #log b, #log a").count() == 0
        await write(page, "<img src=x onerror=\"document.title='broken'\">")
        await expect(bubbles(page)).to_have_count(6)
        assert "broken" not in await page.title()


async def test_a_message_that_does_not_arrive_is_sent_again_under_the_same_id(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        ids = []

        async def lose(route):
            ids.append(route.request.post_data_json["message_id"])
            await (route.continue_() if len(ids) > 3 else route.abort())

        await page.route("**/api/chat", lose)
        await write(page, "kommt an")
        again = page.get_by_role("button", name="Noch einmal senden")
        await expect(again).to_be_visible(timeout=10_000)
        await expect(page.get_by_role("alert")).to_contain_text("030 23125-100")
        await again.click()
        await expect(bubbles(page)).to_have_count(4)
        assert len(ids) == 4 and len(set(ids)) == 1
        assert rasa.heard == ["/gruss", "kommt an"]
        await expect(page.get_by_role("alert")).to_be_empty()


async def test_an_answer_that_is_late_appears_by_itself(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await rasa.kill()
        await write(page, "eins")
        await expect(bubbles(page).nth(2)).to_contain_text("030 23125-100")
        await rasa.start()
        await expect(bubbles(page)).to_have_count(5)


async def test_a_conversation_that_the_server_forgot_begins_anew_without_losing_the_message(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await page.evaluate(
            """() => {
                const state = JSON.parse(sessionStorage.getItem("ideenlotse"));
                sessionStorage.setItem("ideenlotse", JSON.stringify({ ...state, conversation: "gone" }));
            }"""
        )
        await page.reload()
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "eins")
        await expect(bubbles(page)).to_have_count(4)


async def test_an_empty_or_endless_message_is_explained(browser, server, rasa):
    async with a_page(browser, server) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "   ")
        await expect(page.get_by_role("alert")).to_contain_text("zuerst Ihre Frage")
        await write(page, "x" * 20_001)
        await expect(page.get_by_role("alert")).to_contain_text("20.000 Zeichen")
        assert rasa.heard == ["/gruss"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/impressum", "/datenschutz"])
async def test_the_pages_are_accessible(browser, server, scheme, path):
    async with a_page(browser, server, color_scheme=scheme) as page:
        await page.goto(str(server.make_url(path)))
        if path == "/":
            await expect(bubbles(page)).to_have_count(1)
            await write(page, "eins")
            await expect(bubbles(page)).to_have_count(4)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width, height", [(320, 568), (640, 400), (1280, 800)])
async def test_nothing_is_cut_off_on_small_or_zoomed_screens(browser, server, width, height):
    async with a_page(browser, server, viewport={"width": width, "height": height}) as page:
        await expect(bubbles(page)).to_have_count(1)
        await write(page, "einlangeswortohneleerzeichen" * 20)
        await expect(bubbles(page)).to_have_count(4)
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        await page.get_by_label("Ihre Nachricht").scroll_into_view_if_needed()
        box = await page.get_by_role("button", name="Senden", exact=True).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


async def test_without_javascript_the_telephone_number_is_shown(browser, server):
    async with a_page(browser, server, java_script_enabled=False) as page:
        await expect(page.locator(".notice")).to_contain_text("030 23125-100")
        await expect(page.locator("#composer")).to_be_hidden()
        assert re.search("kein Mensch", await page.content())
