"""The kinds of matters, one module each; `office.matters.every_kind` lists them."""
