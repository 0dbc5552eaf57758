"""Finding the records that answer a question: one ranking, deterministic, explained, its weights learned.

`index` tells how like a question each record is, by words and by meaning; `structure` what place, topic, legal form,
sum and end say; `weights` how much each of these counts; `finding` puts them together and names how a search ended.
"""
from knowledge.search.finding import Hit, Outcome, Search, SearchResult, has_ended

__all__ = ["Hit", "Outcome", "Search", "SearchResult", "has_ended"]
