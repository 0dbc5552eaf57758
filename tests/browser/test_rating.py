"""The small buttons under an answer, in a real Chromium on the real application; only Rasa is a stand-in."""
from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from conversation.twins import TWIN_SECONDS
from tests.browser.test_demo_page import a_page, browser, bubbles, rasa, server, write  # noqa: F401 (fixtures)
from tests.fakes.rasa_server import office_answer

pytestmark = pytest.mark.asyncio(loop_scope="module")
HELPFUL, UNHELPFUL = ('/rueckmeldung{"bewertung":"3.helpful"}', '/rueckmeldung{"bewertung":"3.unhelpful"}')


def answer_or_thank(message):
    """A greeting, an answer of two messages, thanks for a rating and for the other one another try."""
    if message["message"] == "/gruss":
        return [{"text": "Guten Tag."}, {"custom": {"outcome": "COURTESY"}}]
    if message["message"] == HELPFUL:
        return [{"text": "Danke für die Rückmeldung."}, {"custom": {"outcome": "FEEDBACK_HELPFUL"}}]
    if message["message"] == UNHELPFUL:
        return [
            {"text": "Dann versuche ich es anders."}, {"custom": {"outcome": "OTHERS_SHOWN"}},
            {"text": "Was hat nicht gepasst?", "buttons": [{"title": "Veraltet", "payload": "/x"}]},
            {"custom": {"outcome": "FEEDBACK_REASON_ASKED"}},
        ]  # fmt: skip
    return office_answer(message)


async def asked(page, rasa):  # noqa: F811
    """The buttons under the answer to a first question."""
    rasa.reply = answer_or_thank
    await page.reload()
    await page.get_by_role("button", name="Neu beginnen").click()
    await expect(bubbles(page)).to_have_count(1)
    await write(page, "Wer fördert einen Bürgerbus?")
    await expect(bubbles(page)).to_have_count(4)
    return page.get_by_role("group", name="War diese Antwort hilfreich?")


def button(rating, name):
    return rating.get_by_role("button", name=name, exact=True)


async def test_an_answer_of_two_messages_has_one_pair_of_buttons_and_a_greeting_none(browser, server, rasa):  # noqa: F811
    async with a_page(browser, server) as page:
        rating = await asked(page, rasa)
        await expect(rating).to_have_count(1)
        await expect(bubbles(page).nth(3).get_by_role("group", name="War diese Antwort hilfreich?")).to_have_count(1)
        for name in ("Hilfreich", "Nicht hilfreich"):
            await expect(button(rating, name)).to_have_attribute("aria-pressed", "false")
            box = await button(rating, name).bounding_box()
            assert box["height"] >= 44 and box["width"] >= 44


async def test_rating_is_no_message_of_the_person_and_is_seen_pressed(browser, server, rasa):  # noqa: F811
    async with a_page(browser, server) as page:
        rating = await asked(page, rasa)
        await button(rating, "Hilfreich").click()
        await expect(bubbles(page)).to_have_count(5)
        await expect(bubbles(page).nth(4)).to_contain_text("Danke für die Rückmeldung.")
        await expect(page.locator("#log .own")).to_have_count(1)
        await expect(button(rating, "Hilfreich")).to_have_attribute("aria-pressed", "true")
        await button(rating, "Hilfreich").click()
        await button(rating, "Nicht hilfreich").click()
        await expect(bubbles(page)).to_have_count(7)
        await expect(button(rating.first, "Hilfreich")).to_have_attribute("aria-pressed", "false")
        await expect(button(rating.first, "Nicht hilfreich")).to_have_attribute("aria-pressed", "true")
        assert rasa.heard[-2:] == [HELPFUL, UNHELPFUL]


async def test_the_keyboard_rates_and_the_button_keeps_the_focus(browser, server, rasa):  # noqa: F811
    async with a_page(browser, server) as page:
        rating = await asked(page, rasa)
        await bubbles(page).nth(3).get_by_role("button", name="Mehr dazu").focus()
        await page.keyboard.press("Tab")
        await expect(button(rating, "Hilfreich")).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(bubbles(page)).to_have_count(6)
        await expect(button(rating.first, "Nicht hilfreich")).to_be_focused()
        assert rasa.heard[-1] == UNHELPFUL


async def test_a_reload_keeps_what_was_pressed_and_starting_anew_does_not(browser, server, rasa):  # noqa: F811
    async with a_page(browser, server) as page:
        rating = await asked(page, rasa)
        await button(rating, "Hilfreich").click()
        await expect(bubbles(page)).to_have_count(5)
        await page.reload()
        await expect(bubbles(page)).to_have_count(5)
        await expect(button(rating, "Hilfreich")).to_have_attribute("aria-pressed", "true")
        await page.get_by_role("button", name="Neu beginnen").click()
        await write(page, "noch einmal")
        await expect(bubbles(page)).to_have_count(4)
        await expect(button(rating, "Hilfreich")).to_have_attribute("aria-pressed", "false")


async def test_a_rating_that_could_not_be_kept_is_not_seen_pressed(browser, server, rasa):  # noqa: F811
    async with a_page(browser, server) as page:
        rating = await asked(page, rasa)
        rasa.reply = lambda _: [{"text": "Das ging nicht."}, {"custom": {"outcome": "TECHNICAL_PROBLEM"}}]
        await button(rating, "Hilfreich").click()
        await expect(bubbles(page)).to_have_count(5)
        await expect(button(rating, "Hilfreich")).to_have_attribute("aria-pressed", "false")
        rasa.reply = answer_or_thank
        await page.wait_for_timeout(1000 * (TWIN_SECONDS + 0.1))  # the same at once again is the same message
        await button(rating, "Hilfreich").click()
        await expect(button(rating, "Hilfreich")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
async def test_pressed_and_not_it_is_accessible_and_nothing_is_cut_off(browser, server, rasa, scheme, width):  # noqa: F811
    async with a_page(browser, server, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        rating = await asked(page, rasa)
        await button(rating, "Nicht hilfreich").click()
        await expect(bubbles(page)).to_have_count(6)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
