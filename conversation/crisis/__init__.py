"""Acute need, found before anything else happens with a message: `find_crisis` says which, and so who helps."""
from conversation.crisis.finding import CrisisKind, find_crisis
from conversation.crisis.suspicion import (
    may_be_everyday, names_only_the_field, only_chooses, only_swears, only_tells_where, only_tells_who, suspected_kind,
    tells_of_oneself,
)  # fmt: skip

__all__ = [
    "CrisisKind", "find_crisis", "may_be_everyday", "names_only_the_field", "only_chooses", "only_swears",
    "only_tells_where", "only_tells_who", "suspected_kind", "tells_of_oneself",
]  # fmt: skip
