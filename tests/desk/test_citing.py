"""References: for a footnote, for BibTeX and for CSL-JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.desk.citing import Citation, citation_key, cite_fact, cite_item, to_bibtex, to_csl
from memcon.errors import RecordError
from memcon.intake import document
from memcon.ledger import Ledger
from memcon.reading.reader import Reader

READER = Reader()
TEXT = document(
    "Chile's Foreign Minister Alberto van Klaveren said the “50% & more” offer of Peru was welcome. He invited Peru's foreign "
    "minister to Santiago.",
    published="2023-08-09",
    outlet="Example & Sons_Wire",
    title="Offer {welcome}: “50%” #1",
    url="https://example.org/a_b?x=1&y=50%25#top",
)
RECORD = READER.read(TEXT)


def cited(fact: str = "s1") -> Citation:
    return cite_fact(RECORD, fact).citations[0]


def test_a_footnote_has_outlet_title_day_address_and_words() -> None:
    note = cited().note
    assert note.startswith("Example & Sons_Wire, “Offer {welcome}: ‘50%’ #1”, 9 August 2023, https://example.org/")
    assert "‘50% & more’" in note
    made = cited()
    assert TEXT.text[made.start : made.end] == made.exact


def test_every_kind_of_fact_can_be_cited() -> None:
    for fact in RECORD.facts():
        made = cited(fact.id)
        assert TEXT.text[made.start : made.end] == made.exact
    with pytest.raises(RecordError):
        cite_fact(RECORD, "x9")


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = to_bibtex([cited()])
    assert r"author = {{Example \& Sons\_Wire}}" in entry
    assert r"title = {{Offer \{welcome\}: “50\%” \#1}}" in entry
    assert "month = aug," in entry
    assert r"howpublished = {\url{https://example.org/a_b?x=1&y=50\%25#top}}" in entry


def test_a_document_is_one_entry_however_many_facts_it_has() -> None:
    both = [cited("s1"), *(cited(fact.id) for fact in RECORD.facts() if fact.id != "s1")]
    assert to_bibtex(both).count("@misc") == 1
    assert len(json.loads(to_csl(both))) == 1


def test_csl_is_what_citation_programs_read() -> None:
    item = json.loads(to_csl([cited()]))[0]
    assert item["type"] == "webpage"
    assert item["issued"] == {"date-parts": [[2023, 8, 9]]}
    assert item["container-title"] == "Example & Sons_Wire"
    assert item["id"] == cited().key


def test_without_date_outlet_and_address() -> None:
    bare = cited().model_copy(update={"outlet": None, "title": None, "published": None, "url": None})
    assert bare.note.startswith("undated: ")
    assert json.loads(to_csl([bare]))[0]["type"] == "document"
    assert "year" not in to_bibtex([bare])


def test_an_item_of_the_ledger_cites_each_source(history_place: Path) -> None:
    with Ledger.open(history_place) as ledger:
        item = next(each for each in ledger.walk("engagements") if len(each.sources) > 1)
        found = cite_item(ledger, item.id)
        assert {each.document for each in found.citations} == {source.document for source in item.sources}
        for each in found.citations:
            assert ledger.text(each.document).text[each.start : each.end] == each.exact
        assert found == cite_item(ledger, item.id)


@given(st.text(min_size=1), st.text())
def test_a_bibtex_entry_never_breaks_out_of_its_braces(words: str, outlet: str) -> None:
    made = cited().model_copy(update={"exact": words, "outlet": outlet, "url": f"https://example.org/{words}"})
    entry = to_bibtex([made])
    plain = re.sub(r"\\[{}]", "", entry)
    depth = 0
    for letter in plain:
        depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0


@given(st.text(), st.text())
def test_a_key_has_nothing_that_bibtex_forbids(outlet: str, document_id: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", citation_key("sha256:" + "0a" * 32, outlet, "2023-01-02"))
