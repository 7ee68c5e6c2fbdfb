"""Somebody else's facts: langextract's JSON Lines, plain JSON, and what their fields rest on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from memcon.desk.verify import CheckedFact, OtherFact, SourceText, read_other_facts, verify_facts
from memcon.desk.verify.page import facts_page
from memcon.errors import DataError
from memcon.intake import document
from memcon.reading.reader import Reader

READER = Reader()
SOURCE = document(
    "ANKARA, May 7 (Example Wire) — Turkey's Foreign Minister Hakan Fidan met Kenya's Musalia Mudavadi on Tuesday.\n\n"
    "The talks lasted 90 minutes. “We agreed on a first shipment of seed by the autumn,” Fidan said.\n",
    published="2024-05-08",
    outlet="Example Wire",
)
EXTRACTED = {
    "document_id": "doc_1",
    "text": SOURCE.text,
    "extractions": [
        {
            "extraction_class": "quote",
            "extraction_text": "We agreed on a first shipment of seed by the autumn",
            "char_interval": {"start_pos": 150, "end_pos": 200},
            "alignment_status": "match_exact",
            "attributes": {"speaker": "Hakan Fidan", "date": "2024-05-07", "countries": ["TUR", "KEN"]},
        },
        {
            "extraction_class": "meeting",
            "extraction_text": "The talks lasted 90 minutes",
            "attributes": {"minutes": 90, "place": "Nairobi", "country": "FRA", "day": "2024-04-02", "public": True},
        },
    ],
}


def checked(*facts: OtherFact) -> tuple[CheckedFact, ...]:
    return verify_facts("theirs", facts, [SourceText(SOURCE, READER.read)], READER.knowledge, READER.lexicon).facts


def written(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_langextract_lines_become_facts_with_their_attributes(tmp_path: Path) -> None:
    file = tmp_path / "theirs.jsonl"
    file.write_text("\n".join((json.dumps(EXTRACTED), "", json.dumps(EXTRACTED))), encoding="utf-8")
    facts = read_other_facts(file)
    assert [fact.line for fact in facts] == [1, 1, 3, 3]
    assert facts[0].kind == "quote"
    assert facts[0].speakers == ("Hakan Fidan",)
    assert facts[0].fields == (("date", "2024-05-07"), ("countries", "TUR"), ("countries", "KEN"))


def test_each_field_is_looked_for_beside_the_quote(tmp_path: Path) -> None:
    quote, meeting = checked(*read_other_facts(written(tmp_path / "theirs.json", EXTRACTED)))
    assert quote.finding.verdict == "exact"
    assert not quote.fails
    supported = {field.field: field.supported for field in meeting.fields}
    assert supported == {"minutes": True, "place": False, "country": False, "day": False}
    assert meeting.fails


def test_plain_json_with_quotes(tmp_path: Path) -> None:
    facts = read_other_facts(
        written(
            tmp_path / "plain.json",
            [
                {"quote": "We agreed on a first shipment of seed by the autumn", "speaker": "Musalia Mudavadi"},
                {"statements": [{"content": {"exact": "a second shipment of seed by the autumn", "start": 1}, "id": "s1"}]},
                {"evidence": [{"exact": "The talks lasted 90 minutes", "start": 3, "end": 9}], "who": {"name": "Fidan"}},
            ],
        )
    )
    wrong, altered, held = checked(*facts)
    assert wrong.finding.verdict == "wrong speaker"
    assert altered.kind == "statement"
    assert altered.finding.verdict == "altered"
    assert held.finding.verdict == "exact"


def test_the_page_tells_what_is_unsupported(tmp_path: Path) -> None:
    facts = read_other_facts(written(tmp_path / "theirs.json", EXTRACTED))
    answer = verify_facts("theirs", facts, [SourceText(SOURCE, READER.read)], READER.knowledge, READER.lexicon)
    wrong, holds = facts_page(answer).sections
    assert "UNSUPPORTED: place = Nairobi" in wrong.lines[0].notes
    assert len(holds.lines) == 1
    assert not answer.passes()


@pytest.mark.parametrize(("text", "told"), [("{}", "no object"), ('{"quote": "a b"}\nnot json', ":2: no JSON")])
def test_what_is_no_fact_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "bad.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        read_other_facts(tmp_path / "bad.jsonl")
