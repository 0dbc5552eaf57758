"""What stands in mails: plain German text in short lines, one frame for all."""
from wording.mails.callback import callback_received
from wording.mails.confirmation import please_confirm
from wording.mails.frame import Letterhead

__all__ = ["Letterhead", "callback_received", "please_confirm"]
