"""What the office knows: sourced records, places, terms, and finding the right ones for a question."""
