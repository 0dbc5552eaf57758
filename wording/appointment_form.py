"""The questions of the form in which an advisory session is booked, and what is said while a time is looked for and held."""
from __future__ import annotations

from datetime import datetime
from typing import Mapping, Sequence

from knowledge.office import OfficeProfile
from knowledge.schema.adviser import Adviser, SessionFormat
from knowledge.times.wish import TimeWish
from office.appointments.hours import LOCAL
from office.appointments.model import Slot
from wording.form_buttons import begin_button
from wording.reply import Reply
from wording.dates import WEEKDAYS, listed, weekday_in_words
from wording.session_words import FORMATS, clock, session_time
from wording.times import time_in_words

FORM = "termin"
TITLE = "Beratungstermin"
BEGIN = "Einen Termin vereinbaren"
SEND = "Ja, Termin buchen"
AGREE, REFUSE = "Ja, ich stimme zu", "Nein, lieber nicht"
CONSENT_LABEL = "Einwilligung"
TOPIC_LABEL, TOPIC = "Thema", "Worum soll es gehen, und wo liegt Ihr Vorhaben? Ein paar Wörter genügen."
TOPIC_HELP = "Mit Thema und Ort finde ich die Beratung, die am besten passt. Zum Beispiel: Fördermittel für einen Dorfladen in Bautzen."
PLACE_LABEL, PLACE = "Ort", "Wo liegt Ihr Vorhaben? Der Ort oder der Landkreis genügt."
PLACE_HELP = "Manche Beratung ist nur für bestimmte Landkreise da, und manche kommt zu Ihnen."
SLOT_LABEL = "Zeit"
SLOT_HELP = (
    "Wählen Sie eine der Zeiten, oder schreiben Sie, wann es Ihnen passt. Zum Beispiel: nächste Woche vormittags, nicht montags, "
    "nach 16 Uhr oder am 3. Dezember um halb drei."
)
OTHER = "Andere Zeit"
WHICH = "Welche Zeit passt Ihnen? Sie können auch schreiben, wann es Ihnen besser passt."
THIS_ONE = "Passt Ihnen diese Zeit? Sie können auch schreiben, wann es Ihnen besser passt."
WHEN_ELSE = "Wann würde es Ihnen sonst passen? Schreiben Sie es in Ihren Worten."
FORMAT_LABEL, FORMAT = "Form", "Wie soll das Gespräch stattfinden?"
FORMAT_HELP = "Wählen Sie eines davon. Angeboten wird, was bei dieser Beratung möglich ist."
LENGTH_LABEL, LENGTH = "Dauer", "Wie lange soll das Gespräch dauern?"
LENGTH_HELP = "Für eine erste Frage genügt meist eine halbe Stunde."
OFFER_LENGTH = "Andere Dauer"
ACCESS_LABEL, ACCESS = "Das brauche ich", "Was brauchen Sie, damit Sie gut teilnehmen können?"
ACCESS_HELP = "Zum Beispiel: ein Eingang ohne Stufen, Gebärdensprache, Einfache Sprache, mitschreiben, mehr Zeit."
OFFER_ACCESS = "Ich brauche Unterstützung"
NOTE_LABEL, NOTE = "Notiz", "Was sollen wir vorher wissen?"
NOTE_HELP = "Zwei, drei Sätze genügen. Namen von anderen Menschen lassen Sie bitte weg."
OFFER_NOTE = "Etwas dazu sagen"
WHO_LABEL = "Name"
WHO = "Wie dürfen wir Sie nennen, und wie erreichen wir Sie? Ein erfundener Name und eine Telefonnummer oder E-Mail-Adresse genügen."
WHO_HELP = "Zum Beispiel: Erika, 030 23125 412. Der Name muss nicht Ihr richtiger sein."
CONTACT_LABEL, CONTACT = "Telefon oder E-Mail", "Unter welcher Telefonnummer oder E-Mail-Adresse erreichen wir Sie?"
CONTACT_HELP = "Bitte die Telefonnummer mit Vorwahl, zum Beispiel 030 23125 412. Oder eine E-Mail-Adresse."
EXTEND = "Länger reservieren"
FORMAT_TITLES: Mapping[SessionFormat, str] = {
    SessionFormat.PHONE: "Am Telefon", SessionFormat.VIDEO: "Als Videogespräch", SessionFormat.ON_SITE: "Ich komme zu Ihnen",
    SessionFormat.VISIT: "Sie kommen zu uns",
}  # fmt: skip
"""As the person would say it."""
LENGTH_TITLES = {"30": "30 Minuten", "60": "60 Minuten"}
_NOT_LONGER = "Länger kann ich die Zeit nicht reservieren. Sie bleibt bis {} Uhr für Sie frei."
_PARTS = {
    "minutes": "diese Dauer", "topics": "dieses Thema", "language": "diese Sprache", "format": "diese Form des Gesprächs",
    "adviser": "diese Beratung", "kreis": "diesen Landkreis", "land": "dieses Bundesland", "access": "diese Unterstützung",
}  # fmt: skip
_MOST_DAYS = 7


