"""The file `.env`."""
from __future__ import annotations

import pytest

from bot.env_file import read_env_file
from bot.settings import SettingsError


def test_values_are_read_and_the_environment_counts_more(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# Ports\nLOTSE_WEB_PORT=9000\nexport LOTSE_ENV = 'test'\n\nLOTSE_NOW=\n", "utf-8")
    found = read_env_file(file, {"LOTSE_WEB_PORT": "8080"})
    assert found == {"LOTSE_ENV": "test", "LOTSE_NOW": ""}


def test_a_missing_file_is_an_empty_one(tmp_path):
    assert read_env_file(tmp_path / ".env", {}) == {}


def test_a_line_that_is_no_setting_is_named(tmp_path):
    (tmp_path / ".env").write_text("LOTSE_ENV=test\nPort 8080\n", "utf-8")
    with pytest.raises(SettingsError, match="Zeile 2"):
        read_env_file(tmp_path / ".env", {})
