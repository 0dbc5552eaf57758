"""What works in the background: who leads, and which job ran when with what result."""
from office.work.service import JobRun, WorkLog

__all__ = ["JobRun", "WorkLog"]
