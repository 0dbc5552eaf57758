"""Sends what is due in the outbox."""
from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from typing import Callable

from office.errors import StorageError
from office.mail import ClaimedMail, Delivery, Phase, Problem
from worker.message import Sender, build_letter
from worker.smtp import NoAnswer, NotOurs, SmtpTalk, SmtpTransport, Trouble

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(minutes=5)
"""After trouble with the server as a whole; doubles with each further trouble."""
SETTLING = (0, 0.2, 1, 3, 5)
"""Seconds before each attempt to write down what the server said."""


class SendMails:
    """The job. Without a `transport` (no server is set) the mails stay in the outbox."""

    def __init__(
        self, delivery: Delivery, transport: SmtpTransport | None, sender: Sender, clock: Callable[[], datetime]
    ) -> None:
        self._delivery = delivery
        self._transport = transport
        self._sender = sender
        self._clock = clock
        self._pause = FIRST_PAUSE
        self._not_before: datetime | None = None

    def __call__(self, now: datetime) -> int:
        """Send until nothing is due or the server makes trouble; how many were sent."""
        is_resting = self._not_before is not None and self._clock() < self._not_before
        if self._transport is None or is_resting:
            return 0
        sent = 0
        while not self._transport.is_stopping and (mail := self._delivery.claim(now)) is not None:
            try:
                sent += self._send_from(mail, now)
            except _ServerTrouble:
                self._not_before = self._clock() + self._pause
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
                return sent
        self._pause, self._not_before = FIRST_PAUSE, None
        return sent

    def _send_from(self, first: ClaimedMail, now: datetime) -> int:
        """Send `first` and as many more as one connection carries; how many. Raises _ServerTrouble."""
        sent = 0
        try:
            with self._transport.connected() as talk:
                mail: ClaimedMail | None = first
                while mail is not None:
                    sent += self._send(talk, mail, now)
                    mail = None if self._transport.is_stopping else self._delivery.claim(now)
        except Trouble as trouble:  # the server let nobody in
            self._refused(first, trouble, now)
            raise _ServerTrouble from None
        except _LineIsGone:
            pass
        return sent

    def _send(self, talk: SmtpTalk, mail: ClaimedMail, now: datetime) -> int:
        """1 if the server took it. Raises _ServerTrouble or _LineIsGone if this line is of no more use."""
        try:
            letter = build_letter(mail, self._sender)
        except ValueError as error:
            self._settle(lambda: self._delivery.fail(mail, Problem(type(error).__name__, Phase.WRITING), now))
            return 0
        try:
            talk.deliver(letter, lambda: self._may_end(mail, now))
        except Trouble as trouble:
            self._refused(mail, trouble, now)
            if trouble.is_of_server:
                raise _ServerTrouble from None
            self._reset(talk)
            return 0
        except NoAnswer as silence:
            log.warning("Eine Mail ist ungewiss (%s). ./lotse outbox list zeigt sie.", silence.problem.kind)
            self._settle(lambda: self._delivery.doubt(mail, silence.problem, now))
            raise _ServerTrouble from None
        except NotOurs:
            if self._transport.is_stopping:
                self._settle(lambda: self._delivery.give_back(mail))
            raise _LineIsGone from None
        self._settle(lambda: self._delivery.sent(mail, now))
        return 1

    def _may_end(self, mail: ClaimedMail, now: datetime) -> bool:
        if self._transport.is_stopping:
            return False
        try:
            return self._delivery.may_end(mail, now)
        except StorageError as error:
            log.error("Eine Mail bleibt liegen, weil sich nicht festhalten lässt, dass sie verschickt wird: %s", error)
            return False

    def _refused(self, mail: ClaimedMail, trouble: Trouble, now: datetime) -> None:
        problem = trouble.problem
        if self._transport.is_stopping and problem.code is None:
            self._settle(lambda: self._delivery.give_back(mail))
            return
        log.warning("Der Mailserver nahm eine Mail nicht an (%s, %s, %s).", problem.kind, problem.phase.value, problem.code)
        verb = self._delivery.fail if trouble.is_permanent else self._delivery.put_off
        self._settle(lambda: verb(mail, problem, now))

    @staticmethod
    def _reset(talk: SmtpTalk) -> None:
        try:
            talk.reset()
        except Trouble:
            raise _LineIsGone from None

    @staticmethod
    def _settle(verb: Callable[[], None]) -> None:
        """Write down what became of a mail; a database that is away for a moment must not leave it open."""
        for pause in SETTLING:
            time.sleep(pause)
            try:
                return verb()
            except StorageError as error:
                failure = error
        log.error("Was aus einer Mail wurde, ließ sich nicht festhalten; sie kommt nach Ablauf der Frist wieder dran.")
        raise failure


class _ServerTrouble(Exception):
    """The server would not take another mail either."""


class _LineIsGone(Exception):
    """A new connection is needed."""
