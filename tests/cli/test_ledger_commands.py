"""The ledger's commands as a person types them, one after another on one ledger."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from ledger.builders import commitment, document, engagement, statement
from memcon.cli import command
from memcon.cli.ledger_options import day_from
from memcon.ledger import Ledger

TEXT = "Korda met Ilves in Tallinn. Korda said that grain must move before the winter storms. She promised to move grain."
AGAIN = "Ilves and Korda held talks in Tallinn. Korda said that grain must move before winter storms come."


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A ledger of two documents that tell of one meeting."""
    path = tmp_path / "memcon.db"
    with Ledger.open(path) as ledger:
        ledger.add(
            *document(
                TEXT,
                "2024-03-05",
                engagement(TEXT, "met", ["Vesna", "Tomas"], day="2024-03-05", minutes=60, place="Tallinn"),
                statement(TEXT, "grain must move before the winter storms", "Vesna"),
                commitment(TEXT, "move grain", "pledge", "HRV", "EST"),
                outlet="Harbour Post",
                url="https://example.org/grain",
            )
        )
        ledger.add(
            *document(
                AGAIN,
                "2024-03-06",
                engagement(AGAIN, "held talks", ["Tomas", "Vesna"], kind="talks", day="2024-03-05", minutes=90),
                statement(AGAIN, "grain must move before winter storms come", "Vesna"),
                outlet="Northern Wire",
            )
        )
    return path


def run(database: Path, *args: str) -> Result:
    return CliRunner().invoke(command, list(args), env={"MEMCON_DB": str(database)})


def done(database: Path, *args: str) -> str:
    result = run(database, *args)
    assert result.exit_code == 0, result.output
    return result.stdout


def meeting(database: Path) -> Any:
    with Ledger.open(database) as ledger:
        return ledger.engagements(rejected=True)[0]


def test_lists_come_as_table_csv_and_json(database: Path) -> None:
    assert "Tomas Ilves" in done(database, "list", "engagements", "--between", "EST", "HRV")
    (row,) = csv.DictReader(io.StringIO(done(database, "list", "engagements", "--csv")))
    assert (row["day"], row["kind"], row["parties"], row["reports"]) == ("2024-03-05", "talks", "EST+HRV", "2")
    (item,) = json.loads(done(database, "list", "engagements", "--person", "Korda", "--json"))
    assert [source["outlet"] for source in item["sources"]] == ["Harbour Post", "Northern Wire"]
    lines = done(database, "list", "documents", "--all", "--jsonl").splitlines()
    assert [json.loads(line)["published"] for line in lines] == ["2024-03-05", "2024-03-06"]
    assert "Vesna Korda" in done(database, "list", "people", "--table")
    assert "move grain" in done(database, "list", "commitments", "--party", "HRV")
    assert done(database, "list", "events", "--json").strip() == "[]"


def test_a_list_tells_of_its_next_page(database: Path) -> None:
    first = run(database, "list", "documents", "--limit", "1", "--jsonl")
    after = first.stderr.split("--after ")[1].strip()
    assert "2024-03-06" in done(database, "list", "documents", "--limit", "1", "--jsonl", "--after", after)


def test_nothing_found_is_said_on_standard_error(database: Path) -> None:
    result = run(database, "list", "engagements", "--since", "2030-01-01")
    assert (result.exit_code, result.stdout, "nothing found" in result.stderr) == (0, "", True)
    assert "nothing found" in run(database, "search", "zebra").stderr


@pytest.mark.parametrize(
    "args",
    [
        ("list", "engagements", "--since", "soon"),
        ("list", "engagements", "--between", "USA", "CHN", "--party", "USA"),
        ("list", "pictures"),
        ("decide", "correct", "e-1", "nonsense"),
        ("combine", "nowhere.db"),
        ("watch", "add", "colour", "red"),
    ],
)
def test_wrong_usage_exits_with_2(database: Path, args: tuple[str, ...]) -> None:
    assert run(database, *args).exit_code == 2


def test_show_gives_history_disagreements_wordings_and_versions(database: Path) -> None:
    shown = done(database, "show", meeting(database).id)
    assert "disagree on duration" in shown
    assert "Northern Wire" in shown
    with Ledger.open(database) as ledger:
        (said,), (pledged,) = ledger.statements(), ledger.commitments()
        ledger.note(said.id, "ask Riga", by="ana")
        changed = TEXT.replace("Tallinn", "Tartu")
        ledger.add(*document(changed, "2024-03-07", url="https://example.org/grain"))
    assert "also worded" in done(database, "show", said.id)
    assert "note: ask Riga" in done(database, "show", said.id)
    assert "open" in done(database, "show", pledged.id)
    assert json.loads(done(database, "show", pledged.id, "--json"))["kind"] == "pledge"
    newest = done(database, "list", "documents", "--since", "2024-03-07", "--csv").splitlines()[1].split(",")[0]
    assert "+ Tartu." in done(database, "show", newest)
    assert done(database, "show", newest, "--text").strip() == changed
    assert json.loads(done(database, "show", newest, "--json"))["published"] == "2024-03-07"


def test_search_marks_the_words(database: Path) -> None:
    assert "[storms]" in done(database, "search", "storm")
    assert len(json.loads(done(database, "search", "grain", "--json"))) == 2


