"""What may go wrong beside the named outcomes. Front ends import the error from here, since they know no database."""
from storage import StorageError

__all__ = ["StorageError"]
