"""GraphML: the graph of people, parties, engagements and events, for networkx, igraph, Gephi, yEd."""

from __future__ import annotations

from pathlib import Path

from memcon.desk.contents import Contents
from memcon.export.graph import graph_of
from memcon.export.needed import needed
from memcon.export.written import Written, written


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the graph to the file `out`."""
    graph = graph_of(contents)
    needed("networkx").write_graphml_xml(graph, out, named_key_ids=True)
    return [written(out, len(graph), "nodes"), written(out, graph.number_of_edges(), "edges")]
