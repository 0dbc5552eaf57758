"""The outbox and the worker as the staff reads them in a terminal."""
from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, tzinfo
from typing import Mapping, Sequence

from office.mail import MailState, OutboxMail, Phase, StaffOutcome, Why
from office.work import JobRun

STATES = {
    MailState.UNCERTAIN: "ungewiss",
    MailState.FAILED: "gescheitert",
    MailState.SENDING: "wird verschickt",
    MailState.WAITING: "wartet",
    MailState.HELD: "wartet auf Bestätigung",
    MailState.SENT: "verschickt",
    MailState.DROPPED: "verworfen",
}
PHASES = {
    Phase.CONNECT: "beim Verbinden", Phase.HELLO: "bei der Begrüßung", Phase.TLS: "beim Verschlüsseln",
    Phase.LOGIN: "bei der Anmeldung", Phase.MAIL: "beim Absender", Phase.RECIPIENT: "beim Empfänger",
    Phase.DATA: "beim Inhalt", Phase.DOT: "nach dem Ende des Inhalts", Phase.WRITING: "beim Schreiben",
}  # fmt: skip
WHYS = {
    Why.BLOCKED: "Die Person möchte keine Mails.",
    Why.EXPIRED: "Es war zu spät dafür, oder die Adresse wurde nie bestätigt.",
    Why.STAFF: "Die Stelle hat sie verworfen.",
    Why.OUTDATED: "Was darin stand, hat sich vorher geändert.",
}
JOBS = {
    "send_mails": ("Mails verschickt", "Mails verschicken"),
    "read_calendar": ("Kalender von {of} gelesen", "Kalender von {of} lesen"),
    "write_calendar": ("Termine im Kalender von {of} eingetragen oder gelöscht", "Termine im Kalender von {of} eintragen"),
    "forget_calendars": ("Kalender vergessen, die nicht mehr angeschlossen sind", "alte Kalender vergessen"),
    "forget_matters": ("alte Vorgänge gelöscht", "alte Vorgänge löschen"),
    "forget_drafts": ("alte Entwürfe gelöscht", "alte Entwürfe löschen"),
    "forget_mails": ("alte Mails gelöscht", "alte Mails löschen"),
    "forget_addresses": ("alte Mailadressen vergessen", "alte Mailadressen vergessen"),
    "forget_code_links": ("abgelaufene Links vergessen", "abgelaufene Links vergessen"),
    "post_reminders": ("an Beratungstermine erinnert", "an Beratungstermine erinnern"),
    "post_day_lists": ("Tageslisten für die Beratung geschrieben", "Tageslisten für die Beratung schreiben"),
    "offer_waiting": ("freie Termine der Warteliste angeboten", "freie Termine der Warteliste anbieten"),
    "post_digest": ("Übersicht für die Stelle geschrieben", "Übersicht für die Stelle schreiben"),
    "sweep": ("alte Gespräche und alles Übrige gelöscht", "alte Gespräche und alles Übrige löschen"),
}
"""What a job did, and what it does; `{of}` is what follows the colon in its name."""
_NO_LONGER = timedelta(days=2)
"""A job that has not run for so long while others have."""
NOTHING = "Es gibt keine Mails, die dazu passen."
NO_SERVER = "Es ist kein Mailserver eingestellt (LOTSE_SMTP_URL): Mails bleiben im Postausgang."
UNCERTAIN_HINT = (
    "Ungewiss heißt: Alles war übergeben, aber der Mailserver hat nicht geantwortet. Bitte sehen Sie dort nach oder fragen "
    "Sie die Person. ./lotse outbox retry NR schickt noch einmal, ./lotse outbox drop NR verwirft."
)
_SAID = {
    StaffOutcome.RETRIED: "Mail {id} wird bei der nächsten Gelegenheit noch einmal verschickt.",
    StaffOutcome.DROPPED: "Mail {id} ist verworfen; was darin stand, ist gelöscht.",
}
_UNSAID = {
    StaffOutcome.UNKNOWN: "Eine Mail mit der Nummer {id} gibt es nicht. ./lotse outbox list --state all zeigt alle.",
    StaffOutcome.NOT_NOW: "Bei Mail {id} geht das nicht: Sie wird gerade verschickt, ist erledigt, oder ihre Adresse ist nicht "
    "bestätigt.",
}


BOUNCED_UNKNOWN = (
    "An diese Adresse haben wir in letzter Zeit nichts geschickt, oder sie möchte keine Mails. Es ist nichts geändert."
)  # fmt: skip


def bounced(numbers: Sequence[str]) -> str:
    """What came of marking an address whose mails came back, and which cases it is about."""
    done = "Die Adresse gilt als nicht bestätigt. 14 Tage lang geht nichts mehr dorthin; was dafür bereitlag, wartet."
    if not numbers:
        return f"{done}\nKein Vorgang der letzten Wochen gehört dazu."
    return f"{done}\nEs betrifft: {', '.join(numbers)}. Steht dort eine Telefonnummer, rufen Sie bitte an."


