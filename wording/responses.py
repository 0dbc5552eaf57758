"""The responses of `domain.yml` as replies, with the particulars of the office filled in."""
from __future__ import annotations

from typing import Any, Mapping

from knowledge.office import OfficeProfile
from wording.reply import Button, Reply


def office_particulars(office: OfficeProfile) -> dict[str, str]:
    """The placeholders that responses may use."""
    return {
        "office_name": office.name,
        "office_phone": office.phone,
        "office_email": office.email,
        "office_hours": "; ".join(office.hours),
        "office_hours_lines": "\n".join(office.hours),
        "office_website": office.website,
    }


def response_reply(name: str, domain: Mapping[str, Any], office: OfficeProfile, lang: str = "de") -> Reply:
    """The response `utter_{name}` of the domain that Rasa sends along; raises KeyError if there is none."""
    told = domain["responses"][f"utter_{name}"][0]
    particulars = office_particulars(office)
    buttons = told.get("buttons") or ()
    return Reply(
        told["text"].format(**particulars),
        lang=lang,
        buttons=tuple(Button(one["title"], one["payload"].format(**particulars)) for one in buttons),
    )


def has_response(name: str, domain: Mapping[str, Any]) -> bool:
    """Whether the domain has a response of that name."""
    return f"utter_{name}" in (domain.get("responses") or {})
