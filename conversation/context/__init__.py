"""What is understood of a conversation and kept for it, how it is taken away again, and the subjects before."""
from conversation.context.changes import Removal, Return, find_removal, find_return
from conversation.context.model import Context, Part
from conversation.context.subjects import Subject, Subjects

__all__ = ["Context", "Part", "Removal", "Return", "Subject", "Subjects", "find_removal", "find_return"]
