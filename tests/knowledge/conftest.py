from __future__ import annotations

from tests.library import library, library_file  # noqa: F401
