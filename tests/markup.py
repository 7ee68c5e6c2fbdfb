"""Marked-up sentences in tests: parsed, read with one shared reader, checked.

The marks are those of the lexicon's examples (`memcon.lexicon.markup`):
"[Lavrov|RUS] {met} with [Fidan|TUR] in Ankara on <Tuesday=2024-03-05>."
"""

from __future__ import annotations

from functools import lru_cache

from memcon.lexicon.examples import PUBLISHED, check_example
from memcon.lexicon.markup import Example, Marked, parse_example
from memcon.reading.reader import Reader
from memcon.record import Record

__all__ = ["PUBLISHED", "Example", "Marked", "check_example", "parse_example", "read_marked", "shared_reader"]


@lru_cache(maxsize=1)
def shared_reader() -> Reader:
    """One reader for all tests of a process; it holds nothing but tables and the model."""
    return Reader()


def read_marked(marked: str, *, published: str = PUBLISHED) -> tuple[Example, Record]:
    """The example and the record read from its plain text as if printed on `published`."""
    example = parse_example(marked)
    return example, shared_reader().read(example.text, published=published)
