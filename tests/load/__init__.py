"""How the real processes behave under load and when they are killed."""
