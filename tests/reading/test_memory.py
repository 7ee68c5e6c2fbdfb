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
# Each document of `new_words` has a score of words that no other has. `mixed` is news at first, then a plain stream in which,
# once the early peak is taken, some texts are in another language or leave in doubt which they are in.
READ = """
import json, random, re, sys
from pathlib import Path
import memcon
chance, peaks = random.Random(3), {}
kind, early, late = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def word(): return "".join(chance.choices("abcdefghijklmnoprstuvz", k=9)).capitalize()
def one(*options): return chance.choice(options)
def new_words(number):
    said = " ".join(f"{word()} said that {word()} would visit {word()}." for _ in range(7))
    return f"The French minister met the German minister in Oslo. {said}"
def news():
    host, guest = chance.sample(["Kenya", "Chile", "Norway", "Japan", "Egypt", "Canada"], 2)
    day = one("Monday", "Tuesday", "Friday")
    told = f"“{one('The border', 'Our trade', 'This treaty')} needs {one('patience', 'work', 'trust')},” President {word()} said."
    return " ".join(
        f"{one('The president', 'The foreign minister')} of {guest} {one('met', 'called', 'received')} envoys of {host} on {day}. "
        f"They {one('agreed to reopen', 'promised to fund', 'refused to close')} the {one('port', 'embassy', 'office')}. {told}"
        for _ in range(chance.randint(1, 6))
    )
def plain():
    return " ".join(
        one(f"The harvest of {one('barley', 'rye', 'oats')} rose by {chance.randint(2, 90)} percent in the valley.",
            f"A frost of {chance.randint(2, 20)} degrees is due in the hills, and the {one('roads', 'lanes')} will be icy.")
        for _ in range(chance.randint(3, 12))
    )
def mixed(number):
    if number <= 0.45 * early: return news()
    if number < 1.2 * early or number % 50: return plain()
    return one("Les deux ministres se sont rencontrés à Oslo pour parler du commerce et de la frontière. " * 9,
               "Frost likely tonight above 300 metres. Winds ease by Tuesday, milder then.")
reader, make = memcon.Reader(), {"new words": new_words, "mixed": mixed}[kind]
for number in range(1, late + 1):
    reader.read(make(number), published="2024-05-20")
    if number in (early, late): peaks[number] = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([peaks[early], peaks[late]]))
"""


@pytest.mark.long
@pytest.mark.parametrize("kind", ["new words", "mixed"])
def test_memory_stays_after_twenty_thousand_documents(kind: str, share: int) -> None:
    """20,000 against 1,000; 2,000 against 1,000 without --soak."""
    run = [sys.executable, "-c", READ, kind, "1000", str(DOCUMENTS // share)]
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


def test_the_model_is_loaded_anew_after_many_dropped_words_and_lines_stay_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Vx{chr(97 + n % 26)}{chr(97 + n // 26)}rt hasn't met the well-known envoy's staff in Quito." for n in range(120)]
    keeping = parsing.SpacyParser()
    kept = [line.columns() for text in texts for line in keeping.parse([text])]
    monkeypatch.setattr(parsing, "RENEWED", 20)
    monkeypatch.setattr(parsing, "MOST_DROPPED", 30)
    dropping = parsing.SpacyParser()
    models = {id(dropping._nlp): dropping._nlp}
    for text, line in zip(texts, kept, strict=True):
        assert [found.columns() for found in dropping.parse([text])] == [line]
        models[id(dropping._nlp)] = dropping._nlp
    assert len(models) > 1
