"""What times are found in sentences, and what the record makes of them."""

from __future__ import annotations

import pytest

from memcon.document import Block, Document
from memcon.lexicon import Lexicon
from memcon.reading.times import FUTURE, PAST, duration_of, find_times, grammar_of, minutes, when_of
from memcon.record import Published, Time
from time_markup import document, read_marked, sentences

WEDNESDAY = "2024-05-15"


def found(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(time.exact, time.value) for time in find_times(document(text, published))]


def only(text: str, published: str | None = WEDNESDAY) -> Time:
    times = find_times(document(text, published))
    assert len(times) == 1, times
    return times[0]


@pytest.mark.parametrize(("published", "marked"), list(sentences()))
def test_marked_sentences_are_read(published: str, marked: str) -> None:
    text, spans = read_marked(marked)
    times = find_times(document(text, published))
    assert [(time.start, time.end, time.value) for time in times] == spans


def test_the_file_has_sentences_at_many_dates() -> None:
    dates = [published for published, _ in sentences()]
    assert len(dates) >= 120
    assert len(set(dates)) >= 12


@pytest.mark.parametrize(
    "text",
    [
        "She may march on the embassy.",
        "Theresa May met the king.",
        "They dined in Mar-a-Lago.",
        "Ambassador April Glaspie met the minister.",
        "Mr. August spoke.",
        "The second secretary was expelled.",
        "The Sunday Times asked him.",
        "Black Friday sales rose.",
        "Resolution 2231 (2015) is in force.",
        "Vision 2030 was on the agenda.",
        "Article 1997 applies.",
        "About 2000 troops and 1,990 police left.",
        "Some 2000 diplomats left for $2000 each.",
        "The crowd was 2000-strong.",
        "The G20, the P5+1 and the 2+2 met at COP28.",
        "Call 555-2020 for help.",
        "The 38-year-old envoy, aged 12 years, spoke.",
        "A quarter of them left.",
        "The Good Friday Agreement holds.",
        "They put up Christmas trees.",
        "USA Today and CBS This Morning reported it.",
        "The score was 10:30 in the end.",
        "He came as soon as he could.",
        "Late-night calls continued.",
        "In his 70s he still travelled.",
        "The first half of the delegation left.",
        "It was the spring of discontent.",
        "A day after the vote he left.",
        "Theresa May spoke and May's party lost; a letter to May followed.",
        "The March of the Living began.",
        "Mr. April said no.",
        "In the third half and the ninth quarter nothing happened.",
        "It rose in the 35th century and fell on the 45th.",
        "Sun and sat, mon ami.",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pact of 7.5.2011 holds.", "2011-05-07"),
        ("The pact of 5/17/2011 holds.", "2011-05-17"),
        ("The pact of 17/5/11 holds.", "2011-05-17"),
        ("The pact of 5/7/2011 holds.", "2011-05-07"),
        ("The pact of 2011/5/7 holds.", "2011-05-07"),
        ("On SAT 07 MAY 2011 they met.", "2011-05-07"),
        ("On Monday (May 13) they met.", "2024-05-13"),
        ("On the first of May they met.", "2024-05-01"),
        ("From November 29, 2023 to January 2, 2024 they met.", "2023-11-29/2024-01-02"),
        ("From November to February 2024 they met.", "2023-11/2024-02"),
        ("From May 2022 to March 2023 he was envoy.", "2022-05/2023-03"),
        ("In fiscal year 2024 it grew.", "2024"),
        ("The FY25 budget passed.", "2025"),
        ("In the 19th century it was a port.", "18"),
        ("In the last century it was a port.", "19"),
        ("Late last week they met.", "2024-W19"),
        ("Next summer they will meet.", "2024-SU"),
        ("This winter they met.", "2024-WI"),
        ("In the first quarter they met.", "2024-Q1"),
        ("On Thanksgiving they will meet.", "2024-11-28"),
        ("On Memorial Day 2023 they met.", "2023-05-29"),
        ("On Orthodox Easter they met.", "2024-05-05"),
        ("On Easter Monday they met.", "2024-04-01"),
        ("The day before yesterday they met.", "2024-05-13"),
        ("The year before last they met.", "2022"),
        ("On Monday of last week they met.", "2024-05-06"),
        ("They will meet this coming Friday.", "2024-05-17"),
        ("They met on the 3rd.", "2024-05-03"),
        ("They will meet on the 3rd.", "2024-06-03"),
        ("At 18:40 (GMT +8) it landed.", "2024-05-15T10:40Z"),
        ("At 0800 UTC it landed.", "2024-05-15T08:00Z"),
        ("At 5 o'clock it landed.", "2024-05-15T05:00"),
        ("At 2024-05-14T10:30 it landed.", "2024-05-14T10:30"),
        ("On the evening of May 2 it landed.", "2024-05-02TEV"),
        ("They met overnight.", "2024-05-15TNI"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("They meet every other year.", "P2Y"),
        ("They meet twice a year.", "P1Y"),
        ("They met for one and a half days.", "P1.5D"),
        ("They met for two or three days.", "P3D"),
        ("They met for half an hour.", "PT30M"),
        ("They met over the past fortnight.", "P2W"),
        ("They met for two hundred days.", "P200D"),
        ("It was in force for dozens of years.", "PXY"),
        ("It takes about a minute.", "PT1M"),
        ("An 18-month-long mission ended.", "P18M"),
        ("They met a year and a half ago.", "2022-11"),
        ("In the near term nothing changes.", "FUTURE_REF"),
        ("They met in the past.", "PAST_REF"),
        ("For the time being nothing changes.", "PRESENT_REF"),
        ("They met many years ago.", "PAST_REF"),
        ("The 1800 treaty lapsed.", "1800"),
        ("In the mid-1980s he was envoy.", "198"),
        ("In the '50s he was envoy.", "195"),
        ("Theresa May resigned in May.", "2024-05"),
        ("The April summit failed.", "2024-04"),
        ("The 2015 protests ended.", "2015"),
        ("Between 2014 and 2016 they met.", "2014/2016"),
        ("The 2024-25 session opened.", "2024/2025"),
        ("In the coming spring they will meet.", "2025-SP"),
        ("They met in early summer.", "2023-SU"),
        ("Moved from May 3 to May 5.", "2024-05-05"),
        ("In the 21st century it grew.", "20"),
        ("They will meet in the last week of June.", "2024-06"),
        ("They will meet in last week of the coming June.", "2024-06"),
        ("They will meet on June 5 of next year.", "2025-06-05"),
        ("They met from March to April.", "2024-03/2024-04"),
        ("They had met on the first Monday, May 6.", "2024-05-06"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert value in [found_value for _, found_value in found(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He met her on 12 April 2023. On April 14 he left.", "2023-04-14"),
        ("He met her on 12 April 2023. He left on the 20th.", "2023-04-20"),
        ("He met her on 12 April 2023. That year he retired.", "2023"),
        ("He met her on 12 April 2023, the same day.", "2023-04-12"),
        ("He met her on 12 April 2023. A week later he left.", "2023-04-19"),
        ("He met her on 12 April 2023. The day before, he had rested.", "2023-04-11"),
        ("He met her on 12 April 2023. The following Friday he left.", "2023-04-14"),
        ("In the 1960s and 70s he was envoy.", "197"),
        ("In March 2023 trade rose; in the same month last year it fell.", "2022-03"),
    ],
)
def test_dates_that_count_from_the_one_before(text: str, value: str) -> None:
    assert found(text, None)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met on Tuesday morning.", "XXXX-WXX-2TMO"),
        ("They met in June.", "XXXX-06"),
        ("They met last June.", "XXXX-06"),
        ("They met on June 5.", "XXXX-06-05"),
        ("They met on June 5 of last year.", "XXXX-06-05"),
        ("They met in June of last year.", "XXXX-06"),
        ("They met from June 5 to 7.", "XXXX-06-05/XXXX-06-07"),
        ("They met from Monday to Friday.", "XXXX-WXX-1/XXXX-WXX-5"),
        ("They met next Monday.", "XXXX-WXX-1"),
        ("They met on Monday of last week.", "XXXX-WXX-1"),
        ("They met last week.", "XXXX-WXX"),
        ("They met over the weekend.", "XXXX-WXX-WE"),
        ("They met last year.", "XXXX"),
        ("They met two months ago.", "XXXX-XX"),
        ("They met two hours ago.", "XXXX-XX-XX"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last night.", "XXXX-XX-XXTNI"),
        ("They met at 10 a.m.", "XXXX-XX-XXT10:00"),
        ("They met last spring.", "XXXX-SP"),
        ("They met on the 3rd.", "XXXX-XX-03"),
        ("They met this century.", "XX"),
        ("They met in the first half of this year.", "XXXX-H1"),
        ("They will meet in the coming months.", "PXM"),
        ("They met in the week of June 5.", "XXXX-WXX"),
        ("They met on Labor Day.", "XXXX-XX-XX"),
    ],
)
def test_undated_text_keeps_relative_times_relative(text: str, value: str) -> None:
    time = only(text, None)
    assert time.value == value
    assert time.earliest is None
    assert time.latest is None
    assert when_of(time).start is None
    assert when_of(time).text == time.exact


def test_dateline_anchors_where_no_date_is_given() -> None:
    text = "ANKARA, 9 March 2021 — They met on Monday."
    undated = Document(text, text, (Block(0, 24, "dateline"), Block(24, len(text), "paragraph")))
    time = find_times(undated)[-1]
    assert (time.value, time.anchor) == ("2021-03-08", "document")


def test_day_first_where_another_date_shows_it() -> None:
    assert found("Signed on 5/7/2011, in force since 17/7/2011.")[0][1] == "2011-07-05"


@pytest.mark.parametrize(("tense", "value"), [(PAST, "2024-05-14"), (FUTURE, "2024-05-21"), (None, "2024-05-14")])
def test_a_hint_decides_the_tense(tense: str | None, value: str) -> None:
    text = "Talks in Doha on Tuesday."
    times = find_times(document(text, WEDNESDAY), tense_hint=lambda start, end: tense)
    assert [time.value for time in times] == [value]


def test_words_of_a_user_are_read() -> None:
    words = Lexicon.load().table("times")
    words = {**words, "holidays": {**words["holidays"], "liberation day": "03-25"}}
    times = find_times(document("They met on Liberation Day.", WEDNESDAY), grammar=grammar_of(words))
    assert [time.value for time in times] == ["2024-03-25"]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "anchor"),
    [
        ("They met on Monday.", "2024-05-13", "2024-05-13", "day", "published"),
        ("They met last November.", "2023-11-01", "2023-11-30", "month", "published"),
        ("They met in 2019.", "2019-01-01", "2019-12-31", "year", None),
        ("They met last summer.", "2023-06-01", "2023-08-31", "season", "published"),
        ("They met last week.", "2024-05-06", "2024-05-12", "range", "published"),
        ("They met on May 2-3.", "2024-05-02", "2024-05-03", "range", "published"),
        ("They met in the 1990s.", "1990-01-01", "1999-12-31", "range", None),
        ("They will meet later this year.", "2024-05-15", "2024-12-31", "range", "published"),
        ("They met earlier this year.", "2024-01-01", "2024-05-15", "range", "published"),
        ("They will meet in the coming weeks.", "2024-05-15", "2024-06-26", "range", "published"),
        ("They met recently.", None, None, "unknown", None),
    ],
)
def test_when(text: str, start: str | None, end: str | None, precision: str, anchor: str | None) -> None:
    when = when_of(only(text))
    assert (when.start, when.end, when.precision, when.anchor) == (start, end, precision, anchor)


@pytest.mark.parametrize(
    ("text", "length", "approximate"),
    [
        ("They talked for nearly six hours.", 360, True),
        ("A two-hour dinner followed.", 120, False),
        ("It took an hour and a half.", 90, False),
        ("It took an hour and 45 minutes.", 105, False),
        ("It was a 90-minute call.", 90, False),
        ("They talked for more than three hours.", 180, True),
        ("Two days of talks ended.", 2880, False),
        ("They talked for half an hour.", 30, False),
        ("It took two years and three months.", 1180800, True),
    ],
)
def test_durations(text: str, length: int, approximate: bool) -> None:
    duration = duration_of(only(text))
    assert duration is not None
    assert (duration.minutes, duration.approximate) == (length, approximate)


@pytest.mark.parametrize("text", ["They talked for weeks.", "They met on Monday.", "They meet every two years."])
def test_vague_lengths_and_dates_are_no_durations(text: str) -> None:
    assert duration_of(only(text)) is None


@pytest.mark.parametrize(
    ("value", "length"), [("PT6H", 360), ("P1D", 1440), ("PT1H45M", 105), ("PXM", None), ("2024", None), ("P", None)]
)
def test_minutes(value: str, length: int | None) -> None:
    assert minutes(value) == length


def test_published_of_the_record_is_the_anchor() -> None:
    dated = Document("They met today.", "They met today.", published=Published(date=WEDNESDAY, basis="dateline"))
    assert find_times(dated)[0].anchor == "published"
