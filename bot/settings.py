"""Everything that may differ between two installations, read once from the environment.

Each field names its variable; `.env.example` lists them all (a test compares the two). Secrets have no default.
"""
from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Mapping
from urllib.parse import quote, unquote, urlsplit
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
TIME_ZONE = ZoneInfo("Europe/Berlin")
"""The time zone of every date that people read."""


class SettingsError(ValueError):
    """A variable has a value that cannot be used; the message says in German which one and what would serve."""


@dataclass(frozen=True)
class Rate:
    """So many requests in so many seconds, written `30/60`."""

    requests: int
    seconds: int


@dataclass(frozen=True)
class SmtpSettings:
    """The mail server; `security` is `starttls`, `tls` or `none`."""

    host: str
    port: int
    security: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class CalendarSettings:
    """The own calendar of an adviser (CalDAV); `url` ends with `/` and names no user."""

    adviser: str
    url: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Settings:
    """The whole configuration of one installation."""

    environment: str
    """LOTSE_ENV: `development`, `test` or `production`."""
    database_url: str
    """DATABASE_URL: SQLAlchemy address; SQLite under `var/` unless given, PostgreSQL as `postgresql://…`."""
    web_host: str
    """LOTSE_WEB_HOST: the address the web process listens on; the only one that may face the world."""
    web_port: int
    """LOTSE_WEB_PORT"""
    rasa_port: int
    """LOTSE_RASA_PORT, on loopback."""
    actions_port: int
    """LOTSE_ACTIONS_PORT, on loopback."""
    content: Path
    """LOTSE_CONTENT: folder of the records and the office profile."""
    spacy_model: str
    """LOTSE_SPACY_MODEL: `auto`, `built-in` or the name of an installed German spaCy model."""
    turn_seconds: float
    """LOTSE_TURN_SECONDS: how long a person waits for Rasa before a friendly sentence comes instead."""
    conversation_rate: Rate
    """LOTSE_RATE_CONVERSATION: messages of one conversation."""
    address_rate: Rate
    """LOTSE_RATE_ADDRESS: requests from one network address."""
    trusted_proxies: int
    """LOTSE_TRUSTED_PROXIES: how many proxies of ours stand before the web process (0: none)."""
    smtp: SmtpSettings | None
    """LOTSE_SMTP_URL: where mails are handed in, with LOTSE_SMTP_PASSWORD and LOTSE_SMTP_UNENCRYPTED; unset: they stay in
    the outbox."""
    mail_from: str | None
    """LOTSE_MAIL_FROM: the address that mails come from; unset: the one of the office profile."""
    digest_to: str | None
    """LOTSE_DIGEST_TO: who is told by mail once a day what came in; unset: the address of the office profile."""
    digest_hour: int
    """LOTSE_DIGEST_HOUR: from this hour of the day on (0 to 23)."""
    day_list_hour: int
    """LOTSE_DAY_LIST_HOUR: from this hour of the evening on (0 to 23) advisers get the list of the next day by mail."""
    public_url: str
    """LOTSE_PUBLIC_URL: the address under which people reach the web process, for links in mails; without `/` at its end."""
    calendars: tuple[CalendarSettings, ...]
    """LOTSE_CALDAV_<ADVISER>_URL with LOTSE_CALDAV_<ADVISER>_PASSWORD, for each adviser whose calendar is attached, and
    LOTSE_CALDAV_UNENCRYPTED. docs/handbuch/kalender.md."""
    calendars_show_person: bool
    """LOTSE_CALDAV_PERSON: whether name, reach and place of the person stand in the adviser's calendar."""
    keep_conversations_days: int
    """LOTSE_KEEP_CONVERSATIONS_DAYS: so long after its last message a conversation is deleted (`./lotse privacy sweep`)."""
    fixed_now: datetime | None
    """LOTSE_NOW: outside production, the time it is said to be (ISO 8601, Berlin time if without zone)."""

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"

    def now(self) -> datetime:
        """The present moment in Berlin, or the one that LOTSE_NOW sets."""
        return self.fixed_now or datetime.now(TIME_ZONE)


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `environ` (the process's own unless given); raises SettingsError."""
    given = os.environ if environ is None else environ
    environment = _one_of(given, "LOTSE_ENV", ("development", "test", "production"))
    smtp, web_port = _smtp(given), _port(given, "LOTSE_WEB_PORT", 8080)
    return Settings(
        environment=environment,
        database_url=given.get("DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'lotse.db'}",
        web_host=given.get("LOTSE_WEB_HOST") or "127.0.0.1",
        web_port=web_port,
        rasa_port=_port(given, "LOTSE_RASA_PORT", 5005),
        actions_port=_port(given, "LOTSE_ACTIONS_PORT", 5055),
        content=Path(given.get("LOTSE_CONTENT") or ROOT / "knowledge" / "content"),
        spacy_model=given.get("LOTSE_SPACY_MODEL") or "auto",
        turn_seconds=_number(given, "LOTSE_TURN_SECONDS", 8.0, least=0.1),
        conversation_rate=_rate(given, "LOTSE_RATE_CONVERSATION", Rate(30, 60)),
        address_rate=_rate(given, "LOTSE_RATE_ADDRESS", Rate(300, 60)),
        trusted_proxies=int(_number(given, "LOTSE_TRUSTED_PROXIES", 0, least=0)),
        smtp=smtp,
        mail_from=_mail_address(given, "LOTSE_MAIL_FROM"),
        digest_to=_mail_address(given, "LOTSE_DIGEST_TO"),
        digest_hour=int(_number(given, "LOTSE_DIGEST_HOUR", 7, least=0)),
        day_list_hour=int(_number(given, "LOTSE_DAY_LIST_HOUR", 16, least=0)),
        public_url=_public_url(given, web_port, is_needed=smtp is not None and environment == "production"),
        calendars=_calendars(given),
        calendars_show_person=_one_of(given, "LOTSE_CALDAV_PERSON", ("no", "yes")) == "yes",
        keep_conversations_days=int(_number(given, "LOTSE_KEEP_CONVERSATIONS_DAYS", 30, least=1)),
        fixed_now=_fixed_now(given, environment),
    )


def _one_of(given: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    value = given.get(name) or choices[0]
    if value not in choices:
        raise SettingsError(f"{name} ist „{value}“; möglich sind: {', '.join(choices)}.")
    return value


def _number(given: Mapping[str, str], name: str, default: float, least: float) -> float:
    text = given.get(name)
    try:
        value = float(text) if text else default
    except ValueError:
        raise SettingsError(f"{name} ist „{text}“; gebraucht wird eine Zahl.") from None
    if value < least:
        raise SettingsError(f"{name} ist {text}; der kleinste erlaubte Wert ist {least:g}.")
    return value


def _port(given: Mapping[str, str], name: str, default: int) -> int:
    value = int(_number(given, name, default, least=1))
    if value > 65535:
        raise SettingsError(f"{name} ist {value}; ein Port liegt zwischen 1 und 65535.")
    return value


def _rate(given: Mapping[str, str], name: str, default: Rate) -> Rate:
    text = given.get(name)
    if not text:
        return default
    requests, _, seconds = text.partition("/")
    if not (requests.isdigit() and seconds.isdigit() and int(requests) and int(seconds)):
        raise SettingsError(f"{name} ist „{text}“; gebraucht wird etwa 30/60 (30 Anfragen in 60 Sekunden).")
    return Rate(int(requests), int(seconds))


def _fixed_now(given: Mapping[str, str], environment: str) -> datetime | None:
    text = given.get("LOTSE_NOW")
    if not text or environment == "production":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"LOTSE_NOW ist „{text}“; gebraucht wird etwa 2026-11-22T10:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=TIME_ZONE)


def _smtp(given: Mapping[str, str]) -> SmtpSettings | None:
    """`smtp://user@host:587` (STARTTLS) or `smtps://…` (TLS). Without either only to this machine, or if one says so."""
    text = given.get("LOTSE_SMTP_URL")
    if not text:
        return None
    wrong = SettingsError("LOTSE_SMTP_URL passt nicht; gebraucht wird etwa smtp://name@mail.example.org:587.")
    try:
        url = urlsplit(text)
        host, port = url.hostname, url.port
    except ValueError:
        raise wrong from None
    if url.scheme not in ("smtp", "smtps") or not host or url.path.strip("/") or url.query or url.fragment or port == 0:
        raise wrong
    if url.password is not None:
        raise SettingsError("LOTSE_SMTP_URL enthält ein Passwort; bitte setzen Sie es in LOTSE_SMTP_PASSWORD.")
    unencrypted = _one_of(given, "LOTSE_SMTP_UNENCRYPTED", ("no", "yes")) == "yes"
    security = "tls" if url.scheme == "smtps" else "none" if unencrypted or _is_here(host) else "starttls"
    user = unquote(url.username) if url.username else None
    if user and not given.get("LOTSE_SMTP_PASSWORD"):
        raise SettingsError("LOTSE_SMTP_URL nennt einen Namen, aber LOTSE_SMTP_PASSWORD fehlt.")
    return SmtpSettings(host, port or (465 if security == "tls" else 587), security, user, given.get("LOTSE_SMTP_PASSWORD"))


def _is_here(host: str) -> bool:
    return host == "localhost" or host == "::1" or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


def _calendars(given: Mapping[str, str]) -> tuple[CalendarSettings, ...]:
    """`https://user@host/path/`. `http://` only to this machine, or if LOTSE_CALDAV_UNENCRYPTED says so."""
    is_plain_allowed = _one_of(given, "LOTSE_CALDAV_UNENCRYPTED", ("no", "yes")) == "yes"
    found = {}
    for name, value in given.items():
        part = re.fullmatch(r"LOTSE_CALDAV_([A-Z0-9_]+)_(URL|PASSWORD)", name)
        if part and value:
            found.setdefault(part[1], {})[part[2]] = value
    return tuple(_calendar(one, found[one], is_plain_allowed) for one in sorted(found))


def _calendar(adviser: str, given: Mapping[str, str], is_plain_allowed: bool) -> CalendarSettings:
    name = f"LOTSE_CALDAV_{adviser}"
    wrong = SettingsError(f"{name}_URL fehlt oder passt nicht; gebraucht wird etwa https://name@cloud.example.org/dav/.")
    try:
        url = urlsplit(given.get("URL", ""))
        host, port = url.hostname, url.port
    except ValueError:
        raise wrong from None
    if url.scheme not in ("https", "http") or not host or not url.username or url.query or url.fragment or port == 0:
        raise wrong
    if url.password is not None:
        raise SettingsError(f"{name}_URL enthält ein Passwort; bitte setzen Sie es in {name}_PASSWORD.")
    if url.scheme == "http" and not (is_plain_allowed or _is_here(host)):
        raise SettingsError(f"{name}_URL ist unverschlüsselt; bitte nehmen Sie https:// oder LOTSE_CALDAV_UNENCRYPTED.")
    if not given.get("PASSWORD"):
        raise SettingsError(f"{name}_PASSWORD fehlt.")
    path = quote(url.path.rstrip("/"), safe="/%:@!$&'()*+,;=~") + "/"
    address = f"{url.scheme}://{url.netloc.rpartition('@')[2]}{path}"
    return CalendarSettings(adviser.lower().replace("_", "-"), address, unquote(url.username), given["PASSWORD"])


def _mail_address(given: Mapping[str, str], name: str) -> str | None:
    text = given.get(name) or None
    if text and not re.fullmatch(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]+", text):
        raise SettingsError(f"{name} ist keine Mailadresse; gebraucht wird etwa lotse@example.org.")
    return text


def _public_url(given: Mapping[str, str], web_port: int, is_needed: bool) -> str:
    text = given.get("LOTSE_PUBLIC_URL") or ""
    if not text and is_needed:
        raise SettingsError("LOTSE_PUBLIC_URL fehlt; ohne sie führen die Links in Mails ins Leere.")
    if text and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", text):
        raise SettingsError(f"LOTSE_PUBLIC_URL ist „{text}“; gebraucht wird etwa https://lotse.example.org.")
    return text.rstrip("/") or f"http://127.0.0.1:{web_port}"
