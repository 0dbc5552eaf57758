"""The page of an entry of the waiting list. The link shows it and changes nothing; the buttons do. As the secret stands in
the path and there is no cookie, no other site can press them for anybody."""
from __future__ import annotations

import asyncio
from html import escape
from typing import Mapping, Sequence

from aiohttp import web

from knowledge.schema.adviser import SessionFormat
from office.appointments.model import BookingOutcome
from office.appointments.waiting_model import Waiting, WaitingOffer
from office.consent import Consent, Purpose
from office.matters.model import Submission
from office.reach import read_reach
from office.typed_text import Unfit
from web.mailing.pages import MailDesk
from web.private_pages import is_from_elsewhere
from web.services import WebServices
from wording.consent import current_text
from wording.mails import waiting_page as say
from wording.mails.pages import FROM_ELSEWHERE, MailPage
from wording.mails.waiting import WAITING_PAGE


def waiting_routes(services: WebServices) -> list[web.RouteDef]:
    """The page under /warteliste."""
    page = _Page(services)
    path = WAITING_PAGE + "/{secret}"
    return [web.get(path, page.desk.counted(page.look)), web.post(path, page.desk.counted(page.decide))]


class _Page:
    def __init__(self, services: WebServices) -> None:
        self.desk = MailDesk(services)
        self._services = services
        self._list = services.waiting_list

    async def look(self, request: web.Request) -> web.Response:
        waiting = await asyncio.to_thread(self._list.look, request.match_info["secret"], self._services.now())
        return self.desk.shown(say.UNKNOWN, 404) if waiting is None else self._shown(waiting)

    async def decide(self, request: web.Request) -> web.Response:
        if is_from_elsewhere(request):
            return self.desk.shown(MailPage(say.TITLE, (FROM_ELSEWHERE,)), 403)
        secret, now = request.match_info["secret"], self._services.now()
        told = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        waiting = await asyncio.to_thread(self._list.look, secret, now)
        if waiting is None:
            return self.desk.shown(say.UNKNOWN, 404)
        verb = told.get("was")
        if verb == say.LEAVE:
            await asyncio.to_thread(self._list.leave_by, secret)
            return self.desk.shown(say.LEFT, 200)
        if waiting.offer is None:
            return self.desk.shown(say.GONE, 409) if verb in (say.ACCEPT, say.DECLINE) else self._shown(waiting)
        if verb == say.DECLINE:
            await asyncio.to_thread(self._list.decline_by, secret, now)
            return self.desk.shown(say.DECLINED, 200)
        return await self._accept(secret, waiting, told) if verb == say.ACCEPT else self._shown(waiting)

    async def _accept(self, secret: str, waiting: Waiting, told: Mapping[str, str]) -> web.Response:
        now, problems = self._services.now(), self._missing(waiting.offer, told)
        if problems:
            return self._shown(waiting, problems, told)
        consent = current_text(Purpose.APPOINTMENT)
        reach = " ".join(filter(None, (told.get(say.PHONE, "").strip(), await self._email(secret))))
        submission = Submission(
            {"name": told.get(say.NAME, ""), "place": told.get(say.PLACE, "")},
            (Consent(Purpose.APPOINTMENT, consent.version, now),), reach,
        )  # fmt: skip
        result = await asyncio.to_thread(self._list.accept, secret, submission, SessionFormat(told[say.FORMAT]), now)
        if result.outcome in (BookingOutcome.BOOKED, BookingOutcome.ALREADY_BOOKED):
            return self.desk.shown(say.booked_page(result, self._services.office), 200)
        if result.outcome is BookingOutcome.TOO_MANY:
            return self.desk.shown(say.too_many_page(self._services.office), 409)
        if result.outcome in (BookingOutcome.HOLD_EXPIRED, BookingOutcome.SLOT_GONE):
            return self.desk.shown(say.GONE, 409)
        return self._shown(waiting, say.problems_told(result), told)

    async def _email(self, secret: str) -> str | None:
        return await asyncio.to_thread(self._list.address_of, secret)

    def _missing(self, offer: WaitingOffer, told: Mapping[str, str]) -> tuple[str, ...]:
        if told.get(say.CONSENT) != "ja":
            return (say.CONSENT_MISSING,)
        chosen = told.get(say.FORMAT)
        if chosen not in {one.value for one in self._choices(offer)}:
            return say.problems_told_otherwise()
        if chosen == SessionFormat.PHONE.value and not _is_phone(told.get(say.PHONE, "")):
            return (say.NEEDS_PHONE,)
        return (say.NEEDS_PLACE,) if chosen == SessionFormat.VISIT.value and not told.get(say.PLACE, "").strip() else ()

    def _choices(self, offer: WaitingOffer) -> Sequence[say.Choice]:
        adviser = self._services.adviser(offer.slot.adviser)
        return say.choices(adviser, offer.wish.format) if adviser else ()

    def _shown(self, waiting: Waiting, problems: Sequence[str] = (), told: Mapping[str, str] | None = None) -> web.Response:
        forms = [_button(say.LEAVE)]
        if waiting.offer is not None:
            forms = [self._form(waiting.offer, told or {}), _button(say.DECLINE), _button(say.LEAVE)]
        notes = "".join(f'    <p class="notice" role="alert">{escape(one)}</p>\n' for one in problems)
        sentences = "\n".join(f"    <p>{escape(one)}</p>" for one in say.waiting_sentences(waiting))
        return self.desk.page(say.TITLE, f"{notes}{sentences}\n" + "\n".join(forms), 400 if problems else 200)

    def _form(self, offer: WaitingOffer, told: Mapping[str, str]) -> str:
        possible = self._choices(offer)
        names = [say.NAME]
        names += [say.PHONE] if any(one.value == SessionFormat.PHONE.value for one in possible) else []
        names += [say.PLACE] if any(one.value == SessionFormat.VISIT.value for one in possible) else []
        fields = "\n".join(
            f'      <p><label>{escape(say.LABELS[name])}<br>'
            f'<input type="text" name="{name}" value="{escape(told.get(name, ""))}" maxlength="200"></label></p>' for name in names
        )  # fmt: skip
        options = "".join(
            f'<option value="{one.value}"{" selected" if told.get(say.FORMAT) == one.value else ""}>{escape(one.title)}</option>'
            for one in possible
        )
        return (
            f'    <form method="post">\n{fields}\n'
            f'      <p><label>{escape(say.LABELS[say.FORMAT])}<br><select name="{say.FORMAT}">{options}</select></label></p>\n'
            f'      <p><label><input type="checkbox" name="{say.CONSENT}" value="ja"> '
            f"{escape(say.consent_sentence(self._services.office))}</label></p>\n"
            f'      <button type="submit" name="was" value="{say.ACCEPT}">{say.BUTTONS[say.ACCEPT]}</button>\n    </form>'
        )


def _is_phone(typed: str) -> bool:
    try:
        return read_reach(typed).phone is not None
    except Unfit:
        return False


def _button(verb: str) -> str:
    return f'    <form method="post"><button type="submit" name="was" value="{verb}">{say.BUTTONS[verb]}</button></form>'
