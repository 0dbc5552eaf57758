"""What the office does for people: their cases (call-backs …), consent, deletion. Rules and verbs, no front end."""
