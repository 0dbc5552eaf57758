"""Matters: what people leave with the office, whatever the kind. Number, code, consent, states, answers, deletion.

`kind` says what a kind declares, `kinds/` holds the kinds, `service` the verbs that are the same for all of them.
Nothing is imported here, so that the command line can name states without loading a database.
"""
