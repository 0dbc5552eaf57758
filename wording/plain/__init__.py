"""The one way from an ordinary reply to one in Einfache Sprache (docs/decisions/0016-plain-language.md)."""
from wording.plain.replies import MOST_RECORDS, plainly

__all__ = ["MOST_RECORDS", "plainly"]
