"""Numbers that lead to a person: telephone, bank account, tax and insurance, licence plate, password.

What everybody may know stays: emergency numbers, helplines (0800, 116…), paragraphs, sums, dates, postcodes, registers.
"""
from __future__ import annotations

import re
from typing import Iterator

from conversation.masking.model import Found, Kind

_GAP = r"[ \u00a0./()–-]{0,3}"
_PHONE = re.compile(
    r"(?<!\w)(?<!\d[.,/-])(?:(?:\+|00)[1-9]\d{0,2}[ ./-]{0,2}(?:\(0\))?|\(?0[1-9])"
    rf"(?:{_GAP}\d){{5,13}}(?!\w)"
)
_PHONE_TOLD = re.compile(
    r"(?<!\w)(?:tel|telefon|handy|mobil|mobile|fax|fon|whats?app|festnetz|durchwahl|rufnummer|meine nummer|mei nummer|"
    r"(?:telefon|handy|mobil|fax|festnetz|privat)-?(?:nummer|nr)|ruft? (?:mich|uns) (?:bitte )?(?:an|zurück)|anrufen|"
    r"erreichbar|erreichen sie mich|zu erreichen)(?!\w)\.?"
    r"(?:[ ,:-]{0,2}(?:nr\.?|nummer|unter|ist|is|isch|lautet|die|der|auf|bitte|an)(?!\w)){0,4}[ :,(]{0,3}"
    rf"(?P<data>\+?\d(?:{_GAP}\d){{3,14}})(?!\w)(?![ ]?(?:€|euro|eur|uhr|%))",
    re.IGNORECASE,
)
_SPOKEN_DIGIT = "(?:null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|doppelnull)"
_PHONE_SPOKEN = re.compile(rf"(?<!\w)(?:plus )?{_SPOKEN_DIGIT}(?:[ ,-]{{1,2}}{_SPOKEN_DIGIT}){{5,}}(?!\w)", re.IGNORECASE)
_FOR_EVERYBODY = re.compile(r"00?800|116\d{3}$|11[02]$")
_DATE_OR_TIME = re.compile(
    r"\(?0\d\.\d\d(?!\d)|\(?0\d\s?[/.-]\s?(?:19|20)\d\d(?!\d)|\d\d?\.\s?\d\d?\.|\d\d?\.\d\d\s?[-–]|(?:19|20)\d\d$"
)
_POSTCODES = re.compile(r"0\d{4}[ ./–-]+(?:\d{1,3}|0\d{4})")

_IBAN = re.compile(
    r"(?<![A-Za-z0-9])(?:[Dd][Ee] ?\d{2}(?:[ .-]?\d){15,20}"
    r"|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?![A-Za-z0-9])"
)
_NUMBER = re.compile(
    r"(?<![\w/.,-])(?:\d{2} ?\d{6} ?[A-Za-z] ?\d{3}|[A-Z]\d{9}|[1-9]\d \d{3} \d{3} \d{3}|[1-9]\d{10}"
    r"|\d{2,3}/\d{3,4}/\d{4,5}|DE ?\d{9}|\d{4}(?:[ -]\d{4}){3})(?![\w/]|[.,-]\d)(?! ?(?:€|Euro|EUR))"
)
"""In this order: insurance, health insurance, tax id twice, tax number, VAT id, credit card."""
_NUMBER_TOLD = re.compile(
    r"(?<!\w)(?:(?:kunden|mitglieds|versicherten|versicherungs|krankenversicherten|krankenversicherungs|"
    r"sozialversicherungs|rentenversicherungs|ausweis|personalausweis|pass|reisepass|steueridentifikations|steuer|konto|"
    r"patienten|matrikel|"
    r"führerschein|personal|vertrags|bedarfsgemeinschafts|schwerbehindertenausweis|rentenzeichen)[ -]?(?:nummer|nr\.?|id)"
    r"|aktenzeichen|az\.|bg-nummer|idnr\.?|steuer-id)(?!\w)"
    r"(?: ?(?:ist|lautet|is|:|#|von mir|meiner \w{1,20}|bei (?:der |dem )?\w{1,30})){0,3} ?"
    r"(?P<data>(?=\S*\d)\w[\w./-]*(?: [A-Za-z]?\d[\w./-]*)*)",
    re.IGNORECASE,
)
_SECRET_TOLD = re.compile(
    r"(?<!\w)(?:passwort|kennwort|password|pin|tan|zugangscode|sicherheitscode|code)(?!\w)"
    r"(?:[ :=]{1,3}(?:ist|lautet|heißt|is))?"
    r"[ :=„\"]{1,3}(?P<data>(?=\S*[\d!$%&?#_])(?=\S*\w\S*\w)\S{4,})",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?<![\w/.=-])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[A-Za-z0-9_-]{20,})(?![\w-])"
)
_PLATE = re.compile(r"(?<![\w-])(?!DE-)[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2}[ -]?[1-9]\d{0,3}[EH]?(?![\w-])")
_PLATE_TOLD = re.compile(
    r"(?<!\w)(?:kennzeichen|nummernschild)(?!\w)(?: (?:ist|is|lautet|hat|mit))?[ :]{1,2}"
    r"(?P<data>[a-zäöü]{1,3}[ -][a-z]{1,2}[ -]?\d{1,4}[eh]?)(?!\w)",
    re.IGNORECASE,
)


def find_numbers(text: str) -> Iterator[Found]:
    """All numbers that lead to a person, the surest kinds first; some may overlap."""
    yield from (_trimmed(Kind.SECRET, text, one) for one in _SECRET_TOLD.finditer(text))
    yield from (Found(Kind.SECRET, *one.span()) for one in _SECRET.finditer(text))
    yield from (Found(Kind.IBAN, *one.span()) for one in _IBAN.finditer(text) if _count_digits(one.group()) >= 10)
    yield from (_trimmed(Kind.NUMBER, text, one) for one in _NUMBER_TOLD.finditer(text))
    yield from (Found(Kind.NUMBER, *one.span()) for one in _NUMBER.finditer(text))
    yield from (Found(Kind.PLATE, *one.span()) for one in _PLATE.finditer(text))
    yield from (Found(Kind.PLATE, *one.span("data")) for one in _PLATE_TOLD.finditer(text))
    yield from (Found(Kind.PHONE, *one.span()) for one in _PHONE.finditer(text) if _is_private(one.group()))
    yield from (Found(Kind.PHONE, *one.span("data")) for one in _PHONE_TOLD.finditer(text) if _is_private(one["data"]))
    yield from (Found(Kind.PHONE, *one.span()) for one in _PHONE_SPOKEN.finditer(text))


def _is_private(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if _FOR_EVERYBODY.match(digits) or _DATE_OR_TIME.match(number):
        return False
    return not _POSTCODES.fullmatch(number)


def _count_digits(text: str) -> int:
    return sum(one.isdigit() for one in text)


def _trimmed(kind: Kind, text: str, match: re.Match[str]) -> Found:
    """Without the sign that ends the sentence."""
    start, end = match.span("data")
    return Found(kind, start, start + len(text[start:end].rstrip(".,;:“\"-/")))
