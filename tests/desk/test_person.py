"""The dossier of one person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from desk.proofs import assert_quoted
from ledger.builders import commitment, document, engagement, statement
from memcon.cli import command
from memcon.desk import person_dossier
from memcon.desk.person import person_page
from memcon.errors import LedgerError
from memcon.ledger import Ledger

ON = date(2023, 8, 1)


def test_it_tells_offices_engagements_and_what_was_said_as_known_on_a_day(history: Ledger) -> None:
    found = person_dossier(history, "wang yi", ON)
    assert (found.person, found.party) == ("Wang Yi", "CHN")
    assert "Minister of Foreign Affairs (CHN)" in found.offices[0].office
    assert found.offices[0].until is None
    assert any(each.until for each in found.offices)
    assert found.engagements[0].when
    assert found.engagements[0].when.start == "2023-06-19"
    assert found.met[0].name == "Antony Blinken"
    assert found.said[0].day == "2023-06-19"
    assert {"invited"} == {each.status for each in found.planned}
    assert all(quote.published and quote.published <= "2023-08-01" for each in found.said for quote in each.quotes)
    assert_quoted(found.said, history)


def test_what_is_promised_is_what_the_persons_own_words_promise(ledger: Ledger) -> None:
    text = "Vesna Korda said that Croatia would move grain by May. Tomas Ilves pledged to open the port."
    ledger.add(
        *document(
            text,
            "2024-01-02",
            statement(text, "that Croatia would move grain by May", "Vesna"),
            commitment(text, "move grain by May", "pledge", "HRV", "EST"),
            commitment(text, "open the port", "pledge", "EST", "HRV", number=2),
        )
    )
    found = person_dossier(ledger, "Vesna Korda", date(2024, 2, 1))
    assert [each.what for each in found.promised] == ["move grain by May"]
    assert any("move grain" in line.text for section in person_page(found).sections for line in section.lines)


def test_who_is_meant_must_be_plain(ledger: Ledger) -> None:
    text = "Amara Diallo met Vesna Korda and Luka Korda."
    ledger.add(*document(text, "2024-01-02", engagement(text, "met", ["Amara", "Vesna", "Luka Korda|HRV"], day="2024-01-01")))
    with pytest.raises(LedgerError, match="may be Luka Korda, Vesna Korda"):
        person_dossier(ledger, "Korda", date(2024, 2, 1))
    with pytest.raises(LedgerError, match="no report names"):
        person_dossier(ledger, "Vesna Korda", date(2023, 12, 1))


def test_the_command_takes_a_name(history_place: Path) -> None:
    done = CliRunner().invoke(command, ["dossier", "Wang Yi", "--on", "2023-08-01", "--db", str(history_place)])
    assert done.exit_code == 0, done.output
    assert "Dossier: Wang Yi (CHN), as known on 2023-08-01" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
