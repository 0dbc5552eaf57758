"""The demo page and the two pages that the law asks for."""
