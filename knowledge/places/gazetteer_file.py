"""Reading the gazetteer's file, and checking it.

Whatever is wrong with the file is a ContentError that names the entry and the field.
"""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

from knowledge.content_files import read_yaml
from knowledge.errors import ContentError
from knowledge.places.gazetteer import (
    USUAL_PREPOSITIONS,
    AmbiguousName,
    Candidate,
    Gazetteer,
    Kreis,
    Land,
    Locality,
    Part,
)
from knowledge.places.model import Place
from knowledge.places.spelling import fold, keys_of


def load_gazetteer(path: Path) -> Gazetteer:
    """Read and check the file; raises ContentError."""
    content = read_yaml(path, dict)
    top = _Entry(path.name, None, content)
    lands = _lands(top)
    kreise = _kreise(top, {land.iso for land in lands})
    kreis_lands = {kreis.name: kreis.land for kreis in kreise}
    gazetteer = Gazetteer(
        lands=lands,
        kreise=kreise,
        localities=(*_localities(top, {land.iso for land in lands}, kreis_lands), *_more_towns(top, kreis_lands)),
        ambiguous=tuple(_ambiguous(entry, lands, kreis_lands) for entry in top.entries("mehrdeutige_namen", "wort")),
        free_codes=frozenset(top.texts("kuerzel_frei")),
        codes_only_after_kreis=frozenset(top.texts("kuerzel_nur_mit_kreis")),
        also_dishes=top.texts("auch_speisen"),
        no_places=top.texts("keine_orte"),
        everyday_words=top.texts("gewoehnliche_woerter"),
    )
    _check_ids(path.name, gazetteer)
    return gazetteer


