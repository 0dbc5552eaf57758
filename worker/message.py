"""A mail of the outbox as an Internet message (RFC 5322), the same in every try."""
from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import tzinfo
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from office.mail import ClaimedMail
from office.typed_text import cleaned


@dataclass(frozen=True)
class Sender:
    """From whom mails come: a name, its address, where answers go, and the time zone of their dates."""

    name: str
    address: str
    reply_to: str
    zone: tzinfo | None = None


@dataclass(frozen=True)
class Letter:
    """What goes over the line: addresses of the envelope, and the content with CRLF."""

    sender: str
    recipient: str
    content: bytes
    needs_utf8: bool
    """Whether an address has letters beyond ASCII before the @ (RFC 6531)."""


def build_letter(mail: ClaimedMail, sender: Sender) -> Letter:
    """The message for the server. Raises ValueError if a part of it cannot stand in one.

    The Message-ID comes from the key and stays over all tries, so that the recipient's server can see that two are one.
    `Auto-Submitted` keeps automatic answers away (RFC 3834). Nothing in it tells whether or when it is read.
    """
    from_address, recipient = (_ascii_domain(one) for one in (sender.address, mail.recipient))
    needs_utf8 = not (from_address + recipient).isascii()
    reply_to = _ascii_domain(sender.reply_to)
    worded = {
        "From": _mailbox("From", sender.name, from_address),
        "To": _mailbox("To", "", recipient),
        **({} if reply_to == from_address else {"Reply-To": _mailbox("Reply-To", sender.name, reply_to)}),
        "Subject": _words("Subject", mail.text.subject),
    }
    message = EmailMessage(policy=SMTP)
    message["Date"] = mail.dated.astimezone(sender.zone)
    message["Message-ID"] = message_id(mail.key, from_address)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text.body, cte="quoted-printable")
    for one in mail.attachments:
        kind, parameters = _media_type(one.media_type)
        name = cleaned(one.name).replace("/", "-").replace("\\", "-")
        message.add_attachment(one.content, maintype=kind[0], subtype=kind[1], filename=name, params=parameters)
    message["Content-Language"] = "de"
    head = "".join(f"{name}: {value}\r\n" for name, value in worded.items())
    content = head.encode("utf-8") + message.as_bytes()
    return Letter(from_address, recipient, content if content.endswith(b"\r\n") else content + b"\r\n", needs_utf8)


def message_id(key: str, from_address: str) -> str:
    """`<hash@domain>`; the key itself may tell which case it is about."""
    digest = hashlib.sha256(f"mail:{key}".encode("utf-8", "replace")).hexdigest()[:40]
    return f"<{digest}@{from_address.rpartition('@')[2]}>"


def _words(header: str, text: str, plain: str = r"[A-Za-z0-9 .,:-]{0,60}") -> str:
    """One line of people's words for a header (RFC 2047). `EmailMessage` of Python 3.11 loses blanks where it folds them."""
    line = cleaned(text)
    is_plain = re.fullmatch(plain, line) is not None
    return line if is_plain else Header(line, "utf-8", header_name=header).encode(linesep="\r\n")


def _mailbox(header: str, name: str, address: str) -> str:
    """`name <address>`; ValueError if the address could be anything but one address."""
    if not re.fullmatch(r"[^\s<>(),;:\"\\@]+@[^\s<>(),;:\"\\@]+", address):
        raise ValueError("no mail address")
    words = _words(header, name, r"[A-Za-z0-9 -]{0,50}")
    return f"{words} <{address}>" if words else address


def _ascii_domain(address: str) -> str:
    """The address with its domain as servers know it (RFC 5891); UnicodeError, a ValueError, if it is none."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def _media_type(written: str) -> tuple[tuple[str, str], dict[str, str]]:
    kind, *parameters = [cleaned(part) for part in written.split(";")]
    main, _, sub = kind.partition("/")
    return (main, sub or "octet-stream"), dict(one.split("=", 1) for one in parameters if "=" in one)
