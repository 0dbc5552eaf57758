"""Advisory sessions: who has time when, and bookings, of which no two ever get the same time.

What is here and why: docs/decisions/0024-appointments.md.
"""
