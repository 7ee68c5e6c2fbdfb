"""The same bytes in give the same record out: in another order, in another process, with another hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from markup import parse_example, shared_reader
from memcon import intake
from memcon.examples import history_path, reports_path
from memcon.lexicon import Lexicon

READ = """
import hashlib, json, sys
from memcon.reading.reader import Reader
reader = Reader()
texts = json.load(open(sys.argv[1], encoding="utf-8"))
order = range(len(texts)) if sys.argv[2] == "forward" else reversed(range(len(texts)))
hashes = {i: hashlib.sha256(reader.read(texts[i], published="2023-06-19").to_json().encode()).hexdigest() for i in order}
print(json.dumps([hashes[i] for i in range(len(texts))]))
"""
DOCUMENTS = 500


def documents() -> list[str]:
    """Reports and example sentences, DOCUMENTS of them."""
    lines = [line for path in (reports_path(), history_path()) for line in path.read_text(encoding="utf-8").splitlines()]
    reports = [json.loads(line)["text"] for line in lines]
    sentences = [parse_example(p.positive[0]).text for p in Lexicon.load().predicates if p.positive]
    joined = [" ".join(sentences[i : i + 3]) for i in range(len(sentences))]
    return (reports + joined)[:DOCUMENTS]


@pytest.mark.long
def test_order_process_and_hash_seed_do_not_matter(tmp_path: Path, share: int) -> None:
    texts = documents()[:: share]
    (tmp_path / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    runs = []
    for seed, order in (("0", "forward"), ("4242", "backward")):
        command = [sys.executable, "-c", READ, str(tmp_path / "texts.json"), order]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        runs.append(json.loads(done.stdout))
    assert runs[0] == runs[1]
    assert len(set(runs[0])) > len(texts) * 0.9


def test_every_bundled_record_holds_against_its_document() -> None:
    for path in (reports_path(), history_path()):
        for source in intake.read_paths([path]):
            assert not isinstance(source, intake.Failed)
            shared_reader().read(source).check(source)


@pytest.mark.long
def test_a_long_document_is_read_to_its_end_like_a_short_one(share: int) -> None:
    """2 MB (a tenth without --soak): a sentence is parsed on its own, so nothing depends on where a window would end."""
    sentence = "Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on Tuesday."
    filler = "It rained. " * (90_000 // share)
    text = f"{sentence}\n\n{filler}\n\n{filler}\n\nWang Yi met German Foreign Minister Annalena Baerbock in Berlin on Monday."
    assert len(text) > 1_900_000 // share
    record = shared_reader().read(text, published="2024-03-07")
    assert [engagement.parties for engagement in record.engagements] == [("RUS", "TUR"), ("CHN", "DEU")]
