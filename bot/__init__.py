"""The running assistant: settings, start, command line and the parts that plug into Rasa."""
