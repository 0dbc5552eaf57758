"""What the chat says of the waiting list."""
from __future__ import annotations

from datetime import datetime

from knowledge.office import OfficeProfile
from office.appointments.hours import LOCAL
from office.appointments.waiting_model import LONGEST_WAIT, Joined, JoinOutcome, Waiting, WaitingOffer
from wording.dates import weekday_in_words
from wording.session_words import clock, session_time


def waiting_list_offered() -> str:
    """Said where nothing was found."""
    return (
        "Ich kann Sie auf die Warteliste setzen. Wird ein Termin frei, sind Sie an der Reihe. Mit einer Mailadresse schreiben "
        "wir Ihnen. Ohne Mailadresse sehen Sie hier im Gespräch nach."
    )


def joined_text(joined: Joined, office: OfficeProfile) -> str:
    """How it went to get onto the list."""
    if joined.outcome is JoinOutcome.CONSENT_MISSING:
        return "Ohne Ihre Zustimmung kann ich Sie nicht auf die Warteliste setzen."
    if joined.outcome is JoinOutcome.NO_ADDRESS:
        return "Das ist keine Mailadresse. Schreiben Sie sie bitte noch einmal."
    if joined.outcome is JoinOutcome.TOO_MANY:
        return f"Die Warteliste nimmt gerade niemanden mehr auf. Rufen Sie uns bitte an: {office.phone}."
    before = {0: "Niemand steht vor Ihnen.", 1: "Vor Ihnen steht eine Person."}
    place = before.get(joined.before, f"Vor Ihnen stehen {joined.before} Personen.")
    how = (
        "Wird etwas frei, bekommen Sie eine Mail. Ihre Adresse müssen Sie vorher einmal bestätigen."
        if joined.has_mail
        else "Wird etwas frei, sehen Sie es hier. Schreiben Sie dann einfach „Warteliste“."
    )
    return f"Sie stehen auf der Warteliste. {place} {how} Sie bleiben höchstens {LONGEST_WAIT.days} Tage auf der Liste."


def waiting_text(waiting: Waiting | None) -> str:
    """How it stands."""
    if waiting is None:
        return "Sie stehen nicht auf der Warteliste."
    if waiting.offer is not None:
        return offered_text(waiting.offer)
    before = {0: "Niemand steht vor Ihnen.", 1: "Vor Ihnen steht eine Person."}
    place = before.get(waiting.before, f"Vor Ihnen stehen {waiting.before} Personen.")
    return f"Sie stehen auf der Warteliste. {place} Im Moment ist nichts frei, das zu Ihrem Wunsch passt."


def offered_text(offer: WaitingOffer) -> str:
    """A slot is kept for them."""
    return f"Für Sie ist ein Termin frei: {session_time(offer.slot)}. Ich halte ihn frei bis {until_in_words(offer.until)}."


def until_in_words(until: datetime) -> str:
    """„Dienstag, 1. Dezember 2026, 14:30 Uhr“"""
    local = until.astimezone(LOCAL)
    return f"{weekday_in_words(local.date())}, {clock(local)} Uhr"


LEFT = "Sie stehen nicht mehr auf der Warteliste. Was Sie dafür angegeben haben, ist gelöscht."
DECLINED = "Gut, ich frage die Nächsten. Sie bleiben auf der Warteliste."
TOO_LATE = "Dieser Termin ist nicht mehr für Sie frei."