def explained(office: OfficeProfile, is_open: bool) -> Reply:
    """To somebody who asks about sessions; what the office has not told is not invented."""
    return Reply(
        "Einen Beratungstermin vereinbaren Sie hier im Chat: Sie sagen, worum es geht und wann es Ihnen passt, und ich zeige Ihnen freie "
        "Zeiten. Ein erfundener Name und ein Weg, Sie zu erreichen, genügen. Danach bekommen Sie eine Nummer und einen "
        "Code. Damit können "
        "Sie den Termin hier verlegen oder absagen, solange er nicht ganz nah ist. Zu Kosten und Ablauf steht in meinen "
        "Unterlagen nichts. "
        f"Das sagt Ihnen die {office.name}: {office.phone} ({'; '.join(office.hours)}).",
        outcome="SESSIONS_EXPLAINED",
        buttons=() if is_open else (begin_button(FORM, BEGIN),),
    )


def consent_help(office: OfficeProfile) -> str:
    """Why this is asked, and what happens with a no."""
    return (
        "Ohne Ihr Ja darf niemand Ihre Angaben aufbewahren. Bei einem Nein wird nichts gespeichert, und die Zeit ist wieder frei. "
        f"Einen Termin bekommen Sie auch am Telefon: {office.phone} ({'; '.join(office.hours)})."
    )


def slot_title(slot: Slot) -> str:
    """„Di, 1. Dezember, 9:30 Uhr“: short enough for a button."""
    local = slot.starts_at.astimezone(LOCAL)
    day = weekday_in_words(local.date()).partition(", ")[2].rpartition(" ")[0]
    return f"{WEEKDAYS[local.weekday()][:2]}, {day}, {clock(local)} Uhr"


def slot_lines(slots: Sequence[Slot], advisers: Mapping[str, Adviser]) -> str:
    """The slots, numbered as „der zweite“ counts them; who it is stands behind each where they differ."""
    differ = len({(one.adviser, one.minutes) for one in slots}) > 1
    lines = [f"{at}. {session_time(one)}{f': {_with(one, advisers)}' if differ else ''}" for at, one in enumerate(slots, 1)]
    whole = "" if differ or not slots else f"{_with(slots[0], advisers)}:\n"
    return whole + "\n".join(lines)


def _with(slot: Slot, advisers: Mapping[str, Adviser]) -> str:
    adviser = advisers.get(slot.adviser)
    if adviser is None:
        return f"{slot.minutes} Minuten"
    formats = listed([FORMATS[one] for one in adviser.formats], "oder")
    return f"{adviser.role} ({slot.minutes} Minuten, {formats})"


def found(wish: TimeWish, is_later: bool) -> str:
    """Above slots that fit the wish."""
    told = wish_in_words(wish)
    if told:
        return f"Zu Ihrem Wunsch ({told}) sind diese Zeiten frei." if not is_later else f"Weitere freie Zeiten ({told}):"
    return "Weitere freie Zeiten:" if is_later else "Diese Zeiten sind als nächste frei."


def nearest(wish: TimeWish, is_too_far: bool = False) -> str:
    """Above slots that do not fit the wish but come nearest to it."""
    told = wish_in_words(wish)
    if is_too_far:
        return f"Gewünscht: {told}. So weit voraus gibt es noch keine Termine. Am nächsten kommen diese Zeiten."
    return f"Zu Ihrem Wunsch ({told}) ist nichts frei. Am nächsten kommen diese Zeiten." if told else found(wish, False)


def no_more(has_wish: bool) -> str:
    """There are no later slots than those shown before."""
    return "Spätere Zeiten gibt es nicht. Diese sind frei." if not has_wish else "Spätere Zeiten gibt es zu Ihrem Wunsch nicht. Diese sind frei."


