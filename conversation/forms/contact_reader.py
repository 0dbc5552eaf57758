"""Reads how somebody can be reached: a telephone number, an e-mail address, or both."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

from conversation.forms.model import Refusal, Spotted, Taken
from knowledge.folding import fold
from knowledge.understanding import Understanding

FEWEST_DIGITS, MOST_DIGITS = 6, 15
"""Of a telephone number with its area code (ITU-T E.164 allows 15)."""
LONGEST_MAIL = 254
"""RFC 5321."""
_GAP = r"[ \u00a0./()–-]{0,3}"
_PHONE = re.compile(rf"(?<![\w@.])(?:\+|00)?\(?\d(?:{_GAP}\d){{2,40}}(?![\w@])")
_AT = r"(?:@|[ ]?[\[({](?:at|ät)[\])}][ ]?)"
_DOT = r"(?:\.|[ ]?[\[({](?:punkt|dot)[\])}][ ]?)"
_MAIL = re.compile(rf"(?<![\w.+-])[\w.+-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)*", re.IGNORECASE)
_JOIN = r"(?:punkt|minus|bindestrich|unterstrich)"
_MAIL_SPOKEN = re.compile(
    rf"(?<![\w.-])[\w.-]{{1,64}}(?: {_JOIN} [\w-]+){{0,4}} (?:at|ät|klammeraffe) "
    rf"[\w-]{{1,64}}(?: {_JOIN} [\w-]+){{1,3}}",
    re.IGNORECASE,
)
_MAIL_RIGHT = re.compile(
    r"[a-z0-9._%+äöüß-]+@(?:[a-z0-9äöüß](?:[a-z0-9äöüß-]*[a-z0-9äöüß])?\.)+[a-z]{2,}", re.IGNORECASE
)
_SPOKEN = {"null": "0", "eins": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4", "fuenf": "5", "sechs": "6",
           "sieben": "7", "acht": "8", "neun": "9", "plus": "+"}  # fmt: skip
_PHONE_SPOKEN = re.compile(
    r"(?<!\w)(?:plus )?(?:(?:null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)[ ,-]{0,2}){6,}",
    re.IGNORECASE,
)
_DATE_OR_TIME = re.compile(r"\d{1,2}\.\s?\d{1,2}\.|(?:19|20)\d\d$|\d{1,2}[.:]\d\d\s?[-–]")
_FOR_EVERYBODY = re.compile(r"11[025]$|116\d{3}$|(?:\+49|0049|0)?(?:900|137|180)\d")
_CUE = re.compile(
    r"(?<!\w)(?:(?:meine|die|unsere|unter|per|auf|an|der|über|ist|lautet|e-?mail(?:-?adresse)?|mail|adresse|"
    r"telefon(?:nummer)?|tel|handy(?:nummer)?|nummer|nr|mobil|festnetz|erreichbar|"
    r"zu erreichen|bin ich|sie erreichen mich|erreichen sie mich)"
    r"[ .:,]{1,2})+$",
    re.IGNORECASE,
)


def read_contact(text: str, understanding: Understanding, now: datetime) -> Taken | Refusal:
    """`{"phone": …, "mail": …}` with at least one of them, or what is wrong with what was written."""
    mail, phone = _mail(text), _phone(text)
    if isinstance(mail, Refusal):
        return mail
    if isinstance(phone, Refusal) and mail is None:
        return phone
    value = {}
    if phone is not None and not isinstance(phone, Refusal):
        value["phone"] = phone[0]
    if mail is not None:
        value["mail"] = mail[0]
    return Taken(value) if value else Refusal("contact_missing")


def spot_contact(text: str, understanding: Understanding, now: datetime) -> Spotted | None:
    """A right number or address in a message about anything."""
    found = [one for one in (_phone(text), _mail(text)) if one is not None and not isinstance(one, Refusal)]
    read = read_contact(text, understanding, now) if found else None
    if not isinstance(read, Taken):
        return None
    return Spotted(read.value, tuple((_begin(text, start), end) for _, start, end in found))


def _begin(text: str, start: int) -> int:
    """Where the words begin that lead to a number: „meine Nummer ist …“."""
    cue = _CUE.search(text[:start])
    return cue.start() if cue else start


def join_contact(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """The new number replaces the old one, an address that nobody has corrected stays."""
    return {**old, **new}


def show_contact(value: Mapping[str, Any]) -> str:
    """„Telefon 030 23125 412, E-Mail petra@lustig.example“"""
    parts = [f"Telefon {value['phone']}"] if value.get("phone") else []
    return ", ".join([*parts, *([f"E-Mail {value['mail']}"] if value.get("mail") else [])])


def _mail(text: str) -> tuple[str, int, int] | Refusal | None:
    found = _MAIL.search(text) or _MAIL_SPOKEN.search(text)
    if found is None:
        return Refusal("mail_incomplete") if "@" in text else None
    mail = found.group().rstrip(".-")
    if "@" not in mail:
        mail = re.sub(r"\s*[\[({]?\b(?:at|ät|klammeraffe)\b[\])}]?\s*", "@", mail, flags=re.IGNORECASE)
    for word, sign in (("punkt|dot", "."), ("minus|bindestrich", "-"), ("unterstrich", "_")):
        spelled = rf"\s*[\[({{]\s*(?:{word})\s*[\])}}]\s*|\s+(?:{word})\s+"
        mail = re.sub(spelled, sign, mail, flags=re.IGNORECASE)
    if len(mail) > LONGEST_MAIL:
        return Refusal("mail_too_long")
    return (mail, *found.span()) if _MAIL_RIGHT.fullmatch(mail) and ".." not in mail else Refusal("mail_incomplete")


def _phone(text: str) -> tuple[str, int, int] | Refusal | None:
    """The first telephone number; if none is right, what is wrong with the first that may be meant as one."""
    wrong = None
    without_mail = _MAIL.sub(lambda mail: " " * len(mail.group()), text)
    for found in [*_PHONE.finditer(without_mail), *_PHONE_SPOKEN.finditer(without_mail)]:
        number = found.group() if any(map(str.isdigit, found.group())) else _in_digits(found.group())
        number = " ".join(number.split())
        problem = _problem(number)
        if problem is None:
            return number, found.start(), found.start() + len(found.group().rstrip(" ,-"))
        wrong = wrong or (None if _DATE_OR_TIME.search(number) else Refusal(problem))
    return wrong


def _problem(number: str) -> str | None:
    digits = re.sub(r"\D", "", number)
    if _DATE_OR_TIME.match(number):
        return "phone_missing"
    if _FOR_EVERYBODY.match(re.sub(r"[^\d+]", "", number)):
        return "phone_not_own"
    if not number.lstrip("(").startswith(("0", "+")):
        return "phone_without_area_code"
    if len(digits) < FEWEST_DIGITS:
        return "phone_too_short"
    return "phone_too_long" if len(digits) > MOST_DIGITS else None


def _in_digits(spoken: str) -> str:
    return "".join(_SPOKEN.get(word, "") for word in re.findall(r"[a-z]+", fold(spoken)))
