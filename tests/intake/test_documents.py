"""A document of one text: nothing moves, its own date wins, failures are named."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import EmptyInput, InputError, TooLarge
from memcon.intake import document
from memcon.intake.documents import MAX_CHARACTERS, shadow_of

STORY = "Sand met Bello in Oslo on Monday, and the two ministers spoke for an hour about fish."


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip("\ufeff\x00 \t\r\n\v\f")))
def test_any_text_becomes_a_document_of_the_same_length(text: str) -> None:
    made = document(text)
    assert len(made.text) == len(made.shadow) == len(text)
    assert made.text == "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def test_the_text_is_kept_as_given() -> None:
    text = "\ufeffSand met Bello.\r\n\r\n«They» spoke.\x00"
    made = document(text, title="Talks", url="https://example.org/a", outlet="The Daily", input_id="a")
    assert made.text == text
    assert made.shadow == " Sand met Bello. \n \n“They” spoke. "
    assert (made.title, made.url, made.outlet, made.input_id) == ("Talks", "https://example.org/a", "The Daily", "a")


def test_lone_surrogates_are_replaced_with_a_warning() -> None:
    made = document("Sand \ud83d met")
    assert made.text == "Sand \ufffd met"
    assert "surrogates" in made.warnings[0]


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff", "\x00\x00"])
def test_nothing(text: str) -> None:
    with pytest.raises(EmptyInput):
        document(text)


def test_too_much() -> None:
    with pytest.raises(TooLarge):
        document("x" * MAX_CHARACTERS)


@pytest.mark.parametrize(
    "published", ["2023-06-20", datetime.date(2023, 6, 20), datetime.datetime(2023, 6, 20, 8), "June 20, 2023"]
)
def test_the_given_date_wins(published: str | datetime.date) -> None:
    made = document(f"OSLO, June 19, 2021 (AP) — {STORY}", published=published)
    assert (made.published.date, made.published.basis) == ("2023-06-20", "given")


def test_a_date_that_is_none() -> None:
    with pytest.raises(InputError, match="2023-06-19"):
        document(STORY, published="soon")


@pytest.mark.parametrize(
    ("text", "fallback", "date", "basis"),
    [
        (STORY, None, None, "unknown"),
        (STORY, "2023-06-20", "2023-06-20", "given"),
        (f"OSLO, June 19, 2021 (AP) — {STORY}", "2023-06-20", "2021-06-19", "dateline"),
        (f"OSLO, June 19 (AP) — {STORY}", "2023-06-20", "2023-06-19", "dateline"),
        (f"OSLO, June 19 (AP) — {STORY}", "2023-12-20", "2023-12-20", "given"),
        (f"OSLO, June 19 (AP) — {STORY}", None, None, "unknown"),
        (f"OSLO, Dec. 31 (AP) — {STORY}", "2023-01-01", "2022-12-31", "dateline"),
        (f"OSLO (AP) — {STORY}", "2023-06-20", "2023-06-20", "given"),
        (f"Joint Statement SAT 07 MAY 2011\n\n{STORY}", None, "2011-05-07", "dateline"),
        (f"Readout\n\n10/26/2023 11:52 PM EDT\n\n{STORY}", None, "2023-10-26", "dateline"),
    ],
)
def test_the_texts_own_date_beats_the_fallback(text: str, fallback: str | None, date: str | None, basis: str) -> None:
    made = document(text, fallback=fallback)
    assert (made.published.date, made.published.basis) == (date, basis)


def test_language_is_told_by_the_story() -> None:
    assert document(STORY).language == "en"
    assert document("Les deux ministres se sont rencontrés lundi à Oslo pour parler du commerce.").language == "fr"


@pytest.mark.parametrize(
    "unit", ["Sand met Bello, “he said”. ", "Sand met.\n\n", '"', "A/", "é", "‘a ", "Photo by A ", "A:\n", "&", "\u200b"]
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    """Four times as much takes about four times as long; a quadratic step would take sixteen."""
    small, large = (unit * (size // len(unit)) + "x" for size in (40_000, 160_000))
    assert _seconds(large) < 10 * _seconds(small) + 0.1


def _seconds(text: str) -> float:
    started = time.process_time()
    document(text)
    return time.process_time() - started


@given(st.text(max_size=80))
def test_the_shadow_of_a_shadow_has_the_same_length(text: str) -> None:
    assert len(shadow_of(shadow_of(text))) == len(text)


@pytest.mark.parametrize(
    ("text", "seen", "exact"),
    [
        ("Premier SÃ¡nchez met Sand.", "Sánchez", "SÃ¡nchez"),
        ("They donâ€™t meet.", "don't", "donâ€™t"),
        ("Chinaâ€™s envoy met Sand.", "China", "China"),
        ("the ne\u00adgo\u00adtiations ended", "negotiations", "ne\u00adgo\u00adtiations"),
        ("Sand of \u200eOslo\u200f met Bello", "Oslo", "Oslo"),
        ("called it ''firm'' today", "“firm”", "''firm''"),
        ("called it ''firm'' today", "firm", "firm"),
        ("fish &amp; chips", "&", "&amp;"),
        ("two wrapped\nlines", "wrapped", "wrapped"),
    ],
)
def test_what_a_stretch_of_the_shadow_stands_for(text: str, seen: str, exact: str) -> None:
    made = document(text)
    at = made.shadow.index(seen)
    start, end = made.stretch(at, at + len(seen))
    assert made.text[start:end] == exact
