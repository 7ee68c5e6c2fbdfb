"""Whose words a source gives a quotation to, where reading alone does not settle it."""

from __future__ import annotations

import pytest

from memcon.desk.verify import Finding, SourceText, verify
from memcon.intake import document
from memcon.reading.reader import Reader

READER = Reader()


def verdict(source: str, draft: str) -> Finding:
    """The first finding of a draft against one source."""
    text = document(source, published="2024-03-04", input_id="source")
    own = document(draft, published="2024-03-05", input_id="draft")
    return verify(own, READER.read(own), [SourceText(text, READER.read)], READER.lexicon).findings[0]


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        # The quotation stands alone, signed or not: only the words around it can tell.
        ("Ministers wrote to us this week.\n\n“The orchard wall must be mended before the frost.”\n― Maren Solberg",
         "“The orchard wall must be mended before the frost,” Igor Petrenko said.", "wrong speaker"),
        ("Maren Solberg wrote to us this week.\n\n“The orchard wall must be mended before the frost.”",
         "“The orchard wall must be mended before the frost,” Solberg said.", "exact"),
        # A name leads up to the quotation without any word of saying.
        ("Several governors agree, like Maren Solberg -- “the orchard wall must be mended before the frost” -- and others.",
         "“The orchard wall must be mended before the frost,” Maren Solberg said.", "exact"),
        # Initials and the name they stand for.
        ("“The orchard wall must be mended before the frost,” the IMF said.",
         "“The orchard wall must be mended before the frost,” the International Monetary Fund said.", "exact"),
        # Who is told is not who tells.
        ("Solberg told Petrenko: “The orchard wall must be mended before the frost.”",
         "“The orchard wall must be mended before the frost,” Petrenko said.", "wrong speaker"),
        # The draft's sentence goes on after a full stop inside the marks.
        ("“The orchard wall must be mended before the frost,” Solberg said.",
         "“The orchard wall must be mended before the frost.” Petrenko said.", "wrong speaker"),
    ],
)  # fmt: skip
def test_speaker(source: str, draft: str, expected: str) -> None:
    finding = verdict(source, draft)
    assert finding.verdict == expected, finding


def test_a_day_that_no_source_gives_is_not_compared() -> None:
    text = document("“The orchard wall must be mended before the frost,” Solberg said.", input_id="undated")
    own = document("“The orchard wall must be mended before the frost,” Solberg said on March 1, 2024.", published="2024-03-05")
    found = verify(own, READER.read(own), [SourceText(text, READER.read)], READER.lexicon).findings[0]
    assert found.verdict == "exact"
