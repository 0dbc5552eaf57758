"""How people tell an idea: the cues, and the rules that find problem, idea, people and needs in a told text."""
from knowledge.telling.told_idea import IdeaStage, Need, Part, ToldIdea, take_parts

__all__ = ["IdeaStage", "Need", "Part", "ToldIdea", "take_parts"]
