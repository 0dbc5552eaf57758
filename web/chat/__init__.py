"""The chat API: turns in, answers and events out; described in openapi.yml."""
