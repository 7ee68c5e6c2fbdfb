"""FollowTheMoney entities as JSON Lines, for Aleph, OpenSanctions' tools and whatever else reads them.

People are Person, the offices they are met in Position and Occupancy, states PublicBody, organisations Organization, documents
Article, engagements Event with all of these involved, statements Note on their speakers. Every Event, Note and Occupancy has
its documents as `proof`. A person known to Wikidata has the Wikidata id as entity id, as OpenSanctions gives it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.graph import person_key
from memcon.export.icalendar_file import summary
from memcon.export.links import web_address, wikidata_id
from memcon.export.parties import Parties
from memcon.export.written import Written, written
from memcon.ledger import DocumentRow, MergedEngagement, Utterance
from memcon.ledger.types import Merged
from memcon.record import Participant

Entity = dict[str, Any]


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the entities to the file `out`: documents, events and notes as they come, then those they refer to."""
    counts: dict[str, int] = {}
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for entity in entities(contents):
            counts[entity["schema"]] = counts.get(entity["schema"], 0) + 1
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return [written(out, number, schema) for schema, number in counts.items()]


def entities(contents: Contents) -> Iterator[Entity]:
    """All entities, each once."""
    register = _Register(Parties())
    yield from (_article(row) for row in contents.documents)
    for engagement in contents.engagements:
        yield _event(engagement, register)
    for statement in contents.statements:
        yield _note(statement, register)
    yield from register.entities()


class _Register:
    """People, parties and offices, gathered while what refers to them is written."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self._found: dict[str, Entity] = {}

    def entities(self) -> Iterator[Entity]:
        """All that were met, by id."""
        for name in sorted(self._found):
            entity = self._found[name]
            yield entity | {"properties": {key: sorted(values) for key, values in entity["properties"].items()}}

    def party(self, code: str) -> str:
        """The id of a party."""
        schema = "PublicBody" if self.parties.is_state(code) else "Organization"
        return self._note(f"memcon-party-{_slug(code)}", schema, {
            "name": [self.parties.name(code)], "country": _country(code, self.parties),
            "wikidataId": _given(self.parties.wikidata(code)),
        })  # fmt: skip

    def person(self, person: Participant, item: Merged) -> str:
        """The id of a named person; the office is noted with the item's documents as proof."""
        name = wikidata_id(person.id) or f"memcon-person-{_slug(person_key(person))}"
        country = _country(person.country, self.parties)
        self._note(name, "Person", {
            "name": _given(person.name), "country": country, "position": _given(person.office),
            "wikidataId": _given(wikidata_id(person.id)),
        })  # fmt: skip
        if person.office:
            post = f"memcon-post-{_slug(f'{person.country}|{person.office}')}"
            self._note(post, "Position", {"name": [person.office], "country": country})
            self._note(f"memcon-held-{_slug(f'{name}|{post}')}", "Occupancy",
                       {"holder": [name], "post": [post], "proof": _proof(item)})  # fmt: skip
        return name

    def _note(self, name: str, schema: str, properties: dict[str, list[str]]) -> str:
        entity = self._found.setdefault(name, {"id": name, "schema": schema, "properties": {}})
        for key, values in properties.items():
            if values:
                entity["properties"].setdefault(key, set()).update(values)
        return name


def _article(row: DocumentRow) -> Entity:
    return _entity(_article_id(row.id), "Article", {
        "title": _given(row.title), "publisher": _given(row.outlet), "publishedAt": _given(row.published),
        "sourceUrl": _given(web_address(row.url)),
    })  # fmt: skip


def _event(item: MergedEngagement, register: _Register) -> Entity:
    when = item.when
    people = [register.person(person, item) for person in item.participants if person.name]
    return _entity(f"memcon-{item.id}", "Event", {
        "name": [summary(item, register.parties)],
        "summary": [f"{item.kind}, {item.status}"],
        "startDate": _given(when.start if when else None),
        "endDate": _given(when.end if when else None),
        "location": _given(item.place.name or item.place.city),
        "country": _country(item.place.country, register.parties),
        "involved": list(dict.fromkeys([*people, *map(register.party, item.parties)])),
        "keywords": [item.kind, item.status, *item.issues],
        "proof": _proof(item),
    })  # fmt: skip


def _note(item: Utterance, register: _Register) -> Entity:
    speakers = [
        register.person(Participant(name=speaker.name, country=speaker.country, office=speaker.office), item)
        for speaker in item.speakers
        if speaker.name and not speaker.anonymous
    ]
    return _entity(f"memcon-{item.id}", "Note", {
        "name": [f"{item.kind} statement, {item.stance}"],
        "description": [item.words],
        "entity": list(dict.fromkeys(speakers)),
        "createdAt": _given(item.day),
        "keywords": list(item.issues),
        "proof": _proof(item),
    })  # fmt: skip


def _entity(name: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {"id": name, "schema": schema, "properties": {key: values for key, values in properties.items() if values}}


def _proof(item: Merged) -> list[str]:
    return sorted({_article_id(source.document) for source in item.sources})


def _article_id(document: str) -> str:
    return f"memcon-{document.replace(':', '-')}"


def _country(code: str | None, parties: Parties) -> list[str]:
    """FollowTheMoney's country codes: alpha-2 in small letters, and `eu`."""
    if code == "EU":
        return ["eu"]
    two = parties.iso2(code) if code else None
    return [two.lower()] if two else []


def _given(value: str | None) -> list[str]:
    return [value] if value else []


def _slug(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
