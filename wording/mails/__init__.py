"""What stands in mails: plain German text in short lines, one frame for all."""
from wording.mails.advisers import adviser_mail, day_list_mail, idea_sheet
from wording.mails.callback import callback_received
from wording.mails.confirmation import please_confirm
from wording.mails.frame import Letterhead
from wording.mails.matters import code_link_mail, matter_mail
from wording.mails.sessions import reminder_mail, session_attachment, session_mail
from wording.mails.waiting import ended_mail, joined_mail, offer_mail

__all__ = [
    "Letterhead", "adviser_mail", "callback_received", "code_link_mail", "day_list_mail", "ended_mail", "idea_sheet", "joined_mail",
    "matter_mail", "offer_mail", "please_confirm", "reminder_mail", "session_attachment", "session_mail",
]  # fmt: skip
