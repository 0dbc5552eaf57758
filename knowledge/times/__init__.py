"""The German grammar of dates and times: what a message says about when."""
from knowledge.times.meanings import Days, Minutes, Recurrence, TimeMention, read_meaning
from knowledge.times.mentions import find_times

__all__ = ["Days", "Minutes", "Recurrence", "TimeMention", "find_times", "read_meaning"]
