"""Mails as messages: what arrives is what was written, and nobody smuggles a header in."""
from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office.mail import ClaimedMail, MailAttachment, MailText
from office.typed_text import cleaned
from tests.office.mail_setup import NOW
from tests.worker.mailing import SENDER
from worker.message import Sender, build_letter, message_id

EVIL = "Grüße\r\nBcc: opfer@example.org\nX-Evil: 1\r\n\r\nText\x00\u2028\u202e"


def a_claimed(subject="Ihre Nummer", body="Grüße aus Görlitz\n.\n..zwei\n", key="RUECKRUF-7K3M9U:received", **more):
    return ClaimedMail(1, "holder", key, NOW, more.pop("to", "uli@example.org"), MailText(subject, body), **more)


def parsed(mail=None, sender=SENDER):
    return message_from_bytes(build_letter(mail or a_claimed(), sender).content, policy=policy.SMTP)


def test_what_arrives_is_what_was_written():
    message = parsed(a_claimed("Ihre Bitte um Rückruf – angekommen " * 5))
    assert message["Subject"] == ("Ihre Bitte um Rückruf – angekommen " * 5).strip()
    assert message.get_content().replace("\r\n", "\n") == "Grüße aus Görlitz\n.\n..zwei\n"
    assert message["To"] == "uli@example.org" and message["From"] == "Musterstelle <lotse@musterstelle.example>"
    assert message["Reply-To"].addresses[0].addr_spec == "kontakt@musterstelle.example"
    assert message["Date"].datetime == NOW and message["Date"].datetime.utcoffset().total_seconds() == 3600
    assert message["Auto-Submitted"] == "auto-generated" and message["Content-Language"] == "de"


def test_no_line_is_too_long_or_beyond_ascii():
    content = build_letter(a_claimed("ü" * 150, "ß" * 5000), SENDER).content
    assert content.isascii() and max(map(len, content.split(b"\r\n"))) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")


def test_the_message_id_stays_and_tells_nothing():
    assert parsed()["Message-ID"] == parsed()["Message-ID"] == message_id("RUECKRUF-7K3M9U:received", SENDER.address)
    assert parsed(a_claimed(key="k2"))["Message-ID"] != parsed()["Message-ID"]
    assert "7K3M9U" not in parsed()["Message-ID"] and parsed()["Message-ID"].endswith("@musterstelle.example>")


def test_two_builds_of_one_mail_are_the_same():
    assert build_letter(a_claimed(), SENDER) == build_letter(a_claimed(), SENDER)


def test_nothing_tracks_the_reader():
    names = {name.lower() for name in parsed().keys()}
    assert not names & {"disposition-notification-to", "return-receipt-to", "x-mailer"}
    assert not parsed().is_multipart() and parsed().get_content_type() == "text/plain"


def test_calendar_files_go_along_with_their_method():
    calendar = MailAttachment("Termin am Dienstag.ics", 'text/calendar; method=REQUEST; charset=utf-8', b"BEGIN:VCALENDAR\r\n")
    message = parsed(a_claimed(attachments=(calendar, MailAttachment("../../etc/passwd\r\nX: 1", "application/pdf", b"%PDF"))))
    first, second = message.iter_attachments()
    assert first.get_filename() == "Termin am Dienstag.ics" and first.get_content_type() == "text/calendar"
    assert first["Content-Type"].params["method"] == "REQUEST" and first.get_payload(decode=True) == b"BEGIN:VCALENDAR\r\n"
    assert "/" not in second.get_filename() and "\n" not in second.get_filename() and message["X"] is None


@pytest.mark.parametrize(
    "mail", [a_claimed(EVIL), a_claimed(attachments=(MailAttachment(EVIL, "text/plain", b"x"),))]
)
def test_line_breaks_in_subjects_and_names_add_no_header(mail):
    message = parsed(mail, Sender(EVIL, SENDER.address, SENDER.reply_to))
    assert message["Bcc"] is None and message["X-Evil"] is None
    assert len(message["From"].addresses) == 1


@pytest.mark.parametrize("to", ["a@example.org\r\nBcc: b@example.org", "a\n@example.org", "a@exa mple.org\n"])
def test_line_breaks_in_an_address_are_refused(to):
    with pytest.raises(ValueError):
        build_letter(a_claimed(to=to), SENDER)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=300), st.text(max_size=60))
def test_whatever_people_type_the_headers_are_ours(subject, body, name):
    typed = [one.encode("utf-8", "replace").decode("utf-8") for one in (subject, body, name)]
    message = parsed(a_claimed(typed[0], typed[1]), Sender(typed[2], SENDER.address, SENDER.reply_to))
    assert sorted(message.keys()) == sorted([
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Language", "Content-Type",
        "Content-Transfer-Encoding", "MIME-Version",
    ])  # fmt: skip
    assert str(message["To"]) == "uli@example.org" and len(message["From"].addresses) == 1
    assert " ".join(message["Subject"].split()) == " ".join(cleaned(typed[0]).split())
