"""Constructions first met in the corpus, in other words and with other people. Printed on 7 March 2024."""

from __future__ import annotations

import pytest

from memcon import read
from reading.engagements.expected import fits

# kind, status, parties, start and place ("-" leaves it open) | the text
READ = """
meeting held QAT/UN 2024-03-06 Doha | The Envoy of the Secretary-General, Hans Grundberg, met Qatar's emir in Doha on Wednesday.
visit planned CHN/VNM 2024-03-12 Hanoi | Wang Yi, who is due in Hanoi on Tuesday, praised the talks.
visit planned BRA/GUY - Guyana | Lula travels next to Guyana, where he will address a summit.
visit held AFG/UZB 2024-03-05 Kabul | Uzbekistan's foreign minister, Bakhtiyor Saidov, led a delegation to Kabul on Tuesday.
meeting held COD/QAT/RWA 2024-03-05 Doha | Qatar's emir brought together Paul Kagame and Felix Tshisekedi in Doha on Tuesday.
call held IDN/AUS - - | Indonesia's Retno Marsudi spoke by telephone with her Australian opposite number, Penny Wong.
visit planned AUS/IDN - Jakarta | Indonesia will not cancel a visit to Jakarta by Penny Wong.
visit held FRA/GEO 2024-03-05 - | Emmanuel Macron flew from Yerevan to the Georgian capital on Tuesday.
meeting held FRA/POL 2024-03-05 - | Donald Tusk met this morning with Olaf Scholz and on Tuesday with Emmanuel Macron.
call held LKA/RUS 2024-03-06 - | Ranil Wickremesinghe asked Vladimir Putin for credit in a call on Wednesday.
meeting held HUN/RUS 2024-03-05 Budapest | Hungary's Viktor Orban hosted Vladimir Putin in Budapest on Tuesday.
meeting held BRA/CHN 2024-03-06 - | Xi Jinping thanked Lula when they met on Wednesday.
meeting held FRA/DEU 2024-03-05 - | Emmanuel Macron and Olaf Scholz held their long-awaited meeting on Tuesday.
talks postponed IRN/USA - - | Talks between Tehran and Washington have been on hold since last year.
""".strip().splitlines()

NOTHING = (
    "Jordan's king met nobody, and he leaves for home.",
    "The official website of the ministry was closed on Tuesday.",
)


@pytest.mark.parametrize("line", READ)
def test_is_read(line: str) -> None:
    wanted, text = line.split(" | ")
    found = read(text, published="2024-03-07").engagements
    assert any(fits(wanted, engagement) for engagement in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read(text: str) -> None:
    assert read(text, published="2024-03-07").engagements == ()


def test_the_guest_is_he_who_came() -> None:
    text = (
        "Prime Minister Pham Minh Chinh received President Ferdinand Romualdez Marcos Jr. in Hanoi on Wednesday. "
        "The guest also met with Vuong Dinh Hue."
    )
    record = read(text, published="2024-01-31")
    second = record.engagements[-1]
    assert set(second.parties) == {"PHL", "VNM"}
    assert second.when is not None
    assert second.when.start == "2024-01-31"


def test_who_hosts_joins_what_was_held() -> None:
    text = "Ilham Aliyev and Nikol Pashinyan met on Tuesday in Munich, hosted by Olaf Scholz."
    (only,) = read(text, published="2024-03-07").engagements
    assert set(only.parties) == {"ARM", "AZE", "DEU"}


def test_the_ministers_are_those_told_of_together() -> None:
    text = (
        "The foreign ministers of Egypt, Ethiopia and Sudan agreed on Tuesday to go on. "
        "The ministers will meet in Cairo on Monday."
    )
    found = [e for e in read(text, published="2024-03-07").engagements if e.status == "planned"]
    assert [set(e.parties) for e in found] == [{"EGY", "ETH", "SDN"}]
