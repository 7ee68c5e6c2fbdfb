"""How well `memcon verify` tells a quotation that was changed from one that was not.

    python benchmarks/verify_set.py --gold FOLDER [--limit N] [--only WAY] [--misses]

Every quoted stretch of five words or more in `quotes/polnear_dev.jsonl`, as a draft of one sentence made from the words
and their speaker: unchanged, and changed in six ways by this script (fixed seed). Each draft is verified against all the
texts. Printed: of each way, how many got the right verdict, and how many were wrongly called exact.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from memcon.desk.verify import Finding, SourceText, verify
from memcon.document import Document
from memcon.intake import document
from memcon.reading.quotations import find_quotations
from memcon.reading.reader import Reader
from memcon.record import Record

SEED = 20230619
LEAST_WORDS = 5
RIGHT = {
    "unchanged": ("exact",),
    "negation dropped": ("polarity flipped",),
    "noun swapped": ("altered",),
    "tail invented": ("altered",),
    "two joined": ("merged from two quotes",),
    "speaker swapped": ("wrong speaker",),
    "invented": ("not found",),
}
CALLED_EXACT = ("exact", "exact but cut mid-sentence")
_NEGATION = re.compile(r"\b(?:do|does|did|is|are|was|were|has|have|had|would|should|could)n['’]t\b|\b(?:not|never|no)\b ", re.I)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
NO_NOUNS = frozenset(
    "about never without cannot nowhere nothing nobody there these those their would could should which where".split()
)
PARTIES = ("Democratic", "Republican", "Democrat")
_NOUNS = "harvest bridge orchestra glacier lantern pension vineyard compass furnace sculpture".split()
_TAILS = (
    "because the harvest came late to the northern valleys",
    "while the orchestra was tuning its instruments",
    "and every lighthouse keeper along that coast knew it",
    "until a lantern was lit over the old stone bridge",
)
_OPENINGS = ("Our gardeners", "The lighthouse keepers", "Those beekeepers", "The violin makers", "Seven glassblowers")
_DEEDS = ("have painted", "were polishing", "keep tuning", "had borrowed", "will repaint")
_THINGS = ("a dozen wooden ladders", "the copper kettles", "every velvet curtain", "some rusty anchors", "three marble owls")
_PLACES = ("beside the frozen harbour", "under a pale green awning", "behind the potters' workshop", "before the tulip auction")


@dataclass(frozen=True)
class Quote:
    """A quoted stretch with its speaker's words, its document and where it stands there."""

    words: str
    speaker: str
    document: str
    start: int


Change = Callable[[Quote, list[Quote], random.Random], tuple[str, str] | None]


def quotes_in(row: dict[str, Any], text: Document) -> Iterator[Quote]:
    """The parts of attributions' contents that lie in one quotation."""
    for attribution in row["attributions"]:
        speaker = " ".join(part[2] for part in attribution["source"])
        for begin, close, _ in attribution["content"]:
            for quotation in find_quotations(text):
                start, end = max(begin, quotation.inner_start), min(close, quotation.inner_end)
                if start < end and len(_WORD.findall(text.text[start:end])) >= LEAST_WORDS:
                    yield Quote(text.text[start:end].strip(" '`\n"), speaker, row["id"], start)


def unchanged(quote: Quote, _: list[Quote], __: random.Random) -> tuple[str, str]:
    return quote.words, quote.speaker


def negation_dropped(quote: Quote, _: list[Quote], __: random.Random) -> tuple[str, str] | None:
    found = _NEGATION.search(quote.words)
    if not found:
        return None
    kept = re.sub(r"n['’]t$", "", found.group()) if re.search(r"['’]", found.group()) else ""
    return quote.words[: found.start()] + kept + quote.words[found.end() :], quote.speaker


def noun_swapped(quote: Quote, _: list[Quote], chance: random.Random) -> tuple[str, str] | None:
    long = [
        match
        for match in _WORD.finditer(quote.words)
        if len(match.group()) >= 5 and match.group().isalpha() and match.group().casefold() not in NO_NOUNS
    ]
    if not long:
        return None
    found = chance.choice(long)
    return quote.words[: found.start()] + chance.choice(_NOUNS) + quote.words[found.end() :], quote.speaker


