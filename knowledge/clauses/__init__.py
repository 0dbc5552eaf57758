"""The clauses of a message that may carry a request of their own."""
from knowledge.clauses.finding import MOST_WORDS, clauses_of

__all__ = ["MOST_WORDS", "clauses_of"]
