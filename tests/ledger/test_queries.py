"""Lists, pages, filters, single items, documents, people and search: what a user asks for is what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.builders import commitment, document, engagement, event, statement, when
from memcon.errors import LedgerError
from memcon.ledger import Filters, Ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Ten calls on ten days, and one document with everything."""
    for day in range(1, 11):
        text = f"On day {day} they called."
        call = engagement(text, "called", ["Kenji", "Rosa"], kind="call", day=f"2024-02-{day:02d}", issues=("trade",))
        ledger.add(*document(text, f"2024-02-{day:02d}", call, outlet="Northern Wire"))
    text = "Korda met Ilves. She said that grain must move. She promised to move grain. The harbours are crowded again."
    ledger.add(
        *document(
            text,
            "2024-03-05",
            engagement(text, "met", ["Vesna", "Tomas"], day="2024-03-05"),
            engagement(text, "harbours", ["Vesna", "Amara"], number=2, status="planned", day=when("2024-03-10", "2024-03-12")),
            statement(text, "grain must move", "Vesna", about=("EST",), issues=("grain",), stance="demanding"),
            commitment(text, "move grain", "pledge", "HRV", "EST"),
            event(text, "met", ("EST", "HRV"), date="2024-03-05", derived_from="e1"),
            url="https://example.org/grain",
            outlet="Harbour Post",
            title="Grain must move",
            input_id="grain-1",
        )
    )
    return ledger


def days(items: Any) -> list[str]:
    return [item.when.start for item in items]


def test_a_pair_is_listed_by_day_and_in_pages_without_gap_or_overlap(filled: Ledger) -> None:
    pages = [filled.engagements(between=("BRA", "JPN"), limit=3)]
    while pages[-1].next and len(pages) < 5:
        pages.append(filled.engagements(between=("BRA", "JPN"), limit=3, after=pages[-1].next))
    assert [len(page) for page in pages] == [3, 3, 3, 1]
    assert [day for page in pages for day in days(page)] == [f"2024-02-{day:02d}" for day in range(1, 11)]
    assert [item.id for item in filled.walk("engagements", between=("JPN", "BRA"))] == [
        item.id for item in filled.engagements(between=("BRA", "JPN"))
    ]


@pytest.mark.parametrize(
    ("narrow", "count"),
    [
        ({"person": "Korda"}, 2),
        ({"person": "Vesna Korda", "status": "planned"}, 1),
        ({"person": "President Amara Diallo"}, 1),
        ({"person": "Nobody Known"}, 0),
        ({"since": "2024-02-09"}, 4),
        ({"since": "2024-02-03", "until": "2024-02-05"}, 3),
        ({"kind": "call"}, 10),
        ({"kind": ["call", "meeting"]}, 12),
        ({"issue": "trade"}, 10),
        ({"source": "Harbour Post"}, 2),
        ({"source": "https://example.org/grain"}, 2),
        ({"source": "grain-1", "status": "held"}, 1),
        ({"between": "hrv"}, 2),
        ({"between": ("USA", "CHN")}, 0),
    ],
)
def test_filters_narrow(filled: Ledger, narrow: dict[str, Any], count: int) -> None:
    assert len(filled.engagements(**narrow)) == count


def test_all_families_are_listed(filled: Ledger) -> None:
    (said,) = filled.statements(person="Korda", between=("EST", "HRV"), issue="grain")
    assert (said.words, said.stance, said.day) == ("grain must move", "demanding", "2024-03-05")
    assert filled.commitments(between=("HRV", "EST"), kind="pledge", status="open")[0].what == "move grain"
    assert filled.events(kind="CONSULT", since="2024-03-01")[0].engagement == filled.engagements(person="Ilves")[0].id


def test_sources_carry_document_address_outlet_and_day(filled: Ledger) -> None:
    (source,) = filled.engagements(person="Ilves")[0].sources
    assert (source.input_id, source.url, source.outlet) == ("grain-1", "https://example.org/grain", "Harbour Post")
    assert (source.published, source.title, source.fact) == ("2024-03-05", "Grain must move", "e1")
    assert filled.text(source.document).text.startswith("Korda met Ilves")


