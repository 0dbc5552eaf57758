"""The whole assistant in one process, with real Rasa and real actions, to play conversations: for the tests and for
`./lotse conversations`. It works on a database of its own, so that nothing of a rehearsal reaches the office."""
