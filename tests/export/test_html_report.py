"""The HTML report, read back with lxml: everything in it, nothing run from a text, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from ledger.builders import document, engagement, span
from memcon.desk.contents import Contents, contents_of
from memcon.desk.loose import contents_of_records
from memcon.export import html_report
from memcon.export.html_report import SECTIONS
from memcon.export.html_rows import rows_of, safe
from memcon.export.parties import Parties
from memcon.ledger import Ledger
from memcon.record import Evidence, When


@pytest.fixture
def page(contents: Contents, tmp_path: Path) -> html.HtmlElement:
    html_report.write(contents, tmp_path / "report.html")
    return html.fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))


def test_every_item_and_document_is_a_row(page: html.HtmlElement, ledger: Ledger) -> None:
    for family in SECTIONS:
        rows = page.xpath(f"//section[@id='{family}']//tbody/tr")
        assert len(rows) == len(list(ledger.walk(family)))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_tables_are_told_to_those_who_listen(page: html.HtmlElement) -> None:
    for table in page.xpath("//table"):
        assert table.xpath("./caption")[0].text_content()
        assert all(head.get("scope") == "col" for head in table.xpath("./thead//th"))
        assert all(len(row.xpath("./th[@scope='row']")) == 1 for row in table.xpath("./tbody/tr"))
        assert {len(row) for row in table.xpath(".//tr")} == {len(table.xpath("./thead//th"))}
    assert page.get("lang") == "en"
    assert all(field.getparent().tag == "label" for field in page.xpath("//input | //select"))


def test_evidence_shows_the_words_of_every_source(page: html.HtmlElement, ledger: Ledger) -> None:
    visit = next(iter(ledger.walk("engagements", status="held")))
    row = page.xpath(f"//tr[@id='{visit.id}']")[0]
    assert [mark.text for mark in row.xpath(".//mark")] == ["will visit Zagreb", "met Tomas Ilves", "met in Zagreb"]
    assert len(row.xpath(".//blockquote")) == 3
    anchors = set(page.xpath("//@id"))
    inside = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert set(inside) <= anchors


def test_texts_are_escaped_and_nothing_can_be_fetched(page: html.HtmlElement) -> None:
    words = page.xpath("//section[@id='statements']//td[@class='words']")
    assert words[0].text == "Croatia backs Estonia & <friends> \U0001f54a on the border"
    assert page.xpath("//friends | //hours") == []
    outside = [link for link in page.xpath("//a/@href") if not link.startswith("#")]
    assert set(outside) == {"https://example.org/plan", "https://example.org/news?a=1&b=2"}
    assert page.xpath("//@src | //link | //img | //iframe | //object | //@onclick | //@style") == []
    assert safe("<b a='x'>\x00\n &") == "&lt;b a=&#x27;x&#x27;&gt;� &amp;"


def test_the_policy_allows_this_style_and_script_alone(page: html.HtmlElement) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        text = page.xpath(f"//{tag}")[0].text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    style = page.xpath("//style")[0].text
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"url\(|@import", style)


def test_it_reads_without_a_script(page: html.HtmlElement) -> None:
    assert page.xpath("//form[@hidden]")
    assert page.xpath("//tbody/tr[@hidden]") == []
    parties = page.xpath("//section[@id='engagements']//tr/@data-parties")
    assert "EST HRV" in parties


def test_records_alone_show_the_words_without_surroundings(ledger: Ledger, tmp_path: Path) -> None:
    records = contents_of_records(ledger.record(row.id) for row in ledger.walk("documents"))
    html_report.write(records, tmp_path / "report.html")
    page = html.fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    quotes = page.xpath("//section[@id='engagements']//blockquote/p")
    assert {len(quote.text_content()) for quote in quotes} == {
        len(q.text_content()) for q in page.xpath("//section[@id='engagements']//mark")
    }


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    with Ledger.open(":memory:") as ledger:
        files = html_report.write(contents_of(ledger), tmp_path / "report.html")
    assert {each.entries for each in files} == {0}
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count('<p class="none">Nothing.</p>') == len(SECTIONS)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(start="2024-05-01", end="2024-05-31", precision="month"), "2024-05"),
        (When(start="2024-01-01", end="2024-12-31", precision="year"), "2024"),
        (When(start="2024-01-01", end="2024-01-03", precision="range"), "2024-01-01<br>to 2024-01-03"),
        (When(text="some day"), "some day"),
        (None, "—"),
    ],
)
def test_days_are_shown_as_far_as_they_are_known(contents: Contents, when: When | None, shown: str) -> None:
    item = next(iter(contents.engagements)).model_copy(update={"when": when, "reason": "a <storm>"})
    row = next(rows_of("engagements", Contents([item], (), (), (), (), contents.record, contents.text), Parties()))
    assert row.cells[0] == shown
    assert "a &lt;storm&gt;" in row.cells[2]


def test_near_words_share_a_passage_and_far_ones_do_not(tmp_path: Path) -> None:
    filler = "Nothing else happened for a long while. " * 10
    text = f"{filler}Korda met Ilves in Zagreb. {filler}It lasted two hours."
    told = engagement(text, "met Ilves", ["Vesna", "Tomas"], day="2024-03-05")
    words = ("Korda met", "met Ilves in", "two hours", "two")
    evidence = (*told.evidence, *(span(text, each, Evidence) for each in words))
    with Ledger.open(":memory:") as ledger:
        ledger.add(*document(text, "2024-03-06", told.model_copy(update={"evidence": evidence})))
        html_report.write(contents_of(ledger), tmp_path / "report.html")
    page = html.fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    first, second = page.xpath("//section[@id='engagements']//blockquote/p")
    assert [mark.text for mark in first] == ["Korda met Ilves in"]
    assert [mark.text for mark in second] == ["two hours"]
    assert "while. Korda met Ilves in Zagreb. Nothing" in first.text_content()
    assert first.text_content().startswith("… ")
    assert first.text_content().endswith(" …")
    assert second.text_content().endswith("It lasted two hours.")
