"""What works in the background: sends the outbox, keeps advisers' calendars right, forgets what is too old. Listens on
nothing."""
