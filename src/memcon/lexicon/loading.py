"""The lexicon as one value: built-in data with a user's own folder over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from memcon.errors import DataError
from memcon.lexicon.toml_tables import build, read_blocks, read_toml
from memcon.lexicon.types import SECTIONS, Predicate

BUILT_IN = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Lexicon:
    """What words mean. Read-only; `load` makes it.

    `version` is a short hash of all files it was read from."""

    version: str
    predicates: tuple[Predicate, ...] = ()
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None = None) -> Lexicon:
        """The built-in lexicon, and a user's own folder of the same layout over it.

        An entry of the user's with the same lemma, part of speech and frame takes the place of the built-in one in the
        sections it has (`off = true`: in all); other entries are added. Raises DataError naming file and line."""
        folders = [BUILT_IN] if folder is None else [BUILT_IN, folder]
        if folder is not None and not folder.is_dir():
            raise DataError(f"{folder} is no folder; it must be laid out like the built-in data (docs/lexicon.md)")
        predicates: tuple[Predicate, ...] = ()
        for place in folders:
            predicates = laid_over(predicates, read_predicates(place))
        return cls(version=_hash(folders), predicates=predicates, tables=_read_tables(folders))

    def predicates_for(self, lemma: str, pos: str) -> tuple[Predicate, ...]:
        """All entries for exactly this lemma ("meet", "hold talks") and part of speech."""
        return self._by_lemma.get((lemma, pos), ())

    def predicates_headed(self, head: str, pos: str) -> tuple[Predicate, ...]:
        """All entries whose head word this is ("hold": hold, hold talks, ...), those of most words first."""
        return self._by_head.get((head, pos), ())

    def table(self, name: str) -> dict[str, Any]:
        """A table as TOML gave it ("times" for `times.toml`), the user's over the built-in; empty if there is none."""
        return self.tables.get(name, {})

    @cached_property
    def _by_lemma(self) -> dict[tuple[str, str], tuple[Predicate, ...]]:
        return _grouped((p.lemma, p.pos, p) for p in self.predicates)

    @cached_property
    def _by_head(self) -> dict[tuple[str, str], tuple[Predicate, ...]]:
        return _grouped((p.head, p.pos, p) for p in sorted(self.predicates, key=lambda p: -len(p.words)))


def _grouped(rows: Iterable[tuple[str, str, Predicate]]) -> dict[tuple[str, str], tuple[Predicate, ...]]:
    groups: dict[tuple[str, str], list[Predicate]] = {}
    for word, pos, predicate in rows:
        groups.setdefault((word, pos), []).append(predicate)
    return {key: tuple(group) for key, group in groups.items()}


def read_predicates(folder: Path) -> tuple[Predicate, ...]:
    """The predicates of `folder/predicates/*.toml`, files by name, entries in order. Raises DataError (file:line)."""
    found: dict[tuple[str, str, str, str], str] = {}
    predicates = []
    for file in sorted((folder / "predicates").glob("*.toml")):
        for block in read_blocks(file, "predicate"):
            predicate = build(Predicate, block, source=f"{file.name}:{block.line}")
            if not predicate.sections and not predicate.off:
                raise block.error(f"{predicate.lemma!r} has no section: engagement, speech, commitment or event")
            for section in predicate.sections:
                before = found.setdefault((*predicate.key, section), predicate.source)
                if before != predicate.source:
                    raise block.error(
                        f"{predicate.lemma!r} ({predicate.pos}) has its {section} in {before} already; "
                        'give one of them a frame, such as frame = "on"'
                    )
            predicates.append(predicate)
    return tuple(predicates)


def laid_over(below: tuple[Predicate, ...], above: tuple[Predicate, ...]) -> tuple[Predicate, ...]:
    """`below` without what `above` takes the place of, then `above`."""
    taken: dict[tuple[str, str, str], set[str]] = {}
    for predicate in above:
        sections = SECTIONS if predicate.off else predicate.sections
        taken.setdefault(predicate.key, set()).update(sections)
    kept = []
    for predicate in below:
        gone: dict[str, Any] = dict.fromkeys(taken.get(predicate.key, ()))
        rest = replace(predicate, **gone) if gone else predicate
        if rest.sections:
            kept.append(rest)
    return (*kept, *(predicate for predicate in above if not predicate.off))


def _read_tables(folders: Iterable[Path]) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            tables[file.stem] = _merged(tables.get(file.stem, {}), read_toml(file))
    return tables


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables key by key, lists one after the other, else the one above."""
    merged = dict(below)
    for key, value in above.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        else:
            merged[key] = value
    return merged


def _hash(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.toml")):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(b"\0")
            digest.update(file.read_bytes())
            digest.update(b"\0")
    return digest.hexdigest()[:12]
