"""What the kinds of obstacles are called, for people, staff and figures."""
from __future__ import annotations

from knowledge.obstacles import Obstacle

SORTS = {
    Obstacle.FINANCE.value: "Geld",
    Obstacle.LAW.value: "Recht und Vorschriften",
    Obstacle.PERMIT.value: "Genehmigung",
    Obstacle.STAFF.value: "Personal",
    Obstacle.VOLUNTEERS.value: "Ehrenamt",
    Obstacle.COOPERATION.value: "Zusammenarbeit",
    Obstacle.ACCEPTANCE.value: "Akzeptanz",
    Obstacle.DIGITAL.value: "Digitales",
    Obstacle.DATA_PROTECTION.value: "Datenschutz",
    Obstacle.ROOMS.value: "Räume",
    Obstacle.MOBILITY.value: "Mobilität",
    Obstacle.KNOWLEDGE.value: "Fehlendes Wissen",
    Obstacle.CONTINUATION.value: "Weiterführung",
    Obstacle.BUREAUCRACY.value: "Bürokratie",
}
"""Value that is stored → its German name."""
