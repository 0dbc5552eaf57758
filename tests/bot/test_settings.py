"""The settings: each is documented, and a wrong value of each kind is refused with its name."""
from __future__ import annotations

import re
from dataclasses import fields

import pytest

from bot import settings as module
from bot.settings import ROOT, Rate, Settings, SettingsError, read_settings

NAME = re.compile(r"\b(LOTSE_[A-Z_]+|DATABASE_URL)\b")


def _read_in_code() -> set[str]:
    source = (ROOT / "bot" / "settings.py").read_text("utf-8")
    return set(re.findall(r'"(LOTSE_[A-Z_]+|DATABASE_URL)"', source))


def _documented() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_every_setting_is_in_the_example_and_nothing_else():
    assert set(_documented()) == _read_in_code()


def test_every_setting_of_the_example_has_a_comment_above_its_block():
    blocks = (ROOT / ".env.example").read_text("utf-8").split("\n\n")
    assert all(block.startswith("#") for block in blocks)


def test_the_example_holds_the_defaults():
    assert read_settings(_documented()) == read_settings({})


def test_every_field_has_a_docstring_or_a_name_that_says_it():
    source = (ROOT / "bot" / "settings.py").read_text("utf-8")
    assert all(f"    {field.name}: " in source for field in fields(Settings))


@pytest.mark.parametrize(
    "name, value",
    [
        ("LOTSE_ENV", "prod"),
        ("LOTSE_WEB_PORT", "achtzig"),
        ("LOTSE_WEB_PORT", "0"),
        ("LOTSE_RASA_PORT", "65536"),
        ("LOTSE_ACTIONS_PORT", "-1"),
        ("LOTSE_TURN_SECONDS", "0"),
        ("LOTSE_TURN_SECONDS", "bald"),
        ("LOTSE_RATE_CONVERSATION", "30"),
        ("LOTSE_RATE_CONVERSATION", "0/60"),
        ("LOTSE_RATE_ADDRESS", "viele/Minute"),
        ("LOTSE_TRUSTED_PROXIES", "-1"),
        ("LOTSE_NOW", "morgen"),
    ],
)
def test_a_wrong_value_is_refused_with_the_name_of_its_variable(name, value):
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value})


def test_values_are_read():
    given = read_settings({"LOTSE_WEB_PORT": "9000", "LOTSE_RATE_ADDRESS": "5/10", "LOTSE_NOW": "2026-11-22T10:00"})
    assert (given.web_port, given.address_rate) == (9000, Rate(5, 10))
    assert given.now().isoformat() == "2026-11-22T10:00:00+01:00"


def test_production_has_the_real_time():
    given = read_settings({"LOTSE_ENV": "production", "LOTSE_NOW": "2020-01-01T00:00"})
    assert given.fixed_now is None and given.now().tzinfo is module.TIME_ZONE