def test_items_are_found_by_any_report_and_by_the_beginning_of_an_id(filled: Ledger) -> None:
    item = filled.engagements(person="Ilves")[0]
    assert filled.get(item.reports[0]) == item
    assert filled.get(item.id[:12]) == item


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (lambda ledger: ledger.get("e-ffffffffffffffff"), "nothing in this ledger"),
        (lambda ledger: ledger.get("e-"), "give more of it"),
        (lambda ledger: ledger.get("grain"), "is no id of this ledger"),
        (lambda ledger: ledger.document("sha256:ffffffff"), "no document"),
        (lambda ledger: ledger.document("Northern Wire"), "give more of it"),
        (lambda ledger: ledger.engagements(after="?!"), "is no page"),
        (lambda ledger: ledger.engagements(colour="red"), "no such filter"),
        (lambda ledger: ledger.engagements(between=("A", "B", "C")), "one party or two"),
        (lambda ledger: ledger.statements(status="held"), "have no status"),
        (lambda ledger: ledger.search("  "), "at least one word"),
        (lambda ledger: ledger.why(ledger.events()[0].id), "no score to explain"),
    ],
)
def test_questions_without_an_answer_say_so(filled: Ledger, question: Any, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        question(filled)


def test_documents_are_listed_and_come_back_whole(filled: Ledger) -> None:
    assert len(filled.documents()) == 11
    assert len(filled.documents(since="2024-03-01", until="2024-03-31", source="Harbour Post")) == 1
    first = filled.documents(limit=4)
    second = filled.documents(limit=4, after=first.next)
    assert first[-1].published < second[0].published
    row = filled.document("grain-1")
    assert (row.title, row.characters, row.addresses) == ("Grain must move", 107, 1)
    assert filled.record("grain-1").document.url == "https://example.org/grain"
    assert filled.record(row.id[:20]).engagements[0].kind == "meeting"


def test_people_are_listed_with_names_offices_and_days(filled: Ledger) -> None:
    people = {person.name: person for person in filled.people()}
    assert sorted(people) == ["Amara Diallo", "Kenji Morita", "Rosa Almeida", "Tomas Ilves", "Vesna Korda"]
    assert (people["Rosa Almeida"].reports, people["Rosa Almeida"].first) == (10, "2024-02-01")
    assert people["Vesna Korda"].offices == ("Foreign Minister",)
    assert [person.name for person in filled.people(between="JPN")] == ["Kenji Morita"]
    assert [person.name for person in filled.people(person="Korda", since="2024-03-01", until="2024-04-01")] == ["Vesna Korda"]
    first = filled.people(limit=2)
    assert [person.name for person in filled.people(limit=2, after=first.next)] == ["Rosa Almeida", "Tomas Ilves"]


def test_search_stems_and_marks(filled: Ledger) -> None:
    (hit,) = filled.search("harbour")
    assert (hit.title, "[harbours]" in hit.text) == ("Grain must move", True)
    assert len(filled.search('"grain must move"')) == 1
    assert len(filled.search('"must grain"')) == 0
    assert len(filled.search("grain AND NOT * ( zebra")) == 0
    assert len(filled.search("crowding; grain!", marks=("<b>", "</b>"))) == 1


def test_search_is_paged_best_first(filled: Ledger) -> None:
    pages = [filled.search("called", limit=4)]
    while pages[-1].next and len(pages) < 5:
        pages.append(filled.search("called", limit=4, after=pages[-1].next))
    seen = [hit.document for page in pages for hit in page]
    assert [len(page) for page in pages] == [4, 4, 2]
    assert len(set(seen)) == 10


def test_long_texts_are_searched_by_passage(ledger: Ledger) -> None:
    text = "\n".join(["The ferry crossed the strait in fog."] * 200 + ["Then a walrus appeared."] + ["x" * 7000])
    ledger.add(*document(text, "2024-03-05"))
    (hit,) = ledger.search("walrus")
    assert "[walrus]" in hit.text
    assert text[hit.start :].index("walrus") < 3000


def test_answers_are_frames_too(filled: Ledger) -> None:
    frame = filled.engagements(kind="call").to_frame()
    assert list(frame["kind"].unique()) == ["call"]
    assert len(frame) == 10


def test_filters_can_be_kept_and_reused(filled: Ledger) -> None:
    calls = Filters(kind=("call",))
    assert len(filled.engagements(calls, until="2024-02-02")) == 2
