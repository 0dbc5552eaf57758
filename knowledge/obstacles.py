"""The kinds of obstacles, in cases and in what people report. Needs nothing installed: `./lotse --help` reads it."""
from __future__ import annotations

from enum import Enum


class Obstacle(str, Enum):
    """What a project had to fight with; the same kinds as in people's reports of obstacles."""

    FINANCE = "finanzierung"
    LAW = "recht"
    PERMIT = "genehmigung"
    STAFF = "personal"
    VOLUNTEERS = "ehrenamt"
    COOPERATION = "kooperation"
    ACCEPTANCE = "akzeptanz"
    DIGITAL = "digitalisierung"
    DATA_PROTECTION = "datenschutz"
    ROOMS = "raeume"
    MOBILITY = "mobilitaet"
    KNOWLEDGE = "wissen"
    CONTINUATION = "verstetigung"
    BUREAUCRACY = "buerokratie"
