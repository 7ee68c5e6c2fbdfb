"""UIMA CAS, read back with dkpro-cassis: every annotation covers its words."""

from __future__ import annotations

from pathlib import Path

import cassis
import pytest

from ledger.builders import document, engagement
from memcon.desk.contents import Contents, contents_of
from memcon.desk.loose import contents_of_records
from memcon.errors import InputError
from memcon.export import xmi
from memcon.ledger import Ledger


def read(folder: Path) -> list[cassis.Cas]:
    with (folder / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    found = []
    for path in sorted(folder.glob("*.xmi")):
        with path.open("rb") as file:
            found.append(cassis.load_cas_from_xmi(file, typesystem=system))
    return found


def test_documents_and_annotations_match_the_ledger(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    files = xmi.write(contents, tmp_path)
    found = read(tmp_path)
    assert len(found) == len(list(ledger.walk("documents"))) == len(files) - 1
    items: set[str] = set()
    for cas in found:
        source = cas.select(xmi.SOURCE)[0]
        text = ledger.text(source.documentId).text
        assert cas.sofa_string == text
        record = ledger.record(source.documentId)
        for annotation in cas.select(xmi.FACT):
            spans = {
                (span.start, span.end) for span in [*record.fact(annotation.fact).evidence, *contents_spans(record, annotation)]
            }
            assert (annotation.begin, annotation.end) in spans
            items.add(annotation.item)
    families = ("engagements", "statements", "commitments", "events")
    assert items == {item.id for family in families for item in ledger.walk(family)}
    assert sum(len(cas.select(xmi.FACT)) for cas in found) == sum(each.entries for each in files[1:])


def contents_spans(record: object, annotation: object) -> list[object]:
    content = getattr(record.fact(annotation.fact), "content", None)  # type: ignore[attr-defined]
    return [content] if content else []


def test_features_say_what_the_item_is(contents: Contents, tmp_path: Path) -> None:
    xmi.write(contents, tmp_path)
    engagements = [each for cas in read(tmp_path) for each in cas.select("memcon.type.Engagement")]
    visit = next(each for each in engagements if each.status == "held")
    assert (visit.kind, visit.parties, visit.start) == ("visit", "EST; HRV", "2024-03-05")
    statements = [each for cas in read(tmp_path) for each in cas.select("memcon.type.Statement")]
    dove = next(each for each in statements if each.stance == "supportive")
    assert dove.get_covered_text() == "Croatia backs Estonia & <friends> \U0001f54a on the border"


def test_control_characters_move_nothing(tmp_path: Path) -> None:
    text = "Korda\x0b \U0001f54a met Ilves on Tuesday."
    with Ledger.open(":memory:") as ledger:
        ledger.add(*document(text, "2024-03-06", engagement(text, "met Ilves", ["Vesna", "Tomas"], day="2024-03-05")))
        xmi.write(contents_of(ledger), tmp_path)
    cas = read(tmp_path)[0]
    assert cas.sofa_string == text.replace("\x0b", "�")
    assert cas.select("memcon.type.Engagement")[0].get_covered_text() == "met Ilves"


def test_records_alone_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    records = contents_of_records(ledger.record(row.id) for row in ledger.walk("documents"))
    with pytest.raises(InputError, match="add the documents to a ledger"):
        xmi.write(records, tmp_path)
