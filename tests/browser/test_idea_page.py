"""The page of published ideas in a real Chromium: for everybody, on small screens, in both colour schemes."""
from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from office.matters.kinds.idea import IDEA, PUBLISHED, SELECTED
from office.matters.published import PublishedIdeas
from office.matters.service import Matters
from tests.browser.test_demo_page import a_page, browser, rasa, server  # noqa: F401
from tests.chat_setup import NOW, a_database
from tests.office.matter_setup import a_matter

pytestmark = pytest.mark.asyncio(loop_scope="module")
MARKUP = "<b onclick=alert(1)>fett</b>"


@pytest.fixture
def title(tmp_path, server):  # noqa: F811
    """The title of an idea that is published."""
    database = a_database(tmp_path)
    ideas = Matters(database, IDEA)
    number = a_matter(ideas, key=str(tmp_path)).number
    ideas.set_state(number, SELECTED, "Beratung", NOW)
    PublishedIdeas(database).tell(number, f"Dorfbus {MARKUP}", "Ein Bus, den Freiwillige fahren " + "sehr" * 40, NOW)
    ideas.set_state(number, PUBLISHED, "Beratung", NOW)
    yield f"Dorfbus {MARKUP}"
    database.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_is_accessible_and_fits_small_screens(browser, server, title, scheme):  # noqa: F811
    async with a_page(browser, server, color_scheme=scheme, viewport={"width": 320, "height": 640}) as page:
        await page.get_by_role("link", name="Ideen", exact=True).click()
        await expect(page.get_by_role("heading", name=title)).to_be_visible()
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
