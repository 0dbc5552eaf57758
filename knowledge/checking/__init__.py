"""Looking over the records: what is broken, contradictory, ended, due, unclear or hard to read. Pure but for links."""
from knowledge.checking.finding import Finding, Severity
from knowledge.checking.rules import findings_of

__all__ = ["Finding", "Severity", "findings_of"]
