"""Rasa's actions: thin. The message goes in, a service answers, the wording goes out.

Importing this package registers nothing and opens nothing: `rasa run actions` finds the action classes in the modules
below, and each builds what it needs at its first use unless `bot/serve_actions.py` has injected it.
"""