@dataclass(frozen=True)
class _Entry:
    """A record being read: every access checks, every complaint names file, record and field."""

    file: str
    name: str | None
    content: dict[Any, Any]

    def wrong(self, field: str | None, reason: str) -> ContentError:
        return ContentError(self.file, self.name, field, reason)

    def text(self, field: str, default: str | None = None) -> str:
        value = self.content.get(field, default)
        if value is None:
            raise self.wrong(field, "fehlt")
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, "muss ein Text sein")
        return value.strip()

    def flag(self, field: str, default: bool) -> bool:
        value = self.content.get(field, default)
        if not isinstance(value, bool):
            raise self.wrong(field, "muss true oder false sein")
        return value

    def texts(self, field: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self.content.get(field, default)
        if value is None:
            raise self.wrong(field, "fehlt")
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.wrong(field, "muss eine Liste von Texten sein")
        return tuple(one.strip() for one in value)

    def entries(self, field: str, name_field: str, default: tuple | None = None) -> Iterator[_Entry]:
        """The records below `field`, each named by its `name_field`."""
        value = self.content.get(field, default)
        if not isinstance(value, (list, tuple)):
            raise self.wrong(field, "fehlt" if value is None else "muss eine Liste von Einträgen sein")
        for number, content in enumerate(value, start=1):
            where = f"{field}, Eintrag {number}" if self.name is None else f"{self.name}, {field} {number}"
            if not isinstance(content, dict):
                raise ContentError(self.file, where, None, "ist keine Zuordnung von Feldern")
            name = content.get(name_field)
            named = isinstance(name, str) and self.name is None
            yield _Entry(self.file, name if named else where, content)

    def one_of(self, field: str, allowed: Any, what: str) -> str:
        return self.known(field, self.text(field), allowed, what)

    def known(self, field: str, value: str, allowed: Any, what: str) -> str:
        if value not in allowed:
            raise self.wrong(field, f"nennt „{value}“: {what}")
        return value


_NO_LAND = "ein solches Land gibt es nicht"
_NO_KREIS = "einen solchen Kreis gibt es nicht"


def _lands(top: _Entry) -> tuple[Land, ...]:
    return tuple(
        Land(
            iso=entry.text("iso"),
            name=entry.text("name"),
            in_words=entry.text("in_worten", f"in {entry.text('name')}"),
            aliases=entry.texts("umgangssprachlich"),
            adjectives=entry.texts("adjektive"),
            inhabitants=entry.texts("einwohner"),
            codes=entry.texts("kuerzel"),
        )
        for entry in top.entries("laender", "iso")
    )


def _kreise(top: _Entry, lands: set[str]) -> tuple[Kreis, ...]:
    kinds = ("landkreis", "regionalverband", "kreisfreie_stadt", "stadtstaat")
    entries = list(top.entries("kreise", "id"))
    ids = {entry.content.get("id") for entry in entries if isinstance(entry.content.get("id"), str)}
    kreise = []
    for entry in entries:
        name, kind = entry.text("name"), entry.one_of("typ", kinds, "diese Art gibt es nicht")
        preposition = "im" if kind in ("landkreis", "regionalverband") else "in"
        twin = entry.text("gleichnamige_stadt", "-")
        kreise.append(
            Kreis(
                id=entry.text("id"),
                name=name,
                in_words=entry.text("in_worten", f"{preposition} {name}"),
                kind=kind,
                land=entry.one_of("land", lands, _NO_LAND),
                aliases=entry.texts("aliases"),
                codes=entry.texts("kuerzel"),
                town_of_that_name=None if twin == "-" else entry.known("gleichnamige_stadt", twin, ids, _NO_KREIS),
            )
        )
    return tuple(kreise)


def _localities(top: _Entry, lands: set[str], kreis_lands: dict[str, str]) -> tuple[Locality, ...]:
    localities = []
    for entry in top.entries("orte_und_regionen", "id"):
        name = entry.text("anzeige", entry.text("name"))
        own_lands = entry.texts("laender")
        for land in own_lands:
            entry.known("laender", land, lands, _NO_LAND)
        kreise = [entry.known("kreise", kreis, kreis_lands, _NO_KREIS) for kreis in entry.texts("kreise")]
        for kreis in kreise:
            entry.known("kreise", kreis, [k for k in kreise if kreis_lands[k] in own_lands], "liegt in keinem der laender")
        localities.append(
            Locality(
                id=entry.text("id"),
                name=name,
                in_words=entry.text("in_worten", f"in {name}"),
                kind=entry.one_of("typ", ("stadt", "region"), "diese Art gibt es nicht"),
                lands=own_lands,
                kreise=tuple((kreis_lands[kreis], kreis) for kreis in kreise),
                aliases=(*entry.texts("aliases"), entry.text("name")),
                parts=tuple(_part(part, own_lands) for part in entry.entries("teile", "name", ())),
            )
        )
    return tuple(localities)


def _more_towns(top: _Entry, kreis_lands: dict[str, str]) -> Iterator[Locality]:
    """The towns that are listed by Kreis and have no other names; their id is only for the check that none stands twice."""
    for entry in top.entries("weitere_staedte", "kreis", ()):
        kreis = entry.one_of("kreis", kreis_lands, _NO_KREIS)
        land = kreis_lands[kreis]
        for name in entry.texts("staedte"):
            yield Locality(f"{kreis}: {name}", name, f"in {name}", "stadt", (land,), ((land, kreis),), (), ())


def _part(entry: _Entry, lands: tuple[str, ...]) -> Part:
    return Part(entry.text("name"), entry.one_of("land", lands, "gehört nicht zu den laender der Region"))


def _ambiguous(entry: _Entry, lands: tuple[Land, ...], kreis_lands: dict[str, str]) -> AmbiguousName:
    isos = {land.iso for land in lands}
    word = entry.text("wort")
    return AmbiguousName(
        word=word,
        candidates=tuple(_candidate(one, isos, kreis_lands) for one in entry.entries("kandidaten", "ort")),
        needs_context=entry.flag("nur_mit_ortsbezug", True),
        prepositions=entry.texts("praepositionen", USUAL_PREPOSITIONS),
        leads=tuple(keys_of(phrase)[: -len(keys_of(word))] for phrase in entry.texts("wendungen", ())),
        not_before=tuple(map(fold, entry.texts("nicht_vor", ()))),
        not_after=tuple(map(fold, entry.texts("nicht_nach", ()))),
        derived=entry.texts("ableitungen", ()),
        capitalised_only=entry.flag("nur_grossgeschrieben", False),
    )


def _candidate(entry: _Entry, lands: set[str], kreis_lands: dict[str, str]) -> Candidate:
    land = entry.one_of("land", lands, _NO_LAND)
    kreis = entry.one_of("kreis", kreis_lands, _NO_KREIS) if "kreis" in entry.content else None
    if kreis and kreis_lands[kreis] != land:
        raise entry.wrong("kreis", f"„{kreis}“ liegt nicht in {land}")
    place = Place(land, kreis, entry.text("ort") if "ort" in entry.content else None)
    return Candidate(place, entry.texts("namen", ()), entry.flag("nur_mit_hinweis", False))


def _check_ids(file: str, gazetteer: Gazetteer) -> None:
    """No id twice: they are public keys."""
    seen: set[str] = set()
    ids = [land.iso for land in gazetteer.lands]
    ids += [kreis.id for kreis in gazetteer.kreise] + [locality.id for locality in gazetteer.localities]
    for one in ids:
        if one in seen:
            raise ContentError(file, one, "id", "steht zweimal in der Datei")
        seen.add(one)
    words = [name.word for name in gazetteer.ambiguous]
    for word in words:
        if words.count(word) > 1:
            raise ContentError(file, word, "wort", "steht zweimal in der Datei")
