"""Fixtures for all tests. Add your own in a file of your folder and name it here if other folders need it."""
from __future__ import annotations

pytest_plugins = ["tests.services"]
