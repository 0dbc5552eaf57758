"""Projects elsewhere: what and where, what helped, what was hard, whom to ask."""
from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping

from knowledge.schema import Case
from knowledge.obstacles import Obstacle
from knowledge.schema.case import Stage
from wording.cards.piece import FACTS, Piece
from wording.cards.sentences import bullets, labelled
from wording.dates import listed

STAGES = {
    Stage.PILOT: "wird erprobt",
    Stage.RUNNING: "läuft",
    Stage.CONSOLIDATED: "ist auf Dauer angelegt",
    Stage.ENDED: "beendet",
}
OBSTACLES = {
    Obstacle.FINANCE: "das Geld",
    Obstacle.LAW: "rechtliche Fragen",
    Obstacle.PERMIT: "Genehmigungen",
    Obstacle.STAFF: "genug Personal",
    Obstacle.VOLUNTEERS: "genug Ehrenamtliche",
    Obstacle.COOPERATION: "die Zusammenarbeit",
    Obstacle.ACCEPTANCE: "andere zu überzeugen",
    Obstacle.DIGITAL: "die Technik",
    Obstacle.DATA_PROTECTION: "der Datenschutz",
    Obstacle.ROOMS: "passende Räume",
    Obstacle.MOBILITY: "die Wege im ländlichen Raum",
    Obstacle.KNOWLEDGE: "fehlendes Wissen",
    Obstacle.CONTINUATION: "dauerhaft weiterzumachen",
    Obstacle.BUREAUCRACY: "der Papierkram",
}


def short(record: Case, today: date) -> Iterator[str]:
    yield f"Ort: {record.place}"
    yield f"Was geholfen hat oder schwer war: {record.lessons[0]}"


def first(record: Case, today: date) -> Iterator[str]:
    stage = STAGES.get(record.stage)
    lines = [f"Ort: {record.place}", f"Zeit: {record.period}" + (f" ({stage})" if stage else ""), *_hard(record)]
    yield "\n".join(lines)


def pieces(record: Case, today: date) -> Mapping[str, Piece]:
    return {
        "gelernt": Piece.of(
            "Was half und was schwer war",
            bullets("Was geholfen hat und was schwer war", record.lessons),
            *_hard(record),
        ),
        FACTS: Piece.of(
            "So gingen sie vor",
            f"Ausgangslage: {record.starting_point}",
            f"Das Vorgehen: {record.concept}",
            bullets("Was herauskam", record.activities_results or record.facts),
            f"Geld: {record.financing}",
        ),
        "kontakt": Piece.of("Wen Sie dort fragen können", "\n".join(_contact(record))),
    }


def _hard(record: Case) -> Iterator[str]:
    yield from labelled("Schwierig war dabei", listed([OBSTACLES[one] for one in record.obstacles]))


def _contact(record: Case) -> Iterator[str]:
    contact = record.contact
    yield f"Ansprechstelle: {contact.organisation or 'uns nicht bekannt'}"
    yield from labelled("Genannte Person (kann gewechselt haben)", contact.person)
    yield from labelled("Telefon", contact.phone)
    yield from labelled("E-Mail", ", ".join(contact.emails))
    yield from labelled("Anschrift", contact.address)
    yield from labelled("Hinweis", contact.note)
