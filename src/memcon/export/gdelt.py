"""CAMEO events in the shape of a GDELT 2.0 export file: 61 columns, tab-separated, without a header.

As there, a row is a pair: an event of several actors gives a row for each actor and recipient, a mutual one a row for each
ordered pair. Columns that memcon has nothing for (tone, coordinates, ethnic and religious codes) are empty. The scale is
PLOVER's, which has Goldstein's range.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import permutations, product
from pathlib import Path

from memcon.desk.contents import Contents
from memcon.export.coded import Coded, coded_events
from memcon.export.parties import ORGANISATION, Parties
from memcon.export.written import Written, written

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO), *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
WHY = "no CAMEO code, no pair of parties, or no day"
_ID_DIGITS = 15  # hex digits: below 2**63


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the pairs to the file `out`, streaming. Events without CAMEO code, pair or day are left out, and counted."""
    parties = Parties()
    count = left_out = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for coded in coded_events(contents):
            rows = list(gdelt_rows(coded, parties))
            left_out += not rows
            for row in rows:
                file.write("\t".join(_cell(row.get(column)) for column in COLUMNS) + "\n")
                count += 1
    return [written(out, count, "pairs of events", left_out, WHY)]


def gdelt_rows(coded: Coded, parties: Parties) -> Iterator[dict[str, object]]:
    """The rows of one event by column, one for each ordered pair; none where it can't be coded."""
    event = coded.event
    if event.cameo is None or coded.day is None:
        return
    for one, other in _pairs(event.actor, event.recipient):
        yield {
            **_dates(date.fromisoformat(coded.day[:10])),
            "GLOBALEVENTID": int(hashlib.sha256(f"{event.id} {one} {other}".encode()).hexdigest()[:_ID_DIGITS], 16),
            **_actor("Actor1", one, parties),
            **_actor("Actor2", other, parties),
            "IsRootEvent": int(not event.background),
            "EventCode": event.cameo,
            "EventBaseCode": event.cameo[:3],
            "EventRootCode": event.cameo[:2],
            "QuadClass": event.quad,
            "GoldsteinScale": event.score,
            "NumMentions": len(event.reports),
            "NumSources": event.independent_sources,
            "NumArticles": len({source.document for source in event.sources}),
            "ActionGeo_FullName": coded.place.name or coded.place.city,
            "DATEADDED": (coded.source.published or coded.day)[:10].replace("-", "") + "000000",
            "SOURCEURL": coded.source.url,
        }


def _pairs(actor: tuple[str, ...], recipient: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if recipient:
        yield from ((one, other) for one, other in product(actor, recipient) if one != other)
    else:
        yield from permutations(actor, 2)


def _dates(day: date) -> dict[str, object]:
    fraction = day.year + (day.month * 30 + day.day) / 365  # GDELT's own formula is as rough
    return {
        "SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": f"{day:%Y}", "FractionDate": f"{fraction:.4f}",
    }  # fmt: skip


def _actor(side: str, code: str, parties: Parties) -> dict[str, object]:
    country, group = parties.cameo_country(code), parties.cameo_group(code)
    kind = "GOV" if parties.is_state(code) else ORGANISATION if parties.is_organisation(code) else None
    return {
        f"{side}Code": f"{country or ''}{kind or ''}" if country else f"{kind or ''}{group or ''}",
        f"{side}Name": parties.name(code).upper(),
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
        f"{side}Type1Code": kind,
    }


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
