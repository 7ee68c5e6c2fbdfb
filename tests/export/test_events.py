"""Coded events: PLOVER's JSON, POLECAT's columns, GDELT's columns, each as its readers take it."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas
import pytest

from memcon.desk.contents import Contents
from memcon.export import gdelt, plover, polecat
from memcon.export.parties import Parties
from memcon.ledger import Ledger

REQUIRED = {"id", "date", "actor", "event"}
OPTIONAL = {
    "recipient", "mode", "context", "event_text", "event_loc", "quad_code", "event_scale", "link", "text_info", "cite_info",
    "coder", "comment",
}  # fmt: skip


def plover_events(contents: Contents, out: Path) -> dict[str, dict[str, Any]]:
    plover.write(contents, out)
    return {entry["event"][0]: entry for entry in map(json.loads, out.read_text(encoding="utf-8").splitlines())}


def test_plover_has_the_manuals_fields_for_every_dated_event(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    files = plover.write(contents, tmp_path / "events.jsonl")
    entries = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    events = list(ledger.walk("events"))
    assert len(entries) == len(events) - 1 == files[0].entries
    assert files[0].left_out == 1  # the one of the text that nothing dates
    assert files[0].why is not None
    for entry in entries:
        assert set(entry) >= REQUIRED
        assert set(entry) - REQUIRED - OPTIONAL == {"memcon"}
        datetime.strptime(entry["date"], "%Y-%m-%d")
        assert entry["quad_code"] in (1, 2, 3, 4)
        assert all(entity["code"].isupper() for entity in [*entry["actor"], *entry["recipient"]])


def test_plover_keeps_words_people_status_and_says_which_day(contents: Contents, tmp_path: Path) -> None:
    entries = plover_events(contents, tmp_path / "events.jsonl")
    visit, planned = entries["CONSULT"], entries["AGREE"]
    assert [actor["entity_text"] for actor in visit["actor"]] == ["Tomas Ilves"]
    assert visit["actor"][0]["office"] == "Foreign Minister"
    assert visit["recipient"][0]["code"] == "HRV"
    assert visit["event_text"] == "met"
    assert visit["event_loc"] == {"extracted_place": "Zagreb", "resolved_place": "Zagreb", "country": "HRV"}
    assert visit["cite_info"]["publication"] == "Example Wire"
    assert planned["memcon"]["status"] == "planned"
    assert planned["comment"] == "date of publication"
    assert "comment" not in visit


@pytest.mark.parametrize(
    ("code", "plover_code", "sector"),
    [
        ("XKX", "KOS", "GOV"), ("EU", "EUR", None), ("UNSC", "UNO", None), ("WHO", "UNO", None), ("NATO", "IGO", None),
        ("PRI", "USA", "GOV"), ("PSE", "PSE", "GOV"), ("HAMAS", "PSE", None), ("AL_QAEDA", "IMG", None), ("CHN", "CHN", "GOV"),
        ("UNHEARD_OF", "UNHEARD_OF", None),
    ],
)  # fmt: skip
def test_parties_fold_to_plovers_countries(code: str, plover_code: str, sector: str | None) -> None:
    assert Parties().plover(code) == plover_code
    assert Parties().sector(code) == sector


def test_parties_have_names_and_numbers_where_they_exist() -> None:
    parties = Parties()
    assert [parties.name(code) for code in ("CHN", "OECS", "HAMAS")] == [
        "China", "Organisation of Eastern Caribbean States", "Hamas",
    ]  # fmt: skip
    assert (parties.cow("DEU"), parties.gw("DEU"), parties.cow("NATO"), parties.gw("PRI")) == (255, 260, None, None)
    assert (parties.iso("XKX"), parties.iso("EU"), parties.iso2("XKX")) == ("XKX", None, "XK")
    assert parties.wikidata("HAMAS") is None


def test_polecat_reads_as_its_readers_read_it(contents: Contents, tmp_path: Path) -> None:
    polecat.write(contents, tmp_path / "events.txt")
    frame = pandas.read_csv(tmp_path / "events.txt", sep="\t", keep_default_na=False)
    assert tuple(frame.columns) == polecat.COLUMNS
    assert len(frame.columns) == 40
    with (tmp_path / "events.txt").open(encoding="ISO-8859-1", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    assert len(rows) == len(frame) == 3
    edges = {(row[1], row[2], row[7], row[15]) for row in rows if "None" not in (row[7], row[15])}
    assert ("2024-03-05", "CONSULT", "Estonia", "Croatia") in edges
    visit = frame[frame["Event Type"] == "CONSULT"].iloc[0]
    assert visit["Quad Code"] == "VERBAL COOPERATION"
    assert (visit["Actor COW"], visit["Recipient COW"], visit["Event Mode"]) == ("366", "344", "visit")
    assert visit["Event ID"].split("_")[0].startswith("v-")
    assert frame[frame["Event Type"] == "AGREE"].iloc[0]["Actor Country"] == "EST; HRV"
    assert float(visit["Event Intensity"]) == 2.5


def test_gdelt_has_61_columns_and_a_row_for_each_pair(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    files = gdelt.write(contents, tmp_path / "export.csv")
    as_text = {"EventCode": str, "EventRootCode": str}
    frame = pandas.read_csv(tmp_path / "export.csv", sep="\t", header=None, names=gdelt.COLUMNS, dtype=as_text)
    assert len(gdelt.COLUMNS) == 61
    events = list(ledger.walk("events"))
    pairs = sum(len(e.actor) * len(e.recipient) or len(e.actor) * (len(e.actor) - 1) for e in events if e.sources[0].published)
    assert len(frame) == pairs == files[0].entries
    assert frame["GLOBALEVENTID"].is_unique
    visit = frame[frame["EventCode"] == "042"].iloc[0]
    assert (visit["SQLDATE"], visit["Actor1Code"], visit["Actor2CountryCode"]) == (20240305, "ESTGOV", "HRV")
    assert (visit["EventRootCode"], visit["QuadClass"], visit["NumMentions"]) == ("04", 1, 1)
    assert visit["SOURCEURL"] == "https://example.org/news?a=1&b=2"


def test_gdelt_codes_groups_and_cameos_own_countries() -> None:
    parties = Parties()
    assert parties.cameo_country("ROU") == "ROM"
    assert parties.cameo_country("NATO") is None
    assert parties.cameo_group("NATO") == "NAT"
    assert parties.cameo_country("HEZBOLLAH") == "LBN"
