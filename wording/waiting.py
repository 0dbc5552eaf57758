"""What the chat says of the waiting list."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser
from office.appointments.hours import LOCAL
from office.appointments.model import Slot
from office.appointments.waiting_model import LONGEST_WAIT, Joined, JoinOutcome, Waiting, WaitingOffer
from wording.dates import weekday_in_words
from wording.form_buttons import begin_button, choice_button
from wording.needs import need_button
from wording.reply import Button, Reply
from wording.session_words import clock, session_time
from wording.waiting_form import FORM, OFFER_FORM

OFFERED = "WAITING_OFFERED"
"""The outcome of whatever tells of an open offer."""
TAKE, DECLINE, LEAVE = "nehmen", "ablehnen", "verlassen"
"""What the buttons of an offer do; beside it they carry the offer that they are about (`offer_key`)."""
ON_THE_LIST = "liste"
"""Stands in its place where a button is about the entry."""
JOIN = begin_button(FORM, "Auf die Warteliste")
_LEAVE = choice_button(OFFER_FORM, LEAVE, ON_THE_LIST, "Die Warteliste verlassen")
_NEW_WISH = begin_button(FORM, "Meinen Wunsch ändern")
NOBODY_THEN = "Dann ist keine Beratung da. Also wird auch nichts frei. Bitte nennen Sie eine andere Zeit."
LOOK_FIRST = "Zuerst sehe ich nach, was frei ist. Passt nichts, setze ich Sie auf die Warteliste."


def waiting_list_offered(has_others: bool) -> str:
    """Said where nothing was found, or only other times than the wished ones."""
    lead = "Passt das nicht? " if has_others else ""
    return f"{lead}Ich kann Sie auf die Warteliste setzen. Wird etwas Passendes frei, sage ich Bescheid."


def offer_key(offer: WaitingOffer) -> str:
    """Names an offer on its buttons: the moment at which the session would begin, in UTC."""
    return f"{offer.slot.starts_at:%Y%m%dT%H%M}"


def joined_reply(joined: Joined, office: OfficeProfile, is_free: bool = False) -> Reply:
    """How it went to get onto the list; `is_free`: something that fits is there already."""
    outcome = f"WAITING_{joined.outcome.value}"
    if joined.outcome is JoinOutcome.CONSENT_MISSING:
        return Reply("Ohne Ihre Zustimmung kann ich Sie nicht auf die Warteliste setzen.", outcome=outcome)
    if joined.outcome is JoinOutcome.INVALID:
        return Reply(
            "So kann ich Sie noch nicht auf die Warteliste setzen. Bitte prüfen Sie Namen, Telefonnummer und "
            "E-Mail-Adresse. Ihre Angaben sind noch da. Schreiben Sie zum Beispiel „ändere die Mail“.",
            outcome=outcome,
        )
    if joined.outcome is JoinOutcome.TOO_MANY:
        text = f"Die Warteliste nimmt gerade niemanden mehr auf. Rufen Sie uns bitte an: {office.phone}."
        return Reply(text, outcome=outcome, buttons=(need_button("mensch"),))
    how = (
        "Wird etwas frei, sage ich es hier und mit einer Mail. Ihre Mailadresse müssen Sie vorher einmal bestätigen."
        if joined.has_mail
        else "Wird etwas frei, sage ich es hier. Angerufen werden Sie nicht. Schauen Sie also hier wieder herein."
    )
    first = "Ob etwas frei wird, weiß ich nicht."
    if is_free:
        first = "Gerade ist etwas Passendes frei. Ich biete es der Reihe nach an."
    then = (
        f"{first} Jedes Angebot gilt nur eine Weile, dann frage ich die Nächsten. Sie bleiben höchstens "
        f"{LONGEST_WAIT.days} Tage auf der Liste. Mit „Warteliste“ sehen Sie nach."
    )
    return Reply(
        f"Sie stehen auf der Warteliste. {place_in_words(joined.before)}\n\n{how}\n\n{then}", outcome=outcome, buttons=(_LEAVE,)
    )


def place_reply(waiting: Waiting | None) -> Reply:
    """How it stands."""
    if waiting is None:
        return Reply(
            "Aus diesem Gespräch stehen Sie nicht auf der Warteliste. Den Platz aus einem anderen Gespräch zeigt der Link "
            "in der Mail.",
            outcome="WAITING_NOT",
            buttons=(JOIN,),
        )
    if waiting.offer is not None:
        return offered_reply(waiting.offer)
    until = weekday_in_words(waiting.until.astimezone(LOCAL).date())
    return Reply(
        f"Sie stehen auf der Warteliste. {place_in_words(waiting.before)} Im Moment ist nichts frei, das zu Ihrem Wunsch passt. Sie "
        f"bleiben längstens bis {until} auf der Liste.",
        outcome="WAITING_SHOWN",
        buttons=(_NEW_WISH, _LEAVE),
    )


def offered_reply(offer: WaitingOffer) -> Reply:
    """A slot is kept for them."""
    return Reply(
        f"Für Sie ist ein Termin frei: {session_time(offer.slot)}. Ich halte ihn frei bis {until_in_words(offer.until)}. "
        "Danach frage ich die Nächsten. Möchten Sie ihn nehmen?",
        outcome=OFFERED,
        buttons=(*offer_buttons(offer), _LEAVE),
    )


def offer_buttons(offer: WaitingOffer) -> tuple[Button, Button]:
    """To take it, and to let it go on."""
    key = offer_key(offer)
    return (
        choice_button(OFFER_FORM, TAKE, key, "Ja, diesen Termin nehmen"),
        choice_button(OFFER_FORM, DECLINE, key, "Nein, den nächsten abwarten"),
    )


def let_pass_reply() -> Reply:
    """Nobody has answered an offer in time."""
    return Reply(
        "Die Zeit für das Angebot ist um. Ich frage jetzt die Nächsten. Sie bleiben auf der Warteliste, aber weiter hinten. "
        "Verstreicht noch ein Angebot, endet Ihr Platz.",
        outcome="WAITING_LET_PASS",
        buttons=(_LEAVE,),
    )


def ended_reply() -> Reply:
    """They are not on the list any more, and it was not they who left it."""
    return Reply(
        "Ihr Platz auf der Warteliste ist zu Ende. Ich habe nichts Passendes gefunden, oder es kam keine Antwort auf die "
        "Angebote. Was Sie dafür angegeben haben, ist gelöscht.",
        outcome="WAITING_ENDED",
        buttons=(need_button("beratung_buchen"),),
    )


def left_reply() -> Reply:
    """They have left the list."""
    text = "Sie stehen nicht mehr auf der Warteliste. Was Sie dafür angegeben haben, ist gelöscht."
    return Reply(text, outcome="WAITING_LEFT")


def declined_reply() -> Reply:
    """They let the offer go on."""
    text = "Gut, ich frage die Nächsten. Sie bleiben auf der Warteliste."
    return Reply(text, outcome="WAITING_DECLINED", buttons=(_LEAVE,))


def too_late_reply(waiting: Waiting | None) -> Reply:
    """The offer is not theirs any more; another one may be."""
    if waiting is None:
        return Reply(
            "Dieser Termin ist nicht mehr für Sie frei. Auf der Warteliste stehen Sie auch nicht mehr. Haben Sie ihn schon "
            "genommen? Dann schreiben Sie: Wann ist mein Termin?",
            outcome="WAITING_TOO_LATE",
        )
    if waiting.offer is not None:
        other = offered_reply(waiting.offer)
        return Reply(f"Dieser Termin ist nicht mehr für Sie frei. {other.text}", outcome=OFFERED, buttons=other.buttons)
    return Reply(
        f"Dieser Termin ist nicht mehr für Sie frei. Sie bleiben auf der Warteliste. {place_in_words(waiting.before)}",
        outcome="WAITING_TOO_LATE",
        buttons=(_LEAVE,),
    )


def with_place(reply: Reply) -> Reply:
    """The receipt of a session for somebody who still waits for another one."""
    text = "Auf der Warteliste stehen Sie weiter. Brauchen Sie den Platz nicht mehr, verlassen Sie sie bitte."
    return replace(reply, text=f"{reply.text}\n\n{text}", buttons=(*reply.buttons, _LEAVE))


def taking(slot: Slot, adviser: Adviser | None) -> str:
    """Above the questions before it is booked."""
    return f"{session_time(slot)}{f' ({adviser.role})' if adviser else ''}"


def not_taken(offer: WaitingOffer) -> str:
    """To a no in the middle: the offer stands as before."""
    return f"Gut, ich buche nichts. Der Termin bleibt bis {until_in_words(offer.until)} für Sie frei."


def until_in_words(until: datetime) -> str:
    """„Dienstag, 1. Dezember 2026, 14:30 Uhr“"""
    local = until.astimezone(LOCAL)
    return f"{weekday_in_words(local.date())}, {clock(local)} Uhr"


def place_in_words(before: int) -> str:
    """How many are asked first about times that would do for both; who waits for other times is not counted."""
    told = {
        0: "Vor Ihnen wartet niemand auf eine Zeit, die auch Ihnen passt.",
        1: "Vor Ihnen wartet eine Person auf eine Zeit, die auch Ihnen passen kann.",
    }
    return told.get(before, f"Vor Ihnen warten {before} Personen auf Zeiten, die auch Ihnen passen können.")
