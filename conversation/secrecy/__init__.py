"""What people say and nobody else is to read later: secret codes, and personal data that was not asked for.

How and why: docs/decisions/0017-codes-in-conversations.md.
"""
