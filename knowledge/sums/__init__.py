"""Sums of money in German texts."""
from knowledge.sums.finding import Sum, find_sums

__all__ = ["Sum", "find_sums"]
