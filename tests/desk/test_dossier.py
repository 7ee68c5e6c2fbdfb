"""The dossier: everything as known on a day, and nothing later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from desk.proofs import assert_quoted, quotes_in
from ledger.builders import commitment, document, engagement, statement
from memcon.desk import dossier, known_on
from memcon.desk.dossier import dossier_page
from memcon.desk.files import to_html, to_markdown, write_docx
from memcon.desk.pages import Line, Page, Section
from memcon.errors import LedgerError
from memcon.ledger import Ledger

ON = date(2023, 6, 17)
PAIR = ("USA", "CHN")


def strings_in(node: Any) -> Iterator[str]:
    """Every text anywhere in an answer."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for each in node.values():
            yield from strings_in(each)
    elif isinstance(node, list):
        for each in node:
            yield from strings_in(each)


def test_it_has_what_a_desk_officer_wants(history: Ledger) -> None:
    found = dossier(history, PAIR, ON)
    levels = {each.level: each for each in found.channels.channels}
    assert levels["leader"].last
    assert levels["leader"].last.when
    assert levels["leader"].last.when.start == "2022-11-01"
    assert "meet Chinese President Xi Jinping later this year" in [each.what for each in found.promises]
    assert {entry.status for entry in found.planned} == {"expected"}
    assert found.last_said
    assert {each.day for each in found.last_said} <= {"2023-02-03", "2023-02-19", "2023-05-11"}
    assert "taiwan" in {brief.issue for brief in found.issues}
    assert_quoted(found.last_said, history)


def test_who_is_who_on_the_day_with_since_when(history: Ledger) -> None:
    people = {each.name: each for each in dossier(history, PAIR, ON).people}
    assert people["Antony Blinken"].offices[0].since == "2021-01-26"
    assert any(held.office == "Minister of Foreign Affairs" for held in people["Qin Gang"].offices)
    assert people["Li Qiang"].engagements == ()  # in office by the tables, not yet named in a report
    later = {each.name: each for each in dossier(history, PAIR, date(2023, 12, 31)).people}
    assert not any(held.office == "Minister of Foreign Affairs" and not held.standing for held in later["Qin Gang"].offices)


@pytest.mark.parametrize("on", ["2023-02-18", "2023-06-17", "2023-06-19", "2023-10-26", "2023-11-15"])
def test_nothing_published_later_leaks_in(history: Ledger, on: str) -> None:
    found = dossier(history, PAIR, date.fromisoformat(on))
    assert all((quote.published or "9999") <= on for quote in quotes_in(found))
    later = [row for row in history.walk("documents") if (row.published or "9999") > on]
    assert later
    told = set(strings_in(found.model_dump(mode="json")))
    for row in later:
        assert not told & {row.id, row.input_id, row.url, row.title}
    assert found.last_report
    assert found.last_report <= on


def test_the_same_as_if_the_later_reports_had_never_been_added(history: Ledger, ledger: Ledger) -> None:
    for row in history.walk("documents"):
        if (row.published or "") <= ON.isoformat():
            ledger.add(history.text(row.id), history.record(row.id))
    alone, among = dossier(ledger, PAIR, ON), dossier(history, PAIR, ON)
    assert alone.model_copy(update={"documents": 0}) == among.model_copy(update={"documents": 0})


def test_undated_texts_later_versions_and_later_notes_stay_out(ledger: Ledger) -> None:
    text = "Vesna Korda met Tomas Ilves on Monday."
    ledger.add(*document(text, "2024-01-02", engagement(text, "met", ["Vesna", "Tomas"], day="2024-01-01"), url="https://a.example/1"))
    newer = "Vesna Korda met Tomas Ilves on Monday. They quarrelled."
    ledger.add(*document(newer, "2024-03-01", engagement(newer, "met", ["Vesna", "Tomas"], day="2024-01-01"), url="https://a.example/1"))
    undated = "Vesna Korda once met Tomas Ilves in secret."
    ledger.add(*document(undated, None, engagement(undated, "met", ["Vesna", "Tomas"], day="2024-01-01", place="a cellar")))
    (met,) = ledger.engagements(between=("HRV", "EST"))
    ledger.note(met.id, "it came out in March", by="ana")
    with known_on(ledger, date(2024, 2, 1), ("HRV", "EST")) as seen:
        (known,) = seen.engagements()
        assert len(known.reports) == 1
        assert known.notes == ()
        assert known.place.name is None


