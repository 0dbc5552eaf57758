"""What is said beside any question, and what only sounds so."""
from __future__ import annotations

import pytest

from conversation.asides import Aside, aside_in
from conversation.small_talk import is_advance


@pytest.mark.parametrize("text, aside", [
    ("Garantieren Sie mir, dass das Projekt Geld bekommt?", Aside.PROMISE),
    ("Können Sie uns das versprechen?", Aside.PROMISE),
    ("Versprechen Sie mir bis morgen eine Antwort?", Aside.PROMISE),
    ("kriegen wir da safe was", Aside.PROMISE),
    ("Bekomme ich Geld?", Aside.PROMISE),
    ("Wer garantiert den Fahrdienst am Wochenende?", None),
    ("Wie bekommen wir Geld für den Chor?", None),
    ("Wir haben den Kindern einen Spielplatz versprochen", None),
    ("ich kann nicht telefonieren", Aside.NO_TELEPHONE),
    ("telefonieren kann ich leider nicht", Aside.NO_TELEPHONE),
    ("lieber per E-Mail", Aside.NO_TELEPHONE),
    ("Wer fördert ein Telefon für Einsame?", None),
    ("Ich möchte anrufen", None),
    ("Haben Sie eine Telefonnummer, unter der ich jemanden erreiche?", Aside.NUMBER_OF_OFFICE),
    ("Wie ist die Telefonnummer der Diakonie?", None),
    ("Welche Ideen gibt es schon?", Aside.IDEAS_OF_OTHERS),
    ("was gibt es schon für ideen", Aside.IDEAS_OF_OTHERS),
    ("Gibt es schon Ideen?", Aside.IDEAS_OF_OTHERS),
    ("Was haben andere schon eingereicht?", Aside.IDEAS_OF_OTHERS),
    ("Zeig mir eingereichte Ideen", Aside.IDEAS_OF_OTHERS),
    ("Wo kann ich die veröffentlichten Ideen sehen?", Aside.IDEAS_OF_OTHERS),
    ("kann man die ideen von anderen leuten lesen", Aside.IDEAS_OF_OTHERS),
    ("Gibt es Ideen für einen leeren Laden?", None),
    ("Welche Ideen werden gefördert?", None),
    ("Welche Ideen wurden mit Geld unterstützt?", None),
    ("wo seh ich meine eingereichten ideen", None),
    ("Wann entscheiden Sie über die eingereichten Ideen?", None),
    ("Wir haben viele Ideen und wissen nicht weiter", None),
    ("Leute mit ähnlichen Ideen treffen", None),
])  # fmt: skip
def test_asides(text, aside):
    assert aside_in(text) is aside


@pytest.mark.parametrize("text, expected", [
    ("willst du mit mir schlafen", True),
    ("hast du sex", True),
    ("Wer fördert sexuelle Aufklärung an Schulen?", False),
    ("Wo können Obdachlose schlafen?", False),
])  # fmt: skip
def test_advances(text, expected):
    assert is_advance(text) is expected
