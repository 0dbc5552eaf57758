"""The questions with which somebody gets onto the waiting list, and those before an offer of it is booked."""
from __future__ import annotations

from knowledge.office import OfficeProfile
from knowledge.times.wish import TimeWish
from wording.appointment_form import wish_in_words

FORM, OFFER_FORM = "warteliste", "warteplatz"
TITLE, OFFER_TITLE = "Warteliste", "Termin von der Warteliste"
SEND = "Ja, auf die Warteliste"
WHEN_LABEL = "Zeit"
WHEN = "Wann würde es Ihnen passen? Schreiben Sie es in Ihren Worten."
WHEN_HELP = "Zum Beispiel: nächste Woche vormittags, nicht montags, oder nach 16 Uhr. Ohne Angabe nehme ich jede Zeit."
CONTACT_HELP = (
    "Mit einer E-Mail-Adresse schreiben wir Ihnen, wenn etwas frei wird. Mit einer Telefonnummer sehen Sie es nur hier."
)
OFFER_TOPIC, OFFER_PLACE, OFFER_FORMAT = "Thema nennen", "Ort nennen", "Form nennen"
PHONE_NEEDED = "Für ein Gespräch am Telefon brauche ich Ihre Telefonnummer. Wie lautet sie?"


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand Ihre Angaben aufbewahren. Bei einem Nein wird nichts gespeichert. Einen Termin bekommen "
        f"Sie auch am Telefon: {office.phone} ({'; '.join(office.hours)})."
    )


def when_in_words(wish: TimeWish) -> str:
    """The wished times, or that any would do."""
    return wish_in_words(wish) or "jederzeit"
