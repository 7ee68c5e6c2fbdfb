"""Free phrases about people."""

from __future__ import annotations

from datetime import date

import pytest

from memcon.knowledge import Knowledge
from memcon.knowledge.who import Question, parse, split_title, who


@pytest.mark.parametrize(
    ("phrase", "on", "expected"),
    [
        ("the Chinese foreign minister", "2023-06-19", "Qin Gang"),
        ("who is the Chinese foreign minister?", "2024-06-19", "Wang Yi"),
        ("China's top diplomat", "2023-06-19", "Wang Yi"),
        ("Secretary Blinken", "2023-06-19", "Antony Blinken"),
        ("King Hamad Bin Isa Al Khalifa of Bahrain", "2023-09-13", "Hamad bin Isa Al Khalifa"),
        ("prime minister of the Netherlands", "2020-01-01", "Mark Rutte"),
        ("the Chinese ambassador to the United States", "2022-06-01", "Qin Gang"),
        ("NATO secretary general", "2022-01-01", "Jens Stoltenberg"),
        ("president of the European Commission", "2022-01-01", "Ursula von der Leyen"),
        ("UN High Commissioner for Refugees", "2022-01-01", "Filippo Grandi"),
        ("former Secretary of State John Kerry", "2018-01-01", "John Kerry"),
        ("former US Secretary of State Kerry", "2018-01-01", "John Kerry"),
        ("White House press secretary", "2022-08-12", "Karine Jean-Pierre"),
        ("the Pentagon chief", "2022-08-12", "Lloyd Austin"),
        ("Israel's premier", "2022-08-12", "Yair Lapid"),
        ("the EU foreign policy chief", "2022-06-12", "Josep Borrell"),
        ("the UN chief", "2022-06-12", "António Guterres"),
        ("Japanese Prime Minister Abe", "2018-06-12", "Shinzo Abe"),
        ("Prime Minister Sheikh Hasina", "2018-06-12", "Sheikh Hasina"),
        ("President-elect Trump", "2024-12-01", "Donald Trump"),
        ("MBS", "2022-08-12", "Mohammed bin Salman"),
        ("Premier Li", "2014-01-01", "Li Keqiang"),
        ("His Excellency Paul Kagame", "2014-01-01", "Paul Kagame"),
        ("former Chinese foreign minister", "2023-08-01", None),
        ("acting defense secretary", "2019-02-01", None),
        ("Wang", "2023-06-19", None),
    ],
)
def test_phrases(knowledge: Knowledge, phrase: str, on: str, expected: str | None) -> None:
    person = who(phrase, date.fromisoformat(on), knowledge).resolution.person
    assert (person.name if person else None) == expected


def test_a_phrase_is_taken_apart(knowledge: Knowledge) -> None:
    assert parse("the Chinese ambassador to Japan", knowledge) == Question(None, "ambassador", "CHN", "JPN")
    assert parse("Japan's Prime Minister Kishida", knowledge) == Question("Kishida", "Prime Minister", "JPN", None)
    assert parse("Secretary of State Rubio", knowledge) == Question("Rubio", "Secretary of State", None, None)
    assert parse("Ban Ki-moon", knowledge) == Question("Ban Ki-moon", None, None, None)


def test_title_and_name_are_told_apart(knowledge: Knowledge) -> None:
    assert split_title("Prime Minister Ehud Barak", knowledge) == ("Prime Minister", "Ehud Barak")
    assert split_title("Amir Sheikh Tamim", knowledge) == ("Amir", "Tamim")
    assert split_title("Foreign Minister", knowledge) == ("Foreign Minister", None)
    assert split_title("Ehud Barak", knowledge) == (None, "Ehud Barak")
    assert split_title("Dr. Salam Fayyad", knowledge) == (None, "Salam Fayyad")
