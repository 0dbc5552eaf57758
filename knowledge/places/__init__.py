"""Places in German texts: which Land, Kreis, town or region somebody means.

`PlaceResolver.from_file(path).resolve("wir sind aus Görlitz")` is all that callers need. The names are data
(`knowledge/content/regionen.yml`); what German does with them (Görlitzer, sächsischen, Goerlitz) is code.
"""
from knowledge.places.model import Mention, Place, Resolution
from knowledge.places.resolver import PlaceResolver

__all__ = ["Mention", "Place", "PlaceResolver", "Resolution"]
