"""The page of published ideas: what the office has typed and nothing else, and only as long as it is published."""
from __future__ import annotations

import pytest
from sqlalchemy import text

from office.matters.kinds.idea import IDEA, PUBLISHED, SELECTED
from office.matters.published import PublishedIdeas
from office.matters.service import Matters
from tests.chat_setup import NOW
from tests.office.matter_setup import a_matter

NASTY = "<script>alert(1)</script> & \u202e„Oma“"


async def shown(client) -> tuple[int, str]:
    async with client.get("/ideen") as response:
        assert response.headers["Cache-Control"] == "no-store" and "noindex" in response.headers["X-Robots-Tag"]
        return response.status, await response.text()


@pytest.fixture
def published(database):
    """An idea that is public; its number and code."""
    ideas = Matters(database, IDEA)
    kept = a_matter(ideas, idea="Oma Ernas Garten öffnen", name="Ada")
    ideas.set_state(kept.number, SELECTED, "Beratung", NOW)
    PublishedIdeas(database).tell(kept.number, f"Offene Gärten {NASTY}", f"Nachbarn öffnen ihre Gärten {NASTY}", NOW)
    ideas.set_state(kept.number, PUBLISHED, "Beratung", NOW)
    return kept


async def test_without_any_the_page_says_so(client):
    status, page = await shown(client)
    assert status == 200 and "Noch ist keine Idee veröffentlicht." in page and "<article>" not in page


async def test_it_shows_the_words_of_the_office_as_text_and_nothing_of_the_person(client, published):
    status, page = await shown(client)
    assert status == 200 and "Offene Gärten &lt;script&gt;alert(1)&lt;/script&gt; &amp; „Oma“" in page
    assert "<script>alert" not in page and "\u202e" not in page and "Veröffentlicht am 22. November 2026" in page
    assert "Erna" not in page and "Ada" not in page and published.number not in page


async def test_a_withdrawn_idea_is_gone(client, database, published):
    Matters(database, IDEA).withdraw(published.number, published.code, NOW)
    assert "Gärten" not in (await shown(client))[1]


async def test_an_idea_that_the_office_takes_back_is_gone(client, database, published):
    Matters(database, IDEA).set_state(published.number, SELECTED, "Beratung", NOW)
    assert "Gärten" not in (await shown(client))[1]


async def test_without_the_database_the_page_says_when_to_come_again(client, database):
    with database.writing() as session:
        session.execute(text("DROP TABLE published_idea"))
    status, page = await shown(client)
    assert status == 503 and "030 23125-100" in page
