"""Quiet signs of not wanting to live, of which it takes two; written as in `phrases`."""
from __future__ import annotations

QUIET_SUICIDE = """
alles|allem|ganzes|ganze ~ geregelt|erledigt|aufgeräumt|vorbereitet|verschenkt
verabschiedet|abschied
testament
zur_last|ballast|überflüssig|nutzlos|wertlos
keine ausweg|hoffnung|kraft|lösung|perspektive
keine sinn|zweck
kann|mag|will nicht mehr
tut|tuts mir leid
verzeih|verzeiht|verzeihung|vergebt|vergib
niemand|keine ~ brauch*|versteht|vermiss*|hört|liebt|mag ~ mich
niemand|keine ~ mich ~ braucht|versteht|vermisst|liebt|mag
einsam|ganz_allein|niemanden_mehr|keinen_menschen
müde ~ alles|allem|leben|kämpfen|so
schlafe|schlafen ~ nicht_mehr|immer|lange
komme|komm ~ nicht ~ aus ~ bett
nicht mehr aus ~ bett
alles ~ egal ~
strick|tabletten|brücke|gleise|rasierklinge|klinge
schluss ~ machen|mache|mach|ende
vorbei|aus ~ bald|endlich|gleich|alles
frieden|ruhe|erlösung ~ finden|endlich|haben
hof|haus|frau|mann|arbeit|alles ~ verloren
kümmert|kümmern|melken|füttern|füttert ~ jemand|bitte|euch
letzte|letzten|letztes mal|nachricht|nacht|tag|gruß
hasse ~ mich
wäre|wären ~ besser|froh|leichter
"""
"""Said alone, each is ordinary; two different ones beside an "ich" in a message without a project are a sign."""
