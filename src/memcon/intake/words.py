"""The words of `data/layout.toml`, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from memcon.errors import DataError

__all__ = ["LayoutWords", "layout_words"]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """What shows the kind of a line; each field is a list of the data file."""

    agencies: tuple[str, ...]
    label_titles: tuple[str, ...]
    question_labels: tuple[str, ...]
    answer_labels: tuple[str, ...]
    header_lines: tuple[str, ...]
    header_starts: tuple[str, ...]
    boilerplate_starts: tuple[str, ...]
    boilerplate_lines: tuple[str, ...]
    closing_lines: tuple[str, ...]
    closing_starts: tuple[str, ...]
    byline_lines: tuple[str, ...]
    caption_starts: tuple[str, ...]
    headline_small_words: tuple[str, ...]
    english_words: tuple[str, ...]


@cache
def layout_words() -> LayoutWords:
    """The lists of `data/layout.toml`. Raises DataError where one is missing or holds something else than words."""
    text = resources.files("memcon.intake").joinpath("data/layout.toml").read_text("utf-8")
    return _checked(tomllib.loads(text))


def _checked(tables: dict[str, object]) -> LayoutWords:
    lists: dict[str, tuple[str, ...]] = {}
    for field in fields(LayoutWords):
        words = tables.get(field.name)
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise DataError(f"intake/data/layout.toml: {field.name} must be a list of words")
        lists[field.name] = tuple(words)
    return LayoutWords(**lists)
