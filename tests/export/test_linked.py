"""JSON-LD and Web Annotation, read back with rdflib; every annotation finds its words again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from memcon.desk.contents import Contents
from memcon.desk.loose import contents_of_records
from memcon.export import annotations, jsonld
from memcon.export.jsonld import EVENT_STATUS
from memcon.export.links import document_iri, web_address, wikidata_id
from memcon.ledger import Ledger

# rdflib's own reader of JSON-LD still makes the graph that rdflib warns of.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SCHEMA = rdflib.Namespace("https://schema.org/")
ANNOTATION = rdflib.Namespace("http://www.w3.org/ns/oa#")


def linked(contents: Contents, out: Path) -> rdflib.Graph:
    jsonld.write(contents, out)
    return rdflib.Graph().parse(out, format="json-ld")


def test_items_are_nodes_of_their_types(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    graph = linked(contents, tmp_path / "all.jsonld")
    terms = "urn:memcon:term:"
    for family, kind in {
        "engagements": SCHEMA.Event, "statements": SCHEMA.Quotation, "documents": SCHEMA.Article,
        "commitments": rdflib.URIRef(terms + "Commitment"), "events": rdflib.URIRef(terms + "PloverEvent"),
    }.items():  # fmt: skip
        assert len(set(graph.subjects(RDF.type, kind))) == len(list(ledger.walk(family)))


def test_status_dates_and_provenance(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    graph = linked(contents, tmp_path / "all.jsonld")
    for item in ledger.walk("engagements"):
        node = rdflib.URIRef(f"urn:memcon:{item.id}")
        assert graph.value(node, SCHEMA.eventStatus) == SCHEMA[EVENT_STATUS[item.status]]
        assert len(list(graph.objects(node, PROV.wasDerivedFrom))) == len(item.sources)
        assert graph.value(node, PROV.wasGeneratedBy) == rdflib.URIRef(jsonld.READING)
        if item.when:
            assert str(graph.value(node, SCHEMA.startDate)) == item.when.start
    agents = set(graph.objects(None, PROV.wasAttributedTo))
    assert {str(graph.value(agent, SCHEMA.name)) for agent in agents} == {"Vesna Korda", "Kenji Morita"}
    assert "javascript" not in (tmp_path / "all.jsonld").read_text(encoding="utf-8")


def test_wikidata_ids_and_parts(contents: Contents, tmp_path: Path) -> None:
    whole = next(iter(contents.engagements))
    known = whole.participants[0].model_copy(update={"id": "Q42"})
    part = whole.model_copy(update={"id": "e-part", "part_of": whole.id, "participants": (known,), "status": "proposed"})
    graph = linked(Contents([whole, part], (), (), (), (), contents.record, contents.text), tmp_path / "two.jsonld")
    node = rdflib.URIRef("urn:memcon:e-part")
    assert graph.value(node, SCHEMA.superEvent) == rdflib.URIRef(f"urn:memcon:{whole.id}")
    assert graph.value(node, SCHEMA.eventStatus) is None
    assert (None, SCHEMA.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q42")) in graph


def page(contents: Contents, out: Path) -> dict[str, Any]:
    annotations.write(contents, out)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_every_annotation_finds_its_words(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    found = page(contents, tmp_path / "page.json")
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    texts = {web_address(row.url) or document_iri(row.id): ledger.text(row.id).text for row in ledger.walk("documents")}
    for annotation in found["items"]:
        text = texts[annotation["target"]["source"]]
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
    assert len({annotation["id"] for annotation in found["items"]}) == len(found["items"])


def test_every_report_of_every_item_is_annotated(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    found = page(contents, tmp_path / "page.json")
    told = {(annotation["body"][0]["source"], annotation["target"]["source"]) for annotation in found["items"]}
    families = ("engagements", "statements", "commitments", "events")
    assert told == {
        (f"urn:memcon:{item.id}", web_address(source.url) or document_iri(source.document))
        for family in families
        for item in ledger.walk(family)
        for source in item.sources
    }


def test_annotations_are_rdf(contents: Contents, tmp_path: Path) -> None:
    found = page(contents, tmp_path / "page.json")
    local = {"@vocab": str(ANNOTATION), "id": "@id", "type": "@type"}  # W3C's own context is behind the network
    graph = rdflib.Graph().parse(data=json.dumps(found | {"@context": local}), format="json-ld")
    assert len(set(graph.subjects(RDF.type, ANNOTATION.Annotation))) == len(found["items"])


def test_records_without_texts_give_quotes_without_surroundings(ledger: Ledger, tmp_path: Path) -> None:
    records = contents_of_records(ledger.record(row.id) for row in ledger.walk("documents"))
    quote = page(records, tmp_path / "page.json")["items"][0]["target"]["selector"][0]
    assert set(quote) == {"type", "exact"}


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://example.org/a b?q=ü") == "https://example.org/a%20b?q=%C3%BC"
    assert [web_address(url) for url in ("javascript:alert(1)", "http://", "http://[bad", "", None)] == [None] * 5
    assert [wikidata_id(name) for name in ("Q1", "x:USA:someone", "Qabc", None)] == ["Q1", None, None, None]
