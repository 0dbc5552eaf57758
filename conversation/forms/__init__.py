"""Forms: one pure engine for all. `engine` decides, `replies` says it in German (docs/decisions/0013-forms.md)."""
