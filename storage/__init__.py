"""Where things are kept: the database, one unit of work, the migrations. Knows no table of its own."""
from storage.database import Database, StorageError

__all__ = ["Database", "StorageError"]
