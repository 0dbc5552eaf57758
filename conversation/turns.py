"""The turn service: one way for every message of every channel (docs/decisions/0007-turn-service-and-api.md)."""
from __future__ import annotations

import asyncio
import logging
import time
from datetime import datetime
from functools import partial
from typing import Any, AsyncIterator, Callable, Coroutine, Sequence

from conversation.counters import TurnCounts, turn_counts
from conversation.crisis import CrisisKind, find_crisis
from conversation.crisis_turns import CrisisTurns
from conversation.erasure import Erasure
from conversation.events import News
from conversation.incoming import (
    MAXIMUM_NUMBER, IncomingMessage, check_message_id, incoming, key_of, new_conversation_id, words_of,
)  # fmt: skip
from conversation.lanes import Lanes
from conversation.limits import Allowance, MessageLimits
from conversation.messages import Answer, TurnReply, TurnRequest
from conversation.patience import Patience, ask_patiently
from conversation.rasa_client import RasaClient
from conversation.refusals import RateLimited, StorageUnavailable, TurnRefused
from conversation.running_turn import RunningTurn, at_once
from conversation.secrecy.discretion import Discretion
from conversation.turn_store import StoredTurn, TurnState, TurnStore
from conversation.threads import in_thread
from conversation.twins import Twins

log = logging.getLogger(__name__)


