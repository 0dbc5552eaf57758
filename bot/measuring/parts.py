"""What each part of the understanding is worth: the development set without it."""
from __future__ import annotations

import statistics
import time
from typing import Callable, Sequence

import numpy

from bot.measuring.understanding import CRISIS
from bot.nlu.need_model import NeedModel, letter_view, word_view
from bot.settings import Settings
from evaluation.intervals import wilson
from evaluation.message_sets import CORE, NeedMessage, messages_by_need, read_crisis_messages, read_need_messages
from evaluation.tables import interval, table
from knowledge.spelling.correction import Correction, read_dialects
from knowledge.embedding import SentenceEmbedder, UseEmbedder

STRENGTH = 1.0


class NoEmbedding:
    """An embedder that sees nothing, to measure without one."""

    name, dimensions = "none", 1

    def encode(self, texts: Sequence[str]) -> numpy.ndarray:
        return numpy.zeros((len(texts), 1), numpy.float32)


def worth_of_parts(settings: Settings) -> str:
    """A table: accuracy with and without each part, milliseconds for a message, seconds of CPU to train.

    The last row keeps every part and learns from the core of the messages alone.
    """
    texts, needs = _in_pairs(messages_by_need())
    core = _in_pairs(messages_by_need(CORE))
    messages = read_need_messages()
    dialects = read_dialects(settings.content)
    full, no_dialects, none = Correction.learn(texts, dialects), Correction.learn(texts, {}), Correction({}, {})
    embedder = UseEmbedder()
    embedder.encode(["Guten Tag"])

    def variant(name: str, seeing: SentenceEmbedder, correction: Correction, views=None) -> list[str]:
        return _row(name, lambda: NeedModel.train(texts, needs, seeing, correction, STRENGTH, views), messages)

    return table(
        ["understanding of needs", "right", "95 %", "messy styles", "crises found", "ms per message", "s CPU to train"],
        [
            variant("as it is", embedder, full),
            variant("without the dialects' words", embedder, no_dialects),
            variant("without any correction of spelling", embedder, none),
            variant("without the sentence embedding", NoEmbedding(), full),
            variant("without words and pairs of words", embedder, full, [letter_view()]),
            variant("without letters", embedder, full, [word_view()]),
            _row(
                f"learned from data/nlu alone, {len(core[0]):,} messages instead of {len(texts):,}",
                lambda: NeedModel.train(*core, embedder, Correction.learn(core[0], dialects), STRENGTH),
                messages,
            ),
        ],
    )


def _row(name: str, train: Callable[[], NeedModel], messages: Sequence[NeedMessage]) -> list[str]:
    began = time.process_time()
    model = train()
    trained = time.process_time() - began
    right, milliseconds = [], []
    for one in messages:
        began = time.process_time()
        likely = model.probabilities([one.text])[0]
        milliseconds.append((time.process_time() - began) * 1000)
        right.append(model.needs[int(likely.argmax())] == one.need)
    cries, _ = read_crisis_messages()
    found = sum(model.needs[column] == CRISIS for column in model.probabilities(cries).argmax(axis=1))
    messy = [is_right for is_right, one in zip(right, messages) if one.is_messy]
    return [
        name, f"{sum(right) / len(right):.3f}", interval(wilson(sum(right), len(right))),
        f"{sum(messy) / len(messy):.3f}", f"{found / len(cries):.3f}", f"{statistics.median(milliseconds):.1f}", f"{trained:.0f}",
    ]  # fmt: skip


def _in_pairs(messages: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """Texts, and the need of each."""
    pairs = [(text, need) for need, texts in messages.items() for text in texts]
    texts, needs = zip(*pairs)
    return list(texts), list(needs)