def test_a_rejected_fact_stays_rejected(ledger: Ledger) -> None:
    text = "Vesna Korda met Tomas Ilves."
    ledger.add(*document(text, "2024-01-02", engagement(text, "met", ["Vesna", "Tomas"], day="2024-01-01")))
    other = "Tomas Ilves met Vesna Korda again in May."
    ledger.add(*document(other, "2024-05-02", engagement(other, "met", ["Vesna", "Tomas"], day="2024-05-01")))
    ledger.reject(ledger.engagements(until="2024-02-01")[0].id, by="ana")
    found = dossier(ledger, ("HRV", "EST"), date(2024, 2, 1))
    assert all(each.last is None for each in found.channels.channels)


def test_a_ledger_without_anything_later_is_used_as_it_is(ledger: Ledger) -> None:
    with known_on(ledger, ON, PAIR) as seen:
        assert seen is ledger


def test_it_is_of_two_parties(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="two parties"):
        dossier(ledger, ("USA",), ON)


HOSTILE = "<script>alert('x')</script> & *stars* [link](javascript:x)"


@pytest.fixture
def hostile(ledger: Ledger) -> Page:
    """A dossier of a text that tries to be HTML."""
    text = f"Vesna Korda met Tomas Ilves. She said that {HOSTILE}. She pledged \x07{HOSTILE}."
    facts = (
        engagement(text, "met", ["Vesna", "Tomas"], day="2023-06-01", place=HOSTILE),
        statement(text, HOSTILE, "Vesna", issues=("borders",), about=("EST",)),
        commitment(text, f"\x07{HOSTILE}", "pledge", "HRV", "EST"),
    )
    ledger.add(*document(text, "2023-06-01", *facts, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)"))
    return dossier_page(dossier(ledger, ("EST", "HRV"), ON))


def test_html_is_whole_escaped_and_needs_no_network(hostile: Page) -> None:
    page = html.fromstring(to_html(hostile))
    assert not page.xpath("//script")
    assert not page.xpath("//@src")
    assert not page.xpath("//link")
    assert not [link for link in page.xpath("//a/@href") if not link.startswith("http")]
    assert HOSTILE in page.text_content()
    assert page.xpath("//mark")


def test_markdown_escapes_what_texts_say(hostile: Page) -> None:
    lines = to_markdown(hostile)
    assert "<script>" not in lines.replace("\\<script\\>", "")
    assert "\\*stars\\*" in lines
    assert lines.startswith("# Dossier: EST – HRV, as known on 2023-06-17")


def test_docx_opens_and_has_the_lines(hostile: Page, tmp_path: Path) -> None:
    write_docx(hostile, tmp_path / "dossier.docx")
    words = [paragraph.text for paragraph in docx.Document(str(tmp_path / "dossier.docx")).paragraphs]
    assert words[0] == hostile.title
    assert any(HOSTILE in line for line in words)
    assert "Last contacts per level" in words


def test_an_empty_section_says_so_everywhere(tmp_path: Path) -> None:
    page = Page(title="T", sections=(Section(title="S", nothing="Nothing here."), Section(title="L", lines=(Line(text="x"),))))
    write_docx(page, tmp_path / "t.docx")
    assert "Nothing here." in [each.text for each in docx.Document(str(tmp_path / "t.docx")).paragraphs]
    assert "Nothing here." in to_markdown(page)
    assert "<p>Nothing here.</p>" in to_html(page)
