"""Datelines of wires, ministries and newspapers; and what only looks like one."""

import pytest

from memcon.intake import document, find_dateline
from memcon.intake.datelines import dateline_at

STORY = "Two ministers met on Monday and spoke of fish."


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, June 19 (AP) — ",
        "OSLO, Norway (AP) — ",
        "OSLO — ",
        "Oslo — ",
        "Washington, D.C. – ",
        "(Reuters) - ",
        "OSLO/ROME, March 3 (Reuters) - ",
        "OSLO, June 19 (Xinhua) -- ",
        "UNITED NATIONS (AP) — ",
        "PORT-AU-PRINCE, Haiti — ",
        "GENEVA, September 8. /TASS/. ",
        "NEW YORK, Sept. 20, 2022 /PRNewswire/ -- ",
        "(ANSA) – ROME, May 08 – ",
        "TEHRAN (Tasnim) - ",
        "Tehran, IRNA – ",
        "ABU DHABI, 19th June, 2023 (WAM) -- ",
        "GENEVA (19 June 2023) – ",
        "Kuala Lumpur, 12 May 2020 – ",
        "ISLAMABAD: ",
        "PARIS, France | ",
        "SOCHI, Russia, Sept. 4 (Example Wire) — ",
        "TOKYO (Example Wire) — ",
        "Samarkand [Uzbekistan], April 13 (ANI): ",
        "OSLO (UrduPoint News / Sputnik - 01st July, 2021) ",
        "OSLO (AP) ",
    ],
)
def test_datelines(dateline: str) -> None:
    text = dateline + STORY
    assert dateline_at(text, 0, len(text), first=True) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Japan – a close ally – said it would come.",
        "Sand — Norway's foreign minister — said it would come.",
        "Sand met Bello in Oslo — the first time in a year.",
        "On Monday — The talks began.",
        "Fishing talks: Sand meets Bello.",
        "Sand: “Nobody asked us.”",
        "China – Kenya Talks Open in Oslo",
        "— They met.",
        "Oslo (see the map) — They met.",
        "NATO (the alliance) Secretary General Ann Sand met Bello.",
        "WAM (see below) They met.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline_at(text, 0, len(text), first=True) is None


def test_weak_forms_only_open_a_story() -> None:
    text = "Oslo — Two ministers met on Monday."
    assert dateline_at(text, 0, len(text), first=False) is None


def test_what_a_dateline_says() -> None:
    made = document(f"BAKU, Azerbaijan, June 19 (AP) — {STORY}", published="2023-06-20")
    dateline = find_dateline(made)
    assert dateline is not None
    assert (dateline.city, dateline.region, dateline.agency) == ("BAKU", "Azerbaijan", "AP")
    assert (dateline.date, dateline.has_year) == ("2023-06-19", False)
    assert made.text[dateline.city_start :].startswith("BAKU")


def test_the_nearest_year_is_taken() -> None:
    dateline = find_dateline(document(f"OSLO, Dec. 30 (AP) — {STORY}", published="2023-01-02"))
    assert dateline is not None
    assert dateline.date == "2022-12-30"


def test_none() -> None:
    assert find_dateline(document(STORY)) is None
