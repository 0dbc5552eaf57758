"""The pages for people and what every response carries."""
from __future__ import annotations

import re

import pytest

from knowledge.office import OfficeProfile
from web.site.pages import FOLDER, office_words

PAGES = ["/", "/impressum", "/datenschutz", "/ideen"]


@pytest.mark.parametrize("path", PAGES)
async def test_pages_name_the_office_and_load_nothing_from_elsewhere(client, path):
    async with client.get(path) as response:
        page = await response.text()
        assert response.status == 200 and response.content_type == "text/html"
    assert 'lang="de"' in page and "Musterstelle" in page and "030 23125-100" in page
    assert "$" not in page
    assert not re.search(r"<(script|link|img)[^>]+(src|href)=\"(?!/site/)", page)
    assert not re.search(r"<script(?![^>]*src)|\son\w+=|<style|style=", page)


@pytest.mark.parametrize("path", [*PAGES, "/site/chat.js", "/site/style.css", "/api/chat", "/nothing"])
async def test_every_response_carries_the_security_headers(client, path):
    async with client.get(path) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert "aiohttp" not in response.headers["Server"].lower()


@pytest.mark.parametrize("path", ["/site/pages.py", "/site/chat.html", "/site/%2e%2e/app.py", "/site/", "/.env"])
async def test_nothing_else_of_the_folder_can_be_had(client, path):
    async with client.get(path) as response:
        assert response.status == 404


def test_the_office_cannot_break_the_page():
    words = office_words(an_office(name="<b>A & B</b>", hours=["9 < 10", "b"]))
    assert words["name"] == "&lt;b&gt;A &amp; B&lt;/b&gt;"
    assert words["hours"] == "9 &lt; 10<br>b"


def test_the_script_never_sets_markup():
    for file in FOLDER.glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", file.read_text("utf-8"))


def an_office(**more) -> OfficeProfile:
    given = dict(
        name="Stelle",
        short_name="Stelle",
        land="DE-SN",
        phone="030 23125-100",
        email="a@b.example",
        street="Weg 1",
        postal_code="01000",
        city="Ort",
        hours=["Montag"],
        website="https://b.example",
        imprint={"provider": "Träger", "represented_by": "Vorstand", "register": "VR 0"},
        supervisory_authority={"name": "Aufsicht", "website": "https://aufsicht.example"},
        privacy_contact={"name": "Stelle", "email": "d@b.example"},
    )
    return OfficeProfile(**given | more)
