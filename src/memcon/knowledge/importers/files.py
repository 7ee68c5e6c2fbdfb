"""A file of any format that memcon imports, read into claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import DataError, UnknownFormat
from memcon.knowledge.importers.claims import Claim, Skipped, checked
from memcon.knowledge.importers.followthemoney import read_followthemoney
from memcon.knowledge.importers.table import read_csv
from memcon.knowledge.importers.wikidata import read_wikidata

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["read_claims"]


def read_claims(path: Path, knowledge: Knowledge, *, as_of: str = "") -> tuple[list[Claim], list[Skipped]]:
    """All that a file claims, checked, and what in it was passed over.

    `as_of` (a date) is the last day the source looked, for claims that do not say so themselves.
    Raises UnknownFormat for a file of no known format, DataError with file and line for a malformed one."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error
    claims, skipped = _reader_of(path, text)(path, text, knowledge, as_of)
    return [checked(claim, path, knowledge) for claim in claims], skipped


def _reader_of(path: Path, text: str):  # type: ignore[no-untyped-def]
    head = text.lstrip()[:2000]
    if path.suffix.lower() == ".csv":
        return read_csv
    if head.startswith("{") and '"schema"' in head:
        return read_followthemoney
    if head.startswith("{") and '"head"' in head:
        return read_wikidata
    raise UnknownFormat(
        f"{path}: neither a .csv, nor the JSON of a SPARQL query, nor FollowTheMoney JSON lines; see docs/knowledge.md"
    )
