"""PLOVER 2.0 events as JSON Lines, one event a line, with the fields of the manual's JSON.

Parties are folded to PLOVER's countries (KOS, IGO, UNO, EUR). `date` is required there: an event whose own day is unknown
takes the day of publication and says so in `comment`. What PLOVER has no field for stands under `memcon`: the status of
what is planned or called off among it, so that a reader can keep or drop it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.coded import UNDATED, Coded, coded_events
from memcon.export.links import wikidata_id
from memcon.export.parties import Parties
from memcon.export.written import Written, written
from memcon.record import Fact
from memcon.version import __version__


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the events to the file `out`, streaming. Events without any day are left out, and counted."""
    parties = Parties()
    count = left_out = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for coded in coded_events(contents):
            if coded.day is None:
                left_out += 1
                continue
            entry = plover_event(coded, parties, partial(contents.fact, coded.source))
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            count += 1
    return [written(out, count, "events", left_out, UNDATED)]


def plover_event(coded: Coded, parties: Parties, fact: Callable[[], Fact]) -> dict[str, Any]:
    """One event as PLOVER's JSON object. `fact` gives the report of its first source, for the words."""
    event, source = coded.event, coded.source
    evidence = fact().evidence[:1]
    entry: dict[str, Any] = {
        "id": event.id,
        "date": coded.day,
        "actor": [entity(code, coded, parties) for code in event.actor],
        "recipient": [entity(code, coded, parties) for code in event.recipient],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "quad_code": event.quad,
        "event_scale": event.score,
        "event_text": " ".join(evidence[0].exact.split()) if evidence else None,
        "event_loc": _location(coded),
        "link": [event.engagement] if event.engagement else [],
        "text_info": {"start": evidence[0].start, "end": evidence[0].end} if evidence else None,
        "cite_info": {"url": source.url, "title": source.title, "publication": source.outlet, "date": source.published},
        "coder": f"memcon {__version__}",
        "comment": None if coded.dated == "event" else "date of publication",
        "memcon": {"status": event.status, "background": event.background, "confidence": event.confidence,
                   "cameo": event.cameo, "reports": len(event.reports), "parties": [*event.actor, *event.recipient]},
    }  # fmt: skip
    return {key: value for key, value in entry.items() if value is not None}


def entity(code: str, coded: Coded, parties: Parties) -> dict[str, Any]:
    """A party as PLOVER's entity; the person who acts for it where one alone does."""
    people = [person for person in coded.participants if person.country == code and person.name]
    person = people[0] if len(people) == 1 else None
    found = {
        "code": parties.plover(code),
        "sector": parties.sector(code),
        "entity_text": person.name if person else parties.name(code),
        "identifier_id": wikidata_id(person.id) if person else parties.wikidata(code),
        "identifier_text": parties.name(code),
        "office": person.office if person else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _location(coded: Coded) -> dict[str, Any] | None:
    place = coded.place
    if not (place.name or place.city or place.country):
        return None
    named = {"extracted_place": place.name, "resolved_place": place.city, "country": place.country}
    return {key: value for key, value in named.items() if value is not None}
