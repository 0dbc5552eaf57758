"""A whole way over a real SMTP server: booked, moved, cancelled, reminded, with the files that arrive."""
from __future__ import annotations

from datetime import timedelta

import icalendar
import ics
import vobject

from office.appointments.model import Slot
from tests.fakes.smtp_server import MoodySmtpServer
from tests.office.appointments.booking_setup import NOW
from tests.office.appointments.notices_setup import ADVISER, a_desk
from tests.office.mail_setup import ADDRESS, confirm
from tests.session_setup import local
from tests.worker.mailing import a_job, a_transport

FAR, DAY, HOUR = local(2026, 12, 15, 9), timedelta(days=1), timedelta(hours=1)


def arrived(server: MoodySmtpServer, recipient: str) -> list:
    return [one.message for one in server.received if one.recipient == recipient]


def file_in(message):
    (part,) = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    return part, part.get_payload(decode=True).decode("utf-8")


def read_by_all(text: str) -> set:
    """What three readers say of it: UID, sequence, status."""
    first = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    second = vobject.readOne(text).vevent
    (third,) = ics.Calendar(text).events
    return {
        (str(first["UID"]), str(first["STATUS"])), (second.uid.value, second.status.value), (third.uid, third.status),
    }  # fmt: skip


def test_the_whole_way_of_a_session_by_mail(store):
    confirm(store, now=NOW)
    with MoodySmtpServer() as server:
        send = a_job(store, a_transport(server))
        desk = a_desk(store)
        result = desk.book(FAR, topic="Dorfbus; mit Bürgern")
        assert send(NOW) == 2
        desk.appointments.move(result.number, result.code, Slot(FAR + DAY, 30, ADVISER.id), NOW + DAY)
        send(NOW + DAY)
        for moment in (FAR - 7 * DAY, FAR - 6 * DAY, FAR - 6 * DAY, FAR - DAY, FAR, FAR, FAR + 7 * HOUR, FAR + 8 * HOUR):
            a_desk(store).notices.remind(moment)  # a new process each time
            a_desk(store).lists.post(moment, 16)
            send(moment)
        desk.appointments.cancel_by(result.number, "Beratung", "Das Haus ist gesperrt.", FAR + 9 * HOUR)
        send(FAR + 9 * HOUR)
        mails = arrived(server, ADDRESS)
        lists = arrived(server, ADVISER.email)
    assert [str(one["Subject"]) for one in mails] == [
        "Ihr Beratungstermin am 15. Dezember 2026", "Ihr Beratungstermin ist verlegt: 16. Dezember 2026",
        "Erinnerung: Beratungstermin am 16. Dezember 2026", "Erinnerung: Beratungstermin am 16. Dezember 2026",
        "Ihr Beratungstermin am 16. Dezember 2026 fällt aus",
    ]  # fmt: skip
    assert len({str(one["Message-ID"]) for one in mails}) == 5
    parts = [file_in(one) for one in (mails[0], mails[1], mails[4])]
    assert [part.get_param("method") for part, _ in parts] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [part.get_content_charset() for part, _ in parts] == ["utf-8"] * 3
    uid = f"{result.number.lower()}@ideenlotse"
    assert [read_by_all(text) for _, text in parts] == [{(uid, "CONFIRMED")}, {(uid, "CONFIRMED")}, {(uid, "CANCELLED")}]
    assert [icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["SEQUENCE"] for _, text in parts] == [0, 1, 2]
    assert all(result.code not in one.as_string() for one in (*mails, *lists))
    assert [str(one["Subject"]).partition(":")[0] for one in lists] == [
        "Neuer Termin", "Verlegter Termin", "Ihre Beratungen am 16.12.2026 (1)", "Abgesagter Termin",
    ]  # fmt: skip
