"""What many documents and long ones take."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plain_texts import plain_texts
from timing.texts import texts_of
from timing.turns import processor_time

# A process's own peak. Not `ru_maxrss`, which a process takes over from the one that started it.
PEAK = """
import json, re, sys
from pathlib import Path
import memcon
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
reader, peaks = memcon.Reader(), []
"""
GROWING = PEAK + """
for number, text in enumerate(json.load(sys.stdin), start=1):
    reader.read(text, published="2024-05-20")
    if number in (1000, 2000): peaks.append(peak())
print(json.dumps(peaks))
"""
LONG = PEAK + """
reader.read(json.load(sys.stdin), published="2024-05-20")
print(peak())
"""


def memory(gold: Path) -> Iterator[tuple[str, float]]:
    """Peak megabytes of one reader after 2,000 documents, and that to the peak after 1,000."""
    texts = [text for kind in ("polnear", "foreign") for text, _ in texts_of(gold, kind)]
    texts = (texts + plain_texts(2000))[:2000]
    early, late = _told(GROWING, texts)
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
    yield "peak of 5 MB", _told(LONG, text) / 1024


def _told(program: str, given: object) -> Any:
    """What a process of its own prints, given this."""
    run = [sys.executable, "-c", program]
    return json.loads(subprocess.run(run, input=json.dumps(given), capture_output=True, text=True, check=True).stdout)
