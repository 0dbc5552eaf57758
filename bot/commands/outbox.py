"""Zeigt die Mails im Postausgang und entscheidet über solche, die nicht verschickt werden konnten.

Was ein Unterbefehl tut, sagt ./lotse outbox UNTERBEFEHL --help. Die Ausgaben enthalten Mailadressen und den Text von Mails:
Bitte geben Sie sie nicht weiter.
"""
from __future__ import annotations

import json

from bot.errors import StartError
from bot.settings import TIME_ZONE, Settings

HELP = "den Postausgang zeigen: Mails, die warten, gescheitert oder ungewiss sind"
STATES = ("uncertain", "failed", "sending", "waiting", "held", "sent", "dropped", "all")


def add_arguments(parser) -> None:
    choices = parser.add_subparsers(
        title="Unterbefehle", metavar="UNTERBEFEHL", dest="part", required=True, parser_class=type(parser)
    )

    def add(name: str, help: str, more: str):
        return choices.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}. {more}")

    listing = add("list", "die Mails zeigen, die nicht erledigt sind", "Was eine Entscheidung braucht, kommt zuerst.")
    listing.add_argument(
        "--state", choices=STATES, metavar="STAND",
        help="uncertain (ungewiss), failed (gescheitert), sending (wird verschickt), waiting (wartet), held (wartet auf "
        "Bestätigung), sent (verschickt), dropped (verworfen) oder all; ohne: alle, die nicht erledigt sind",
    )  # fmt: skip
    show = add("show", "eine Mail ganz zeigen", "Nach dem Verschicken ist ihr Text gelöscht.")
    for part in (listing, show):
        part.add_argument("--json", action="store_true", help="als JSON, für Programme")
    retry = add("retry", "eine Mail noch einmal verschicken", "War sie ungewiss, kommt sie vielleicht zweimal an.")
    drop = add("drop", "eine Mail nicht mehr verschicken", "Was darin steht, wird gelöscht.")
    bounced = add(
        "bounced", "festhalten, dass Mails an eine Adresse zurückkamen",
        "Sie gilt dann als nicht bestätigt: Zwei Wochen lang geht nichts mehr dorthin. Gezeigt wird, welche Vorgänge es "
        "betrifft.",
    )  # fmt: skip
    bounced.add_argument("address", metavar="ADRESSE", help="die Adresse aus der Mail, die zurückkam")
    for part in (show, retry, drop):
        part.add_argument("id", type=int, metavar="NR", help="die Nummer aus ./lotse outbox list")


def run(arguments, settings: Settings) -> int:
    from office.mail import Outbox
    from storage.migrate import database_at_hand

    with database_at_hand(settings.database_url) as database:
        if arguments.part == "bounced":
            return _bounced(database, arguments, settings)
        return _PARTS[arguments.part](Outbox(database), arguments, settings)


def _list(outbox, arguments, settings: Settings) -> int:
    from office.mail import MailState
    from office.mail.outbox import OPEN
    from wording.outbox_list import NO_SERVER, NOTHING, UNCERTAIN_HINT, mail_as_dict, short_mail

    chosen = tuple(MailState) if arguments.state == "all" else (MailState(arguments.state),) if arguments.state else OPEN
    found = outbox.list(chosen)
    if arguments.json:
        print(json.dumps([mail_as_dict(one, whole=False) for one in found], ensure_ascii=False, indent=2))
        return 0
    print("\n".join(short_mail(one, TIME_ZONE) for one in found) or NOTHING)
    if any(one.state is MailState.UNCERTAIN for one in found):
        print(f"\n{UNCERTAIN_HINT}")
    if settings.smtp is None and any(one.state is MailState.WAITING for one in found):
        print(f"\n{NO_SERVER}")
    return 0


def _show(outbox, arguments, settings: Settings) -> int:
    from office.mail import StaffOutcome
    from wording.outbox_list import mail_as_dict, outcome_for_staff, whole_mail

    mail = outbox.find(arguments.id)
    if mail is None:
        raise StartError(outcome_for_staff(StaffOutcome.UNKNOWN, arguments.id))
    shown = json.dumps(mail_as_dict(mail, whole=True), ensure_ascii=False, indent=2) if arguments.json else None
    print(shown or whole_mail(mail, TIME_ZONE))
    return 0


def _decide(outbox, arguments, settings: Settings) -> int:
    from office.mail import StaffOutcome
    from wording.outbox_list import outcome_for_staff

    verb = outbox.retry if arguments.part == "retry" else outbox.drop
    outcome = verb(arguments.id, settings.now())
    said = outcome_for_staff(outcome, arguments.id)
    if outcome in (StaffOutcome.UNKNOWN, StaffOutcome.NOT_NOW):
        raise StartError(said)
    print(said)
    return 0


def _bounced(database, arguments, settings: Settings) -> int:
    from office.mail import Addresses
    from wording.outbox_list import BOUNCED_UNKNOWN, bounced

    numbers = Addresses(database).bounced(arguments.address, settings.now())
    if numbers is None:
        raise StartError(BOUNCED_UNKNOWN)
    print(bounced(numbers))
    return 0


_PARTS = {"list": _list, "show": _show, "retry": _decide, "drop": _decide}
