"""The mask moves nothing and mends what it can."""

import re
import unicodedata

import pytest
from ftfy.chardata import UTF8_CLUES
from hypothesis import given
from hypothesis import strategies as st

from memcon.intake.masking import _MAYBE_BROKEN, mask

BROKEN = st.sampled_from(
    ["â€™", "Ã¡", "\u00ad", "\u200b", "\u200f", "&amp;", "&quot;", "e\u0301", "\r\n", "\ud800", "\x00", "Â ", "â€œ"]
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("They donâ€™t meet", "They don’t   meet"),
        ("SÃ¡nchez spoke", "Sánchez  spoke"),
        ("Oslo Ã¢â‚¬â„¢ Rome", "Oslo ’        Rome"),
        ("â€œYesâ€\x9d she said", "  “Yes”   she said"),
        ("ne\u00adgo\u00adti\u00adate now", "negotiate    now"),
        ("\u200fOslo\u200e met", " Oslo  met"),
        ("trade\u00a0talks in\u2009May", "trade talks in May"),
        ("\ufeffOslo", " Oslo"),
        ("fish &amp; chips &#8217;", "fish &     chips ’      "),
        ("Sa\u0301nchez met", "Sánchez  met"),
        ("one\r\ntwo\rthree\u2028four", "one \ntwo\nthree\nfour"),
        ("a\x00b\x93c\x94", "a b“c”"),
        ("Ｏｓｌｏ talks", "Oslo talks"),
        ("three‑day visit − long", "three-day visit - long"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("plain ASCII stays", "plain ASCII stays"),
        ("CAFÉ” and “Ãlan", "CAFÉ” and “Ãlan"),
    ],
)
def test_what_is_seen(text: str, seen: str) -> None:
    assert mask(text) == seen
    assert len(seen) == len(text)


@given(st.text(max_size=60) | st.lists(st.text(max_size=6) | BROKEN, max_size=20).map("".join))
def test_length_never_changes(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert not any(unicodedata.category(character) in ("Cs", "Cf") for character in masked)


@given(st.lists(st.sampled_from(["Oslo", "talks", "ended", "SÃ¡nchez", "ne\u00adgotiate", "donâ€™t"]), min_size=1, max_size=12))
def test_words_begin_where_they_began(words: list[str]) -> None:
    text = " ".join(words)
    masked = mask(text)
    position = 0
    for word in words:
        assert masked[position] == word[0]
        assert position == 0 or masked[position - 1] == " "
        position += len(word) + 1
    assert len(masked.split()) == len(words)


def test_mojibake_is_looked_for_wherever_ftfy_would_find_it() -> None:
    letters, following = (_characters(UTF8_CLUES[name]) for name in ("utf8_first_of_2", "utf8_continuation"))
    letters |= _characters(UTF8_CLUES["utf8_first_of_3"]) | _characters(UTF8_CLUES["utf8_first_of_4"])
    assert len(letters) > 150
    assert len(following) > 90
    assert all(_MAYBE_BROKEN.fullmatch(f"{letter}{after}") for letter in letters for after in following)


def _characters(of_class: str) -> set[str]:
    """The characters of an expression's class."""
    return set(re.findall(f"[{of_class}]", "".join(map(chr, range(0x10000)))))
