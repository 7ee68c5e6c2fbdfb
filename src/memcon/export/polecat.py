"""PLOVER events as a tab-separated file in the shape of POLECAT's releases: the same columns under the same names.

As there, several values of a cell are parted by "; ", a missing one is the word None, countries are alpha-3 (folded to
PLOVER's), and the quad category is spelled out in capitals. memcon resolves no coordinates and lists no story entities:
those columns are None.
"""

from __future__ import annotations

from pathlib import Path

from memcon.desk.contents import Contents
from memcon.export.coded import UNDATED, Coded, coded_events
from memcon.export.parties import Parties
from memcon.export.tables import JOINER
from memcon.export.written import Written, written
from memcon.version import __version__

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Event Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
MISSING = "None"


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the events to the file `out`, streaming. Events without any day are left out, and counted."""
    parties = Parties()
    languages = {row.id: row.language for row in contents.documents}
    count = left_out = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for coded in coded_events(contents):
            if coded.day is None:
                left_out += 1
                continue
            row = polecat_row(coded, parties, languages.get(coded.source.document))
            file.write("\t".join(_cell(row.get(column)) for column in COLUMNS) + "\n")
            count += 1
    return [written(out, count, "events", left_out, UNDATED)]


def polecat_row(coded: Coded, parties: Parties, language: str | None) -> dict[str, object]:
    """One event by column; columns that are left out are missing values."""
    event, place, source = coded.event, coded.place, coded.source
    return {
        "Event ID": f"{event.id}_0",
        "Event Date": coded.day,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Event Intensity": event.score,
        "Quad Code": QUADS[event.quad],
        "Contexts": event.contexts,
        **_side("Actor", event.actor, coded, parties),
        **_side("Recipient", event.recipient, coded, parties),
        "Placename": place.name,
        "City": place.city,
        "Country": parties.plover(place.country) if place.country else None,
        "Raw Placename": place.name,
        "Source": source.outlet,
        "Publication Date": source.published,
        "Language": language,
        "Version": f"memcon {__version__}",
    }


def _side(side: str, codes: tuple[str, ...], coded: Coded, parties: Parties) -> dict[str, object]:
    people = [person for person in coded.participants if person.country in codes and person.name]
    sectors = tuple(dict.fromkeys(sector for code in codes if (sector := parties.sector(code))))
    return {
        f"{side} Name": tuple(parties.name(code) for code in codes),
        f"{side} Country": tuple(parties.plover(code) for code in codes),
        f"{side} COW": tuple(number for code in codes if (number := parties.cow(code)) is not None),
        f"Primary {side} Sector": sectors[:1],
        f"{side} Sectors": sectors,
        f"{side} Title": tuple(person.office for person in people if person.office),
        f"{side} Name Raw": tuple(person.name for person in people),
    }


def _cell(value: object) -> str:
    """A value as a cell without tabs, line ends or quotation marks that a CSV reader would take for quoting."""
    if value is None or value == ():
        return MISSING
    text = JOINER.join(map(str, value)) if isinstance(value, tuple) else str(value)
    return " ".join(text.replace('"', "'").split()) or MISSING
