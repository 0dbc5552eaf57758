"""What pydantic says of a field that does not fit, in German and with a remedy."""
from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

_REASONS = {
    "value_error.missing": "fehlt",
    "value_error.extra": "gehört nicht in dieses Format",
    "type_error.none.not_allowed": "ist leer",
    "value_error.any_str.min_length": "ist leer",
    "value_error.date": "ist kein Datum (JJJJ-MM-TT)",
    "value_error.str.regex": "hat nicht die richtige Form",
    "value_error.any_str.max_length": "ist zu lang",
    "type_error.str": "ist kein Text (vielleicht fehlen Anführungszeichen)",
    "type_error.tuple": "ist keine Liste",
    "type_error.dict": "ist keine Zuordnung von Feldern",
    "type_error.integer": "ist keine ganze Zahl",
    "type_error.float": "ist keine Zahl",
    "type_error.bool": "ist weder true noch false",
}
_REASON_FAMILIES = (("value_error.url", "ist keine Internetadresse"), ("value_error.number", "ist zu klein oder zu groß"))
_REMEDIES = {
    "value_error.missing": "Bitte ergänzen Sie das Feld; ein Muster steht in docs/records.",
    "type_error.none.not_allowed": "Bitte füllen Sie das Feld aus.",
    "value_error.any_str.min_length": "Bitte füllen Sie das Feld aus.",
    "value_error.date": "Bitte schreiben Sie den Tag etwa so: 2026-11-22.",
    "value_error.any_str.max_length": "Bitte kürzen Sie.",
    "type_error.str": "Bitte setzen Sie den Wert in Anführungszeichen.",
    "type_error.tuple": "Bitte schreiben Sie jeden Wert in eine eigene Zeile, mit einem Strich davor.",
    "type_error.integer": "Bitte schreiben Sie nur Ziffern, ohne Punkt und Währung: 5000.",
    "type_error.float": "Bitte schreiben Sie nur eine Zahl, mit Punkt statt Komma: 82.5.",
    "type_error.bool": "Bitte schreiben Sie true (ja) oder false (nein).",
    "type_error.enum": "Bitte nehmen Sie eines der bekannten Wörter, genau so geschrieben.",
}
_REMEDIES_OF_FIELDS = {
    "id": "Die id beginnt mit dem Kürzel der Art und hat nur kleine Buchstaben, Ziffern und Striche.",
    "as_of": "Bitte schreiben Sie Jahr, Monat oder Tag in Anführungszeichen: '2026', '2026-05', '2026-05-31'.",
    "owner": "Bitte nennen Sie eine Rolle, etwa Redaktion Förderung, und keine Person.",
    "email": "Bitte schreiben Sie eine E-Mail-Adresse wie kontakt@stelle.example.",
    "recurrence": "Bitte schreiben Sie Monat und Tag in Anführungszeichen: '03-31'.",
    "role": "Bitte nennen Sie eine Rolle, etwa Förderberatung, und keine Person.",
    "week": "Bitte schreiben Sie Zeiten so: montag: [{von: 9:00, bis: 12:00}].",
    "exceptions": "Bitte schreiben Sie einen anderen Tag so: {am: 2026-12-24, zeiten: [{von: 9:00, bis: 12:00}]}.",
    "leave": "Bitte schreiben Sie eine Abwesenheit so: {von: 2026-12-21, bis: 2026-12-31}.",
}
_REMEDY_FAMILIES = (
    ("value_error.url", "Bitte kopieren Sie die ganze Adresse aus dem Browser, mit https:// am Anfang."),
    ("value_error.number", "Bitte prüfen Sie die Zahl."),
)
_ANY_REMEDY = "Bitte berichtigen Sie das Feld; ein Muster steht in docs/records."


def field_of(error: dict[str, Any]) -> str | None:
    """The field as a dotted path (`contact.phone`, `regions.0`), or None if it is about several."""
    return ".".join(str(part) for part in error["loc"] if part != "__root__") or None


def reason_of(error: dict[str, Any]) -> str:
    """What is wrong, to stand after the name of the field."""
    kind = error["type"]
    if kind == "type_error.enum":
        return f"kennt nur: {', '.join(one.value for one in error['ctx']['enum_values'])}"
    return _REASONS.get(kind) or _of_family(_REASON_FAMILIES, kind) or error["msg"]


def remedy_of(error: dict[str, Any], model: type[BaseModel]) -> str:
    """What to do about it, a sentence or two."""
    kind, field = error["type"], str(error["loc"][0])
    if kind == "value_error.extra":
        return _remedy_for_unknown(str(error["loc"][-1]), model)
    if kind == "value_error.missing":
        return _REMEDIES[kind]
    by_field = _REMEDIES_OF_FIELDS.get(field)
    return by_field or _REMEDIES.get(kind) or _of_family(_REMEDY_FAMILIES, kind) or _ANY_REMEDY


def _remedy_for_unknown(name: str, model: type[BaseModel]) -> str:
    near = get_close_matches(name, model.__fields__, n=1)
    meant = f"Meinten Sie {near[0]}? " if near else ""
    return f"{meant}Bitte berichtigen Sie den Feldnamen oder nehmen Sie das Feld heraus."


def _of_family(families: tuple[tuple[str, str], ...], kind: str) -> str | None:
    return next((text for start, text in families if kind.startswith(start)), None)
