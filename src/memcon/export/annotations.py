"""W3C Web Annotation: one annotation for each stretch of a document that shows an item, as an AnnotationPage.

The target selects the words by quotation (with what stands around them, where the text is kept) and by position in code
points; the source is the document's address, or its hash as a URN. The bodies are the item's id, the item as JSON, and as
tags the fields that these words show.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.document import Document
from memcon.export.links import document_iri, web_address
from memcon.export.written import Written, written
from memcon.ledger import DocumentRow
from memcon.ledger.types import Merged
from memcon.record import Evidence, Fact, Statement

AROUND = 32  # code points kept before and after the words
_BODY_LEFT_OUT = {"sources", "disagreements", "reports", "wordings", "history", "life", "notes"}


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the annotations to the file `out`, document by document."""
    count = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        head = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:memcon:annotations", "type": "AnnotationPage"}
        file.write(json.dumps(head)[:-1] + ', "items": [')
        for annotation in annotations_of(contents):
            file.write(("," if count else "") + "\n" + json.dumps(annotation, ensure_ascii=False))
            count += 1
        file.write("\n]}\n")
    return [written(out, count, "annotations")]


def annotations_of(contents: Contents) -> Iterator[dict[str, Any]]:
    """All annotations, in the order of documents, facts and words."""
    by_document = contents.by_document()
    for row in contents.documents:
        text = contents.text(row.id)
        record = contents.record(row.id)
        for name, item in by_document.get(row.id, ()):
            for number, span in enumerate(spans_of_fact(record.fact(name)), start=1):
                yield _annotation(row, text, name, item, number, span)


def spans_of_fact(fact: Fact) -> list[Evidence]:
    """What shows a fact: the words of a statement, and its evidence; each stretch once."""
    spans = list(fact.evidence)
    if isinstance(fact, Statement):
        content = fact.content
        spans.insert(0, Evidence(start=content.start, end=content.end, exact=content.exact, of=("content",)))
    return list({(span.start, span.end): span for span in reversed(spans)}.values())[::-1]


def _annotation(
    row: DocumentRow, text: Document | None, name: str, item: Merged, number: int, span: Evidence
) -> dict[str, Any]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span.exact}
    if text is not None:
        quote["prefix"] = text.text[max(0, span.start - AROUND) : span.start]
        quote["suffix"] = text.text[span.end : span.end + AROUND]
    value = item.model_dump(mode="json", exclude=_BODY_LEFT_OUT, exclude_none=True)
    return {
        "id": f"urn:memcon:{item.id}:{row.id.removeprefix('sha256:')[:16]}:{name}:{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": f"urn:memcon:{item.id}", "purpose": "identifying"},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "language": "en",
             "value": json.dumps(value, ensure_ascii=False, sort_keys=True)},
            *({"type": "TextualBody", "purpose": "tagging", "value": field} for field in span.of),
        ],
        "target": {
            "source": web_address(row.url) or document_iri(row.id),
            "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
        },
    }  # fmt: skip
