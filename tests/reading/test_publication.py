"""What an undated text tells about its own date."""

from __future__ import annotations

from functools import lru_cache

import pytest

from memcon import intake
from memcon.document import Document
from memcon.knowledge import Knowledge
from memcon.knowledge.summits import known_summits
from memcon.lexicon import Lexicon
from memcon.reading.mentions import find_mentions
from memcon.reading.publication import infer_published
from memcon.reading.sentences import find_sentences
from memcon.reading.times import find_times
from memcon.record import Published


@lru_cache(maxsize=1)
def tables() -> tuple[Knowledge, Lexicon]:
    return Knowledge.load(), Lexicon.load()


def published(text: str | Document) -> Published:
    knowledge, lexicon = tables()
    document = intake.document(text) if isinstance(text, str) else text
    sentences = find_sentences(document)
    mentions = find_mentions(document, sentences, knowledge, lexicon)
    return infer_published(document, sentences, find_times(document), mentions, knowledge)


def test_a_date_that_is_known_stays() -> None:
    document = intake.document("They met in May 2019.", published="2024-05-15")
    assert published(document) == document.published


@pytest.mark.parametrize("text", ["The two ministers met on Tuesday.", "They talked about the May 2015 accord."])
def test_nothing_to_go_by(text: str) -> None:
    assert published(text) == Published()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The envoys met on 5 March 2019. A year before, in 2018, the talks had failed.", "2019-03-05", None),
        ("The envoys will meet on 5 March 2019.", None, "2019-03-05"),
        ("They met in June 2018 and will meet again in May 2019.", "2018-06-01", "2019-05-31"),
        ("The budget for FY2024 was cut.", None, None),
        ("Chinese Foreign Minister Qin Gang arrived in Beijing.", "2022-11-29", "2023-08-25"),
        ("Former Chinese Foreign Minister Qin Gang arrived in Beijing.", None, None),
        ("The two met at the G20 summit in Bali last November.", "2022-11-15", "2023-11-30"),
        ("They are to meet at the G20 summit in New Delhi in September.", "2022-09-09", "2024-09-30"),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    found = published(text)
    assert (found.date, found.earliest, found.latest) == (None, earliest, latest)
    assert bool(found.reasons) == (found.basis == "inferred") == bool(earliest or latest)


def test_an_office_in_the_past_of_the_story_is_no_clue() -> None:
    text = "Last year Chinese Foreign Minister Qin Gang toured five African states."
    assert published(text) == Published()


def test_a_weekday_with_its_day_fits_few_years() -> None:
    text = "Chinese Foreign Minister Wang Yi met the envoys in Beijing on Sunday, June 18."
    found = published(text)
    assert found.date is None
    assert found.earliest is not None
    assert found.earliest[:4] == "2017"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Today, June 19, 2023, the two ministers met in Beijing.", "2023-06-19"),
        ("BEIJING, June 19 (AP) — Chinese Foreign Minister Qin Gang received an envoy.", "2023-06-19"),
    ],
)
def test_a_day_is_named_only_where_the_text_gives_it(text: str, date: str) -> None:
    found = published(text)
    assert (found.date, found.basis) == (date, "inferred")
    assert found.earliest == found.latest == date


def test_a_dateline_in_any_year_names_no_day() -> None:
    found = published("ANKARA, March 9 (AP) — The two ministers met.")
    assert found.date is None


def test_what_contradicts_is_left_out() -> None:
    text = "The envoys met on 5 March 2019. Chinese Foreign Minister Qin Gang hailed 5 March 2019."
    found = published(text)
    assert found.earliest == "2022-11-29"
    later = published("The envoys met on 5 March 2024. Chinese Foreign Minister Qin Gang was glad.")
    assert (later.earliest, later.latest) == ("2024-03-05", None)


def test_summits_are_days_in_order() -> None:
    summits = known_summits()
    assert len(summits) > 100
    assert all(summit.start <= summit.end and len(summit.start) == 10 and summit.places for summit in summits)
    assert next(summit.name for summit in summits if summit.start == "2022-11-15") == "G20 in Bali"
