"""TOML tables into typed values, with errors that name file and line.

`tomllib` keeps no line numbers, so the line of the n-th `[[block]]` is found by looking for its header.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from memcon.errors import DataError

T = TypeVar("T")
_HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True)
class Block:
    """One `[[name]]` of a file: its values, and the lines it stands on."""

    file: Path
    line: int
    lines: tuple[str, ...]
    values: Mapping[str, Any]

    def where(self, key: str | None = None) -> str:
        """file:line of the block, or of one of its keys."""
        if key:
            for offset, text in enumerate(self.lines):
                if re.match(rf"\s*{re.escape(key)}\s*[=.]", text):
                    return f"{self.file}:{self.line + offset}"
        return f"{self.file}:{self.line}"

    def error(self, message: str, key: str | None = None) -> DataError:
        """A DataError that names file and line."""
        return DataError(f"{self.where(key)}: {message}")


def read_toml(file: Path) -> dict[str, Any]:
    """The file's content. Raises DataError with file and line where it is no TOML."""
    return _parsed(file)[1]


def _parsed(file: Path) -> tuple[str, dict[str, Any]]:
    """The file's text and what it means, from one read."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8")
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE_IN_MESSAGE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise DataError(f"{file}:{line}: not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError(f"{file}:{line}: not UTF-8: {error.reason}") from error


def read_blocks(file: Path, *names: str) -> Iterator[tuple[str, Block]]:
    """The file's `[[name]]` blocks with their names, in order. Raises DataError where anything else is there."""
    text, content = _parsed(file)
    lines = text.splitlines()
    for key, value in content.items():
        line = _line_of_top_level(lines, key)
        if key not in names:
            known = " and ".join(f"[[{name}]]" for name in names)
            raise DataError(f"{file}:{line}: {key!r} does not belong here; this file holds {known}")
        if not isinstance(value, list):
            raise DataError(f"{file}:{line}: write [[{key}]], with two brackets")
    headers = [(number, found.group(1)) for number, line in enumerate(lines) if (found := _HEADER.match(line))]
    if len(headers) != sum(map(len, content.values())):
        raise DataError(f"{file}:1: write each block under its own [[name]] line, and no such line inside a text")
    ends = [*(number for number, _ in headers[1:]), len(lines)]
    values = {name: iter(content.get(name, [])) for name in names}
    for (start, name), end in zip(headers, ends, strict=True):
        yield name, Block(file, start + 1, tuple(lines[start:end]), next(values[name]))


def _line_of_top_level(lines: list[str], key: str) -> int:
    for number, line in enumerate(lines, start=1):
        if re.match(rf"\s*(\[+\s*)?{re.escape(key)}\b", line):
            return number
    return 1


def build(kind: type[T], block: Block, **extra: Any) -> T:
    """A dataclass from a block, every value checked against the field's type. Raises DataError with file and line."""
    return _build(kind, block.values, block, None, extra)


def _build(kind: type[T], values: Mapping[str, Any], block: Block, path: str | None, extra: Mapping[str, Any]) -> T:
    dataclass_type: Any = kind
    hints = _hints(dataclass_type)
    inside = f" in {path}" if path else ""
    for key in values:
        if key not in hints or key in extra:
            known = ", ".join(sorted(set(hints) - set(extra)))
            raise block.error(f"unknown key {key!r}{inside}; known: {known}", path or key)
    made = {key: _convert(hints[key], value, block, path or key, key) for key, value in values.items()}
    for field in fields(dataclass_type):
        required = field.default is MISSING and field.default_factory is MISSING
        if required and field.name not in made and field.name not in extra:
            raise block.error(f"{field.name!r} is missing{inside}", path)
    return kind(**made, **extra)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _convert(hint: Any, value: Any, block: Block, path: str, key: str) -> Any:
    """The value as the type asks. One string with "|" stands for a tuple of listed words."""
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        chosen = next(option for option in get_args(hint) if option is not type(None))
        return _convert(chosen, value, block, path, key)
    if origin is Literal:
        if value not in get_args(hint):
            raise block.error(f"{key} = {value!r} is not one of {', '.join(map(str, get_args(hint)))}", path)
        return value
    if origin is tuple:
        return _items(get_args(hint)[0], value, block, path, key)
    if origin is dict:
        if not isinstance(value, dict):
            raise block.error(f"{key} must be a table, not {value!r}", path)
        return {name: _convert(get_args(hint)[1], item, block, path, key) for name, item in value.items()}
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise block.error(f"{key} must be a table {{ ... }}, not {value!r}", path)
        return _build(hint, value, block, path, {})  # type: ignore[arg-type]
    return _scalar(hint, value, block, path, key)


def _items(hint: Any, value: Any, block: Block, path: str, key: str) -> tuple[Any, ...]:
    if isinstance(value, str):
        # Free text (an example) may hold a "|" of its own.
        value = [part.strip() for part in value.split("|")] if get_origin(hint) is Literal else [value]
    if not isinstance(value, list):
        raise block.error(f"{key} must be a list or a string, not {value!r}", path)
    return tuple(_convert(hint, item, block, path, key) for item in value)


def _scalar(hint: type[Any], value: Any, block: Block, path: str, key: str) -> Any:
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise block.error(f"{key} must be a {hint.__name__}, not {value!r}", path)
    if hint is str and value != value.strip():
        raise block.error(f"{key} = {value!r} has blanks at its ends", path)
    return value
