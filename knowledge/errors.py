"""What can be wrong with the content and with changing it."""
from __future__ import annotations


class ContentError(ValueError):
    """A content file cannot be used. Names the file, the record and the field, and says in German what is wrong.

    `remedy` is a German sentence about what to do, where there is more to say than the reason says.
    """

    def __init__(
        self, file: str, record: str | None, field: str | None, reason: str, remedy: str | None = None
    ) -> None:
        self.file, self.record, self.field, self.reason, self.remedy = file, record, field, reason, remedy
        place = ", ".join(part for part in (file, record, f"Feld „{field}“" if field else None) if part)
        super().__init__(f"{place}: {reason}")


class RevisionError(ValueError):
    """A record cannot be changed as asked; the message says in German why and what to do."""
