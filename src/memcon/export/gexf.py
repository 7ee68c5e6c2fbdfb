"""GEXF 1.2: the graph of people, parties, engagements and events, for Gephi."""

from __future__ import annotations

import re
from pathlib import Path

from memcon.desk.contents import Contents
from memcon.export.graph import graph_of
from memcon.export.needed import needed
from memcon.export.written import Written, written

_TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the graph to the file `out`, without the day of writing, so equal ledgers give equal bytes."""
    graph = graph_of(contents)
    lines = "\n".join(needed("networkx").generate_gexf(graph))
    text = f'<?xml version="1.0" encoding="utf-8"?>\n{_TODAY.sub("", lines, count=1)}\n'
    out.write_text(text, encoding="utf-8", newline="\n")
    return [written(out, len(graph), "nodes"), written(out, graph.number_of_edges(), "edges")]