class TurnService:
    """Takes messages, answers them in order, and looks after those that could not be answered at once.

    `crisis_answer` and `unavailable_answer` give the words; they must work without Rasa and without the database.
    `rest_forms` lets the form that is open in a conversation wait when a crisis comes first; `erasure` deletes one;
    `discretion` decides what of a message may be kept. `clock` tells the time that is stored, `ticks` the seconds that
    limits count by.
    """

    def __init__(
        self,
        store: TurnStore,
        rasa: RasaClient,
        limits: MessageLimits,
        crisis_answer: Callable[[CrisisKind], Sequence[Answer]],
        unavailable_answer: Callable[[], Answer],
        erasure: Erasure,
        clock: Callable[[], datetime],
        discretion: Discretion,
        rest_forms: Callable[[str, datetime], object] = lambda key, now: None,
        patience: Patience = Patience(),
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._rasa = rasa
        self._limits = limits
        self._unavailable_answer = unavailable_answer
        self._erasure = erasure
        self._clock = clock
        self._discretion = discretion
        self._patience = patience
        self._ticks = ticks
        self._news = News()
        self._twins = Twins()
        self._opening = Lanes()
        self._serving = Lanes()
        self._running: dict[tuple[str, str], RunningTurn] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._crises = CrisisTurns(store, crisis_answer, rest_forms, self._opening, self._news)

    async def __aenter__(self) -> "TurnService":
        """Take up what an earlier process left waiting."""
        for turn in await in_thread(self._store.waiting_turns):
            self._resume(turn)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop. Waiting turns stay in the database for the next process."""
        self.end_streams()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def handle(self, request: TurnRequest) -> tuple[TurnReply, Allowance | None]:
        """The reply to one message, after `turn_seconds` at the latest; the limit's word to it beside.

        Raises a TurnRefused, or StorageUnavailable when nothing could be kept.
        """
        check_message_id(request.message_id)
        crisis = find_crisis(request.text) if request.text else None
        if crisis is not None:
            return await self._crises.answer(request, crisis), None
        conversation = request.conversation or new_conversation_id()
        message = incoming(request, conversation, words_of(request))
        allowance = self._limits.take(message.key, request.address, self._ticks())
        if not allowance.allowed:
            raise RateLimited(allowance)
        if self._erasure.is_wanted(message):
            await self.erase(conversation)
            return TurnReply(conversation, (self._erasure.last_answer(),)), allowance
        message = self._twins.as_first(message, self._ticks(), self._running)
        turn = self._running.get((message.key, message.message_id)) or self._begin(message)
        answers = await self._shown(message.key, await self._reply_in_time(turn))
        return TurnReply(conversation, answers), allowance

    async def check_followable(self, conversation: str) -> None:
        """Raises ConversationUnknown, TooManyListeners or StorageUnavailable."""
        self._news.check_room(key_of(conversation))
        await in_thread(self._store.answers_after, key_of(conversation), MAXIMUM_NUMBER)

    async def follow(
        self, conversation: str, after: int, heartbeat_seconds: float
    ) -> AsyncIterator[Answer | None]:
        """The answers with a number above `after`, then whatever comes; None when there was nothing for so long.

        Ends when the process stops. Raises ConversationUnknown, TooManyListeners, StorageUnavailable.
        """
        key = key_of(conversation)
        with self._news.listening(key) as bell:
            while not self._news.is_over:
                bell.clear()
                for answer in await self._shown(key, await in_thread(self._store.answers_after, key, after)):
                    after = answer.id
                    yield answer
                try:
                    await asyncio.wait_for(bell.wait(), heartbeat_seconds)
                except asyncio.TimeoutError:
                    yield None

    async def erase(self, conversation: str) -> None:
        """Delete all of a conversation, and once more what is being answered just now; safe to repeat."""
        key = key_of(conversation)
        busy = [turn for (one, _), turn in self._running.items() if one == key]
        await in_thread(self._erasure.delete, key)
        self._news.announce(key)
        if busy:
            self._spawn(self._erase_when_settled(key, busy))

    async def _erase_when_settled(self, key: str, busy: Sequence[RunningTurn]) -> None:
        await asyncio.gather(*(turn.settled.wait() for turn in busy))
        await in_thread(self._erasure.delete, key)

    def take_request(self, address: str) -> Allowance:
        """Count a request that is no message; raises RateLimited."""
        allowance = self._limits.take_request(address, self._ticks())
        if not allowance.allowed:
            raise RateLimited(allowance)
        return allowance

    def end_streams(self) -> None:
        """Let every `follow` end."""
        self._news.end()

    async def counts(self, now: datetime) -> TurnCounts:
        """How the turns of the last 24 hours ended; raises StorageUnavailable."""
        return await in_thread(turn_counts, self._store, now)

    # One turn from its begin to its end

    def _begin(self, message: IncomingMessage) -> RunningTurn:
        """Register at once, before anything waits, so that a repeat finds the turn and the order stays."""
        turn = self._running[message.key, message.message_id] = RunningTurn(words=message.words)
        turn.opened = self._spawn(self._open(turn, message))
        return turn

    async def _open(self, turn: RunningTurn, message: IncomingMessage) -> StoredTurn:
        try:
            async with self._opening.hold(message.key):
                message, turn.words = await in_thread(self._discretion.received, message)
                stored = await in_thread(self._store.open_turn, message)
                turn.answers = stored.answers
                if stored.is_new:
                    self._spawn(self._serve(turn, stored))
                else:
                    self._forget(turn, stored.key, stored.message_id)
            return stored
        except BaseException:
            self._forget(turn, message.key, message.message_id)
            raise

    async def _reply_in_time(self, turn: RunningTurn) -> tuple[Answer, ...]:
        stored = await asyncio.shield(turn.opened)
        if not turn.answers:
            try:
                await asyncio.wait_for(turn.settled.wait(), self._patience.turn_seconds)
            except asyncio.TimeoutError:
                pass  # the turn goes on; the person is told so below
        if not turn.answers:
            await self._tell_to_wait(turn, stored)
        return turn.answers

    async def _tell_to_wait(self, turn: RunningTurn, stored: StoredTurn) -> None:
        async with turn.writing:
            if turn.answers:
                return
            sentence = [self._unavailable_answer()]
            turn.answers = await in_thread(self._store.add_answers, stored.id, sentence, self._clock())
            turn.was_told_to_wait = True
        self._news.announce(stored.key)

    async def _serve(self, turn: RunningTurn, stored: StoredTurn) -> None:
        try:
            async with self._serving.hold(stored.key):
                turn.handed = await in_thread(self._discretion.words_for, stored.key, turn.words)
                answers = self._discretion.answer_to(turn.handed) or await ask_patiently(
                    self._rasa, stored.key, turn.handed, {"turn": stored.id}, self._patience, self._seconds_left(stored)
                )
                await self._settle(turn, stored, answers)
        finally:
            self._forget(turn, stored.key, stored.message_id)

    async def _settle(self, turn: RunningTurn, stored: StoredTurn, answers: tuple[Answer, ...] | None) -> None:
        """Keep the answers; while the database is away, try again as long as the turn is looked after at all."""
        seconds = asyncio.get_running_loop().time
        deadline = seconds() + self._patience.give_up_seconds
        while True:
            try:
                return await self._write_down(turn, stored, answers)
            except StorageUnavailable:
                if seconds() > deadline:
                    raise
                await asyncio.sleep(self._patience.pause_seconds[-1])

    async def _write_down(self, turn: RunningTurn, stored: StoredTurn, answers: tuple[Answer, ...] | None) -> None:
        async with turn.writing:
            state = TurnState.LATE if turn.was_told_to_wait else TurnState.ANSWERED
            if answers is None:
                state = TurnState.FAILED
                log.warning("Eine Nachricht blieb ohne Antwort: Rasa oder der Action-Server war zu lange weg.")
            earlier = partial(self._store.answers_after, stored.key, 0)
            answers = await in_thread(self._discretion.told, turn.handed, answers or (), earlier)
            turn.answers += await in_thread(self._store.settle, stored.id, state, answers, self._clock())
        self._news.announce(stored.key)

    def _resume(self, stored: StoredTurn) -> None:
        """A turn of an earlier process: the person has waited already, so its answer is late in any case."""
        turn = RunningTurn(words=stored.words or "", answers=stored.answers, was_told_to_wait=True)
        self._running[stored.key, stored.message_id] = turn
        turn.opened = self._spawn(at_once(stored))
        too_old = stored.words is None or self._seconds_left(stored) <= 0
        self._spawn(self._fail(turn, stored) if too_old else self._serve(turn, stored))

    async def _fail(self, turn: RunningTurn, stored: StoredTurn) -> None:
        try:
            await self._settle(turn, stored, None)
        finally:
            self._forget(turn, stored.key, stored.message_id)

    def _seconds_left(self, stored: StoredTurn) -> float:
        age = (self._clock() - stored.received_at).total_seconds()
        return self._patience.give_up_seconds - max(age, 0)

    def _forget(self, turn: RunningTurn, key: str, message_id: str) -> None:
        turn.settled.set()
        self._running.pop((key, message_id), None)

    async def _shown(self, key: str, answers: Sequence[Answer]) -> tuple[Answer, ...]:
        return await in_thread(self._discretion.shown, key, answers, self._clock())

    # Tasks

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, TurnRefused):
            log.error("Eine Nachricht konnte nicht zu Ende geführt werden (%s).", type(error).__name__)
