"""What works in the background: sends the outbox and forgets what is too old. Listens on nothing."""
