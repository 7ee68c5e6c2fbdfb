"""A reader does not grow with what it has read, however many new words that has."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from memcon.reading import parsing

DOCUMENTS = 20_000
MOST = 600  # megabytes
GROWTH = 1.05
# Documents on standard input by number only: each has a score of words that no other has.
READ = """
import json, random, re, sys
from pathlib import Path
import memcon
reader, chance, peaks = memcon.Reader(), random.Random(3), {}
early, late = int(sys.argv[1]), int(sys.argv[2])
def word(): return "".join(chance.choices("abcdefghijklmnoprstuvz", k=9)).capitalize()
for number in range(1, late + 1):
    said = " ".join(f"{word()} said that {word()} would visit {word()}." for _ in range(7))
    reader.read(f"The French minister met the German minister in Oslo. {said}", published="2024-05-20")
    if number in (early, late): peaks[number] = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([peaks[early], peaks[late]]))
"""


@pytest.mark.long
def test_memory_stays_after_twenty_thousand_documents(share: int) -> None:
    """20,000 against 1,000; 2,000 against 1,000 without --soak."""
    run = [sys.executable, "-c", READ, "1000", str(DOCUMENTS // share)]
    early, late = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)
    assert late <= MOST
    assert late <= early * GROWTH


def test_words_of_old_documents_are_dropped_and_lines_stay_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(parser: parsing.SpacyParser, texts: Sequence[str]) -> list[object]:
        return [line.columns() for text in texts for line in parser.parse([text])]

    texts = [f"Qw{chr(97 + n % 26)}{chr(97 + n // 26)}zt met Abner's sister-in-law in Oslo." for n in range(200)]
    keeping = parsing.SpacyParser()
    kept = lines(keeping, texts)
    monkeypatch.setattr(parsing, "RENEWED", 20)
    dropping = parsing.SpacyParser()
    assert lines(dropping, texts + texts) == kept + kept
    assert len(keeping._nlp.vocab.strings) - len(dropping._nlp.vocab.strings) > 100
