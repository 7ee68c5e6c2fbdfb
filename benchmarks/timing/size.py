"""What many documents and long ones take."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from plain_texts import plain_texts
from timing.texts import texts_of
from timing.turns import processor_time

GROWING = """
import json, resource, sys
import memcon
reader, peaks = memcon.Reader(), []
for number, text in enumerate(json.load(sys.stdin), start=1):
    reader.read(text, published="2024-05-20")
    if number in (1000, 2000): peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(json.dumps(peaks))
"""


def memory(gold: Path) -> Iterator[tuple[str, float]]:
    """Peak megabytes of one reader after 2,000 documents, and that to the peak after 1,000."""
    texts = [text for kind in ("polnear", "foreign") for text, _ in texts_of(gold, kind)]
    texts = (texts + plain_texts(2000))[:2000]
    run = [sys.executable, "-c", GROWING]
    done = subprocess.run(run, input=json.dumps(texts), capture_output=True, text=True, check=True)
    early, late = json.loads(done.stdout)
    yield "peak", late / 1024
    yield "growth", late / early


def linear(gold: Path) -> Iterator[tuple[str, float]]:
    """Time for each byte of a document of 5 MB to that of one of 0.5 MB."""
    import memcon

    reader = memcon.Reader()
    story = "\n\n".join(text for text, _ in texts_of(gold, "polnear") or texts_of(gold, "plain"))
    spent = {}
    for size in (500_000, 5_000_000):
        text = (story * (size // len(story) + 1))[:size]
        spent[size] = processor_time(lambda text=text: reader.read(text, published="2024-05-20")) / size
    yield "linear", spent[5_000_000] / spent[500_000]
    yield "peak of 5 MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
