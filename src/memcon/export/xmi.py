"""UIMA CAS: a folder with one .xmi for each document, and the type system as TypeSystem.xml (dkpro-cassis).

The document's text is the sofa; each stretch that shows an item is an annotation of the item's type, with the item's id, so
the annotations of one item belong together over documents. Characters that XML can't hold are replaced one by one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.document import Document
from memcon.errors import InputError
from memcon.export.annotations import spans_of_fact
from memcon.export.graph import xml_text
from memcon.export.needed import needed
from memcon.export.tables import joined
from memcon.export.written import Written, written
from memcon.ledger import DocumentRow, MergedCommitment, MergedEngagement, MergedEvent, Utterance
from memcon.ledger.types import Merged
from memcon.record import Fact

FACT = "memcon.type.Fact"
SOURCE = "memcon.type.Source"
TYPES: dict[type[Merged], str] = {
    MergedEngagement: "memcon.type.Engagement",
    Utterance: "memcon.type.Statement",
    MergedCommitment: "memcon.type.Commitment",
    MergedEvent: "memcon.type.Event",
}
_FEATURES: dict[str, tuple[str, ...]] = {
    FACT: ("item", "fact", "fields", "decision"),
    SOURCE: ("documentId", "inputId", "url", "title", "outlet", "published"),
    "memcon.type.Engagement": ("kind", "status", "start", "until", "parties", "participants", "place"),
    "memcon.type.Statement": ("kind", "speakers", "stance", "about", "day"),
    "memcon.type.Commitment": ("kind", "status", "by", "to"),
    "memcon.type.Event": ("eventType", "mode", "actor", "recipient", "cameo", "date", "status"),
}


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the documents into the folder `out`, one by one. Raises InputError where their texts were not kept."""
    out.mkdir(parents=True, exist_ok=True)
    system = type_system()
    system.to_xml(out / "TypeSystem.xml")
    by_document = contents.by_document()
    files = [written(out / "TypeSystem.xml", len(_FEATURES), "types")]
    for row in contents.documents:
        text = contents.text(row.id)
        if text is None:
            raise InputError("records don't hold the texts that XMI needs: add the documents to a ledger, and export that")
        record = contents.record(row.id)
        facts = [(record.fact(name), item) for name, item in by_document.get(row.id, ())]
        path = out / f"{row.id.removeprefix('sha256:')[:16]}.xmi"
        cas = cas_of(row, text, facts, system)
        cas.to_xmi(path)
        files.append(written(path, len(cas.select(FACT)), "annotations"))
    return files


def type_system() -> Any:
    """The types: Fact, with one below it for each family, and Source for the document."""
    system = needed("cassis").TypeSystem()
    for name, features in _FEATURES.items():
        above = "uima.tcas.Annotation" if name in (FACT, SOURCE) else FACT
        made = system.create_type(name, above)
        for feature in features:
            system.create_feature(made, feature, "uima.cas.String")
        if name == FACT:
            system.create_feature(made, "confidence", "uima.cas.Double")
    return system


def cas_of(row: DocumentRow, text: Document, facts: list[tuple[Fact, Merged]], system: Any) -> Any:
    """One document as a `cassis.Cas`. Offsets are code points here; the XMI file counts UTF-16 units, as UIMA does."""
    cas = needed("cassis").Cas(
        typesystem=system,
        sofa_string=xml_text(text.text),
        sofa_mime="text/plain",
        document_language=row.language or "x-unspecified",
    )
    cas.get_document_annotation().end = len(text.text)
    source = {"documentId": row.id, "inputId": row.input_id, "url": row.url, "title": row.title, "outlet": row.outlet,
              "published": row.published}  # fmt: skip
    cas.add(system.get_type(SOURCE)(begin=0, end=len(text.text), **_texts(source)))
    for fact, item in facts:
        made = system.get_type(TYPES[type(item)])
        for span in spans_of_fact(fact):
            shared = {"item": item.id, "fact": fact.id, "fields": joined(span.of), "decision": item.decision}
            features = _texts(shared | _values(item))
            cas.add(made(begin=span.start, end=span.end, confidence=item.confidence, **features))
    return cas


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {name: xml_text(str(value)) for name, value in values.items() if value is not None}


def _values(item: Merged) -> dict[str, Any]:
    """The features of an item's own type."""
    if isinstance(item, MergedEngagement):
        when = item.when
        return {
            "kind": item.kind, "status": item.status, "start": when.start if when else None,
            "until": when.end if when else None, "parties": joined(item.parties), "place": item.place.name,
            "participants": joined(person.name or person.office for person in item.participants),
        }  # fmt: skip
    if isinstance(item, Utterance):
        speakers = joined(speaker.name or speaker.country for speaker in item.speakers)
        return {"kind": item.kind, "stance": item.stance, "about": joined(item.about), "day": item.day, "speakers": speakers}
    if isinstance(item, MergedCommitment):
        return {"kind": item.kind, "status": item.status, "by": joined(item.by), "to": joined(item.to)}
    assert isinstance(item, MergedEvent)
    return {
        "eventType": item.type, "mode": item.mode, "actor": joined(item.actor), "recipient": joined(item.recipient),
        "cameo": item.cameo, "date": item.date, "status": item.status,
    }  # fmt: skip
