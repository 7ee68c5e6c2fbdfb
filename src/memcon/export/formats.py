"""The formats by name. A format's module is imported only when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from memcon.desk.contents import Contents
from memcon.errors import MemconError
from memcon.export.written import Written


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module in `memcon.export`, whether `--out` names a folder, and what it is in a line."""

    module: str
    folder: bool
    what: str


FORMATS: dict[str, Format] = {
    "csv": Format("csv_tables", True, "tidy tables as CSV, with a data dictionary"),
    "dyad-month": Format("dyad_month", True, "panel of pairs and months with ISO, COW and GW codes, and a codebook"),
    "dyad-year": Format("dyad_year", True, "panel of pairs and years with ISO, COW and GW codes, and a codebook"),
    "ftm": Format("followthemoney", False, "FollowTheMoney entities as JSON Lines"),
    "gdelt": Format("gdelt", False, "CAMEO pairs in the shape of a GDELT 2.0 export"),
    "gexf": Format("gexf", False, "people, parties, engagements and events as a graph, for Gephi"),
    "graphml": Format("graphml", False, "the same graph as GraphML"),
    "html": Format("html_report", False, "one self-contained report over all documents, with evidence"),
    "ics": Format("icalendar_file", False, "engagements as a calendar"),
    "jsonld": Format("jsonld", False, "JSON-LD: schema.org events and quotations, with PROV"),
    "parquet": Format("parquet_tables", True, "tidy tables as Parquet, with a data dictionary"),
    "plover": Format("plover", False, "PLOVER 2.0 events as JSON Lines"),
    "polecat": Format("polecat", False, "PLOVER events in the shape of POLECAT's releases"),
    "webannotation": Format("annotations", False, "W3C Web Annotations of the words behind every item"),
    "xlsx": Format("workbook", False, "tidy tables as one Excel workbook, with a data dictionary"),
    "xmi": Format("xmi", True, "UIMA CAS: texts and annotations as XMI, with a type system"),
}


def export(name: str, contents: Contents, out: Path) -> list[Written]:
    """Write the contents in a format to `out`, a file or a folder as the format has it; an older file is replaced.

    The same contents give the same bytes. Raises MemconError where `out` can't be written, or is of the other kind, or
    where the format needs a library of the extra `export` that is missing."""
    chosen = FORMATS[name]
    if out.is_dir() and not chosen.folder:
        raise MemconError(f"{out} is a folder; {name} writes one file")
    if out.exists() and not out.is_dir() and chosen.folder:
        raise MemconError(f"{out} is a file; {name} writes a folder")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        files: list[Written] = import_module(f"memcon.export.{chosen.module}").write(contents, out)
    except OSError as error:
        raise MemconError(f"{out}: can't be written ({error.strerror})") from error
    return files
