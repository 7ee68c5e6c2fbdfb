"""The calendar, read back with icalendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from memcon.desk.contents import Contents, contents_of
from memcon.export import icalendar_file
from memcon.export.icalendar_file import STATUSES, entry
from memcon.export.parties import Parties
from memcon.ledger import Ledger, MergedEngagement
from memcon.record import When


def events(contents: Contents, out: Path) -> list[Any]:
    icalendar_file.write(contents, out)
    return list(icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT"))


def test_dated_engagements_are_entries(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    found = events(contents, tmp_path / "all.ics")
    dated = [each for each in ledger.walk("engagements") if each.when and each.when.start]
    assert [str(each["UID"]) for each in found] == [f"{each.id}@memcon" for each in dated]
    visit = found[0]
    assert (visit["DTSTART"].dt, visit["DTEND"].dt) == (date(2024, 3, 5), date(2024, 3, 6))
    assert (visit["STATUS"], visit["SEQUENCE"], visit["TRANSP"]) == ("CONFIRMED", 2, "OPAQUE")
    assert str(visit["SUMMARY"]) == "Visit: Tomas Ilves – Vesna Korda"
    assert str(visit["LOCATION"]) == "Zagreb"
    assert "History: planned, told 2024-03-01" in str(visit["DESCRIPTION"])
    assert all(len(line) <= 75 for line in (tmp_path / "all.ics").read_bytes().split(b"\r\n"))
    assert icalendar_file.write(contents, tmp_path / "all.ics")[0].left_out == 1


def test_a_later_report_updates_the_same_entry(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    first = events(contents, tmp_path / "one.ics")[0]
    ledger.correct(str(first["UID"]).removesuffix("@memcon"), "when.start", "2024-03-04", by="a reader")
    later = events(contents_of(ledger), tmp_path / "two.ics")[0]
    assert later["UID"] == first["UID"]
    assert later["SEQUENCE"] == first["SEQUENCE"] + 1
    assert later["DTSTART"].dt == date(2024, 3, 4)


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_every_status_has_its_word(ledger: Ledger, status: str) -> None:
    engagement = next(iter(ledger.walk("engagements"))).model_copy(
        update={"status": status, "when": When(start="2024-05-01", end="2024-05-31", precision="month"), "part_of": "e-whole",
                "reason": "a storm"}
    )  # fmt: skip
    made = entry(engagement, Parties())
    expected = {"held": "CONFIRMED", "ongoing": "CONFIRMED"}.get(status)
    ahead = status in ("planned", "expected", "proposed", "invited")
    assert made["STATUS"] == (expected or ("TENTATIVE" if ahead else "CANCELLED"))
    assert made["TRANSP"] == "TRANSPARENT"
    assert made["DTEND"].dt == date(2024, 6, 1)
    assert str(made["RELATED-TO"]) == "e-whole@memcon"


def test_nobody_named_and_no_day_of_publication(ledger: Ledger) -> None:
    found = next(iter(ledger.walk("engagements")))
    bare: MergedEngagement = found.model_copy(
        update={"participants": (), "sources": tuple(s.model_copy(update={"published": None}) for s in found.sources)}
    )
    made = entry(bare, Parties())
    assert str(made["SUMMARY"]) == "Visit: Estonia – Croatia"
    assert made["DTSTAMP"].dt.year == 1970
