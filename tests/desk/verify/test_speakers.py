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
        # A nickname in marks and a party in brackets are no words of anybody; who is named with 's is somebody else.
        ("“The wall stands!” Brandt's niece, the mayor Ana \"Red\" Carver (G-Riverton), shouted. “We mend it before the frost.”",
         "“We mend it before the frost,” Brandt said.", "speaker not settled"),
        ("“We mend it before the frost,” Olin said.",
         "“We mend it before the frost,” Brandt's niece, mayor Ana \"Red\" Carver (G-Riverton) said.", "wrong speaker"),
        # Somebody does something in a clause of its own, right before the words.
        ("“Fine,” she said, and as Petrenko went on about “how the wall was built,” Solberg said yes, yes.",
         "“how the wall was built,” Solberg said.", "speaker not settled"),
        # The one whom a sentence is about is not the one whom it quotes.
        ("Solberg boldly suggested that Igor Petrenko “never once looked at the orchard wall.”",
         "“never once looked at the orchard wall,” Petrenko said.", "wrong speaker"),
        ("Petrenko “is the only builder whom the orchard trusts,” the gardener Lena Olin said.",
         "“is the only builder whom the orchard trusts,” Petrenko said.", "wrong speaker"),
        # Nothing settles it: the name is near, and that is all.
        ("Petrenko has built many walls, and Solberg many more.\n\nThe council has gone after Olin as a “builder of crooked walls.”",
         "“builder of crooked walls,” Solberg said.", "speaker not settled"),
        # A paragraph goes on with the words of the one who spoke before.
        ("“It is tinkering,” said Lena Olin. She sat down. “Nobody mends a wall before the frost.”",
         "“Nobody mends a wall before the frost,” Olin said.", "exact"),
        # Passed on by a third side.
        ("The Harbour Gazette reported that the mayor, Lena Olin, told her staff that the plan was “not worth the paper.”",
         "“not worth the paper,” Olin said.", "speaker not settled"),
        # Signed.
        ("Readers wrote in.\n“I would rather live in what he calls “a ruin” than leave it.” ― Lena Olin\n“So would I.” ― Igor Petrenko",
         "“I would rather live in what he calls “a ruin,” Lena Olin said.", "exact"),
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
