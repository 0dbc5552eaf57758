"""What stands in mails: plain German text in short lines, one frame for all."""
from wording.mails.callback import callback_received
from wording.mails.confirmation import please_confirm
from wording.mails.frame import Letterhead
from wording.mails.matters import code_link_mail, matter_mail

__all__ = ["Letterhead", "callback_received", "code_link_mail", "matter_mail", "please_confirm"]
