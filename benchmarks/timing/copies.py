"""The search for near-copies against datasketch's own.

memcon takes its MinHash signatures from datasketch. What is timed here is its whole step: shingles, signature, the bands and
the text written to a ledger on disk, the candidates asked for there, and each held against the text word by word. The peer
does what datasketch's guide says: a MinHash of the same shingles, in one batch, asked for in a MinHashLSH in memory and put
there, at the threshold of those tried that gives it the best F.

The texts are stories, copies of them (cut, with another head, mistyped, with a byline and an ad), and for each story another
one that quotes a third of it. A pair counts as right where both are copies of one story.
"""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from plain_texts import plain_texts
from timing.texts import texts_of
from timing.turns import processor_time

STORIES = 300
ROUNDS = 3
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Pairs = set[frozenset[int]]


def copies(gold: Path) -> Iterator[tuple[str, float]]:
    """Time, precision and recall of both."""
    texts, right = edited_texts(stories(gold), random.Random(5))
    best = max(THRESHOLDS, key=lambda threshold: f1(datasketch_pairs(texts, threshold), right))
    found: dict[str, Pairs] = {}

    def seconds(name: str, search: Callable[[], Pairs]) -> float:
        return processor_time(lambda: found.update({name: search()}))

    yield (
        "near copies",
        statistics.median(
            seconds("datasketch", lambda: datasketch_pairs(texts, best)) / seconds("memcon", lambda: memcon_pairs(texts))
            for _ in range(ROUNDS)
        ),
    )
    for name, pairs in sorted(found.items(), reverse=True):
        yield f"near copies, {name}: precision", len(pairs & right) / len(pairs)
        yield f"near copies, {name}: recall", len(pairs & right) / len(right)
    yield "near copies, datasketch: threshold", best


def stories(gold: Path) -> list[str]:
    """Political news and readouts of 60 words and more, or plain texts where there is no gold."""
    texts = [text for kind in ("polnear", "foreign") for text, _ in texts_of(gold, kind)] or plain_texts(STORIES)
    return [text for text in texts if len(text.split()) >= 60][:STORIES]


def edited_texts(texts: list[str], chance: random.Random) -> tuple[list[str], Pairs]:
    """The texts with their copies and with others that quote them, in any order, and the pairs that are copies."""
    made: list[tuple[str, int]] = []
    for number, text in enumerate(texts):
        made += [(copy, number) for copy in (text, *_copies(text, chance))]
        made.append((_quoting(text, number), len(texts) + number))
    chance.shuffle(made)
    groups: dict[int, list[int]] = {}
    for place, (_, story) in enumerate(made):
        groups.setdefault(story, []).append(place)
    return [text for text, _ in made], {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}


def _copies(text: str, chance: random.Random) -> Iterator[str]:
    words = text.split(" ")
    yield " ".join(words[: int(len(words) * chance.uniform(0.65, 0.95))])
    yield f"Update {chance.randint(2, 99)}: what is known so far\n\n" + " ".join(words[chance.randint(4, 12) :])
    mistyped = [word[1:] + word[:1] if chance.random() < 0.03 else word for word in words]
    yield " ".join(mistyped)
    yield f"By our correspondent {chance.randint(1, 99)}\n\n{text}\n\nSubscribe to letter {chance.randint(1, 99)} for more."


def _quoting(text: str, number: int) -> str:
    """A story of other words that takes a third of this one."""
    words = text.split(" ")
    third = len(words) // 3
    other = " ".join(plain_texts(40, seed=1000 + number)).split(" ")[: 2 * third]
    return " ".join([*other[:third], *words[third : 2 * third], *other[third:]])


def memcon_pairs(texts: list[str]) -> Pairs:
    """What the ledger's search finds, each text looked up when it is added."""
    from memcon.ledger import Ledger

    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "copies.db") as ledger:
        return ledger._store.write(lambda connection: _linked(connection, texts))


def _linked(connection, texts: list[str]) -> Pairs:
    from sqlalchemy import insert

    from memcon.ledger.copies import bands_of, shingles_of, signature_of
    from memcon.ledger.rows import insert_rows
    from memcon.ledger.schema import band, document
    from memcon.ledger.sources import linked_documents

    bare = {"blocks": "[]", "made_by": "{}", "added_at": "2024-01-01"}
    pairs: Pairs = set()
    for place, text in enumerate(texts):
        name, shingles = str(place), shingles_of(text)
        signature = signature_of(shingles)
        row = {"id": name, "text": text, "source": name, "signature": signature, "shingles": len(shingles)}
        connection.execute(insert(document), row | bare)
        insert_rows(connection, band, [{"band": key, "document_id": name} for key in bands_of(signature)])
        pairs |= {frozenset((place, int(other))) for other in linked_documents(connection, name)[0]}
    return pairs


def datasketch_pairs(texts: list[str], threshold: float) -> Pairs:
    """What datasketch finds, each text looked up before it is put in."""
    from datasketch import MinHash, MinHashLSH

    from memcon.ledger.copies import shingles_of

    index = MinHashLSH(threshold=threshold, num_perm=128)
    pairs: Pairs = set()
    for place, text in enumerate(texts):
        signature = MinHash(num_perm=128)
        signature.update_batch([shingle.encode() for shingle in shingles_of(text)])
        pairs |= {frozenset((place, other)) for other in index.query(signature)}
        index.insert(place, signature)
    return pairs


def f1(found: Pairs, right: Pairs) -> float:
    """Of pairs."""
    return 2 * len(found & right) / (len(found) + len(right))
