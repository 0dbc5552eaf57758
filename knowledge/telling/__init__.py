"""How people tell an idea: the cues, and the rules that find problem, idea, people and needs in a told text.

`knowledge.told_idea.take_parts` is all that callers need.
"""
