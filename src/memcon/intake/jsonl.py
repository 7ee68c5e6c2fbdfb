"""JSON Lines: a document a line, with `id text published title url outlet`; other keys are left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import IO, Any

from memcon.document import Document
from memcon.errors import EmptyInput, InputError, TooLarge
from memcon.intake.dates import parse_date
from memcon.intake.decoding import decode
from memcon.intake.documents import MAX_CHARACTERS, document
from memcon.intake.sources import Context, Source, attempt, read_whole, stem_of, text_of

__all__ = ["FIELDS", "document_of_fields", "read_json", "read_jsonl"]

FIELDS = ("id", "text", "published", "title", "url", "outlet")

_LONGEST_LINE = 6 * MAX_CHARACTERS  # bytes: every character may be written as an escape


def read_jsonl(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document a line; a bad line costs only itself and is named by its number. Blank lines count and are skipped."""
    number = context.before
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        too_long = len(line) == _LONGEST_LINE and not line.endswith(b"\n")
        while too_long and (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        if line.strip():
            make = partial(_of_line, line, too_long, f"{stem_of(name)}-{number}", context)
            yield attempt(f"{name}:{number}", make)


def read_json(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One JSON object with the same keys, or a list of them. Raises InputError where it is neither."""
    value = _parsed(decode(read_whole(stream)).text.lstrip("\ufeff"))
    if not isinstance(value, list):
        yield attempt(name, partial(_of_entry, value, stem_of(name), context))
        return
    for number, entry in enumerate(value, start=1):
        make = partial(_of_entry, entry, f"{stem_of(name)}-{number}", context)
        yield attempt(f"{name}:{number}", make)


def document_of_fields(fields: Mapping[str, Any], name: str, context: Context, warnings: tuple[str, ...] = ()) -> Document:
    """A document of a row's or JSON object's values. `name` is its id where it has none.

    A date that is none becomes a warning. Raises InputError where there is no `text`."""
    values = {key: text_of(fields.get(context.columns.get(key, key))) for key in FIELDS}
    text = fields.get(context.columns.get("text", "text"))
    if not isinstance(text, str):
        asked = context.columns.get("text", "text")
        found = ", ".join(map(str, list(fields)[:12])) or "nothing"
        raise EmptyInput(f"no text under {asked!r}; there is {found}")
    published = parse_date(values["published"]) if values["published"] else None
    if values["published"] and not published:
        warnings += (f"published {values['published'][:40]!r} is no date",)
    return document(
        text,
        published=published,
        fallback=context.published,
        title=values["title"],
        url=values["url"],
        outlet=values["outlet"],
        input_id=values["id"] or name,
        warnings=warnings,
    )


def _of_line(line: bytes, too_long: bool, name: str, context: Context) -> Document:
    if too_long:
        raise TooLarge("the line is too long for one document")
    decoded = decode(line)
    return document_of_fields(_checked(_parsed(decoded.text.lstrip("\ufeff"))), name, context, decoded.warnings)


def _of_entry(entry: Any, name: str, context: Context) -> Document:
    return document_of_fields(_checked(entry), name, context)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON: {error}") from error


def _checked(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"a JSON {type(value).__name__} where an object with `text` should be")
    return value
