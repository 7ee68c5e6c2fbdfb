"""The lexicon as one value: built-in data with a user's own folder over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from memcon.errors import DataError
from memcon.lexicon.tables import (
    CameoCode,
    Context,
    Honorific,
    Issue,
    PloverType,
    Qualifier,
    Slugs,
    Spelling,
    StatusCue,
    Title,
)
from memcon.lexicon.toml_tables import Block, build, read_blocks, read_toml
from memcon.lexicon.types import SECTIONS, Predicate

BUILT_IN = Path(__file__).parent / "data"
# File → its blocks → their type, and the key that a user's own entry shares with what it replaces (None: only added).
TABLES: dict[str, dict[str, tuple[type[Any], str | None]]] = {
    "titles.toml": {"title": (Title, None), "honorific": (Honorific, None), "qualifier": (Qualifier, None)},
    "status.toml": {"cue": (StatusCue, None)},
    "issues.toml": {"issue": (Issue, "id"), "spelling": (Spelling, None), "slugs": (Slugs, None)},
    "plover.toml": {"type": (PloverType, "id"), "cameo": (CameoCode, "code")},
    "contexts.toml": {"context": (Context, "id")},
}


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What words mean. Read-only, and hashed by identity so that readers can keep what they build from it.

    `version` is a short hash of all files it was read from. A user's own entries stand first in every table."""

    version: str
    predicates: tuple[Predicate, ...] = ()
    titles: tuple[Title, ...] = ()
    honorifics: tuple[Honorific, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    cues: tuple[StatusCue, ...] = ()
    issues: tuple[Issue, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    slugs: dict[str, str] = field(default_factory=dict)  # party → its short name in "us-china-relations"
    plover: tuple[PloverType, ...] = ()
    cameo: tuple[CameoCode, ...] = ()
    contexts: tuple[Context, ...] = ()
    raw: dict[str, dict[str, Any]] = field(default_factory=dict)

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
        tables = read_tables(folders)
        return cls(
            version=_hash(folders),
            predicates=predicates,
            titles=tables["title"],
            honorifics=tables["honorific"],
            qualifiers=tables["qualifier"],
            cues=tables["cue"],
            issues=tables["issue"],
            spellings=tables["spelling"],
            slugs={party: name for entry in reversed(tables["slugs"]) for party, name in entry.names.items()},
            plover=tables["type"],
            cameo=tables["cameo"],
            contexts=tables["context"],
            raw=_read_raw(folders),
        )

    def predicates_for(self, lemma: str, pos: str) -> tuple[Predicate, ...]:
        """All entries for exactly this lemma ("meet", "hold talks") and part of speech."""
        return self._by_lemma.get((lemma, pos), ())

    def predicates_headed(self, head: str, pos: str) -> tuple[Predicate, ...]:
        """All entries whose head word this is ("hold": hold, hold talks, ...), those of most words first."""
        return self._by_head.get((head, pos), ())

    def table(self, name: str) -> dict[str, Any]:
        """Another file as TOML gave it ("times" for `times.toml`), the user's over the built-in; empty if missing.

        The stage that owns such a file knows its shape."""
        return self.raw.get(name, {})

    def cue_terms(self, sense: str, form: str | None = None) -> tuple[str, ...]:
        """All terms of one sense ("postponed"), of one form ("verb") or any."""
        chosen = (cue for cue in self.cues if cue.sense == sense and form in (None, cue.form))
        return tuple(dict.fromkeys(term for cue in chosen for term in cue.terms))

    def plover_type(self, name: str) -> PloverType:
        """The PLOVER type of this name. Raises KeyError where there is none."""
        return self._by_type[name]

    def cameo_code(self, code: str) -> CameoCode | None:
        """What a CAMEO code becomes in PLOVER: the entry of its longest prefix."""
        prefixes = (code[:length] for length in range(len(code), 1, -1))
        return next((self._by_code[prefix] for prefix in prefixes if prefix in self._by_code), None)

    @cached_property
    def _by_type(self) -> dict[str, PloverType]:
        return {entry.id: entry for entry in self.plover}

    @cached_property
    def _by_code(self) -> dict[str, CameoCode]:
        return {entry.code: entry for entry in self.cameo}

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
        for _, block in read_blocks(file, "predicate"):
            predicate = build(Predicate, block, source=_source(block))
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


def read_tables(folders: Iterable[Path]) -> dict[str, tuple[Any, ...]]:
    """Block name → its entries, later folders over earlier ones. Raises DataError with file and line."""
    tables: dict[str, tuple[Any, ...]] = {name: () for blocks in TABLES.values() for name in blocks}
    for folder in folders:
        for file_name, blocks in TABLES.items():
            if (folder / file_name).is_file():
                for name, entries in _read_table(folder / file_name, blocks).items():
                    key = blocks[name][1]
                    taken = {getattr(entry, key) for entry in entries} if key else set()
                    kept = (entry for entry in tables[name] if not key or getattr(entry, key) not in taken)
                    tables[name] = (*entries, *kept)
    return tables


def _read_table(file: Path, blocks: Mapping[str, tuple[type[Any], str | None]]) -> dict[str, list[Any]]:
    entries: dict[str, list[Any]] = {name: [] for name in blocks}
    seen: set[tuple[str, str]] = set()
    for name, block in read_blocks(file, *blocks):
        kind, key = blocks[name]
        entry = build(kind, block, source=_source(block))
        if key:
            if (name, getattr(entry, key)) in seen:
                raise block.error(f"{key} = {getattr(entry, key)!r} stands twice in this file", key)
            seen.add((name, getattr(entry, key)))
        entries[name].append(entry)
    return entries


def _source(block: Block) -> str:
    """file:line, from the data folder for what is built in."""
    return f"{_shown(block.file)}:{block.line}"


@lru_cache(maxsize=64)
def _shown(file: Path) -> str:
    return (file.relative_to(BUILT_IN) if file.is_relative_to(BUILT_IN) else file).as_posix()


def _read_raw(folders: Iterable[Path]) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            if file.name not in TABLES:
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
