"""A smaller parser: the default model's words, two or three layers, and every word chooses its head at once.

spaCy's parser walks through a sentence in two steps a word, and asks its network at each. Here all heads are found
together: the layers of convolution give each word a vector; by these every word guesses its head; over the guesses each
hears of its head and of its dependents; a last layer, and the head is chosen (`arcs.best_heads`), then its label. Every
sentence's scores are computed by itself, so a parse depends neither on its neighbours nor on the batch, to the bit.

The weights are in data/small_parser.npz; tools/small_parser says from what and how they are made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from memcon.reading.arcs import best_heads
from memcon.reading.arithmetic import one_thread, row_unit
from memcon.reading.convolutions import COLUMNS, Layer

WEIGHTS = Path(__file__).parent / "data" / "small_parser.npz"


class Found(NamedTuple):
    """Of all words, sentence after sentence: numbers of tags and of labels, and heads by their place in the sentence."""

    tags: list[int]
    labels: list[int]
    heads: list[int]


class _Product:
    """Several products with the same rows in one; the columns of each by name."""

    def __init__(self, parts: Sequence[tuple[str, Any, Any]]) -> None:
        import numpy

        weights, biases = numpy.hstack([w for _, w, _ in parts]), numpy.concatenate([bias for _, _, bias in parts])
        nothing = -weights.shape[1] % COLUMNS
        self.weights = numpy.ascontiguousarray(numpy.pad(weights, ((0, 0), (0, nothing))))
        self.bias = numpy.pad(biases, (0, nothing))
        self.columns: dict[str, slice] = {}
        first = 0
        for name, part, _ in parts:
            self.columns[name] = slice(first, first + part.shape[1])
            first += part.shape[1]

    def __call__(self, ops: Any, rows: Any) -> dict[str, Any]:
        outcome = ops.gemm(rows, self.weights)
        outcome += self.bias
        return {name: outcome[:, columns] for name, columns in self.columns.items()}


class SmallNetwork:
    """The weights of one file, computed by NumPy."""

    def __init__(self, file: Path = WEIGHTS) -> None:
        import numpy
        from thinc.api import NumpyOps

        with numpy.load(file) as stored:
            held = {name: value.astype("float32") if value.dtype.kind == "f" else value for name, value in stored.items()}
        self.names: list[str] = held["names"].tolist()
        self.model = str(held["model"])  # whose words these are, as its meta names it
        self.version = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
        layers = [
            Layer(*(held[f"{part}{number}"] for part in ("weights", "bias", "gain", "shift")))
            for number in range(int(held["before"]) + int(held["after"]))
        ]
        self._before, self._after = layers[: int(held["before"])], layers[int(held["before"]) :]
        self._lift = held["lift"].shape[1] // 2
        guess, side = held["guess"].shape[1] // 2, held["side"].shape[1] // 2
        none = numpy.zeros(2 * self._lift, dtype="float32")
        self._guess = _Product([*_arc_parts(held["guess"], held["guess_bias"], guess), ("lift", held["lift"], none)])
        named = held["named_bias"]
        self._side = _Product(
            [
                *_arc_parts(held["side"], held["side_bias"], side),
                ("near", held["near"], numpy.zeros(held["near"].shape[1], dtype="float32")),
                ("named", held["named"][:, : len(named)], named),
                ("upper", held["named"][:, len(named) :], numpy.zeros_like(named)),
                ("tag", held["tag"], held["tag_bias"]),
            ]
        )
        self._label = _Product([("label", held["label"], held["label_bias"])])
        self._lifted, self._sides = held["lifted"], held["before_head"]
        self._far = {"guess": held["guess_far"], "side": held["far"]}
        weights = [layers[0].weights, self._guess.weights, self._side.weights, self._label.weights, self._lifted]
        unit = row_unit(weights)
        self._unit = unit or 1
        self._ops = NumpyOps(use_blis=unit is None)
        self._known: dict[str, Any] = {}

    def found(self, vectors: Any, lengths: Sequence[int]) -> Found:
        """What is found of all words, whose own `vectors` stand sentence after sentence, each of so many words."""
        with one_thread():
            return self._found(vectors, lengths)

    def _found(self, vectors: Any, lengths: Sequence[int]) -> Found:
        import numpy

        bounds = numpy.concatenate([[0], numpy.cumsum(lengths)])
        places = numpy.arange(len(vectors)) + numpy.repeat(numpy.arange(1, len(lengths) + 1), lengths)
        rows = numpy.zeros((self._whole(len(vectors) + len(lengths) + 1), vectors.shape[1]), dtype="float32")
        rows[places] = vectors
        nothing = numpy.ones(len(rows), dtype=bool)
        nothing[places] = False
        room = (
            numpy.zeros((len(rows), 3 * vectors.shape[1]), dtype="float32"),
            numpy.empty((len(rows), self._before[0].weights.shape[1]), dtype="float32"),
        )
        for layer in self._before:
            rows = layer(self._ops, rows, *room)
            rows[nothing] = 0
        starts = [int(places[first]) if size else 0 for first, size in zip(bounds[:-1], lengths, strict=True)]
        around = numpy.zeros((len(rows), 2 * self._lift), dtype="float32")
        guess = self._guess(self._ops, rows)
        numpy.maximum(guess["heads"], 0, out=guess["heads"])
        for first, size in zip(starts, lengths, strict=True):
            if size:
                part = slice(first, first + size)
                self._hear(self._scores(guess, part, "guess"), guess["lift"][part], around[part])
        rows += self._ops.gemm(around, self._lifted)
        for layer in self._after:
            rows = layer(self._ops, rows, *room)
            rows[nothing] = 0
        side = self._side(self._ops, rows)
        numpy.maximum(side["heads"], 0, out=side["heads"])
        heads: list[int] = []
        for first, size in zip(starts, lengths, strict=True):
            if size:
                part = slice(first, first + size)
                scores = self._scores(side, part, "side")
                scores += self._near(side["near"][part])
                heads += best_heads(scores)
        return Found(side["tag"][places].argmax(axis=1).tolist(), self._labels(side, places, bounds, lengths, heads), heads)

    def _scores(self, projected: dict[str, Any], part: slice, kind: str) -> Any:
        """The scores of one sentence: a row for each word, a column for each head."""
        import numpy

        scores = numpy.dot(projected["words"][part], projected["heads"][part].T)
        size = len(scores)
        scores += self._distances(kind, size)
        scores.ravel()[:: size + 1] = projected["root"][part, 0]
        return scores

    def _hear(self, shares: Any, lifted: Any, around: Any) -> None:
        """What each word hears of its guessed head and of those that guess it theirs, into `around`."""
        import numpy

        shares -= shares.max(axis=1, keepdims=True)
        numpy.exp(shares, out=shares)
        shares /= shares.sum(axis=1, keepdims=True)
        around[:, : self._lift] = numpy.dot(shares, lifted[:, : self._lift])
        around[:, self._lift :] = numpy.dot(shares.T, lifted[:, self._lift :])

    def _distances(self, kind: str, size: int) -> Any:
        """What the distance of word (row) and head (column) adds."""
        import numpy

        far = self._far[kind]
        known = self._known.get(kind)
        if known is None or len(known) < size:
            reach = len(far) // 2
            known = self._known[kind] = far[numpy.clip(_away(_roomy(size)), -reach, reach) + reach]
        return known[:size, :size]

    def _near(self, near: Any) -> Any:
        """What each word (row) asks of heads (columns) so far away."""
        import numpy

        size, width = near.shape
        known = self._known.get("near")
        if known is None or len(known) < size:
            reach = width // 2
            count = _roomy(size)
            steps = numpy.clip(_away(count), -reach, reach) + reach
            known = self._known["near"] = steps + width * numpy.arange(count)[:, None]
        return near.ravel().take(known[:size, :size])

    def _labels(self, side: dict[str, Any], places: Any, bounds: Any, lengths: Sequence[int], heads: list[int]) -> list[int]:
        """The labels of all words: a root's is the first, and nobody else's."""
        import numpy

        above = numpy.asarray(heads, dtype=places.dtype) + numpy.repeat(bounds[:-1], lengths)
        own = numpy.arange(len(above))
        rows = numpy.zeros((self._whole(len(above)), side["named"].shape[1]), dtype="float32")
        rows[: len(above)] = side["named"][places] + side["upper"][places[above]] + self._sides[(above > own).astype(int)]
        numpy.maximum(rows, 0, out=rows)
        scores = self._label(self._ops, rows)["label"][: len(above)]
        labels = scores[:, 1:].argmax(axis=1) + 1
        labels[above == own] = 0
        found: list[int] = labels.tolist()
        return found

    def _whole(self, rows: int) -> int:
        return -(-rows // self._unit) * self._unit


def _arc_parts(weights: Any, bias: Any, size: int) -> list[tuple[str, Any, Any]]:
    bounds = {"heads": slice(0, size), "words": slice(size, 2 * size), "root": slice(2 * size, 2 * size + 1)}
    return [(name, weights[:, columns], bias[columns]) for name, columns in bounds.items()]


def _away(count: int) -> Any:
    """From the head (column) to the word (row)."""
    import numpy

    return numpy.arange(count)[:, None] - numpy.arange(count)[None]


def _roomy(size: int) -> int:
    """A size that few sentences are longer than, so that the tables are seldom made anew."""
    return max(64, 1 << (size - 1).bit_length())


@lru_cache(maxsize=1)
def small_network() -> SmallNetwork:
    """The network of this process."""
    return SmallNetwork()
