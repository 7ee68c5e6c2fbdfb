"""TOML tables into typed values, with errors that name file and line.

Parsing keeps no line numbers, so the line of the n-th `[[block]]` is found by looking for its header. `tomli` is Python's own
`tomllib`, compiled: a third of its time, which every start pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import tomli

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
        return text, tomli.loads(text)
    except tomli.TOMLDecodeError as error:
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
    headers = [(number, found.group(1)) for number, line in enumerate(lines) if "[[" in line and (found := _HEADER.match(line))]
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
    shapes, required = _fields(dataclass_type)
    inside = f" in {path}" if path else ""
    for key in values:
        if key not in shapes or key in extra:
            known = ", ".join(sorted(set(shapes) - set(extra)))
            raise block.error(f"unknown key {key!r}{inside}; known: {known}", path or key)
    made = {key: _convert(shapes[key], value, block, path or key, key) for key, value in values.items()}
    for name in required:
        if name not in made and name not in extra:
            raise block.error(f"{name!r} is missing{inside}", path)
    return kind(**made, **extra)


class _Shape(NamedTuple):
    """What a type asks of a value, found out once a field: `form` is how it is checked, `hint` the type without None."""

    form: Literal["choice", "items", "table", "dataclass", "scalar"]
    hint: Any
    choices: tuple[Any, ...] = ()
    item: _Shape | None = None


@cache
def _fields(kind: Any) -> tuple[dict[str, _Shape], tuple[str, ...]]:
    """The shapes of a dataclass's fields by name, and the names that no block may lack."""
    shapes = {name: _shape(hint) for name, hint in get_type_hints(kind).items()}
    return shapes, tuple(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)


def _shape(hint: Any) -> _Shape:
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _shape(next(option for option in args if option is not type(None)))
    if origin is Literal:
        return _Shape("choice", hint, choices=args)
    if origin is tuple:
        return _Shape("items", hint, item=_shape(args[0]))
    if origin is dict:
        return _Shape("table", hint, item=_shape(args[1]))
    return _Shape("dataclass" if is_dataclass(hint) else "scalar", hint)


def _convert(shape: _Shape, value: Any, block: Block, path: str, key: str) -> Any:
    """The value as the type asks. One string with "|" stands for a tuple of listed words."""
    form, hint, choices, item = shape
    if form == "scalar":
        return _scalar(hint, value, block, path, key)
    if form == "choice":
        if value not in choices:
            raise block.error(f"{key} = {value!r} is not one of {', '.join(map(str, choices))}", path)
        return value
    if form == "items" and item is not None:
        return _items(item, value, block, path, key)
    if not isinstance(value, dict):
        raise block.error(f"{key} must be a table{' { ... }' if form == 'dataclass' else ''}, not {value!r}", path)
    if item is not None:
        return {name: _convert(item, one, block, path, key) for name, one in value.items()}
    return _build(hint, value, block, path, {})


def _items(item: _Shape, value: Any, block: Block, path: str, key: str) -> tuple[Any, ...]:
    if isinstance(value, str):
        # Free text (an example) may hold a "|" of its own.
        value = [part.strip() for part in value.split("|")] if item.form == "choice" else [value]
    if not isinstance(value, list):
        raise block.error(f"{key} must be a list or a string, not {value!r}", path)
    return tuple([_convert(item, one, block, path, key) for one in value])


def _scalar(hint: type[Any], value: Any, block: Block, path: str, key: str) -> Any:
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise block.error(f"{key} must be a {hint.__name__}, not {value!r}", path)
    if hint is str and value != value.strip():
        raise block.error(f"{key} = {value!r} has blanks at its ends", path)
    return value
