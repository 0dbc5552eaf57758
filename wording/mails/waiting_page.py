"""The page behind the link of the waiting list: what is offered, taking it, letting it go on, leaving."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser, SessionFormat
from office.appointments.hours import LOCAL
from office.appointments.model import BookingOutcome, BookingResult
from office.appointments.waiting_model import Waiting, WaitingOffer
from office.consent import Purpose
from office.typed_text import Reason
from wording.consent import current_text
from wording.dates import weekday_in_words
from wording.mails.pages import MailPage
from wording.session_words import FORMATS, clock, session_time
from wording.waiting import place_in_words

TITLE = "Warteliste"
ACCEPT, DECLINE, LEAVE = "annehmen", "ablehnen", "verlassen"
"""What a button sends."""
UNKNOWN = MailPage(
    "Link nicht mehr gültig",
    ("Dieser Link öffnet nichts. Vielleicht ist Ihr Platz auf der Warteliste zu Ende, oder Sie haben den Termin schon.",),
)
DECLINED = MailPage(TITLE, ("Gut, wir fragen die Nächsten. Sie bleiben auf der Warteliste.",))
LEFT = MailPage(TITLE, ("Sie stehen nicht mehr auf der Warteliste. Was Sie dafür angegeben haben, ist gelöscht.",))
GONE = MailPage(TITLE, ("Dieser Termin ist nicht mehr frei. Sie bleiben auf der Warteliste.",))
NAME, PHONE, FORMAT, PLACE, CONSENT = "name", "telefon", "form", "ort", "einwilligung"
"""Names of the fields of the form."""
LABELS = {
    NAME: "Name oder Pseudonym", PHONE: "Telefonnummer (nötig für ein Gespräch am Telefon)", FORMAT: "Wie möchten Sie sprechen?",
    PLACE: "Wohin sollen wir kommen? (nur für ein Gespräch bei Ihnen)",
}  # fmt: skip
BUTTONS = {ACCEPT: "Ja, diesen Termin nehmen", DECLINE: "Nein, den nächsten abwarten", LEAVE: "Die Warteliste verlassen"}
_PROBLEMS = {Reason.MISSING: "Bitte geben Sie einen Namen oder ein Pseudonym an.", Reason.TOO_LONG: "Das ist zu lang."}
NEEDS_PHONE = "Für ein Gespräch am Telefon brauchen wir eine Telefonnummer."
NEEDS_PLACE = "Für ein Gespräch bei Ihnen brauchen wir den Ort."
CONSENT_MISSING = "Ohne Ihre Zustimmung können wir den Termin nicht speichern."
_OTHER_PROBLEM = "Eine Angabe passt so nicht. Bitte sehen Sie Telefonnummer und Ort noch einmal an."


@dataclass(frozen=True)
class Choice:
    """A way to have the session: what is sent and what is read."""

    value: str
    title: str


def waiting_sentences(waiting: Waiting) -> tuple[str, ...]:
    """How it stands."""
    if waiting.offer is not None:
        return _offer_sentences(waiting.offer)
    until = waiting.until.astimezone(LOCAL).date()
    return (
        "Im Moment ist nichts frei, das zu Ihrem Wunsch passt.",
        place_in_words(waiting.before),
        f"Sie bleiben längstens bis {weekday_in_words(until)} auf der Liste.",
    )


def _offer_sentences(offer: WaitingOffer) -> tuple[str, ...]:
    until = offer.until.astimezone(LOCAL)
    return (
        f"Dieser Termin ist frei: {session_time(offer.slot)}.",
        f"Wir halten ihn für Sie frei bis {weekday_in_words(until.date())}, {clock(until)} Uhr.",
    )


def choices(adviser: Adviser, wanted: SessionFormat | None) -> tuple[Choice, ...]:
    """What the adviser can do, of it only what was wished for."""
    possible = [one for one in adviser.formats if wanted in (None, one)] or list(adviser.formats)
    return tuple(Choice(one.value, FORMATS[one]) for one in possible)


def consent_sentence(office: OfficeProfile) -> str:
    """The text that the box stands beside, and its version below `CONSENT`."""
    return current_text(Purpose.APPOINTMENT).filled(office)


def problems_told(result: BookingResult) -> tuple[str, ...]:
    """What has to be put right."""
    if result.outcome is BookingOutcome.CONSENT_MISSING:
        return (CONSENT_MISSING,)
    return tuple(dict.fromkeys(_PROBLEMS.get(one.reason, _OTHER_PROBLEM) for one in result.problems)) or (_OTHER_PROBLEM,)


def problems_told_otherwise() -> tuple[str, ...]:
    """Something was sent that the form does not offer."""
    return (_OTHER_PROBLEM,)


def booked_page(result: BookingResult, office: OfficeProfile) -> MailPage:
    """The number and, once, the code."""
    code: Sequence[str] = (
        (f"Ihr Code: {result.code}", "Bitte schreiben Sie ihn auf. Er wird nur hier und nur einmal gezeigt.")
        if result.code
        else ()
    )
    return MailPage(
        "Ihr Termin ist gebucht",
        (
            f"Ihr Beratungstermin: {session_time(result.appointment.slot)}.", f"Ihre Nummer: {result.number}", *code,
            "Mit Nummer und Code verlegen Sie den Termin oder sagen ihn ab, im Gespräch mit dem Ideenlotsen oder am Telefon: "
            f"{office.phone}.",
            *(["Eine Mail mit der Kalenderdatei ist unterwegs."] if result.has_mail else []),
        ),
    )  # fmt: skip


def too_many_page(office: OfficeProfile) -> MailPage:
    """This address has as many appointments as one may have."""
    return MailPage(TITLE, (f"Sie haben schon so viele Termine, wie möglich sind. Rufen Sie uns bitte an: {office.phone}.",))
