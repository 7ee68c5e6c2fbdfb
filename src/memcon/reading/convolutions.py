"""The network between a word's own vector and the parser, computed by NumPy as thinc computes it, to the bit, for less.

spaCy's small models pass the words' vectors through a few layers that each look one word to either side (a product with
the layer's weights, the largest of three pieces, a normalization, and the input added), then through one product for the
tagger and two for the parser. Here the words of all sentences stand in one array, with rows of nothing between sentences so
that none sees its neighbour, and every product is OpenBLAS's where that is sound (`arithmetic.row_unit`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon.reading.arithmetic import one_thread, row_unit

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_HEAD = "tok2vec-listener>>list2array>>linear"
_TINY = 1e-8  # what thinc adds to a variance
COLUMNS = 64  # OpenBLAS rounds columns left over its own way, too


def fitting_network(tok2vec: Any, tagger: Any, parser: Any) -> bool:
    """Whether the three models are built as `Network` computes them."""
    encode = tok2vec.get_ref("encode")
    return (
        "pad" in encode.attrs
        and all(layer.name == _LAYER for layer in encode.layers[0].layers)
        and all(node.attrs["window_size"] == 1 for node in encode.walk() if node.name == "expand_window")
        and [layer.name for layer in tagger.layers] == ["tok2vec-listener", "with_array(softmax)"]
        and [layer.name for layer in parser.layers] == [_HEAD, "precomputable_affine", "linear"]
    )


class Layer:
    """One layer of convolution: weights by piece, so that the largest piece of all units is found in three slices."""

    def __init__(self, weights: Any, bias: Any, gain: Any, shift: Any) -> None:
        self.weights, self.bias, self.gain, self.shift = weights, bias, gain, shift
        self.width = len(gain)
        self.pieces = len(bias) // self.width

    @classmethod
    def of(cls, layer: Any) -> Layer:
        """A layer of thinc's."""
        import numpy

        (product,) = (node for node in layer.walk() if node.name == "maxout")
        (normal,) = (node for node in layer.walk() if node.name == "layernorm")
        weights, bias = product.get_param("W"), product.get_param("b")
        rows = numpy.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
        return cls(rows, bias.T.ravel(), normal.get_param("G"), normal.get_param("b"))

    def __call__(self, ops: Any, rows: Any, windows: Any, products: Any) -> Any:
        """The layer's outcome for all rows; `windows` and `products` are room to work in."""
        import numpy

        width = self.width
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        ops.gemm(windows, self.weights, out=products)
        products += self.bias
        best = products[:, :width]
        for piece in range(1, self.pieces):
            best = numpy.maximum(best, products[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        variance = (best * best).sum(axis=1, keepdims=True)
        variance /= numpy.float32(width)
        variance += numpy.float32(_TINY)
        best *= variance**-0.5
        best *= self.gain
        best += self.shift
        best += rows
        return best


class Network:
    """The layers of one pipeline; its parser's model is made to read what `tags` leaves."""

    def __init__(self, tok2vec: Any, tagger: Any, parser: Any) -> None:
        import numpy
        from thinc.api import Model, NumpyOps

        encode, softmax = tok2vec.get_ref("encode"), tagger.layers[-1].layers[0]
        linear, lower = parser.layers[0].layers[-1], parser.layers[1]
        self._layers = [Layer.of(layer) for layer in encode.layers[0].layers]
        self._pad = int(encode.attrs["pad"])
        self._wide = int(linear.get_dim("nO"))  # what the parser takes of the outcome; the rest are the tagger's scores
        self._tags = slice(self._wide, self._wide + softmax.get_dim("nO"))
        nothing = -self._tags.stop % COLUMNS
        weights = numpy.vstack([linear.get_param("W"), softmax.get_param("W")])
        self._weights = numpy.ascontiguousarray(numpy.pad(weights, ((0, nothing), (0, 0))).T)
        self._bias = numpy.pad(numpy.concatenate([linear.get_param("b"), softmax.get_param("b")]), (0, nothing))
        unit = row_unit([self._layers[0].weights, self._weights, lower.get_param("W").reshape(-1, self._wide).T])
        self._unit = unit or 1
        self._ops = lower.ops = NumpyOps(use_blis=unit is None)
        self._given: Any = None
        parser.layers[0] = Model("given", self._give)

    def tags(self, vectors: Any, lengths: Sequence[int]) -> list[int]:
        """The numbers of the tags of all words, whose own `vectors` stand sentence after sentence, each of so many words.

        The parser's next call is to parse these sentences."""
        import numpy

        with one_thread():
            places = numpy.arange(len(vectors)) + numpy.repeat(self._pad * numpy.arange(1, len(lengths) + 1), lengths)
            seen = self._encoded(vectors, places)
            chosen = numpy.zeros(self._whole(len(vectors)), dtype=places.dtype)
            chosen[: len(places)] = places
            outcome = self._ops.gemm(seen[chosen], self._weights)
        outcome += self._bias
        self._given = numpy.ascontiguousarray(outcome[:, : self._wide])
        tags: list[int] = outcome[: len(vectors), self._tags].argmax(axis=1).tolist()
        return tags

    def _encoded(self, vectors: Any, places: Any) -> Any:
        """The outcome of the convolutions, with the words at these rows."""
        import numpy

        width = vectors.shape[1]
        rows = numpy.zeros((self._whole(int(places[-1]) + 1 + self._pad), width), dtype="float32")
        rows[places] = vectors
        windows = numpy.zeros((len(rows), 3 * width), dtype="float32")
        products = numpy.empty((len(rows), self._layers[0].weights.shape[1]), dtype="float32")
        for layer in self._layers:
            rows = layer(self._ops, rows, windows, products)
        return rows

    def _whole(self, rows: int) -> int:
        return -(-rows // self._unit) * self._unit

    def _give(self, model: Any, docs: Any, is_train: bool) -> tuple[Any, None]:
        return self._given, None