def tail_invented(quote: Quote, _: list[Quote], chance: random.Random) -> tuple[str, str]:
    words = quote.words.split()
    return " ".join((*words[: max(3, len(words) * 2 // 3)], chance.choice(_TAILS))), quote.speaker


def two_joined(quote: Quote, others: list[Quote], chance: random.Random) -> tuple[str, str] | None:
    apart = [other for other in others if other.document == quote.document and other.start != quote.start]
    return (f"{quote.words.rstrip(',')} {chance.choice(apart).words}", quote.speaker) if apart else None


def speaker_swapped(quote: Quote, others: list[Quote], chance: random.Random) -> tuple[str, str] | None:
    """Another speaker of the same text who shares no word with the right one; both are named. Who is only described by
    office and party may be the very one whom the text names elsewhere."""
    own = _named(quote.speaker)
    here = sorted({other.speaker for other in others if other.document == quote.document})
    apart = [name for name in here if _named(name) and not _named(name) & own]
    return (quote.words, chance.choice(apart)) if own and apart else None


def invented(quote: Quote, _: list[Quote], chance: random.Random) -> tuple[str, str]:
    return " ".join(chance.choice(words) for words in (_OPENINGS, _DEEDS, _THINGS, _PLACES)), quote.speaker


def _named(speaker: str) -> set[str]:
    pronouns = {"He", "She", "They", "It", "We", "I", "The", "A", "An", "Mr", "Ms", "Mrs", "His", "Her", *PARTIES}
    return {word for word in _WORD.findall(speaker) if word[:1].isupper()} - pronouns


CHANGES: dict[str, Change] = {
    "unchanged": unchanged,
    "negation dropped": negation_dropped,
    "noun swapped": noun_swapped,
    "tail invented": tail_invented,
    "two joined": two_joined,
    "speaker swapped": speaker_swapped,
    "invented": invented,
}


def draft_of(words: str, speaker: str) -> str:
    """A sentence that gives the words to the speaker."""
    name = speaker.strip(" ,") or "a source"
    ended = words if words[-1:] in "!?…," else words.rstrip(".") + ","
    return f"“{ended}” {name} said."


def finding_of(reader: Reader, text: str, sources: Iterable[SourceText]) -> Finding:
    """What verify says of the draft's first and longest quotation."""
    draft = document(text, input_id="draft")
    found = verify(draft, reader.read(draft), sources, reader.lexicon).findings
    return max(found, key=lambda finding: (finding.kind == "quotation", finding.end - finding.start))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=0, help="texts")
    parser.add_argument("--only", action="append", help="one way of changing; may be given again")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in (given.gold / "quotes" / "polnear_dev.jsonl").read_text("utf-8").splitlines()]
    rows = rows[: given.limit or None]
    reader = Reader()
    texts = {row["id"]: document(row["text"], published=row["date"], input_id=row["id"]) for row in rows}
    records: dict[str, Record] = {}
    sources = [SourceText(text, lambda each: records.setdefault(each.id, reader.read(each))) for text in texts.values()]
    quotes = [quote for row in rows for quote in quotes_in(row, texts[row["id"]])]
    by_document = {name: [source] for name, source in zip(texts, sources, strict=True)}
    chance = random.Random(SEED)
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    for way, change in CHANGES.items():
        for quote in quotes if not given.only or way in given.only else ():
            changed = change(quote, quotes, chance)
            if changed is None:
                continue
            text = draft_of(*changed)
            finding = finding_of(reader, text, by_document[quote.document])
            verdicts[way][finding.verdict] += 1
            if given.misses and finding.verdict not in RIGHT[way]:
                changes = [(change.draft, change.source) for change in finding.changes]
                print(f"{way} -> {finding.verdict} [{quote.document[:30]}] {text}\n    {finding.speaker} | {finding.notes}"
                      f" {changes} {[(source.exact[:120], source.speakers) for source in finding.sources]}")  # fmt: skip
    report(verdicts)


def report(verdicts: dict[str, Counter[str]]) -> None:
    """A line for each way of changing."""
    right = total = exact = 0
    for way, counts in verdicts.items():
        number = sum(counts.values())
        hits = sum(counts[verdict] for verdict in RIGHT[way])
        called = sum(counts[verdict] for verdict in CALLED_EXACT)
        right, total = right + hits, total + number
        exact += called if way != "unchanged" else 0
        print(f"{way:<18}{number:>5}  right {hits / number:.4f}  called exact {called:>4}  {dict(counts.most_common())}")
    print(f"all {total}: class right {right / max(total, 1):.4f}; altered ones called exact: {exact}")


if __name__ == "__main__":
    main()
