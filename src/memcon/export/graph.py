"""The ledger as a graph, for GraphML and GEXF (networkx).

Nodes (`kind`): person, party, engagement. Edges (`relation`): of (person → party), took_part (person → engagement, with the
role), side (party → engagement), part_of (engagement → engagement), event (party → party, one for each PLOVER event and pair;
a mutual event both ways). People of several ledger entries are one node if they share an id, or else name and party.
"""

from __future__ import annotations

from itertools import permutations, product
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.links import wikidata_id
from memcon.export.needed import needed
from memcon.export.parties import Parties
from memcon.ledger import MergedEngagement, MergedEvent
from memcon.record import Participant


def graph_of(contents: Contents) -> Any:
    """The contents as a `networkx.MultiDiGraph`. Participants without a name have no node; their party has."""
    graph = needed("networkx").MultiDiGraph(name="memcon")
    parties = Parties()
    for engagement in contents.engagements:
        _add_engagement(graph, engagement, parties)
    for event in contents.events:
        _add_event(graph, event, parties)
    return graph


def person_key(person: Participant) -> str:
    """What makes two participants one person: the id, else name and party."""
    return f"person:{person.id}" if person.id else f"person:{person.name}|{person.country or ''}"


def _add_engagement(graph: Any, engagement: MergedEngagement, parties: Parties) -> None:
    when = engagement.when
    graph.add_node(engagement.id, **_given(
        kind="engagement", label=engagement.kind, engagement=engagement.kind, status=engagement.status,
        start=when.start if when else None, end=when.end if when else None,
        place=engagement.place.name or engagement.place.city, reports=len(engagement.reports),
        sources=engagement.independent_sources,
    ))  # fmt: skip
    for code in engagement.parties:
        _add_edge(graph, _party(graph, code, parties), engagement.id, relation="side")
    for person in engagement.participants:
        if person.name:
            _add_person(graph, person, engagement.id, parties)
    if engagement.part_of:
        _add_edge(graph, engagement.id, engagement.part_of, relation="part_of")


def _add_person(graph: Any, person: Participant, engagement: str, parties: Parties) -> None:
    key = person_key(person)
    if key not in graph:
        graph.add_node(key, **_given(kind="person", label=person.name, wikidata=wikidata_id(person.id), country=person.country))
        if person.country:
            _add_edge(graph, key, _party(graph, person.country, parties), relation="of")
    _add_edge(graph, key, engagement, relation="took_part", role=person.role, office=person.office, level=person.level)


def _add_event(graph: Any, event: MergedEvent, parties: Parties) -> None:
    ways = product(event.actor, event.recipient) if event.recipient else permutations(event.actor, 2)
    for one, other in ways:
        if one != other:
            _add_edge(
                graph, _party(graph, one, parties), _party(graph, other, parties), relation="event", event=event.id,
                type=event.type, mode=event.mode, date=event.date, quad=event.quad, weight=abs(event.score),
                score=event.score, status=event.status,
            )  # fmt: skip


def _party(graph: Any, code: str, parties: Parties) -> str:
    key = f"party:{code}"
    if key not in graph:
        graph.add_node(key, **_given(kind="party", label=parties.name(code), code=code, cow=parties.cow(code)))
    return key


def _add_edge(graph: Any, start: str, end: str, **given: Any) -> None:
    graph.add_edge(start, end, **_given(**given))


def _given(**given: Any) -> dict[str, Any]:
    """The attributes that have a value, as neither format knows a missing one; text without what XML can't hold."""
    return {key: xml_text(value) if isinstance(value, str) else value for key, value in given.items() if value is not None}


def xml_text(text: str) -> str:
    """The text with every character that XML 1.0 can't hold replaced by one other, so that nothing moves."""
    return "".join(letter if _allowed(letter) else "�" for letter in text)


def _allowed(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
