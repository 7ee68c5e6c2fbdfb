"""Two readouts of one meeting, side by side."""

from __future__ import annotations

from memcon.desk.readouts import Comparison, Readouts, compare, readouts_of
from memcon.desk.readouts.page import readouts_page
from memcon.document import Document
from memcon.examples import reports_path
from memcon.intake import document, read_paths
from memcon.ledger import Ledger
from memcon.reading.reader import Reader

READER = Reader()
TALLINN = document(
    "Prime Minister Kaja Kallas spoke today with President Volodymyr Zelenskyy of Ukraine. The Prime Minister reaffirmed "
    "Estonia's commitment to Ukraine's sovereignty and territorial integrity. She made clear that Estonia would send a field "
    "hospital in March. The two leaders had a frank and warm conversation.",
    published="2022-02-01",
    title="Call with President Zelenskyy",
)
KYIV = document(
    "At the request of the Ukrainian side, President Volodymyr Zelenskyy had a lengthy telephone conversation with Prime "
    "Minister of Estonia Kaja Kallas, which lasted 40 minutes. Zelenskyy thanked Estonia for its support for the sovereignty "
    "and territorial integrity of our state. Kallas said that Estonia would back new sanctions on banks. The two leaders also "
    "discussed energy security.",
    published="2022-02-01",
    title="Conversation with the Prime Minister of Estonia",
)


def compared(first: Document = TALLINN, second: Document = KYIV) -> Comparison:
    return compare((first, READER.read(first)), (second, READER.read(second)), READER.knowledge, READER.lexicon)


def test_each_side_is_described() -> None:
    answer = compared()
    assert (answer.a.party, answer.b.party) == ("EST", "UKR")
    assert answer.b.duration == "40 minutes"
    assert [point.exact for point in answer.a.tone] == ["frank", "warm"]
    assert [point.exact for point in answer.b.tone] == ["lengthy"]
    assert not answer.a.asked
    assert "At the request of the Ukrainian side" in answer.b.asked[0].exact


def test_the_same_point_is_paired_with_what_it_shares() -> None:
    answer = compared()
    pair = next(pair for pair in answer.both if "sovereignty" in pair.a.exact)
    assert "sovereignty" in pair.b.exact
    assert "issue sovereignty" in pair.shared
    assert "sovereignty" in [topic.issue for topic in answer.topics]


def test_what_one_side_alone_tells_stays_apart() -> None:
    answer = compared()
    assert any("field hospital" in point.exact for point in answer.only_a)
    assert any("energy security" in point.exact for point in answer.only_b)
    assert [point.exact for point in answer.unconfirmed_b] == ["that Estonia would back new sanctions on banks"]


def test_every_point_stands_where_it_says() -> None:
    answer = compared()
    for text, points in ((TALLINN, answer.only_a), (KYIV, answer.only_b)):
        for point in points:
            assert text.text[point.start : point.end] == point.exact


def test_the_same_text_twice_differs_in_nothing() -> None:
    answer = compared(TALLINN, TALLINN)
    assert not answer.only_a
    assert not answer.only_b
    assert not answer.wordings
    assert all(not pair.changes for pair in answer.both)


def test_the_bundled_pair_meets_on_taiwan() -> None:
    texts = {each.input_id: each for each in read_paths([reports_path()]) if isinstance(each, Document)}
    answer = compared(texts["beijing-2023-us-readout"], texts["beijing-2023-chinese-readout"])
    assert (answer.a.party, answer.b.party) == ("USA", "CHN")
    assert "taiwan" in [topic.issue for topic in answer.topics]
    assert any("Cold War" in point.exact for point in answer.unconfirmed_b)


def test_the_page_tells_both_sides() -> None:
    lines = [line for section in readouts_page(Readouts(comparisons=(compared(),))).sections for line in section.lines]
    told = "\n".join((line.mark + line.text + " ".join(line.notes)) for line in lines)
    assert "who asked for it: not said" in told
    assert "the talks: A: frank, warm; B: lengthy" in told


def test_an_engagement_of_the_ledger_with_a_text_changed_after_posting(ledger: Ledger) -> None:
    edited = document(
        TALLINN.text.replace("frank and warm ", ""), published="2022-02-01", url="https://example.org/call", title="Call"
    )
    posted = document(TALLINN.text, published="2022-02-01", url="https://example.org/call", title="Call")
    for text in (posted, edited, KYIV):
        ledger.add(text, READER.read(text))
    item = next(each for each in ledger.walk("engagements") if each.independent_sources > 1)
    answer = readouts_of(ledger, item.id, READER.knowledge, READER.lexicon)
    assert len(answer.comparisons) == 1
    edit = answer.edits[0]
    assert any("frank" in words for words in (*edit.cut, *edit.added))
    page = readouts_page(answer)
    assert page.sections[-1].title == "Changed after posting"
