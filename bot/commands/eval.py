"""Misst, wie gut der Assistent versteht und findet, an Nachrichten, die andere Hände geschrieben haben als die Trainingsdaten.

nlu: Bedürfnisse (je Stil, je Bedürfnis, Verwechslungen, Sicherheit), Angaben, Notlagen, Zeit je Nachricht; alle Anteile
mit 95-%-Bereich. Verglichen wird mit dem zuletzt angenommenen Modell (--accept nimmt dieses an).
search: wie oft der richtige Eintrag zuerst kommt, neben der Volltextsuche einer gewöhnlichen Internetseite.
"""
from __future__ import annotations

from bot.settings import Settings

HELP = "messen, wie gut der Assistent versteht und findet"


def add_arguments(parser) -> None:
    parser.add_argument("what", choices=("nlu", "search"), metavar="WAS", help="nlu oder search")
    parser.add_argument("--sealed", action="store_true", help="die versiegelte Menge, nach der nichts gestellt wird")
    parser.add_argument("--parts", action="store_true", help="dazu, was jedes Teil der Erkennung wert ist (Minuten)")
    parser.add_argument("--stock", action="store_true", help="dazu Rasas Vorgabe mit DIET und TED (bis zu einer Stunde)")
    parser.add_argument("--write", action="store_true", help="die Tabellen in docs/ schreiben")
    parser.add_argument("--learn", action="store_true", help="search: vorher die Gewichte der Suche neu lernen")
    parser.add_argument("--speed", action="store_true", help="search: dazu die Zeit bei 1.000 und 50.000 Einträgen")
    parser.add_argument("--accept", action="store_true", help="dieses Modell als Vergleich für später annehmen")


def run(arguments, settings: Settings) -> int:
    if arguments.what == "search":
        from bot.measuring import search

        return search.run(arguments, settings)
    from bot.measuring import understanding

    return understanding.run(arguments, settings)
