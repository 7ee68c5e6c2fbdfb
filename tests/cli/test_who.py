"""`memcon who` answers a person, an office and a source, or says who it may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.who import command


@pytest.fixture(autouse=True)
def no_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_KNOWLEDGE", str(tmp_path / "none"))


def answer(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_who_holds_an_office_on_a_day() -> None:
    text = answer("the Chinese foreign minister", "--on", "2023-06-19")
    assert text.startswith("Qin Gang (Q7216297)\n")
    assert "in office on 2023-06-19: Minister of Foreign Affairs, China" in text
    assert "from 2022-12-30 to 2023-07-25" in text
    assert "CC0" in text


@pytest.mark.parametrize(
    ("phrase", "day", "part"),
    [
        ("US Secretary of State", "2026-10-01", "last known as of"),
        ("Wang", "2023-06-19", "Undecided on 2023-06-19: it may be Wang Yi"),
        ("Nobody Known", "2023-06-19", "Nobody known on 2023-06-19"),
        ("Angela Merkel", "2023-06-19", "former: "),
        ("Kurt Volker", "2023-06-19", "found by: full name"),
    ],
)
def test_answers(phrase: str, day: str, part: str) -> None:
    assert part in answer(phrase, "--on", day)


def test_json_is_one_object() -> None:
    data = json.loads(answer("Secretary Blinken", "--on", "2023-06-19", "--json"))
    assert data["person"]["name"] == "Antony Blinken"
    assert data["holding"]["type"] == "foreign_minister"
    assert (data["status"], data["rule"], data["candidates"]) == ("is", "unique surname", [])


def test_today_is_asked_about_where_no_day_is_given() -> None:
    assert "it may be" in answer("Kim")


def test_a_day_must_be_a_day() -> None:
    assert CliRunner().invoke(command, ["Kim", "--on", "May"]).exit_code == 2


def test_bounded_ends_are_said_so(tmp_path: Path) -> None:
    header = "person,country,type,office,target,start,end,end_after,end_before,as_of,status,source,confidence\n"
    row = "Q7216297,CHN,governor_general,Governor,,2001-01-01,,2002-01-01,2003-01-01,,,user,\n"
    (tmp_path / "holders.csv").write_text(header + row, encoding="utf-8")
    text = answer("governor general of China", "--on", "2002-06-01", "--knowledge", str(tmp_path))
    assert "may be in office on 2002-06-01" in text
    assert "to some day until 2003-01-01" in text
