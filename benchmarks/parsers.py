"""The default parser and the smaller one over the same texts: how good memcon reads with each, and how far trees agree.

    python benchmarks/parsers.py [--gold ../shared/gold] [--parse-cache DIR] [--tables]

Writes benchmarks/parsers.json and from there the table of docs/speed.md; `--tables` does only that. Texts of the gold
folder are the project's development sets, those of corpus/ its own; the smaller parser has learnt from none of the former
and from no text that is marked `test`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from gold_sets import SETS, Bench, Figures
from memcon.intake import document
from memcon.reading.parsing import DEFAULT_KIND, SMALL, Parser, SpacyParser
from memcon.reading.reader import Reader
from memcon.reading.sentences import find_sentences
from timing.table import placed
from timing.texts import texts_of

HERE = Path(__file__).parent
STORED = HERE / "parsers.json"
PAGE = HERE.parent / "docs" / "speed.md"
F1 = ("engagements_f1", "statements_f1", "commitments_f1", "events_f1")
FIELDS = ("status", "date", "place", "speaker")
# Label, whose texts, the half of our own, the set, its figures and what they are called.
ROWS = (
    ("the thirteen records", "gold", None, "records", F1, "engagements · statements · commitments · events F1"),
    ("the thirteen records", "gold", None, "records", FIELDS, "status · date · place · speaker"),
    ("our texts, to look at", "corpus", "dev", "records", F1, "the same"),
    ("our texts, unread", "corpus", "test", "records", F1, "the same"),
    ("foreign readouts", "gold", None, "foreign", ("full_hits", "date", "status"), "full hits · date · status"),
    ("domestic readouts", "gold", None, "domestic", ("documents_with_alarm",), "documents with a false alarm"),
    ("PLOVER", "gold", None, "plover", ("diplomacy_f1", "diplomacy_full", "all_f1"), "between governments F1 · full · all F1"),
    (
        "PolNeAR",
        "gold",
        None,
        "polnear",
        ("direct_speaker_f", "quoted_speaker_f", "indirect_speech_recall", "tokens_attributed_f"),
        "direct · all quoted · indirect recall · tokens",
    ),
)
AGREED = ("tags", "heads", "labels")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--parse-cache", type=Path, help="keep parses here between runs")
    parser.add_argument("--tables", action="store_true", help="only write the table, of what is stored")
    given = parser.parse_args()
    if not given.tables:
        STORED.write_text(json.dumps(measured(given.gold.resolve(), given.parse_cache), indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(json.loads(STORED.read_text(encoding="utf-8"))), encoding="utf-8")
    return 0


def measured(gold: Path, cache: Path | None) -> dict[str, Any]:
    """The figures of both parsers by row, and what share of words they agree on."""
    parsers: dict[str, Parser] = {kind: SpacyParser(kind=kind) for kind in (DEFAULT_KIND, SMALL)}
    if cache is not None:
        from parse_cache import CachedParser

        parsers = {kind: CachedParser(cache, parser) for kind, parser in parsers.items()}
    found: dict[str, Any] = {"agreement": agreement(news_sentences(gold), parsers[DEFAULT_KIND], parsers[SMALL])}
    for kind, parser in parsers.items():
        reader = Reader(parser=parser)
        sets = {label: (whose, half, name) for label, whose, half, name, _, _ in ROWS}
        found[kind] = {label: _row(reader, gold, *what) for label, what in sets.items()}
        print(kind, json.dumps(found[kind]), flush=True)
    return found


def _row(reader: Reader, gold: Path, whose: str, half: str | None, name: str) -> Figures:
    folder = gold if whose == "gold" else HERE.parent / "corpus"
    with tempfile.TemporaryDirectory() as out:
        bench = Bench(reader, folder, gold, Path(out), only=frozenset([half] if half else []))
        return SETS[name](bench) or {}


def news_sentences(gold: Path) -> list[str]:
    """The sentences of political news that nothing was trained on."""
    texts = (document(text, published=day) for text, day in texts_of(gold, "polnear"))
    return [read.shadow[s.start : s.end].replace("\n", " ") for read in texts for s in find_sentences(read)]


def agreement(texts: Iterable[str], one: Parser, other: Parser) -> dict[str, float]:
    """Shares of words with the same tag, the same head, and the same head and label."""
    chosen = list(texts)
    words, same = 0, dict.fromkeys(AGREED, 0)
    for first, second in zip(one.parse(chosen), other.parse(chosen), strict=True):
        for left, right in zip(first, second, strict=True):
            words += 1
            headed = left.head.i == right.head.i
            same["tags"] += left.tag_ == right.tag_
            same["heads"] += headed
            same["labels"] += headed and left.dep_ == right.dep_
    return {"words": words, **{name: round(count / max(words, 1), 4) for name, count in same.items()}}


def table(stored: Mapping[str, Any]) -> str:
    """A row a set, the default parser's figures and the smaller one's."""
    lines = ["| texts | figures | default | small |", "|---|---|---|---|"]
    for label, _, _, _, keys, called in ROWS:
        shown = [" · ".join(_short(stored[kind][label].get(key)) for key in keys) for kind in (DEFAULT_KIND, SMALL)]
        lines.append(f"| {label} | {called} | {' | '.join(shown)} |")
    agreed = stored["agreement"]
    shares = " · ".join(_short(agreed[name]) for name in AGREED)
    words = f"PolNeAR's {agreed['words']:,} words"
    return "\n".join([*lines, f"| {words} | same tag · same head · same head and label | – | {shares} |"])


def _short(figure: float | None) -> str:
    if figure is None:
        return "–"
    return f"{figure:g}" if figure >= 1 or figure == 0 else f"{figure:.3f}".removeprefix("0")


def page(stored: Mapping[str, Any]) -> str:
    """docs/speed.md with the table."""
    return placed(PAGE.read_text(encoding="utf-8"), "parsers", table(stored))


if __name__ == "__main__":
    sys.exit(main())