def test_why_explains_split_and_join_hold_and_undo_takes_back(database: Path) -> None:
    item = meeting(database)
    assert "0.95 with" in done(database, "why", item.id)
    assert json.loads(done(database, "why", item.id, "--json"))["family"] == "engagements"
    decided = done(database, "split", item.reports[0], "--by", "ana").strip()
    assert len(done(database, "list", "engagements", "--jsonl").splitlines()) == 2
    assert "kept apart" in done(database, "why", item.id)
    done(database, "undo", decided)
    assert len(done(database, "list", "engagements", "--jsonl").splitlines()) == 1
    done(database, "split", item.reports[0])
    done(database, "join", *item.reports)
    assert "a person joined them" in done(database, "why", item.id)


def test_decisions_are_made_listed_and_exported(database: Path, tmp_path: Path) -> None:
    name = meeting(database).id
    done(database, "decide", "correct", name, "place.city=Tallinn", "duration=75", 'issues=["grain"]')
    done(database, "decide", "confirm", name, "--by", "ben")
    done(database, "decide", "note", name, "see the archive")
    assert meeting(database).duration.minutes == 75
    rows = json.loads(done(database, "decide", "list", "--json"))
    assert [row["kind"] for row in rows] == ["correct", "correct", "correct", "confirm", "note"]
    done(database, "decide", "export", str(tmp_path / "gold"))
    (gold, _) = sorted((tmp_path / "gold" / "records" / "gold").iterdir())
    text = (tmp_path / "gold" / "records" / "texts" / f"{gold.stem}.txt").read_text("utf-8")
    assert json.loads(gold.read_text("utf-8"))["engagements"][0]["quote_evidence"] in text
    done(database, "decide", "reject", name)
    assert done(database, "list", "engagements", "--jsonl") == ""
    done(database, "forget", "https://example.org/grain")
    assert "hold on to nothing" not in run(database, "decide", "list").stderr  # the other report still holds them


def test_forgetting_tells_of_decisions_that_lose_their_hold(database: Path) -> None:
    done(database, "decide", "confirm", meeting(database).id)
    done(database, "forget", "Northern Wire")
    assert "1 decisions hold on to nothing" in run(database, "forget", "Harbour Post").stderr
    assert "confirm" in done(database, "decide", "list", "--unanchored")


def test_backup_combine_and_dump(database: Path, tmp_path: Path) -> None:
    done(database, "backup", str(tmp_path / "copy.db"))
    whole = done(database, "dump", "--hash")
    assert done(tmp_path / "copy.db", "dump", "--hash") == whole
    assert len(done(database, "dump").splitlines()) > 5
    assert "2 new" in run(tmp_path / "fresh.db", "combine", str(database)).stderr
    assert done(tmp_path / "fresh.db", "dump", "--hash") == whole


def test_the_morning_as_text_markdown_html_and_json(database: Path) -> None:
    done(database, "watch", "add", "pair", "HRV", "EST")
    done(database, "watch", "add", "person", "Nobody", "Known")
    assert "EST+HRV" in done(database, "watch", "list")
    text = done(database, "new", "--since", "yesterday")
    assert "EST – HRV" in text
    assert "  nothing" in text
    assert "\nEngagements\n" in text
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "- 2024-03-05 held talks" in done(database, "new", "--md")
    page = done(database, "new", "--since", "2020-01-01T00:00:00+00:00", "--html")
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert json.loads(done(database, "new", "--json"))["documents"] == 2
    done(database, "watch", "remove", "pair", "HRV", "EST")
    done(database, "watch", "remove", "person", "Nobody", "Known")
    assert "EVERYTHING" in done(database, "new", "--since", "1d")


def test_documents_are_added_and_read_anew(tmp_path: Path) -> None:
    database = tmp_path / "memcon.db"
    (tmp_path / "in").mkdir()
    report = tmp_path / "in" / "ankara.txt"
    report.write_text("Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on Tuesday.\n", encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_text("", encoding="utf-8")
    args = ("add", str(tmp_path / "in"), "--published", "2024-03-07", "--outlet", "Wire")
    result = run(database, *args)
    assert (result.exit_code, "1 new" in result.stderr, "1 failed" in result.stderr) == (3, True, True), result.exception
    result = run(database, *args, "--jsonl")
    assert sorted(json.loads(line)["outcome"] for line in result.stdout.splitlines()) == ["failed", "same"]
    assert "RUS+TUR" in done(database, "list", "engagements", "--source", "Wire")
    result = run(database, "reread")
    assert "0 gained, 0 lost, 0 changed; nothing written" in result.stderr
    with Ledger.open(database) as ledger:
        list(ledger.reread(lambda _: ledger.record("ankara").model_copy(update={"engagements": ()}), apply=True))
    assert "applied" in run(database, "reread", "--apply", "--csv").stderr
    assert "RUS+TUR" in done(database, "list", "engagements")


@pytest.mark.parametrize(
    ("text", "day"), [("today", "2024-03-10"), ("yesterday", "2024-03-09"), ("7d", "2024-03-03"), ("2023-06-19", "2023-06-19")]
)
def test_days_are_understood(text: str, day: str) -> None:
    assert day_from(text, date(2024, 3, 10)) == day
    assert day_from(None) is None
    with pytest.raises(click.BadParameter):
        day_from(text + "?")