def full(office: OfficeProfile) -> str:
    """All is booked."""
    return (
        "Zurzeit ist bei der passenden Beratung kein Termin frei. Vielleicht weiß die Stelle einen anderen Weg: "
        f"{office.phone} ({'; '.join(office.hours)})."
    )


def nobody(without: Sequence[str], office: OfficeProfile) -> str:
    """No adviser fits; `without` names the parts of the wish that stand in the way."""
    told = listed([_PARTS[one] for one in without if one in _PARTS])
    reason = f"Für {told} finde ich hier keine Beratung." if told else "Dafür finde ich hier keine Beratung."
    return f"{reason} Bitte rufen Sie die {office.name} an, sie klärt das mit Ihnen: {office.phone} ({'; '.join(office.hours)})."


def held(slot: Slot, until: datetime, adviser: Adviser | None) -> str:
    """The slot is kept for the person; its end is told."""
    who = f" ({adviser.role})" if adviser else ""
    return f"{session_time(slot)}{who}: Diese Zeit ist bis {clock(until)} Uhr für Sie reserviert."


def still_held(until: datetime) -> str:
    """Below a later question."""
    return f"Reserviert bis {clock(until)} Uhr."


def extended(until: datetime) -> str:
    """It was prolonged."""
    return f"Gut, die Zeit bleibt bis {clock(until)} Uhr für Sie reserviert."


def not_longer(until: datetime) -> str:
    """It was prolonged as often as may be."""
    return _NOT_LONGER.format(clock(until))


def held_again(slot: Slot, until: datetime) -> str:
    """The hold had run out while the person was typing, and the slot was still free."""
    return f"Die Reservierung war abgelaufen. {session_time(slot)} war noch frei und ist jetzt wieder bis {clock(until)} Uhr reserviert."


def gone(slot: Slot) -> str:
    """Somebody else has the slot by now."""
    return f"{session_time(slot)}: Diese Zeit ist inzwischen vergeben."


def not_for_this(slot: Slot) -> str:
    """The adviser of the chosen slot cannot do what is wanted now."""
    return f"{session_time(slot)} passt dazu nicht. Ich suche neu."


TOO_MANY = "Sie haben in kurzer Zeit sehr viele Zeiten ausprobiert. Bitte versuchen Sie es in einer Stunde noch einmal."
IS_PAST = "Diese Zeit ist schon vorbei."
NEEDS_PLACE = "Wohin dürfen wir kommen? Bitte nennen Sie Ort und Straße."
TAKEN_FOR_OTHER_TIME = "Gut, wir suchen eine andere Zeit."


def unknown(words: Sequence[str]) -> str:
    """What was named and cannot be reckoned."""
    return f"Wann genau das ist, weiß ich nicht: {listed(words)}. Bitte nennen Sie die Tage oder Wochen."


def no_such_days(words: Sequence[str]) -> str:
    """Days that no calendar has."""
    return f"{'Diesen Tag' if len(words) == 1 else 'Diese Tage'} gibt es nicht: {listed(words)}."


def wish_in_words(wish: TimeWish) -> str:
    """„Montag, 30. November 2026, bis Sonntag, 6. Dezember 2026, 8 bis 12 Uhr, nicht Montag“; empty for any time."""
    if wish.either:
        return " oder ".join(wish_in_words(one) for one in wish.either) + _ruled_out(wish, ", ")
    days = listed([time_in_words(str(one)) for one in wish.days], "oder")
    weekdays = _weekdays(wish.weekdays) if wish.weekdays else ""
    hours = listed([time_in_words(str(one)) for one in wish.hours], "oder")
    told = ", ".join(filter(None, [days, f"nur {weekdays}" if days and weekdays else weekdays, hours]))
    return told + _ruled_out(wish, ", " if told else "")


def _weekdays(days: frozenset[int]) -> str:
    return listed([WEEKDAYS[one] for one in sorted(days)], "oder") if len(days) < _MOST_DAYS else ""


def _ruled_out(wish: TimeWish, lead: str) -> str:
    told = [time_in_words(str(one)) for one in (*wish.not_days, *wish.not_hours)]
    told += [WEEKDAYS[one] for one in sorted(wish.not_weekdays)] if not wish.weekdays else []
    return f"{lead}nicht {listed(told, 'oder')}" if told else ""
