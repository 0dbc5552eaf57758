"""`./lotse content show`: a record of the files as people would see it, or an adviser as the office does."""
from __future__ import annotations

from bot.errors import StartError
from bot.settings import Settings
from knowledge.checking import findings_of
from knowledge.advisers import inspect_advisers
from knowledge.content_files import inspect_records
from knowledge.errors import ContentError
from knowledge.schema import Adviser
from wording.advisory_list import whole_adviser
from wording.cards import full_card, short_card


def show(arguments, settings: Settings) -> int:
    """Print the short and the full card, what else is known of the record, and what the check finds in it."""
    advisers, faults = inspect_advisers(settings.content)
    adviser = next((one for one in advisers if one.id == arguments.id), None)
    if adviser is not None:
        return _show_adviser(adviser, [error for error in faults if error.record in (None, adviser.id)])
    records, errors = inspect_records(settings.content)
    errors = [*errors, *faults]
    record = next((one for one in records if one.id == arguments.id), None)
    broken = [error for error in errors if error.record == arguments.id]
    if record is None:
        said = [f"{error}. {error.remedy or ''}".strip() for error in broken or errors]
        raise StartError("\n".join([f"Einen lesbaren Eintrag {arguments.id} gibt es nicht.", *said]))
    today = settings.now().date()
    print(_heading("So steht der Eintrag in einer Liste"), short_card(record, today), sep="\n\n")
    print()
    print(_heading("So steht er unter „Mehr dazu“"), full_card(record, today), sep="\n\n")
    if record.einfach:
        print()
        print(_heading("In Einfacher Sprache"), "\n".join(record.einfach), sep="\n\n")
    print()
    print(_heading("Nur für die Redaktion"))
    print(f"\nZuständig: {record.owner_role}. Nächste Prüfung bis {record.review_due:%d.%m.%Y}.")
    for one in findings_of([record], broken, today):
        print(f"{one.severity.value}, {one.field or 'Eintrag'}: {one.what} {one.remedy}")
    return 0


def _show_adviser(adviser: Adviser, faults: list[ContentError]) -> int:
    print(whole_adviser(adviser))
    for one in faults:
        print(f"\n{one}. {one.remedy or ''}".rstrip())
    return 0


def _heading(text: str) -> str:
    return f"— {text} —"


PARTS = {"show": show}
