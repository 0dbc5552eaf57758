"""Builders of real records: `a_funding(amount_max_eur=5_000)` is a whole programme of which a test names one thing."""
from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.office import OfficeProfile
from knowledge.schema import Case, Contact, Event, Funding, LegalHurdle, Method
from knowledge.schema.adviser import Adviser

TODAY = date(2026, 11, 22)
"""The day on which tests happen."""

_RECORD = {
    "name": "Dorfbus für alle",
    "summary": "Ein kleiner Bus fährt dort, wo kein anderer fährt. Ehrenamtliche sitzen am Steuer.",
    "facts": ("Der Bus fährt zweimal am Tag.",),
    "topics": ("mobilitaet",),
    "regions": ("DE-SN",),
    "keywords": ("Bus", "Dorf"),
    "source_url": "https://quelle.example/bus",
    "source_title": "Beispielquelle",
    "as_of": "2026-05",
    "confidence": "hoch",
    "checked_on": "2026-11-01",
}
_FUNDING = {
    "id": "foe-beispiel",
    "provider": "Beispielstiftung",
    "funding_kind": "zuschuss",
    "level": "land",
    "eligible": ("verein", "kommune"),
    "amount_min_eur": 1_000,
    "amount_max_eur": 5_000,
    "funding_rate_pct": 80.0,
    "own_share_note": "Ein Fünftel zahlen Sie selbst.",
    "deadline": "laufend",
    "period_end": None,
    "status": "offen",
    "how_to_apply": "Antrag bei der Stiftung stellen.",
    "application_url": "https://quelle.example/antrag",
}
_LEGAL_HURDLE = {
    "id": "rec-beispiel",
    "legal_basis": ("§ 1 PBefG",),
    "jurisdiction": "bund",
    "who_decides": "Landratsamt",
    "typical_trap": "Der Fahrpreis liegt über den Kosten.",
    "ways_forward": ("Nur die Kosten der Fahrt verlangen",),
    "disclaimer_needed": True,
}
_CONTACT = {
    "id": "kon-beispiel",
    "organisation": "Beispielstelle",
    "unit": None,
    "role": "Beratung zu Bussen",
    "responsible_for_topics": ("mobilitaet",),
    "responsible_for_regions": ("DE-SN",),
    "phone": "030 23125-101",
    "email": "bus@beispiel.example",
    "address": None,
    "website": "https://beispiel.example",
    "opening_hours": "werktags von 9 bis 12 Uhr",
    "person": None,
}
_CASE = {
    "id": "fal-beispiel",
    "starting_point": "Im Dorf fuhr kein Bus mehr.",
    "goals": ("Alle kommen zum Arzt",),
    "concept": "Ehrenamtliche fahren nach Fahrplan.",
    "activities_results": ("Zwölf Menschen fahren",),
    "special_features": "Der Bus gehört dem Dorf.",
    "financing": "Spenden und ein Zuschuss der Gemeinde.",
    "participants": ("Busverein",),
    "contact": {"organisation": "Busverein"},
    "place": "Musterdorf",
    "country": "DE",
    "target_groups": ("ältere Menschen",),
    "stage": "laufend",
    "period": "seit 2020",
    "lessons": ("Es half, früh mit dem Kreis zu sprechen",),
    "obstacles": ("recht",),
    "related": (),
    "organisation_forms": ("verein",),
}
_METHOD = {
    "id": "met-beispiel",
    "steps": ("Fragen, wer fahren möchte", "Einen Fahrplan schreiben"),
    "effort": "vier Wochen",
    "materials": ({"title": "Leitfaden", "url": "https://quelle.example/leitfaden"},),
    "related": (),
}
_EVENT = {
    "id": "ver-beispiel",
    "event_kind": "veranstaltung",
    "dates": ("2026-12-03",),
    "place": "Görlitz",
    "online": False,
    "registration": "per E-Mail",
    "costs": "kostenlos",
    "status": "laufend",
}
_OFFICE = {
    "name": "Musterstelle für Soziale Innovation",
    "short_name": "Musterstelle",
    "land": "DE-SN",
    "phone": "030 23125-100",
    "email": "kontakt@musterstelle.example",
    "street": "Musterstraße 1",
    "postal_code": "01000",
    "city": "Musterstadt",
    "hours": ("Montag bis Freitag, 9 bis 12 Uhr",),
    "website": "https://musterstelle.example",
    "imprint": {"provider": "Musterträger e. V.", "represented_by": "Vorstand", "register": "VR 0000"},
    "supervisory_authority": {"name": "Datenschutzaufsicht", "website": "https://aufsicht.example"},
    "privacy_contact": {"name": "Datenschutz-Ansprechstelle", "email": "datenschutz@musterstelle.example"},
    "is_example": True,
}
_ADVISER = {
    "id": "ber-beispiel",
    "role": "Beispielberatung",
    "formats": ("telefon", "video"),
    "email": "beratung@musterstelle.example",
    "holidays": "DE-SN",
    "week": {day: [{"von": "09:00", "bis": "12:00"}] for day in ("montag", "dienstag", "mittwoch", "donnerstag", "freitag")},
}
"""An adviser for everything, on weekdays from nine to twelve."""
AN_ENTRY: dict[type, dict[str, Any]] = {
    Funding: {**_RECORD, **_FUNDING},
    LegalHurdle: {**_RECORD, **_LEGAL_HURDLE},
    Contact: {**_RECORD, **_CONTACT},
    Case: {**_RECORD, **_CASE},
    Method: {**_RECORD, **_METHOD},
    Event: {**_RECORD, **_EVENT},
}
"""One valid entry of each kind, as the fields of a content file."""


def a_sound_source() -> dict[str, Any]:
    """Fields of a source that is no placeholder, for what is to be free of findings."""
    return {"source_url": "https://www.sachsen.de/", "source_title": "Sachsen: Startseite"}


def a_funding(**changes: Any) -> Funding:
    return Funding(**{**AN_ENTRY[Funding], **changes})


def a_legal_hurdle(**changes: Any) -> LegalHurdle:
    return LegalHurdle(**{**AN_ENTRY[LegalHurdle], **changes})


def a_contact(**changes: Any) -> Contact:
    return Contact(**{**AN_ENTRY[Contact], **changes})


def a_case(**changes: Any) -> Case:
    return Case(**{**AN_ENTRY[Case], **changes})


def a_method(**changes: Any) -> Method:
    return Method(**{**AN_ENTRY[Method], **changes})


def an_event(**changes: Any) -> Event:
    return Event(**{**AN_ENTRY[Event], **changes})


def an_office(**changes: Any) -> OfficeProfile:
    return OfficeProfile(**{**_OFFICE, **changes})


def an_adviser(**changes: Any) -> Adviser:
    return Adviser(**{**_ADVISER, **changes})
