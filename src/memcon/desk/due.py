"""When a promise falls due, by its own words: a date that the reader worked out, a stated range for a phrase, or none."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from memcon.errors import DataError
from memcon.record import Model, When

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
}  # fmt: skip
UNITS = {"day": 1, "week": 7, "month": 31, "year": 366}
_COUNTED = re.compile(
    r"\b(?:within|in|over|during) (?:the (?:next|coming) )?(\d{1,3}|[a-z]{1,6}) (day|week|month|year)s?\b", re.IGNORECASE
)


class Due(Model):
    """The days in which a promise falls due, both in, and what says so.

    `basis`: `stated` (a date or period of the text), `phrase` (a stated range for its words), `assumed` (a default)."""

    first: str
    last: str
    text: str | None = None
    basis: Literal["stated", "phrase", "assumed"]


@dataclass(frozen=True, slots=True)
class Windows:
    """Phrases with their range in days, the longest first, and the ranges assumed where no words say when."""

    phrases: tuple[tuple[str, int, int], ...]
    assumed: tuple[tuple[str, int], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> Windows:
        """The bundled ranges, those of a file going before them. Raises DataError, naming the file, where it is malformed."""
        return _built_in() if path is None else _over(_built_in(), _parsed(path.read_text(encoding="utf-8"), str(path)))

    def default(self, kind: str) -> int | None:
        """The days assumed for a kind, or None."""
        return dict(self.assumed).get(kind)


def due_of(told: date, when: When | None, texts: tuple[str, ...], windows: Windows, kind: str | None = None) -> Due | None:
    """When what was told on a day falls due.

    `when` is the reader's date, used where it lies after the telling (before it, it dates the promise itself); `texts` are
    the promise's own words, looked through for a phrase; `kind` picks an assumed range where neither says anything."""
    counted = next((found for text in texts if (found := _counted(text))), None)
    if counted:
        return _after(told, 0, counted[1], counted[0], "stated")
    if when and when.start and (when.end or when.start) > told.isoformat():
        return Due(first=max(when.start, told.isoformat()), last=when.end or when.start, text=when.text, basis="stated")
    for phrase, first, last in windows.phrases:
        if any(re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE) for text in texts):
            return _after(told, first, last, phrase, "phrase")
    days = windows.default(kind) if kind else None
    return None if days is None else _after(told, 0, days, None, "assumed")


def _after(told: date, first: int, last: int, text: str | None, basis: Any) -> Due:
    start, end = told + timedelta(days=first), told + timedelta(days=last)
    return Due(first=start.isoformat(), last=end.isoformat(), text=text, basis=basis)


def _counted(text: str) -> tuple[str, int] | None:
    """ "within two months": the words and the days."""
    for match in _COUNTED.finditer(text):
        word = match[1].lower()
        number = int(word) if word.isdigit() else NUMBERS.get(word)
        if number:
            return match[0], number * UNITS[match[2].lower()]
    return None


@lru_cache(maxsize=1)
def _built_in() -> Windows:
    source = files("memcon.desk") / "data" / "due.toml"
    return _parsed(source.read_text(encoding="utf-8"), str(source))


def _parsed(text: str, name: str) -> Windows:
    try:
        data = tomllib.loads(text)
        phrases = [(words, int(row["first"]), int(row["last"])) for row in data.get("phrase", ()) for words in row["words"]]
        assumed = tuple(sorted((kind, int(days)) for kind, days in data.get("assumed", {}).items()))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise DataError(f"{name}: {error!r}; docs/desk/promises.md shows the format") from error
    return Windows(tuple(sorted(phrases, key=lambda row: (-len(row[0]), row[0]))), assumed)


def _over(base: Windows, own: Windows) -> Windows:
    """The user's phrases before the bundled ones, and the user's defaults in place of them."""
    said = {phrase for phrase, _, _ in own.phrases}
    rest = tuple(row for row in base.phrases if row[0] not in said)
    return Windows(own.phrases + rest, tuple(sorted({**dict(base.assumed), **dict(own.assumed)}.items())))
