"""A mail of the outbox as an Internet message (RFC 5322), the same in every try."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

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
    message = EmailMessage(policy=SMTPUTF8 if needs_utf8 else SMTP)
    message["From"] = Address(cleaned(sender.name), addr_spec=from_address)
    message["To"] = Address(addr_spec=recipient)
    if sender.reply_to != sender.address:
        message["Reply-To"] = Address(cleaned(sender.name), addr_spec=_ascii_domain(sender.reply_to))
    message["Subject"] = cleaned(mail.text.subject)
    message["Date"] = mail.dated.astimezone(sender.zone)
    message["Message-ID"] = message_id(mail.key, from_address)
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "de"
    message.set_content(mail.text.body, cte="quoted-printable")
    for one in mail.attachments:
        kind, parameters = _media_type(one.media_type)
        name = cleaned(one.name).replace("/", "-").replace("\\", "-")
        message.add_attachment(one.content, maintype=kind[0], subtype=kind[1], filename=name, params=parameters)
    content = message.as_bytes()
    return Letter(from_address, recipient, content if content.endswith(b"\r\n") else content + b"\r\n", needs_utf8)


def message_id(key: str, from_address: str) -> str:
    """`<hash@domain>`; the key itself may tell which case it is about."""
    digest = hashlib.sha256(f"mail:{key}".encode("utf-8", "replace")).hexdigest()[:40]
    return f"<{digest}@{from_address.rpartition('@')[2]}>"


def _ascii_domain(address: str) -> str:
    """The address with its domain as servers know it (RFC 5891); UnicodeError, a ValueError, if it is none."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def _media_type(written: str) -> tuple[tuple[str, str], dict[str, str]]:
    kind, *parameters = [cleaned(part) for part in written.split(";")]
    main, _, sub = kind.partition("/")
    return (main, sub or "octet-stream"), dict(one.split("=", 1) for one in parameters if "=" in one)
