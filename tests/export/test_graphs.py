"""GraphML and GEXF, read back with networkx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx
import pytest

from memcon.desk.contents import Contents
from memcon.export import gexf, graphml
from memcon.export.graph import graph_of, xml_text
from memcon.ledger import Ledger


@pytest.mark.parametrize(("write", "read"), [(graphml.write, networkx.read_graphml), (gexf.write, networkx.read_gexf)])
def test_nodes_and_edges_match_the_ledger(contents: Contents, ledger: Ledger, tmp_path: Path, write: Any, read: Any) -> None:
    files = write(contents, tmp_path / "graph")
    graph = read(tmp_path / "graph")
    assert [each.entries for each in files] == [len(graph), graph.number_of_edges()]
    kinds = networkx.get_node_attributes(graph, "kind")
    engagements = list(ledger.walk("engagements"))
    assert sorted(node for node, kind in kinds.items() if kind == "engagement") == sorted(each.id for each in engagements)
    relations = [data["relation"] for *_, data in graph.edges(data=True)]
    assert relations.count("took_part") == sum(len(each.participants) for each in engagements)
    assert {data["event"] for *_, data in graph.edges(data=True) if "event" in data} == {v.id for v in ledger.walk("events")}
    korda = next(node for node, data in graph.nodes(data=True) if data.get("label") == "Vesna Korda")
    assert {graph.nodes[after]["label"] for after in graph.successors(korda)} == {"Croatia", "visit"}


def test_parts_and_people_without_party(contents: Contents, ledger: Ledger) -> None:
    whole = next(iter(contents.engagements))
    person = whole.participants[0].model_copy(update={"country": None, "id": "x:nobody"})
    nameless = person.model_copy(update={"name": None})
    part = whole.model_copy(update={"id": "e-part", "part_of": whole.id, "participants": (person, nameless)})
    one = Contents([whole, part], (), (), (), (), contents.record, contents.text)
    graph = graph_of(one)
    assert graph.has_edge("e-part", whole.id)
    assert list(graph.successors("person:x:nobody")) == ["e-part"]
    assert "wikidata" not in graph.nodes["person:x:nobody"]


def test_what_xml_cannot_hold_is_replaced_one_by_one() -> None:
    text = "a\x00b\x0bc\ud800d\uffffe\tf\U0001f54a"
    assert xml_text(text) == "a�b�c�d�e\tf\U0001f54a"
