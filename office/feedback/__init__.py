"""Feedback: whether an answer of the assistant helped, why not, and what had been asked and shown."""
from office.feedback.model import Change, FeedbackFilter, RatedAnswer, Rating, Reason, RecordCount
from office.feedback.service import DAYS_KEPT, FeedbackBook

__all__ = ["DAYS_KEPT", "Change", "FeedbackBook", "FeedbackFilter", "RatedAnswer", "Rating", "Reason", "RecordCount"]
