"""Every verdict on a quotation, by drafts that change one thing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.desk.verify import Finding, SourceText, Verification, verify
from memcon.desk.verify.page import verification_page
from memcon.export.verification import verification_html
from memcon.intake import document
from memcon.reading.reader import Reader

READER = Reader()
WIRE = """OSLO, March 4 (Example Wire) — Norway's Foreign Minister Espen Barth Eide met Sweden's
Tobias Billstrom on Monday.

“We will not accept a patrol line that cuts our fishermen off from their own waters,” Eide told reporters after the talks.

“The two navies have been talking for months about the northern ferry route,” Billstrom said.
He called the mood “calm and practical”.

Eide said the ferry would sail again “in the first week of June if the quay is ready”.

The ministers agreed to meet again in Stockholm. Billstrom said that Sweden would pay for the new quay.
"""
SOURCE = document(WIRE, published="2024-03-04", outlet="Example Wire", input_id="oslo")
RECORD = READER.read(SOURCE)


def verified(text: str, published: str = "2024-03-05") -> Verification:
    draft = document(text, published=published, input_id="draft")
    return verify(draft, READER.read(draft), [SourceText(SOURCE, lambda _: RECORD)], READER.lexicon)


def first(text: str) -> Finding:
    return verified(text).findings[0]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("“We will not accept a patrol line that cuts our fishermen off from their own waters,” Eide said.", "exact"),
        ('"we will not accept a patrol line that cuts our fishermen off from their own waters", said Eide.', "exact"),
        ("“We will not accept … their own waters,” Eide said.", "exact"),
        ("“We will not accept a patrol line that cuts [them] off from their own waters,” Eide said.", "exact"),
        ("“[T]he two navies have been talking for months about the northern ferry route,” Billstrom said.", "exact"),
        ("Billstrom called the mood “calm”.", "exact"),
        ("“In the first week of June,” Eide said. The ferry would sail.", "exact but cut mid-sentence"),
        ("“We will accept a patrol line that cuts our fishermen off from their own waters,” Eide said.", "polarity flipped"),
        ("Eide said they would “accept a patrol line that cuts our fishermen off”.", "polarity flipped"),
        ("“We will [ever] accept a patrol line that cuts our fishermen off,” Eide said.", "polarity flipped"),
        ("“We will not accept a patrol line that cuts our farmers off from their own waters,” Eide said.", "altered"),
        ("“We will not accept a patrol line and every ship knows what that means for us all,” Eide said.", "altered"),
        ("“The two navies will be sailing for months,” Billstrom said.", "altered"),
        (
            "“The two navies have been talking for months about the northern ferry route, calm and practical,” Billstrom said.",
            "merged from two quotes",
        ),
        (
            "“The two navies have been talking for months … calm and practical,” Billstrom said.",
            "merged from two quotes",
        ),
        ("“The two navies have been talking for months about the northern ferry route,” Eide said.", "wrong speaker"),
        ("“The two navies have been talking for months about the northern ferry route,” Sergei Lavrov said.", "wrong speaker"),
        ("“Seven beekeepers painted a wooden ladder,” Eide said.", "not found"),
    ],
)
def test_verdict(draft: str, verdict: str) -> None:
    finding = first(draft)
    assert finding.verdict == verdict, finding
    assert finding.fails == (verdict not in ("exact", "exact but cut mid-sentence"))


def test_a_refusal_before_the_quotation_stands_for_the_not_in_the_source() -> None:
    assert first("Eide refused to “accept a patrol line that cuts our fishermen off”.").verdict == "exact"


def test_the_day_is_compared_with_the_source() -> None:
    quote = "“The two navies have been talking for months about the northern ferry route,” Billstrom said on {}."
    assert first(quote.format("March 4, 2024")).verdict == "exact"
    wrong = first(quote.format("January 9, 2024"))
    assert wrong.verdict == "wrong date"
    assert wrong.dated == "2024-01-09"


def test_the_change_is_shown_word_by_word_with_the_place_in_the_source() -> None:
    finding = first("“We will not accept a patrol line that cuts our farmers off from their own waters,” Eide said.")
    assert [(change.draft, change.source) for change in finding.changes] == [("farmers", "fishermen")]
    source = finding.sources[0]
    assert WIRE[source.start : source.end] == source.exact
    assert source.speakers == ("Espen Barth Eide",)
    assert source.in_quotation_marks


def test_a_draft_that_names_nobody_is_not_held_to_a_speaker() -> None:
    assert first("“The two navies have been talking for months about the northern ferry route,” he said.").verdict == "exact"


def test_he_is_not_she() -> None:
    source = document("“The harbour stays open all winter long,” she said.", published="2024-03-04", input_id="she")
    draft = document("“The harbour stays open all winter long,” he said.", published="2024-03-05", input_id="he")
    answer = verify(draft, READER.read(draft), [SourceText(source, READER.read)], READER.lexicon)
    assert answer.findings[0].verdict == "wrong speaker"


def test_what_nobody_says_in_quotation_marks_is_noted() -> None:
    finding = first("The report said the ministers “agreed to meet again in Stockholm”.")
    assert finding.verdict == "exact"
    assert any("not stand in quotation marks" in note for note in finding.notes)


@pytest.mark.parametrize(
    ("draft", "verdict", "fails"),
    [
        ("Billstrom said that Sweden would pay for the quay that is new.", "paraphrased", False),
        ("Billstrom said that Sweden would not pay for the new quay.", "polarity flipped", True),
        ("Eide said that Sweden would pay for the new quay at once.", "wrong speaker", True),
        ("Billstrom said that wolves were eating reindeer in every northern valley.", "not found", False),
    ],
)
def test_claims_without_quotation_marks(draft: str, verdict: str, fails: bool) -> None:
    finding = next(each for each in verified(draft).findings if each.kind == "claim")
    assert finding.verdict == verdict, finding
    assert finding.fails is fails


def test_strict_counts_what_is_only_worth_a_look() -> None:
    answer = verified("Billstrom said that wolves were eating reindeer in every northern valley.")
    assert answer.passes()
    assert not answer.passes(strict=True)


def test_a_draft_without_quotations_passes() -> None:
    assert verified("The ferry is blue.").findings == ()


def test_the_page_puts_what_is_wrong_first() -> None:
    page = verification_page(
        verified("“We will not accept a patrol line,” Billstrom said. “Seven beekeepers sang,” Eide said.")
    )
    wrong, look, holds = page.sections
    assert [line.mark for line in wrong.lines] == ["WRONG SPEAKER", "NOT FOUND"]
    assert not look.lines
    assert not holds.lines


def test_the_html_report_escapes_and_needs_no_network() -> None:
    html = verification_html(verified("“We will not accept a <script>alert(1)</script> line & more,” Eide said."))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "src=" not in html
    assert "@import" not in html


WORDS = "accept a patrol line that cuts our fishermen off from their own waters".split()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(WORDS) - 2), st.sampled_from(["harbour", "lantern", "seldom", "Wednesday"]))
def test_no_changed_word_is_ever_called_exact(place: int, word: str) -> None:
    changed = [*WORDS[:place], word, *WORDS[place + 1 :]]
    assert first(f"“We will not {' '.join(changed)},” Eide said.").verdict not in ("exact", "exact but cut mid-sentence")
