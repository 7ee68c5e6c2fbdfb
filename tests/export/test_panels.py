"""Dyad panels, read back with pandas."""

from __future__ import annotations

from pathlib import Path

import pandas

from ledger.builders import document, engagement, event
from memcon.desk.contents import Contents, contents_of
from memcon.export import dyad_month, dyad_year
from memcon.ledger import Ledger
from memcon.record import Place, When


def test_a_row_for_every_pair_and_month(contents: Contents, tmp_path: Path) -> None:
    files = dyad_month.write(contents, tmp_path)
    frame = pandas.read_csv(tmp_path / "dyad-month.csv")
    assert files[0].entries == len(frame)
    pairs, months = set(frame["dyad"]), set(zip(frame["year"], frame["month"], strict=True))
    assert len(frame) == len(pairs) * len(months)
    assert not frame.duplicated(["dyad", "year", "month"]).any()
    march = frame[(frame["dyad"] == "EST-HRV") & (frame["month"] == 3)].iloc[0]
    assert (march["engagements"], march["engagements_minister"], march["visits_ab"], march["visits_ba"]) == (1, 1, 1, 0)
    assert (march["a_cow"], march["a_gw"], march["b_iso3"], march["a_name"]) == (366, 366, "HRV", "Estonia")
    assert (march["verbal_cooperation_ab"], march["verbal_cooperation_ba"], march["score_ab"]) == (1, 0, 2.5)
    accused = frame[frame["dyad"] == "HRV-SEN"].iloc[0]
    assert (accused["verbal_cooperation_ab"], accused["engagements"]) == (1, 0)


def test_counts_add_up_to_the_ledger(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    files = dyad_year.write(contents, tmp_path)
    frame = pandas.read_csv(tmp_path / "dyad-year.csv")
    assert "month" not in frame
    held = [each for each in ledger.walk("engagements", status="held") if each.when]
    assert frame["engagements"].sum() == len(held)  # each is between two parties
    undated = [each for each in ledger.walk("engagements") if not each.when]
    assert files[0].left_out == len(undated) + 1  # and the event of the undated text


def test_the_codebook_names_every_column(contents: Contents, tmp_path: Path) -> None:
    dyad_month.write(contents, tmp_path)
    frame = pandas.read_csv(tmp_path / "dyad-month.csv")
    book = pandas.read_csv(tmp_path / "codebook.csv")
    assert list(book["column"].dropna()) == list(frame.columns)
    assert book["meaning"].str.endswith(".").all()


def test_parts_vague_dates_plans_and_calls(tmp_path: Path) -> None:
    text = (
        "Korda visited Tallinn. She met Ilves there. They spoke by phone in June. A summit is planned. A trip was put off. "
        "They met some time in spring. They met over the new year."
    )
    facts = [
        engagement(text, "visited Tallinn", ["Vesna", "Tomas"], kind="visit", day="2023-12-05", visitors=("Vesna",),
                   place=Place(name="Tallinn", country="EST")),
        engagement(text, "met Ilves there", ["Vesna", "Tomas"], day="2023-12-05", number=2, part_of="e1"),
        engagement(text, "spoke by phone", ["Vesna", "Tomas"], kind="call", day="2024-01-05", number=3, format="phone"),
        engagement(text, "summit is planned", ["Vesna", "Tomas"], kind="summit", status="planned", number=4,
                   day=When(start="2024-02-01", end="2024-02-29", precision="month")),
        engagement(text, "trip was put off", ["Vesna", "Tomas"], kind="visit", status="postponed", day="2024-02-10", number=5),
        engagement(text, "met some time in spring", ["Vesna", "Tomas"], number=6, kind="dinner",
                   day=When(start="2023-03-01", end="2023-05-31", precision="season")),
        engagement(text, "met over the new year", ["Vesna", "Tomas"], kind="conference", number=7,
                   day=When(start="2023-12-30", end="2024-01-02", precision="range")),
        event(text, "summit is planned", ("EST", "HRV"), type="AGREE", status="planned", date="2024-01-05"),
        event(text, "trip was put off", ("HRV",), recipient=("EST",), number=2, type="REJECT", background=True),
    ]  # fmt: skip
    with Ledger.open(":memory:") as ledger:
        ledger.add(*document(text, "2024-01-06", *facts))
        month = dyad_month.write(contents_of(ledger), tmp_path)
        dyad_year.write(contents_of(ledger), tmp_path)
    frame = pandas.read_csv(tmp_path / "dyad-month.csv").set_index(["year", "month"])
    assert list(frame["engagements"]) == [2, 1, 0]  # the visit with its part, and the conference that began in December
    assert list(frame["calls"]) == [0, 1, 0]
    assert list(frame["engagements_ahead"]) == [0, 0, 1]
    assert list(frame["engagements_called_off"]) == [0, 0, 1]
    assert list(frame["visits_ba"]) == [1, 0, 0]
    assert frame["verbal_cooperation_ab"].sum() == 0
    assert month[0].left_out == 2  # spring, and the background without a day
    year = pandas.read_csv(tmp_path / "dyad-year.csv")
    assert list(year["engagements"]) == [3, 1]


def test_an_empty_ledger_gives_an_empty_panel(tmp_path: Path) -> None:
    with Ledger.open(":memory:") as ledger:
        assert dyad_year.write(contents_of(ledger), tmp_path)[0].entries == 0
    assert len(pandas.read_csv(tmp_path / "dyad-year.csv")) == 0
