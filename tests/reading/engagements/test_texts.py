"""Whole texts: one engagement for all that is said of it, what comes later, what is part of what."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markup import shared_reader
from memcon import intake
from memcon.reading.engagements import find_engagements
from memcon.record import Engagement, Record

READOUT = """Today, President Ruto spoke with President Museveni of Uganda. The two leaders discussed trade across the border.
During the call, President Ruto thanked President Museveni for his support. The conversation was warm and lasted an hour."""

VISIT = """Brazilian President Lula arrived in Beijing on Tuesday for a three-day visit to China.

On Wednesday he held talks with President Xi Jinping. Those talks lasted nearly two hours, followed by a working dinner, \
according to Brazilian officials.

Lula's meeting with Premier Li Qiang is planned for Friday. It is the first visit by a Brazilian president to China \
since 2019."""

CALLED_OFF = """Foreign Minister Wang Yi was to visit New Delhi next week.

His visit to New Delhi has been called off because of a border clash, officials said on Wednesday.

Modi and Xi last met in Johannesburg in August 2023."""


def read(text: str) -> Record:
    return shared_reader().read(text, published="2024-03-07")


def told(record: Record) -> list[str]:
    return [f"{e.kind} {e.status} {'/'.join(e.parties)}" for e in record.engagements]


def find(record: Record, kind: str, *names: str) -> Engagement:
    return next(e for e in record.engagements if e.kind == kind and {p.name for p in e.participants if p.name} >= set(names))


def test_a_readout_has_one_engagement() -> None:
    record = read(READOUT)
    assert told(record) == ["call held KEN/UGA"]
    call = record.engagements[0]
    assert call.duration is not None
    assert (call.duration.minutes, call.when and call.when.start) == (60, "2024-03-07")


def test_an_undated_report_of_the_day_takes_the_day_it_was_printed() -> None:
    record = read("President Ruto met President Museveni of Uganda in Nairobi.")
    when = record.engagements[0].when
    assert when is not None
    assert (when.start, when.precision, when.anchor) == ("2024-03-07", "unknown", "published")


def test_a_visit_and_what_happened_in_it() -> None:
    record = read(VISIT)
    visit = next(e for e in record.engagements if e.kind == "visit")
    talks = find(record, "talks", "Xi Jinping")
    assert (visit.status, talks.status) == ("held", "held")
    assert talks.duration is not None
    assert (talks.duration.minutes, talks.duration.approximate) == (120, True)
    assert talks.part_of == visit.id
    dinner = next(e for e in record.engagements if e.kind == "dinner")
    assert dinner.parties == talks.parties
    assert find(record, "meeting", "Li Qiang").status == "planned"
    assert sum(e.kind == "visit" for e in record.engagements) == 1


def test_a_plan_that_is_called_off_is_one_engagement_with_a_history() -> None:
    record = read(CALLED_OFF)
    visit = next(e for e in record.engagements if e.kind == "visit")
    assert (visit.status, visit.reason) == ("cancelled", "a border clash")
    assert [change.status for change in visit.history] == ["planned"]
    last = find(record, "meeting", "Xi Jinping")
    assert last.background
    assert last.when is not None
    assert last.when.start == "2023-08-01"


def test_every_engagement_is_proved_by_short_spans() -> None:
    for text in (READOUT, VISIT, CALLED_OFF):
        record = read(text)
        for engagement in record.engagements:
            assert all(text[e.start : e.end] == e.exact and e.end - e.start <= 400 for e in engagement.evidence)
            assert {"kind", "status", "participants"} <= {field for e in engagement.evidence for field in e.of}


def test_the_same_text_gives_the_same_engagements() -> None:
    assert read(VISIT).engagements == read(VISIT).engagements


WORDS = "Xi Lula Modi met with held talks in Beijing , and call on Monday will visit .".split()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=16))
def test_whatever_the_words_the_record_holds(words: list[str]) -> None:
    text = " ".join(words)
    document = intake.document(text, published="2024-03-07")
    found = find_engagements(shared_reader().analyse(document), ()).facts
    assert [engagement.id for engagement in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    for engagement in found:
        assert list(engagement.parties) == sorted(set(engagement.parties))
        assert all(text[span.start : span.end] == span.exact for span in engagement.evidence)
        assert engagement.part_of is None or engagement.part_of in {other.id for other in found}


def test_everybody_in_a_dated_list_has_his_own_day() -> None:
    record = read("Kishida will meet Biden in Washington on March 11, and Trudeau in Ottawa on March 13.")
    days = {e.parties: (e.when and e.when.start, e.place.name) for e in record.engagements}
    assert days == {("JPN", "USA"): ("2024-03-11", "Washington"), ("CAN", "JPN"): ("2024-03-13", "Ottawa")}
