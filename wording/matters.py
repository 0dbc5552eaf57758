"""What people read of any matter: code needed, wrong code, nothing to be seen. The rest has a module for each kind."""
from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Iterator

from knowledge.office import OfficeProfile
from office.matters.model import Matter, MatterOutcome, MatterResult
from wording.dates import day_in_words
from wording.needs import need_button
from wording.reply import Reply


def not_kept(office: OfficeProfile) -> Reply:
    """The database is away when something is to be handed in."""
    return Reply(
        "Ihre Bitte konnte gerade nicht gespeichert werden. Bitte schreiben Sie in einigen Minuten noch einmal "
        f"„absenden“ oder rufen Sie an: {office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )


def not_reachable(office: OfficeProfile) -> Reply:
    """The database is away when somebody asks for a matter."""
    return Reply(
        f"Das lässt sich gerade nicht nachsehen. Bitte versuchen Sie es in einigen Minuten noch einmal oder rufen Sie an: "
        f"{office.phone}.",
        outcome="TECHNICAL_PROBLEM",
    )


def receipt(arrived: str, already: str, result: MatterResult, how: str) -> list[str]:
    """The paragraphs that begin a receipt: the number and, if it may be shown, the code. `arrived` is said the first time,
    `already` later; `how` tells what both are good for, with gaps for `number` and `code`."""
    is_new = result.outcome is MatterOutcome.RECEIVED
    first = f"{arrived if is_new else already}\nIhre Nummer: {result.number}"
    if not result.code:
        return [first, "Den Code haben Sie damals bekommen. Ist er verloren, schreiben Sie: Code verloren, und die Nummer."]
    kept = "Bitte heben Sie beides auf. Der Code wird nur hier gezeigt."
    return [
        f"{first}\nIhr Code: {result.code}",
        kept if is_new else f"{kept} Ein früher gezeigter Code gilt nicht mehr.",
        how.format(number=result.number, code=result.code),
    ]


def promised(days: int | None) -> str:
    """When there is an answer, if the office has promised that, and that nobody promises what it will be."""
    if days is None:
        return "Was daraus wird und wann, kann ich nicht versprechen. Das entscheidet die Stelle."
    return f"Die Stelle antwortet innerhalb von {days} Tagen. Was daraus wird, kann ich nicht versprechen."


def arrived_already(number: str) -> Reply:
    """„Absenden“ once more, after it was sent."""
    return Reply(
        f"Das ist schon angekommen, Ihre Nummer: {number}. Sie brauchen nichts mehr abzusenden. Den Code dazu haben Sie beim "
        "Absenden bekommen, ich zeige ihn kein zweites Mal.",
        outcome="ALREADY_SENT",
    )


def code_needed(to_what: str, state: str = "") -> Reply:
    """A number alone opens nothing; `state` is what it may tell."""
    before = f"{state} " if state else ""
    return Reply(
        f"{before}Zu {to_what} brauche ich Nummer und Code zusammen, in einer Nachricht. Ist der Code verloren, schreiben Sie: "
        "Code verloren, und die Nummer. Auch die Stelle hilft Ihnen weiter.",
        outcome="CODE_NEEDED",
        buttons=(need_button("mensch"),),
    )


def code_without_number() -> Reply:
    """A code alone opens nothing either."""
    return code_needed("Ihrem Vorgang")


def code_lost(number: str, office: OfficeProfile) -> Reply:
    """The same whether there is such a matter, an address, or neither."""
    return Reply(
        f"Gehört zu {number} eine bestätigte E-Mail-Adresse, dann schicke ich dorthin einen Link, der einen neuen Code macht. "
        "Er gilt 24 Stunden und nur einmal. Ob es diese Nummer oder eine Adresse dazu gibt, sage ich hier niemandem. Kommt "
        f"nichts an, hilft die Stelle: {office.phone} ({'; '.join(office.hours)}).",
        outcome="CODE_LOST",
        buttons=(need_button("mensch"),),
    )


def number_needed_for_code() -> Reply:
    """Who has lost the code, but does not say of what."""
    return Reply(
        "Welche Nummer hat der Vorgang? Schreiben Sie bitte: Code verloren, und die Nummer dahinter, zum Beispiel "
        "IDEE-7K3M9U oder TERMIN-7K3M9U. Eine Mailadresse allein genügt nicht.",
        outcome="CODE_LOST_NUMBER_NEEDED",
        buttons=(need_button("mensch"),),
    )


def not_opened(result: MatterResult, zone: tzinfo | None) -> str | None:
    """Why number and code have opened nothing; a wrong code and an unknown number say the same. None if they have."""
    if result.outcome is MatterOutcome.WAIT:
        until = result.wait_until.astimezone(zone)
        return f"Der Code wurde zu oft falsch eingegeben. Bitte versuchen Sie es nach {until:%H:%M} Uhr noch einmal."
    if result.outcome is MatterOutcome.WRONG_CODE:
        return "Nummer und Code passen nicht zusammen. Bitte prüfen Sie beide."
    return None


def on_day(moment: datetime, zone: tzinfo | None) -> str:
    """„22. November 2026“"""
    return day_in_words(moment.astimezone(zone).date())


def answers(matter: Matter, zone: tzinfo | None) -> Iterator[str]:
    """What the office has written to the person, the oldest first."""
    for one in matter.answers:
        yield f"Antwort der Stelle ({one.by}) vom {on_day(one.at, zone)}:\n{one.text}"
