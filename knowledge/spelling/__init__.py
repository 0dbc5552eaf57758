"""Spelling: the German dictionary, slips of the keyboard, dialect put into ordinary words."""