def short_mail(mail: OutboxMail, zone: tzinfo) -> str:
    """A line with number, state and what it is about, then the last problem."""
    about = mail.subject or mail.key
    head = f"{mail.id:>5}  {STATES[mail.state]:<22}  {_moment(mail.created_at, zone)}  {about}"
    return "\n       ".join([head, *_details(mail, zone)])


def whole_mail(mail: OutboxMail, zone: tzinfo) -> str:
    """All of a mail that is still known."""
    lines = {
        "Nummer": str(mail.id),
        "Schlüssel": mail.key,
        "Stand": STATES[mail.state],
        "Geschrieben": _moment(mail.created_at, zone),
        "Vorgang": mail.case_number,
        "Versuche": str(mail.tries),
        "Letztes Problem": _problem(mail),
        "Verworfen": mail.why and WHYS[mail.why],
        "Verschickt": mail.sent_at and _moment(mail.sent_at, zone),
        "Nächster Versuch": _moment(mail.next_try_at, zone) if mail.state is MailState.WAITING else None,
        "An": mail.recipient,
        "Betreff": mail.subject,
        "Anhänge": ", ".join(one.name for one in mail.attachments) or None,
    }
    head = "\n".join(f"{label + ':':<18}{value}" for label, value in lines.items() if value)
    return f"{head}\n\n{mail.body.rstrip()}" if mail.body else head


def outcome_for_staff(outcome: StaffOutcome, mail_id: int) -> str:
    """What came of `retry` or `drop`."""
    return {**_SAID, **_UNSAID}[outcome].format(id=mail_id)


def counted(counts: Counter[MailState]) -> str:
    """„3 warten …“ in one line, the most urgent first; what is over is not told."""
    told = [f"{counts[state]} {name}" for state, name in STATES.items()
            if counts[state] and state not in (MailState.SENT, MailState.DROPPED)]  # fmt: skip
    return ", ".join(told) or "leer"


def job_result(run: JobRun) -> str:
    """What a job did."""
    did, does = _job(run)
    return f"{does}: gescheitert ({run.failure})" if run.failure else f"{did}: {run.done}"


def _job(run: JobRun) -> tuple[str, str]:
    name, _, of = run.name.partition(":")
    did, does = JOBS.get(name, (name, name))
    return did.format(of=of), does.format(of=of)


def last_work(runs: Sequence[JobRun], zone: tzinfo) -> str:
    """When the worker worked last, and what failed; jobs that it no longer has are left out."""
    if not runs:
        return "noch nie"
    last = max(run.ended_at for run in runs)
    failed = [_job(run)[1] for run in runs if run.failure and run.ended_at > last - _NO_LONGER]
    told = _moment(last, zone)
    return f"{told}, gescheitert: {', '.join(failed)}" if failed else told


def mail_as_dict(mail: OutboxMail, whole: bool) -> Mapping[str, object]:
    """For programs; `whole` with what it says."""
    problem = mail.problem
    told = {
        "id": mail.id,
        "key": mail.key,
        "state": mail.state.value,
        "created_at": mail.created_at.isoformat(),
        "next_try_at": mail.next_try_at.isoformat() if mail.state is MailState.WAITING else None,
        "tries": mail.tries,
        "case_number": mail.case_number,
        "recipient": mail.recipient,
        "subject": mail.subject,
        "problem": problem and {"kind": problem.kind, "phase": problem.phase.value, "code": problem.code},
        "dropped": mail.why and mail.why.value,
        "sent_at": mail.sent_at and mail.sent_at.isoformat(),
        "attachments": [{"name": one.name, "media_type": one.media_type, "bytes": len(one.content)}
                        for one in mail.attachments],
    }  # fmt: skip
    return {**told, "body": mail.body} if whole else told


def _details(mail: OutboxMail, zone: tzinfo) -> list[str]:
    again = f"nächster Versuch: {_moment(mail.next_try_at, zone)}" if mail.state is MailState.WAITING and mail.tries else None
    return [one for one in (mail.recipient, _problem(mail), again, mail.why and WHYS[mail.why]) if one]


def _problem(mail: OutboxMail) -> str | None:
    problem = mail.problem
    if problem is None:
        return None
    what = f"Antwort {problem.code}" if problem.code else problem.kind
    return f"{what} {PHASES[problem.phase]} ({mail.tries}. Versuch)"


def _moment(moment: datetime, zone: tzinfo) -> str:
    """„22.11.2026 10:00“"""
    return moment.astimezone(zone).strftime("%d.%m.%Y %H:%M")
