"""Paragraphs by blank lines, by line ends, and in wrapped texts."""

from memcon.intake.paragraphs import split_paragraphs


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_blank_lines() -> None:
    assert paragraphs("  Sand met Bello.\n \n\nThey spoke.\n") == ["Sand met Bello.", "They spoke."]


def test_single_line_ends_are_paragraphs_where_lines_differ() -> None:
    text = "Sand met Bello in Oslo on Monday to speak about fish, trade and the border.\nThey spoke.\nIt rained."
    assert len(paragraphs(text)) == 3


def test_a_line_that_breaks_off_goes_on() -> None:
    assert paragraphs("Sand met\nher counterpart in Oslo.") == ["Sand met\nher counterpart in Oslo."]


WRAPPED = """The two foreign ministers met for two hours in Oslo on Monday and
spoke about fish, trade and the border, officials from both of the
delegations said after the meeting had ended in the late evening.
   They will meet again in May, when the commission of both countries
is to sit in Rome for the first time in four years, the host said.
Nobody signed anything.
The next round is planned for autumn, though no date has been set by
either of the two governments so far, a spokesman told reporters."""


def test_wrapped_lines_are_joined_and_indents_and_short_ends_divide() -> None:
    found = paragraphs(WRAPPED)
    assert [paragraph.split()[0] for paragraph in found] == ["The", "They", "The"]
    assert found[1].endswith("Nobody signed anything.")


def test_nothing() -> None:
    assert paragraphs("\n \n") == []
